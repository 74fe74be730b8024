// How the relation went: a curve for each gauge that was shown, where they turned, and what is said of them.
#include "told/debrief_inside.h"

enum { HUNDRED = 100 };

static const Walk *walk_at(const Making *making, int32_t point) {
    return point == 0 && making->session->way.count > 0 ? &making->session->before.rows[0]
                                                        : telling_walk_after(making->telling, point);
}

// Nothing is told of somebody who never was there.
static bool was_shown(const Making *making, const Gauge *gauge) {
    if (gauge->shown == SHOWN_NEVER) {
        return false;
    }
    bool met = gauge->of.id == 0;
    const Story *story = making->telling->story;
    for (int32_t i = 0; i < story->told.count && !met; i++) {
        const Scene *scene = &making->scenario->scenes.rows[story->told.rows[i].scene];
        met = scene->with.id == gauge->of.id && story_is_present(story, i);
    }
    return met;
}

// Tints and shapes take turns each by themselves, so that two curves with one mark have not one tint.
CurveLook debrief_curve_look(bool low, int32_t before) {
    static const struct {
        CurveShape shape;
        bool hollow;
    } HIGH[] = {{CURVE_ROUND, false},  {CURVE_ROUND, true}, {CURVE_DIAMOND, false},
                {CURVE_DIAMOND, true}, {CURVE_UP, false},   {CURVE_UP, true}},
      LOW[] = {{CURVE_SQUARE, false}, {CURVE_SQUARE, true}, {CURVE_DOWN, false}, {CURVE_DOWN, true}};
    static const Tint HIGH_TINTS[] = {TINT_TEAL, TINT_PLUM, TINT_OCHRE, TINT_SAND},
                      LOW_TINTS[] = {TINT_TERRACOTTA, TINT_OCHRE, TINT_PLUM, TINT_SAND, TINT_TEAL};
    int32_t marks = low ? COUNT(LOW) : COUNT(HIGH), at = before % marks;
    return (CurveLook){.tint = low ? LOW_TINTS[before % COUNT(LOW_TINTS)] : HIGH_TINTS[before % COUNT(HIGH_TINTS)],
                       .shape = low ? LOW[at].shape : HIGH[at].shape,
                       .hollow = low ? LOW[at].hollow : HIGH[at].hollow,
                       .again = before / marks};
}

static ToldCurve *collect_curves(const Making *making) {
    const Scenario *scenario = making->scenario;
    Arena *arena = making->telling->arena;
    ToldDebrief *debrief = making->debrief;
    ToldCurve *curves = arena_push(arena, ToldCurve, scenario->gauges.count);
    int32_t lows = 0, highs = 0;
    debrief->point_count = making->session->way.count + 1;
    debrief->curves.rows = curves;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        const Gauge *gauge = &scenario->gauges.rows[g];
        if (!was_shown(making, gauge)) {
            continue;
        }
        int32_t *values = arena_push(arena, int32_t, debrief->point_count);
        for (int32_t i = 0; i < debrief->point_count; i++) {
            values[i] = walk_at(making, i)->gauges[g];
        }
        bool low = gauge->better == BETTER_LOW;
        curves[debrief->curves.count++] = (ToldCurve){.gauge = g,
                                                      .name = telling_gauge_name(making->telling, g),
                                                      .min = gauge->min,
                                                      .max = gauge->max,
                                                      .better = gauge->better,
                                                      .values = values,
                                                      .look = debrief_curve_look(low, low ? lows++ : highs++)};
    }
    return curves;
}

static int32_t sum_changes(const ToldDebrief *debrief, int32_t point) {
    int32_t sum = 0;
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        const ToldCurve *curve = &debrief->curves.rows[i];
        int32_t change = (int32_t)((int64_t)(curve->values[point] - curve->values[point - 1]) * HUNDRED /
                                   ((int64_t)curve->max - curve->min));
        sum += curve->better == BETTER_HIGH ? change : curve->better == BETTER_LOW ? -change : 0;
    }
    return sum;
}

static Str turning_words(const Making *making, bool for_better) {
    const Event *event = telling_event(making->telling, making->debrief->turning);
    const Option *option = &making->scenario->options.rows[event->answer.option > 0 ? event->answer.option : 0];
    Str label = option->label.len > 0 ? option->label : telling_scene_title(making->telling, event->scene);
    return label.len > 0 ? TELLING_FORMAT(making->telling, TR("Turning point: {0}"), label)
           : for_better  ? telling_words(making->telling, TR("Turning point, for the better"))
                         : telling_words(making->telling, TR("Turning point, for the worse"));
}

static void find_turning(const Making *making) {
    ToldDebrief *debrief = making->debrief;
    int32_t most = 0;
    bool for_better = false;
    for (int32_t i = 1; i < debrief->point_count; i++) {
        int32_t sum = sum_changes(debrief, i);
        int32_t size = sum < 0 ? -sum : sum;
        if (size > most) {
            most = size;
            debrief->turning = i;
            for_better = sum > 0;
        }
    }
    if (debrief->turning > 0) {
        debrief->turning_words = turning_words(making, for_better);
    }
}

// Marks the first two of a person's curves, or of all, that have what is better on these sides; false: there are fewer.
static bool lead(const Making *making, ToldCurve *curves, CharacterId of, const Better *sides) {
    int32_t found[2] = {-1, -1};
    for (int32_t i = 0; i < making->debrief->curves.count; i++) {
        bool counts = of == 0 || making->scenario->gauges.rows[curves[i].gauge].of.id == of;
        for (int32_t side = 0; side < 2 && counts; side++) {
            bool fits = sides == NULL || curves[i].better == sides[side];
            if (fits && found[side] < 0 && found[1 - side] != i) {
                found[side] = i;
                break;
            }
        }
    }
    bool both = found[0] >= 0 && found[1] >= 0;
    for (int32_t side = 0; side < 2 && both; side++) {
        curves[found[side]].leads = true;
    }
    return both;
}

static void choose_leading(const Making *making, ToldCurve *curves) {
    static const Better SIDES[] = {BETTER_HIGH, BETTER_LOW};
    const ToldDebrief *debrief = making->debrief;
    CharacterId with = 0;
    if (debrief->turning > 0) {
        with = making->scenario->scenes.rows[telling_event(making->telling, debrief->turning)->scene].with.id;
    }
    if (!lead(making, curves, with, SIDES) && !lead(making, curves, 0, SIDES) && !lead(making, curves, 0, NULL) &&
        debrief->curves.count > 0) {
        curves[0].leads = true;
    }
}

// Where a gauge began, turned and ended, for who does not see the picture.
static Str curve_words(const Making *making, const ToldCurve *curve) {
    const Telling *telling = making->telling;
    const ToldDebrief *debrief = making->debrief;
    Str first = telling_gauge_words(telling, curve->gauge, curve->values[0]);
    Str last = telling_gauge_words(telling, curve->gauge, curve->values[debrief->point_count - 1]);
    if (debrief->turning == 0) {
        return TELLING_FORMAT(telling, TR("{0}: {1} on arrival, {2} at departure."), curve->name, first, last);
    }
    int32_t before = curve->values[debrief->turning - 1], after = curve->values[debrief->turning];
    Str source = after > before   ? TR("{0}: {1} on arrival, rises at decision {2}, {3} at departure.")
                 : after < before ? TR("{0}: {1} on arrival, falls at decision {2}, {3} at departure.")
                                  : TR("{0}: {1} on arrival, unchanged at decision {2}, {3} at departure.");
    return TELLING_FORMAT(telling, source, curve->name, first, telling_number(telling, debrief->turning), last);
}

void debrief_tell_curves(Making *making) {
    RowTable rows = {0};
    ToldCurve *curves = collect_curves(making);
    find_turning(making);
    choose_leading(making, curves);
    for (int32_t i = 0; i < making->debrief->curves.count; i++) {
        debrief_add_row(making, &rows, (ToldRow){.text = curve_words(making, &making->debrief->curves.rows[i])});
    }
    if (rows.count > 0 && making->debrief->turning > 0) {
        debrief_add_row(
            making, &rows,
            (ToldRow){.text = str_format(making->telling->arena, "%.*s.", S_ARG(making->debrief->turning_words))});
    }
    debrief_add_section(
        making,
        (ToldSection){.part = DEBRIEF_CURVES,
                      .heading = telling_words(making->telling, TR("The relationship, from arrival to departure"))},
        &rows);
}
