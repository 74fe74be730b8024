// What the parts of the play screen share. Internal to view/.
#pragma once

#include "told/feedback.h"
#include "view/view_solo.h"

typedef struct {
    Ui *ui;
    const Showing *showing;
    const WalkModel *model;
    WalkPage *page;
    ShownAsk ask;
    WalkAction action; // the first wish is the one that counts
    bool narrow;       // one column
    int32_t hinted;    // key whose hint was clicked; 0: none
} WalkScreen;

void screen_wish(WalkScreen *screen, WalkActionKind kind, int32_t index, int32_t value);
Str screen_words(const WalkScreen *screen, Str source);
Str screen_plural(const WalkScreen *screen, Str one, Str many, int32_t count);
int32_t screen_find_digit(const WalkScreen *screen, int32_t count, Str what); // pressed: from 0; -1: none of them
void screen_label(const WalkScreen *screen, Str text, bool live);             // stands above a group

// Lines with their speakers; those in a row by one person stand beside one picture of them.
void screen_lines(const WalkScreen *screen, const ShownLine *lines, int32_t count, bool live);
void screen_given(const WalkScreen *screen);      // aloud, the last answer, where nothing was shown of it
bool screen_scenes(const WalkScreen *screen);     // false: there was nothing to say
void screen_last_heard(const WalkScreen *screen); // the last thing that somebody said, small

void screen_prompt(const WalkScreen *screen, Str prompt); // what is asked
void screen_ask(WalkScreen *screen);                      // each phase of a decision
void screen_confidence(WalkScreen *screen);
void screen_classify(WalkScreen *screen);
void screen_rank(WalkScreen *screen);
void screen_rate(WalkScreen *screen);
void screen_submit(WalkScreen *screen, bool wants_focus, Str missing);
void screen_typing(WalkScreen *screen);
void screen_feedback(WalkScreen *screen);
void screen_panel(const WalkScreen *screen, const ShownPanel *panel, bool live);
Str screen_progress(const WalkScreen *screen); // "Decision 3, 8 to 14 more"
void screen_why(const WalkScreen *screen, const Why *why, bool live);

void screen_limit(WalkScreen *screen); // cards beside the page; nothing where there is nothing to say
void screen_beside(const WalkScreen *screen);
