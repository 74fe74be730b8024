#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "easel.h"

#include "base/temporary.h"
#include "base/utf8.h"
#include "platform/font_word.h"
#include "platform/picture_pixels.h"

#include <SDL.h>

#include <string.h>
#include <unistd.h>
#include <zlib.h>

typedef struct {
    Fonts *fonts;
    Typesetter typesetter;
    Arena arena;
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    *state = it;
    it->fonts = fonts_create(S(FONT_FOLDER), NULL);
    if (!it->fonts) {
        return -1;
    }
    it->typesetter = fonts_typesetter(it->fonts);
    return 0;
}

static int end(void **state) {
    Case *it = *state;
    fonts_destroy(it->fonts);
    arena_finish(&it->arena);
    free(it);
    return 0;
}

static int32_t width_of(const Case *it, Str text) {
    return it->typesetter.measure(it->typesetter.context, FACE_REGULAR, 20, DIRECTION_RIGHTWARD, text);
}

typedef enum { AS_IT_IS, PACKED, PACKED_AND_CUT } Placing;

static Str load(Case *it, Str path) {
    Str bytes = {0};
    assert_true(file_load(&it->arena, path, 1024 * 1024, &bytes, NULL));
    return bytes;
}

// Puts a font of ours into a folder, under its name or with ".gz"; gives its path there.
static Str place_font(Case *it, Str folder, const char *name, Placing placing) {
    Str bytes = load(it, path_join(&it->arena, S(FONT_FOLDER), str_from_c(name)));
    Str to = path_join(&it->arena, folder, str_from_c(name));
    if (placing != AS_IT_IS) {
        to = str_format(&it->arena, "%.*s.gz", S_ARG(to));
        gzFile file = gzopen(str_to_c(&it->arena, to), "wb");
        assert_int_equal(gzwrite(file, bytes.text, (unsigned)bytes.len), bytes.len);
        assert_int_equal(gzclose(file), Z_OK);
        bytes = load(it, to);
        bytes.len = placing == PACKED_AND_CUT ? bytes.len / 2 : bytes.len;
    }
    assert_true(file_write(to, bytes, NULL));
    return to;
}

static void a_folder_without_the_standard_family_is_refused(void **state) {
    (void)state;
    Error error = {0};
    assert_null(fonts_create(S("data"), &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(error.path, "AtkinsonHyperlegibleNext-Regular.ttf"));
    fonts_destroy(NULL);
}

static int32_t sign_width(Typesetter typesetter, Face face) {
    Str sign = S("\u2713"); // which the standard family lacks
    return typesetter.measure(typesetter.context, face, 20, DIRECTION_RIGHTWARD, sign);
}

// The fonts as they are installed: the standard family as it is, one packed, and one whose package was cut.
static void a_packed_font_is_the_font_it_was(void **state) {
    Case *it = *state;
    static const struct {
        const char *name;
        Placing placing;
    } FILES[] = {{"AtkinsonHyperlegibleNext-Regular.ttf", AS_IT_IS},
                 {"AtkinsonHyperlegibleNext-Bold.ttf", AS_IT_IS},
                 {"AtkinsonHyperlegibleNext-Italic.ttf", AS_IT_IS},
                 {"AtkinsonHyperlegibleNext-BoldItalic.ttf", PACKED},
                 {"Andika-Regular.ttf", PACKED},
                 {"Andika-Bold.ttf", PACKED_AND_CUT}};
    Str folder = temporary_folder(&it->arena), paths[COUNT(FILES)];
    for (int i = 0; i < COUNT(FILES); i++) {
        paths[i] = place_font(it, folder, FILES[i].name, FILES[i].placing);
    }
    Fonts *fonts = fonts_create(folder, NULL);
    assert_non_null(fonts);
    Typesetter typesetter = fonts_typesetter(fonts);
    assert_int_equal(sign_width(typesetter, FACE_REGULAR), sign_width(it->typesetter, FACE_REGULAR));
    assert_int_not_equal(sign_width(typesetter, FACE_BOLD), sign_width(it->typesetter, FACE_BOLD)); // another lends it
    fonts_destroy(fonts);
    for (int i = 0; i < COUNT(FILES); i++) {
        unlink(str_to_c(&it->arena, paths[i]));
    }
    rmdir(str_to_c(&it->arena, folder));
}

static void nothing_has_no_width(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("")), 0);
    assert_int_equal(width_of(it, (Str){0}), 0);
    assert_int_equal(width_of(it, S("\u200B\uFEFF\u00AD")), 0);
}

static void spaces_at_the_end_count(void **state) {
    const Case *it = *state;
    assert_in_range(width_of(it, S("a ")) - width_of(it, S("a")), 3, 7);
    assert_in_range(width_of(it, S("a  ")) - width_of(it, S("a ")), 3, 7);
    assert_in_range(width_of(it, S(" ")), 3, 7);
}

static void narrow_spaces_are_narrow_in_every_font(void **state) {
    const Case *it = *state;
    int32_t plain = width_of(it, S("a!"));
    assert_in_range(width_of(it, S("a\u202F!")) - plain, 1, 4);
    assert_in_range(width_of(it, S("a\u2009!")) - plain, 1, 5);
    assert_in_range(width_of(it, S("a\u00A0!")) - plain, 3, 7);
}

static void a_hyphen_that_does_not_break_is_a_hyphen(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("peut\u2011être")), width_of(it, S("peut-être")));
}

static void letters_that_suit_each_other_come_closer(void **state) {
    const Case *it = *state;
    assert_true(width_of(it, S("AVAVAVAV")) < 4 * (width_of(it, S("A")) + width_of(it, S("V"))) - 8);
}

static void a_line_is_as_wide_as_its_words(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("Bonjour à tous")),
                     width_of(it, S("Bonjour ")) + width_of(it, S("à ")) + width_of(it, S("tous")));
}

static void another_font_lends_what_the_first_lacks(void **state) {
    const Case *it = *state;
    assert_true(fonts_cover(it->fonts, FACE_REGULAR, 0x2713));
    assert_in_range(width_of(it, S("\u2713")), 8, 24);
    assert_in_range(width_of(it, S("ok \u2713")), width_of(it, S("ok ")) + 8, width_of(it, S("ok ")) + 24);
}

static void french_and_the_signs_of_the_program_are_covered_in_every_face(void **state) {
    const Case *it = *state;
    static const int32_t CODES[] = {'A',    0xE9,   0xC9,   0x153,  0x152,  0xE6,   0xAB,   0xBB,
                                    0x2019, 0x2026, 0x2013, 0x2014, 0x2192, 0x2190, 0x2713, 0x2717,
                                    0x25CF, 0x20AC, 0x202F, 0xA0,   0x2011, 0x200B};
    for (int32_t family = FAMILY_STANDARD; family <= FAMILY_EASY; family++) {
        fonts_use_family(it->fonts, (FontFamily)family);
        for (int32_t face = 0; face < FACE_COUNT; face++) {
            for (int32_t i = 0; i < COUNT(CODES); i++) {
                assert_true(fonts_cover(it->fonts, (Face)face, CODES[i]));
            }
        }
    }
}

static void what_no_font_draws_is_known_and_has_a_width(void **state) {
    const Case *it = *state;
    assert_false(fonts_cover(it->fonts, FACE_REGULAR, 0x1F600 + 0x8000));
    assert_int_equal(width_of(it, S("\U00027600")), width_of(it, S("\uFFFD")));
    assert_int_equal(width_of(it, S("\xFF")), width_of(it, S("\uFFFD")));
}

static void families_and_faces_differ(void **state) {
    const Case *it = *state;
    Str text = S("Bonjour");
    int32_t standard = width_of(it, text);
    int32_t bold = it->typesetter.measure(it->typesetter.context, FACE_BOLD, 20, DIRECTION_RIGHTWARD, text);
    fonts_use_family(it->fonts, FAMILY_EASY);
    int32_t easy = width_of(it, text);
    fonts_use_family(it->fonts, FAMILY_STANDARD);
    assert_int_not_equal(standard, bold);
    assert_int_not_equal(standard, easy);
    assert_int_equal(width_of(it, text), standard);
}

static void metrics_grow_with_the_size(void **state) {
    const Case *it = *state;
    FaceMetrics small = it->typesetter.metrics(it->typesetter.context, FACE_REGULAR, 20);
    FaceMetrics large = it->typesetter.metrics(it->typesetter.context, FACE_REGULAR, 40);
    assert_in_range(small.ascent, 14, 24);
    assert_in_range(small.descent, 2, 10);
    assert_in_range(large.ascent, 2 * small.ascent - 2, 2 * small.ascent + 2);
}

static void sizes_beyond_the_limits_are_clamped(void **state) {
    const Case *it = *state;
    Typesetter typesetter = it->typesetter;
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, -5, DIRECTION_RIGHTWARD, S("abc")),
                     typesetter.measure(typesetter.context, FACE_REGULAR, 4, DIRECTION_RIGHTWARD, S("abc")));
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, 100000, DIRECTION_RIGHTWARD, S("abc")),
                     typesetter.measure(typesetter.context, FACE_REGULAR, 400, DIRECTION_RIGHTWARD, S("abc")));
}

static void more_sizes_and_words_than_are_kept_measure_the_same(void **state) {
    const Case *it = *state;
    Typesetter typesetter = it->typesetter;
    int32_t first = typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, S("Bonjour"));
    for (int32_t size = 10; size < 60; size++) {
        typesetter.measure(typesetter.context, FACE_ITALIC, size, DIRECTION_RIGHTWARD, S("Bonjour"));
    }
    Arena arena = {0};
    for (int32_t i = 0; i < 9000; i++) {
        Str word = str_format(&arena, "%d", i);
        typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, word);
    }
    arena_finish(&arena);
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, S("Bonjour")),
                     first);
}

enum {
    BOLD_SANS_A = 0x1D5D4,
    ASKED_MOST = 16
}; // of shipped fonts in the bold symbols alone, which no regular text looks in

static const Str BOLD_SANS = S_INIT("\U0001D5D4");

typedef struct {
    int32_t asked[ASKED_MOST];
    int32_t count;
    int32_t fonts; // how many it knows: none of the name, one without the character, one that has it
} Lender;

static bool lend(void *context, const int32_t *codes, int32_t count, bool bold, int32_t skip, MachineFont *found) {
    static const char *const PATHS[] = {"/nowhere.ttf", FONT_FOLDER "/Andika-Regular.ttf",
                                        FONT_FOLDER "/DejaVuSans-Bold.ttf"};
    Lender *lender = context;
    assert_false(bold);
    assert_true(lender->count < ASKED_MOST);
    lender->asked[lender->count++] = codes[count - 1];
    if (skip >= lender->fonts) {
        return false;
    }
    *found = (MachineFont){.path = str_from_c(PATHS[skip])};
    return true;
}

static void what_no_font_of_ours_has_another_lends(void **state) {
    const Case *it = *state;
    Lender lender = {.fonts = 3};
    int32_t stand_in = width_of(it, S("\uFFFD"));
    fonts_use_finder(it->fonts, (FontFinder){&lender, lend});
    int32_t plain = width_of(it, S("Bonjour \u2713"));
    assert_int_equal(lender.count, 0); // nobody is asked of what is there
    assert_true(fonts_cover(it->fonts, FACE_REGULAR, BOLD_SANS_A));
    assert_int_equal(lender.count, 3);
    assert_int_not_equal(width_of(it, BOLD_SANS), stand_in);
    for (int32_t size = 10; size < 40; size++) {
        assert_true(it->typesetter.measure(it->typesetter.context, FACE_REGULAR, size, DIRECTION_RIGHTWARD, BOLD_SANS) >
                    0);
    }
    assert_int_equal(lender.count, 3); // once a character
    assert_int_equal(lender.asked[2], BOLD_SANS_A);
    assert_int_equal(width_of(it, S("Bonjour \u2713")), plain);
}

static void what_nobody_lends_keeps_its_stand_in(void **state) {
    const Case *it = *state;
    Lender lender = {.fonts = 2};
    int32_t stand_in = width_of(it, S("\uFFFD"));
    fonts_use_finder(it->fonts, (FontFinder){&lender, lend});
    assert_int_equal(width_of(it, BOLD_SANS), stand_in);
    assert_int_equal(width_of(it, S("a\U0001D5D4b")), width_of(it, S("a\uFFFDb")));
    int32_t asked = lender.count;
    assert_int_equal(width_of(it, S("\uE123")), stand_in); // a private sign means something in one font alone
    assert_int_equal(lender.count, asked);
}

// Whatever fonts this machine has, and whether Palabre was built to ask for them.
static void the_machine_s_own_fonts_change_nothing_of_ours(void **state) {
    const Case *it = *state;
    int32_t plain = width_of(it, S("Bonjour à tous \u2713 \u0645\u0631"));
    MachineFonts *own = font_machine_create();
    FontFinder finder = font_machine_finder(own);
    fonts_use_finder(it->fonts, finder);
    assert_int_equal(width_of(it, S("Bonjour à tous \u2713 \u0645\u0631")), plain);
    static const int32_t CODES[] = {0x4E2D, 0x928, 0x1208, 0x1F44D, 0x10FFFD};
    for (int32_t i = 0; i < COUNT(CODES); i++) {
        MachineFont found;
        bool lent = finder.find && finder.find(finder.context, &CODES[i], 1, false, 0, &found);
        assert_int_equal(fonts_cover(it->fonts, FACE_REGULAR, CODES[i]), lent && CODES[i] < 0xF0000);
    }
    fonts_use_finder(it->fonts, (FontFinder){0});
    font_machine_destroy(own);
    font_machine_destroy(NULL);
}

static int32_t leftward_width(const Case *it, Str text) {
    return it->typesetter.measure(it->typesetter.context, FACE_REGULAR, 20, DIRECTION_LEFTWARD, text);
}

static void letters_of_arabic_join(void **state) {
    const Case *it = *state;
    int32_t alone = leftward_width(it, S("\u0628")); // its last form is wide, those before it are narrow
    assert_true(leftward_width(it, S("\u0628\u0628\u0628\u0628")) < 3 * alone);
    assert_true(leftward_width(it, S("\u0628\u200C\u0628\u200C\u0628\u200C\u0628")) > 3 * alone);
    assert_int_equal(leftward_width(it, S("\u0645\u0631 \u0628")),
                     leftward_width(it, S("\u0645\u0631 ")) + leftward_width(it, S("\u0628")));
}

static const Color WHITE = {255, 255, 255, 255};

static WordInk ink_of(const Case *it, Direction direction, Str word) {
    WordInk ink = fonts_draw_word(it->fonts, (WordLook){FACE_REGULAR, 40, direction}, word, WHITE);
    assert_non_null(ink.picture);
    return ink;
}

static int32_t middle_of(WordInk ink) {
    int32_t middle = ink.left + ink.picture->w / 2;
    SDL_FreeSurface(ink.picture);
    return middle;
}

static int64_t difference(WordInk a, WordInk b) {
    assert_int_equal(a.picture->w, b.picture->w);
    assert_int_equal(a.picture->h, b.picture->h);
    const unsigned char *left = a.picture->pixels, *right = b.picture->pixels;
    int64_t sum = 0;
    for (int32_t i = 0; i < a.picture->pitch * a.picture->h; i++) {
        sum += abs(left[i] - right[i]);
    }
    return sum;
}

// What was written last stands on the left, spaces too, and a bracket opens the other way.
static void leftward_ink_runs_leftwards(void **state) {
    const Case *it = *state;
    int32_t wide = it->typesetter.measure(it->typesetter.context, FACE_REGULAR, 40, DIRECTION_LEFTWARD, S("\u05D0   "));
    assert_true(middle_of(ink_of(it, DIRECTION_LEFTWARD, S("\u05D0   "))) > wide / 2);
    assert_true(middle_of(ink_of(it, DIRECTION_RIGHTWARD, S("a   "))) < wide / 2);
    WordInk turned = ink_of(it, DIRECTION_LEFTWARD, S("("));
    WordInk opens = ink_of(it, DIRECTION_RIGHTWARD, S("(")), closes = ink_of(it, DIRECTION_RIGHTWARD, S(")"));
    assert_true(difference(turned, closes) * 3 < difference(opens, closes));
    SDL_FreeSurface(turned.picture);
    SDL_FreeSurface(opens.picture);
    SDL_FreeSurface(closes.picture);
}

static uint32_t pixel_of(const SDL_Surface *picture, int32_t x, int32_t y) {
    return *(const uint32_t *)(const void *)((const char *)picture->pixels + (ptrdiff_t)y * picture->pitch + 4 * x);
}

// Multiplied by their alpha they come; what is half covered is as bright as what is covered.
static void a_picture_is_made_to_fit_and_keeps_its_colors(void **state) {
    (void)state;
    SDL_Surface *large = picture_create(4, 4);
    for (int32_t i = 0; i < 16; i++) {
        ((uint32_t *)large->pixels)[i] = i % 4 == 0 ? 0 : 0x80800000; // red, and at the left nothing
    }
    SDL_Surface *small = picture_scale(large, 1, 2);
    assert_int_equal(small->w, 2);
    assert_int_equal(small->h, 2);
    assert_int_equal(pixel_of(small, 0, 0), 0x40FF0000);
    assert_int_equal(pixel_of(small, 1, 1), 0x80FF0000);
    picture_fade(small, 128);
    assert_int_equal(pixel_of(small, 1, 1), 0x40FF0000);
    SDL_Surface *under = picture_create(3, 2);
    picture_tint(under, (Color){0, 0, 255, 255});
    picture_lay(small, under, 1, 0);
    assert_int_equal(pixel_of(under, 0, 0), 0x000000FF);
    assert_int_equal(pixel_of(under, 2, 1), 0x40FF0000);
    SDL_FreeSurface(large);
    SDL_FreeSurface(small);
    SDL_FreeSurface(under);
}

// A sign that on this machine only a coloured font has; empty: there is none.
static Str find_colored(FontFinder finder) {
    static const struct {
        int32_t code;
        Str text;
    } SIGNS[] = {{0x1FAF6, S_INIT("\U0001FAF6")}, {0x1F979, S_INIT("\U0001F979")}, {0x1F91D, S_INIT("\U0001F91D")}};
    MachineFont found;
    for (int32_t i = 0; finder.find && i < COUNT(SIGNS); i++) {
        if (finder.find(finder.context, &SIGNS[i].code, 1, false, 0, &found) && found.colored) {
            return SIGNS[i].text;
        }
    }
    return (Str){0};
}

static void assert_colored(Case *it, Str sign) {
    static const Color BLUE = {0, 0, 255, 255};
    Str word = str_format(&it->arena, "I%.*s", S_ARG(sign));
    WordInk ink = fonts_draw_word(it->fonts, (WordLook){.size = 40}, word, BLUE);
    assert_non_null(ink.picture);
    bool blue = true, other = false;
    for (int32_t i = 0; i < ink.picture->w * ink.picture->h; i++) {
        int32_t x = i % ink.picture->w;
        uint32_t pixel = pixel_of(ink.picture, x, i / ink.picture->w);
        bool seen = pixel >> 24 > 0, same = (pixel & 0xFFFFFF) == 0x0000FF;
        blue = blue && (!seen || same || x > 8);
        other = other || (seen && !same);
    }
    assert_true(blue && other);
    assert_true(ink.picture->h < 50 && ink.top < -20 && ink.top > -50);
    SDL_FreeSurface(ink.picture);
}

static void a_colored_sign_has_the_size_of_its_text_and_its_own_colors(void **state) {
    Case *it = *state;
    MachineFonts *own = font_machine_create();
    Str sign = find_colored(font_machine_finder(own));
    if (sign.len > 0) {
        fonts_use_finder(it->fonts, font_machine_finder(own));
        int32_t width = width_of(it, sign);
        assert_true(width > 20 && width < 30); // at 20
        assert_int_equal(width_of(it, str_format(&it->arena, "%.*s ", S_ARG(sign))), width + width_of(it, S(" ")));
        assert_int_equal(width_of(it, str_format(&it->arena, "%.*s\uFE0F", S_ARG(sign))), width);
        assert_true(width_of(it, S("\U0001F469\U0001F3FD\u200D\U0001F4BB")) < 30); // one picture out of four signs
        assert_colored(it, sign);
        fonts_use_finder(it->fonts, (FontFinder){0});
    }
    font_machine_destroy(own);
    if (sign.len == 0) {
        skip();
    }
}

// Without a picture for the whole it is the sign below, once, and a flag its two letters.
static void what_changes_a_sign_never_stands_beside_it(void **state) {
    const Case *it = *state;
    int32_t unknown = width_of(it, S("\uFFFD"));
    assert_int_equal(width_of(it, S("\u270C\U0001F3FF")), width_of(it, S("\u270C")));
    assert_int_equal(width_of(it, S("\U0001F44D\U0001F3FD")), unknown);
    assert_int_equal(width_of(it, S("1\uFE0F\u20E3")), width_of(it, S("1")));
    assert_int_equal(width_of(it, S("\u2764\uFE0F\u200D\u2602")), width_of(it, S("\u2764\u2602")));
    assert_int_equal(width_of(it, S("\u270C\U0001F3FF\u200D\u2642\uFE0F")), width_of(it, S("\u270C\u2642")));
    assert_int_equal(width_of(it, S("\U0001F1EB\U0001F1F7")), width_of(it, S("FR")));
    assert_int_equal(width_of(it, S("\U0001F3FD")), unknown); // alone it is a sign like others
    assert_int_equal(width_of(it, S("\u0928\u200D")), unknown);
}

static bool looks_like(const Case *it, Str sign, Str other) {
    WordInk a = ink_of(it, DIRECTION_RIGHTWARD, sign), b = ink_of(it, DIRECTION_RIGHTWARD, other);
    bool alike = a.picture->w == b.picture->w && a.picture->h == b.picture->h && difference(a, b) == 0;
    SDL_FreeSurface(a.picture);
    SDL_FreeSurface(b.picture);
    return alike;
}

// Whether ours has the first of its characters or not; at 20 one picture is 20 to 30 wide.
static void a_sign_of_several_characters_is_one_picture(void **state) {
    static const Str SIGNS[] = {
        S_INIT("\U0001F44D\U0001F3FD"),
        S_INIT("\u270C\U0001F3FF"),
        S_INIT("1\uFE0F\u20E3"),
        S_INIT("#\u20E3"),
        S_INIT("\u2764\uFE0F\u200D\U0001F525"),
        S_INIT("\U0001F3F4\u200D\u2620\uFE0F"),
        S_INIT("\U0001F469\U0001F3FD\u200D\u2695\uFE0F"),
        S_INIT("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"),
        S_INIT("\U0001F1EB\U0001F1F7"),
        S_INIT("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"),
    };
    Case *it = *state;
    MachineFonts *own = font_machine_create();
    bool colored = find_colored(font_machine_finder(own)).len > 0;
    if (colored) {
        fonts_use_finder(it->fonts, font_machine_finder(own));
        for (int32_t i = 0; i < COUNT(SIGNS); i++) {
            ptrdiff_t first = 0;
            utf8_decode(SIGNS[i], &first);
            assert_false(looks_like(it, SIGNS[i], str_slice(SIGNS[i], 0, first)));
            assert_in_range(width_of(it, SIGNS[i]), 20, 30);
            Str within = str_format(&it->arena, "a%.*sb", S_ARG(SIGNS[i]));
            assert_int_equal(width_of(it, within),
                             width_of(it, S("a")) + width_of(it, SIGNS[i]) + width_of(it, S("b")));
        }
        assert_int_equal(width_of(it, S("\U0001F600\U0001F3FD")), width_of(it, S("\U0001F600"))); // which none has
        fonts_use_finder(it->fonts, (FontFinder){0});
    }
    font_machine_destroy(own);
    if (!colored) {
        skip();
    }
}

static void a_word_is_never_cut_within_a_sign(void **state) {
    Case *it = *state;
    StrBuilder text = {.arena = &it->arena};
    for (int32_t i = 0; i < 99; i++) {
        str_add(&text, S("a"));
    }
    int32_t before = width_of(it, str_built(&text));
    str_add(&text, S("\u270C\U0001F3FF"));
    Str rest = str_built(&text);
    assert_int_equal(font_take_word(&rest).len, 99);
    assert_int_equal(width_of(it, str_built(&text)), before + width_of(it, S("\u270C")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_without_the_standard_family_is_refused),
        cmocka_unit_test_setup_teardown(a_packed_font_is_the_font_it_was, begin, end),
        cmocka_unit_test_setup_teardown(nothing_has_no_width, begin, end),
        cmocka_unit_test_setup_teardown(spaces_at_the_end_count, begin, end),
        cmocka_unit_test_setup_teardown(narrow_spaces_are_narrow_in_every_font, begin, end),
        cmocka_unit_test_setup_teardown(a_hyphen_that_does_not_break_is_a_hyphen, begin, end),
        cmocka_unit_test_setup_teardown(letters_that_suit_each_other_come_closer, begin, end),
        cmocka_unit_test_setup_teardown(a_line_is_as_wide_as_its_words, begin, end),
        cmocka_unit_test_setup_teardown(another_font_lends_what_the_first_lacks, begin, end),
        cmocka_unit_test_setup_teardown(french_and_the_signs_of_the_program_are_covered_in_every_face, begin, end),
        cmocka_unit_test_setup_teardown(what_no_font_draws_is_known_and_has_a_width, begin, end),
        cmocka_unit_test_setup_teardown(families_and_faces_differ, begin, end),
        cmocka_unit_test_setup_teardown(metrics_grow_with_the_size, begin, end),
        cmocka_unit_test_setup_teardown(sizes_beyond_the_limits_are_clamped, begin, end),
        cmocka_unit_test_setup_teardown(more_sizes_and_words_than_are_kept_measure_the_same, begin, end),
        cmocka_unit_test_setup_teardown(what_no_font_of_ours_has_another_lends, begin, end),
        cmocka_unit_test_setup_teardown(what_nobody_lends_keeps_its_stand_in, begin, end),
        cmocka_unit_test_setup_teardown(the_machine_s_own_fonts_change_nothing_of_ours, begin, end),
        cmocka_unit_test_setup_teardown(letters_of_arabic_join, begin, end),
        cmocka_unit_test_setup_teardown(leftward_ink_runs_leftwards, begin, end),
        cmocka_unit_test(a_picture_is_made_to_fit_and_keeps_its_colors),
        cmocka_unit_test_setup_teardown(what_changes_a_sign_never_stands_beside_it, begin, end),
        cmocka_unit_test_setup_teardown(a_sign_of_several_characters_is_one_picture, begin, end),
        cmocka_unit_test_setup_teardown(a_word_is_never_cut_within_a_sign, begin, end),
        cmocka_unit_test_setup_teardown(a_colored_sign_has_the_size_of_its_text_and_its_own_colors, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
