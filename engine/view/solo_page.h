// The parts of a walk on screen share this. Internal to view/view_solo*.c.
#pragma once

#include "told/feedback.h"
#include "view/view_solo.h"

typedef struct {
    Ui *ui;
    const Solo *solo;
    const Telling *telling;
    ViewSolo *view;
    SoloDecision ask;
    Str prompt;        // asked by the decision
    SoloAction action; // the first wish is the one that counts
    bool narrow;       // one column
    int32_t hinted;    // key whose hint was clicked; 0: none
} SoloPage;

void page_wish(SoloPage *page, SoloActionKind kind, int32_t index, int32_t value);
Str page_words(const SoloPage *page, Str source);
Str page_plural(const SoloPage *page, Str one, Str many, int32_t count);
int32_t page_find_digit(const SoloPage *page, int32_t count, Str what); // pressed: from 0; -1: none of them
void page_label(const SoloPage *page, Str text, bool live);             // stands above a group

// Lines with their speakers; those in a row by one person stand beside one picture of them.
void page_lines(const SoloPage *page, const ToldLine *lines, int32_t count, bool live);
void page_given(const SoloPage *page);      // aloud, the last answer, where nothing was shown of it
bool page_scenes(const SoloPage *page);     // false: there was nothing to say
void page_last_heard(const SoloPage *page); // the last thing that somebody said, small

void page_prompt(const SoloPage *page, Str prompt); // what is asked
void page_ask(SoloPage *page);                      // each phase of a decision
void page_confidence(SoloPage *page);
void page_classify(SoloPage *page);
void page_rank(SoloPage *page);
void page_rate(SoloPage *page);
void page_submit(SoloPage *page, bool wants_focus, Str missing);
void page_typing(SoloPage *page);
void page_feedback(SoloPage *page);
Str page_progress(const SoloPage *page); // "Decision 3, 8 to 14 more"

void page_limit(SoloPage *page); // cards beside the page; nothing where there is nothing to say
void page_beside(const SoloPage *page);
