#include "app/shell.h"

void shell_init(Shell *shell, Program program, Machine *machine) {
    *shell = (Shell){.program = program, .machine = machine};
    shell->action = arena_push_bytes(&shell->arena, 1, program.action_size);
}

void shell_finish(Shell *shell) {
    arena_finish(&shell->scratch);
    arena_finish(&shell->arena);
}

static void update(const Shell *shell, const void *action, int64_t now_ms) {
    shell->program.update(shell->program.context, action, now_ms);
}

static ProgramOther other_of(const Shell *shell) {
    const Program *program = &shell->program;
    return program->other ? program->other(program->context) : (ProgramOther){0};
}

static UiPreferences ui_preferences(const Shell *shell) {
    const Program *program = &shell->program;
    UiPreferences wanted = app_preferences(program->app).ui;
    return program->preferences ? program->preferences(program->context, shell->window, wanted) : wanted;
}

// Opens or closes the other window as the program wants it now, and as there is a display for it.
static void follow_other(Shell *shell, int64_t now_ms) {
    ProgramOther other = other_of(shell);
    machine_watch_displays(shell->machine, other.wanted);
    bool wanted = other.wanted && machine_count_displays(shell->machine) > 1;
    Window *window = other.options.name.len > 0 ? window_find(shell->machine, other.options.name) : NULL;
    if (window && !wanted) {
        window_close(window);
    } else if (!window && wanted && !window_open(shell->machine, &other.options, NULL)) {
        update(shell, shell->program.alone, now_ms);
    }
}

// Whoever waits for a voice is told when there is none.
static void follow_speech(Shell *shell, bool speaks, int64_t now_ms) {
    if (speaks != shell->speaks) {
        shell->speaks = speaks;
        machine_want_voice(shell->machine, speaks);
    }
    app_hear_of_voice(shell->program.app, speaks ? machine_voice(shell->machine) : VOICE_UNKNOWN, now_ms);
}

// Fonts and voice follow the settings.
static void follow_settings(Shell *shell, int64_t now_ms) {
    const AppState *app = shell->program.app;
    AppPreferences preferences = app_preferences(app);
    if (preferences.family != shell->family) {
        shell->family = preferences.family;
        machine_use_family(shell->machine, shell->family);
    }
    if (!str_equal(app->language, shell->language)) {
        shell->language = app->language;
        machine_set_language(shell->machine, app->language);
    }
    follow_speech(shell, preferences.ui.speaks, now_ms);
}

static void open_wished(const Shell *shell, int64_t now_ms) {
    AppState *app = shell->program.app;
    Str path = app->opens;
    app->opens = (Str){0};
    if (path.len > 0 && !machine_open_path(shell->machine, path)) {
        Str told = folders_tell(&app->scratch, &app->folders, path);
        app_say(app, TOAST_TROUBLE, TR("Palabre found no program here that opens it. It is {0}"), told, now_ms);
    }
}

static void copy_wished(const Shell *shell) {
    AppState *app = shell->program.app;
    Clipboard clipboard = machine_clipboard(shell->machine);
    if (app->copies.len > 0) {
        clipboard.set(clipboard.context, app->copies);
    }
    app->copies = (Str){0};
}

static void start_wished(const Shell *shell, int64_t now_ms) {
    AppState *app = shell->program.app;
    SystemCommand command = app->starts;
    app->starts = (SystemCommand){0};
    if (command.program.len > 0 && !machine_start(shell->machine, &command)) {
        app_say(app, TOAST_TROUBLE, TR("This program could not be started: {0}"), command.program, now_ms);
    }
}

static void follow_title(Shell *shell) {
    const Program *program = &shell->program;
    Window *main = window_find(shell->machine, S("main"));
    ArenaMark mark = arena_mark(&shell->scratch);
    Str title = program->title && main ? program->title(program->context, &shell->scratch) : (Str){0};
    if (title.len > 0 && !str_equal(title, window_title(main))) {
        window_set_title(main, title);
    }
    arena_rewind(&shell->scratch, mark);
}

static const void *action_of(const Program *program, UiInputKind kind) {
    const void *const ACTIONS[] = {[INPUT_IDLE] = program->tick,
                                   [INPUT_LEAVE] = program->leave,
                                   [INPUT_END] = program->end,
                                   [INPUT_AWAY] = program->away,
                                   [INPUT_BACK] = program->here};
    return kind < COUNT(ACTIONS) ? ACTIONS[kind] : NULL;
}

// Takes an input as the program's own, before any page sees it.
static void tell_program(Shell *shell, const UiInput *input) {
    shell->program.app->displays = machine_count_displays(shell->machine);
    const void *action = action_of(&shell->program, input->kind);
    if (action) {
        update(shell, action, input->now_ms);
    }
    follow_settings(shell, input->now_ms);
    follow_other(shell, input->now_ms);
}

static bool say_page(const Shell *shell) {
    const Program *program = &shell->program;
    bool wanted = program->view(shell->ui, shell->window, program->context, shell->action);
    int64_t tick_ms = program->next_tick(program->context, ui_now_ms(shell->ui));
    if (tick_ms >= 0) {
        ui_wake_at(shell->ui, tick_ms);
    }
    return wanted;
}

enum { SAID_AGAIN_MOST = 3 }; // a panel in a panel in a panel

static const UiFrame *say_again(const Shell *shell) {
    ui_begin_again(shell->ui, ui_preferences(shell));
    (void)say_page(shell); // no input: nothing is wanted
    return ui_end(shell->ui);
}

static const UiFrame *answer(Shell *shell, const UiInput *input, WindowSize size) {
    tell_program(shell, input);
    ui_begin(shell->ui, input, size.width, size.height, ui_preferences(shell));
    bool wanted = say_page(shell);
    const UiFrame *frame = ui_end(shell->ui);
    if (wanted) {
        update(shell, shell->action, input->now_ms);
        open_wished(shell, input->now_ms);
        copy_wished(shell);
        start_wished(shell, input->now_ms);
        follow_settings(shell, input->now_ms);
        follow_other(shell, input->now_ms);
        frame = say_again(shell);
    }
    for (int32_t i = 0; i < SAID_AGAIN_MOST && !ui_is_settled(shell->ui); i++) {
        frame = say_again(shell);
    }
    return frame;
}

const UiFrame *shell_answer(void *context, Window *window, const UiInput *input, WindowSize size) {
    Shell *shell = context;
    shell->ui = window_ui(window);
    shell->window = window_name(window);
    UiInput told = *input;
    if (input->kind == INPUT_LEAVE && !str_equal(shell->window, S("main"))) {
        window_close(window);
        told.kind = INPUT_IDLE;
        if (shell->program.alone) {
            update(shell, shell->program.alone, input->now_ms);
        }
    }
    const UiFrame *frame = answer(shell, &told, size);
    if (ui_has_wish(shell->ui)) {
        frame = answer(shell, &(UiInput){.kind = INPUT_IDLE, .now_ms = input->now_ms}, size);
    }
    follow_title(shell);
    ui_set_done(shell->ui, shell->program.app->quit);
    bool black = !str_equal(shell->window, S("main")) && other_of(shell).black && !shell->program.app->quit;
    return black ? NULL : frame;
}
