// Command-line options, GNU style: `--name value`, `--name=value`, `--flag`; `--` ends them. One table for each verb.
//
//     enum { OPTION_JSON, OPTION_RUNS, OPTION_OUT, OPTION_COUNT };
//     static const OptionSpec SPECS[OPTION_COUNT] = {
//         [OPTION_JSON] = {S_INIT("json"), OPTIONS_FLAG, 0},
//         [OPTION_RUNS] = {S_INIT("runs"), OPTIONS_INT, 0},
//         [OPTION_OUT] = {S_INIT("out"), OPTIONS_TEXT, 'o'},
//     };
//     Options options = {.specs = SPECS, .count = OPTION_COUNT};
//     OptionsFault fault = options_read(&arena, &options, arguments, argument_count);
//     if (fault == OPTIONS_FINE && options.values[OPTION_JSON].given) { … }
#pragma once

#include "base/str.h"

typedef enum { OPTIONS_FLAG, OPTIONS_INT, OPTIONS_TEXT } OptionKind;

typedef struct {
    Str name;
    OptionKind kind;
    char letter; // a one-letter form, as in `-o FILE`; 0 for none
} OptionSpec;

typedef struct {
    bool given;
    Str text;       // OPTIONS_TEXT and OPTIONS_INT: as given; the last one wins
    int32_t number; // OPTIONS_INT
    ROWS_OF(Str);   // each text that was given, in order
} OptionValue;

typedef enum {
    OPTIONS_FINE,
    OPTIONS_UNKNOWN,
    OPTIONS_VALUE_MISSING,
    OPTIONS_BAD_NUMBER,
    OPTIONS_VALUE_UNWANTED
} OptionsFault;

// The caller fills the first two members, options_read the others.
typedef struct {
    const OptionSpec *specs;
    int32_t count;
    OptionValue *values; // values[i] belongs to specs[i]
    Str *operands;       // what is no option, in order; a lone `-` is one
    int32_t operand_count;
    Str culprit; // of a fault: the option as typed, without its value
} Options;

// Reads `count` arguments, up to the first fault. The value of an option may begin with `-`.
OptionsFault options_read(Arena *arena, Options *options, const Str *arguments, int32_t count);

// A line of help, with its end: "  --seed N               One seed gives …". What is too wide for its column has its
// words on the next line.
Str options_help(Arena *arena, Str option, Str about);
