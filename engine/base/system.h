// The machine a program runs on, files and threads apart: the day, its environment, where it stands.
#pragma once

#include "base/str.h"

// YYYY-MM-DD where the person is, for every program: what is due on a day is due by the calendar on the wall, and a
// day that the window shows is not another one in the terminal. Not UTC: east and west of it the date would be that of
// yesterday or tomorrow for hours each day. The time zone is asked anew each time.
Str system_today(Arena *arena);

// A variable; empty when it is not set or is no UTF-8. On Windows HOME is the person's folder and LANG, where it is not
// set, the person's language.
Str system_environment(Arena *arena, Str name);
uint64_t system_seed(void);            // a number that is another the next time the program is run
void system_ignore_broken_pipes(void); // writing to whom nobody listens fails, and does not end the program
void system_begin_utf8(void); // the system's libraries take bytes for UTF-8 from now on; numbers and dates stay as in C
int32_t system_columns(void); // of the terminal that standard output is; 0: it is none, or does not say
// How long the machine has slept since it was started, in milliseconds; 0 where that is not told.
int64_t system_slept_ms(void);
// What the program freed goes back to the system at last, where that has to be asked for: after a task that took much
// more than it leaves. Takes some milliseconds.
void system_give_back_memory(void);
int64_t system_cpu_us(void);   // processor time that the program has used, in microseconds
int64_t system_clock_us(void); // of a clock that only goes on, to tell how long something short took

Str system_program(Arena *arena, Str called); // path of the running program, which was called by that name
// Where a shell finds `called` in `folders`, a list as PATH is; `called` itself when it is a path or in none of them.
Str system_find_command(Arena *arena, Str called, Str folders);
// The folder "scenarios" or "fonts" that comes with `program`: installed, or beside it, as in a folder where it is
// built; where it would be installed when it is in neither place.
Str system_find_shipped(Arena *arena, Str program, Str name);

// The program `name` that came with `program`, beside it; empty: it is not there.
Str system_find_beside(Arena *arena, Str program, Str name);

typedef struct {
    Str program;      // its path
    Str arguments[4]; // behind its name
    int32_t count;
} SystemCommand;

// Starts another program, which is on its own from then on: it outlives this one, and hears and says nothing in its
// terminal. False: it could not be started.
bool system_start(const SystemCommand *command);

// The folder of this account in which Palabre keeps what is to last: XDG_DATA_HOME/palabre, else
// HOME/.local/share/palabre, on Windows palabre in the account's AppData/Local; a variable that is no absolute path
// counts as not set. Empty: it has none.
Str system_data_folder(Arena *arena);
// The folder of this account for documents, which may be on another disk or in what is synchronised; empty: the system
// has no function that tells it (app/folders.h reads the desktop's file), or there is none.
Str system_documents_folder(Arena *arena);
// Whether the file portable.txt beside `program` says that what is to last stands there too, as on a USB stick.
bool system_is_portable(Arena *arena, Str program);

// Who runs here, so that another program can say so: the number of this process, the machine's name.
int32_t system_process(void);
Str system_host(Arena *arena);
Str system_time(Arena *arena); // HH:MM where the person is
