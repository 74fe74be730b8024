#include "analysis/versions.h"

#include "analysis/analysis_inside.h"
#include "base/error.h"
#include "base/json.h"
#include "scenario/scenario_write.h"

// Which part of a decision a key belongs to, by the object that it stands in: "" the scene, an element of a list by the
// list's key. Every other key is of the rest.
static const struct {
    Str within, key;
    VersionsPart part;
} KEYS[] = {
    {S_INIT(""), S_INIT("lines"), VERSIONS_TOLD},
    {S_INIT("ask"), S_INIT("prompt"), VERSIONS_TOLD},
    {S_INIT("ask"), S_INIT("kind"), VERSIONS_ANSWERS},
    {S_INIT("ask"), S_INIT("min"), VERSIONS_ANSWERS},
    {S_INIT("ask"), S_INIT("max"), VERSIONS_ANSWERS},
    {S_INIT("ask"), S_INIT("scale"), VERSIONS_ANSWERS},
    {S_INIT("options"), S_INIT("id"), VERSIONS_ANSWERS},
    {S_INIT("options"), S_INIT("text"), VERSIONS_ANSWERS},
    {S_INIT("options"), S_INIT("if"), VERSIONS_ANSWERS},
    {S_INIT("items"), S_INIT("id"), VERSIONS_ANSWERS},
    {S_INIT("items"), S_INIT("text"), VERSIONS_ANSWERS},
    {S_INIT("bins"), S_INIT("id"), VERSIONS_ANSWERS},
    {S_INIT("bins"), S_INIT("text"), VERSIONS_ANSWERS},
    {S_INIT("own_words"), S_INIT("prompt"), VERSIONS_ANSWERS},
    // Neither the room nor an answer meets these.
    {S_INIT(""), S_INIT("id"), VERSIONS_PART_COUNT},
    {S_INIT(""), S_INIT("title"), VERSIONS_PART_COUNT},
    {S_INIT(""), S_INIT("at"), VERSIONS_PART_COUNT},
    {S_INIT(""), S_INIT("trainer"), VERSIONS_PART_COUNT},
    {S_INIT(""), S_INIT("sources"), VERSIONS_PART_COUNT},
};

static VersionsPart part_of(Str within, Str key) {
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(KEYS[i].within, within) && str_equal(KEYS[i].key, key)) {
            return KEYS[i].part;
        }
    }
    return VERSIONS_REST;
}

// What a decision says, each part of it apart.
typedef struct {
    JsonDoc doc;
    StrBuilder parts[VERSIONS_PART_COUNT];
} Said;

static void add_member(Said *said, Str within, const JsonValue *member) {
    VersionsPart part = part_of(within, json_key(member));
    if (part != VERSIONS_PART_COUNT) {
        str_add(&said->parts[part], json_key(member));
        str_add(&said->parts[part], json_raw(&said->doc, member));
        str_add_char(&said->parts[part], '\n');
    }
}

static void add_members(Said *said, Str within, const JsonValue *object) {
    for (const JsonValue *member = json_first(object); member; member = json_next(member)) {
        add_member(said, within, member);
    }
}

static void add_ask(Said *said, const JsonValue *ask) {
    for (const JsonValue *member = json_first(ask); member; member = json_next(member)) {
        Str key = json_key(member);
        bool list = str_equal(key, S("options")) || str_equal(key, S("items")) || str_equal(key, S("bins"));
        if (str_equal(key, S("own_words"))) {
            str_add(&said->parts[VERSIONS_ANSWERS], key);
            add_members(said, key, member);
            continue;
        }
        if (!list) {
            add_member(said, S("ask"), member);
            continue;
        }
        for (const JsonValue *element = json_first(member); element; element = json_next(element)) {
            add_members(said, key, element);
        }
    }
}

static Said say(Arena *scratch, const Scenario *scenario, SceneId scene) {
    Said said = {0};
    for (int32_t part = 0; part < VERSIONS_PART_COUNT; part++) {
        said.parts[part].arena = scratch;
    }
    Arena thinking = {0};
    Str text = scenario_write_scene(scratch, &thinking, scenario, scene);
    arena_finish(&thinking);
    bool read = json_parse(scratch, text, &said.doc, NULL, NULL);
    ASSERT(read); // it was just written
    for (const JsonValue *member = json_first(said.doc.root); member; member = json_next(member)) {
        if (str_equal(json_key(member), S("ask"))) {
            add_ask(&said, member);
        } else {
            add_member(&said, (Str){0}, member);
        }
    }
    json_finish(&said.doc);
    return said;
}

static uint32_t find_changes(Arena *scratch, const VersionsOf *of, const SceneId *scenes) {
    ArenaMark mark = arena_mark(scratch);
    Said said[VERSIONS_SIDES];
    uint32_t changed = 0;
    for (int32_t side = 0; side < VERSIONS_SIDES; side++) {
        said[side] = say(scratch, of->scenarios[side], scenes[side]);
    }
    for (int32_t part = 0; part < VERSIONS_PART_COUNT; part++) {
        bool same = str_equal(str_built(&said[0].parts[part]), str_built(&said[1].parts[part]));
        changed |= same ? 0 : UINT32_C(1) << part;
    }
    arena_rewind(scratch, mark);
    return changed;
}

// The decision of the other text that has this one's id; 0: none.
static SceneId find_twin(const Scenario *scenario, SceneId scene, const Scenario *other) {
    SceneId twin = scenario_find_scene(other, scenario_name(scenario, scenario->scenes.rows[scene].id));
    return other->scenes.rows[twin].ask != 0 ? twin : 0;
}

Versions versions_compare(Arena *arena, Arena *scratch, const VersionsOf *of) {
    Versions versions = {.of = *of};
    const Scenario *first = of->scenarios[0], *second = of->scenarios[1];
    for (SceneId scene = 1; scene < second->scenes.count; scene++) {
        if (second->scenes.rows[scene].ask != 0) {
            VersionsDecision *decision = rows_append(arena, &versions);
            *decision = (VersionsDecision){.scenes = {find_twin(second, scene, first), scene}};
            decision->changed = decision->scenes[0] != 0 ? find_changes(scratch, of, decision->scenes) : 0;
        }
    }
    for (SceneId scene = 1; scene < first->scenes.count; scene++) {
        if (first->scenes.rows[scene].ask != 0 && find_twin(first, scene, second) == 0) {
            *rows_append(arena, &versions) = (VersionsDecision){.scenes = {scene, 0}};
        }
    }
    return versions;
}

bool versions_is_in_both(const VersionsDecision *decision) {
    return decision->scenes[0] != 0 && decision->scenes[1] != 0;
}

VersionsCount versions_count(const Versions *versions) {
    VersionsCount count = {0};
    for (int32_t i = 0; i < versions->count; i++) {
        bool both = versions_is_in_both(&versions->rows[i]);
        count.alone += !both;
        count.same += both && versions->rows[i].changed == 0;
        count.changed += both && versions->rows[i].changed != 0;
    }
    return count;
}

// What both sides count hands on; NULL: nothing is asked there, or something that takes no hands.
typedef struct {
    const Scenario *scenarios[VERSIONS_SIDES];
    const Ask *asks[VERSIONS_SIDES];
    VersionsAnswers answers;
} Matching;

static int32_t count_rows(const Ask *ask) {
    return ask == NULL ? 0 : ask->items.count > 0 ? ask->items.count : 1;
}

static int32_t count_places(const Matching *matching, int32_t side, int32_t row) {
    return row == VERSIONS_NONE ? 0 : analysis_count_places(matching->scenarios[side], matching->asks[side]);
}

static Str place_id(const Matching *matching, int32_t side, int32_t place) {
    const Scenario *scenario = matching->scenarios[side];
    const Ask *ask = matching->asks[side];
    return ask->kind == ASK_CLASSIFY ? scenario_name(scenario, scenario->bins.rows[ask->bins.first + place].id)
                                     : scenario_name(scenario, scenario->options.rows[ask->options.first + place].id);
}

static Str place_text(const Matching *matching, int32_t side, int32_t place) {
    const Scenario *scenario = matching->scenarios[side];
    const Ask *ask = matching->asks[side];
    if (ask->kind == ASK_RATE) {
        return scenario->texts.rows[scenario->scales.rows[ask->scale].labels.first + place];
    }
    return ask->kind == ASK_CLASSIFY     ? scenario->bins.rows[ask->bins.first + place].text
           : place == ask->options.count ? (Str){0} // own words
                                         : scenario->options.rows[ask->options.first + place].text;
}

// A level is known by its number alone; own words come behind all options.
static bool is_same_place(const Matching *matching, int32_t a, int32_t b) {
    const Ask *one = matching->asks[0], *other = matching->asks[1];
    if (one->kind == ASK_RATE) {
        return a == b;
    }
    bool own_a = one->items.count == 0 && a == one->options.count;
    bool own_b = other->items.count == 0 && b == other->options.count;
    return own_a == own_b && (own_a || str_equal(place_id(matching, 0, a), place_id(matching, 1, b)));
}

static int32_t find_place(const Matching *matching, int32_t row, int32_t place) {
    for (int32_t i = 0; i < count_places(matching, 1, row); i++) {
        if (is_same_place(matching, place, i)) {
            return i;
        }
    }
    return VERSIONS_NONE;
}

static void add(Arena *arena, Matching *matching, const int32_t *rows, int32_t first, int32_t second) {
    bool both = first != VERSIONS_NONE && second != VERSIONS_NONE && first != DISCLOSED_ABSTAINED;
    *rows_append(arena, &matching->answers) = (VersionsAnswer){
        .row = {first == VERSIONS_NONE ? VERSIONS_NONE : rows[0], second == VERSIONS_NONE ? VERSIONS_NONE : rows[1]},
        .place = {first, second},
        .reworded = both && !str_equal(place_text(matching, 0, first), place_text(matching, 1, second))};
}

static void match_row(Arena *arena, Matching *matching, int32_t first, int32_t second) {
    const int32_t ROWS[VERSIONS_SIDES] = {first, second};
    uint32_t met = 0;
    for (int32_t i = 0; i < count_places(matching, 0, first); i++) {
        int32_t twin = find_place(matching, second, i);
        met |= twin != VERSIONS_NONE ? UINT32_C(1) << twin : 0;
        add(arena, matching, ROWS, i, twin);
    }
    for (int32_t i = 0; i < count_places(matching, 1, second); i++) {
        if ((met >> i & 1) == 0) {
            add(arena, matching, ROWS, VERSIONS_NONE, i);
        }
    }
    add(arena, matching, ROWS, first == VERSIONS_NONE ? VERSIONS_NONE : DISCLOSED_ABSTAINED,
        second == VERSIONS_NONE ? VERSIONS_NONE : DISCLOSED_ABSTAINED);
}

static int32_t find_row(const Matching *matching, int32_t side, int32_t row) {
    const Scenario *scenario = matching->scenarios[side], *other = matching->scenarios[1 - side];
    const Ask *ask = matching->asks[side], *there = matching->asks[1 - side];
    if (there == NULL) {
        return VERSIONS_NONE;
    }
    if (ask->items.count == 0) {
        return 0;
    }
    Str id = scenario_name(scenario, scenario->items.rows[ask->items.first + row].id);
    int32_t item = scenario_find_item(other, there, id);
    return item == 0 ? VERSIONS_NONE : item - there->items.first;
}

static VersionsAnswers match(Arena *arena, Matching *matching) {
    for (int32_t row = 0; row < count_rows(matching->asks[0]); row++) {
        match_row(arena, matching, row, find_row(matching, 0, row));
    }
    for (int32_t row = 0; row < count_rows(matching->asks[1]); row++) {
        if (find_row(matching, 1, row) == VERSIONS_NONE) {
            match_row(arena, matching, VERSIONS_NONE, row);
        }
    }
    return matching->answers;
}

// Decisions of two kinds have no answer in common: those of the one come first, then those of the other.
VersionsAnswers versions_answers(Arena *arena, const Versions *versions, const VersionsDecision *decision) {
    const Ask *asks[VERSIONS_SIDES] = {0};
    for (int32_t side = 0; side < VERSIONS_SIDES; side++) {
        const Ask *ask =
            decision->scenes[side] != 0 ? analysis_ask(versions->of.scenarios[side], decision->scenes[side]) : NULL;
        asks[side] = ask && group_votes_on(ask) ? ask : NULL;
    }
    Matching matching = {.scenarios = {versions->of.scenarios[0], versions->of.scenarios[1]}};
    bool alike = asks[0] && asks[1] && asks[0]->kind == asks[1]->kind;
    for (int32_t side = 0; side < VERSIONS_SIDES; side++) {
        matching.asks[0] = alike || side == 0 ? asks[0] : NULL;
        matching.asks[1] = alike || side == 1 ? asks[1] : NULL;
        if (side == 0 || !alike) {
            (void)match(arena, &matching);
        }
    }
    return matching.answers;
}
