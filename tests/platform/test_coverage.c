#include "base/path.h"
#include "platform/font.h"

#include "base/catalog.h"
#include "base/character.h"
#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"
#include "scenario/drawable.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { CODE_COUNT = 0x110000, MOST_CASE_BYTES = 1 << 24 };

typedef struct {
    Arena arena;
    Fonts *fonts;
    bool *seen; // CODE_COUNT of them
} Reader;

static void open_reader(Reader *reader) {
    *reader = (Reader){0};
    Error error = {0};
    reader->fonts = fonts_create(S("../assets/fonts"), &error);
    assert_non_null(reader->fonts);
    reader->seen = arena_push(&reader->arena, bool, CODE_COUNT);
}

static void close_reader(Reader *reader) {
    fonts_destroy(reader->fonts);
    arena_finish(&reader->arena);
}

// Control characters lay text out and are never drawn.
static void see(Reader *reader, Str text) {
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t code = utf8_decode(text, &at);
        assert_int_not_equal(code, UTF8_INVALID);
        reader->seen[code] = code >= ' ' && code != 0x7F;
    }
}

// All of a JSON file is looked at, which is more than what is shown. Characters stand there as themselves.
static void see_json(Reader *reader, Str bytes) {
    assert_true(bytes.len > 0);
    assert_int_equal(str_find(bytes, S("\\u")), -1);
    see(reader, bytes);
}

static uint32_t number_at(Str bytes, ptrdiff_t offset) {
    uint32_t number = 0;
    for (int i = 3; i >= 0; i--) {
        number = number << 8 | (unsigned char)bytes.text[offset + i];
    }
    return number;
}

static void see_table(Reader *reader, const Catalog *catalog, uint32_t table) {
    for (int32_t i = 0; i < catalog->count; i++) {
        ptrdiff_t row = (ptrdiff_t)table + (ptrdiff_t)8 * i;
        ptrdiff_t text = number_at(catalog->bytes, row + 4);
        see(reader, str_slice(catalog->bytes, text, text + number_at(catalog->bytes, row)));
    }
}

static void assert_code_drawn(Fonts *fonts, FontFamily family, int32_t code) {
    for (Face face = 0; face < FACE_COUNT; face++) {
        if (!fonts_cover(fonts, face, code)) {
            fail_msg("no font of family %d draws U+%04X in face %d", (int)family, (unsigned)code, (int)face);
        }
    }
}

static void assert_drawn(Reader *reader, FontFamily family) {
    fonts_use_family(reader->fonts, family);
    for (int32_t code = 0; code < CODE_COUNT; code++) {
        if (reader->seen[code]) {
            assert_code_drawn(reader->fonts, family, code);
        }
    }
}

static Str encode(char bytes[4], int32_t code) {
    static const int32_t FIRST_OF_THREE = 0x800, FIRST_OF_FOUR = 0x10000;
    int32_t len = code < FIRST_OF_THREE ? 2 : code < FIRST_OF_FOUR ? 3 : 4;
    for (int32_t i = len - 1; i > 0; i--, code >>= 6) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
    }
    bytes[0] = (char)((0xF00 >> len & 0xF0) | code);
    return (Str){bytes, len};
}

static bool is_drawn_in_all(Fonts *fonts, int32_t code) {
    bool drawn = true;
    for (Face face = 0; face < FACE_COUNT; face++) {
        drawn = drawn && fonts_cover(fonts, face, code);
    }
    return drawn;
}

// `check` tells of a character exactly when no shipped font draws it.
static void what_a_check_says_of_characters_is_true(void **state) {
    (void)state;
    enum { SURROGATE_FIRST = 0xD800, PRIVATE_LAST = 0xF8FF, LAST = 0x20000 };
    Reader reader;
    open_reader(&reader);
    fonts_use_family(reader.fonts, FAMILY_STANDARD);
    for (int32_t code = 0xA1; code < LAST; code++) {
        bool apart = code >= SURROGATE_FIRST && code <= PRIVATE_LAST;
        if (apart || character_name(code).len > 0) {
            continue;
        }
        char bytes[4];
        DrawableFault fault = drawable_find(encode(bytes, code), 0).fault;
        if ((fault != DRAWABLE_MISSING) != is_drawn_in_all(reader.fonts, code)) {
            fail_msg("U+%04X", (unsigned)code);
        }
    }
    close_reader(&reader);
}

static void every_character_of_the_interface_is_drawn(void **state) {
    (void)state;
    Reader reader;
    open_reader(&reader);
    Catalog catalog;
    assert_true(catalog_read(&catalog, embedded_find(S("fr.mo"))));
    assert_true(catalog.count > 0 && !catalog.swapped);
    see_table(&reader, &catalog, catalog.source_offset);
    see_table(&reader, &catalog, catalog.target_offset);
    assert_drawn(&reader, FAMILY_STANDARD);
    assert_drawn(&reader, FAMILY_EASY);
    close_reader(&reader);
}

static void every_character_of_what_cases_share_is_drawn(void **state) {
    (void)state;
    Reader reader;
    open_reader(&reader);
    see_json(&reader, embedded_find(S("themes.json")));
    see_json(&reader, embedded_find(S("competencies.json")));
    see_json(&reader, embedded_find(S("detectors.fr.json")));
    assert_drawn(&reader, FAMILY_STANDARD);
    assert_drawn(&reader, FAMILY_EASY);
    close_reader(&reader);
}

static int32_t see_cases(Reader *reader, Str folder) {
    FileList names;
    Error error = {0};
    assert_true(file_list(&reader->arena, folder, S(".json"), &names, &error));
    for (int32_t i = 0; i < names.count; i++) {
        Str bytes;
        Str path = path_join(&reader->arena, folder, names.rows[i]);
        assert_true(file_load(&reader->arena, path, MOST_CASE_BYTES, &bytes, &error));
        see_json(reader, bytes);
    }
    return names.count;
}

static void every_character_of_the_shipped_cases_is_drawn(void **state) {
    (void)state;
    Reader reader;
    open_reader(&reader);
    assert_true(see_cases(&reader, S("../scenarios/fr")) > 0);
    see_cases(&reader, S("../scenarios/en"));
    assert_drawn(&reader, FAMILY_STANDARD);
    assert_drawn(&reader, FAMILY_EASY);
    close_reader(&reader);
}

static void a_character_that_no_font_has_is_told(void **state) {
    (void)state;
    Reader reader;
    open_reader(&reader);
    assert_true(fonts_cover(reader.fonts, FACE_REGULAR, 'A'));
    assert_true(fonts_cover(reader.fonts, FACE_BOLD, 0x2713)); // in the other family only: a check mark
    assert_true(fonts_cover(reader.fonts, FACE_BOLD, 0x25CF)); // in DejaVu Sans only: a black circle
    assert_false(fonts_cover(reader.fonts, FACE_REGULAR, 0x1F50A));
    close_reader(&reader);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_check_says_of_characters_is_true),
        cmocka_unit_test(every_character_of_the_interface_is_drawn),
        cmocka_unit_test(every_character_of_what_cases_share_is_drawn),
        cmocka_unit_test(every_character_of_the_shipped_cases_is_drawn),
        cmocka_unit_test(a_character_that_no_font_has_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
