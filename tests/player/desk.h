// A player with a data folder of its own, worked by actions.
#pragma once

#include "platform/window.h"
#include "player/player.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Str language;  // of the system; empty: French
    Str case_path; // given on the command line
    Str today;     // empty: 2026-11-27
    bool threads;  // nothing is waited for: what was read and written is told by later ticks
} DeskStart;

typedef struct {
    Arena arena;
    Str root; // DATA in it is "data", documents "documents"
    DeskStart start;
    Player player;
    int64_t now_ms;
} Desk;

void desk_start(Desk *desk, DeskStart start); // an empty folder and a player in it that nobody has used yet
void desk_open(Desk *desk);                   // an empty folder and a player in it, past its welcome
void desk_again(Desk *desk);                  // as if the program had ended and begun again
void desk_join(Desk *desk);                   // a player in the folder `root`, beside the one that is there
void desk_crash(Desk *desk);                  // as if it had been killed: nothing is put in order first
void desk_close(Desk *desk);                  // the folder goes too

void desk_act(Desk *desk, ActionKind kind, int32_t index);
void desk_set(Desk *desk, Setting setting, int32_t value);
void desk_write(Desk *desk, ActionKind kind, const char *text);
void desk_walk(Desk *desk, SoloActionKind kind, int32_t index, int32_t value);
void desk_type(Desk *desk, const char *text);

int32_t desk_find_card(Desk *desk, const char *id);
void desk_begin_case(Desk *desk, const char *id);    // from the library to the first decision
void desk_take_least(Desk *desk);                    // of a multiple: as many options as it asks for
void desk_answer(Desk *desk);                        // whatever is asked, somehow, and its feedback
void desk_play_out(Desk *desk);                      // to the ending
Machine *desk_machine(void);                         // without a display, for a Shell; the caller destroys it
Window *desk_window(const Machine *machine);         // its only one
void desk_reach_debrief(Desk *desk, const char *id); // from the library, all of it
Str desk_lines(Desk *desk, int32_t walk);            // its events
Str desk_path(Desk *desk, const char *name);         // in the root
Str desk_load(Desk *desk, Str path);
