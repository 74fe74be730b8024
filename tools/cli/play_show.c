#include "base/emphasis.h"
#include "cli/play.h"

void play_print(Play *play, Str text) {
    cli_print_line(emphasis_plain(&play->cli->scratch, text));
}

void play_say(Play *play, Str source) {
    cli_print_line(cli_text(play->cli, source));
}

void play_head(Play *play, Str source) {
    cli_print(S("\n"));
    play_say(play, source);
}

void play_print_item(Play *play, Str text) {
    play_print(play, str_format(&play->cli->scratch, "- %.*s", S_ARG(text)));
}

Str play_label(Play *play, Str label, Str text) {
    static const Str ENDS[] = {S_INIT("?"), S_INIT("!"), S_INIT("…")};
    for (int i = 0; i < 3; i++) {
        if (str_ends(label, ENDS[i])) {
            return text.len == 0 ? label : str_format(&play->cli->scratch, "%.*s %.*s", S_ARG(label), S_ARG(text));
        }
    }
    Str clause = str_ends(label, S(".")) ? str_slice(label, 0, label.len - 1) : label;
    return text.len > 0 ? CLI_FORMAT(play->cli, TR("{0}: {1}"), clause, text)
                        : CLI_FORMAT(play->cli, TR("{0}:"), clause);
}

static void print_paragraph(Play *play, Str text) {
    if (text.len > 0) {
        cli_print(S("\n"));
        play_print(play, text);
    }
}

void play_show_opening(Play *play) {
    const Scenario *scenario = play->scenario;
    int32_t minutes = scenario->minutes_table.rows[scenario->minutes].alone;
    Str length = catalog_plural(&play->cli->catalog, TRP("About one minute.", "About {0} minutes."), minutes);
    play_print(play, scenario->title);
    play_print(play, scenario->summary);
    cli_print_line(CLI_FORMAT(play->cli, length, cli_number(play->cli, minutes)));
    print_paragraph(play, scenario->role);
    print_paragraph(play, scenario->intro);
    if (scenario->objectives.count > 0) {
        play_head(play, TR("What you practise here:"));
    }
    for (int32_t i = 0; i < scenario->objectives.count; i++) {
        play_print_item(play, scenario->texts.rows[scenario->objectives.first + i]);
    }
    play_head(play,
              TR("The situation is invented, to think about one’s practice. Nobody is evaluated, nothing is kept."));
    play_say(play, TR("Answer with the number of an answer, then Enter; ? gives help, b steps back, q leaves."));
}

static void print_spoken(Play *play, const Line *line) {
    if (line->by.id == 0) {
        play_print(play, line->text);
        return;
    }
    Str name = play->scenario->characters.rows[line->by.id].name;
    Str who = line->mood.len > 0 ? CLI_FORMAT(play->cli, TR("{0}, {1}"), name, line->mood) : name;
    play_print(play, CLI_FORMAT(play->cli, TR("{0}: {1}"), who, line->text));
}

void play_show_prompt(Play *play, const Ask *ask) {
    cli_print(S("\n"));
    play_print(play, ask->prompt.len > 0 ? ask->prompt : cli_text(play->cli, TR("It is your turn:")));
}

static void show_scene(Play *play, const StoryRow *told) {
    const Scene *scene = &play->scenario->scenes.rows[told->scene];
    bool titled = scene->title.len > 0 && scene->ending == 0;
    if (titled || told->lines != 0) {
        cli_print(S("\n"));
    }
    if (titled) {
        play_print(play, scene->title);
    }
    for (int32_t i = 0; i < scene->lines.count; i++) {
        if ((told->lines >> i & 1) != 0) {
            print_spoken(play, &play->scenario->lines.rows[scene->lines.first + i]);
        }
    }
}

void play_show_told(Play *play) {
    for (; play->shown < play->story.told.count; play->shown++) {
        show_scene(play, &play->story.told.rows[play->shown]);
    }
}

void play_show_again(Play *play) {
    Span told = story_told_after(&play->story, play->session.way.count);
    show_scene(play, &play->story.told.rows[told.first + told.count - 1]);
}

void play_show_why(Play *play, const Why *why) {
    if (why->text.len > 0) {
        play_print(play, why->text);
    }
    if (why->gives.len > 0) {
        play_print(play, CLI_FORMAT(play->cli, TR("What it makes possible: {0}"), why->gives));
    }
    if (why->costs.len > 0) {
        play_print(play, CLI_FORMAT(play->cli, TR("What it costs: {0}"), why->costs));
    }
    if (why->instead.len > 0) {
        play_print(play, CLI_FORMAT(play->cli, TR("Another way: {0}"), why->instead));
    }
}

static void show_item_whys(Play *play, const Ask *ask) {
    bool any = false;
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &play->scenario->items.rows[ask->items.first + i];
        if (item->why != 0) {
            if (!any) {
                play_head(play, TR("Point by point:"));
            }
            any = true;
            play_print_item(play, item->text);
            play_show_why(play, &play->scenario->whys.rows[item->why]);
        }
    }
}

void play_show_whys(Play *play, const Event *event) {
    const Ask *ask = &play->scenario->asks.rows[play->scenario->scenes.rows[event->scene].ask];
    Response feedback = response_to(&play->cli->arena, &play->session.walk, event);
    if (feedback.why_count > 0) {
        play_head(play, TR("About this answer:"));
    }
    for (int32_t i = 0; i < feedback.why_count; i++) {
        play_show_why(play, feedback.whys[i]);
    }
    show_item_whys(play, ask);
}

void play_show_gauges(Play *play) {
    const Scenario *scenario = play->scenario;
    bool any = false;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        const Gauge *gauge = &scenario->gauges.rows[g];
        if (telling_shows_gauge(gauge, &scenario->scenes.rows[play->session.walk.scene])) {
            if (!any) {
                play_head(play, TR("Where things stand:"));
            }
            any = true;
            play_print_item(play, play_label(play, telling_gauge_name(&play->telling, g),
                                             telling_gauge_words(&play->telling, g, play->session.walk.gauges[g])));
        }
    }
}

static void show_changes(Play *play, const Scene *scene, const Walk *before, const Walk *after) {
    const Scenario *scenario = play->scenario;
    bool any = false;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        Str words = telling_gauge_change(&play->telling, g, before->gauges[g], after->gauges[g]);
        if (words.len == 0 || !telling_shows_gauge(&scenario->gauges.rows[g], scene)) {
            continue;
        }
        if (!any) {
            play_head(play, TR("What it changes:"));
        }
        any = true;
        play_print_item(play, words);
    }
}

static void show_marks(Play *play, const Consequences *given) {
    const Scenario *scenario = play->scenario;
    bool any = false;
    for (CompetencyId c = 1; given->of_record && c < scenario->competencies.count; c++) {
        if ((given->competencies >> c & 1) != 0 && given->marks[c] != 0) {
            if (!any) {
                play_head(play, TR("The author’s marks:"));
            }
            any = true;
            Str level = telling_mark(&play->telling, given->marks[c]);
            play_print_item(play, play_label(play, scenario->competencies.rows[c].name, level));
        }
    }
}

static void show_found(Play *play, const Ask *ask, const Answer *answer) {
    Span uses = ask_detectors(play->scenario, ask);
    StrBuilder names = {.arena = &play->cli->scratch};
    for (int32_t i = 0; i < uses.count; i++) {
        if ((answer->found >> i & 1) != 0) {
            DetectorId detector = play->scenario->detector_uses.rows[uses.first + i].detector.id;
            str_add(&names, names.count > 0 ? S(", ") : S(""));
            str_add(&names, play->scenario->detectors.rows[detector].name);
        }
    }
    if (uses.count > 0) {
        Str found = names.count > 0 ? str_built(&names) : cli_text(play->cli, TR("nothing"));
        play_print(play,
                   CLI_FORMAT(play->cli,
                              answer->confirmed ? TR("Noticed, as you left it: {0}") : TR("Noticed automatically: {0}"),
                              found));
    }
}

// What was registered, so that one knows without having seen the list.
static void show_registered(Play *play, const Ask *ask, const Answer *answer) {
    if (answer->time_up) {
        play_say(play, TR("The time is up."));
    }
    const Option *option = &play->scenario->options.rows[answer->option > 0 ? answer->option : 0];
    if (option->past.len > 0) {
        play_print(play, option->past);
    } else {
        play_show_answered(play, cli_text(play->cli, TR("You answered")), ask, answer);
    }
    if (answer_is_typed(ask, answer)) {
        show_found(play, ask, answer);
    }
    if (answer->confidence > 0) {
        play_print(play, CLI_FORMAT(play->cli, TR("How sure you are: {0}"),
                                    telling_confidence(&play->telling, answer->confidence)));
    }
}

static void show_reply(Play *play, const Event *event) {
    Response feedback = response_to(&play->cli->arena, &play->session.walk, event);
    if (feedback.line_count > 0) {
        cli_print(S("\n"));
    }
    for (int32_t i = 0; i < feedback.line_count; i++) {
        print_spoken(play, feedback.lines[i]);
    }
}

static void show_model(Play *play, const Ask *ask, const Answer *answer) {
    const OwnWords *own = &play->scenario->own_words.rows[answer->option == OPTION_OWN_WORDS ? ask->own_words : 0];
    Str model = own->model.len > 0 ? own->model : ask->model;
    if (model.len > 0) {
        print_paragraph(play, CLI_FORMAT(play->cli, TR("One possible answer: {0}"), model));
    }
}

void play_show_answer(Play *play, const Event *event) {
    const Scenario *scenario = play->scenario;
    const Scene *scene = &scenario->scenes.rows[event->scene];
    const Ask *ask = &scenario->asks.rows[scene->ask];
    const Walk *before = &play->session.before.rows[play->session.before.count - 1];
    if (!ask->private_answer) {
        cli_print(S("\n"));
        show_registered(play, ask, &event->answer);
    }
    show_reply(play, event);
    show_changes(play, scene, before, &play->session.walk);
    if (!response_waits(scenario)) {
        play_show_whys(play, event);
        show_marks(play, &event->given);
    }
    show_model(play, ask, &event->answer);
    play_show_panel(play, ask);
}
