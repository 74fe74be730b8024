// The font files, and the sizes in which they are open. For platform/font*.c only.
//
// A file of ours is read when it is first needed and stays; one of the machine's, which may be twenty times as long, is
// read where it lies. Of open sizes only the last used are kept, so a pointer to one is good until the next is asked
// for.
#pragma once

#include "base/error.h"
#include "platform/font_machine.h"
#include "platform/machine.h"
#include "ui/face.h"

typedef struct ShelfFont ShelfFont; // a TTF_Font, whose structure has not the same name in every SDL_ttf

enum {
    FONT_FILES = 10,     // of ours
    FONT_LENT_MOST = 32, // of the machine's, after them
    FONT_LINKS = 4,      // of the longest chain of fonts that stand in for each other
    FONT_OPEN_MOST = 24, // each takes some 100 KB with its glyphs
    FONT_SIZE_LEAST = 4,
    FONT_SIZE_MOST = 400
};

typedef struct {
    void *bytes; // NULL: not read yet
    size_t len;
    bool missing;     // and looked for
    MachineFont lent; // where it lies, if it is one of the machine's
} FontFile;

// A file in a size, and how HarfBuzz shapes what is set in it. A coloured one has its own size, whatever is asked for.
typedef struct {
    int32_t file, size;
    int32_t script;
    Direction direction;
} FontCut;

typedef struct {
    ShelfFont *font;
    FontCut cut;
    int64_t used; // when, in calls
} OpenFont;

typedef struct {
    Arena arena;
    Str folder;
    FontFile files[FONT_FILES + FONT_LENT_MOST];
    int32_t lent_count;
    OpenFont open[FONT_OPEN_MOST];
    int32_t open_count;
    int64_t calls;
} FontShelf;

void font_shelf_init(FontShelf *shelf, Str folder);
void font_shelf_finish(FontShelf *shelf);
NODISCARD bool font_shelf_has(FontShelf *shelf, int32_t file, Error *error); // on the disk
ShelfFont *font_shelf_open(FontShelf *shelf, FontCut cut);                   // NULL: missing or no font
bool font_shelf_is_colored(const FontShelf *shelf, int32_t file);
int32_t font_shelf_lend(FontShelf *shelf, MachineFont font); // its file, a new one perhaps; -1: no room for another
// The file of a face: link 0 of the chain is the family's own, the further ones stand in for it; -1 after the last.
int32_t font_file_of(FontFamily family, Face face, int32_t link);
