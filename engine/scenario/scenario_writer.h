// One writing of a case: what scenario_write.c and scenario_write_special.c share. Internal to the scenario room.
#pragma once

#include "base/json_write.h"
#include "scenario/shape.h"

typedef struct {
    JsonWriter json;
    Arena *scratch;
    const Scenario *scenario;
    bool mends;       // prose is mended
    AskKind ask_kind; // of the ask that is written
} Writer;

// Writes the value of a field that is said; its key stands there already.
typedef void FieldWriter(Writer *writer, const Field *field, const void *row);
extern FieldWriter *const WRITER_SPECIAL[FIELD_KIND_COUNT]; // scenario_write_special.c

const void *scenario_field_slot(const Field *field, const void *row);
void scenario_put_name(Writer *writer, Name name);
void scenario_put_text(Writer *writer, const Field *field, Str text);
void scenario_put_row(Writer *writer, const Shape *shape, int32_t row);
bool scenario_has_extras(const Writer *writer, int32_t place); // of the object at that place
