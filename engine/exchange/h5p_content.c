#include "exchange/h5p_content.h"

#include "base/emphasis.h"
#include "base/utf8.h"
#include "exchange/h5p_value.h"

#include <stdlib.h>
#include <string.h>

int32_t h5p_line(H5pReader *reader, const JsonValue *value) {
    int32_t place = value ? json_place(value) : 0;
    if (place < reader->counted) {
        reader->counted = 0;
        reader->line = 1;
    }
    for (; reader->counted < place; reader->counted++) {
        reader->line += reader->package->content.text[reader->counted] == '\n';
    }
    return reader->line;
}

void h5p_tell(H5pReader *reader, const Loss *loss) {
    Loss told = *loss;
    told.about = loss_own(reader->report, loss->about);
    loss_tell(reader->report, &told);
}

void h5p_judge(H5pReader *reader, const Loss *loss) {
    h5p_count(reader, loss->construct, loss->became);
    h5p_tell(reader, loss);
}

void h5p_count(H5pReader *reader, Construct construct, Became became) {
    loss_find(reader->report, construct);
    loss_settle(reader->report, construct, became);
}

void h5p_tell_markup(H5pReader *reader, int32_t line) {
    loss_count_markup(reader->report, &reader->seen, line);
    reader->seen = (RichSeen){0};
}

Str h5p_write_html(Arena *arena, Str text) {
    StrBuilder html = {.arena = arena};
    while (text.len > 0) {
        ptrdiff_t end = str_find(text, S("\n\n"));
        Str paragraph = rich_write_html(arena, str_trim(str_slice(text, 0, end < 0 ? text.len : end)));
        text = end < 0 ? (Str){0} : str_slice(text, end + 2, text.len);
        if (paragraph.len > 0) {
            str_addf(&html, "<p>%.*s</p>", S_ARG(paragraph));
        }
    }
    return str_built(&html);
}

// Spaces at the ends of a paragraph show nothing, whichever they are: without them a text means the same when it is
// written as paragraphs again.
Str h5p_html(H5pReader *reader, Str html) {
    RichSeen again = {0};
    Str text = rich_read(reader->arena, html, RICH_HTML, &reader->seen);
    return rich_read(reader->arena, h5p_write_html(reader->arena, text), RICH_HTML, &again);
}

// A field of one line: line ends are spaces, and stars are stars.
static Str flatten(H5pReader *reader, Str text) {
    StrBuilder out = {.arena = reader->arena};
    while (text.len > 0) {
        Str line = str_trim(str_cut(&text, '\n'));
        str_add(&out, out.count > 0 && line.len > 0 ? S(" ") : S(""));
        str_add(&out, line);
    }
    return rich_read(reader->arena, str_built(&out), RICH_PLAIN, &reader->seen);
}

Str h5p_plain(H5pReader *reader, Str text) {
    return flatten(reader, rich_decode(reader->arena, text));
}

Str h5p_title(H5pReader *reader, Str html) {
    return flatten(reader, emphasis_plain(reader->arena, h5p_html(reader, html)));
}

Str h5p_join(H5pReader *reader, Str above, Str below) {
    if (above.len == 0 || below.len == 0) {
        return above.len == 0 ? below : above;
    }
    return str_format(reader->arena, "%.*s\n\n%.*s", S_ARG(above), S_ARG(below));
}

Str h5p_picture(H5pReader *reader, const JsonValue *file, Str described) {
    Str path = h5p_text(file, S("path"));
    Str words = h5p_title(reader, described);
    if (path.len == 0 && words.len == 0) {
        return (Str){0};
    }
    h5p_judge(reader, &(Loss){.construct = CONSTRUCT_MEDIA,
                              .became = words.len > 0 ? BECAME_DEGRADED : BECAME_DROPPED,
                              .reason = words.len > 0 ? REASON_MEDIA_DESCRIBED : REASON_MEDIA_DROPPED,
                              .line = h5p_line(reader, file),
                              .about = path.len > 0 ? path : words});
    return words.len > 0 ? str_format(reader->arena, "[%.*s]", S_ARG(words)) : words;
}

// Keys whose values people read, in whatever content there is; words of buttons stand under others.
static bool is_read(Str key) {
    static const Str KEYS[] = {S_INIT("text"),        S_INIT("question"),        S_INIT("questions"),
                               S_INIT("title"),       S_INIT("header"),          S_INIT("subtitle"),
                               S_INIT("description"), S_INIT("content"),         S_INIT("label"),
                               S_INIT("alt"),         S_INIT("introduction"),    S_INIT("answer"),
                               S_INIT("answers"),     S_INIT("taskDescription"), S_INIT("textField"),
                               S_INIT("intro"),       S_INIT("summary"),         S_INIT("statement"),
                               S_INIT("choices"),     S_INIT("summaries"),       S_INIT("tip")};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(KEYS[i], key)) {
            return true;
        }
    }
    return false;
}

static bool is_passed_over(Str key) {
    static const Str KEYS[] = {S_INIT("l10n"),      S_INIT("behaviour"), S_INIT("metadata"), S_INIT("UI"),
                               S_INIT("copyright"), S_INIT("override"),  S_INIT("file"),     S_INIT("sources")};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(KEYS[i], key)) {
            return true;
        }
    }
    return false;
}

// All that is read in a value, in its order. As deep as JSON may be (base/limits).
static void collect(H5pReader *reader, const JsonValue *value, Str key, StrBuilder *out) { // NOLINT(misc-no-recursion)
    JsonType type = json_type(value);
    if (type == JSON_TEXT && is_read(key)) {
        Str text = h5p_html(reader, json_text(value));
        str_add(out, text.len > 0 && out->count > 0 ? S("\n\n") : S(""));
        str_add(out, text);
    }
    if ((type != JSON_OBJECT && type != JSON_LIST) || is_passed_over(key)) {
        return;
    }
    for (const JsonValue *part = json_first(value); part; part = json_next(part)) {
        collect(reader, part, type == JSON_LIST ? key : json_key(part), out);
    }
}

H5pContent h5p_content(const JsonValue *value) {
    return (H5pContent){.library = h5p_machine_name(h5p_text(value, S("library"))),
                        .title = h5p_text(value, S("metadata/title")),
                        .params = h5p_member(value, S("params")),
                        .place = value};
}

static Str name_of(H5pReader *reader, const H5pContent *content) {
    Str title = h5p_plain(reader, content->title);
    Str library = content->library;
    return title.len > 0 ? title : str_begins(library, S("H5P.")) ? str_slice(library, 4, library.len) : library;
}

// No film, no hotspot, no question within a story: its name, and what can be read in it.
static Str read_words(H5pReader *reader, const H5pContent *content) {
    StrBuilder out = {.arena = reader->arena};
    Str name = name_of(reader, content);
    if (name.len > 0) {
        str_addf(&out, "[%.*s]", S_ARG(name));
    }
    if (content->params) {
        collect(reader, content->params, S("params"), &out);
    }
    h5p_judge(reader, &(Loss){.construct = CONSTRUCT_CONTENT,
                              .became = BECAME_DEGRADED,
                              .reason = REASON_CONTENT_WORDS,
                              .line = h5p_line(reader, content->place),
                              .about = content->library});
    return str_built(&out);
}

static Str read_picture(H5pReader *reader, const H5pContent *content) {
    const JsonValue *params = content->params;
    bool decorative = h5p_flag(params, S("decorative"), false);
    return h5p_picture(reader, h5p_member(params, S("file")), decorative ? (Str){0} : h5p_text(params, S("alt")));
}

static Str read_text(H5pReader *reader, const H5pContent *content) {
    h5p_count(reader, CONSTRUCT_CONTENT, BECAME_CONVERTED);
    return h5p_html(reader, h5p_text(content->params, S("text")));
}

static Str read_content(H5pReader *reader, const H5pContent *content) {
    static const struct {
        Str library;
        Str (*read)(H5pReader *reader, const H5pContent *content);
    } READERS[] = {{S_INIT("H5P.AdvancedText"), read_text},
                   {S_INIT("H5P.Text"), read_text},
                   {S_INIT("H5P.ContinuousText"), read_text},
                   {S_INIT("H5P.Table"), read_text},
                   {S_INIT("H5P.Image"), read_picture}};
    for (int32_t i = 0; i < COUNT(READERS); i++) {
        if (str_equal(READERS[i].library, content->library)) {
            return READERS[i].read(reader, content);
        }
    }
    return read_words(reader, content);
}

typedef struct {
    const JsonValue *value;
    int32_t x, y; // in whole percent of the slide
    int32_t place;
} Element;

static int compare_elements(const void *a, const void *b) {
    const Element *left = a, *right = b;
    int32_t by_y = left->y - right->y, by_x = left->x - right->x;
    return by_y != 0 ? by_y : by_x != 0 ? by_x : left->place - right->place;
}

// As one reads: from above, then from the left.
static Str read_slide(H5pReader *reader, const JsonValue *slide) {
    ROWS_OF(Element) elements = {0};
    const JsonValue *each = h5p_items(h5p_member(slide, S("elements")));
    for (; each; each = json_next(each)) {
        Element *element = rows_append(reader->scratch, &elements);
        element->value = each;
        element->place = elements.count;
        (void)h5p_number(h5p_member(each, S("x")), &element->x);
        (void)h5p_number(h5p_member(each, S("y")), &element->y);
    }
    if (elements.count > 0) {
        qsort(elements.rows, (size_t)elements.count, sizeof *elements.rows, compare_elements);
    }
    StrBuilder out = {.arena = reader->arena};
    for (int32_t i = 0; i < elements.count; i++) {
        H5pContent action = h5p_content(h5p_member(elements.rows[i].value, S("action")));
        Str text = action.library.len > 0 ? read_content(reader, &action) : (Str){0};
        str_add(&out, text.len > 0 && out.count > 0 ? S("\n\n") : S(""));
        str_add(&out, text);
    }
    return str_built(&out);
}

void h5p_read_pages(H5pReader *reader, const H5pContent *content, H5pTexts *pages) {
    if (!str_equal(content->library, S("H5P.CoursePresentation"))) {
        *rows_append(reader->arena, pages) = read_content(reader, content);
        return;
    }
    h5p_count(reader, CONSTRUCT_CONTENT, BECAME_CONVERTED);
    const JsonValue *slide = h5p_items(h5p_at(content->params, S("presentation/slides")));
    for (; slide; slide = json_next(slide)) {
        Str text = read_slide(reader, slide);
        if (!utf8_is_blank(text)) {
            *rows_append(reader->arena, pages) = text;
        }
    }
}
