#include "random_case.h"

#include "base/random.h"
#include "scenario/ask.h"

enum { MOST_SCENES = 8, GAUGE_MOST = 4, COMPETENCIES = 2, DETECTORS = 3 };

// A scene before it is written, so that conditions elsewhere can speak of it.
typedef struct {
    AskKind kind; // ASK_NONE: goes on by itself
    int32_t options, items, bins, detectors;
    bool own_words, keyed, panel, hidden; // hidden: a private answer
} Plan;

typedef struct {
    StrBuilder out;
    Random random;
    bool quiz;
    int32_t scenes, endings, gauges, facts, latches;
    int32_t back; // percent of the ways that may lead back
    Plan plans[MOST_SCENES];
} Maker;

static int32_t draw(Maker *maker, int32_t limit) {
    return random_below(&maker->random, limit);
}

static bool chance(Maker *maker, int32_t percent) {
    return draw(maker, 100) < percent;
}

#define ADD(...) str_addf(&maker->out, __VA_ARGS__)

static void plan_scene(Maker *maker, Plan *plan) {
    static const AskKind KINDS[] = {ASK_NONE,     ASK_NONE, ASK_CHOICE, ASK_CHOICE,   ASK_CHOICE,
                                    ASK_MULTIPLE, ASK_RANK, ASK_RATE,   ASK_CLASSIFY, ASK_WRITE};
    plan->kind = KINDS[draw(maker, COUNT(KINDS))];
    plan->options = 2 + draw(maker, 2);
    plan->items = plan->kind == ASK_RANK ? 3 : plan->kind == ASK_RATE ? 1 + draw(maker, 2) : 2 + draw(maker, 2);
    plan->bins = 2 + draw(maker, 2);
    plan->own_words = plan->kind == ASK_CHOICE && chance(maker, 25);
    plan->detectors = plan->own_words || plan->kind == ASK_WRITE ? draw(maker, DETECTORS) : 0;
    plan->panel = plan->kind == ASK_RATE && chance(maker, 40);
    plan->keyed = chance(maker, 80);
    plan->hidden = chance(maker, 5);
}

// One draw a statement: in what order arguments are worked out is the compiler's choice.
static void add_comparison(Maker *maker, int32_t least, int32_t most) {
    static const char *const SIGNS[] = {"<", "<=", "=", "!=", ">=", ">"};
    ADD(" %s ", SIGNS[draw(maker, 6)]);
    ADD("%d", least + draw(maker, most - least + 1));
}

static void add_watch(Maker *maker) {
    int32_t scene = draw(maker, maker->scenes);
    const Plan *plan = &maker->plans[scene];
    if (plan->kind == ASK_CHOICE && !plan->hidden && chance(maker, 50)) {
        bool own = plan->own_words && chance(maker, 30);
        own ? ADD("chose(s%d, own-words)", scene) : ADD("chose(s%d, o%d)", scene, draw(maker, plan->options));
    } else if (plan->kind == ASK_MULTIPLE && !plan->hidden && chance(maker, 50)) {
        ADD("chose(s%d, o%d)", scene, draw(maker, plan->options));
    } else if (plan->detectors > 0 && !plan->hidden && chance(maker, 60)) {
        ADD("found(s%d, d%d)", scene, draw(maker, plan->detectors));
    } else if (chance(maker, 40)) {
        ADD("seen(s%d)", scene);
    } else {
        ADD("visits(s%d)", scene);
        add_comparison(maker, 0, RANDOM_CASE_VISITS);
    }
}

static void add_state(Maker *maker) {
    int32_t what = draw(maker, 5);
    if (what <= 1 && maker->gauges > 0) {
        ADD("g%d", draw(maker, maker->gauges));
        add_comparison(maker, 0, GAUGE_MOST);
    } else if (what == 2) {
        ADD("f%d", draw(maker, maker->facts));
    } else if (what == 3 && maker->latches > 0) {
        ADD("l%d", draw(maker, maker->latches));
    } else if (what == 4 && chance(maker, 30)) {
        ADD("score(c%d)", draw(maker, COMPETENCIES));
        add_comparison(maker, -2, 2);
    } else {
        add_watch(maker);
    }
}

// A call of rules that fits the decision.
static void add_call(Maker *maker, const Plan *plan) {
    bool typed = plan->kind == ASK_WRITE || plan->kind == ASK_CHOICE;
    if (plan->kind == ASK_RANK && chance(maker, 50)) {
        ADD("place(i%d) < ", draw(maker, plan->items));
        ADD("place(i%d)", draw(maker, plan->items));
    } else if (plan->kind == ASK_RATE && chance(maker, 50)) {
        ADD("level(i%d)", draw(maker, plan->items));
        add_comparison(maker, 0, 2);
    } else if (plan->kind == ASK_CLASSIFY && chance(maker, 50)) {
        ADD("in(i%d, ", draw(maker, plan->items));
        ADD("b%d)", draw(maker, plan->bins));
    } else if (!typed && plan->kind != ASK_MULTIPLE && chance(maker, 40)) {
        ADD("share()");
        add_comparison(maker, 0, 100);
    } else if (plan->detectors > 0 && chance(maker, 50)) {
        ADD("found(d%d)", draw(maker, plan->detectors));
    } else if (typed && chance(maker, 40)) {
        ADD("confirmed()");
    } else {
        ADD("mark(c%d)", draw(maker, COMPETENCIES));
        add_comparison(maker, -2, 2);
    }
}

// The condition is of an answer when `answered` is not NULL.
static void add_condition(Maker *maker, const Plan *answered) {
    ADD("\"");
    for (int32_t i = draw(maker, 3); i >= 0; i--) {
        ADD(chance(maker, 25) ? "not " : "");
        if (answered && chance(maker, 50)) {
            add_call(maker, answered);
        } else {
            add_state(maker);
        }
        ADD(i == 0 ? "" : chance(maker, 50) ? " and " : " or ");
    }
    ADD("\"");
}

static void add_if(Maker *maker, int32_t percent) {
    if (chance(maker, percent)) {
        ADD(", \"if\": ");
        add_condition(maker, NULL);
    }
}

static void add_target(Maker *maker, int32_t scene) {
    bool ends = chance(maker, 12);
    bool back = chance(maker, maker->back);
    int32_t ahead = scene + 1 + draw(maker, 2);
    int32_t to = back ? draw(maker, maker->scenes) : ahead;
    if (ends || to >= maker->scenes) {
        ADD("\"e%d\"", draw(maker, maker->endings));
    } else {
        ADD("\"s%d\"", to);
    }
}

static void add_next(Maker *maker, int32_t scene, const Plan *answered) {
    ADD("\"next\": ");
    if (chance(maker, 65)) {
        add_target(maker, scene);
        return;
    }
    ADD("[");
    for (int32_t i = draw(maker, 2); i >= 0; i--) {
        ADD("{\"if\": ");
        add_condition(maker, answered);
        ADD(", \"to\": ");
        add_target(maker, scene);
        ADD("}, ");
    }
    ADD("{\"to\": ");
    add_target(maker, scene);
    ADD("}]");
}

static void add_scores(Maker *maker) {
    static const int32_t MARKS[] = {-2, -1, 1, 2};
    int32_t only = draw(maker, COMPETENCIES + 1);
    ADD("\"scores\": {");
    for (int32_t i = 0; i < COMPETENCIES; i++) {
        if (i == only || only == COMPETENCIES) {
            ADD("%s\"c%d\": %d", i > 0 && only == COMPETENCIES ? ", " : "", i, MARKS[draw(maker, 4)]);
        }
    }
    ADD("}");
}

static void add_effects(Maker *maker) {
    if (maker->gauges > 0) {
        ADD(", \"effects\": {\"g%d\": ", draw(maker, maker->gauges));
        ADD("%d}", draw(maker, 7) - 3);
    }
}

static void add_moves(Maker *maker) {
    if (chance(maker, 60)) {
        ADD(", ");
        add_scores(maker);
    }
    if (chance(maker, 50)) {
        add_effects(maker);
    }
    if (chance(maker, 30)) {
        ADD(", \"set\": [\"f%d\"]", draw(maker, maker->facts));
    }
    if (chance(maker, 15)) {
        ADD(", \"unset\": [\"f%d\"]", draw(maker, maker->facts));
    }
}

static void add_rules(Maker *maker, const Plan *plan) {
    ADD(", \"rules\": [");
    int32_t count = draw(maker, 3);
    for (int32_t i = 0; i < count; i++) {
        ADD("%s{\"if\": ", i > 0 ? ", " : "");
        add_condition(maker, plan);
        add_moves(maker);
        ADD("}");
    }
    ADD("]");
}

// In a quiz an answer may be without a way of its own.
static bool lacks_way(Maker *maker) {
    return maker->quiz && chance(maker, 40);
}

static void add_options(Maker *maker, int32_t scene, const Plan *plan) {
    ADD(", \"options\": [");
    for (int32_t i = 0; i < plan->options; i++) {
        ADD("%s{\"id\": \"o%d\", \"text\": \"T\"", i > 0 ? ", " : "", i);
        add_if(maker, plan->hidden ? 0 : 30);
        if (!plan->hidden) {
            add_moves(maker);
        }
        if (plan->kind == ASK_CHOICE && !plan->hidden && chance(maker, 60)) {
            ADD(", ");
            add_next(maker, scene, plan);
        }
        ADD("}");
    }
    ADD("]");
}

static void add_detectors(Maker *maker, const Plan *plan) {
    ADD("\"detectors\": [");
    for (int32_t i = 0; i < plan->detectors; i++) {
        ADD("%s{\"id\": \"d%d\"", i > 0 ? ", " : "", i);
        if (!plan->hidden && chance(maker, 80)) {
            ADD(", ");
            add_scores(maker);
        }
        ADD("}");
    }
    ADD("]");
}

static void add_own_words(Maker *maker, int32_t scene, const Plan *plan) {
    ADD(", \"own_words\": {");
    add_detectors(maker, plan);
    if (!plan->hidden) {
        add_rules(maker, plan);
        if (chance(maker, 50)) {
            ADD(", ");
            add_next(maker, scene, plan);
        }
    }
    ADD("}");
}

static void add_items(Maker *maker, const Plan *plan) {
    ADD(", \"items\": [");
    for (int32_t i = 0; i < plan->items; i++) {
        ADD("%s{\"id\": \"i%d\", \"text\": \"T\"", i > 0 ? ", " : "", i);
        bool keyed = plan->keyed && (i == 0 || chance(maker, 70));
        if (plan->kind == ASK_RATE && keyed && !plan->panel) {
            ADD(", \"key\": %d", draw(maker, 3));
        } else if (plan->kind == ASK_CLASSIFY && keyed) {
            ADD(", \"bin\": \"b%d\"", draw(maker, plan->bins));
        }
        ADD("}");
    }
    ADD("]");
}

static void add_rank_key(Maker *maker, const Plan *plan) {
    if (plan->keyed) {
        ADD(", \"key\": %s", chance(maker, 50) ? "[\"i2\", \"i0\", \"i1\"]" : "[\"i1\", [\"i0\", \"i2\"]]");
    }
}

static void add_panel(Maker *maker, const Plan *plan) {
    enum { COLLEAGUES = 9 };
    ADD(", \"panel\": {\"n\": %d, \"answers\": {", COLLEAGUES);
    for (int32_t i = 0; i < plan->items; i++) {
        int32_t first = draw(maker, COLLEAGUES + 1);
        int32_t second = draw(maker, COLLEAGUES + 1 - first);
        ADD("%s\"i%d\": {\"0\": %d, \"1\": %d, \"2\": %d}", i > 0 ? ", " : "", i, first, second,
            COLLEAGUES - first - second);
    }
    ADD("}}");
}

static void add_bins(Maker *maker, const Plan *plan) {
    ADD(", \"bins\": [");
    for (int32_t i = 0; i < plan->bins; i++) {
        ADD("%s{\"id\": \"b%d\", \"text\": \"T\"", i > 0 ? ", " : "", i);
        if (!plan->hidden && chance(maker, 40)) {
            add_effects(maker);
        }
        ADD("}");
    }
    ADD("]");
    if (chance(maker, 50)) {
        ADD(", \"near\": [[\"b0\", \"b1\"]]");
    }
}

static void add_bands(Maker *maker, int32_t scene, const Plan *plan) {
    bool shared = plan->kind == ASK_RATE ? plan->panel || plan->keyed : plan->keyed;
    if (!shared || plan->hidden || plan->items == 0 || chance(maker, 20)) {
        return;
    }
    ADD(", \"bands\": [");
    for (int32_t from = 50 * draw(maker, 3); from >= 0; from -= 50) {
        ADD("{\"from\": %d", from);
        add_moves(maker);
        if (chance(maker, 40)) {
            ADD(", ");
            add_next(maker, scene, plan);
        }
        ADD(from > 0 ? "}, " : "}");
    }
    ADD("]");
}

static void add_parts(Maker *maker, int32_t scene, const Plan *plan) {
    bool items = plan->kind == ASK_RANK || plan->kind == ASK_RATE || plan->kind == ASK_CLASSIFY;
    if (plan->kind == ASK_CHOICE || plan->kind == ASK_MULTIPLE) {
        add_options(maker, scene, plan);
    }
    if (plan->own_words) {
        add_own_words(maker, scene, plan);
    }
    if (plan->kind == ASK_MULTIPLE && chance(maker, 50)) {
        ADD(", \"min\": %d, \"max\": 2", draw(maker, 3));
    }
    if (items) {
        add_items(maker, plan);
        add_bands(maker, scene, plan);
    }
    if (plan->kind == ASK_RANK) {
        add_rank_key(maker, plan);
    }
    if (plan->kind == ASK_RATE) {
        ADD(", \"scale\": {\"labels\": [\"A\", \"B\", \"C\"]}");
    }
    if (plan->kind == ASK_RATE && plan->panel) {
        add_panel(maker, plan);
    }
    if (plan->kind == ASK_CLASSIFY) {
        add_bins(maker, plan);
    }
    if (plan->kind == ASK_WRITE) {
        ADD(", ");
        add_detectors(maker, plan);
    }
}

static void add_ask(Maker *maker, int32_t scene, const Plan *plan) {
    static const char *const KINDS[] = {"", "choice", "multiple", "rank", "rate", "classify", "write"};
    ADD(", \"ask\": {\"kind\": \"%s\"", KINDS[plan->kind]);
    if (!lacks_way(maker)) {
        ADD(", ");
        add_next(maker, scene, plan->hidden ? NULL : plan);
    }
    if (plan->hidden) {
        ADD(", \"private\": true");
    } else {
        add_rules(maker, plan);
    }
    add_parts(maker, scene, plan);
    ADD("}");
}

static void add_scene(Maker *maker, int32_t scene) {
    const Plan *plan = &maker->plans[scene];
    ADD("{\"id\": \"s%d\"", scene);
    if (chance(maker, 50)) {
        ADD(", \"with\": \"%s\"", chance(maker, 50) ? "p" : "q");
    }
    if (plan->kind != ASK_NONE) {
        add_ask(maker, scene, plan);
    } else if (!lacks_way(maker)) {
        ADD(", ");
        add_next(maker, scene, NULL);
    }
    ADD("},\n");
}

static void add_gauge(Maker *maker, int32_t gauge) {
    ADD("%s{\"id\": \"g%d\", \"name\": \"G\", \"min\": 0, \"max\": %d, \"start\": %d", gauge > 0 ? ", " : "", gauge,
        GAUGE_MOST, draw(maker, GAUGE_MOST + 1));
    if (chance(maker, 30)) {
        ADD(", \"of\": \"%s\"", chance(maker, 50) ? "p" : "q");
    }
    if (chance(maker, 40)) {
        ADD(", \"rise_cap\": %d", 1 + draw(maker, 2));
    }
    if (chance(maker, 40)) {
        ADD(", \"drift\": %d", draw(maker, 4) - 2);
    }
    if (chance(maker, 40)) {
        ADD(", \"drift_floor\": %d", draw(maker, GAUGE_MOST + 1));
    }
    if (chance(maker, 40)) {
        ADD(", \"halve_when\": ");
        add_condition(maker, NULL);
    }
    ADD("}");
}

static void add_facts(Maker *maker) {
    ADD("\"facts\": [");
    for (int32_t i = 0; i < maker->facts; i++) {
        ADD("{\"id\": \"f%d\"}, ", i);
    }
    for (int32_t i = 0; i < maker->latches; i++) {
        ADD("{\"id\": \"l%d\", \"on\": ", i);
        add_condition(maker, NULL);
        ADD(", \"off\": ");
        add_condition(maker, NULL);
        ADD("}, ");
    }
    ADD("{\"id\": \"spare\"}],\n");
}

static void add_declarations(Maker *maker) {
    ADD("\"competencies\": [");
    for (int32_t i = 0; i < COMPETENCIES; i++) {
        ADD("%s{\"id\": \"c%d\", \"name\": \"C\"}", i > 0 ? ", " : "", i);
    }
    ADD("],\n\"gauges\": [");
    for (int32_t i = 0; i < maker->gauges; i++) {
        add_gauge(maker, i);
    }
    ADD("],\n");
    add_facts(maker);
    ADD("\"characters\": [{\"id\": \"p\", \"name\": \"P\"}, {\"id\": \"q\", \"name\": \"Q\"}],\n\"detectors\": [");
    for (int32_t i = 0; i < DETECTORS; i++) {
        ADD("%s{\"id\": \"d%d\", \"name\": \"D\", \"match\": [\"x%d\"]}", i > 0 ? ", " : "", i, i);
    }
    ADD("],\n");
}

Str random_case(Arena *arena, uint64_t seed) {
    Maker made = {.out = {.arena = arena}, .random = random_from_seed(seed)};
    Maker *maker = &made;
    maker->quiz = chance(maker, 20);
    maker->scenes = 3 + draw(maker, MOST_SCENES - 2);
    maker->endings = 1 + draw(maker, 3);
    maker->gauges = 1 + draw(maker, 3);
    maker->facts = 1 + draw(maker, 3);
    maker->latches = draw(maker, 3);
    maker->back = chance(maker, 40) ? 0 : 30;
    for (int32_t i = 0; i < maker->scenes; i++) {
        plan_scene(maker, &maker->plans[i]);
    }
    ADD("{\"format\": 1, \"id\": \"random\", \"kind\": \"%s\", \"language\": \"en\", \"title\": \"R\", \"summary\": "
        "\"R\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1},\n",
        maker->quiz ? "quiz" : "scenario");
    add_declarations(maker);
    ADD("\"start\": \"s0\", \"scenes\": [\n");
    for (int32_t i = 0; i < maker->scenes; i++) {
        add_scene(maker, i);
    }
    for (int32_t i = 0; i < maker->endings; i++) {
        ADD("%s{\"id\": \"e%d\", \"ending\": {\"title\": \"E\", \"text\": \"E\"}}", i > 0 ? ",\n" : "", i);
    }
    ADD("]}\n");
    return str_built(&maker->out);
}
