#include "scenario/framework.h"

#include "base/error.h"
#include "scenario/framework_file.h"

static const Str TINTS[] = {
    [TINT_NONE] = S_INIT(""),       [TINT_TEAL] = S_INIT("teal"), [TINT_TERRACOTTA] = S_INIT("terracotta"),
    [TINT_OCHRE] = S_INIT("ochre"), [TINT_PLUM] = S_INIT("plum"), [TINT_NIGHT] = S_INIT("night"),
    [TINT_SAND] = S_INIT("sand")};

// Reads one element of a list into its row.
typedef void RowReader(Arena *arena, const JsonValue *object, void *row);

// The first subtag: "fr" of "fr-CA".
static Str main_language(Str language) {
    return str_cut(&language, '-');
}

Str words_in(Words words, Str language) {
    return str_equal(main_language(language), S("fr")) ? words.fr : words.en;
}

static void read_theme(Arena *arena, const JsonValue *object, void *row) {
    Theme *theme = row;
    theme->id = framework_file_text(arena, object, S("id"));
    theme->name = framework_file_words(arena, object, S("name"));
    const JsonValue *tint = json_member(object, S("tint"));
    for (Tint i = TINT_TEAL; tint && i <= TINT_SAND; i++) {
        theme->tint = str_equal(json_text(tint), TINTS[i]) ? i : theme->tint;
    }
    ASSERT(theme->tint != TINT_NONE);
}

static void read_competency(Arena *arena, const JsonValue *object, void *row) {
    SharedCompetency *competency = row;
    competency->id = framework_file_text(arena, object, S("id"));
    competency->name = framework_file_words(arena, object, S("name"));
    competency->about = framework_file_words(arena, object, S("about"));
}

static void read_tag(Arena *arena, const JsonValue *object, void *row) {
    Tag *tag = row;
    tag->id = framework_file_text(arena, object, S("id"));
    tag->name = framework_file_words(arena, object, S("name"));
}

static void read_detector(Arena *arena, const JsonValue *object, void *row) {
    SharedDetector *detector = row;
    detector->id = framework_file_text(arena, object, S("id"));
    detector->name = framework_file_text(arena, object, S("name"));
    detector->about = framework_file_text(arena, object, S("about"));
    detector->match = framework_file_texts(arena, json_member(object, S("match")), &detector->match_count);
    detector->unless = framework_file_texts(arena, json_member(object, S("unless")), &detector->unless_count);
    const JsonValue *examples = json_member(object, S("examples"));
    ASSERT(examples);
    detector->yes = framework_file_texts(arena, json_member(examples, S("yes")), &detector->yes_count);
    detector->no = framework_file_texts(arena, json_member(examples, S("no")), &detector->no_count);
}

static void *read_list(Arena *arena, const JsonDoc *doc, Str key, RowReader *read, ptrdiff_t row_size, int32_t *count) {
    const JsonValue *list = json_member(doc->root, key);
    ASSERT(list && json_type(list) == JSON_LIST);
    *count = json_count(list);
    char *rows = arena_push_bytes(arena, *count, row_size);
    char *row = rows;
    for (const JsonValue *element = json_first(list); element; element = json_next(element), row += row_size) {
        read(arena, element, row);
    }
    return rows;
}

static void read_themes(Arena *arena, Arena *scratch, Framework *framework) {
    JsonDoc doc;
    if (framework_file_open(scratch, S("themes.json"), &doc)) {
        framework->themes =
            read_list(arena, &doc, S("themes"), read_theme, (ptrdiff_t)sizeof(Theme), &framework->theme_count);
        json_finish(&doc);
    }
}

static void read_competencies(Arena *arena, Arena *scratch, Framework *framework) {
    JsonDoc doc;
    if (framework_file_open(scratch, S("competencies.json"), &doc)) {
        framework->competencies = read_list(arena, &doc, S("competencies"), read_competency,
                                            (ptrdiff_t)sizeof(SharedCompetency), &framework->competency_count);
        framework->traps = read_list(arena, &doc, S("traps"), read_tag, (ptrdiff_t)sizeof(Tag), &framework->trap_count);
        framework->attitudes =
            read_list(arena, &doc, S("attitudes"), read_tag, (ptrdiff_t)sizeof(Tag), &framework->attitude_count);
        json_finish(&doc);
    }
}

// The detectors of all languages stand in one list, those of one language side by side.
typedef ROWS_OF(SharedDetector) DetectorRows;

// The version of the file, 0 when there is none.
static int32_t read_detectors(Arena *arena, Arena *scratch, Str name, DetectorRows *detectors) {
    JsonDoc doc;
    if (!framework_file_open(scratch, name, &doc)) {
        return 0;
    }
    Str language = framework_file_text(arena, doc.root, S("language"));
    const JsonValue *version = json_member(doc.root, S("version"));
    const JsonValue *list = json_member(doc.root, S("detectors"));
    ASSERT(version && json_type(version) == JSON_INTEGER && list);
    for (const JsonValue *element = json_first(list); element; element = json_next(element)) {
        SharedDetector *detector = rows_append(arena, detectors);
        detector->language = language;
        read_detector(arena, element, detector);
    }
    int32_t number = (int32_t)json_integer(version);
    json_finish(&doc);
    return number;
}

void framework_read(Arena *arena, Arena *scratch, Framework *framework) {
    ArenaMark mark = arena_mark(scratch);
    *framework = (Framework){0};
    read_themes(arena, scratch, framework);
    read_competencies(arena, scratch, framework);
    DetectorRows detectors = {0};
    framework->detectors_version = read_detectors(arena, scratch, S("detectors.fr.json"), &detectors) +
                                   read_detectors(arena, scratch, S("detectors.en.json"), &detectors);
    framework->detectors = detectors.rows;
    framework->detector_count = detectors.count;
    arena_rewind(scratch, mark);
}

const Theme *framework_find_theme(const Framework *framework, Str id) {
    for (int32_t i = 0; i < framework->theme_count; i++) {
        if (str_equal(framework->themes[i].id, id)) {
            return &framework->themes[i];
        }
    }
    return NULL;
}

const SharedCompetency *framework_find_competency(const Framework *framework, Str id) {
    for (int32_t i = 0; i < framework->competency_count; i++) {
        if (str_equal(framework->competencies[i].id, id)) {
            return &framework->competencies[i];
        }
    }
    return NULL;
}

const SharedDetector *framework_find_detector(const Framework *framework, Str language, Str id) {
    for (int32_t i = 0; i < framework->detector_count; i++) {
        const SharedDetector *detector = &framework->detectors[i];
        if (str_equal(detector->id, id) && str_equal(detector->language, main_language(language))) {
            return detector;
        }
    }
    return NULL;
}

static const Tag *find_tag(const Tag *tags, int32_t count, Str id) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(tags[i].id, id)) {
            return &tags[i];
        }
    }
    return NULL;
}

Str framework_tag_name(const Framework *framework, Str id, Str language) {
    const Tag *tag = find_tag(framework->traps, framework->trap_count, id);
    tag = tag ? tag : find_tag(framework->attitudes, framework->attitude_count, id);
    return tag ? words_in(tag->name, language) : id;
}
