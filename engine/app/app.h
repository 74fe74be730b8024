// The state that every program with a window has: where things are kept, settings and what they make of the words of
// the interface, the thread that writes, what the program says by itself. Runs without a window.
//
//     AppState *app = …;                                  // stays where it is until app_finish
//     app_begin(app, &start);
//     app_change_setting(app, SETTING_SPEECH, 1);         // holds, and is written
//     app_take_reports(app, take_mine, program, now_ms);  // what became of what was to be written
//     app_say(app, TOAST_DONE, TR("“{0}” is erased."), title, now_ms);
//     app_finish(app);                                    // waits for the writer
#pragma once

#include "app/folders.h"
#include "app/settings.h"
#include "app/toast.h"
#include "base/file.h"
#include "base/system.h"
#include "records/holder.h"
#include "records/writer.h"

typedef struct {
    Folders folders;
    Str system_language; // "fr_FR.UTF-8"…
    SettingsForRun for_run;
    int32_t displays; // of the machine
    bool beside; // it stands beside the program that writes in the data folder: it reads the settings and keeps none
    bool waits_for_disk; // what was to be written is taken to its end before its report, so that two runs show the same
    WriterWake *wake;    // may be NULL
    void *wake_context;
} AppStart;

typedef struct {
    Arena arena; // for the whole run
    Arena scratch, toast_arena;
    Folders folders;
    Settings settings;
    Catalog catalog;
    Str language; // "fr" or "en": what the settings and the system come to
    Str system_language;
    Writer *writer; // NULL: nothing is kept
    FileLock *lock; // of the data folder
    bool is_second; // another window keeps its things in that folder: this one writes nothing there
    Holder holder;  // … which one, as far as it is known
    Toast toast;
    VoiceState voice; // as it was heard of last; UNKNOWN while none is wanted
    bool waits_for_disk;
    bool forgotten;   // the settings were erased, and none was chosen since
    bool quit;        // the program is to end
    int32_t displays; // of the machine, as of the last input; 0: not known
    // A path that the machine is to open, a text for its clipboard, a program that it is to start; empty: none.
    // Borrowed until the shell has looked, which is after each update.
    Str opens, copies;
    SystemCommand starts;
} AppState;

void app_begin(AppState *app, const AppStart *start);
// One window at a time writes in a data folder, or they would write between each other's lines. The others go without,
// say so, and take over, with the settings as they were left, when asked again after it was closed. False: another one
// has it.
bool app_take_folder(AppState *app);
bool app_can_write(const AppState *app); // in its data folder
void app_finish(AppState *app);

// Says something that goes by itself; `source` is one of the catalogue and may hold {0}.
void app_say(AppState *app, ToastKind kind, Str source, Str argument, int64_t now_ms);
void app_say_copied(AppState *app, Str text, int64_t now_ms); // how it begins, on one line
void app_dismiss_toast(AppState *app);

// Tells of the voice when somebody waits for it in vain, and when it is back.
void app_hear_of_voice(AppState *app, VoiceState voice, int64_t now_ms);
Str app_voice_trouble(const AppState *app); // a source of the catalogue; empty: none

int32_t app_setting(const AppState *app, Setting setting);              // what holds now
void app_change_setting(AppState *app, Setting setting, int32_t value); // what is no value of it changes nothing
// As the window stands when the program ends; not where everything was erased and nothing chosen since.
void app_keep_window(AppState *app, WindowPlace place);
AppPreferences app_preferences(const AppState *app);
void app_forget_settings(AppState *app, Arena *arena, FileList *files); // adds those that held them

// Whether a report was the program's own; it is borrowed for the call.
typedef bool AppTakeReport(void *context, const WriterReport *report, int64_t now_ms);

// Hands every report to `take`; of those that are not the program's own, a failure of the settings is told.
void app_take_reports(AppState *app, AppTakeReport *take, void *context, int64_t now_ms);
