// The parts of the debrief's page. Internal to screen_debrief*.c.
#pragma once

#include "player/screen_parts.h"

typedef struct {
    Ui *ui;
    const Player *player;
    const ToldDebrief *debrief;
    Action *action;
    bool to_decisions; // "Choose a decision to replay" was just used
} DebriefPage;

enum { DEBRIEF_TWO_COLUMNS = 900 }; // width of the window, units, from which there are two

// Each says one card, or nothing when it has nothing to tell (screen_debrief_parts.c, screen_debrief_way.c).
void debrief_say_portraits(const DebriefPage *page);
void debrief_say_curve(const DebriefPage *page);
void debrief_say_competencies(const DebriefPage *page);
void debrief_say_steps(const DebriefPage *page);
void debrief_say_decisions(const DebriefPage *page);
void debrief_say_panels(const DebriefPage *page);
void debrief_say_points(const DebriefPage *page);
void debrief_say_mirror(const DebriefPage *page);
void debrief_say_talk(const DebriefPage *page); // screen_debrief_talk.c
