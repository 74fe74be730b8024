// The parts of the debrief's page. Internal to screen_debrief*.c.
#pragma once

#include "player/screen_parts.h"

typedef struct {
    Ui *ui;
    const Player *player;
    const ToldDebrief *debrief;
    Str name; // of the page, for the ear
    Action *action;
    int32_t to_decision; // has just been asked for, from 1: it takes the focus; 0: none
    bool wide;
} DebriefScreen;

enum { SCREEN_TWO_COLUMNS = 900 }; // width of the window, units, from which there are two

// Its card (screen_debrief_parts.c); that of the first portrait holds all of them.
void screen_debrief_section(DebriefScreen *screen, const ToldSection *section);
void screen_debrief_more(Ui *ui, const ToldRow *row); // the sentences below it
void screen_debrief_mark(Ui *ui, const ToldRow *row); // its word, with a sign
// screen_debrief_way.c: all decisions, folded but for those that are looked at, and the way to one of them.
void screen_debrief_decisions(DebriefScreen *screen, const ToldSection *section);
void screen_debrief_fold(const DebriefScreen *screen); // all of them at once
void screen_debrief_unfold(DebriefScreen *screen, int32_t decision);
void screen_debrief_note(const DebriefScreen *screen); // screen_debrief_note.c
