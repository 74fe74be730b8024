#include "platform/font_shelf.h"

#include "platform/font_file.h"
#include "platform/font_script.h"

#include <SDL.h>
#include <SDL_ttf.h>

// One row a family, in the order of Face; then what has the symbols that they lack.
static const Str FILES[FONT_FILES] = {
    S_INIT("AtkinsonHyperlegibleNext-Regular.ttf"),
    S_INIT("AtkinsonHyperlegibleNext-Bold.ttf"),
    S_INIT("AtkinsonHyperlegibleNext-Italic.ttf"),
    S_INIT("AtkinsonHyperlegibleNext-BoldItalic.ttf"),
    S_INIT("Andika-Regular.ttf"),
    S_INIT("Andika-Bold.ttf"),
    S_INIT("Andika-Italic.ttf"),
    S_INIT("Andika-BoldItalic.ttf"),
    S_INIT("DejaVuSans.ttf"),
    S_INIT("DejaVuSans-Bold.ttf"),
};

enum { FILE_SYMBOLS = 2 * FACE_COUNT, FILE_SYMBOLS_BOLD };

int32_t font_file_of(FontFamily family, Face face, int32_t link) {
    bool bold = face == FACE_BOLD || face == FACE_BOLD_ITALIC;
    int32_t own = (family == FAMILY_EASY ? FACE_COUNT : 0) + (int32_t)face;
    int32_t other = (family == FAMILY_EASY ? 0 : FACE_COUNT) + (int32_t)face;
    int32_t chain[FONT_LINKS] = {own, other, bold ? FILE_SYMBOLS_BOLD : FILE_SYMBOLS, bold ? FILE_SYMBOLS : -1};
    return link < FONT_LINKS ? chain[link] : -1;
}

void font_shelf_init(FontShelf *shelf, Str folder) {
    *shelf = (FontShelf){0};
    shelf->folder = str_copy(&shelf->arena, folder);
}

void font_shelf_finish(FontShelf *shelf) {
    for (int32_t i = 0; i < shelf->open_count; i++) {
        TTF_CloseFont((TTF_Font *)shelf->open[i].font);
    }
    for (int32_t i = 0; i < FONT_FILES; i++) {
        SDL_free(shelf->files[i].bytes);
    }
    arena_finish(&shelf->arena);
}

bool font_shelf_has(FontShelf *shelf, int32_t file, Error *error) {
    ArenaMark mark = arena_mark(&shelf->arena);
    bool has = font_file_is_there(&shelf->arena, shelf->folder, FILES[file], error);
    arena_rewind(&shelf->arena, mark);
    return has;
}

static const FontFile *load_file(FontShelf *shelf, int32_t file) {
    FontFile *loaded = &shelf->files[file];
    if (!loaded->bytes && !loaded->missing) {
        ArenaMark mark = arena_mark(&shelf->arena);
        loaded->bytes = font_file_load(&shelf->arena, shelf->folder, FILES[file], &loaded->len);
        loaded->missing = !loaded->bytes;
        arena_rewind(&shelf->arena, mark);
    }
    return loaded;
}

static TTF_Font *open_lent(FontShelf *shelf, const FontFile *file, int32_t size) {
    ArenaMark mark = arena_mark(&shelf->arena);
    SDL_RWops *stream = SDL_RWFromFile(str_to_c(&shelf->arena, file->lent.path), "rb");
    arena_rewind(&shelf->arena, mark);
    return stream ? TTF_OpenFontIndexRW(stream, 1, size, file->lent.face) : NULL;
}

// All sizes of a file of ours read from the same bytes.
static TTF_Font *open_own(FontShelf *shelf, int32_t file, int32_t size) {
    const FontFile *loaded = load_file(shelf, file);
    return loaded->missing ? NULL : TTF_OpenFontRW(SDL_RWFromConstMem(loaded->bytes, (int)loaded->len), 1, size);
}

static ShelfFont *open_cut(FontShelf *shelf, const FontCut *cut) {
    FontFile *file = &shelf->files[cut->file];
    if (file->missing) {
        return NULL;
    }
    TTF_Font *font = cut->file < FONT_FILES ? open_own(shelf, cut->file, cut->size) : open_lent(shelf, file, cut->size);
    if (!font) {
        file->missing = true; // no font, whatever it is called
        return NULL;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    if (cut->script != FONT_SCRIPT_NONE) {
        TTF_SetFontScriptName(font, font_script_name(cut->script));
    }
    if (cut->direction == DIRECTION_LEFTWARD) {
        TTF_SetFontDirection(font, TTF_DIRECTION_RTL);
    }
    return (ShelfFont *)font;
}

static OpenFont *find_place(FontShelf *shelf) {
    if (shelf->open_count < FONT_OPEN_MOST) {
        return &shelf->open[shelf->open_count++];
    }
    OpenFont *oldest = &shelf->open[0];
    for (int32_t i = 1; i < FONT_OPEN_MOST; i++) {
        oldest = shelf->open[i].used < oldest->used ? &shelf->open[i] : oldest;
    }
    TTF_CloseFont((TTF_Font *)oldest->font);
    return oldest;
}

static bool is_same_cut(const FontCut *a, const FontCut *b) {
    return a->file == b->file && a->size == b->size && a->script == b->script && a->direction == b->direction;
}

ShelfFont *font_shelf_open(FontShelf *shelf, FontCut cut) {
    bool colored = font_shelf_is_colored(shelf, cut.file);
    cut.size = colored ? FONT_SIZE_MOST : SDL_clamp(cut.size, FONT_SIZE_LEAST, FONT_SIZE_MOST);
    shelf->calls++;
    for (int32_t i = 0; i < shelf->open_count; i++) {
        OpenFont *open = &shelf->open[i];
        if (is_same_cut(&open->cut, &cut)) {
            open->used = shelf->calls;
            return open->font;
        }
    }
    ShelfFont *font = open_cut(shelf, &cut);
    if (font) {
        *find_place(shelf) = (OpenFont){font, cut, shelf->calls};
    }
    return font;
}

bool font_shelf_is_colored(const FontShelf *shelf, int32_t file) {
    return shelf->files[file].lent.colored;
}

int32_t font_shelf_lend(FontShelf *shelf, MachineFont font) {
    for (int32_t i = 0; i < shelf->lent_count; i++) {
        const MachineFont *lent = &shelf->files[FONT_FILES + i].lent;
        if (lent->face == font.face && str_equal(lent->path, font.path)) {
            return FONT_FILES + i;
        }
    }
    if (shelf->lent_count == FONT_LENT_MOST) {
        return -1;
    }
    int32_t file = FONT_FILES + shelf->lent_count++;
    shelf->files[file].lent = (MachineFont){str_copy(&shelf->arena, font.path), font.face, font.colored};
    return file;
}
