// The command line of `palabre`.
#pragma once

#include "player/player.h"

typedef struct {
    Str case_path;
    Str language; // a name of fr or en; empty: not given
    Str data;     // a folder; empty: not given
    bool portable, windowed, software, headless, help, version;
    int32_t display, text_scale; // 0: not given
    int32_t theme;               // a ThemeId; -1: not given
    int32_t width, height;
    Str steps;
} StartOptions;

// False: `complaint` is one sentence, in the language of the interface.
bool start_read(Arena *arena, const Catalog *catalog, const Str *arguments, int32_t count, StartOptions *options,
                Str *complaint);
Str start_help(void); // a source of the catalogue
