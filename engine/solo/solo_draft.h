// The answer while it is being made: what actions do to Solo.draft. Internal to solo/.
#pragma once

#include "solo/solo.h"

void solo_draft_begin(Solo *solo, const Answer *before); // `before`: what was answered and taken back, or NULL
void solo_draft_set_text(Solo *solo, Str text);          // detectors run

// Each returns whether something changed.
bool solo_draft_focus(Solo *solo, int32_t index);
bool solo_draft_toggle(Solo *solo, int32_t index);
bool solo_draft_carry(Solo *solo, int32_t index);
bool solo_draft_move(Solo *solo, int32_t index, int32_t place);
bool solo_draft_put(Solo *solo, int32_t index, int32_t where);
bool solo_draft_tick(Solo *solo, int32_t index);
