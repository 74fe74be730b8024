// Who speaks, as a small round picture. Somebody of whom the case tells the age is drawn, without a face: hair and
// clothes by turns, so that people of one case differ, hair pale with age. Others (a voice on the telephone, a service)
// have their initials. Both are in the person's tint.
//
//     view_face(ui, scenario, line->by, 68);     // size: units across
#pragma once

#include "scenario/scenario.h"
#include "ui/widgets.h"

int32_t view_face_tint(const Scenario *scenario, CharacterId character);
void view_face(Ui *ui, const Scenario *scenario, CharacterId character, int32_t size);
