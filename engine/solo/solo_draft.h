// The answer while it is being made: what actions do to WalkModel.draft. Internal to view/walk_model.
#pragma once

#include "solo/solo.h"

void walk_draft_begin(WalkModel *model, const Answer *before); // `before`: what was answered and taken back, or NULL
void walk_draft_set_text(WalkModel *model, Str text);          // detectors run

// Each returns whether something changed.
bool walk_draft_focus(WalkModel *model, int32_t index);
bool walk_draft_toggle(WalkModel *model, int32_t index);
bool walk_draft_carry(WalkModel *model, int32_t index);
bool walk_draft_move(WalkModel *model, int32_t index, int32_t place);
bool walk_draft_put(WalkModel *model, int32_t index, int32_t where);
bool walk_draft_tick(WalkModel *model, int32_t index);
