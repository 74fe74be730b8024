#include "editor/find.h"

#include "base/utf8.h"
#include "editor/texts.h"

// A text as it is compared: what it is looked for as, with the place of each code point.
typedef struct {
    int32_t *codes, *places; // count + 1 places: the last is the end
    int32_t count;
} Plain;

static bool is_space(int32_t code) {
    return code == ' ' || code == '\t' || code == '\n' || code == 0xA0 || code == 0x202F || code == 0x2009;
}

static int32_t plain_of(Arena *scratch, Str letter, int32_t code, bool exact_case) {
    if (code == 0x2019) {
        return '\'';
    }
    if (is_space(code)) {
        return ' ';
    }
    bool capital = code >= 'A' && code <= 'Z';
    if (exact_case || (code < 0x80 && !capital)) {
        return code;
    }
    ArenaMark mark = arena_mark(scratch);
    ptrdiff_t at = 0;
    int32_t small = capital ? code + 'a' - 'A' : utf8_decode(utf8_fold_case(scratch, letter), &at);
    arena_rewind(scratch, mark);
    return small;
}

static Plain make_plain(Arena *arena, Str text, bool exact_case) {
    int32_t most = utf8_count(text);
    Plain plain = {.codes = arena_push(arena, int32_t, most + 1), .places = arena_push(arena, int32_t, most + 1)};
    for (ptrdiff_t at = 0; at < text.len;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(text, &at);
        plain.codes[plain.count] = plain_of(arena, str_slice(text, from, at), code, exact_case);
        plain.places[plain.count++] = (int32_t)from;
    }
    plain.places[plain.count] = (int32_t)text.len;
    return plain;
}

static bool stands_at(const Plain *text, int32_t at, const Plain *wanted) {
    bool same = at + wanted->count <= text->count;
    for (int32_t i = 0; i < wanted->count && same; i++) {
        same = text->codes[at + i] == wanted->codes[i];
    }
    return same;
}

static bool is_of_word(const Plain *text, int32_t at) {
    int32_t code = at >= 0 && at < text->count ? text->codes[at] : ' ';
    return utf8_is_letter(code) || (code >= '0' && code <= '9');
}

// Not in the middle of a word on either side.
static bool is_whole(const Plain *text, int32_t from, int32_t to) {
    return !(is_of_word(text, from - 1) && is_of_word(text, from)) &&
           !(is_of_word(text, to - 1) && is_of_word(text, to));
}

FindHits find_hits(Arena *arena, const Form *texts, Str wanted, FindRules rules) {
    FindHits hits = {0};
    Arena scratch = {0};
    Plain looked_for = make_plain(&scratch, wanted, rules.exact_case);
    for (int32_t i = 0; i < texts->count && looked_for.count > 0; i++) {
        ArenaMark mark = arena_mark(&scratch);
        Str written = texts_is_pattern(&texts->rows[i]) ? (Str){0} : texts->rows[i].text;
        Plain text = make_plain(&scratch, written, rules.exact_case);
        for (int32_t at = 0; at < text.count;) {
            int32_t to = at + looked_for.count;
            bool hit = stands_at(&text, at, &looked_for) && (!rules.whole_words || is_whole(&text, at, to));
            if (hit) {
                *rows_append(arena, &hits) = (FindHit){.text = i, .from = text.places[at], .to = text.places[to]};
            }
            at = hit ? to : at + 1;
        }
        arena_rewind(&scratch, mark);
    }
    arena_finish(&scratch);
    return hits;
}

Operations find_replace(Arena *arena, const Form *texts, const FindHits *hits, const bool *left_out, Str by) {
    Operations step = {0};
    int32_t end = 0;
    for (int32_t first = 0; first < hits->count; first = end) {
        const FormRow *row = &texts->rows[hits->rows[first].text];
        StrBuilder text = {.arena = arena};
        int32_t from = 0;
        for (end = first; end < hits->count && hits->rows[end].text == hits->rows[first].text; end++) {
            const FindHit *hit = &hits->rows[end];
            if (!left_out[end]) {
                str_add(&text, str_slice(row->text, from, hit->from));
                str_add(&text, by);
                from = hit->to;
            }
        }
        str_add(&text, str_slice(row->text, from, row->text.len));
        if (!str_equal(str_built(&text), row->text)) {
            *rows_append(arena, &step) = operation_text(arena, row->at, str_built(&text));
        }
    }
    return step;
}
