#include "editor/read_words.h"

#include "base/utf8.h"

// What follows the number of the scene: "ask/options/1/text".
static bool split_scene(const Scenario *scenario, Str at, SceneId *scene, Str *rest) {
    int32_t row = 0;
    *rest = str_slice(at, 1, at.len);
    bool in_scene = str_equal(str_cut(rest, '/'), S("scenes")) && str_to_int(str_cut(rest, '/'), &row) && row >= 0 &&
                    row < scenario->scene_rows.count;
    *scene = scenario->scene_rows.first + row;
    return in_scene;
}

static bool is_one_of(Str key, const Str *keys, int32_t count) {
    bool found = false;
    for (int32_t i = 0; i < count && !found; i++) {
        found = str_equal(key, keys[i]);
    }
    return found;
}

// An option is read when its decision is met, but for what it brings about.
static int64_t count_of_option(const Ask *ask, Str rest, const Simulation *walks, int64_t met) {
    static const Str UNREAD[] = {S_INIT("label"), S_INIT("past")};
    int32_t row = 0;
    Str number = str_cut(&rest, '/'), key = str_cut(&rest, '/');
    bool known = str_to_int(number, &row) && row >= 0 && row < ask->options.count;
    return !known || is_one_of(key, UNREAD, COUNT(UNREAD)) ? 0
           : str_equal(key, S("text"))                     ? met
                                                           : walks->option_hits[ask->options.first + row];
}

static int64_t count_of(const Scenario *scenario, Str at, const Simulation *walks) {
    SceneId scene = 0;
    Str rest;
    if (!split_scene(scenario, at, &scene, &rest)) {
        return 0;
    }
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scene].ask];
    int64_t met = walks->scene_hits[scene];
    Str part = str_cut(&rest, '/');
    if (!str_equal(part, S("ask"))) {
        return str_equal(part, S("trainer")) ? 0 : met;
    }
    Str inner = str_cut(&rest, '/');
    return str_equal(inner, S("options"))                                      ? count_of_option(ask, rest, walks, met)
           : str_equal(inner, S("own_words")) && !str_equal(rest, S("prompt")) ? walks->own_words_hits[ask->own_words]
                                                                               : met;
}

int64_t read_words_count(const Scenario *scenario, const Form *texts, const Simulation *walks) {
    int64_t words = 0;
    for (int32_t i = 0; i < texts->count; i++) {
        const FormRow *row = &texts->rows[i];
        words += count_of(scenario, row->at, walks) * utf8_count_words(row->text);
    }
    return walks->runs > 0 ? words / walks->runs : 0;
}
