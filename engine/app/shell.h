// Ties a program and its window together: each input becomes a page, what is wanted there an action, and the page after
// it the frame that is painted.
//
//     Shell shell;
//     shell_init(&shell, (Program){.context = player, .app = &player->app, …}, machine);
//     fine = machine_run(machine, &(App){.context = &shell, .answer = shell_answer}, &error);
//     shell_finish(&shell);
//
// An action is the program's own affair: the shell keeps room for one and carries it from `view` to `update`. A view
// reads the program's state and never changes it.
#pragma once

#include "app/app.h"
#include "platform/window.h"

typedef bool ProgramView(Ui *ui, Str window, const void *context, void *action); // false: nothing is wanted
typedef void ProgramUpdate(void *context, const void *action, int64_t now_ms);
typedef Str ProgramTitle(const void *context, Arena *arena); // of its window
typedef int64_t ProgramNextTick(const void *context, int64_t now_ms);

// A second window, beside `main`: it is opened and closed as the program wants it, while there is a display for it.
typedef struct {
    bool wanted;
    WindowOptions options;
    bool black; // nothing is to be seen in it now
} ProgramOther;

typedef ProgramOther ProgramOtherNow(const void *context);
// What holds in a window, made of what the settings want.
typedef UiPreferences ProgramPreferences(const void *context, Str window, UiPreferences wanted);

typedef struct {
    void *context;
    AppState *app; // of the same program
    ProgramView *view;
    ProgramUpdate *update;
    ProgramTitle *title;        // NULL: it stays as it was opened with
    ProgramNextTick *next_tick; // when the clock must be told next; -1: never
    ptrdiff_t action_size;
    ProgramOtherNow *other;          // NULL: it has one window
    ProgramPreferences *preferences; // NULL: as the settings want
    // The actions for what happens to the program itself; NULL: it is not told.
    const void *tick;        // time passed, or the writer has a report
    const void *leave;       // its window, `main`, is to be closed; any other one just closes
    const void *end;         // the system ends the program
    const void *alone;       // the other window was closed, or could not be opened
    const void *away, *here; // nobody can act; somebody can again
} Program;

typedef struct {
    Program program;
    Machine *machine;
    Ui *ui;     // of the window that was last asked
    Str window; // … and its name
    Arena arena;
    void *action;
    FontFamily family; // the machine sets with now
    Str language;      // … and speaks
    Arena scratch;
    bool speaks; // reading aloud is wanted, and was asked for of the machine
} Shell;

void shell_init(Shell *shell, Program program, Machine *machine);
void shell_finish(Shell *shell);
// context: a Shell
const UiFrame *shell_answer(void *context, Window *window, const UiInput *input, WindowSize size);
