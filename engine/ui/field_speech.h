// The voice of a field, for whatever is typed into it. Internal to ui/field.c.
#pragma once

#include "ui/node.h"

typedef struct {
    Str text;
    ptrdiff_t caret, anchor;
} FieldState;

FieldState field_state(Ui *ui, const TextEdit *edit); // lasts as long as the frame
// `most`: characters that there is room for; 0: as many as are wanted. `line`: where the caret stands, as it is shown.
void field_say_edit(Ui *ui, const FieldState *before, const FieldState *after, int32_t most, Str line);
