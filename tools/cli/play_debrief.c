#include "cli/play.h"
#include "session/explore.h"

static Str routed_text(const Play *play, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &play->scenario->routes.rows[routes.first + i];
        if (walk_holds(&play->session.walk, route->when)) {
            return route->text;
        }
    }
    return (Str){0};
}

static void show_ending(Play *play) {
    const Scenario *scenario = play->scenario;
    const Ending *ending = &scenario->endings.rows[scenario->scenes.rows[play->session.walk.scene].ending];
    cli_print(S("\n"));
    play_print(play, CLI_FORMAT(play->cli, TR("The end: {0}"), ending->title));
    if (ending->text.len > 0) {
        play_print(play, ending->text);
    }
    for (int32_t i = 0; i < ending->portraits.count; i++) {
        const Portrait *portrait = &scenario->portraits.rows[ending->portraits.first + i];
        Str arrival = routed_text(play, portrait->arrival);
        Str departure = routed_text(play, portrait->departure);
        cli_print(S("\n"));
        play_print(play, scenario->characters.rows[portrait->of.id].name);
        if (arrival.len > 0) {
            play_print(play, CLI_FORMAT(play->cli, TR("On arrival: {0}"), arrival));
        }
        if (departure.len > 0) {
            play_print(play, CLI_FORMAT(play->cli, TR("On leaving: {0}"), departure));
        }
    }
}

// With suspended judgement the feedback comes only here, each under its answer.
static void show_way(Play *play) {
    const Scenario *scenario = play->scenario;
    bool suspended = response_waits(scenario);
    if (play->session.way.count > 0) {
        play_head(play, TR("What you did:"));
    }
    for (int32_t i = 0; i < play->session.way.count; i++) {
        const Event *event = &play->session.events.rows[play->session.way.rows[i]];
        const Scene *scene = &scenario->scenes.rows[event->scene];
        const Ask *ask = &scenario->asks.rows[scene->ask];
        if (ask->private_answer) {
            continue;
        }
        if (suspended) {
            cli_print(S("\n"));
        }
        Str title = telling_scene_title(&play->telling, event->scene);
        play_show_answered(play, str_format(&play->cli->scratch, "- %.*s", S_ARG(title)), ask, &event->answer);
        if (suspended) {
            play_show_whys(play, event);
        }
    }
}

static void show_steps(Play *play) {
    static const Str WORDS[2][2] = {{TR_INIT("missed"), TR_INIT("met")}, {TR_INIT("avoided"), TR_INIT("not avoided")}};
    const Scenario *scenario = play->scenario;
    bool any = false;
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        if (scene->step == STEP_NONE) {
            continue;
        }
        if (!any) {
            play_head(play, TR("Steps:"));
            any = true;
        }
        Str word = cli_text(play->cli, WORDS[scene->step == STEP_AVOID][story_passed(&play->story, i)]);
        Str title = telling_scene_title(&play->telling, i);
        play_print_item(play, play_label(play, title, word));
    }
}

static void show_profile(Play *play) {
    const Scenario *scenario = play->scenario;
    play_head(play, TR("Competencies in this walk:"));
    play_say(play, TR("These are marks of authors, of their time. They are open to discussion."));
    if (play->session.stepped_back) {
        play_say(play, TR("After stepping back, the marks are those of what was answered first."));
    }
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        const Profile *profile = &play->session.profiles[c];
        Str word = telling_profile(&play->telling, *profile);
        Str line = CLI_FORMAT(play->cli, TR("{0}: {1}"), scenario->competencies.rows[c].name, word);
        if (profile->occasions >= 2) {
            Str occasions = cli_number(play->cli, profile->occasions);
            line = CLI_FORMAT(play->cli, TR("{0} ({1} occasions)"), line, occasions);
        }
        play_print_item(play, line);
    }
    play_say(play, TR("These marks describe choices in a fictional case. They do not evaluate a person."));
}

// With numbers, the total of this walk stands between the lowest and the highest that any walk can attain.
static void show_bounds(Play *play) {
    const Scenario *scenario = play->scenario;
    if (!telling_has_numbers(&play->telling) || play->session.stepped_back) {
        return;
    }
    Exploration exploration = explore(&play->cli->arena, &play->cli->scratch, scenario, LIMIT_BOUNDS_STATES);
    play_head(play, exploration.exact ? TR("Totals, and what any walk can attain:")
                                      : TR("Totals, and what no walk can exceed:"));
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        Str total = cli_number(play->cli, play->session.walk.totals[c]);
        Str low = cli_number(play->cli, exploration.all.low[c]);
        Str high = cli_number(play->cli, exploration.all.high[c]);
        play_print_item(play, CLI_FORMAT(play->cli, TR("{0}: {1} (from {2} to {3})"),
                                         scenario->competencies.rows[c].name, total, low, high));
    }
}

static void show_mirror(Play *play) {
    const Scenario *scenario = play->scenario;
    Span mirror = scenario->debriefs.rows[scenario->debrief].mirror;
    if (mirror.count == 0) {
        return;
    }
    play_head(play, TR("In your own words, in this fiction:"));
    for (int32_t i = 0; i < mirror.count; i++) {
        DetectorId detector = scenario->refs.rows[mirror.first + i].id;
        Str count = cli_number(play->cli, session_count_found(&play->session, detector));
        play_print_item(play, CLI_FORMAT(play->cli, TR("{0}: {1}"), scenario->detectors.rows[detector].name, count));
    }
}

static void show_texts(Play *play, Str heading, Span texts) {
    if (texts.count == 0) {
        return;
    }
    play_head(play, heading);
    for (int32_t i = 0; i < texts.count; i++) {
        play_print_item(play, play->scenario->texts.rows[texts.first + i]);
    }
}

static void show_points(Play *play) {
    const Scenario *scenario = play->scenario;
    Span points = scenario->debriefs.rows[scenario->debrief].points;
    if (points.count == 0) {
        return;
    }
    play_head(play, TR("Worth keeping:"));
    for (int32_t i = 0; i < points.count; i++) {
        play_print_item(play, scenario->points.rows[points.first + i].text);
    }
}

static void show_sources(Play *play) {
    const Scenario *scenario = play->scenario;
    if (scenario->source_rows.count == 0) {
        return;
    }
    play_head(play, TR("Sources:"));
    for (int32_t i = 0; i < scenario->source_rows.count; i++) {
        const Source *source = &scenario->sources.rows[scenario->source_rows.first + i];
        Str year = source->year != 0 ? cli_number(play->cli, source->year) : (Str){0};
        Str line = source->title;
        if (source->where.len > 0 && year.len > 0) {
            line = CLI_FORMAT(play->cli, TR("{0} ({1}, {2})"), line, source->where, year);
        } else if (source->where.len + year.len > 0) {
            line = CLI_FORMAT(play->cli, TR("{0} ({1})"), line, source->where.len > 0 ? source->where : year);
        }
        play_print_item(play, line);
    }
}

void play_show_debrief(Play *play) {
    const Scenario *scenario = play->scenario;
    const Debrief *debrief = &scenario->debriefs.rows[scenario->debrief];
    show_ending(play);
    show_way(play);
    show_steps(play);
    if (!response_waits(scenario)) {
        show_profile(play);
        show_bounds(play);
    }
    show_mirror(play);
    show_points(play);
    show_texts(play, TR("Questions to take further:"), debrief->questions);
    show_texts(play, TR("Where to turn:"), scenario->resources);
    show_sources(play);
}
