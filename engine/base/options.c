#include "base/options.h"

#include "base/utf8.h"

// The arguments, and the one that is read next.
typedef struct {
    const Str *rows;
    int32_t count, next;
} Arguments;

static int32_t find_name(const Options *options, Str name) {
    for (int32_t i = 0; i < options->count; i++) {
        if (str_equal(options->specs[i].name, name)) {
            return i;
        }
    }
    return -1;
}

static int32_t find_letter(const Options *options, Str letters) {
    for (int32_t i = 0; i < options->count; i++) {
        if (letters.len == 1 && options->specs[i].letter != 0 && options->specs[i].letter == letters.text[0]) {
            return i;
        }
    }
    return -1;
}

static OptionsFault take_value(Arena *arena, OptionKind kind, Str text, OptionValue *value) {
    value->text = text;
    *rows_append(arena, value) = text;
    bool fine = kind != OPTIONS_INT || str_to_int(text, &value->number);
    return fine ? OPTIONS_FINE : OPTIONS_BAD_NUMBER;
}

// Reads `--name`, `--name=value` or `-n` and, where the option wants one, the value that follows.
static OptionsFault read_option(Arena *arena, Options *options, Str argument, Arguments *arguments) {
    bool is_long = str_begins(argument, S("--"));
    ptrdiff_t equals = is_long ? str_find(argument, S("=")) : -1;
    options->culprit = equals >= 0 ? str_slice(argument, 0, equals) : argument;
    int32_t index = is_long ? find_name(options, str_slice(options->culprit, 2, options->culprit.len))
                            : find_letter(options, str_slice(argument, 1, argument.len));
    if (index < 0) {
        return OPTIONS_UNKNOWN;
    }
    OptionValue *value = &options->values[index];
    OptionKind kind = options->specs[index].kind;
    value->given = true;
    if (kind == OPTIONS_FLAG) {
        return equals >= 0 ? OPTIONS_VALUE_UNWANTED : OPTIONS_FINE;
    }
    if (equals >= 0) {
        return take_value(arena, kind, str_slice(argument, equals + 1, argument.len), value);
    }
    if (arguments->next == arguments->count) {
        return OPTIONS_VALUE_MISSING;
    }
    return take_value(arena, kind, arguments->rows[arguments->next++], value);
}

OptionsFault options_read(Arena *arena, Options *options, const Str *arguments, int32_t count) {
    Arguments rest = {arguments, count, 0};
    options->values = arena_push(arena, OptionValue, options->count);
    options->operands = arena_push(arena, Str, count);
    options->operand_count = 0;
    bool ended = false;
    while (rest.next < count) {
        Str argument = arguments[rest.next++];
        if (ended || argument.len < 2 || argument.text[0] != '-') {
            options->operands[options->operand_count++] = argument;
        } else if (str_equal(argument, S("--"))) {
            ended = true;
        } else {
            OptionsFault fault = read_option(arena, options, argument, &rest);
            if (fault != OPTIONS_FINE) {
                return fault;
            }
        }
    }
    options->culprit = (Str){0};
    return OPTIONS_FINE;
}

Str options_help(Arena *arena, Str option, Str about) {
    enum { COLUMN = 23 };
    int32_t width = utf8_count(option);
    bool wide = width > COLUMN - 2; // two spaces at least: cmake/manual.sh tells the two apart by them
    return str_format(arena, "  %.*s%s%*s%.*s\n", S_ARG(option), wide ? "\n  " : "", COLUMN - (wide ? 0 : width), "",
                      S_ARG(about));
}
