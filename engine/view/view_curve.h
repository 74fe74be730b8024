// The relation, from arrival to departure: a line for each gauge that is shown, and a label where they turned.
//
//     view_curve(ui, &debrief);     // takes the width that is left; says nothing when there is no gauge
//
// Lines differ by their marks as well as by their colours; the legend has both. Who does not see the picture is told
// where each gauge began, turned and ended.
#pragma once

#include "told/debrief.h"
#include "ui/widgets.h"

void view_curve(Ui *ui, const ToldDebrief *debrief); // borrowed until ui_end
void view_curve_legend(Ui *ui, const ToldDebrief *debrief);
