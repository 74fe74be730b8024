#include "told/telling_scenes.h"

#include "session/response.h"

ToldLine telling_line(const Telling *telling, const Line *line) {
    Str who = line->by.id != 0 ? telling->session->scenario->characters.rows[line->by.id].name : (Str){0};
    return (ToldLine){.by = line->by.id, .who = who, .mood = line->mood, .text = line->text};
}

ToldScene telling_scene(const Telling *telling, int32_t row) {
    const Scenario *scenario = telling->session->scenario;
    const StoryRow *told = &telling->story->told.rows[row];
    const Scene *scene = &scenario->scenes.rows[told->scene];
    ToldLine *lines = arena_push(telling->arena, ToldLine, scene->lines.count);
    ToldScene shown = {.scene = told->scene, .title = scene->title, .with = scene->with.id, .lines = {lines, 0}};
    for (int32_t i = 0; i < scene->lines.count; i++) {
        if ((told->lines >> i & 1) != 0) {
            lines[shown.lines.count++] = telling_line(telling, &scenario->lines.rows[scene->lines.first + i]);
        }
    }
    return shown;
}

static ToldScenes tell_scenes(const Telling *telling, Span told) {
    ToldScene *scenes = arena_push(telling->arena, ToldScene, told.count);
    for (int32_t i = 0; i < told.count; i++) {
        scenes[i] = telling_scene(telling, told.first + i);
    }
    return (ToldScenes){scenes, told.count};
}

ToldScenes telling_scenes(const Telling *telling, int32_t place) {
    return tell_scenes(telling, story_told_after(telling->story, place));
}

ToldLine telling_last_line(const Telling *telling, int32_t place) {
    ToldScenes scenes = telling_scenes(telling, place);
    ToldLine last = {0};
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            ToldLine line = scenes.rows[i].lines.rows[j];
            last = line.by != 0 || last.by == 0 ? line : last;
        }
    }
    return last;
}

static ToldGauge tell_gauge(const Telling *telling, GaugeId id, int32_t before, int32_t after) {
    const Gauge *gauge = &telling->session->scenario->gauges.rows[id];
    return (ToldGauge){.gauge = id,
                       .name = telling_gauge_name(telling, id),
                       .words = telling_gauge_words(telling, id, after),
                       .value = after,
                       .min = gauge->min,
                       .max = gauge->max,
                       .moved = (after > before) - (after < before),
                       .change = telling_gauge_change(telling, id, before, after),
                       .better = gauge->better};
}

static ToldGauges tell_gauges(const Telling *telling, SceneId scene, const Walk *before, const Walk *after) {
    const Scenario *scenario = telling->session->scenario;
    ToldGauges gauges = {0};
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        if (telling_shows_gauge(&scenario->gauges.rows[g], &scenario->scenes.rows[scene])) {
            gauges.rows[gauges.count++] = tell_gauge(telling, g, before->gauges[g], after->gauges[g]);
        }
    }
    return gauges;
}

ToldGauges telling_gauges(const Telling *telling, SceneId scene) {
    const Session *session = telling->session;
    const Walk *before = session->way.count > 0 ? &session->before.rows[session->way.count - 1] : &session->walk;
    return tell_gauges(telling, scene, before, &session->walk);
}

ToldGauges telling_gauges_moved(const Telling *telling, int32_t decision) {
    ToldGauges all = tell_gauges(telling, telling_event(telling, decision)->scene,
                                 &telling->session->before.rows[decision - 1], telling_walk_after(telling, decision));
    ToldGauges moved = {0};
    for (int32_t i = 0; i < all.count; i++) {
        if (all.rows[i].change.words.len > 0) {
            moved.rows[moved.count++] = all.rows[i];
        }
    }
    return moved;
}

static bool leads_alike(const Scenario *scenario, Span a, Span b) {
    bool alike = a.count == b.count;
    for (int32_t i = 0; i < a.count && alike; i++) {
        alike = scenario->routes.rows[a.first + i].to.id == scenario->routes.rows[b.first + i].to.id;
    }
    return alike;
}

static bool branches(const Scenario *scenario, const Ask *ask, OptionId taken) {
    if (ask->kind != ASK_CHOICE || taken == 0 || taken == OPTION_OWN_WORDS) {
        return false;
    }
    bool found = false;
    for (int32_t i = 0; i < ask->options.count && !found; i++) {
        found = !leads_alike(scenario, scenario->options.rows[taken].gives.next,
                             scenario->options.rows[ask->options.first + i].gives.next);
    }
    return found;
}

ToldWay telling_way(const Telling *telling) {
    int32_t way = telling->session->way.count;
    ToldStep *rows = arena_push(telling->arena, ToldStep, way);
    ToldWay shown = {rows, 0};
    for (int32_t i = 1; i <= way; i++) {
        const Event *event = telling_event(telling, i);
        const Ask *ask = telling_ask(telling, event);
        if (!ask->private_answer) {
            rows[shown.count++] =
                (ToldStep){.number = i,
                           .scene = event->scene,
                           .title = telling_scene_title(telling, event->scene),
                           .words = telling_answer(telling, ask, &event->answer),
                           .typed = answer_is_typed(ask, &event->answer),
                           .branches = branches(telling->session->scenario, ask, event->answer.option),
                           .jumped = session_jumps_after(telling->session, i - 1).count > 0};
        }
    }
    return shown;
}

typedef ROWS_OF(Heard) HeardTable;

static void hear(const Telling *telling, HeardTable *heard, Heard row) {
    *rows_append(telling->arena, heard) = row;
}

static void hear_scenes(const Telling *telling, HeardTable *heard, int32_t event) {
    ToldScenes scenes = tell_scenes(telling, story_told_by(telling->story, event));
    for (int32_t i = 0; i < scenes.count; i++) {
        const ToldScene *scene = &scenes.rows[i];
        if (scene->title.len > 0) {
            hear(telling, heard, (Heard){.kind = HEARD_TITLE, .line = {.text = scene->title}});
        }
        for (int32_t j = 0; j < scene->lines.count; j++) {
            hear(telling, heard, (Heard){.kind = HEARD_LINE, .line = scene->lines.rows[j]});
        }
    }
}

static void hear_stretch(const Telling *telling, HeardTable *heard, int32_t place) {
    const Session *session = telling->session;
    Span jumps = session_jumps_after(session, place);
    hear_scenes(telling, heard, place > 0 ? session->way.rows[place - 1] : 0);
    for (int32_t i = jumps.first; i < jumps.first + jumps.count; i++) {
        hear(telling, heard, (Heard){.kind = HEARD_LINE, .line = {.text = telling_jumped(telling)}});
        hear_scenes(telling, heard, session->jumps.rows[i]);
    }
}

// The whole of what was said or done, as it stood among the answers, where labels are for summaries.
static Str answer_heard(const Telling *telling, const Ask *ask, const Answer *answer) {
    bool whole = ask->kind == ASK_CHOICE && answer->option != OPTION_OWN_WORDS && answer->option != 0;
    Str text = whole ? telling_option(telling, ask, answer->option) : (Str){0};
    return text.len > 0 ? text : telling_answer(telling, ask, answer);
}

static void hear_answer(const Telling *telling, HeardTable *heard, int32_t decision) {
    const Event *event = telling_event(telling, decision);
    const Ask *ask = telling_ask(telling, event);
    if (ask->private_answer) {
        return;
    }
    hear(telling, heard,
         (Heard){.kind = HEARD_ANSWER,
                 .line = {.text = answer_heard(telling, ask, &event->answer)},
                 .typed = answer_is_typed(ask, &event->answer)});
    Response response = response_to(telling->arena, telling->session, event);
    for (int32_t i = 0; i < response.line_count; i++) {
        hear(telling, heard, (Heard){.kind = HEARD_LINE, .line = telling_line(telling, response.lines[i])});
    }
}

Transcript telling_transcript(const Telling *telling, int32_t place) {
    HeardTable heard = {0};
    hear_stretch(telling, &heard, 0);
    for (int32_t i = 1; i <= telling->session->way.count; i++) {
        hear_answer(telling, &heard, i);
        if (i <= place) {
            hear_stretch(telling, &heard, i);
        }
    }
    return (Transcript){heard.rows, heard.count};
}
