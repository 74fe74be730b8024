// The font files, and the sizes in which they are open. For platform/font*.c only.
//
// A file is read when it is first needed and stays; of open sizes only the last used are kept, so a pointer to one is
// good until the next is asked for.
#pragma once

#include "base/error.h"
#include "platform/machine.h"
#include "ui/face.h"

typedef struct ShelfFont ShelfFont; // a TTF_Font, whose structure has not the same name in every SDL_ttf

enum {
    FONT_FILES = 10,
    FONT_LINKS = 4,      // of the longest chain of fonts that stand in for each other
    FONT_OPEN_MOST = 24, // each takes some 100 KB with its glyphs
    FONT_SIZE_LEAST = 4,
    FONT_SIZE_MOST = 400
};

typedef struct {
    void *bytes; // NULL: not read yet
    size_t len;
    bool missing; // and looked for
} FontFile;

typedef struct {
    ShelfFont *font;
    int32_t file, size;
    int64_t used; // when, in calls
} OpenFont;

typedef struct {
    Arena arena;
    Str folder;
    FontFile files[FONT_FILES];
    OpenFont open[FONT_OPEN_MOST];
    int32_t open_count;
    int64_t calls;
} FontShelf;

void font_shelf_init(FontShelf *shelf, Str folder);
void font_shelf_finish(FontShelf *shelf);
NODISCARD bool font_shelf_has(FontShelf *shelf, int32_t file, Error *error); // on the disk
ShelfFont *font_shelf_open(FontShelf *shelf, int32_t file, int32_t size);    // NULL: missing or no font
// The file of a face: link 0 of the chain is the family's own, the further ones stand in for it; -1 after the last.
int32_t font_file_of(FontFamily family, Face face, int32_t link);
