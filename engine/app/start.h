// How a program with a window begins: its command line, help, and the machine it runs on.
//
//     int main(int argc, char **argv) {
//         return start_main(&(StartProgram){.name = S("palabre"), …, .run = run}, argc, argv);
//     }
//
// The options common to all programs stand in one table of start.c; those of settings come from theirs.
#pragma once

#include "app/app.h"
#include "base/options.h"
#include "platform/window.h"

enum { START_OWN_MOST = 4 }; // options that a program has beside the common ones

typedef struct {
    OptionSpec spec;
    Str operand, about; // sources of the catalogue; without `about` it has no line of its own in the help
    int32_t most;       // of a number, which begins at 1; 0: any is fine
} StartOption;

typedef struct {
    Str operand; // a path; empty: none was given
    Str data;    // a folder; empty: not given
    bool portable, windowed, software, headless, help, version;
    int32_t display;       // -1: not given
    int32_t width, height; // 0: not given
    Str steps;
    SettingsForRun for_run;
    OptionValue own[START_OWN_MOST]; // of the program, in its order
} StartOptions;

typedef struct Start Start;

// Texts are sources of the catalogue.
typedef struct {
    Str name, title; // of the program, of its window
    Str version;
    Str usage;                  // what stands above the options in its help
    const StartOption *options; // its own; its usage tells of them
    int32_t option_count;
    Str too_many;  // there is one operand at most; {0}: the second
    Str no_window; // {0}: what was refused
    bool (*run)(Start *start, Machine *machine, Error *error);
} StartProgram;

struct Start {
    const StartProgram *program;
    Arena arena; // for the whole run
    Catalog catalog;
    Str path;   // of the running program
    Str locale; // language of the system
    StartOptions options;
    Folders folders;
};

int start_main(const StartProgram *program, int argc, char **argv); // gives the exit status
AppStart start_app(Start *start, Machine *machine);                 // what `run` begins its AppState with

// False: `complaint` is one sentence, in the language of the interface.
bool start_read(Start *start, const Str *arguments, int32_t count, Str *complaint);
Str start_help(Start *start);
