#include "group/audience_inside.h"

static void say_answer(Room *room, LineTable *lines, Str said) {
    if (said.len > 0) {
        *rows_append(room->arena, lines) = (ToldLine){.who = audience_words(room, TR("The group")), .text = said};
    }
}

// What was put in order or in places was seen as it was agreed on: in one sentence it says nothing.
static void say_replies(Room *room, const ToldFeedback *feedback, const Event *event) {
    LineTable lines = {0};
    const Ask *ask = room->ask;
    bool whole = ask->kind == ASK_CHOICE && event->answer.option > 0;
    if (ask->items.count == 0) {
        say_answer(room, &lines,
                   whole ? telling_option(room->telling, ask, event->answer.option) : feedback->answered.text);
    }
    for (int32_t i = 0; i < feedback->replies.count; i++) {
        *rows_append(room->arena, &lines) = feedback->replies.rows[i];
    }
    audience_add_lines(room, &lines, (Audience){.kind = AUDIENCE_LINES});
}

static void say_gauges(Room *room, const ToldGauges *gauges) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < gauges->count && !room->group->hides_gauges; i++) {
        const ToldGauge *gauge = &gauges->rows[i];
        if (room->scenario->gauges.rows[gauge->gauge].shown != SHOWN_NOT_ROOM) {
            AudienceRow *row = audience_add_row(room, &rows, gauge->change.words);
            row->permille = audience_permille(gauge->value - gauge->min, gauge->max - gauge->min);
            row->better = gauge->better;
            row->moved = gauge->moved;
        }
    }
    if (rows.count > 0) {
        audience_add_rows(room, &rows,
                          (Audience){.kind = AUDIENCE_GAUGES, .heading = audience_words(room, TR("What has changed"))});
    }
}

static void add_row(Room *room, AudienceRows *rows, Str label, Str text) {
    if (text.len > 0) {
        audience_add_row(room, rows, text)->label = label;
    }
}

static void add_reasons(Room *room, AudienceRows *rows, const Why *why) {
    ToldReasons reasons = telling_reasons(room->telling, why);
    for (int32_t i = 0; i < reasons.count; i++) {
        add_row(room, rows, reasons.rows[i].label, reasons.rows[i].text);
    }
}

static void say_reasons(Room *room, const ToldFeedback *feedback) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < feedback->whys.count; i++) {
        add_reasons(room, &rows, feedback->whys.rows[i]);
    }
    for (int32_t i = 0; i < feedback->points.count; i++) {
        const ItemResult *point = &feedback->points.rows[i];
        add_row(room, &rows, point->item, point->words);
    }
    if (feedback->model.text.len > 0) {
        add_row(room, &rows, feedback->model.label, feedback->model.text);
    }
    if (rows.count > 0) {
        audience_add_rows(room, &rows,
                          (Audience){.kind = AUDIENCE_REASONS, .heading = audience_words(room, TR("Landmarks"))});
    }
}

static void say_panel(Room *room, const ToldPanel *panel) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < panel->rows.count; i++) {
        AudienceRow *row = audience_add_row(room, &rows, panel->rows.rows[i].text);
        row->number = telling_number(room->telling, panel->rows.rows[i].count);
        row->permille = audience_permille(panel->rows.rows[i].count, panel->n);
        row->followed = panel->rows.rows[i].mine;
    }
    if (rows.count > 0) {
        audience_add_rows(room, &rows,
                          (Audience){.kind = AUDIENCE_RESULTS, .heading = panel->heading, .note = panel->invented});
    }
}

void audience_say_followed(Room *room) {
    int32_t decision = room->group->solo.session.way.count;
    const Event *event = telling_event(room->telling, decision);
    ToldFeedback feedback = feedback_create(room->telling, decision, false);
    room->ask = telling_ask(room->telling, event);
    say_replies(room, &feedback, event);
    say_gauges(room, &feedback.gauges);
    say_reasons(room, &feedback);
    say_panel(room, &feedback.panel);
    if (room->pages.count == 0) {
        LineTable lines = {0};
        say_answer(room, &lines, feedback.answered.text);
        audience_add_lines(room, &lines, (Audience){.kind = AUDIENCE_LINES});
    }
}
