#include "group/tally.h"

enum { ABSTENTION = TALLY_PLACES, MILLION = 1000000 };

static bool has(const Tally *tally, int32_t row, int32_t place) {
    return row >= 0 && row < tally->rows && place >= 0 && place < tally->places;
}

static int32_t *cell(Tally *tally, int32_t row, int32_t place) {
    return place == ABSTENTION ? &tally->abstained[row] : &tally->hands[row][place];
}

static bool raise(Tally *tally, int32_t row, int32_t place) {
    int32_t *count = cell(tally, row, place);
    if (*count >= TALLY_MOST) {
        return false;
    }
    *count += 1;
    int32_t slot = tally->steps % TALLY_STEPS;
    tally->last[slot].row = (uint8_t)row;
    tally->last[slot].place = (uint8_t)place;
    tally->steps += 1;
    if (tally->steps - tally->undone_to > TALLY_STEPS) {
        tally->undone_to = tally->steps - TALLY_STEPS;
    }
    return true;
}

static bool lower(Tally *tally, int32_t row, int32_t place) {
    int32_t *count = cell(tally, row, place);
    *count -= *count > 0;
    return true;
}

// A hand that is taken back is no longer among the steps: the newest step that added one there goes.
static bool take(Tally *tally, int32_t row, int32_t place) {
    if (*cell(tally, row, place) == 0) {
        return false;
    }
    for (int32_t step = tally->steps - 1; step >= tally->undone_to; step--) {
        int32_t slot = step % TALLY_STEPS;
        if (tally->last[slot].row == row && tally->last[slot].place == place) {
            for (int32_t i = step; i < tally->steps - 1; i++) {
                tally->last[i % TALLY_STEPS] = tally->last[(i + 1) % TALLY_STEPS];
            }
            tally->steps -= 1;
            break;
        }
    }
    return lower(tally, row, place);
}

bool tally_add(Tally *tally, int32_t row, int32_t place) {
    return has(tally, row, place) && raise(tally, row, place);
}

bool tally_take(Tally *tally, int32_t row, int32_t place) {
    return has(tally, row, place) && take(tally, row, place);
}

bool tally_abstain(Tally *tally, int32_t row) {
    return has(tally, row, 0) && raise(tally, row, ABSTENTION);
}

bool tally_unabstain(Tally *tally, int32_t row) {
    return has(tally, row, 0) && take(tally, row, ABSTENTION);
}

bool tally_take_last(Tally *tally) {
    if (tally->steps <= tally->undone_to) {
        return false;
    }
    tally->steps -= 1;
    int32_t slot = tally->steps % TALLY_STEPS;
    return lower(tally, tally->last[slot].row, tally->last[slot].place);
}

int32_t tally_hands(const Tally *tally, int32_t row) {
    int32_t sum = 0;
    for (int32_t place = 0; place < tally->places; place++) {
        sum += tally->hands[row][place];
    }
    return sum;
}

int32_t tally_most(const Tally *tally, int32_t row) {
    int32_t most = 0;
    for (int32_t place = 0; place < tally->places; place++) {
        most = tally->hands[row][place] > most ? tally->hands[row][place] : most;
    }
    return most;
}

int32_t tally_answered(const Tally *tally, int32_t row) {
    return (tally->several ? tally_most(tally, row) : tally_hands(tally, row)) + tally->abstained[row];
}

int32_t tally_leading(const Tally *tally, int32_t row) {
    int32_t leading = -1, most = 0;
    for (int32_t place = 0; place < tally->places; place++) {
        if (tally->hands[row][place] > most) {
            most = tally->hands[row][place];
            leading = place;
        } else if (tally->hands[row][place] == most) {
            leading = -1;
        }
    }
    return leading;
}

bool tally_is_of_few(const Tally *tally) {
    bool few = false;
    for (int32_t row = 0; row < tally->rows; row++) {
        int32_t answered = tally_answered(tally, row);
        few = few || (answered > 0 && answered < TALLY_FEW);
    }
    return few;
}

void tally_join(Tally *whole, const Tally *part) {
    for (int32_t row = 0; row < part->rows; row++) {
        for (int32_t place = 0; place < part->places; place++) {
            whole->hands[row][place] += part->hands[row][place];
        }
        whole->abstained[row] += part->abstained[row];
    }
}

typedef Share RowFigure(const Tally *a, const Tally *b, int32_t row);

static Share dispersion_of(const Tally *tally, const Tally *unused, int32_t row) {
    (void)unused;
    int64_t hands = tally_hands(tally, row), squares = 0, places = tally->places;
    for (int32_t place = 0; place < tally->places; place++) {
        squares += (int64_t)tally->hands[row][place] * tally->hands[row][place];
    }
    return places < 2 ? (Share){0} : (Share){places * (hands * hands - squares), (places - 1) * hands * hands};
}

static Share shift_of(const Tally *before, const Tally *after, int32_t row) {
    int64_t n = tally_hands(before, row), m = tally_hands(after, row), moved = 0;
    for (int32_t place = 0; place < before->places; place++) {
        int64_t difference = before->hands[row][place] * m - after->hands[row][place] * n;
        moved += difference < 0 ? -difference : difference;
    }
    return (Share){moved, 2 * n * m};
}

static Share concordance_of(const Tally *tally, const Tally *panel, int32_t row) {
    int64_t sum = 0, most = 0;
    for (int32_t place = 0; place < tally->places; place++) {
        sum += (int64_t)tally->hands[row][place] * panel->hands[row][place];
        most = panel->hands[row][place] > most ? panel->hands[row][place] : most;
    }
    return (Share){sum, tally_hands(tally, row) * most};
}

// Of parts of which a million would not fit the last places go, which are less than a millionth.
static int64_t millionths(Share share) {
    while (share.part > INT64_MAX / MILLION / 2) {
        share.part /= 2;
        share.of /= 2;
    }
    return (share.part * MILLION + share.of / 2) / share.of;
}

// Rows without a figure are left out. The fractions of several rows have no denominator in common that would fit.
static Share mean(const Tally *a, const Tally *b, RowFigure *figure) {
    Share only = {0};
    int64_t sum = 0, count = 0;
    for (int32_t row = 0; row < a->rows && !a->several; row++) {
        Share share = figure(a, b, row);
        if (share.of > 0) {
            only = share;
            sum += millionths(share);
            count += 1;
        }
    }
    return count <= 1 ? only : (Share){sum, count * MILLION};
}

Share tally_dispersion(const Tally *tally) {
    return mean(tally, NULL, dispersion_of);
}

Share tally_shift(const Tally *before, const Tally *after) {
    return mean(before, after, shift_of);
}

Share tally_concordance(const Tally *tally, const Tally *panel) {
    return mean(tally, panel, concordance_of);
}
