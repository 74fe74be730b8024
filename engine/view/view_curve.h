// The relation, from arrival to departure: a line for each gauge that is drawn, and a label where they turned.
//
//     ViewCurve curves = {.debrief = &debrief, .drawn = view_curve_leading(&debrief)};
//     int32_t curve = view_curve_legend(ui, &curves);    // pressed: to be drawn, or not any more
//     int32_t decision = view_curve(ui, &curves);        // takes the width that is left; nothing without a gauge
//
// Lines differ by their marks as well as by their colours; the legend has both. Who does not see the picture is told
// where each gauge began, turned and ended, drawn or not.
#pragma once

#include "told/debrief.h"
#include "ui/widgets.h"

enum { VIEW_MOST_CURVES = LIMIT_GAUGES };

typedef struct {
    const ToldDebrief *debrief;
    uint32_t drawn; // bit i: its i-th curve
} ViewCurve;

uint32_t view_curve_leading(const ToldDebrief *debrief);  // those that are drawn at first
int32_t view_curve(Ui *ui, const ViewCurve *view);        // borrowed until ui_end; the decision pressed, 0: none
int32_t view_curve_legend(Ui *ui, const ViewCurve *view); // the curve pressed, -1: none
