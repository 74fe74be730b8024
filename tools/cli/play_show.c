#include "base/emphasis.h"
#include "cli/play.h"

void play_print(Play *play, Str text) {
    if (text.len > 0) {
        Str plain = emphasis_plain(&play->cli->scratch, text);
        cli_print_line(play_wrap(&play->cli->scratch, plain, play->columns));
    }
}

void play_say(Play *play, Str source) {
    cli_print_line(play_wrap(&play->cli->scratch, cli_text(play->cli, source), play->columns));
}

void play_head(Play *play, Str source) {
    cli_print(S("\n"));
    play_say(play, source);
}

void play_print_item(Play *play, Str text) {
    play_print(play, str_format(&play->cli->scratch, "- %.*s", S_ARG(text)));
}

static void print_paragraph(Play *play, Str text) {
    if (text.len > 0) {
        cli_print(S("\n"));
        play_print(play, text);
    }
}

void play_show_opening(Play *play) {
    const Scenario *scenario = play->scenario;
    ToldCard card = card_create(&play->cli->scratch, scenario);
    play_print(play, card.title);
    play_print(play, card.summary);
    play_print(play, card_length(&play->cli->scratch, &play->cli->catalog, &card));
    print_paragraph(play, scenario->role);
    print_paragraph(play, scenario->intro);
    if (scenario->objectives.count > 0) {
        Str heading = cli_text(play->cli, TR("What you can practise here"));
        print_paragraph(play, telling_labelled(&play->telling, heading, (Str){0}));
    }
    for (int32_t i = 0; i < scenario->objectives.count; i++) {
        play_print_item(play, scenario->texts.rows[scenario->objectives.first + i]);
    }
    play_head(play,
              TR("The situation is invented, to think about one’s practice. Nobody is evaluated, nothing is kept."));
    play_say(play, TR("Answer with the number of an answer, then Enter; ? gives help, b steps back, q leaves."));
}

static void print_spoken(Play *play, const ToldLine *line) {
    Str who = line->mood.len > 0 ? CLI_FORMAT(play->cli, TR("{0}, {1}"), line->who, line->mood) : line->who;
    play_print(play, line->by == 0 ? line->text : CLI_FORMAT(play->cli, TR("{0}: {1}"), who, line->text));
}

void play_show_prompt(Play *play, const Ask *ask) {
    cli_print(S("\n"));
    play_print(play, telling_prompt(&play->telling, ask));
}

void play_show_progress(Play *play) {
    int32_t made = play->session.way.count;
    WalkLength length = remaining_length(&play->remaining, play->usual, play->session.walk.scene, made);
    cli_print(S("\n"));
    play_print(play, telling_progress(&play->telling, made + 1, length));
}

void play_show_history(Play *play) {
    Transcript said = telling_transcript(&play->telling, play->session.way.count);
    for (int32_t i = 0; i < said.count; i++) {
        const Heard *heard = &said.rows[i];
        if (heard->kind == HEARD_TITLE) {
            print_paragraph(play, heard->line.text);
        } else if (heard->kind == HEARD_LINE) {
            print_spoken(play, &heard->line);
        } else {
            play_print(play, telling_own(&play->telling, heard->line.text));
        }
    }
}

// The title of an ending is told with the debrief.
static void show_scene(Play *play, int32_t row) {
    ToldScene scene = telling_scene(&play->telling, row);
    bool titled = scene.title.len > 0 && play->scenario->scenes.rows[scene.scene].ending == 0;
    if (titled || scene.lines.count > 0) {
        cli_print(S("\n"));
    }
    if (titled) {
        play_print(play, scene.title);
    }
    for (int32_t i = 0; i < scene.lines.count; i++) {
        print_spoken(play, &scene.lines.rows[i]);
    }
}

void play_show_told(Play *play) {
    for (; play->shown < play->story.told.count; play->shown++) {
        show_scene(play, play->shown);
    }
}

void play_show_again(Play *play) {
    Span told = story_told_after(&play->story, play->session.way.count);
    show_scene(play, told.first + told.count - 1);
}

void play_show_gauges(Play *play) {
    ToldGauges gauges = telling_gauges(&play->telling, play->session.walk.scene);
    if (gauges.count > 0) {
        play_head(play, TR("Where things stand:"));
    }
    for (int32_t i = 0; i < gauges.count; i++) {
        play_print_item(play, telling_labelled(&play->telling, gauges.rows[i].name, gauges.rows[i].words));
    }
}

static void show_why(Play *play, const Why *why) {
    ToldReasons reasons = telling_reasons(&play->telling, why);
    for (int32_t i = 0; i < reasons.count; i++) {
        play_print(play, telling_pair(&play->telling, reasons.rows[i]));
    }
}

static void show_changes(Play *play, const ToldGauges *gauges) {
    if (gauges->count > 0) {
        play_head(play, TR("What it changes:"));
    }
    for (int32_t i = 0; i < gauges->count; i++) {
        play_print_item(play, gauges->rows[i].change.words);
    }
}

static void show_reasons(Play *play, const ToldFeedback *feedback) {
    if (feedback->whys.count > 0) {
        play_head(play, TR("About this answer:"));
    }
    for (int32_t i = 0; i < feedback->whys.count; i++) {
        show_why(play, feedback->whys.rows[i]);
    }
    print_paragraph(play, feedback->mastery_words);
    print_paragraph(play, feedback->share);
}

static void show_points(Play *play, const ToldFeedback *feedback) {
    if (feedback->points.count > 0) {
        print_paragraph(play, telling_labelled(&play->telling, feedback->points_heading, (Str){0}));
    }
    for (int32_t i = 0; i < feedback->points.count; i++) {
        const ItemResult *point = &feedback->points.rows[i];
        play_print_item(play, point->item);
        play_print(play, point->words);
        if (point->why != NULL) {
            show_why(play, point->why);
        }
    }
}

static void show_marks(Play *play, const ToldFeedback *feedback) {
    if (feedback->marks.count > 0) {
        play_head(play, TR("The author’s marks:"));
    }
    for (int32_t i = 0; i < feedback->marks.count; i++) {
        const ToldMark *mark = &feedback->marks.rows[i];
        play_print_item(play, telling_labelled(&play->telling, mark->name, mark->words));
    }
}

static void show_panel(Play *play, const ToldPanel *panel) {
    if (panel->n > 0) {
        print_paragraph(play, telling_labelled(&play->telling, panel->heading, (Str){0}));
        play_print(play, panel->invented);
    }
    bool items = panel->items.count > 0;
    for (int32_t i = 0; i < (items ? panel->items.count : panel->rows.count); i++) {
        const PanelRow *row = items ? &panel->items.rows[i] : &panel->rows.rows[i];
        play_print_item(play, telling_labelled(&play->telling, row->text, row->words));
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        play_print(play, panel->voices.rows[i].head);
        if (panel->voices.rows[i].why != NULL) {
            show_why(play, panel->voices.rows[i].why);
        }
    }
}

// Says which answer was registered, so that one knows without having seen the list.
static void show_answered(Play *play, const ToldFeedback *feedback) {
    print_paragraph(play, feedback->time_up);
    print_paragraph(play,
                    feedback->answered.text.len > 0 ? telling_pair(&play->telling, feedback->answered) : (Str){0});
    play_print(play, feedback->found);
    play_print(play, feedback->sure);
    if (feedback->replies.count > 0) {
        cli_print(S("\n"));
    }
    for (int32_t i = 0; i < feedback->replies.count; i++) {
        print_spoken(play, &feedback->replies.rows[i]);
    }
}

void play_show_answer(Play *play) {
    ToldFeedback feedback = feedback_create(&play->telling, play->session.way.count, false);
    show_answered(play, &feedback);
    show_changes(play, &feedback.gauges);
    show_reasons(play, &feedback);
    show_points(play, &feedback);
    show_marks(play, &feedback);
    print_paragraph(play, feedback.model.text.len > 0 ? telling_pair(&play->telling, feedback.model) : (Str){0});
    show_panel(play, &feedback.panel);
}
