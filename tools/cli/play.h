// Playing a case in the terminal: plain lines that a screen reader reads well, numbered answers, no colours, nothing
// that moves. Each line says by itself what it is about. The parts of `palabre-cli play`.
#pragma once

#include "cli/cli.h"
#include "session/remaining.h"
#include "session/space.h"
#include "told/card.h"
#include "told/debrief.h"
#include "told/telling_scenes.h"

typedef struct {
    Cli *cli;
    const Scenario *scenario;
    Session session;
    DetectorBank *bank;
    Story story;
    int32_t shown;   // rows of story.told that were shown
    Telling telling; // of them
    Remaining remaining;
    UsualLength usual;
    int32_t columns; // lines are broken between words to fit; 0: they are not
    Str asked;       // the part of the decision that is asked for now, as one of several items; may be empty
} Play;

typedef enum { READ_ANSWER, READ_BACK, READ_LEAVE } ReadOutcome;

// play_show.c: the player is told something.
void play_print(Play *play, Str text);      // a line, emphasis marks taken out; none when it is empty
void play_say(Play *play, Str source);      // a line of the interface
void play_head(Play *play, Str source);     // an empty line, and the heading of what follows
void play_print_item(Play *play, Str text); // one of a list
void play_show_opening(Play *play);         // title, role, what is worked on
void play_show_gauges(Play *play);          // where the relation stands
void play_show_told(Play *play);            // scenes entered since the last time
void play_show_prompt(Play *play, const Ask *ask);
void play_show_answer(Play *play); // the last one: replies, what it changed, feedback, panel
void play_show_again(Play *play);  // the decision to which one stepped back
void play_show_progress(Play *play);
void play_show_history(Play *play); // the whole conversation

// play_wrap.c: `text` in lines of at most `columns` characters, broken at spaces, where a word is not longer.
Str play_wrap(Arena *arena, Str text, int32_t columns);

// play_choose.c: which case; an empty path when the person would rather leave.
int play_choose_case(Cli *cli, Str folder, Str *path);

// play_ask.c: what the player answers.
ReadOutcome play_read_answer(Play *play, Answer *answer);
bool play_read_line(Play *play, Str *line); // false at the end of the input

// play_debrief.c
void play_show_debrief(Play *play);

// play_script.c: `--answers`.
int play_script(Play *play, Str answers, bool json);
