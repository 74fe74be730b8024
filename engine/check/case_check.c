#include "check/case_check.h"

#include "base/utf8.h"
#include "check/check_parts.h"

// In this order, because no more than LIMIT_FINDINGS are kept: what stops a case first, what may flood it last.
// clang-format off
static CheckFunction *const CHECKS[] = {
    check_dead_ends,
    check_auto_loops,
    check_no_endings,
    check_unreachable_scenes,
    check_conditions,
    check_unused_facts,
    check_unused_characters,
    check_still_gauges,
    check_unmeasured_competencies,
    check_unweighed,
    check_missing_whys,
    check_one_way_choices,
    check_dominant_options,
    check_longest_is_best,
    check_position_bias,
    check_same_letter,
    check_past_review,
    check_personal,
    check_overflow,
    check_long_runs,
    check_hard_to_read,
    check_html,
    check_drawable,
    check_to_complete,
    check_blanks,
    check_typography,
};
// clang-format on

// The last scene that begins at or before `place`; 0 when there is none.
static SceneId find_scene_at(const Scenario *scenario, int32_t place) {
    SceneId low = 0;
    SceneId high = scenario->scenes.count - 1;
    while (low < high) {
        SceneId middle = low + (high - low + 1) / 2;
        if (scenario->scenes.rows[middle].place <= place) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

static bool hides_ways(const Finding *finding) {
    if (finding->code == FINDING_UNKNOWN_KEY) {
        return finding->variant == UNKNOWN_KEY_NEAR && str_equal(finding->arguments[1], S("next"));
    }
    return finding->code == FINDING_BAD_VALUE &&
           (finding->variant == BAD_VALUE_SCENE_SHAPE || finding->variant == BAD_VALUE_QUIZ_END);
}

static const bool *find_misread(Arena *arena, const Scenario *scenario, const Findings *findings) {
    bool *misread = arena_push(arena, bool, scenario->scenes.count);
    for (int32_t i = 0; i < findings->count; i++) {
        if (hides_ways(&findings->rows[i])) {
            misread[find_scene_at(scenario, findings->rows[i].place)] = true;
        }
    }
    return misread;
}

static const bool *find_broken(Arena *arena, const Scenario *scenario) {
    bool *broken = arena_push(arena, bool, scenario->scenes.count);
    for (int32_t i = 1; i < scenario->routes.count; i++) {
        const Route *route = &scenario->routes.rows[i];
        if (route->to.id == 0 && route->text.len == 0) {
            broken[find_scene_at(scenario, route->place)] = true;
        }
    }
    return broken;
}

Str check_option_name(Arena *arena, const Option *option) {
    enum { MOST_CHARS = 40 };
    if (option->label.len > 0) {
        return option->label;
    }
    ptrdiff_t end = utf8_offset(option->text, MOST_CHARS);
    if (end == option->text.len) {
        return option->text;
    }
    return str_format(arena, "%.*s…", S_ARG(str_trim(str_slice(option->text, 0, end))));
}

Str check_number(const Check *check, int32_t number) {
    return str_format(check->findings->arena, "%d", number);
}

static void look_at_scenes(Check *check) {
    scenario_list_edges(check->scratch, check->scenario, &check->edges);
    check->misread = find_misread(check->scratch, check->scenario, check->findings);
    check->broken = find_broken(check->scratch, check->scenario);
    check->signed_texts = arena_push(check->scratch, SignedTexts, 1);
    check->bytes = check_list_bytes(check->scratch, check->scenario);
    check_note_signs(check);
    for (int32_t i = 0; i < COUNT(CHECKS); i++) {
        ArenaMark before = arena_mark(check->scratch);
        CHECKS[i](check);
        arena_rewind(check->scratch, before);
    }
}

void case_check(const Scenario *scenario, Str bytes, int32_t today, Arena *scratch, Findings *findings) {
    ArenaMark mark = arena_mark(scratch);
    Check check = {.scenario = scenario, .today = today, .scratch = scratch, .findings = findings};
    bool has_scenes = scenario->scenes.count > 1; // else nothing could be read, and what stands in the way was told
    if (has_scenes) {
        look_at_scenes(&check);
        arena_rewind(scratch, mark);
    }
    check_detectors(&check);
    if (has_scenes) {
        check_explored(&check);
    }
    findings_locate(findings, scenario, scratch, bytes);
    arena_rewind(scratch, mark);
}
