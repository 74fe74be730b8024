// The words of a case. Which texts there are is read off the shapes of the format (shape.h), so that no new one is
// missed.
#include "base/character.h"
#include "base/date.h"
#include "base/lanes.h"
#include "base/octets.h"
#include "base/utf8.h"
#include "check/check_parts.h"
#include "scenario/advance.h"
#include "scenario/drawable.h"
#include "scenario/markup.h"
#include "scenario/personal.h"
#include "scenario/shape.h"
#include "scenario/typography.h"

#include <string.h>

enum { MOST_IN_A_TEXT = 100 }; // findings of one kind: 4,000 marks in a row say no more than these

// A key that holds a text, a list of texts, or routes to texts, in all rows of a shape.
typedef struct {
    const Shape *shape;
    const Field *field;
} TextKey;

typedef ROWS_OF(TextKey) TextKeys;

typedef void TextVisit(const Check *check, const TextAt *at);

// Where real data is given on purpose: who wrote the case, where to turn, where a source is found.
static bool is_given_openly(Str key) {
    static const Str KEYS[] = {S_INIT("authors"), S_INIT("readers"), S_INIT("resources"), S_INIT("where")};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(key, KEYS[i])) {
            return true;
        }
    }
    return false;
}

typedef struct {
    const Shape *shape;
} ShapeRow;

typedef ROWS_OF(ShapeRow) Shapes;

static void add_shape(Arena *arena, Shapes *shapes, const Shape *shape) {
    for (int32_t i = 0; i < shapes->count; i++) {
        if (shapes->rows[i].shape == shape) {
            return;
        }
    }
    if (shape != NULL) {
        rows_append(arena, shapes)->shape = shape;
    }
}

static Shapes list_shapes(Arena *arena) {
    Shapes shapes = {0};
    add_shape(arena, &shapes, &SHAPE_CASE);
    add_shape(arena, &shapes, &SHAPE_WHY);
    for (int32_t kind = ASK_CHOICE; kind <= ASK_WRITE; kind++) {
        add_shape(arena, &shapes, SHAPE_ASKS[kind]);
    }
    for (int32_t i = 0; i < shapes.count; i++) {
        const Shape *shape = shapes.rows[i].shape;
        for (int32_t j = 0; j < shape->field_count; j++) {
            add_shape(arena, &shapes, shape->fields[j].shape);
        }
    }
    return shapes;
}

static bool is_text_key(const Field *field) {
    bool text = field->kind == FIELD_TEXT || field->kind == FIELD_TEXTS || field->kind == FIELD_TEXT_ROUTES;
    return text && !field->verbatim;
}

// Shapes may share a table, as those of asks do, and then share the places of their keys in it.
static void add_text_key(Arena *arena, TextKeys *keys, const Shape *shape, const Field *field) {
    for (int32_t i = 0; i < keys->count; i++) {
        if (keys->rows[i].shape->table == shape->table && keys->rows[i].field->offset == field->offset) {
            return;
        }
    }
    *rows_append(arena, keys) = (TextKey){shape, field};
}

static TextKeys list_text_keys(Arena *arena) {
    // A `why` that is a text alone has no key of its own.
    static const Field BARE_WHY = {.kind = FIELD_TEXT, .offset = offsetof(Why, text)};
    Shapes shapes = list_shapes(arena);
    TextKeys keys = {0};
    add_text_key(arena, &keys, &SHAPE_WHY, &BARE_WHY);
    for (int32_t i = 0; i < shapes.count; i++) {
        const Shape *shape = shapes.rows[i].shape;
        for (int32_t j = 0; j < shape->field_count; j++) {
            if (is_text_key(&shape->fields[j])) {
                add_text_key(arena, &keys, shape, &shape->fields[j]);
            }
        }
    }
    return keys;
}

// A text that stands for a single route is the whole value at its place.
static void visit_routes(const Check *check, TextVisit *visit, TextAt at, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &check->scenario->routes.rows[routes.first + i];
        at.text = route->text;
        at.place = route->place;
        at.member = routes.count > 1 ? S("text") : (Str){0};
        visit(check, &at);
    }
}

static void visit_row(const Check *check, TextVisit *visit, const TextKey *key, const char *row) {
    const void *slot = row + key->field->offset;
    TextAt at = {.key = key->field->key, .member = key->field->key, .index = -1};
    at.place = *(const int32_t *)(const void *)(row + key->shape->place);
    if (key->field->kind == FIELD_TEXT) {
        at.text = *(const Str *)slot;
        visit(check, &at);
        return;
    }
    Span span = *(const Span *)slot;
    if (key->field->kind == FIELD_TEXT_ROUTES) {
        visit_routes(check, visit, at, span);
        return;
    }
    for (at.index = 0; at.index < span.count; at.index++) {
        at.text = check->scenario->texts.rows[span.first + at.index];
        visit(check, &at);
    }
}

static void visit_texts(const Check *check, TextVisit *visit) {
    TextKeys keys = list_text_keys(check->scratch);
    int32_t end = 0;
    for (int32_t first = 0; first < keys.count; first = end) {
        const Shape *shape = keys.rows[first].shape;
        for (end = first + 1; end < keys.count && keys.rows[end].shape->table == shape->table;) {
            end++;
        }
        // All texts of a row in turn: they lie together in memory.
        int32_t row_count = shape->table == SHAPE_ROOT ? 2 : shape_table(check->scenario, shape)->count;
        for (int32_t row = 1; row < row_count; row++) {
            for (int32_t i = first; i < end; i++) {
                visit_row(check, visit, &keys.rows[i], shape_row(check->scenario, shape, row));
            }
        }
    }
}

// The tells below look closely, and most texts have nothing for them. So all are looked at once, byte by byte, for what
// each of them needs: a byte alone gives a sign; two that follow each other do when the first gives a bit that the
// second gives BYTE_SECOND higher, and the bit tells which sign.
enum {
    BYTE_FIRST = 8, // from here on the bits of typography, as TYPOGRAPHY_BYTES has them
    BYTE_SECOND = TYPOGRAPHY_SECOND,
    BYTE_E2 = 1 << 15 // the highest of the first
};

// Latin up to U+017F and the spaces, dashes and quotes of U+2000 to U+203F, which begin with E2 80, are always drawn.
static uint32_t signs_of_byte(uint32_t byte) {
    enum { FIRST_OTHER = 0xC6, E2 = 0xE2, ALWAYS_AFTER_E2 = 0x80 };
    uint32_t signs = byte >= FIRST_OTHER && byte != E2 ? SIGN_DRAWABLE : 0;
    signs |= byte == '&' || byte == '<' ? SIGN_MARKUP : 0;
    signs |= byte == '[' ? SIGN_BLANK : 0;
    signs |= byte == '@' || (byte >= '0' && byte <= '9') ? SIGN_PERSONAL : 0;
    signs |= byte == E2 ? BYTE_E2 : 0;
    return signs | (byte != ALWAYS_AFTER_E2 ? (uint32_t)BYTE_E2 << BYTE_SECOND : 0);
}

const uint32_t *check_list_bytes(Arena *arena, const Scenario *scenario) {
    enum { BYTES = 256 };
    uint32_t *bytes = arena_push(arena, uint32_t, BYTES);
    bool french = str_begins(scenario->language, S("fr"));
    for (uint32_t i = 0; i < BYTES; i++) {
        uint32_t typography = french ? TYPOGRAPHY_BYTES[i] : 0;
        bytes[i] = signs_of_byte(i) | typography << BYTE_FIRST;
        bytes[i] |= (typography & TYPOGRAPHY_ALONE) != 0 ? SIGN_TYPOGRAPHY : 0;
    }
    return bytes;
}

static bool parts_runs(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '-';
}

enum { COLUMN = CHECK_PAGE_WIDTH * 1000 / CHECK_PAGE_EM, RUN_BYTES = COLUMN / 1100 }; // a shorter run is never too wide

static bool may_run_long(Str text) {
    ptrdiff_t from = 0;
    while (text.len - from > RUN_BYTES) {
        ptrdiff_t to = from + RUN_BYTES;
        while (to >= from && !parts_runs(text.text[to])) {
            to--;
        }
        if (to < from) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

// Whether one of sixteen bytes may give a sign, alone or with the byte after it, of which there is one more: yes of
// some that give none, never no of one that does.
static bool may_give_sign(const char *text) {
    Lanes byte = lanes_load(text), next = lanes_load(text + 1);
    Lanes low = (Lanes)(byte - '0' <= '9' - '0') | (Lanes)(byte == '@') | (Lanes)(byte == '[') | (Lanes)(byte == '&') |
                (Lanes)(byte == '<');
    Lanes high = (Lanes)(byte >= 0xC6) & ((Lanes)(byte != 0xE2) | (Lanes)(next != 0x80));
    return lanes_any(low | high | typography_lanes(byte, next));
}

static uint32_t signs_of(const uint32_t *bytes, Str text) {
    uint32_t alone = 0;
    uint32_t pairs = 0;
    uint32_t before = 0;
    for (ptrdiff_t at = 0, to = 0; at < text.len; at = to) {
        to = text.len - at > LANES_COUNT ? at + LANES_COUNT : text.len;
        if (to < text.len && !may_give_sign(text.text + at)) {
            pairs |= before & bytes[(unsigned char)text.text[at]] >> BYTE_SECOND;
            before = 0;
            continue;
        }
        for (ptrdiff_t i = at; i < to; i++) {
            uint32_t byte = bytes[(unsigned char)text.text[i]];
            alone |= byte;
            pairs |= before & byte >> BYTE_SECOND;
            before = byte;
        }
    }
    alone &= (1 << BYTE_FIRST) - 1;
    pairs &= ((1 << BYTE_SECOND) - 1) << BYTE_FIRST;
    alone |= (pairs & BYTE_E2) != 0 ? SIGN_DRAWABLE : 0;
    alone |= (pairs & ~(uint32_t)BYTE_E2) != 0 ? SIGN_TYPOGRAPHY : 0;
    return alone | (may_run_long(text) ? SIGN_LONG_RUN : 0);
}

static void note_signs(const Check *check, const TextAt *at) {
    uint32_t signs = signs_of(check->bytes, at->text);
    if (signs != 0) {
        SignedText *text = rows_append(check->scratch, check->signed_texts);
        *text = (SignedText){.at = *at, .signs = signs};
    }
}

static void visit_signed(const Check *check, TextSign sign, TextVisit *visit) {
    for (int32_t i = 0; i < check->signed_texts->count; i++) {
        const SignedText *text = &check->signed_texts->rows[i];
        if ((text->signs & (uint32_t)sign) != 0) {
            visit(check, &text->at);
        }
    }
}

void check_note_signs(const Check *check) {
    visit_texts(check, note_signs);
}

static Finding *tell_of_text(const Check *check, FindingCode code, const TextAt *at, int32_t inside, Str about) {
    Finding *finding = findings_add(check->findings, code, at->place, about);
    finding->member = at->member;
    finding->index = at->index;
    finding->inside = inside;
    return finding;
}

// Enough of a text to know it by.
static Str first_chars(const Check *check, Str text) {
    enum { MOST_CHARS = 24 };
    Str first = str_slice(text, 0, utf8_offset(text, MOST_CHARS));
    return first.len == text.len ? text : str_format(check->findings->arena, "%.*s…", S_ARG(first));
}

static void tell_personal(const Check *check, const TextAt *at) {
    PersonalPart part = {0};
    for (int32_t i = 0; i < MOST_IN_A_TEXT; i++) {
        part = personal_find(at->text, part.to);
        if (part.to == 0 || is_given_openly(at->key)) {
            return;
        }
        tell_of_text(check, FINDING_LOOKS_PERSONAL, at, part.from, str_slice(at->text, part.from, part.to));
    }
}

void check_personal(const Check *check) {
    visit_signed(check, SIGN_PERSONAL, tell_personal);
}

static void tell_html(const Check *check, const TextAt *at) {
    MarkupPart part = {0};
    for (int32_t i = 0; i < MOST_IN_A_TEXT; i++) {
        part = markup_find(at->text, part.to);
        if (part.to == 0) {
            return;
        }
        Str about = str_slice(at->text, part.from, part.to);
        tell_of_text(check, FINDING_HTML_IN_TEXT, at, part.from, first_chars(check, about));
    }
}

// What a template leaves to its author stands between brackets.
static void tell_blanks(const Check *check, const TextAt *at) {
    ScenarioBlank blank = {0};
    for (int32_t i = 0; i < MOST_IN_A_TEXT; i++) {
        blank = scenario_find_blank(at->text, blank.to);
        if (blank.to == 0) {
            return;
        }
        Str about = str_slice(at->text, blank.from, blank.to);
        tell_of_text(check, FINDING_TO_COMPLETE, at, (int32_t)blank.from, about)->variant = TO_COMPLETE_BLANK;
    }
}

void check_blanks(const Check *check) {
    visit_signed(check, SIGN_BLANK, tell_blanks);
}

void check_html(const Check *check) {
    visit_signed(check, SIGN_MARKUP, tell_html);
}

static void tell_drawable(const Check *check, const TextAt *at) {
    DrawableNote note = {0};
    for (int32_t i = 0; i < MOST_IN_A_TEXT; i++) {
        note = drawable_find(at->text, note.to);
        if (note.fault == DRAWABLE_FINE) {
            return;
        }
        Str about = first_chars(check, str_slice(at->text, note.from, note.to));
        Finding *finding = tell_of_text(check, FINDING_NOT_DRAWN, at, note.from, about);
        finding->arguments[1] = character_code(check->findings->arena, note.code);
        finding->variant = note.fault == DRAWABLE_MISSING ? UNDRAWN_MISSING : UNDRAWN_RIGHT_TO_LEFT;
    }
}

void check_drawable(const Check *check) {
    visit_signed(check, SIGN_DRAWABLE, tell_drawable);
}

// A run is measured only when it is so long that it may be too wide, as next to none is.
static void tell_long_run(const Check *check, const TextAt *at) {
    Str text = at->text;
    ptrdiff_t from = 0;
    for (ptrdiff_t to = 0; to <= text.len; to++) {
        if (to < text.len && !parts_runs(text.text[to])) {
            continue;
        }
        Str run = str_slice(text, from, to);
        if (run.len > RUN_BYTES && advance_count_lines(run, COLUMN) > 1) {
            Finding *finding = tell_of_text(check, FINDING_OVERFLOW, at, (int32_t)from, first_chars(check, run));
            finding->variant = OVERFLOW_RUN;
            return;
        }
        from = to + 1;
    }
}

void check_long_runs(const Check *check) {
    visit_signed(check, SIGN_LONG_RUN, tell_long_run);
}

static void tell_typography(const Check *check, const TextAt *at) {
    TypographyNote note = {.offset = -1};
    for (int32_t i = 0; i < MOST_IN_A_TEXT; i++) {
        note = typography_find(at->text, note.offset + 1);
        if (note.fault == TYPOGRAPHY_FINE) {
            return;
        }
        Finding *finding = tell_of_text(check, FINDING_TYPOGRAPHY, at, note.offset, note.about);
        finding->variant = (int32_t)note.fault - TYPOGRAPHY_SPACE_BEFORE;
    }
}

void check_typography(const Check *check) {
    visit_signed(check, SIGN_TYPOGRAPHY, tell_typography); // which French texts have alone
}

// How many bytes of a text are marked.
static int32_t count_marked(Str text, uint64_t mark(uint64_t word)) {
    int32_t count = 0;
    ptrdiff_t at = 0;
    for (; text.len - at >= OCTETS_COUNT; at += OCTETS_COUNT) {
        count += octets_count(mark(octets_load(text.text + at)));
    }
    char rest[OCTETS_COUNT];
    memset(rest, 'a', sizeof rest);
    memcpy(rest, text.text + at, (size_t)(text.len - at));
    return count + octets_count(mark(octets_load(rest)));
}

// A quick bound: each sentence but the last has a mark at its end. \xA6 ends the bytes of "…".
static uint64_t mark_sentences(uint64_t word) {
    return octets_equal(word, '.') | octets_equal(word, '!') | octets_equal(word, '?') | octets_equal(word, 0xA6);
}

static int32_t most_sentences(Str text) {
    return text.len > 0 ? 1 + count_marked(text, mark_sentences) : 0;
}

// Likewise: between two words stands a space, an apostrophe, or what is not written in Latin letters: that begins with
// a byte that has its two highest bits and is not \xC3.
static uint64_t mark_words(uint64_t word) {
    uint64_t first = word & word << 1 & OCTETS_EACH(0x80);
    return octets_below(word, ' ' + 1) | octets_equal(word, '\'') | (first & ~octets_equal(word, 0xC3));
}

static int32_t most_words(Str text) {
    return text.len > 0 ? 1 + count_marked(text, mark_words) : 0;
}

static int32_t count_sentences(const Why *why, int32_t count(Str text)) {
    return count(why->text) + count(why->gives) + count(why->costs) + count(why->instead);
}

static void tell_length(const Check *check, int32_t place, int32_t count, int32_t most, Str member) {
    Finding *finding = findings_add(check->findings, FINDING_HARD_TO_READ, place, check_number(check, count));
    finding->arguments[1] = check_number(check, most);
    finding->variant = member.len > 0 ? HARD_TO_READ_LINE : HARD_TO_READ_FEEDBACK;
    finding->member = member;
}

// A line counts when somebody says it; of a `why` all parts count together.
void check_hard_to_read(const Check *check) {
    enum { WORDS = 28, SENTENCES = 3 };
    const Scenario *scenario = check->scenario;
    for (int32_t i = 1; i < scenario->lines.count; i++) {
        const Line *line = &scenario->lines.rows[i];
        bool few_words = line->by.name == 0 || most_words(line->text) <= WORDS;
        int32_t words = few_words ? 0 : utf8_count_words(line->text);
        if (words > WORDS) {
            tell_length(check, line->place, words, WORDS, S("text"));
        }
    }
    for (WhyId i = 1; i < scenario->whys.count; i++) {
        const Why *why = &scenario->whys.rows[i];
        bool few_sentences = count_sentences(why, most_sentences) <= SENTENCES;
        int32_t sentences = few_sentences ? 0 : count_sentences(why, utf8_count_sentences);
        if (sentences > SENTENCES) {
            tell_length(check, why->place, sentences, SENTENCES, (Str){0});
        }
    }
}

void check_past_review(const Check *check) {
    const Scenario *scenario = check->scenario;
    for (int32_t i = 1; i < scenario->sources.count && check->today != 0; i++) {
        const Source *source = &scenario->sources.rows[i];
        if (source->review_by.len > 0 && date_days(source->review_by) < check->today) {
            Str id = scenario_name(scenario, source->id);
            Finding *finding = findings_add(check->findings, FINDING_PAST_REVIEW, source->place, id);
            finding->arguments[1] = str_copy(check->findings->arena, source->review_by);
            finding->member = S("review_by");
        }
    }
}
