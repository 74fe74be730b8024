#include "session/score.h"

#include "base/error.h"
#include "session/space.h"

enum { PERCENT_PRESENT = 35, PERCENT_STRENGTH = 70, LEAST_OCCASIONS = 2 };

ProfileWord profile_word(Profile profile) {
    int32_t part = 100 * (profile.sum - profile.low);
    int32_t of = profile.high - profile.low;
    if (profile.occasions < LEAST_OCCASIONS) {
        return PROFILE_TOO_FEW;
    }
    if (part < PERCENT_PRESENT * of) {
        return PROFILE_TO_EXPLORE;
    }
    return part > PERCENT_STRENGTH * of ? PROFILE_STRENGTH : PROFILE_PRESENT;
}

static int64_t size_of_rules(const Scenario *scenario, Span rules) {
    int64_t size = 0;
    for (int32_t i = 0; i < rules.count; i++) {
        size += scenario->conditions.rows[scenario->rules.rows[rules.first + i].when].code.count;
    }
    return size;
}

// Weighing all the answers takes milliseconds, whatever the author wrote.
static bool can_weigh(const Scenario *scenario, const Ask *ask, const AnswerSpace *space) {
    enum { PLAIN_SIZE = 64, MOST_SIZE = 10000000 };
    int64_t size = PLAIN_SIZE + size_of_rules(scenario, ask->rules) +
                   size_of_rules(scenario, scenario->own_words.rows[ask->own_words].rules);
    return space->complete && space->count * size <= MOST_SIZE;
}

// Of the answers that are offered, on each competency that one of them carries.
typedef struct {
    uint32_t present; // bit per CompetencyId
    int32_t low[LIMIT_COMPETENCIES + 1], high[LIMIT_COMPETENCIES + 1];
} Extremes;

static void widen(Extremes *extremes, const Consequences *given) {
    for (CompetencyId c = 1; given->competencies >> c != 0; c++) {
        uint32_t bit = UINT32_C(1) << c;
        int32_t mark = given->marks[c];
        if ((given->competencies & bit) != 0) {
            bool first = (extremes->present & bit) == 0;
            extremes->low[c] = first || mark < extremes->low[c] ? mark : extremes->low[c];
            extremes->high[c] = first || mark > extremes->high[c] ? mark : extremes->high[c];
        }
    }
    extremes->present |= given->competencies;
}

static Extremes find_extremes(const Walk *walk, const AnswerSpace *space) {
    Extremes extremes = {0};
    for (int32_t i = 0; i < space->count; i++) {
        Consequences other;
        if (space_accepts(walk, &space->answers[i])) {
            walk_weigh(walk, &space->answers[i], &other);
            widen(&extremes, &other);
        }
    }
    return extremes;
}

static void add_occasions(Profile *profiles, const Consequences *given, const Extremes *extremes) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        if ((given->competencies >> c & 1) != 0 && extremes->low[c] < extremes->high[c]) {
            profiles[c].sum += given->marks[c];
            profiles[c].low += extremes->low[c];
            profiles[c].high += extremes->high[c];
            profiles[c].occasions++;
        }
    }
}

static void leave_out(Profile *profiles, const Consequences *given) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        profiles[c].left_out += (int32_t)(given->competencies >> c & 1);
    }
    profiles[0].left_out += 1;
}

typedef struct {
    uint32_t offered; // of the walk
    Extremes extremes;
} OfferedExtremes;

typedef struct {
    bool met, weighs;
    bool reads; // a rule reads the state of the walk: the answers are kept, and weighed each time
    AnswerSpace space;
    ROWS_OF(OfferedExtremes) offers;
} AskExtremes;

struct ProfileExtremes {
    Arena *arena;
    AskExtremes *of_ask; // by AskId
};

ProfileExtremes *profile_extremes_create(Arena *arena, const Scenario *scenario) {
    ProfileExtremes *known = arena_push(arena, ProfileExtremes, 1);
    *known = (ProfileExtremes){.arena = arena, .of_ask = arena_push(arena, AskExtremes, scenario->asks.count)};
    return known;
}

static void note_read(void *context, ReadsKind kind, int32_t id) {
    (void)kind, (void)id;
    *(bool *)context = true;
}

static bool read_state(const Scenario *scenario, Span rules) {
    bool reads = false;
    for (int32_t i = 0; i < rules.count; i++) {
        condition_reads(scenario, scenario->rules.rows[rules.first + i].when, note_read, &reads);
    }
    return reads;
}

static AskExtremes meet_ask(Arena *arena, const Scenario *scenario, const Ask *ask) {
    Arena room = {0};
    AskExtremes met = {.met = true, .space = space_of_marks(arena, &room, scenario, ask)};
    met.weighs = can_weigh(scenario, ask, &met.space);
    met.reads =
        read_state(scenario, ask->rules) || read_state(scenario, scenario->own_words.rows[ask->own_words].rules);
    arena_finish(&room);
    return met;
}

bool profile_weighs(Arena *scratch, const Scenario *scenario, const Ask *ask) {
    ArenaMark mark = arena_mark(scratch);
    bool weighs = meet_ask(scratch, scenario, ask).weighs;
    arena_rewind(scratch, mark);
    return weighs;
}

static Extremes extremes_of(Arena *arena, AskExtremes *met, const Walk *walk) {
    for (int32_t i = 0; i < met->offers.count; i++) {
        if (met->offers.rows[i].offered == walk->offered) {
            return met->offers.rows[i].extremes;
        }
    }
    Extremes found = find_extremes(walk, &met->space);
    if (!met->reads) {
        *rows_append(arena, &met->offers) = (OfferedExtremes){walk->offered, found};
    }
    return found;
}

// False: there are too many answers to weigh.
static bool weigh_others(Arena *scratch, const Walk *walk, ProfileExtremes *known, Extremes *extremes) {
    ASSERT(!walk->judges_late); // what is offered would not stand in the walk
    ArenaMark mark = arena_mark(scratch);
    Arena *arena = known ? known->arena : scratch;
    AskExtremes anew = {0};
    AskExtremes *met = known ? &known->of_ask[walk->scenario->scenes.rows[walk->scene].ask] : &anew;
    if (!met->met) {
        *met = meet_ask(arena, walk->scenario, walk_ask(walk));
    }
    *extremes = met->weighs ? extremes_of(arena, met, walk) : (Extremes){0};
    arena_rewind(scratch, mark);
    return met->weighs;
}

void profile_add(Profile *profiles, Arena *scratch, const Walk *walk, const Answer *answer, ProfileExtremes *known) {
    Consequences given;
    Extremes extremes;
    walk_weigh(walk, answer, &given);
    if (given.competencies == 0) {
        return;
    }
    if (weigh_others(scratch, walk, known, &extremes)) {
        widen(&extremes, &given);
        add_occasions(profiles, &given, &extremes);
    } else {
        leave_out(profiles, &given);
    }
}

static int32_t sum(const int32_t *counts, int32_t k) {
    int32_t total = 0;
    for (int32_t i = 0; i < k; i++) {
        total += counts[i];
    }
    return total;
}

double votes_dispersion(const int32_t *votes, int32_t k) {
    double total = sum(votes, k);
    if (k < 2 || total == 0) {
        return 0;
    }
    double squares = 0;
    for (int32_t i = 0; i < k; i++) {
        squares += (votes[i] / total) * (votes[i] / total);
    }
    return (1 - squares) / (1 - 1.0 / k);
}

double votes_shift(const int32_t *before, const int32_t *after, int32_t k) {
    double first = sum(before, k);
    double second = sum(after, k);
    if (first == 0 || second == 0) {
        return 0;
    }
    double moved = 0;
    for (int32_t i = 0; i < k; i++) {
        double change = before[i] / first - after[i] / second;
        moved += change < 0 ? -change : change;
    }
    return moved / 2;
}

double votes_concordance(const int32_t *votes, const int32_t *panel, int32_t k) {
    double total = sum(votes, k);
    int32_t modal = 0;
    for (int32_t i = 0; i < k; i++) {
        modal = panel[i] > modal ? panel[i] : modal;
    }
    if (total == 0 || modal == 0) {
        return 0;
    }
    double weight = 0;
    for (int32_t i = 0; i < k; i++) {
        weight += votes[i] / total * panel[i] / modal;
    }
    return weight;
}
