#include "platform/machine_inside.h"

#include <SDL.h>

// clang-format off
static const struct {
    SDL_Keycode code;
    int32_t key;
} KEYS[] = {
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_RETURN2, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_TAB, KEY_TAB},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},
    {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
    {SDLK_KP_DIVIDE, KEY_SLASH},
    {SDLK_KP_PLUS, KEY_PLUS},
    {SDLK_KP_MINUS, KEY_MINUS},
};

// The keypad from SDLK_KP_1 to SDLK_KP_PERIOD, while NumLock is off. 5 is no key then.
static const int32_t KEYPAD[] = {
    KEY_END, KEY_DOWN, KEY_PAGE_DOWN, KEY_LEFT, KEY_OTHER, KEY_RIGHT, KEY_HOME, KEY_UP, KEY_PAGE_UP, KEY_OTHER, KEY_DELETE,
};
// clang-format on

enum { KEY_COUNT = COUNT(KEYS) };

// Digits are those of the number row by place: on a French keyboard they are shifted, and the row's signs are not.
static int32_t digit_of(SDL_Scancode scancode) {
    if (scancode == SDL_SCANCODE_0) {
        return '0';
    }
    bool digit = scancode >= SDL_SCANCODE_1 && scancode <= SDL_SCANCODE_9;
    return digit ? '1' + (int32_t)scancode - SDL_SCANCODE_1 : KEY_NONE;
}

static int32_t keypad_key(SDL_Keycode code, bool num_lock) {
    if (code < SDLK_KP_1 || code > SDLK_KP_PERIOD) {
        return KEY_NONE;
    }
    int32_t place = code - SDLK_KP_1;
    if (!num_lock) {
        return KEYPAD[place];
    }
    return code == SDLK_KP_PERIOD ? KEY_FULL_STOP : code == SDLK_KP_0 ? '0' : '1' + place;
}

// Where the layout's letters are not Latin, those of the key's place are taken.
static int32_t character_key(SDL_Keysym sym) {
    if (sym.sym >= ' ' && sym.sym < 0x7F) {
        return sym.sym;
    }
    bool letter = sym.sym >= 0x7F && (sym.sym & SDLK_SCANCODE_MASK) == 0 && sym.scancode >= SDL_SCANCODE_A &&
                  sym.scancode <= SDL_SCANCODE_Z;
    return letter ? 'a' + (int32_t)sym.scancode - SDL_SCANCODE_A : KEY_OTHER;
}

// A French keyboard shows by this: SDL names a key by what it types without Shift, and nowhere else is that a colon.
static int32_t stroke_of(SDL_Keysym sym) {
    return sym.sym == SDLK_COLON && (sym.mod & KMOD_SHIFT) != 0 ? KEY_SLASH : KEY_NONE;
}

static int32_t key_of(SDL_Keysym sym) {
    int32_t key = digit_of(sym.scancode);
    if (key == KEY_NONE) {
        key = stroke_of(sym);
    }
    if (key == KEY_NONE) {
        key = keypad_key(sym.sym, (sym.mod & KMOD_NUM) != 0);
    }
    if (key == KEY_NONE && sym.sym >= SDLK_F1 && sym.sym <= SDLK_F12) {
        key = KEY_F1 + (sym.sym - SDLK_F1);
    }
    for (int32_t i = 0; i < KEY_COUNT && key == KEY_NONE; i++) {
        key = sym.sym == KEYS[i].code ? KEYS[i].key : KEY_NONE;
    }
    return key != KEY_NONE ? key : character_key(sym);
}

// AltGr writes: it is no Alt, and on some systems it comes as Ctrl and Alt together.
static int32_t modifiers_of(unsigned mod) {
    bool writes = (mod & (KMOD_RALT | KMOD_MODE)) != 0;
    int32_t modifiers = (mod & KMOD_SHIFT) != 0 ? MOD_SHIFT : 0;
    modifiers |= (mod & KMOD_CTRL) != 0 && !writes ? MOD_CTRL : 0;
    modifiers |= (mod & KMOD_LALT) != 0 && !writes ? MOD_ALT : 0;
    return modifiers;
}

static void set_place(const Window *window, UiInput *input, int32_t x, int32_t y) {
    int width, height;
    SDL_GetWindowSize(window->window, &width, &height);
    input->x = width > 0 ? (int32_t)((int64_t)x * window->size.width / width) : x;
    input->y = height > 0 ? (int32_t)((int64_t)y * window->size.height / height) : y;
}

// The button for going back does what the keys for it do.
static bool translate_back(const SDL_MouseButtonEvent *event, UiInput *input) {
    *input = (UiInput){.kind = INPUT_KEY, .key = KEY_LEFT, .modifiers = MOD_ALT};
    return event->type == SDL_MOUSEBUTTONDOWN;
}

static bool translate_button(const Window *window, const SDL_MouseButtonEvent *event, UiInput *input) {
    if (event->button == SDL_BUTTON_X1) {
        return translate_back(event, input);
    }
    input->kind = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_DOWN : INPUT_UP;
    input->clicks = event->type == SDL_MOUSEBUTTONDOWN ? event->clicks : 0;
    input->modifiers = modifiers_of((unsigned)SDL_GetModState());
    set_place(window, input, event->x, event->y);
    return event->button == SDL_BUTTON_LEFT;
}

static bool translate_finger(const Window *window, const SDL_TouchFingerEvent *event, UiInput *input) {
    static const struct {
        Uint32 type;
        UiInputKind kind;
    } KINDS[] = {{SDL_FINGERDOWN, INPUT_DOWN}, {SDL_FINGERMOTION, INPUT_MOVE}, {SDL_FINGERUP, INPUT_UP}};
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        input->kind = event->type == KINDS[i].type ? KINDS[i].kind : input->kind;
    }
    input->x = (int32_t)(event->x * (float)window->size.width);
    input->y = (int32_t)(event->y * (float)window->size.height);
    input->touches = true;
    if (input->kind == INPUT_DOWN) {
        input->clicks = machine_count_clicks(window->machine, input->x, input->y);
    }
    return true;
}

// With Ctrl it is as the keys that make a text larger and smaller.
static bool translate_wheel(const SDL_MouseWheelEvent *event, UiInput *input) {
    int32_t turn = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -1 : 1;
    if (modifiers_of((unsigned)SDL_GetModState()) == MOD_CTRL) {
        *input = (UiInput){.kind = INPUT_KEY, .key = turn * event->y > 0 ? KEY_PLUS : KEY_MINUS, .modifiers = MOD_CTRL};
        return event->y != 0;
    }
    input->kind = INPUT_WHEEL;
    input->modifiers = modifiers_of((unsigned)SDL_GetModState());
    input->wheel_x = turn * event->x;
    input->wheel_y = turn * event->y;
    return input->wheel_x != 0 || input->wheel_y != 0;
}

// Where another window of the program has the keyboard somebody is there.
static bool is_nobody_there(void) {
    return SDL_GetKeyboardFocus() == NULL;
}

static bool translate_window(const SDL_WindowEvent *event, UiInput *input) {
    switch (event->event) {
    case SDL_WINDOWEVENT_LEAVE:
        *input = (UiInput){.kind = INPUT_MOVE, .x = -1, .y = -1};
        return true;
    case SDL_WINDOWEVENT_CLOSE:
        input->kind = INPUT_LEAVE;
        return true;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        input->kind = INPUT_RESIZE;
        return true;
    case SDL_WINDOWEVENT_FOCUS_LOST:
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        input->kind = INPUT_AWAY;
        return is_nobody_there();
    case SDL_WINDOWEVENT_FOCUS_GAINED:
        input->kind = INPUT_BACK;
        return true;
    default:
        return false;
    }
}

static bool translate_text(UiInputKind kind, const char *text, UiInput *input) {
    input->kind = kind;
    input->text = str_from_c(text);
    return kind == INPUT_COMPOSE || input->text.len > 0;
}

static bool translate_key(const SDL_KeyboardEvent *event, UiInput *input) {
    input->kind = INPUT_KEY;
    input->key = key_of(event->keysym);
    input->modifiers = modifiers_of(event->keysym.mod);
    input->repeats = event->repeat != 0;
    return true;
}

static bool translate_motion(const Window *window, const SDL_MouseMotionEvent *event, UiInput *input) {
    input->kind = INPUT_MOVE;
    set_place(window, input, event->x, event->y);
    return true;
}

bool display_translate(const Window *window, const SDL_Event *event, UiInput *input) {
    *input = (UiInput){0};
    switch (event->type) {
    case SDL_QUIT: // a signal, or the session ends: nobody waits for an answer
        input->kind = INPUT_END;
        return true;
    case SDL_KEYDOWN:
        return translate_key(&event->key, input);
    case SDL_TEXTINPUT:
        input->repeats = window->machine->key_repeats;
        return translate_text(INPUT_TEXT, event->text.text, input);
    case SDL_TEXTEDITING:
        return translate_text(INPUT_COMPOSE, event->edit.text, input);
    case SDL_MOUSEMOTION:
        return translate_motion(window, &event->motion, input);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return translate_button(window, &event->button, input);
    case SDL_MOUSEWHEEL:
        return translate_wheel(&event->wheel, input);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return translate_finger(window, &event->tfinger, input);
    case SDL_DROPFILE:
        return translate_text(INPUT_DROP, event->drop.file, input);
    case SDL_WINDOWEVENT:
        return translate_window(&event->window, input);
    default:
        input->kind = INPUT_IDLE;
        return event->type == window->machine->wake_event;
    }
}
