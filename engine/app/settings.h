// Settings, as one table. A setting is a value of Setting and a row of settings.c: its key in
// DATA/settings.json, its bounds, its words and place on the page of settings, its option on the command line and what
// it drives all follow from the row.
//
//     Settings settings = settings_default();
//     (void)settings_load(&scratch, path, &settings);
//     settings.for_run = for_run;                                  // what the command line asks for
//     int32_t theme = settings_value(&settings, SETTING_THEME);    // what holds now
//     bool kept = settings_choose(&settings, SETTING_THEME, THEME_NIGHT);
//
// Every program that shares the file knows every row, so that none loses what another keeps there; which rows a program
// offers goes by their group.
#pragma once

#include "base/error.h"
#include "platform/window.h"
#include "ui/ui.h"

typedef enum {
    SETTING_LANGUAGE,   // a Language
    SETTING_TEXT_SCALE, // percent
    SETTING_THEME,      // a ThemeId
    SETTING_EASY_FONT,
    SETTING_REDUCED_MOTION,
    SETTING_SPEECH,
    SETTING_LIMITS_OFF,    // no time limits
    SETTING_NUMBERS,       // numbers instead of words
    SETTING_TRACE,         // which situations were played
    SETTING_RETURNS,       // questions come back
    SETTING_RETURNS_ASKED, // whether they are to, at the end of a first quiz
    SETTING_WELCOMED,      // the first start is behind
    SETTING_WINDOW_X,      // where the window stood and how large it was, when nothing enlarged it
    SETTING_WINDOW_Y,
    SETTING_WINDOW_WIDTH, // 0: not known
    SETTING_WINDOW_HEIGHT,
    SETTING_WINDOWED, // … and it was not maximised when it was closed
    SETTING_COUNT
} Setting;

typedef enum { LANGUAGE_AUTO, LANGUAGE_FR, LANGUAGE_EN, LANGUAGE_COUNT } Language; // auto: that of the system

typedef enum {
    SETTING_SWITCH,  // 0 or 1
    SETTING_CHOICE,  // 0 … choice_count-1
    SETTING_PERCENT, // least, least + step … most; the command line may ask for what lies between
    SETTING_NUMBER   // least … most, 0 unless it is chosen
} SettingType;

// On the page of settings.
typedef enum {
    SETTINGS_UNSHOWN,
    SETTINGS_READING,
    SETTINGS_PLAYING, // for programs that play a case
    SETTINGS_GROUP_COUNT
} SettingsGroup;

typedef struct {
    Str name;       // in the file and on the command line
    Str label;      // a source of the catalogue; empty: only the command line can ask for it
    bool kept_only; // the command line cannot
} SettingChoice;

// The part of the settings that drives the machine and the toolkit; the rest is asked for with settings_value where it
// counts.
typedef struct {
    UiPreferences ui;
    FontFamily family;
} AppPreferences;

typedef void SettingDrive(AppPreferences *preferences, int32_t value);

// Texts for people are sources of the catalogue.
typedef struct {
    Str key; // in the file; of its control on the page
    SettingType type;
    SettingsGroup group;
    Str label, hint; // the hint of a switch; may be empty
    const SettingChoice *choices;
    int32_t choice_count;
    int32_t least, most, step;
    SettingDrive *drive; // NULL: it drives nothing by itself
    bool outlives;       // stays when everything is erased: not to be left alone with a page one cannot see or read
    struct {
        Str name; // without the two strokes; empty: it has none
        Str operand, about;
        Str complaint; // {0}: what was given and is no such value
    } option;
} SettingRow;

typedef struct {
    bool asked[SETTING_COUNT];
    int32_t values[SETTING_COUNT];
} SettingsForRun;

typedef struct {
    int32_t kept[SETTING_COUNT];
    SettingsForRun for_run; // comes before what is kept and is never written, until something else is chosen
} Settings;

void settings_ask(SettingsForRun *run, Setting setting, int32_t value); // what fits is up to the caller

const SettingRow *settings_row(Setting setting);
Settings settings_default(void);
int32_t settings_value(const Settings *settings, Setting setting);
WindowPlace settings_window(const Settings *settings);
void settings_keep_window(Settings *settings, WindowPlace place);
bool settings_choose(Settings *settings, Setting setting, int32_t value); // false: no such value, nothing is changed
void settings_forget(Settings *settings);                                 // all but what outlives
AppPreferences settings_preferences(const Settings *settings);

// A value as the command line names it, of a choice or a percentage; false: it is none.
bool settings_parse_option(Setting setting, Str text, int32_t *value);

Settings settings_parse(Arena *scratch, Str bytes, bool *fits); // what is missing or no such value is as by default
Str settings_write(Arena *arena, const Settings *settings);

typedef enum {
    SETTINGS_READ,        // or there is no file yet
    SETTINGS_FROM_BEFORE, // it cannot be read, or is no settings: PATH~ was read, as file_save kept it
    SETTINGS_LOST         // neither: the defaults
} SettingsLoaded;

SettingsLoaded settings_load(Arena *scratch, Str path, Settings *settings);
// A file that cannot be read is PATH.broken from now on, or the next to be kept would go over it.
void settings_set_aside(Arena *scratch, Str path);
