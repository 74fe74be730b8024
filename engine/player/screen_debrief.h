// The parts of the debrief's page. Internal to screen_debrief*.c.
#pragma once

#include "player/screen_parts.h"

typedef struct {
    Ui *ui;
    const Player *player;
    const ToldDebrief *debrief;
    Action *action;
    bool to_decisions; // "Choose a decision to replay" was just used
} DebriefScreen;

enum { SCREEN_TWO_COLUMNS = 900 }; // width of the window, units, from which there are two

void screen_debrief_section(const DebriefScreen *screen,
                            const ToldSection *section); // its card (screen_debrief_parts.c)
void screen_debrief_more(Ui *ui, const ToldRow *row);    // the sentences below it
void screen_debrief_mark(Ui *ui, const ToldRow *row);    // its word, with a sign
void screen_debrief_decisions(const DebriefScreen *screen, const ToldSection *section); // screen_debrief_way.c
void screen_debrief_note(const DebriefScreen *screen);                                  // screen_debrief_note.c
