// Ways: each that was taken stands once, as the numbers of its steps, for most sessions of a year take one of their
// own; only those that are told are written out.
#include "analysis/analysis_inside.h"

#include "base/number.h"

#include <stdlib.h>
#include <string.h>

static bool was_jumped_to(const Session *session, int32_t place) {
    return session_jumps_after(session, place).count > 0;
}

static AnalysisStep step_of(Arena *arena, const Session *session, int32_t place) {
    const Scenario *scenario = session->scenario;
    const Event *event = &session->events.rows[session->way.rows[place]];
    AnalysisStep step = {.scene = event->scene, .answer = event->answer, .jumped = was_jumped_to(session, place)};
    const Ask *ask = analysis_ask(scenario, event->scene);
    step.answer.text = (Str){0};
    step.notation = ask->private_answer ? (Str){0} : answer_write(arena, scenario, ask, &step.answer);
    return step;
}

SceneId analysis_ending(const Session *session) {
    return session->walk.status == WALK_ENDED ? session->walk.scene : 0;
}

static Str bytes_of(Arena *arena, const void *value, ptrdiff_t size, Str more) {
    char *bytes = arena_push_text(arena, size + more.len);
    memcpy(bytes, value, (size_t)size);
    if (more.len > 0) {
        memcpy(bytes + size, more.text, (size_t)more.len);
    }
    return (Str){bytes, size + more.len};
}

// A step has its number, from 0, from the first session that took it.
static int32_t number_of(AnalysisWork *work, const AnalysisStep *step) {
    const int32_t head[] = {step->scene, step->jumped};
    int32_t number = table_find(&work->step_numbers, bytes_of(&work->scratch, head, sizeof head, step->notation));
    if (number == 0) {
        Str kept = bytes_of(work->arena, head, sizeof head, step->notation);
        AnalysisStep *fresh = rows_append(work->arena, &work->steps);
        *fresh = *step;
        fresh->notation = str_slice(kept, sizeof head, kept.len);
        number = work->steps.count;
        *table_slot(work->arena, &work->step_numbers, kept) = number;
    }
    return number - 1;
}

static void add_profile(Profile *whole, const Profile *part) {
    whole->sum += part->sum;
    whole->low += part->low;
    whole->high += part->high;
    whole->occasions += part->occasions;
    whole->left_out += part->left_out;
}

// `numbers` are those of its steps, then its end.
static AnalysisTaken *find_way(AnalysisWork *work, const Session *session, const int32_t *numbers, int32_t count) {
    ptrdiff_t size = count * (ptrdiff_t)sizeof *numbers;
    int32_t number = table_find(&work->way_numbers, (Str){(const char *)numbers, size});
    if (number == 0) {
        int32_t *kept = arena_push(work->arena, int32_t, count);
        memcpy(kept, numbers, (size_t)size);
        *rows_append(work->arena, &work->taken) =
            (AnalysisTaken){.numbers = kept,
                            .count = session->way.count,
                            .profiles = arena_push(work->arena, Profile, session->scenario->competencies.count)};
        number = work->taken.count;
        *table_slot(work->arena, &work->way_numbers, (Str){(const char *)kept, size}) = number;
    }
    return &work->taken.rows[number - 1];
}

void analysis_add_way(AnalysisWork *work, const Session *session) {
    ArenaMark mark = arena_mark(&work->scratch);
    int32_t count = session->way.count, *numbers = arena_push(&work->scratch, int32_t, count + ANALYSIS_WAY_END);
    for (int32_t i = 0; i < count; i++) {
        AnalysisStep step = step_of(&work->scratch, session, i);
        numbers[i] = number_of(work, &step);
    }
    numbers[count] = analysis_ending(session);
    numbers[count + 1] = was_jumped_to(session, count);
    AnalysisTaken *taken = find_way(work, session, numbers, count + ANALYSIS_WAY_END);
    taken->sessions += 1;
    for (CompetencyId c = 1; c < session->scenario->competencies.count; c++) {
        add_profile(&taken->profiles[c], &session->profiles[c]);
    }
    arena_rewind(&work->scratch, mark);
}

static int compare_steps(const AnalysisStep *a, const AnalysisStep *b) {
    int by_scene = (a->scene > b->scene) - (a->scene < b->scene), by_answer = str_compare(a->notation, b->notation);
    return by_scene != 0 ? by_scene : by_answer != 0 ? by_answer : a->jumped - b->jumped;
}

static int32_t count_shared(const AnalysisWay *a, const AnalysisWay *b) {
    int32_t shared = 0, count = min(a->count, b->count);
    while (shared < count && compare_steps(&a->steps[shared], &b->steps[shared]) == 0) {
        shared++;
    }
    return shared;
}

int32_t analysis_divergence(const AnalysisWay *a, const AnalysisWay *b) {
    int32_t shared = count_shared(a, b);
    bool same = shared == a->count && shared == b->count && a->ending == b->ending && a->jumped == b->jumped;
    return same ? 0 : shared + 1;
}

int32_t analysis_parting(const AnalysisWay *a, const AnalysisWay *b) {
    int32_t at = analysis_divergence(a, b) - 1;
    bool both = at >= 0 && at < a->count && at < b->count && a->steps[at].scene == b->steps[at].scene;
    return both && !str_equal(a->steps[at].notation, b->steps[at].notation) ? at + 1 : 0;
}

typedef struct {
    AnalysisStep step;
    int32_t number;
} Ranked;

static int compare_ranked(const void *first, const void *second) {
    return compare_steps(&((const Ranked *)first)->step, &((const Ranked *)second)->step);
}

// Gives steps the numbers of their order, so that ways are put in order by numbers alone.
static void rank_steps(AnalysisWork *work) {
    int32_t count = work->steps.count;
    Ranked *ranked = arena_push(&work->scratch, Ranked, count);
    int32_t *rank_of = arena_push(&work->scratch, int32_t, count);
    for (int32_t i = 0; i < count; i++) {
        ranked[i] = (Ranked){work->steps.rows[i], i};
    }
    qsort(ranked, (size_t)count, sizeof *ranked, compare_ranked);
    for (int32_t i = 0; i < count; i++) {
        rank_of[ranked[i].number] = i;
        work->steps.rows[i] = ranked[i].step;
    }
    for (int32_t i = 0; i < work->taken.count; i++) {
        const AnalysisTaken *taken = &work->taken.rows[i];
        for (int32_t j = 0; j < taken->count; j++) {
            taken->numbers[j] = rank_of[taken->numbers[j]];
        }
    }
}

// The most taken first; of equals those that came to an end, then that whose first other answer comes first in the
// case.
static int compare_taken(const void *first, const void *second) {
    const AnalysisTaken *a = first, *b = second;
    int32_t ending = a->numbers[a->count], other = b->numbers[b->count];
    if (a->sessions != b->sessions || (ending == 0) != (other == 0)) {
        return a->sessions != b->sessions ? b->sessions - a->sessions : (ending == 0) - (other == 0);
    }
    int32_t shared = 0, count = min(a->count, b->count);
    while (shared < count && a->numbers[shared] == b->numbers[shared]) {
        shared++;
    }
    if (shared == count) {
        int by_end = ending != other ? ending - other : a->numbers[a->count + 1] - b->numbers[b->count + 1];
        return a->count != b->count ? a->count - b->count : by_end;
    }
    return a->numbers[shared] - b->numbers[shared];
}

static AnalysisWay write_way(AnalysisWork *work, const AnalysisTaken *taken) {
    AnalysisStep *steps = arena_push(work->arena, AnalysisStep, taken->count);
    for (int32_t i = 0; i < taken->count; i++) {
        steps[i] = work->steps.rows[taken->numbers[i]];
    }
    return (AnalysisWay){.steps = steps,
                         .count = taken->count,
                         .ending = taken->numbers[taken->count],
                         .jumped = taken->numbers[taken->count + 1] != 0,
                         .sessions = taken->sessions,
                         .profiles = taken->profiles};
}

void analysis_tell_ways(AnalysisWork *work) {
    Analysis *told = &work->told;
    told->way_count = work->taken.count;
    if (told->way_count == 0) {
        return;
    }
    rank_steps(work);
    qsort(work->taken.rows, (size_t)work->taken.count, sizeof *work->taken.rows, compare_taken);
    for (int32_t i = 0; i < min(told->way_count, ANALYSIS_WAYS); i++) {
        *rows_append(work->arena, &told->ways) = write_way(work, &work->taken.rows[i]);
    }
}
