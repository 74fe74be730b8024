#include "session/simulate.h"

typedef struct {
    Simulation *result;
    int64_t *scene_hits, *option_hits, *own_words_hits;
    int32_t *ending_hits;
} Tally;

static void hit_scene(void *context, SceneId scene) {
    Tally *tally = context;
    tally->scene_hits[scene]++;
}

static void hit_options(Tally *tally, const Ask *ask, const Answer *answer) {
    if (answer->option > 0) {
        tally->option_hits[answer->option]++;
    } else if (answer->option == OPTION_OWN_WORDS) {
        tally->own_words_hits[ask->own_words]++;
    }
    for (int32_t i = 0; answer->set >> i != 0; i++) {
        tally->option_hits[ask->options.first + i] += answer->set >> i & 1;
    }
}

static void end_walk(Tally *tally, const Walk *walk, int32_t decisions) {
    Simulation *result = tally->result;
    bool first = result->ended == 0;
    result->ended++;
    tally->ending_hits[walk->scene]++;
    result->shortest = first || decisions < result->shortest ? decisions : result->shortest;
    result->longest = decisions > result->longest ? decisions : result->longest;
    for (CompetencyId c = 1; c < walk->scenario->competencies.count; c++) {
        int32_t total = walk->totals[c];
        result->low[c] = first || total < result->low[c] ? total : result->low[c];
        result->high[c] = first || total > result->high[c] ? total : result->high[c];
    }
}

// Returns the number of decisions.
static int32_t walk_once(Walk *walk, Random *random, Tally *tally) {
    int32_t decisions = 0;
    walk_start(walk, 0, hit_scene, tally);
    for (; walk->status == WALK_ASKS && decisions < SIMULATE_MOST_DECISIONS; decisions++) {
        const Ask *ask = walk_ask(walk);
        Answer answer;
        Consequences given;
        if (!space_draw_answer(walk, random, &answer)) {
            walk->status = WALK_STUCK;
            break;
        }
        hit_options(tally, ask, &answer);
        walk_answer(walk, &answer, &given);
        walk_enter(walk, given.to, hit_scene, tally);
    }
    return decisions;
}

// Walks the stuck walk again, from the same place of the random sequence, to write down its answers.
static Str write_walk(Arena *arena, Arena *scratch, Walk *walk, Random random, int32_t decisions) {
    const Scenario *scenario = walk->scenario;
    StrBuilder list = {.arena = arena};
    walk_start(walk, 0, NULL, NULL);
    for (int32_t i = 0; i < decisions; i++) {
        Answer answer;
        Consequences given;
        (void)space_draw_answer(walk, &random, &answer);
        str_add(&list, i > 0 ? S(";") : S(""));
        str_add(&list, answer_write(scratch, scenario, walk_ask(walk), &answer));
        walk_answer(walk, &answer, &given);
        walk_enter(walk, given.to, NULL, NULL);
    }
    return str_built(&list);
}

Simulation simulate(Arena *arena, Arena *scratch, const Scenario *scenario, int32_t runs, uint64_t seed) {
    ArenaMark mark = arena_mark(scratch);
    Simulation result = {.runs = runs};
    Tally tally = {.result = &result,
                   .scene_hits = arena_push(arena, int64_t, scenario->scenes.count),
                   .option_hits = arena_push(arena, int64_t, scenario->options.count),
                   .own_words_hits = arena_push(arena, int64_t, scenario->own_words.count),
                   .ending_hits = arena_push(arena, int32_t, scenario->scenes.count)};
    Walk walk = walk_create(scratch, scenario);
    Random random = random_from_seed(seed);
    for (int32_t run = 0; run < runs; run++) {
        Random before = random;
        int32_t decisions = walk_once(&walk, &random, &tally);
        result.decisions += decisions;
        if (walk.status == WALK_ENDED) {
            end_walk(&tally, &walk, decisions);
        } else if (walk.status == WALK_STUCK) {
            result.stuck++;
            if (result.stuck == 1) {
                result.stuck_walk = write_walk(arena, scratch, &walk, before, decisions);
            }
        } else {
            result.unfinished++;
        }
    }
    result.scene_hits = tally.scene_hits;
    result.option_hits = tally.option_hits;
    result.own_words_hits = tally.own_words_hits;
    result.ending_hits = tally.ending_hits;
    arena_rewind(scratch, mark);
    return result;
}
