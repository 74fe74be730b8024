// The machine's own fonts, for characters that no font of ours has; its answers come from fontconfig. Fonts made of
// dots are not named, unless they are the only ones and coloured, as emoji are: then their pictures are made to fit.
#pragma once

#include "base/str.h"

typedef struct {
    Str path;
    int32_t face; // in the file
    bool colored; // pictures of one size, in colours of their own
} MachineFont;

// Who is asked. `find` gives the font that has all of these characters and suits best, after leaving out `skip` of
// them; false: there is no other. The path is good as long as the finder. NULL: nobody is asked.
typedef struct {
    void *context;
    bool (*find)(void *context, const int32_t *codes, int32_t count, bool bold, int32_t skip, MachineFont *found);
} FontFinder;

typedef struct MachineFonts MachineFonts;

// Nothing is looked up before the first question, which takes some hundredths of a second.
MachineFonts *font_machine_create(void);             // NULL where Palabre was built without fontconfig
void font_machine_destroy(MachineFonts *fonts);      // NULL is fine
FontFinder font_machine_finder(MachineFonts *fonts); // NULL: a finder that is nobody
