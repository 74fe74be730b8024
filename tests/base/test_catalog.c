#include "base/catalog.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// Sources in the order of their bytes, as msgfmt sorts them; \0 parts the forms of a plural.
typedef struct {
    Str source, target;
} Pair;

static const Pair FRENCH[] = {
    {S_INIT(""), S_INIT("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n")},
    {S_INIT("Empty."), S_INIT("")},
    {S_INIT("Line {0}, column {1}."), S_INIT("Colonne {1}, ligne {0}.")},
    {S_INIT("Save"), S_INIT("Enregistrer")},
    {S_INIT("{0} scene\0{0} scenes"), S_INIT("{0} scène\0{0} scènes")},
};

enum { FRENCH_COUNT = COUNT(FRENCH), HEADER_BYTES = 28, PAIR_BYTES = 8 };

static void write_number(StrBuilder *out, bool swapped, ptrdiff_t number) {
    for (int i = 0; i < 4; i++) {
        str_add_char(out, (char)(number >> 8 * (swapped ? 3 - i : i) & 0xFF));
    }
}

static void write_table(StrBuilder *out, bool swapped, const Str *texts, int32_t count, ptrdiff_t offset) {
    for (int32_t i = 0; i < count; i++) {
        write_number(out, swapped, texts[i].len);
        write_number(out, swapped, offset);
        offset += texts[i].len + 1;
    }
}

// A .mo file as msgfmt --no-hash writes it; its last byte is the last byte that may be read.
static Str write_catalog(Arena *arena, const Pair *pairs, int32_t count, bool swapped) {
    StrBuilder out = {.arena = arena};
    Str *sources = arena_push(arena, Str, count);
    Str *targets = arena_push(arena, Str, count);
    ptrdiff_t source_bytes = 0;
    for (int32_t i = 0; i < count; i++) {
        sources[i] = pairs[i].source;
        targets[i] = pairs[i].target;
        source_bytes += pairs[i].source.len + 1;
    }
    ptrdiff_t texts = HEADER_BYTES + (ptrdiff_t)2 * PAIR_BYTES * count;
    const ptrdiff_t header[] = {0x950412de, 0,    count, HEADER_BYTES, HEADER_BYTES + PAIR_BYTES * (ptrdiff_t)count,
                                0,          texts};
    for (int32_t i = 0; i < COUNT(header); i++) {
        write_number(&out, swapped, header[i]);
    }
    write_table(&out, swapped, sources, count, texts);
    write_table(&out, swapped, targets, count, texts + source_bytes);
    for (int32_t i = 0; i < 2 * count; i++) {
        str_add(&out, i < count ? sources[i] : targets[i - count]);
        str_add_char(&out, '\0');
    }
    return str_copy(arena, str_built(&out));
}

static void assert_str(Str actual, Str expected) {
    assert_int_equal(actual.len, expected.len);
    assert_true(str_equal(actual, expected));
}

static void an_empty_catalogue_gives_the_sources_back(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog catalog = {0};
    Str argument = S("x");
    assert_str(catalog_text(&catalog, S("Save")), S("Save"));
    assert_str(catalog_plural(&catalog, S("{0} scene"), S("{0} scenes"), 0), S("{0} scenes"));
    assert_str(catalog_plural(&catalog, S("{0} scene"), S("{0} scenes"), 1), S("{0} scene"));
    assert_str(catalog_plural(&catalog, S("{0} scene"), S("{0} scenes"), 2), S("{0} scenes"));
    assert_str(catalog_format(&arena, &catalog, S("<{0}>"), &argument, 1), S("<x>"));
    arena_finish(&arena);
}

static void both_byte_orders_are_read(void **state) {
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        Arena arena = {0};
        Catalog catalog;
        assert_true(catalog_read(&catalog, write_catalog(&arena, FRENCH, FRENCH_COUNT, swapped)));
        assert_str(catalog_text(&catalog, S("Save")), S("Enregistrer"));
        assert_str(catalog_text(&catalog, S("Line {0}, column {1}.")), S("Colonne {1}, ligne {0}."));
        arena_finish(&arena);
    }
}

static void what_is_not_translated_stays_as_it_is(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog catalog;
    assert_true(catalog_read(&catalog, write_catalog(&arena, FRENCH, FRENCH_COUNT, false)));
    assert_str(catalog_text(&catalog, S("Sav")), S("Sav"));
    assert_str(catalog_text(&catalog, S("Save all")), S("Save all"));
    assert_str(catalog_text(&catalog, S("~")), S("~"));
    assert_str(catalog_text(&catalog, S("Empty.")), S("Empty."));
    assert_str(catalog_text(&catalog, S("")), S("")); // not the header
    assert_str(catalog_plural(&catalog, S("one"), S("many"), 3), S("many"));
    arena_finish(&arena);
}

static void the_plural_follows_the_rule_of_the_language(void **state) {
    (void)state;
    static const struct {
        Str header;
        bool read, zero_is_one;
    } RULES[] = {
        {S_INIT("Plural-Forms: nplurals=2; plural=(n > 1);\n"), true, true},
        {S_INIT("Plural-Forms: nplurals=2; plural=n>1;\n"), true, true},
        {S_INIT("Plural-Forms: nplurals=2; plural=(n != 1);\n"), true, false},
        {S_INIT("Plural-Forms: nplurals=2; plural=n != 1;"), true, false},
        {S_INIT("Language: en\n"), true, false},
        {S_INIT(""), true, false},
        {S_INIT("Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 ? 1 : 2);\n"), false, false},
        {S_INIT("Plural-Forms: nplurals=2; plural=n>1||n==0;\n"), false, false},
        {S_INIT("Plural-Forms: nplurals=1; plural=0;\n"), false, false},
        {S_INIT("Plural-Forms: nplurals=2; plural="), false, false},
    };
    Str one = S("{0} scene");
    Str many = S("{0} scenes");
    for (int32_t i = 0; i < COUNT(RULES); i++) {
        Arena arena = {0};
        Catalog catalog;
        const Pair pairs[] = {{S(""), RULES[i].header}, {S("{0} scene\0{0} scenes"), S("A\0B")}};
        assert_int_equal(catalog_read(&catalog, write_catalog(&arena, pairs, 2, false)), RULES[i].read);
        if (RULES[i].read) {
            assert_str(catalog_plural(&catalog, one, many, 0), RULES[i].zero_is_one ? S("A") : S("B"));
            assert_str(catalog_plural(&catalog, one, many, 1), S("A"));
            assert_str(catalog_plural(&catalog, one, many, 2), S("B"));
        } else {
            assert_str(catalog_plural(&catalog, one, many, 2), many);
        }
        arena_finish(&arena);
    }
}

static void a_translation_with_one_form_serves_every_number(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog catalog;
    const Pair pairs[] = {{S("a\0b"), S("A")}};
    assert_true(catalog_read(&catalog, write_catalog(&arena, pairs, 1, false)));
    assert_str(catalog_plural(&catalog, S("a"), S("b"), 5), S("A"));
    assert_str(catalog_text(&catalog, S("a")), S("A"));
    arena_finish(&arena);
}

static void arguments_go_where_the_translation_wants_them(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog catalog;
    assert_true(catalog_read(&catalog, write_catalog(&arena, FRENCH, FRENCH_COUNT, false)));
    const Str arguments[] = {S("12"), S("{0}%s")};
    assert_str(catalog_format(&arena, &catalog, S("Line {0}, column {1}."), arguments, 2),
               S("Colonne {0}%s, ligne 12."));
    Str plural = catalog_plural(&catalog, S("{0} scene"), S("{0} scenes"), 12);
    assert_str(catalog_format(&arena, &catalog, plural, arguments, 2), S("12 scènes"));
    assert_str(catalog_format(&arena, &catalog, S("{0}{1}{0}"), arguments, 1), S("12{1}12"));
    assert_str(catalog_format(&arena, &catalog, S("{} {a} {-1} {0 }0{ {{0}} {"), arguments, 2),
               S("{} {a} {-1} {0 }0{ {12} {"));
    assert_str(catalog_format(&arena, &catalog, S(""), NULL, 0), S(""));
    arena_finish(&arena);
}

static void sources_out_of_order_are_refused(void **state) {
    (void)state;
    static const Pair SWAPPED[] = {{S_INIT("b"), S_INIT("B")}, {S_INIT("a"), S_INIT("A")}};
    static const Pair TWICE[] = {{S_INIT("a\0x"), S_INIT("A")}, {S_INIT("a\0y"), S_INIT("A")}};
    Arena arena = {0};
    Catalog catalog;
    assert_false(catalog_read(&catalog, write_catalog(&arena, SWAPPED, 2, false)));
    assert_false(catalog_read(&catalog, write_catalog(&arena, TWICE, 2, false)));
    assert_str(catalog_text(&catalog, S("a")), S("a"));
    arena_finish(&arena);
}

static void a_file_cut_anywhere_is_refused(void **state) {
    (void)state;
    Arena arena = {0};
    Str whole = write_catalog(&arena, FRENCH, FRENCH_COUNT, false);
    ArenaMark mark = arena_mark(&arena);
    for (ptrdiff_t len = 0; len < whole.len; len++) {
        Catalog catalog;
        assert_false(catalog_read(&catalog, str_copy(&arena, str_slice(whole, 0, len))));
        assert_str(catalog_text(&catalog, S("Save")), S("Save"));
        arena_rewind(&arena, mark);
    }
    arena_finish(&arena);
}

// Under AddressSanitizer, which sees the first byte read outside.
static void no_broken_byte_makes_it_read_outside(void **state) {
    (void)state;
    static const char XORS[] = {0x01, 0x10, 0x7F, (char)0x80, (char)0xFF};
    Arena arena = {0};
    for (int swapped = 0; swapped < 2; swapped++) {
        Str whole = write_catalog(&arena, FRENCH, FRENCH_COUNT, swapped);
        ArenaMark mark = arena_mark(&arena);
        for (ptrdiff_t i = 0; i < whole.len * (ptrdiff_t)sizeof XORS; i++) {
            char *bytes = str_to_c(&arena, whole);
            bytes[i / (ptrdiff_t)sizeof XORS] ^= XORS[i % (ptrdiff_t)sizeof XORS];
            Catalog catalog;
            catalog_read(&catalog, str_copy(&arena, (Str){bytes, whole.len}));
            for (int32_t j = 0; j < FRENCH_COUNT; j++) {
                Str text = catalog_plural(&catalog, catalog_text(&catalog, FRENCH[j].source), S("many"), 2);
                assert_true(text.len <= whole.len);
                str_copy(&arena, text);
            }
            arena_rewind(&arena, mark);
        }
    }
    arena_finish(&arena);
}

static void what_is_no_catalogue_is_refused(void **state) {
    (void)state;
    Catalog catalog;
    assert_false(catalog_read(&catalog, (Str){0}));
    assert_false(catalog_read(&catalog, S("{\"format\": 1, \"id\": \"un-cas-de-formation\"}")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_catalogue_gives_the_sources_back),
        cmocka_unit_test(both_byte_orders_are_read),
        cmocka_unit_test(what_is_not_translated_stays_as_it_is),
        cmocka_unit_test(the_plural_follows_the_rule_of_the_language),
        cmocka_unit_test(a_translation_with_one_form_serves_every_number),
        cmocka_unit_test(arguments_go_where_the_translation_wants_them),
        cmocka_unit_test(sources_out_of_order_are_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_refused),
        cmocka_unit_test(no_broken_byte_makes_it_read_outside),
        cmocka_unit_test(what_is_no_catalogue_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
