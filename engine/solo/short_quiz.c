#include "solo/short_quiz.h"

#include "base/json.h"
#include "base/json_write.h"
#include "session/event.h"

// Of a case, what its questions may refer to.
static const Str KEPT[] = {S_INIT("language"),       S_INIT("theme"),        S_INIT("minutes"), S_INIT("sources"),
                           S_INIT("pronunciations"), S_INIT("competencies"), S_INIT("gauges"),  S_INIT("facts"),
                           S_INIT("characters"),     S_INIT("detectors")};

static bool leads_on(const JsonValue *member) {
    return str_equal(json_key(member), S("next"));
}

static void write_members(JsonWriter *writer, const JsonDoc *doc, const JsonValue *object) {
    for (const JsonValue *member = json_first(object); member; member = json_next(member)) {
        if (!leads_on(member)) {
            json_write_key(writer, json_key(member));
            json_write_raw(writer, json_raw(doc, member));
        }
    }
}

// An option, a band: whatever may lead somewhere of its own.
static void write_part(JsonWriter *writer, const JsonDoc *doc, const JsonValue *part) {
    if (json_type(part) == JSON_OBJECT) {
        json_begin_object(writer);
        write_members(writer, doc, part);
        json_end(writer);
    } else {
        json_write_raw(writer, json_raw(doc, part));
    }
}

static void write_parts(JsonWriter *writer, const JsonDoc *doc, const JsonValue *list) {
    json_begin_list(writer);
    for (const JsonValue *part = json_first(list); part; part = json_next(part)) {
        write_part(writer, doc, part);
    }
    json_end(writer);
}

static void write_ask(JsonWriter *writer, const JsonDoc *doc, const JsonValue *ask) {
    json_begin_object(writer);
    for (const JsonValue *member = json_first(ask); member; member = json_next(member)) {
        if (leads_on(member)) {
            continue;
        }
        json_write_key(writer, json_key(member));
        if (json_type(member) == JSON_LIST) {
            write_parts(writer, doc, member);
        } else {
            write_part(writer, doc, member);
        }
    }
    json_end(writer);
}

static void write_scene(JsonWriter *writer, const JsonDoc *doc, const JsonValue *scene) {
    json_begin_object(writer);
    for (const JsonValue *member = json_first(scene); member; member = json_next(member)) {
        json_write_key(writer, json_key(member));
        if (str_equal(json_key(member), S("ask"))) {
            write_ask(writer, doc, member);
        } else {
            json_write_raw(writer, json_raw(doc, member));
        }
    }
    json_end(writer);
}

static Str id_of(const JsonValue *scene) {
    const JsonValue *id = json_type(scene) == JSON_OBJECT ? json_member(scene, S("id")) : NULL;
    return id && json_type(id) == JSON_TEXT ? json_text(id) : (Str){0};
}

static int32_t find_wanted(const JsonValue *scene, const Str *scenes, int32_t count) {
    Str id = id_of(scene);
    const JsonValue *ask = id.len > 0 ? json_member(scene, S("ask")) : NULL;
    for (int32_t i = 0; ask && json_type(ask) == JSON_OBJECT && i < count; i++) {
        if (str_equal(scenes[i], id)) {
            return i;
        }
    }
    return -1;
}

static JsonWriter begin_case(Arena *arena, const ShortQuizWords *words) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("format"), 1);
    json_write_member_text(&writer, S("id"), S("short-quiz"));
    json_write_member_text(&writer, S("kind"), S("quiz"));
    json_write_member_text(&writer, S("title"), words->title);
    json_write_member_text(&writer, S("summary"), words->summary);
    return writer;
}

static void begin_scenes(JsonWriter *writer, Str start) {
    json_write_member_text(writer, S("start"), start);
    json_write_key(writer, S("scenes"));
    json_begin_list(writer);
}

static Str end_case(JsonWriter *writer, const ShortQuizWords *words) {
    json_begin_object(writer);
    json_write_member_text(writer, S("id"), S("short-quiz-end"));
    json_write_key(writer, S("ending"));
    json_begin_object(writer);
    json_write_member_text(writer, S("title"), words->end);
    json_write_member_text(writer, S("tone"), S("good"));
    json_write_member_text(writer, S("text"), words->end_text);
    json_end(writer);
    json_end(writer);
    json_end(writer);
    json_end(writer);
    return json_written(writer);
}

// Scenes of a case whose bytes were read, or an empty list.
static const JsonValue *scenes_of(const JsonDoc *doc) {
    const JsonValue *list = json_type(doc->root) == JSON_OBJECT ? json_member(doc->root, S("scenes")) : NULL;
    return list && json_type(list) == JSON_LIST ? json_first(list) : NULL;
}

static const JsonValue *next_wanted(const JsonValue *scene, const Str *scenes, int32_t count) {
    while (scene && find_wanted(scene, scenes, count) < 0) {
        scene = json_next(scene);
    }
    return scene;
}

Str short_quiz_of_questions(Arena *arena, Arena *scratch, Str case_bytes, const Str *scenes, int32_t count,
                            const ShortQuizWords *words) {
    JsonDoc doc;
    Str written = {0};
    if (!json_parse(scratch, case_bytes, &doc, NULL, NULL)) {
        return written;
    }
    const JsonValue *scene = next_wanted(scenes_of(&doc), scenes, count);
    if (scene) {
        JsonWriter writer = begin_case(arena, words);
        for (int32_t i = 0; i < COUNT(KEPT); i++) {
            const JsonValue *member = json_member(doc.root, KEPT[i]);
            if (member) {
                json_write_key(&writer, KEPT[i]);
                json_write_raw(&writer, json_raw(&doc, member));
            }
        }
        begin_scenes(&writer, id_of(scene));
        for (; scene; scene = next_wanted(json_next(scene), scenes, count)) {
            write_scene(&writer, &doc, scene);
        }
        written = end_case(&writer, words);
    }
    json_finish(&doc);
    return written;
}

void short_quiz_hash(Arena *arena, Arena *scratch, Str case_bytes, const Str *scenes, int32_t count, Str *hashes) {
    JsonDoc doc;
    for (int32_t i = 0; i < count; i++) {
        hashes[i] = (Str){0};
    }
    if (!json_parse(scratch, case_bytes, &doc, NULL, NULL)) {
        return;
    }
    const JsonValue *scene = next_wanted(scenes_of(&doc), scenes, count);
    for (; scene; scene = next_wanted(json_next(scene), scenes, count)) {
        JsonWriter writer = json_writer(scratch);
        write_ask(&writer, &doc, json_member(scene, S("ask")));
        hashes[find_wanted(scene, scenes, count)] = event_hash(arena, json_written(&writer));
    }
    json_finish(&doc);
}

enum { MOST_OTHERS = 3 };

bool short_quiz_can_ask(const SharedDetector *detector) {
    return detector->yes_count > 0 && detector->no_count > 0;
}

// Names of detectors have underscores, ids of scenes hyphens.
Str short_quiz_scene_of(Arena *arena, Str detector) {
    StrBuilder id = {.arena = arena};
    for (ptrdiff_t i = 0; i < detector.len; i++) {
        str_add_char(&id, detector.text[i] == '_' ? '-' : detector.text[i]);
    }
    return str_built(&id);
}

static void write_sentence(JsonWriter *writer, char letter, Str sentence, bool right) {
    json_begin_object(writer);
    json_write_member_text(writer, S("id"), (Str){&letter, 1});
    json_write_member_text(writer, S("text"), sentence);
    json_write_member_text(writer, S("stance"), right ? S("recommended") : S("risky"));
    json_end(writer);
}

static void write_sentences(JsonWriter *writer, const ShortQuizDetector *row) {
    const SharedDetector *detector = row->detector;
    int32_t others = detector->no_count < MOST_OTHERS ? detector->no_count : MOST_OTHERS;
    json_write_key(writer, S("options"));
    json_begin_list(writer);
    write_sentence(writer, 'a', detector->yes[row->turn % detector->yes_count], true);
    for (int32_t i = 0; i < others; i++) {
        write_sentence(writer, (char)('b' + i), detector->no[(row->turn + i) % detector->no_count], false);
    }
    json_end(writer);
}

static void write_detector(JsonWriter *writer, Arena *arena, const ShortQuizDetector *row,
                           const ShortQuizWords *words) {
    json_begin_object(writer);
    json_write_member_text(writer, S("id"), short_quiz_scene_of(arena, row->detector->id));
    json_write_member_text(writer, S("title"), row->detector->name);
    json_write_key(writer, S("lines"));
    json_begin_list(writer);
    json_begin_object(writer);
    json_write_member_text(writer, S("text"), row->detector->about);
    json_end(writer);
    json_end(writer);
    json_write_key(writer, S("ask"));
    json_begin_object(writer);
    json_write_member_text(writer, S("kind"), S("choice"));
    json_write_member_text(writer, S("prompt"), words->prompt);
    json_write_member_bool(writer, S("shuffle"), true);
    write_sentences(writer, row);
    json_write_member_text(writer, S("why"), words->why);
    json_end(writer);
    json_end(writer);
}

Str short_quiz_of_detectors(Arena *arena, const ShortQuizDetector *rows, int32_t count, const ShortQuizWords *words) {
    if (count == 0) {
        return (Str){0};
    }
    JsonWriter writer = begin_case(arena, words);
    json_write_member_text(&writer, S("language"), rows[0].detector->language);
    json_write_member_text(&writer, S("theme"), S("ecoute"));
    json_write_key(&writer, S("minutes"));
    json_write_raw(&writer, S("{\"alone\": 5, \"group\": 10}"));
    json_write_key(&writer, S("competencies"));
    json_write_raw(&writer, S("[\"eco\"]"));
    begin_scenes(&writer, short_quiz_scene_of(arena, rows[0].detector->id));
    for (int32_t i = 0; i < count; i++) {
        write_detector(&writer, arena, &rows[i], words);
    }
    return end_case(&writer, words);
}
