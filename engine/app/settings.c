#include "app/settings.h"

#include "base/file.h"
#include "base/json.h"
#include "base/json_write.h"

#include <stddef.h>

enum { FORMAT = 1, MOST_BYTES = 64 * 1024 };

static const Str LANGUAGES[LANGUAGE_COUNT] = {S_INIT("auto"), S_INIT("fr"), S_INIT("en")};
static const Str THEMES[CHOICE_COUNT] = {S_INIT("paper"), S_INIT("night"), S_INIT("contrast")};

typedef struct {
    Str key;
    ptrdiff_t offset;
} Switch;

static const Switch SWITCHES[] = {{S_INIT("easy_font"), offsetof(Settings, easy_font)},
                                  {S_INIT("reduced_motion"), offsetof(Settings, reduced_motion)},
                                  {S_INIT("speech"), offsetof(Settings, speech)},
                                  {S_INIT("limits_off"), offsetof(Settings, limits_off)},
                                  {S_INIT("numbers"), offsetof(Settings, numbers)},
                                  {S_INIT("welcomed"), offsetof(Settings, welcomed)}};
enum { SWITCH_COUNT = (int)(sizeof SWITCHES / sizeof SWITCHES[0]) };

Settings settings_default(void) {
    return (Settings){.text_scale = SCALE_LEAST};
}

ThemeId settings_theme(int32_t choice) {
    static const ThemeId IDS[CHOICE_COUNT] = {
        [CHOICE_PAPER] = THEME_PAPER, [CHOICE_NIGHT] = THEME_NIGHT, [CHOICE_CONTRAST] = THEME_CONTRAST};
    return IDS[choice];
}

static void read_word(const JsonValue *object, Str key, const Str *words, int32_t count, int32_t *number) {
    const JsonValue *value = json_member(object, key);
    for (int32_t i = 0; i < count && value && json_type(value) == JSON_TEXT; i++) {
        *number = str_equal(json_text(value), words[i]) ? i : *number;
    }
}

static void read_scale(const JsonValue *object, int32_t *scale) {
    const JsonValue *value = json_member(object, S("text_scale"));
    if (value && json_type(value) == JSON_INTEGER && json_integer(value) >= SCALE_LEAST &&
        json_integer(value) <= SCALE_MOST && json_integer(value) % SCALE_STEP == 0) {
        *scale = (int32_t)json_integer(value);
    }
}

static void read_switches(const JsonValue *object, Settings *settings) {
    for (int32_t i = 0; i < SWITCH_COUNT; i++) {
        const JsonValue *value = json_member(object, SWITCHES[i].key);
        if (value && (json_type(value) == JSON_TRUE || json_type(value) == JSON_FALSE)) {
            *(bool *)(void *)((char *)settings + SWITCHES[i].offset) = json_type(value) == JSON_TRUE;
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
        read_word(doc.root, S("language"), LANGUAGES, LANGUAGE_COUNT, &settings.language);
        read_word(doc.root, S("theme"), THEMES, CHOICE_COUNT, &settings.theme);
        read_scale(doc.root, &settings.text_scale);
        read_switches(doc.root, &settings);
    }
    json_finish(&doc);
    return settings;
}

Str settings_write(Arena *arena, const Settings *settings) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_key(&writer, S("format"));
    json_write_int(&writer, FORMAT);
    json_write_key(&writer, S("language"));
    json_write_text(&writer, LANGUAGES[settings->language]);
    json_write_key(&writer, S("theme"));
    json_write_text(&writer, THEMES[settings->theme]);
    json_write_key(&writer, S("text_scale"));
    json_write_int(&writer, settings->text_scale);
    for (int32_t i = 0; i < SWITCH_COUNT; i++) {
        json_write_key(&writer, SWITCHES[i].key);
        json_write_bool(&writer, *(const bool *)(const void *)((const char *)settings + SWITCHES[i].offset));
    }
    json_end(&writer);
    return json_written(&writer);
}

bool settings_load(Arena *scratch, Str path, Settings *settings) {
    ArenaMark mark = arena_mark(scratch);
    bool fits = true;
    Str bytes = {0};
    *settings = settings_default();
    if (path.len > 0 && file_load(scratch, path, MOST_BYTES, &bytes, NULL)) {
        Arena deeper = {0};
        *settings = settings_parse(&deeper, bytes, &fits);
        arena_finish(&deeper);
        if (!fits) {
            (void)!file_save(str_format(scratch, "%.*s.broken", S_ARG(path)), bytes, NULL);
        }
    }
    arena_rewind(scratch, mark);
    return fits;
}
