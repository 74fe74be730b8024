#include "app/settings.h"

#include "base/file.h"
#include "base/json.h"
#include "base/json_write.h"
#include "base/path.h"

enum { FORMAT = 1, MOST_BYTES = 64 * 1024, MOST_PIXELS = 100000 };

static void drive_text_scale(AppPreferences *preferences, int32_t percent) {
    preferences->ui.text_scale = percent;
}

static void drive_theme(AppPreferences *preferences, int32_t theme) {
    preferences->ui.theme = (ThemeId)theme;
}

static void drive_font(AppPreferences *preferences, int32_t easy) {
    preferences->family = easy ? FAMILY_EASY : FAMILY_STANDARD;
}

static void drive_motion(AppPreferences *preferences, int32_t reduced) {
    preferences->ui.still = reduced != 0;
}

static void drive_speech(AppPreferences *preferences, int32_t on) {
    preferences->ui.speaks = on != 0;
}

static const SettingChoice LANGUAGES[LANGUAGE_COUNT] = {
    [LANGUAGE_AUTO] = {.name = S_INIT("auto"), .label = TR_INIT("As the computer"), .kept_only = true},
    [LANGUAGE_FR] = {.name = S_INIT("fr"), .label = S_INIT("Français")},
    [LANGUAGE_EN] = {.name = S_INIT("en"), .label = S_INIT("English")}};

static const SettingChoice THEMES[THEME_COUNT] = {
    [THEME_PAPER] = {.name = S_INIT("paper"), .label = TR_INIT("Light")},
    [THEME_NIGHT] = {.name = S_INIT("night"), .label = TR_INIT("Dark")},
    [THEME_PROJECTOR] = {.name = S_INIT("projector")},
    [THEME_CONTRAST] = {.name = S_INIT("contrast"), .label = TR_INIT("Strong contrast")}};

// In the order of the page.
static const SettingRow SETTINGS[SETTING_COUNT] = {
    [SETTING_LANGUAGE] = {.key = S_INIT("language"),
                          .type = SETTING_CHOICE,
                          .group = SETTINGS_READING,
                          .label = TR_INIT("Language"),
                          .choices = LANGUAGES,
                          .choice_count = LANGUAGE_COUNT,
                          .option = {.name = S_INIT("lang"),
                                     .operand = S_INIT("fr|en"),
                                     .about = TR_INIT("for this run"),
                                     .complaint = TR_INIT("“{0}” is no language of the interface: fr or en.")}},
    [SETTING_TEXT_SCALE] = {.key = S_INIT("text_scale"),
                            .type = SETTING_PERCENT,
                            .group = SETTINGS_READING,
                            .label = TR_INIT("Size of the text"),
                            .least = 100,
                            .most = 200,
                            .step = 25,
                            .drive = drive_text_scale,
                            .outlives = true,
                            .option = {.name = S_INIT("text-scale"),
                                       .operand = TR_INIT("PERCENT"),
                                       .about = TR_INIT("from 100 to 200, for this run"),
                                       .complaint =
                                           TR_INIT("The text size is a percentage from 100 to 200, not “{0}”.")}},
    [SETTING_THEME] = {.key = S_INIT("theme"),
                       .type = SETTING_CHOICE,
                       .group = SETTINGS_READING,
                       .label = TR_INIT("Colours"),
                       .choices = THEMES,
                       .choice_count = THEME_COUNT,
                       .drive = drive_theme,
                       .outlives = true,
                       .option = {.name = S_INIT("theme"),
                                  .operand = TR_INIT("NAME"),
                                  .about = TR_INIT("paper, night, projector or contrast, for this run"),
                                  .complaint = TR_INIT("“{0}” is no theme: paper, night, projector or contrast.")}},
    [SETTING_EASY_FONT] = {.key = S_INIT("easy_font"),
                           .group = SETTINGS_READING,
                           .label = TR_INIT("Letters that are easy to tell apart"),
                           .hint = TR_INIT("Plainer letters, easy to tell apart."),
                           .drive = drive_font},
    [SETTING_REDUCED_MOTION] = {.key = S_INIT("reduced_motion"),
                                .group = SETTINGS_READING,
                                .label = TR_INIT("Less movement"),
                                .hint = TR_INIT("Nothing fades in or slides."),
                                .drive = drive_motion},
    [SETTING_SPEECH] =
        {.key = S_INIT("speech"),
         .group = SETTINGS_READING,
         .label = TR_INIT("Read aloud"),
         .hint = TR_INIT("Palabre speaks what appears and what has the frame around it. There is no time limit then."),
         .drive = drive_speech,
         .outlives = true},
    [SETTING_LIMITS_OFF] = {.key = S_INIT("limits_off"),
                            .group = SETTINGS_PLAYING,
                            .label = TR_INIT("No time limits"),
                            .hint = TR_INIT("You take the time you need; no clock runs.")},
    [SETTING_NUMBERS] = {.key = S_INIT("numbers"),
                         .group = SETTINGS_PLAYING,
                         .label = TR_INIT("Numbers instead of words"),
                         .hint = TR_INIT("Shows “42” where it would say “fragile”.")},
    [SETTING_TRACE] = {.key = S_INIT("trace"),
                       .group = SETTINGS_PLAYING,
                       .label = TR_INIT("Remember which situations were played"),
                       .hint = TR_INIT("The library says “played already”. Nothing else is noted, and switching this "
                                       "off erases it.")},
    [SETTING_RETURNS] = {.key = S_INIT("returns"),
                         .group = SETTINGS_PLAYING,
                         .label = TR_INIT("Bring questions back"),
                         .hint = TR_INIT(
                             "Questions of quizzes, and what is noticed in your words, come back after 1, 3, 7, "
                             "16 and 35 days. They are offered in the library, and never announced. Switching "
                             "this off erases it.")},
    [SETTING_RETURNS_ASKED] = {.key = S_INIT("returns_asked")},
    [SETTING_WELCOMED] = {.key = S_INIT("welcomed")},
    [SETTING_WINDOW_X] = {.key = S_INIT("window_x"),
                          .type = SETTING_NUMBER,
                          .least = -MOST_PIXELS,
                          .most = MOST_PIXELS},
    [SETTING_WINDOW_Y] = {.key = S_INIT("window_y"),
                          .type = SETTING_NUMBER,
                          .least = -MOST_PIXELS,
                          .most = MOST_PIXELS},
    [SETTING_WINDOW_WIDTH] = {.key = S_INIT("window_width"), .type = SETTING_NUMBER, .most = MOST_PIXELS},
    [SETTING_WINDOW_HEIGHT] = {.key = S_INIT("window_height"), .type = SETTING_NUMBER, .most = MOST_PIXELS},
    [SETTING_WINDOWED] = {.key = S_INIT("windowed")},
};

const SettingRow *settings_row(Setting setting) {
    const SettingRow *row = &SETTINGS[setting];
    ASSERT(row->key.len > 0); // a value of the enum without its row
    return row;
}

// The first value of a switch and a choice, which is 0.
Settings settings_default(void) {
    Settings settings = {0};
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        settings.kept[i] = row->type == SETTING_NUMBER ? 0 : row->least;
    }
    return settings;
}

static bool fits_row(const SettingRow *row, int32_t value) {
    switch (row->type) {
    case SETTING_SWITCH:
        return value == 0 || value == 1;
    case SETTING_CHOICE:
        return value >= 0 && value < row->choice_count && row->choices[value].label.len > 0;
    case SETTING_PERCENT:
        return value >= row->least && value <= row->most && value % row->step == 0;
    case SETTING_NUMBER:
        return value >= row->least && value <= row->most;
    }
    return false;
}

int32_t settings_value(const Settings *settings, Setting setting) {
    const SettingsForRun *run = &settings->for_run;
    return run->asked[setting] ? run->values[setting] : settings->kept[setting];
}

void settings_ask(SettingsForRun *run, Setting setting, int32_t value) {
    run->asked[setting] = true;
    run->values[setting] = value;
}

bool settings_choose(Settings *settings, Setting setting, int32_t value) {
    if (!fits_row(settings_row(setting), value)) {
        return false;
    }
    settings->for_run.asked[setting] = false;
    settings->kept[setting] = value;
    return true;
}

void settings_forget(Settings *settings) {
    Settings fresh = settings_default();
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        settings->kept[i] = settings_row(i)->outlives ? settings->kept[i] : fresh.kept[i];
    }
}

WindowPlace settings_window(const Settings *settings) {
    return (WindowPlace){.x = settings_value(settings, SETTING_WINDOW_X),
                         .y = settings_value(settings, SETTING_WINDOW_Y),
                         .width = settings_value(settings, SETTING_WINDOW_WIDTH),
                         .height = settings_value(settings, SETTING_WINDOW_HEIGHT),
                         .restored = settings_value(settings, SETTING_WINDOWED) != 0};
}

void settings_keep_window(Settings *settings, WindowPlace place) {
    bool kept = settings_choose(settings, SETTING_WINDOW_X, place.x) &&
                settings_choose(settings, SETTING_WINDOW_Y, place.y) &&
                settings_choose(settings, SETTING_WINDOW_WIDTH, place.width) &&
                settings_choose(settings, SETTING_WINDOW_HEIGHT, place.height);
    (void)settings_choose(settings, SETTING_WINDOWED, kept && place.restored);
}

AppPreferences settings_preferences(const Settings *settings) {
    AppPreferences preferences = {0};
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        if (row->drive) {
            row->drive(&preferences, settings_value(settings, i));
        }
    }
    return preferences;
}

// -1: no such name.
static int32_t find_choice(const SettingRow *row, Str name) {
    for (int32_t i = 0; i < row->choice_count; i++) {
        if (str_equal(row->choices[i].name, name)) {
            return i;
        }
    }
    return -1;
}

bool settings_parse_option(Setting setting, Str text, int32_t *value) {
    const SettingRow *row = settings_row(setting);
    if (row->type == SETTING_PERCENT) {
        return str_to_int(text, value) && *value >= row->least && *value <= row->most;
    }
    *value = find_choice(row, text);
    return *value >= 0 && !row->choices[*value].kept_only;
}

// False: it is no value of this setting.
static bool read_value(const SettingRow *row, const JsonValue *json, int32_t *value) {
    JsonType type = json_type(json);
    switch (row->type) {
    case SETTING_SWITCH:
        *value = type == JSON_TRUE;
        return type == JSON_TRUE || type == JSON_FALSE;
    case SETTING_CHOICE:
        *value = type == JSON_TEXT ? find_choice(row, json_text(json)) : -1;
        return *value >= 0;
    case SETTING_PERCENT:
    case SETTING_NUMBER:
        *value = type == JSON_INTEGER && json_integer(json) >= row->least && json_integer(json) <= row->most
                     ? (int32_t)json_integer(json)
                     : INT32_MIN;
        return *value != INT32_MIN;
    }
    return false;
}

static void read_settings(const JsonValue *object, Settings *settings) {
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const JsonValue *json = json_member(object, settings_row(i)->key);
        int32_t value;
        if (json && read_value(settings_row(i), json, &value)) {
            (void)settings_choose(settings, i, value);
        }
    }
}

Settings settings_parse(Arena *scratch, Str bytes, bool *fits) {
    Settings settings = settings_default();
    JsonDoc doc;
    *fits = json_parse(scratch, bytes, &doc, NULL, NULL);
    if (!*fits) {
        return settings;
    }
    *fits = json_type(doc.root) == JSON_OBJECT;
    if (*fits) {
        read_settings(doc.root, &settings);
    }
    json_finish(&doc);
    return settings;
}

static void write_value(JsonWriter *writer, const SettingRow *row, int32_t value) {
    switch (row->type) {
    case SETTING_SWITCH:
        json_write_bool(writer, value != 0);
        break;
    case SETTING_CHOICE:
        json_write_text(writer, row->choices[value].name);
        break;
    case SETTING_PERCENT:
    case SETTING_NUMBER:
        json_write_int(writer, value);
        break;
    }
}

Str settings_write(Arena *arena, const Settings *settings) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("format"), FORMAT);
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        json_write_key(&writer, settings_row(i)->key);
        write_value(&writer, settings_row(i), settings->kept[i]);
    }
    json_end(&writer);
    return json_written(&writer);
}

static bool load(Arena *scratch, Str path, Settings *settings, Error *error) {
    ArenaMark mark = arena_mark(scratch);
    Str bytes = {0};
    bool fits = file_load(scratch, path, MOST_BYTES, &bytes, error);
    if (fits) {
        Arena deeper = {0};
        Settings read = settings_parse(&deeper, bytes, &fits);
        arena_finish(&deeper);
        *settings = fits ? read : *settings;
    }
    arena_rewind(scratch, mark);
    return fits;
}

SettingsLoaded settings_load(Arena *scratch, Str path, Settings *settings) {
    Error error = {0};
    *settings = settings_default();
    if (path.len == 0 || load(scratch, path, settings, &error) || error.code == ERROR_NOT_FOUND) {
        return SETTINGS_READ;
    }
    ArenaMark mark = arena_mark(scratch);
    bool before = load(scratch, str_format(scratch, "%.*s~", S_ARG(path)), settings, NULL);
    arena_rewind(scratch, mark);
    return before ? SETTINGS_FROM_BEFORE : SETTINGS_LOST;
}

void settings_set_aside(Arena *scratch, Str path) {
    ArenaMark mark = arena_mark(scratch);
    Str name = str_format(scratch, "%.*s.broken", S_ARG(path_name(path)));
    (void)!file_rename(path, name, NULL);
    arena_rewind(scratch, mark);
}
