#include "ui/text.h"

#include "base/random.h"
#include "base/utf8.h"

#include "text_case.h"

// Lines parted by |, runs that are not regular between braces.
static Str show(Arena *arena, const TextLayout *layout) {
    StrBuilder shown = {.arena = arena};
    for (int32_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        str_add(&shown, i > 0 ? S("|") : S(""));
        for (int32_t k = line->first_run; k < line->first_run + line->run_count; k++) {
            const TextRun *run = &layout->runs[k];
            str_addf(&shown, run->face == FACE_REGULAR ? "%.*s" : "{%.*s}", S_ARG(run->text));
        }
    }
    return str_built(&shown);
}

static void assert_shown(TextCache *cache, Str text, TextStyle style, int32_t width, const char *expected) {
    Arena arena = {0};
    Str shown = show(&arena, text_layout(cache, text, style, width));
    assert_string_equal(str_to_c(&arena, shown), expected);
    arena_finish(&arena);
}

static void lines_are_filled_with_words(void **state) {
    assert_shown(*state, S("un deux trois"), PLAIN, 7 * HALF, "un deux|trois");
    assert_shown(*state, S("un deux trois"), PLAIN, 7 * HALF - 1, "un|deux|trois");
    assert_shown(*state, S("un deux   trois   "), PLAIN, 7 * HALF, "un deux|trois");
    assert_shown(*state, S("peut-être"), PLAIN, 5 * HALF, "peut-|être");
    assert_shown(*state, S("un deux trois"), PLAIN, -1, "un deux trois");
    assert_shown(*state, S("un\ndeux"), PLAIN, -1, "un|deux");
}

// As a font does: what follows a hyphen stands closer to it.
static int32_t measure_kerned(void *context, Face face, int32_t size, Direction direction, Str text) {
    int32_t width = fake_typesetter().measure(context, face, size, direction, text);
    for (ptrdiff_t at = 0; at + 1 < text.len; at++) {
        width -= text.text[at] == '-';
    }
    return width;
}

static void what_a_hyphen_brings_closer_stands_in_the_width_it_wishes_for(void **state) {
    (void)state;
    Typesetter kerned = fake_typesetter();
    kerned.measure = measure_kerned;
    TextCache *cache = text_cache_create(kerned, KEPT);
    static const Str TEXTS[] = {S_INIT("Par sous-groupe"), S_INIT("va-t-il bien ?"), S_INIT("est-ce *peut-être* lui")};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        int32_t width = text_layout(cache, TEXTS[i], MARKED, -1)->width;
        assert_int_equal(text_layout(cache, TEXTS[i], MARKED, width)->line_count, 1);
        assert_int_equal(text_layout(cache, TEXTS[i], MARKED, width - 1)->line_count, 2);
    }
    text_cache_destroy(cache);
}

// As a font does as well: what follows a hyphen stands further from it.
static int32_t measure_apart(void *context, Face face, int32_t size, Direction direction, Str text) {
    int32_t width = fake_typesetter().measure(context, face, size, direction, text);
    for (ptrdiff_t at = 0; at + 1 < text.len; at++) {
        width += 2 * (text.text[at] == '-');
    }
    return width;
}

static void what_a_hyphen_keeps_apart_leaves_no_line(void **state) {
    (void)state;
    Typesetter apart = fake_typesetter();
    apart.measure = measure_apart;
    TextCache *cache = text_cache_create(apart, KEPT);
    Str text = S("le-fichier-sera-ici va-t-il bien");
    int32_t whole = text_layout(cache, text, PLAIN, -1)->width;
    for (int32_t width = 8 * HALF; width <= whole; width++) {
        assert_true(text_layout(cache, text, PLAIN, width)->width <= width);
    }
    text_cache_destroy(cache);
}

static void a_word_wider_than_the_line_breaks_at_graphemes(void **state) {
    assert_shown(*state, S("le anticonstitutionnel mot"), PLAIN, 5 * HALF, "le|antic|onsti|tutio|nnel|mot");
    assert_shown(*state, S("e\u0301e\u0301e\u0301"), PLAIN, 0, "e\u0301|e\u0301|e\u0301");
    assert_shown(*state, S("abcd!"), PLAIN, 4 * HALF, "abc|d!");
    assert_shown(*state, S("*ab*cd"), MARKED, 0, "{a}|{b}|c|d");
    assert_shown(*state, S("a*b*"), MARKED, 0, "a|{b}");
}

static void emphasis_is_set_in_the_other_face(void **state) {
    TextStyle italic = MARKED, bold = MARKED;
    italic.face = FACE_ITALIC;
    bold.face = FACE_BOLD;
    const TextLayout *layout = text_layout(*state, S("l’*eau* pure"), MARKED, -1);
    assert_int_equal(layout->run_count, 3);
    assert_int_equal(layout->runs[1].face, FACE_ITALIC);
    assert_int_equal(layout->runs[1].from, 5);
    assert_int_equal(layout->runs[1].to, 8);
    assert_int_equal(layout->runs[1].x, 2 * HALF);
    assert_int_equal(text_layout(*state, S("*eau*"), italic, -1)->runs[0].face, FACE_REGULAR);
    assert_int_equal(text_layout(*state, S("*eau*"), bold, -1)->runs[0].face, FACE_BOLD_ITALIC);
    assert_shown(*state, S("un *deux trois* quatre"), MARKED, 6 * HALF, "un|{deux}|{trois}|quatre");
    assert_shown(*state, S("2 * 3 *"), MARKED, -1, "2 * 3 *");
    assert_shown(*state, S("*un*"), PLAIN, -1, "*un*");
}

static void a_blank_line_makes_a_paragraph_half_a_line_apart(void **state) {
    const TextLayout *layout = text_layout(*state, S("\n\nun\ndeux\n \n\ntrois\n\n"), MARKED, -1);
    assert_int_equal(layout->line_count, 3);
    assert_int_equal(layout->lines[1].top, LINE);
    assert_int_equal(layout->lines[2].top, 2 * LINE + LINE / 2);
    assert_int_equal(layout->height, 3 * LINE + LINE / 2);
    assert_int_equal(text_layout(*state, S("un\n\ndeux\n"), PLAIN, -1)->line_count, 4);
    assert_int_equal(text_layout(*state, S(" \n"), MARKED, -1)->line_count, 1);
}

static void an_empty_text_is_one_empty_line(void **state) {
    const TextLayout *layout = text_layout(*state, S(""), PLAIN, 100);
    assert_int_equal(layout->line_count, 1);
    assert_int_equal(layout->run_count, 0);
    assert_int_equal(layout->height, LINE);
    assert_int_equal(layout->baseline, (LINE - EM) / 2 + EM * 3 / 4);
    int32_t x, line;
    text_layout_find_caret(*state, layout, 0, 0, &x, &line);
    assert_true(x == 0 && line == 0);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 50, 50), 0);
}

static void what_has_no_place_is_cut_with_an_ellipsis_that_fits(void **state) {
    TextStyle two = MARKED, one = MARKED;
    two.most_lines = 2;
    one.most_lines = 1;
    assert_shown(*state, S("un deux trois"), two, 4 * HALF, "un|deu…");
    assert_shown(*state, S("un deux trois"), one, 8 * HALF, "un deux…");
    assert_shown(*state, S("un deux"), one, 7 * HALF, "un deux");
    assert_shown(*state, S("un deux\n\n"), one, 7 * HALF, "un deux");
    assert_shown(*state, S("un\ndeux"), one, -1, "un…");
    assert_shown(*state, S("un *d* trois"), one, 4 * HALF, "un…");
    assert_shown(*state, S("un *da* trois"), one, 5 * HALF, "un {d…}");
    assert_shown(*state, S("anticonstitutionnellement"), one, 5 * HALF, "anti…");
    assert_shown(*state, S("aa"), one, 0, "…");
    assert_shown(*state, S("un. deux"), one, 6 * HALF, "un…"); // no four dots
    assert_shown(*state, S("un\u202F: deux"), one, 6 * HALF, "un…");
    assert_shown(*state, S("un\u00A0· deux"), one, 6 * HALF, "un…");
    assert_shown(*state, S("un?! deux"), one, 6 * HALF, "un?!…");
    assert_true(text_layout(*state, S("un deux trois"), two, 4 * HALF)->cut);
    assert_false(text_layout(*state, S("un deux"), one, 7 * HALF)->cut);
    assert_false(text_layout(*state, S("un deux\n"), one, 7 * HALF)->cut);
}

static void what_fonts_cannot_draw_is_painted_otherwise(void **state) {
    assert_shown(*state, S("porte\u2011clé\ta\u00ADb\u2060c\u200Bd"), PLAIN, -1, "porte-clé abcd");
    assert_shown(*state, S("a\xFF"), PLAIN, -1, "a\uFFFD");
}

static void the_widest_word_is_what_must_fit(void **state) {
    assert_int_equal(text_layout(*state, S("un peut-être ! à"), PLAIN, -1)->widest_word, 6 * HALF);
    assert_int_equal(text_layout(*state, S("un long-oui deux"), PLAIN, 3 * HALF)->widest_word, 5 * HALF);
}

static void assert_caret(TextCache *cache, const TextLayout *layout, ptrdiff_t offset, const int32_t expected[2]) {
    int32_t x, line;
    text_layout_find_caret(cache, layout, 0, offset, &x, &line);
    assert_int_equal(x, expected[0]);
    assert_int_equal(line, expected[1]);
}

static void a_caret_stands_before_its_byte(void **state) {
    const TextLayout *layout = text_layout(*state, S("un deux\ntrois\n"), PLAIN, 4 * HALF);
    assert_int_equal(layout->line_count, 5); // un|deux|tro|is|
    assert_caret(*state, layout, 2, (int32_t[]){2 * HALF, 0});
    assert_caret(*state, layout, 3, (int32_t[]){0, 1});
    assert_caret(*state, layout, 7, (int32_t[]){4 * HALF, 1});
    assert_caret(*state, layout, 8, (int32_t[]){0, 2});
    assert_caret(*state, layout, 12, (int32_t[]){0, 3});
    assert_caret(*state, layout, 14, (int32_t[]){0, 4});
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 1000, 0), 2);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 1000, LINE), 7);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 1000, 2 * LINE), 11);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, -5, 2 * LINE), 8);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 0, 1000), 14);
    assert_int_equal(text_layout_find_offset(*state, layout, 0, HALF + HALF / 2 + 1, -50), 2);
}

static void offsets_of_a_marked_text_are_those_of_its_source(void **state) {
    const TextLayout *layout = text_layout(*state, S("un *deux* trois"), MARKED, -1);
    assert_caret(*state, layout, 4, (int32_t[]){3 * HALF, 0});
    assert_caret(*state, layout, 6, (int32_t[]){5 * HALF, 0});
    assert_caret(*state, layout, 10, (int32_t[]){8 * HALF, 0});
    assert_caret(*state, layout, 15, (int32_t[]){13 * HALF, 0});
    assert_int_equal(text_layout_find_offset(*state, layout, 0, 5 * HALF, 0), 6);
    layout = text_layout(*state, S("*a*  "), MARKED, -1);
    assert_caret(*state, layout, 5, (int32_t[]){3 * HALF, 0});
}

static void assert_layouts_are_kept(TextCache *cache, ptrdiff_t most) {
    for (int32_t i = 0; i < 20000; i++) {
        Arena arena = {0};
        StrBuilder text = {.arena = &arena};
        for (int32_t k = 0; k < i % 97; k++) {
            str_addf(&text, "mot %d ", i);
        }
        text_layout(cache, str_built(&text), PLAIN, 300);
        arena_finish(&arena);
        if (i % 10 == 0) {
            text_cache_tick(cache);
        }
        assert_true(text_cache_size(cache) < most);
    }
}

static void the_cache_stays_within_its_bytes(void **state) {
    (void)state;
    TextCache *cache = text_cache_create(fake_typesetter(), 512 * 1024);
    assert_layouts_are_kept(cache, 3 * 1024 * 1024);
    ptrdiff_t full = text_cache_size(cache);
    text_cache_clear(cache);
    assert_true(text_cache_size(cache) < full);
    assert_layouts_are_kept(cache, 3 * 1024 * 1024);
    text_cache_destroy(cache);
    text_cache_destroy(NULL);
}

static void a_layout_asked_for_stays_until_two_ticks_have_passed(void **state) {
    (void)state;
    TextCache *cache = text_cache_create(fake_typesetter(), 0);
    const TextLayout *layout = text_layout(cache, S("un deux"), PLAIN, 100);
    text_layout(cache, S("trois"), PLAIN, 100);
    text_cache_tick(cache);
    assert_ptr_equal(text_layout(cache, S("un deux"), PLAIN, 100), layout);
    text_cache_tick(cache);
    text_layout(cache, S("trois"), PLAIN, 100);
    assert_true(str_equal(layout->runs[0].text, S("un deux")));
    assert_ptr_not_equal(text_layout(cache, S("un deux"), PLAIN, 101), layout);
    assert_ptr_not_equal(text_layout(cache, S("un deux"), MARKED, 100), layout);
    assert_ptr_equal(text_layout(cache, S("un deux"), PLAIN, 100), layout);
    text_cache_destroy(cache);
}

static Str random_text(Arena *arena, Random *random, const Str *parts, int32_t part_count) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = random_below(random, 60); i > 0; i--) {
        str_add(&text, parts[random_below(random, part_count)]);
    }
    return str_built(&text);
}

static bool is_forbidden_start(Str text) {
    static const Str CLOSERS[] = {S_INIT("»"), S_INIT(";"), S_INIT(":"), S_INIT("!"), S_INIT("?"), S_INIT(")"),
                                  S_INIT("]"), S_INIT("}"), S_INIT("…"), S_INIT(","), S_INIT("."), S_INIT("%")};
    for (int32_t i = 0; i < COUNT(CLOSERS); i++) {
        if (str_begins(text, CLOSERS[i])) {
            return true;
        }
    }
    return false;
}

static bool is_forbidden_end(Str text) {
    return str_ends(text, S("«")) || str_ends(text, S("(")) || str_ends(text, S("[")) || str_ends(text, S("—"));
}

static Str text_of_line(Arena *arena, const TextLayout *layout, const TextLine *line) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = line->first_run; i < line->first_run + line->run_count; i++) {
        str_add(&text, layout->runs[i].text);
    }
    return str_built(&text);
}

// The text that precedes a line in its paragraph: nothing at a start, which may be anything.
static bool follows_in_paragraph(const TextLayout *layout, int32_t line) {
    return line > 0 && layout->lines[line - 1].to == layout->lines[line].from;
}

static void check_lines(Arena *arena, const TextLayout *layout, int32_t width) {
    for (int32_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        Str text = text_of_line(arena, layout, line);
        int32_t x = 0;
        for (int32_t k = line->first_run; k < line->first_run + line->run_count; k++) {
            assert_int_equal(layout->runs[k].x, x);
            assert_int_equal(layout->runs[k].width, fake_width(layout->runs[k].face, EM, layout->runs[k].text));
            x += layout->runs[k].width;
        }
        assert_int_equal(line->width, x);
        assert_true(line->width <= width || utf8_count_graphemes(text) <= 1);
        assert_true(i == 0 || line->from >= layout->lines[i - 1].to);
        if (width >= layout->widest_word && follows_in_paragraph(layout, i)) {
            assert_false(is_forbidden_start(text));
            assert_false(is_forbidden_end(text_of_line(arena, layout, line - 1)));
        }
    }
}

// The source without spaces and stars is what is painted without them.
static void check_content(Arena *arena, const TextLayout *layout) {
    StrBuilder source = {.arena = arena}, painted = {.arena = arena};
    for (ptrdiff_t at = 0; at < layout->text.len; at++) {
        char byte = layout->text.text[at];
        if (byte != ' ' && byte != '*' && byte != '\n') {
            str_add_char(&source, byte);
        }
    }
    for (int32_t i = 0; i < layout->run_count; i++) {
        Str text = layout->runs[i].text;
        for (ptrdiff_t at = 0; at < text.len; at++) {
            if (text.text[at] != ' ' && text.text[at] != '*') {
                str_add_char(&painted, text.text[at]);
            }
        }
    }
    assert_true(str_equal(str_built(&source), str_built(&painted)));
}

static void check_carets(TextCache *cache, const TextLayout *layout, TextStyle style) {
    for (ptrdiff_t at = 0;; at = utf8_next_grapheme(layout->text, at)) {
        int32_t x, line;
        text_layout_find_caret(cache, layout, 0, at, &x, &line);
        ptrdiff_t found = text_layout_find_offset(cache, layout, 0, x, layout->lines[line].top + LINE / 2);
        if (!style.marked) {
            assert_int_equal(found, at);
        }
        int32_t again_x, again_line;
        text_layout_find_caret(cache, layout, 0, found, &again_x, &again_line);
        assert_true(again_x == x && again_line == line);
        if (at == layout->text.len) {
            return;
        }
    }
}

static void random_texts_at_random_widths_keep_the_rules(void **state) {
    static const Str PARTS[] = {
        S_INIT("a"),        S_INIT("mot"), S_INIT("é"),  S_INIT("e\u0301"), S_INIT(" "),       S_INIT(" "),
        S_INIT(" "),        S_INIT("-"),   S_INIT("!"),  S_INIT("»"),       S_INIT("«"),       S_INIT("("),
        S_INIT("…"),        S_INIT(","),   S_INIT("— "), S_INIT("*"),       S_INIT("\u202F!"), S_INIT("🇫🇷"),
        S_INIT("👍🏽"), S_INIT("日"),  S_INIT("\n"), S_INIT("."),       S_INIT("*x*"),     S_INIT("\n\n"),
    };
    Random random = random_from_seed(20);
    for (int32_t round = 0; round < 6000; round++) {
        Arena arena = {0};
        Str text = random_text(&arena, &random, PARTS, COUNT(PARTS));
        TextStyle style = PLAIN;
        style.marked = round % 2;
        style.face = (Face)random_below(&random, FACE_COUNT);
        int32_t width = random_below(&random, 30 * HALF);
        const TextLayout *layout = text_layout(*state, text, style, width);
        check_lines(&arena, layout, width);
        check_carets(*state, layout, style);
        style.most_lines = 1 + random_below(&random, 3);
        const TextLayout *cut = text_layout(*state, text, style, width);
        check_lines(&arena, cut, width);
        assert_int_equal(cut->cut, layout->line_count > style.most_lines);
        assert_true(cut->line_count <= style.most_lines);
        text_cache_tick(*state);
        arena_finish(&arena);
    }
}

static void what_is_painted_is_the_text_without_its_marks(void **state) {
    static const Str PARTS[] = {S_INIT("a"), S_INIT("mot"), S_INIT("é"), S_INIT(" "),  S_INIT(" "),  S_INIT("-"),
                                S_INIT("!"), S_INIT("«"),   S_INIT("*"), S_INIT("日"), S_INIT("\n"), S_INIT("*x*")};
    Random random = random_from_seed(21);
    for (int32_t round = 0; round < 2000; round++) {
        Arena arena = {0};
        Str text = random_text(&arena, &random, PARTS, COUNT(PARTS));
        check_content(&arena, text_layout(*state, text, MARKED, random_below(&random, 300)));
        text_cache_tick(*state);
        arena_finish(&arena);
    }
}

typedef struct {
    Typesetter inner;
    int64_t measured; // bytes
} Counter;

static int32_t count_and_measure(void *context, Face face, int32_t size, Direction direction, Str text) {
    Counter *counter = context;
    counter->measured += text.len;
    return counter->inner.measure(NULL, face, size, direction, text);
}

static FaceMetrics same_metrics(void *context, Face face, int32_t size) {
    Counter *counter = context;
    return counter->inner.metrics(NULL, face, size);
}

static void a_long_text_is_measured_little_more_than_once(void **state) {
    (void)state;
    Counter counter = {fake_typesetter(), 0};
    TextCache *cache = text_cache_create((Typesetter){&counter, count_and_measure, same_metrics}, KEPT);
    Arena arena = {0};
    StrBuilder words = {.arena = &arena}, letters = {.arena = &arena};
    for (int32_t i = 0; i < 4000; i++) {
        str_addf(&words, "%s", i % 7 ? "parole " : "*dite* ");
        str_add(&letters, S("lettres"));
    }
    text_layout(cache, str_built(&words), MARKED, 60 * HALF);
    assert_true(counter.measured < words.count * 3 / 2);
    counter.measured = 0;
    text_layout(cache, str_built(&words), MARKED, 60 * HALF);
    assert_int_equal(counter.measured, 0);
    text_layout(cache, str_built(&letters), MARKED, 60 * HALF);
    assert_true(counter.measured < 20 * letters.count);
    counter.measured = 0;
    TextStyle one = MARKED;
    one.most_lines = 1;
    text_layout(cache, str_built(&words), one, 60 * HALF);
    assert_true(counter.measured < 2000);
    arena_finish(&arena);
    text_cache_destroy(cache);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_filled_with_words),
        cmocka_unit_test(what_a_hyphen_brings_closer_stands_in_the_width_it_wishes_for),
        cmocka_unit_test(what_a_hyphen_keeps_apart_leaves_no_line),
        cmocka_unit_test(a_word_wider_than_the_line_breaks_at_graphemes),
        cmocka_unit_test(emphasis_is_set_in_the_other_face),
        cmocka_unit_test(a_blank_line_makes_a_paragraph_half_a_line_apart),
        cmocka_unit_test(an_empty_text_is_one_empty_line),
        cmocka_unit_test(what_has_no_place_is_cut_with_an_ellipsis_that_fits),
        cmocka_unit_test(what_fonts_cannot_draw_is_painted_otherwise),
        cmocka_unit_test(the_widest_word_is_what_must_fit),
        cmocka_unit_test(a_caret_stands_before_its_byte),
        cmocka_unit_test(offsets_of_a_marked_text_are_those_of_its_source),
        cmocka_unit_test(the_cache_stays_within_its_bytes),
        cmocka_unit_test(a_layout_asked_for_stays_until_two_ticks_have_passed),
        cmocka_unit_test(random_texts_at_random_widths_keep_the_rules),
        cmocka_unit_test(what_is_painted_is_the_text_without_its_marks),
        cmocka_unit_test(a_long_text_is_measured_little_more_than_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
