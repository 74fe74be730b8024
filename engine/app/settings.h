// What the person prefers, in DATA/settings.json.
#pragma once

#include "base/error.h"
#include "ui/theme.h"

typedef enum { LANGUAGE_AUTO, LANGUAGE_FR, LANGUAGE_EN, LANGUAGE_COUNT } Language;
typedef enum { CHOICE_PAPER, CHOICE_NIGHT, CHOICE_CONTRAST, CHOICE_COUNT } ThemeChoice;

enum { SCALE_LEAST = 100, SCALE_MOST = 200, SCALE_STEP = 25 };

typedef struct {
    int32_t language;   // a Language; auto: that of the system
    int32_t text_scale; // percent: 100, 125 … 200
    int32_t theme;      // a ThemeChoice
    bool easy_font, reduced_motion, speech;
    bool limits_off; // no time limits
    bool numbers;    // numbers instead of words
    bool welcomed;   // the first start is behind
} Settings;

// What the command line asks for. It holds for this run, before what is kept, until something else is chosen.
typedef struct {
    int32_t language;   // a Language; auto: it does not say
    int32_t text_scale; // percent; 0: it does not say
    bool has_theme;
    int32_t theme; // a ThemeId
} SettingsForRun;

Settings settings_default(void);
ThemeId settings_theme(int32_t choice);                         // a ThemeChoice
Settings settings_parse(Arena *scratch, Str bytes, bool *fits); // what is missing or no such value is as by default
Str settings_write(Arena *arena, const Settings *settings);

// Never fails: a file that cannot be read gives the defaults; one that is not settings is kept aside as PATH.broken.
// False: it was so.
bool settings_load(Arena *scratch, Str path, Settings *settings);
