// Directions. In these texts a capital stands for a letter of Hebrew, so that the order on the screen can be read.
#include "base/random.h"
#include "base/utf8.h"

#include "text_case.h"

enum { ALEF = 0x5D0, ROOM = 40 * HALF };

static Str write_hebrew(Arena *arena, Str text) {
    StrBuilder written = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        if (c >= 'A' && c <= 'Z') {
            str_add_char(&written, (char)0xD7);
            str_add_char(&written, (char)(0x90 + c - 'A'));
        } else {
            str_add_char(&written, c);
        }
    }
    return str_built(&written);
}

static const char *mirror(int32_t code) {
    static const char *const PAIRS[] = {"(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«"};
    for (int32_t i = 0; i < COUNT(PAIRS); i += 2) {
        ptrdiff_t at = 0;
        if (utf8_decode(str_from_c(PAIRS[i]), &at) == code) {
            return PAIRS[i + 1];
        }
    }
    return NULL;
}

// One character as it is seen in a run that runs leftwards, or not.
static Str see_code(Arena *arena, Str text, bool leftward) {
    ptrdiff_t at = 0;
    int32_t code = utf8_decode(text, &at);
    if (code >= ALEF && code < ALEF + 26) {
        return str_format(arena, "%c", (char)('A' + code - ALEF));
    }
    const char *mirrored = leftward ? mirror(code) : NULL;
    return mirrored ? str_from_c(mirrored) : text;
}

static Str see_run(Arena *arena, const TextRun *run) {
    Str seen = {0};
    bool leftward = text_run_direction(run) == DIRECTION_LEFTWARD;
    for (ptrdiff_t at = 0; at < run->text.len;) {
        ptrdiff_t from = at;
        at = utf8_next_grapheme(run->text, at);
        Str one = see_code(arena, str_slice(run->text, from, at), leftward);
        Str first = leftward ? one : seen, second = leftward ? seen : one;
        seen = str_format(arena, "%.*s%.*s", S_ARG(first), S_ARG(second));
    }
    return run->face == FACE_REGULAR ? seen : str_format(arena, "{%.*s}", S_ARG(seen));
}

static const TextRun *find_run_at(const TextLayout *layout, const TextLine *line, int32_t x) {
    for (int32_t i = line->first_run; i < line->first_run + line->run_count; i++) {
        if (layout->runs[i].x == x && layout->runs[i].width > 0) {
            return &layout->runs[i];
        }
    }
    return NULL;
}

// From left to right; lines parted by |.
static Str see(Arena *arena, const TextLayout *layout) {
    StrBuilder seen = {.arena = arena};
    for (int32_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        str_add(&seen, i > 0 ? S("|") : S(""));
        const TextRun *run;
        for (int32_t x = 0; x < line->width; x += run->width) {
            run = find_run_at(layout, line, x);
            assert_non_null(run);
            str_add(&seen, see_run(arena, run));
        }
    }
    return str_built(&seen);
}

typedef struct {
    const char *text, *seen;
} Case;

static void assert_seen(TextCache *cache, TextStyle style, int32_t width, Case it) {
    Arena arena = {0};
    Str text = write_hebrew(&arena, str_from_c(it.text));
    assert_string_equal(str_to_c(&arena, see(&arena, text_layout(cache, text, style, width))), it.seen);
    arena_finish(&arena);
}

static void assert_all_seen(TextCache *cache, const Case *cases, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        assert_seen(cache, PLAIN, -1, cases[i]);
    }
}

static void words_numbers_and_signs_stand_where_the_algorithm_puts_them(void **state) {
    static const Case CASES[] = {
        {"car means CAR.", "car means RAC."},
        {"ABC DEF", "FED CBA"},
        {"CAR IS car, OK.", ".KO ,car SI RAC"},
        {"say ABC 123 DEF now", "say FED 123 CBA now"},
        {"ABC 123 DEF", "FED 123 CBA"},
        {"ABC 12-34, 5.6", "5.6 ,12-34 CBA"},
        {"ABC 12 34", "34 12 CBA"},
        {"it is 1. ABC", "it is 1. CBA"},
        {"ABC!", "!CBA"},
        {"say ABC!", "say CBA!"},
        {"elle dit : « ABC, DEF », puis", "elle dit : « FED ,CBA », puis"},
        {"« ABC »", "« CBA »"},
        {"ABC « de » F", "F « de » CBA"},
        {"12 abc", "12 abc"},
    };
    assert_all_seen(*state, CASES, COUNT(CASES));
}

static void brackets_go_in_pairs(void **state) {
    static const Case CASES[] = {
        {"a (B) c", "a (B) c"},
        {"a (B c) D", "a (B c) D"},
        {"a [B] (CD)", "a [B] (DC)"},
        {"A (b) C", "C (b) A"},
        {"A (B c) D", "D (c B) A"},
        {"AB(CD)[e]", "[e](DC)BA"},
        {"a (B", "a (B"},
        {"A)", "(A"},
        {"say (ABC, DEF) now", "say (FED ,CBA) now"},
    };
    assert_all_seen(*state, CASES, COUNT(CASES));
}

static void signs_of_direction_turn_what_they_hold_and_are_not_seen(void **state) {
    assert_seen(*state, PLAIN, -1, (Case){"say \u2067ABC, d\u2069!", "say d ,CBA!"});
    assert_seen(*state, PLAIN, -1, (Case){"a\u202Ebcd\u202Ce", "adcbe"});
    assert_seen(*state, PLAIN, -1, (Case){"say AB!\u200F", "say !BA"});
}

static void what_is_put_into_a_sentence_turns_nothing_around_it(void **state) {
    Arena arena = {0};
    Str name = write_hebrew(&arena, S("AB (c)"));
    assert_true(str_equal(text_isolate(&arena, S("« é »")), S("« é »")));
    Str sentence = str_format(&arena, "1. %.*s, 12", S_ARG(text_isolate(&arena, name)));
    assert_string_equal(str_to_c(&arena, see(&arena, text_layout(*state, sentence, PLAIN, -1))), "1. (c) BA, 12");
    arena_finish(&arena);
}

static void each_line_end_begins_a_paragraph(void **state) {
    assert_seen(*state, PLAIN, -1, (Case){"ABC.\nabc.\nDE!", ".CBA|abc.|!ED"});
    Arena arena = {0};
    const TextLayout *layout = text_layout(*state, write_hebrew(&arena, S("AB\nab\n\nAB\n\n")), PLAIN, -1);
    static const Direction EXPECTED[] = {DIRECTION_LEFTWARD, DIRECTION_RIGHTWARD, DIRECTION_RIGHTWARD,
                                         DIRECTION_LEFTWARD, DIRECTION_LEFTWARD,  DIRECTION_LEFTWARD};
    assert_int_equal(layout->line_count, COUNT(EXPECTED));
    for (int32_t i = 0; i < layout->line_count; i++) {
        assert_int_equal(layout->lines[i].direction, EXPECTED[i]);
    }
    arena_finish(&arena);
}

static void words_fill_lines_from_the_right(void **state) {
    assert_seen(*state, PLAIN, 7 * HALF, (Case){"ABC DEF GHI", "FED CBA|IHG"});
    assert_seen(*state, PLAIN, 7 * HALF, (Case){"ABC def GHI jkl", "def CBA|jkl IHG"});
    assert_seen(*state, PLAIN, 7 * HALF, (Case){"abc DEF GHI jkl", "abc FED|IHG jkl"});
    assert_seen(*state, PLAIN, 2 * HALF, (Case){"ABCDE", "BA|DC|E"});
    TextStyle one = PLAIN;
    one.most_lines = 1;
    assert_seen(*state, one, 7 * HALF, (Case){"ABC DEF GHI", "…ED CBA"});
    assert_seen(*state, one, 7 * HALF, (Case){"abc DEF GHI", "abc …ED"});
    assert_seen(*state, one, 0, (Case){"ABC DEF GHI", "…"});
}

static void emphasis_is_kept(void **state) {
    assert_seen(*state, MARKED, -1, (Case){"ABC *DEF* GHI", "IHG {FED} CBA"});
    assert_seen(*state, MARKED, -1, (Case){"say *ABC, def* now", "say {CBA}{, def} now"});
    assert_seen(*state, MARKED, -1, (Case){"ABC *12* DEF", "FED {12} CBA"});
    assert_seen(*state, MARKED, -1, (Case){"*AB*", "{BA}"});
}

static int32_t caret_x(TextCache *cache, const TextLayout *layout, int32_t room, ptrdiff_t offset) {
    int32_t x, line;
    text_layout_find_caret(cache, layout, room, offset, &x, &line);
    assert_int_equal(line, 0);
    return x / HALF;
}

static void a_caret_stands_on_the_side_of_what_follows(void **state) {
    Arena arena = {0};
    const TextLayout *mixed = text_layout(*state, write_hebrew(&arena, S("abDE f")), PLAIN, -1);
    static const ptrdiff_t OFFSETS[] = {0, 1, 2, 4, 6, 7, 8};
    static const int32_t PLACES[] = {0, 1, 4, 3, 4, 5, 6};
    for (int32_t i = 0; i < COUNT(OFFSETS); i++) {
        assert_int_equal(caret_x(*state, mixed, ROOM, OFFSETS[i]), PLACES[i]);
    }
    const TextLayout *leftward = text_layout(*state, write_hebrew(&arena, S("DE  ")), PLAIN, -1);
    assert_int_equal(caret_x(*state, leftward, ROOM, 0), 40);
    assert_int_equal(caret_x(*state, leftward, ROOM, 4), 38);
    assert_int_equal(caret_x(*state, leftward, ROOM, 6), 36);
    assert_int_equal(caret_x(*state, leftward, 0, 0), 2);
    assert_int_equal(text_layout_find_offset(*state, leftward, ROOM, 39 * HALF, 0), 2);
    assert_int_equal(text_layout_find_offset(*state, leftward, ROOM, 0, 0), 6);
    assert_int_equal(text_layout_find_offset(*state, leftward, ROOM, ROOM, 0), 0);
    const TextLayout *ends = text_layout(*state, write_hebrew(&arena, S("ab DE ")), PLAIN, -1);
    assert_int_equal(caret_x(*state, ends, ROOM, 7), 3);
    assert_int_equal(caret_x(*state, ends, ROOM, 8), 6);
    arena_finish(&arena);
}

static void what_is_selected_is_one_stretch_for_each_direction(void **state) {
    Arena arena = {0};
    const TextLayout *layout = text_layout(*state, write_hebrew(&arena, S("ab DE fg")), PLAIN, -1);
    ptrdiff_t from = 1;
    TextSpan span = text_layout_take_span(*state, layout, &layout->lines[0], &from, 5);
    assert_true(from == 3 && span.left == HALF && span.right == 3 * HALF);
    span = text_layout_take_span(*state, layout, &layout->lines[0], &from, 5);
    assert_true(from == 5 && span.left == 4 * HALF && span.right == 5 * HALF);
    from = 5;
    span = text_layout_take_span(*state, layout, &layout->lines[0], &from, 7);
    assert_true(from == 7 && span.left == 3 * HALF && span.right == 4 * HALF);
    arena_finish(&arena);
}

// Every byte stands in one run, but for marks, line ends and the spaces that hang; the runs fill the line.
static void check_line(const TextLayout *layout, const TextLine *line) {
    ptrdiff_t at = line->from;
    int32_t width = 0;
    for (int32_t i = 0; i < line->run_count; i++) {
        const TextRun *run = &layout->runs[line->first_run + i];
        Str gap = str_slice(layout->text, at, run->from);
        assert_true(run->from >= at && run->to > run->from);
        assert_true(gap.len == 0 || str_equal(gap, S("*")) || str_equal(gap, S("**")));
        assert_int_equal(run->width, fake_width(run->face, EM, run->text));
        at = run->to;
        width += run->width;
    }
    assert_int_equal(line->width, width);
    for (; at < line->to; at++) {
        assert_true(layout->text.text[at] == ' ' || layout->text.text[at] == '*');
    }
    for (int32_t x = 0; x < line->width;) {
        const TextRun *run = find_run_at(layout, line, x);
        assert_non_null(run);
        x += run->width;
    }
}

static void check_carets(TextCache *cache, const TextLayout *layout) {
    for (ptrdiff_t at = 0; at < layout->text.len; at = utf8_next_grapheme(layout->text, at)) {
        int32_t x, line, again_x, again_line;
        text_layout_find_caret(cache, layout, ROOM, at, &x, &line);
        ptrdiff_t found = text_layout_find_offset(cache, layout, ROOM, x, layout->lines[line].top + LINE / 2);
        text_layout_find_caret(cache, layout, ROOM, found, &again_x, &again_line);
        assert_true(again_x == x && again_line == line);
    }
}

// The spans of a line do not meet, and are together as wide as it is.
static void check_spans(TextCache *cache, const TextLayout *layout, const TextLine *line) {
    if (line->run_count == 0) {
        return;
    }
    int32_t width = 0;
    ptrdiff_t end = layout->runs[line->first_run + line->run_count - 1].to;
    for (ptrdiff_t from = line->from; from < end;) {
        ptrdiff_t before = from;
        TextSpan span = text_layout_take_span(cache, layout, line, &from, end);
        assert_true(from > before && span.left >= 0 && span.left <= span.right && span.right <= line->width);
        width += span.right - span.left;
    }
    assert_int_equal(width, line->width);
}

static void random_texts_lose_nothing_and_carets_come_back(void **state) {
    static const Str PARTS[] = {
        S_INIT("a"),
        S_INIT("mot"),
        S_INIT("\u05D0"),
        S_INIT("\u05D1\u05D2"),
        S_INIT("\u0645\u0631"),
        S_INIT(" "),
        S_INIT(" "),
        S_INIT(" "),
        S_INIT("12"),
        S_INIT("\u0661"),
        S_INIT("("),
        S_INIT(")"),
        S_INIT("!"),
        S_INIT(", "),
        S_INIT("«"),
        S_INIT("»"),
        S_INIT("*"),
        S_INIT("-"),
        S_INIT("é"),
        S_INIT("\n"),
        S_INIT("*\u05D3*"),
        S_INIT("e\u0301"),
        S_INIT("*x*"),
        S_INIT("%"),
    };
    Random random = random_from_seed(9);
    for (int32_t round = 0; round < 1500; round++) {
        Arena arena = {0};
        StrBuilder text = {.arena = &arena};
        for (int32_t i = random_below(&random, 40); i > 0; i--) {
            str_add(&text, PARTS[random_below(&random, COUNT(PARTS))]);
        }
        TextStyle style = round % 2 ? MARKED : PLAIN;
        const TextLayout *layout = text_layout(*state, str_built(&text), style, random_below(&random, ROOM));
        for (int32_t i = 0; i < layout->line_count; i++) {
            check_line(layout, &layout->lines[i]);
            check_spans(*state, layout, &layout->lines[i]);
        }
        check_carets(*state, layout);
        text_cache_tick(*state);
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_numbers_and_signs_stand_where_the_algorithm_puts_them),
        cmocka_unit_test(brackets_go_in_pairs),
        cmocka_unit_test(signs_of_direction_turn_what_they_hold_and_are_not_seen),
        cmocka_unit_test(what_is_put_into_a_sentence_turns_nothing_around_it),
        cmocka_unit_test(each_line_end_begins_a_paragraph),
        cmocka_unit_test(words_fill_lines_from_the_right),
        cmocka_unit_test(emphasis_is_kept),
        cmocka_unit_test(a_caret_stands_on_the_side_of_what_follows),
        cmocka_unit_test(what_is_selected_is_one_stretch_for_each_direction),
        cmocka_unit_test(random_texts_lose_nothing_and_carets_come_back),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
