// Compiling one condition: what its parser and the calls in it share. Internal to the conditions.
#pragma once

#include "scenario/condition_code.h"
#include "scenario/condition_lex.h"

enum { ARGUMENTS_MOST = 2 }; // that any call has

typedef struct {
    Arena *arena, *scratch;
    Scenario *scenario;
    Findings *findings;
    Table watches; // by the bytes of kind, scene and of: row of scenario->watches
    const Condition *condition;
    const Ask *ask; // whose answer may be read; NULL where none stands
    int32_t at;     // the next byte to be read
} Compiler;

void compiler_emit(Compiler *compiler, int32_t code, int32_t operand);

// These add a finding and return false, so that a function can end with one of them.
bool compiler_complain(Compiler *compiler, int32_t at, Str reason);
bool compiler_complain_text(Compiler *compiler, const Token *token); // something else should stand here
bool compiler_complain_name(Compiler *compiler, const Token *token, Str nearest);

// The name nearest to `wanted` among rows that begin with theirs, if it is nearer than `nearest`, which may be empty.
Str compiler_find_nearest(const Compiler *compiler, Str wanted, Str nearest, const void *rows, size_t row_size,
                          Span span);

// Compiles the call whose name was read and whose bracket comes next.
bool compiler_read_call(Compiler *compiler, const Token *name);

// The kinds of names that the arguments of a call are, one by one; NULL: no call of that name has so many.
const Target *compiler_call_names(Str name, int32_t count);
