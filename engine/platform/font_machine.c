// The only user of fontconfig.
#include "platform/font_machine.h"

#ifdef PALABRE_FONTCONFIG

#include "base/arena.h"

#include <fontconfig/fontconfig.h>

enum { WEIGHTS = 2 };

// All fonts of the machine, the most suitable first: once for each weight, for asking again takes as long.
struct MachineFonts {
    Arena arena;
    FcConfig *config;
    FcFontSet *sorted[WEIGHTS];
    bool asked[WEIGHTS];
};

MachineFonts *font_machine_create(void) {
    Arena arena = {0};
    MachineFonts *fonts = arena_push(&arena, MachineFonts, 1);
    fonts->arena = arena;
    return fonts;
}

void font_machine_destroy(MachineFonts *fonts) {
    if (!fonts) {
        return;
    }
    for (int32_t i = 0; i < WEIGHTS; i++) {
        if (fonts->sorted[i]) {
            FcFontSetDestroy(fonts->sorted[i]);
        }
    }
    if (fonts->config) {
        FcConfigDestroy(fonts->config);
    }
    Arena arena = fonts->arena;
    arena_finish(&arena);
}

static FcFontSet *sort_fonts(FcConfig *config, bool bold) {
    FcPattern *wanted = FcPatternCreate();
    FcResult result;
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcFontSet *sorted = FcFontSort(config, wanted, FcFalse, NULL, &result);
    FcPatternDestroy(wanted);
    return sorted;
}

static const FcFontSet *sorted_by(MachineFonts *fonts, bool bold) {
    if (!fonts->config) {
        fonts->config = FcInitLoadConfigAndFonts();
    }
    if (!fonts->asked[bold] && fonts->config) {
        fonts->sorted[bold] = sort_fonts(fonts->config, bold);
    }
    fonts->asked[bold] = true;
    return fonts->sorted[bold];
}

static bool is_true(const FcPattern *font, const char *property) {
    FcBool value = FcFalse;
    return FcPatternGetBool(font, property, 0, &value) == FcResultMatch && value == FcTrue;
}

// A font of layers that are coloured is not drawn by every FreeType, one of pictures is.
static bool suits(const FcPattern *font, const int32_t *codes, int32_t count, bool colored) {
    FcCharSet *characters = NULL;
    bool kind = colored ? is_true(font, FC_COLOR) && !is_true(font, FC_OUTLINE)
                        : is_true(font, FC_SCALABLE) && !is_true(font, FC_COLOR);
    bool has =
        kind && !is_true(font, FC_VARIABLE) && FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch;
    for (int32_t i = 0; i < count && has; i++) {
        has = FcCharSetHasChar(characters, (FcChar32)codes[i]);
    }
    return has;
}

static bool read_font(const FcPattern *font, MachineFont *found) {
    FcChar8 *path = NULL;
    int face = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch) {
        return false;
    }
    FcPatternGetInteger(font, FC_INDEX, 0, &face);
    *found = (MachineFont){str_from_c((const char *)path), face, is_true(font, FC_COLOR)};
    return true;
}

static bool find(void *context, const int32_t *codes, int32_t count, bool bold, int32_t skip, MachineFont *found) {
    const FcFontSet *sorted = sorted_by(context, bold);
    for (int32_t colored = 0; colored < 2; colored++) {
        for (int i = 0; sorted && i < sorted->nfont; i++) {
            if (suits(sorted->fonts[i], codes, count, colored != 0) && skip-- == 0) {
                return read_font(sorted->fonts[i], found);
            }
        }
    }
    return false;
}

FontFinder font_machine_finder(MachineFonts *fonts) {
    return (FontFinder){fonts, fonts ? find : NULL};
}

#else

MachineFonts *font_machine_create(void) {
    return NULL;
}

void font_machine_destroy(MachineFonts *fonts) {
    (void)fonts;
}

FontFinder font_machine_finder(MachineFonts *fonts) {
    (void)fonts;
    return (FontFinder){0};
}

#endif
