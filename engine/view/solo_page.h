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
    bool dense;        // many answers to choose from: they stand closer, so that all are in sight
    int32_t hinted;    // key whose hint was clicked; 0: none
    // For a classify: the cards of items as shown, and the box of those that are left.
    UiId items[LIMIT_ITEMS], left;
} SoloPage;

void page_wish(SoloPage *page, SoloActionKind kind, int32_t index, int32_t value);
Str page_words(const SoloPage *page, Str source);
Str page_plural(const SoloPage *page, Str one, Str many, int32_t count);
int32_t page_find_digit(const SoloPage *page, int32_t count, Str what); // pressed: from 0; -1: none of them
void page_label(const SoloPage *page, Str text, bool live);             // stands above a group

// Lines with their speakers; those in a row by one person stand beside one picture of them.
void page_lines(const SoloPage *page, const ToldLine *lines, int32_t count, bool live);
void page_given(const SoloPage *page); // aloud, the last answer, where nothing was shown of it
void page_scenes(const SoloPage *page);
bool page_hears(const SoloPage *page);      // somebody speaks in them
void page_last_heard(const SoloPage *page); // the last thing that somebody said, small

void page_asked_begin(Ui *ui);                      // a box of what is asked and, close below, how to answer
void page_prompt(const SoloPage *page, Str prompt); // what is asked
void page_ask(SoloPage *page);                      // each phase of a decision
void page_confidence(SoloPage *page);
void page_manner(const SoloPage *page, Str source); // how it is done, for whoever sees no key to press
Str page_item_text(const SoloPage *page, const SoloItem *item);
void page_classify(SoloPage *page);
bool page_has_board(const SoloPage *page); // bins stand below what scrolls
void page_board(SoloPage *page);
bool page_quotes(const SoloPage *page); // what is said stands in the cards of items, named as who says it
void page_rank(SoloPage *page);
void page_rate(SoloPage *page);
void page_submit(SoloPage *page, bool wants_focus, Str missing);
void page_typing(SoloPage *page);
void page_say_it(SoloPage *page); // gives what was typed
void page_feedback(SoloPage *page);
Str page_progress(const SoloPage *page); // "Decision 3 of about 17"

void page_limit(SoloPage *page);                 // nothing where there is nothing to say
int32_t page_trend_tint(const ToldGauge *gauge); // how it moved: teal for better, terracotta for worse, else none
void page_beside(SoloPage *page);                // cards: where things stand, the limit, the way so far
