// The ground of a chart over a walk: lines across, and below them the names of its points ("Arrival", the numbers of
// the decisions …) as far as they have room. Internal to what draws such charts.
#pragma once

#include "ui/canvas.h"

typedef struct {
    const Str *labels; // of the points, in the interface's language; the first and the last are always written
    int32_t count;
    int32_t side, above, below; // units that are kept free around the lines; below with view_axis_more
    int32_t lines;              // how many, from 2: the first at the most, the last at the least
} ViewAxis;

// Units that so many points need below besides: where the first or the last number has no room beside the name of an
// end, that stands below the numbers.
int32_t view_axis_more(int32_t count);
int32_t view_axis_x(const UiCanvas *canvas, const ViewAxis *axis, int32_t point);
// Of a value between two: pixels from the top. All in one height where both are the same.
int32_t view_axis_y(const UiCanvas *canvas, const ViewAxis *axis, double value, double least, double most);
void view_axis_draw(UiCanvas *canvas, const ViewAxis *axis);
