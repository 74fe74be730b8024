// What is drawn by hand of the room's screen. Internal to view/view_audience*.c.
#pragma once

#include "group/audience.h"
#include "ui/widgets.h"

void view_audience_bar(Ui *ui, const AudienceRow *row, ColorRole color); // takes the width that is left
// The colour and the pattern of the card with that letter, so tall; nothing for another.
void view_audience_spine(Ui *ui, char letter, int32_t height);
void view_audience_timer(Ui *ui, int32_t left_s, int32_t whole_s);
