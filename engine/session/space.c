#include "session/space.h"

#include "session/key_set.h"

#include <string.h>

enum {
    // All that conditions can read of one answer: each item in each bin, and some more.
    MOST_READS = LIMIT_ITEMS * LIMIT_BINS + LIMIT_ASK_DETECTORS + LIMIT_COMPETENCIES + CALL_COUNT,
    MOST_VALUES = LIMIT_OPTIONS + 1 // that an item can have: places of a rank from 1, levels or bins from 0
};

// A share of which the band is known, whatever follows, is that much below this.
static const int64_t DECIDED = INT64_MIN / 2;

typedef ROWS_OF(Answer) AnswerTable;

// A partial answer, as told apart from others: some parts, items or detectors, are placed; the rest are all at nothing.
typedef struct {
    uint32_t used;  // rank: places that are taken; classify: how many items each bin has; typed: competencies carried
    uint32_t found; // typed: of what was found, what conditions read
    uint8_t parts[LIMIT_ITEMS]; // by item: what conditions read of it; typed: by CompetencyId, the mark modulo 256
    int64_t share;              // its numerator
} Key;

enum { KEY_NUMBERS = sizeof(Key) / sizeof(uint32_t) };

// Answers that can still be told apart, each with its key. A round is made from the one before, then that one goes.
typedef struct {
    KeyPool pool;
    KeySet keys;
    AnswerTable answers;
} Round;

// An item of a rank, rate or classify.
typedef struct {
    int64_t gains[MOST_VALUES]; // by its value: what that adds to the numerator of the share
    int64_t least_gain, most_gain;
    uint8_t seen[MOST_VALUES]; // by its value: what conditions read of that
} Piece;

typedef struct {
    Arena *scratch;
    const Scenario *scenario;
    const Ask *ask;
    bool marks_only;
    int32_t most;
    AnswerRead *reads; // what conditions read of the answer to this ask
    int32_t read_count;
    uint32_t found_read; // by detector use: conditions read whether it was found
    bool share_read;
    bool bins_tell;                       // some bin has effects, so how many items each has matters
    Piece *pieces;                        // by item
    int64_t share_base, share_of;         // the share is (base + the gains) ÷ of
    int64_t least_after[LIMIT_ITEMS + 1]; // by count of items placed: the least that the others can gain
    int64_t most_after[LIMIT_ITEMS + 1];
    Round round;
    AnswerTable found;
    bool complete;
} Space;

static void collect_from(Space *space, ConditionId condition) {
    space->read_count = condition_answer_reads(space->scenario, condition, space->reads, space->read_count, MOST_READS);
}

static void collect_routes(Space *space, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        collect_from(space, space->scenario->routes.rows[routes.first + i].when);
    }
}

static void collect_rules(Space *space, Span rules) {
    for (int32_t i = 0; i < rules.count; i++) {
        const Rule *rule = &space->scenario->rules.rows[rules.first + i];
        if (!space->marks_only || rule->gives.scores.count > 0) {
            collect_from(space, rule->when);
        }
    }
}

// Replies are left out: they change what is said, not what happens.
static void collect_reads(Space *space) {
    const Scenario *scenario = space->scenario;
    const Ask *ask = space->ask;
    const OwnWords *own = &scenario->own_words.rows[ask->own_words];
    space->reads = arena_push(space->scratch, AnswerRead, MOST_READS);
    collect_rules(space, ask->rules);
    collect_rules(space, own->rules);
    if (space->marks_only) {
        return;
    }
    collect_routes(space, ask->next);
    collect_routes(space, own->next);
    for (int32_t i = 0; i < ask->bands.count; i++) {
        collect_routes(space, scenario->share_bands.rows[ask->bands.first + i].gives.next);
    }
}

static bool is_read(const Space *space, AnswerCall call, int32_t a, int32_t b) {
    for (int32_t i = 0; i < space->read_count; i++) {
        const AnswerRead *read = &space->reads[i];
        if (read->call == call && read->a == a && read->b == b) {
            return true;
        }
    }
    return false;
}

// A new round; the old one is the caller's to end.
static Round begin_round(Space *space) {
    Round before = space->round;
    space->round = (Round){.keys = {.size = KEY_NUMBERS, .stride = KEY_NUMBERS}};
    return before;
}

static void end_round(Round *round) {
    key_pool_finish(&round->pool);
}

// Keeps the answer unless one of the same key was met in this round.
static void keep(Space *space, const Answer *answer, const Key *key) {
    Round *round = &space->round;
    uint32_t numbers[KEY_NUMBERS];
    int32_t row = 0;
    if (round->answers.count >= space->most) {
        space->complete = false;
        return;
    }
    memcpy(numbers, key, sizeof numbers);
    if (key_set_add(&round->pool, &round->keys, numbers, &row)) {
        *rows_append(&round->pool.arena, &round->answers) = *answer;
    }
}

static Key key_of(const Round *round, int32_t row) {
    Key key;
    memcpy(&key, &round->keys.rows[(ptrdiff_t)row * KEY_NUMBERS], sizeof key);
    return key;
}

static void add_answer(Space *space, const Answer *answer) {
    *rows_append(space->scratch, &space->found) = *answer;
}

static void list_options(Space *space) {
    for (int32_t i = 0; i < space->ask->options.count; i++) {
        add_answer(space, &(Answer){.option = space->ask->options.first + i});
    }
}

static void list_sets(Space *space) {
    for (uint32_t set = 0; set < UINT32_C(1) << space->ask->options.count; set++) {
        add_answer(space, &(Answer){.set = set});
    }
}

static void find_detectors_read(Space *space, Span uses) {
    const Scenario *scenario = space->scenario;
    for (int32_t i = 0; i < uses.count; i++) {
        DetectorId detector = scenario->detector_uses.rows[uses.first + i].detector.id;
        bool read = is_read(space, CALL_FOUND, detector, 0);
        for (int32_t j = 1; !space->marks_only && j < scenario->watches.count; j++) {
            const Watch *watch = &scenario->watches.rows[j];
            read = read || (watch->kind == WATCH_FOUND && watch->scene == space->ask->scene && watch->of == detector);
        }
        space->found_read |= read ? UINT32_C(1) << i : 0;
    }
}

// The mark of a sum stays far below 128: at most LIMIT_MARK from each of LIMIT_ASK_DETECTORS.
static void add_scores(const Space *space, Span scores, Key *key) {
    for (int32_t i = 0; i < scores.count; i++) {
        const Amount *score = &space->scenario->amounts.rows[scores.first + i];
        key->parts[score->of.id] = (uint8_t)(key->parts[score->of.id] + score->value);
        key->used |= UINT32_C(1) << score->of.id;
    }
}

static void place_detector(Space *space, const Round *before, int32_t use, Span scores) {
    for (int32_t i = 0; i < before->answers.count && space->complete; i++) {
        Key key = key_of(before, i);
        Answer answer = before->answers.rows[i];
        keep(space, &answer, &key);
        answer.found |= UINT32_C(1) << use;
        key.found |= space->found_read & UINT32_C(1) << use;
        add_scores(space, scores, &key);
        keep(space, &answer, &key);
    }
}

static void list_typed(Space *space) {
    Span uses = ask_detectors(space->scenario, space->ask);
    collect_reads(space);
    find_detectors_read(space, uses);
    (void)begin_round(space);
    keep(space, &(Answer){.option = space->ask->kind == ASK_CHOICE ? OPTION_OWN_WORDS : 0}, &(Key){0});
    for (int32_t i = 0; i < uses.count; i++) {
        Round before = begin_round(space);
        place_detector(space, &before, i, space->scenario->detector_uses.rows[uses.first + i].scores);
        end_round(&before);
    }
    for (int32_t i = 0; i < space->round.answers.count; i++) {
        Answer answer = space->round.answers.rows[i];
        answer.confirmed = true;
        add_answer(space, &answer);
    }
}

static int32_t first_value(const Ask *ask) {
    return ask->kind == ASK_RANK ? 1 : 0;
}

static int32_t last_value(const Scenario *scenario, const Ask *ask) {
    int32_t levels = scenario->scales.rows[ask->scale].labels.count;
    return ask->kind == ASK_RANK ? ask->items.count : ask->kind == ASK_RATE ? levels - 1 : ask->bins.count - 1;
}

// Values of an item that conditions cannot tell apart are seen as the same.
static uint8_t see_value(const Space *space, int32_t item, int32_t value) {
    const Ask *ask = space->ask;
    int32_t row = ask->items.first + item;
    bool read = is_read(space, CALL_PLACE, row, 0) || is_read(space, CALL_LEVEL, row, 0) ||
                is_read(space, CALL_IN, row, ask->bins.first + value);
    return (uint8_t)(read ? value + 1 : 0);
}

// The share of an item alone has the denominator of the whole but with a panel, where each item has its own and their
// product serves all.
static int64_t gain_of(const Space *space, int32_t item, int32_t value, int64_t product) {
    Ask alone = *space->ask;
    alone.items = (Span){space->ask->items.first + item, 1};
    Answer answer = {.items = {(uint8_t)value}};
    Share share = answer_share(space->scenario, &alone, &answer);
    bool panel = alone.kind == ASK_RATE && alone.panel != 0;
    return panel && share.of != 0 ? share.part * (product / share.of) : share.part;
}

static int64_t multiply_denominators(const Space *space) {
    Ask alone = *space->ask;
    int64_t product = 1;
    for (int32_t i = 0; i < space->ask->items.count; i++) {
        alone.items = (Span){space->ask->items.first + i, 1};
        Share share = answer_share(space->scenario, &alone, &(Answer){0});
        product *= share.of != 0 && alone.panel != 0 ? share.of : 1;
    }
    return product;
}

static void measure_piece(Space *space, int32_t item, int64_t product) {
    Piece *piece = &space->pieces[item];
    int32_t first = first_value(space->ask);
    for (int32_t value = first; value <= last_value(space->scenario, space->ask); value++) {
        int64_t gain = gain_of(space, item, value, product);
        piece->gains[value] = gain;
        piece->seen[value] = see_value(space, item, value);
        piece->least_gain = value == first || gain < piece->least_gain ? gain : piece->least_gain;
        piece->most_gain = value == first || gain > piece->most_gain ? gain : piece->most_gain;
    }
}

static void measure_pieces(Space *space) {
    const Ask *ask = space->ask;
    Answer any = {0};
    int64_t product = ask->kind == ASK_RATE ? multiply_denominators(space) : 1;
    space->pieces = arena_push(space->scratch, Piece, ask->items.count);
    for (int32_t i = ask->items.count - 1; i >= 0; i--) {
        measure_piece(space, i, product);
        any.items[i] = (uint8_t)first_value(ask);
        space->share_base -= space->pieces[i].gains[any.items[i]];
        space->least_after[i] = space->least_after[i + 1] + space->pieces[i].least_gain;
        space->most_after[i] = space->most_after[i + 1] + space->pieces[i].most_gain;
    }
    Share share = answer_share(space->scenario, ask, &any);
    space->share_base += share.part;
    space->share_of = share.of;
    space->share_read = is_read(space, CALL_SHARE, 0, 0);
    for (int32_t i = 0; ask->kind == ASK_CLASSIFY && i < ask->bins.count; i++) {
        space->bins_tell = space->bins_tell || space->scenario->bins.rows[ask->bins.first + i].effects.count > 0;
    }
    space->bins_tell = space->bins_tell && !space->marks_only;
}

static int32_t band_of(const Space *space, int64_t gains) {
    Share share = {space->share_base + gains, space->share_of};
    Span bands = space->ask->bands;
    int32_t band = 0;
    while (band < bands.count && !share_reaches(share, space->scenario->share_bands.rows[bands.first + band].from)) {
        band++;
    }
    return band;
}

// The gains as far as they still matter once `placed` items are: the band, as soon as nothing can change it; the
// percentage besides, where conditions read it.
static int64_t join_share(const Space *space, int64_t gains, int32_t placed) {
    enum { PERCENTAGES = 128 };
    if (gains <= DECIDED) {
        return gains;
    }
    int32_t band = band_of(space, gains + space->least_after[placed]);
    if (space->share_read) {
        Share share = {space->share_base + gains, space->share_of};
        bool last = placed == space->ask->items.count;
        return last ? (int64_t)band * PERCENTAGES + share_percent(share) : gains;
    }
    return band == band_of(space, gains + space->most_after[placed]) ? DECIDED - band : gains;
}

static void place_item(Space *space, const Round *before, int32_t row, int32_t item) {
    enum { BITS_A_BIN = 5 };
    bool rank = space->ask->kind == ASK_RANK;
    const Piece *piece = &space->pieces[item];
    Answer answer = before->answers.rows[row];
    for (int32_t value = first_value(space->ask); value <= last_value(space->scenario, space->ask); value++) {
        Key key = key_of(before, row);
        if (rank && (key.used >> value & 1) != 0) {
            continue;
        }
        key.used += rank ? UINT32_C(1) << value : space->bins_tell ? UINT32_C(1) << BITS_A_BIN * value : 0;
        key.parts[item] = piece->seen[value];
        key.share = join_share(space, key.share <= DECIDED ? key.share : key.share + piece->gains[value], item + 1);
        answer.items[item] = (uint8_t)value;
        keep(space, &answer, &key);
    }
}

static void list_items(Space *space) {
    collect_reads(space);
    measure_pieces(space);
    (void)begin_round(space);
    keep(space, &(Answer){0}, &(Key){0});
    for (int32_t item = 0; item < space->ask->items.count && space->complete; item++) {
        Round before = begin_round(space);
        for (int32_t i = 0; i < before.answers.count && space->complete; i++) {
            place_item(space, &before, i, item);
        }
        end_round(&before);
    }
    for (int32_t i = 0; i < space->round.answers.count; i++) {
        add_answer(space, &space->round.answers.rows[i]);
    }
}

static AnswerSpace finish(Space *space, Arena *arena) {
    AnswerSpace result = {.complete = space->complete};
    if (space->complete && space->found.count > 0) {
        Answer *answers = arena_push(arena, Answer, space->found.count);
        memcpy(answers, space->found.rows, (size_t)space->found.count * sizeof *answers);
        result.answers = answers;
        result.count = space->found.count;
    }
    end_round(&space->round);
    return result;
}

static AnswerSpace list_answers(Space *space, Arena *arena) {
    ArenaMark mark = arena_mark(space->scratch);
    const Ask *ask = space->ask;
    space->complete = true;
    if (ask->private_answer) {
        add_answer(space, &(Answer){0}); // leaves no trace, so one stands for all
    } else if (ask->kind == ASK_CHOICE) {
        list_options(space);
    } else if (ask->kind == ASK_MULTIPLE) {
        list_sets(space);
    } else if (ask->kind != ASK_WRITE) {
        list_items(space);
    }
    if (!ask->private_answer && (ask->kind == ASK_WRITE || ask->own_words != 0)) {
        list_typed(space);
    }
    AnswerSpace result = finish(space, arena);
    arena_rewind(space->scratch, mark);
    return result;
}

AnswerSpace space_of_answers(Arena *arena, Arena *scratch, const Scenario *scenario, const Ask *ask) {
    Space space = {.scratch = scratch, .scenario = scenario, .ask = ask, .most = LIMIT_OUTCOMES};
    return list_answers(&space, arena);
}

AnswerSpace space_of_marks(Arena *arena, Arena *scratch, const Scenario *scenario, const Ask *ask) {
    Space space = {.scratch = scratch, .scenario = scenario, .ask = ask, .most = LIMIT_PROFILE_ANSWERS};
    space.marks_only = true;
    return list_answers(&space, arena);
}
