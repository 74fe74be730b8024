#include "platform/script.h"

#include "base/utf8.h"

typedef struct {
    Arena *arena;
    Script *script;
    Str window; // that the step being read names, of those that may
    Str value;  // of it, without apostrophes
} Reader;

// clang-format off
static const struct {
    Str name;
    int32_t key;
} KEYS[] = {
    {S_INIT("Down"), KEY_DOWN},
    {S_INIT("Up"), KEY_UP},
    {S_INIT("Left"), KEY_LEFT},
    {S_INIT("Right"), KEY_RIGHT},
    {S_INIT("Return"), KEY_ENTER},
    {S_INIT("Enter"), KEY_ENTER},
    {S_INIT("Escape"), KEY_ESCAPE},
    {S_INIT("Tab"), KEY_TAB},
    {S_INIT("Backspace"), KEY_BACKSPACE},
    {S_INIT("Delete"), KEY_DELETE},
    {S_INIT("Home"), KEY_HOME},
    {S_INIT("End"), KEY_END},
    {S_INIT("PageUp"), KEY_PAGE_UP},
    {S_INIT("PageDown"), KEY_PAGE_DOWN},
    {S_INIT("Space"), KEY_SPACE},
    {S_INIT("F1"), KEY_F1},
    {S_INIT("F3"), KEY_F3},
    {S_INIT("F5"), KEY_F5},
    {S_INIT("F6"), KEY_F6},
    {S_INIT("F7"), KEY_F7},
    {S_INIT("F8"), KEY_F8},
    {S_INIT("F9"), KEY_F9},
    {S_INIT("F11"), KEY_F11},
};

static const struct {
    Str prefix;
    int32_t modifier;
} MODIFIERS[] = {
    {S_INIT("ctrl+"), MOD_CTRL},
    {S_INIT("shift+"), MOD_SHIFT},
    {S_INIT("alt+"), MOD_ALT},
};
// clang-format on

enum { KEY_COUNT = COUNT(KEYS), MODIFIER_COUNT = COUNT(MODIFIERS) };

static ScriptStep *add_step(const Reader *reader, ScriptStepKind kind) {
    ScriptStep *step = rows_append(reader->arena, reader->script);
    step->kind = kind;
    return step;
}

static UiInput *add_input(const Reader *reader, UiInputKind kind) {
    ScriptStep *step = add_step(reader, SCRIPT_INPUT);
    step->input.kind = kind;
    return &step->input;
}

static int32_t take_modifiers(Str *name) {
    int32_t modifiers = 0;
    for (int32_t i = 0; i < MODIFIER_COUNT; i++) {
        if (str_begins(*name, MODIFIERS[i].prefix)) {
            modifiers |= MODIFIERS[i].modifier;
            *name = str_slice(*name, MODIFIERS[i].prefix.len, name->len);
            i = -1;
        }
    }
    return modifiers;
}

// A capital is its letter with Shift, as it is typed.
static bool read_character(Str name, UiInput *input) {
    ptrdiff_t offset = 0;
    int32_t code = utf8_decode(name, &offset);
    if (offset != name.len || code <= ' ') {
        return false;
    }
    bool capital = code >= 'A' && code <= 'Z';
    input->key = capital ? code - 'A' + 'a' : code < 0x7F ? code : KEY_OTHER;
    input->modifiers |= capital ? MOD_SHIFT : 0;
    input->text = name;
    return true;
}

static bool read_press(const Reader *reader, bool repeats) {
    Str name = reader->value;
    UiInput input = {.kind = INPUT_KEY, .modifiers = take_modifiers(&name), .repeats = repeats};
    for (int32_t i = 0; i < KEY_COUNT; i++) {
        input.key = str_equal(name, KEYS[i].name) ? KEYS[i].key : input.key;
    }
    input.text = input.key == KEY_SPACE ? S(" ") : (Str){0};
    if (name.len == 0 || (input.key == KEY_NONE && !read_character(name, &input))) {
        return false;
    }
    if ((input.modifiers & (MOD_CTRL | MOD_ALT)) != 0) {
        input.text = (Str){0};
    }
    *add_input(reader, INPUT_KEY) = input;
    return true;
}

static bool read_key(const Reader *reader) {
    return read_press(reader, false);
}

static bool read_repeat(const Reader *reader) {
    return read_press(reader, true);
}

// One input a character, as they come when somebody types.
static bool read_text(const Reader *reader) {
    if (utf8_find_invalid(reader->value) >= 0) {
        return false;
    }
    for (ptrdiff_t offset = 0; offset < reader->value.len;) {
        ptrdiff_t from = offset;
        utf8_decode(reader->value, &offset);
        add_input(reader, INPUT_TEXT)->text = str_slice(reader->value, from, offset);
    }
    return true;
}

static bool read_drop(const Reader *reader) {
    add_input(reader, INPUT_DROP)->text = reader->value;
    return reader->value.len > 0;
}

static bool read_pair(Str value, char separator, int32_t *a, int32_t *b) {
    return str_to_int(str_cut(&value, separator), a) && str_to_int(value, b);
}

static bool read_pointer(const Reader *reader, UiInputKind kind) {
    int32_t x, y;
    if (!read_pair(reader->value, ',', &x, &y)) {
        return false;
    }
    UiInput *input = add_input(reader, kind);
    input->x = x;
    input->y = y;
    return true;
}

static bool read_move(const Reader *reader) {
    return read_pointer(reader, INPUT_MOVE);
}

static bool read_down(const Reader *reader) {
    return read_pointer(reader, INPUT_DOWN);
}

static bool read_up(const Reader *reader) {
    return read_pointer(reader, INPUT_UP);
}

static bool read_click(const Reader *reader) {
    return read_move(reader) && read_down(reader) && read_up(reader);
}

static bool read_wheel(const Reader *reader) {
    int32_t notches;
    if (!str_to_int(reader->value, &notches)) {
        return false;
    }
    add_input(reader, INPUT_WHEEL)->wheel_y = notches;
    return true;
}

static bool read_wait(const Reader *reader) {
    int32_t ms;
    if (!str_to_int(reader->value, &ms) || ms < 0) {
        return false;
    }
    add_step(reader, SCRIPT_WAIT)->ms = ms;
    return true;
}

static bool read_size(const Reader *reader) {
    enum { SIZE_MOST = 16384 };
    int32_t width, height;
    if (!read_pair(reader->value, 'x', &width, &height) || width < 1 || height < 1 || width > SIZE_MOST ||
        height > SIZE_MOST) {
        return false;
    }
    ScriptStep *step = add_step(reader, SCRIPT_SIZE);
    step->width = width;
    step->height = height;
    return true;
}

static bool read_named(const Reader *reader, ScriptStepKind kind) {
    add_step(reader, kind)->name = reader->value;
    return reader->value.len > 0 && utf8_find_invalid(reader->value) < 0;
}

static bool read_focus(const Reader *reader) {
    return read_named(reader, SCRIPT_FOCUS);
}

static bool read_pressed(const Reader *reader) {
    return read_named(reader, SCRIPT_PRESS);
}

static Str take_name(Str *rest) {
    ptrdiff_t len = 0;
    while (len < rest->len && ((rest->text[len] >= 'a' && rest->text[len] <= 'z') ||
                               (rest->text[len] >= '0' && rest->text[len] <= '9') || rest->text[len] == '-')) {
        len++;
    }
    Str name = str_slice(*rest, 0, len);
    *rest = str_slice(*rest, len, rest->len);
    return name;
}

static bool read_path(const Reader *reader, ScriptStepKind kind) {
    if (reader->value.len == 0) {
        return false;
    }
    ScriptStep *step = add_step(reader, kind);
    step->path = reader->value;
    step->window = reader->window;
    return true;
}

static bool read_shot(const Reader *reader) {
    return read_path(reader, SCRIPT_SHOT);
}

static bool read_tree(const Reader *reader) {
    return read_path(reader, SCRIPT_TREE);
}

static bool read_speech(const Reader *reader) {
    return read_path(reader, SCRIPT_SPEECH);
}

static bool read_window(const Reader *reader) {
    add_step(reader, SCRIPT_WINDOW)->window = reader->value;
    Str rest = reader->value;
    return reader->value.len > 0 && take_name(&rest).len == reader->value.len;
}

static bool read_bare(const Reader *reader, UiInputKind kind) {
    (void)add_input(reader, kind);
    return reader->value.len == 0;
}

static bool read_close(const Reader *reader) {
    return read_bare(reader, INPUT_LEAVE);
}

static bool read_away(const Reader *reader) {
    return read_bare(reader, INPUT_AWAY);
}

static bool read_back(const Reader *reader) {
    return read_bare(reader, INPUT_BACK);
}

static bool read_quit(const Reader *reader) {
    add_step(reader, SCRIPT_QUIT);
    return reader->value.len == 0;
}

// clang-format off
static const struct {
    Str name; // with the colon where a value follows
    bool (*read)(const Reader *reader);
    bool of_window; // NAME= may come before the value
} STEPS[] = {
    {S_INIT("key:"), read_key, false},
    {S_INIT("repeat:"), read_repeat, false},
    {S_INIT("text:"), read_text, false},
    {S_INIT("click:"), read_click, false},
    {S_INIT("move:"), read_move, false},
    {S_INIT("down:"), read_down, false},
    {S_INIT("up:"), read_up, false},
    {S_INIT("wheel:"), read_wheel, false},
    {S_INIT("drop:"), read_drop, false},
    {S_INIT("wait:"), read_wait, false},
    {S_INIT("size:"), read_size, false},
    {S_INIT("focus:"), read_focus, false},
    {S_INIT("press:"), read_pressed, false},
    {S_INIT("window:"), read_window, false},
    {S_INIT("shot:"), read_shot, true},
    {S_INIT("tree:"), read_tree, true},
    {S_INIT("speech:"), read_speech, false},
    {S_INIT("close"), read_close, false},
    {S_INIT("away"), read_away, false},
    {S_INIT("back"), read_back, false},
    {S_INIT("quit"), read_quit, false},
};
// clang-format on

enum { STEP_COUNT = COUNT(STEPS) };

// Takes a value between apostrophes off `rest`, from the opening one on. False: the closing one is missing, or no space
// follows it.
static bool take_quoted(Arena *arena, Str *rest, Str *value) {
    StrBuilder text = {.arena = arena};
    ptrdiff_t at = 1;
    while (at < rest->len && rest->text[at] != '\'') {
        at +=
            rest->text[at] == '\\' && at + 1 < rest->len && (rest->text[at + 1] == '\'' || rest->text[at + 1] == '\\');
        str_add_char(&text, rest->text[at++]);
    }
    bool closed = at < rest->len && (at + 1 == rest->len || rest->text[at + 1] == ' ');
    *rest = str_slice(*rest, at + 1, rest->len);
    if (!closed) {
        str_cut(rest, ' ');
    }
    *value = str_copy(arena, str_built(&text));
    return closed;
}

static bool take_value(Arena *arena, Str *rest, Str *value) {
    if (str_begins(*rest, S("'"))) {
        return take_quoted(arena, rest, value);
    }
    *value = str_copy(arena, str_cut(rest, ' '));
    return true;
}

static Str take_window(Arena *arena, Str *rest) {
    Str after = *rest, name = take_name(&after);
    if (name.len == 0 || !str_begins(after, S("="))) {
        return (Str){0};
    }
    *rest = str_slice(after, 1, after.len);
    return str_copy(arena, name);
}

static bool read_step(Reader *reader, Str *rest) {
    for (int32_t i = 0; i < STEP_COUNT; i++) {
        if (str_begins(*rest, STEPS[i].name)) {
            *rest = str_slice(*rest, STEPS[i].name.len, rest->len);
            reader->window = STEPS[i].of_window ? take_window(reader->arena, rest) : (Str){0};
            return take_value(reader->arena, rest, &reader->value) && STEPS[i].read(reader);
        }
    }
    str_cut(rest, ' ');
    return false;
}

bool script_parse(Arena *arena, Str text, Script *script, Str *bad) {
    *script = (Script){0};
    *bad = (Str){0};
    Reader reader = {.arena = arena, .script = script};
    Str rest = str_trim(text);
    while (rest.len > 0) {
        Str before = rest;
        if (!read_step(&reader, &rest)) {
            *bad = str_trim(str_slice(before, 0, before.len - rest.len));
            return false;
        }
        rest = str_trim(rest);
    }
    return true;
}
