// One reading of a case file: what scenario_parse.c and its parts share. Internal to the scenario room.
#pragma once

#include "scenario/findings.h"
#include "scenario/framework.h"
#include "scenario/shape.h"

typedef struct {
    Arena *arena, *scratch;
    const Framework *framework;
    const JsonDoc *doc;
    Scenario *scenario;
    Findings *findings;
    Symbol *symbols; // those of the scenario, while they are filled
    bool quiz;       // the case is one
    AskId ask;       // being read
    bool cut;        // some list was too long, and what stands beyond is not read: then nothing is said to be missing
    bool answered;   // what is read now is judged with the answer of `ask` in sight
} Reader;

// Reads the value of a field into a row of a shape (scenario_parse.c chooses which reader).
typedef void FieldReader(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value);
extern FieldReader *const READER_PLAIN[FIELD_KIND_COUNT];   // reader_plain.c
extern FieldReader *const READER_SPECIAL[FIELD_KIND_COUNT]; // reader_special.c

// scenario_parse.c
int32_t reader_add_row(Reader *reader, const Shape *shape);
void reader_fill_object(Reader *reader, const Shape *shape, int32_t row, const JsonValue *object);
Span reader_read_rows(Reader *reader, const Shape *shape, const JsonValue *list, const Field *field);
void *reader_slot(const Reader *reader, const Field *field, const Shape *shape, int32_t row); // until a row is added

// reader_value.c: single values; each complains of what it cannot read.
Finding *reader_complain(Reader *reader, FindingCode code, const JsonValue *value, int32_t variant, Str about);
void reader_complain_type(Reader *reader, const JsonValue *value, Str wanted);
bool reader_expect(Reader *reader, const JsonValue *value, JsonType type);
Str reader_keep(Reader *reader, Str text); // a copy that lives as long as the scenario
int32_t reader_fit_count(Reader *reader, const JsonValue *list, int32_t least, int32_t most); // how many to read
bool reader_read_text(Reader *reader, const JsonValue *value, int32_t most, Str *text);
Name reader_read_name(Reader *reader, const JsonValue *value, FieldKind kind);          // 0 when it is none
int32_t reader_read_word(Reader *reader, const JsonValue *value, const WordList *list); // 0 when it is none of them
int32_t reader_read_int(Reader *reader, const JsonValue *value, int32_t least, int32_t most, int32_t fallback);
Name reader_intern(Reader *reader, Str text);
// Reads the name in a value or in the key of a member. The Ref keeps its target, negative, in place of an id until it
// is linked.
Ref reader_read_ref(Reader *reader, const JsonValue *value, Target target);
Ref reader_read_key(Reader *reader, const JsonValue *member, Target target);

// Second pass: links each Ref, checks ids, and compiles conditions (scenario_link.c).
void reader_link(Reader *reader);
