// Shared by the verbs of palabre-cli: memory, words, the case being worked on, and where results and messages go.
//
// Results go to standard output, messages for people to standard error. A verb returns the program's exit status.
#pragma once

#include "base/error.h"
#include "base/file_draft.h"
#include "base/file_source.h"
#include "base/options.h"
#include "scenario/findings.h"
#include "scenario/framework.h"
#include "scenario/scenario.h"

enum { EXIT_FINE = 0, EXIT_DATA = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

typedef struct {
    Arena arena;   // for the whole run
    Arena scratch; // for a moment
    Catalog catalog;
    Str language; // of the interface: "fr" or "en"
    bool insists; // on the language, by --lang
    Str program;  // path of this program
    Framework framework;
} Cli;

// Texts for people are sources of the catalogue.
typedef struct {
    OptionSpec spec;
    Str operand; // how its value is called; empty for a flag
    Str about;   // one sentence
    bool required;
} VerbOption;

// A verb is one file, verb_NAME.c, which defines VERB_NAME: the build finds it there. Its usage, its help and its part
// of the manual (cmake/manual.sh) follow from the row.
typedef struct {
    int32_t place; // in lists: what most people need comes first
    Str name;
    Str operands;
    Str about;   // one line
    Str more;    // sentences of its own help; may be empty
    Str grammar; // … and what stands below its options there, lines with their ends; may be empty
    const VerbOption *options;
    int32_t option_count;
    int32_t least_operands, most_operands;
    int (*run)(Cli *cli, const Options *options);
} Verb;

extern const Verb *const CLI_VERBS[]; // in no order; made by the build
extern const int32_t CLI_VERB_COUNT;

int cli_end(Cli *cli, int status); // what the program ends with; EXIT_SYSTEM when not all could be printed

Str cli_text(const Cli *cli, Str source); // in the language of the interface
#define CLI_FORMAT(cli, source, ...)                                                     \
    catalog_format(&(cli)->scratch, &(cli)->catalog, source, (const Str[]){__VA_ARGS__}, \
                   (int32_t)(sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)))
Str cli_number(Cli *cli, int64_t number);
Str cli_plural(Cli *cli, Str one, Str many, int32_t count); // the form for `count`, which stands for {0}

void cli_write(Str bytes); // to standard output, as they are
// For people: what a terminal would take for an order is replaced by U+FFFD.
void cli_print(Str text);      // to standard output
void cli_print_line(Str text); // and a line end
void cli_complain(Str text);   // a line on standard error

// Reads a file whole, complaining when the system refuses; returns EXIT_FINE or EXIT_SYSTEM.
int cli_load(Cli *cli, Str path, Str *bytes);
int cli_complain_unread(Cli *cli, Str path, const Error *error);              // EXIT_SYSTEM
int cli_open_source(Cli *cli, Str path, ptrdiff_t most, FileSource **source); // to be read, as base/file_source.h tells
int cli_close_source(Cli *cli, Str path, FileSource *source);
int cli_save(Cli *cli, Str path, Str bytes);
int cli_save_draft(Cli *cli, Str path, Str head, const FileDraft *rest); // as file_save_draft
int cli_save_whole_draft(Cli *cli, Str path, FileDraft *draft); // … and closes it; NULL: there was no room for one

typedef struct {
    Str path, bytes;
    Scenario *scenario; // NULL when the file could not be read
    Findings findings;
} LoadedCase;

// Reads and parses a case; the findings are not located yet.
int cli_parse_case(Cli *cli, Str path, LoadedCase *loaded);
// Reads and parses a case with all that `check` says of it, located.
int cli_load_case(Cli *cli, Str path, LoadedCase *loaded);
// As above, for verbs that play it: an error in the case is told, with the findings, and gives EXIT_DATA.
int cli_load_playable(Cli *cli, Str path, LoadedCase *loaded);
void cli_print_findings(Cli *cli, const LoadedCase *loaded, void (*print_line)(Str));
