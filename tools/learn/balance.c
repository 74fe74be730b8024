#include "base/random.h"
#include "learn/learn.h"

// Chosen by what is found in the answers of a hand that is left out.
// Squares of how much a clue of a kind counts beside a word.
static const double KIND_SQUARES[CLUE_KINDS] = {
    [CLUE_WORDS] = 1, [CLUE_LETTERS] = 0.09, [CLUE_SENTENCE] = 0.25, [CLUE_OPENING] = 0.25};
static const double START_SQUARE = 9, FIT_SQUARE = 9, COST = 0.1, COST_OF_YES = 2;
enum { ROUNDS = 60, LEAST_ANSWERS = 3 };

// By coordinate descent in the dual: each sample has a pull, which grows while it stands on the wrong side.
typedef struct {
    const LearnSet *set;
    DetectorId detector;
    Balance balance;
    double *pulls, *squares; // by sample
    int32_t *order;
    int32_t count;
} Learning;

static double square_of(const LearnSet *set, int32_t sign) {
    const LearnSign *row = &set->signs.rows[sign];
    return row->answers >= LEAST_ANSWERS ? KIND_SQUARES[row->kind] : 0;
}

double learn_measure(const Balance *balance, DetectorId detector, const Sample *sample) {
    double sum = balance->start + (sample->fits[detector] ? balance->fit : 0);
    for (int32_t i = 0; i < sample->sign_count; i++) {
        sum += balance->weights[sample->signs[i]];
    }
    return sum;
}

static void move_line(Learning *learning, const Sample *sample, double step) {
    Balance *balance = &learning->balance;
    balance->start += step * START_SQUARE;
    balance->fit += sample->fits[learning->detector] ? step * FIT_SQUARE : 0;
    for (int32_t i = 0; i < sample->sign_count; i++) {
        balance->weights[sample->signs[i]] += step * square_of(learning->set, sample->signs[i]);
    }
}

static double square(const Learning *learning, const Sample *sample) {
    double sum = START_SQUARE + (sample->fits[learning->detector] ? FIT_SQUARE : 0);
    for (int32_t i = 0; i < sample->sign_count; i++) {
        sum += square_of(learning->set, sample->signs[i]);
    }
    return sum;
}

static double pull_again(Learning *learning, int32_t index) {
    const Sample *sample = &learning->set->samples.rows[index];
    bool yes = sample->labels[learning->detector] == LABEL_YES;
    double side = yes ? 1 : -1, slack = 1 / (2 * COST * sample->weight * (yes ? COST_OF_YES : 1));
    double *pull = &learning->pulls[index];
    double short_by = 1 - side * learn_measure(&learning->balance, learning->detector, sample) - *pull * slack;
    double next = *pull + short_by / (learning->squares[index] + slack);
    next = next > 0 ? next : 0;
    double moved = next - *pull;
    *pull = next;
    if (moved != 0) {
        move_line(learning, sample, side * moved);
    }
    return moved > 0 ? moved : -moved;
}

static void shuffle(Learning *learning, Random *random) {
    for (int32_t i = learning->count - 1; i > 0; i--) {
        int32_t other = random_below(random, i + 1);
        int32_t kept = learning->order[i];
        learning->order[i] = learning->order[other];
        learning->order[other] = kept;
    }
}

Balance learn_balance(Arena *arena, const LearnSet *set, DetectorId detector, int32_t left_out) {
    Learning learning = {.set = set, .detector = detector};
    learning.balance.weights = arena_push(arena, double, set->signs.count);
    learning.pulls = arena_push(arena, double, set->samples.count);
    learning.squares = arena_push(arena, double, set->samples.count);
    learning.order = arena_push(arena, int32_t, set->samples.count);
    for (int32_t i = 0; i < set->samples.count; i++) {
        const Sample *sample = &set->samples.rows[i];
        if (sample->labels[detector] != LABEL_OPEN && sample->source != left_out) {
            learning.squares[i] = square(&learning, sample);
            learning.order[learning.count++] = i;
        }
    }
    Random random = random_from_seed(1);
    for (int32_t round = 0; round < ROUNDS; round++) {
        shuffle(&learning, &random);
        double moved = 0;
        for (int32_t i = 0; i < learning.count; i++) {
            moved += pull_again(&learning, learning.order[i]);
        }
        if (moved < 0.001) {
            break;
        }
    }
    return learning.balance;
}
