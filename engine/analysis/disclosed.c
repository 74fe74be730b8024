#include "analysis/disclosed.h"

#include "base/number.h"

static bool is_few(int64_t people) {
    return people > 0 && people < DISCLOSED_LEAST;
}

// The smallest cell with people in it that is not hidden yet; the first of equals. NULL: there is none.
static DisclosedCell *find_next(DisclosedCell *cells) {
    DisclosedCell *found = NULL;
    for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
        if (!cells[i].hidden && cells[i].hands > 0 && (found == NULL || cells[i].hands < found->hands)) {
            found = &cells[i];
        }
    }
    return found;
}

// Where several hands may be raised, who raised none for a place is as easily counted as who did.
static bool tells_few(const DisclosedCell *cells, bool several) {
    for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
        if (is_few(cells[i].hands) || (several && is_few(cells[i].of - cells[i].hands))) {
            return true;
        }
    }
    return false;
}

static void hide_few(DisclosedCell *cells, bool several) {
    int64_t people = 0;
    for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
        cells[i].hidden = cells[i].of > 0 && (several || cells[i].hands < DISCLOSED_LEAST);
        people += cells[i].hidden ? cells[i].hands : 0;
    }
    for (DisclosedCell *next = find_next(cells); next != NULL && people < DISCLOSED_LEAST; next = find_next(cells)) {
        next->hidden = true;
        people += next->hands;
    }
}

static void fill_row(const DisclosedVote *vote, int32_t row, int64_t voters, DisclosedCell *cells) {
    for (int32_t place = 0; place < vote->tally.places; place++) {
        bool offered = (vote->offered >> place & 1) != 0;
        cells[place] = (DisclosedCell){.hands = vote->tally.hands[row][place], .of = offered ? voters : 0};
    }
    cells[DISCLOSED_ABSTAINED] = (DisclosedCell){.hands = vote->tally.abstained[row], .of = voters};
}

bool disclosed_open(const DisclosedVote *vote, Disclosed *disclosed) {
    const Tally *tally = &vote->tally;
    *disclosed = (Disclosed){.rows = tally->rows, .places = tally->places, .several = tally->several};
    for (int32_t row = 0; row < tally->rows; row++) {
        int64_t answered = tally_answered(tally, row);
        int64_t voters = tally->several ? max(vote->present, (int32_t)answered) : answered;
        if (answered < DISCLOSED_LEAST) {
            return false;
        }
        disclosed->voters[row] = voters;
        fill_row(vote, row, voters, disclosed->cells[row]);
    }
    return tally->rows > 0;
}

void disclosed_hide(Disclosed *disclosed) {
    for (int32_t row = 0; row < disclosed->rows; row++) {
        DisclosedCell *cells = disclosed->cells[row];
        if (tells_few(cells, disclosed->several)) {
            hide_few(cells, disclosed->several);
        }
        for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
            cells[i].hands = cells[i].hidden ? 0 : cells[i].hands;
        }
    }
}

void disclosed_join(Disclosed *whole, const Disclosed *part) {
    whole->rows = max(whole->rows, part->rows);
    whole->places = max(whole->places, part->places);
    whole->several = part->several;
    for (int32_t row = 0; row < part->rows; row++) {
        whole->voters[row] += part->voters[row];
        for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
            DisclosedCell *cell = &whole->cells[row][i];
            const DisclosedCell *more = &part->cells[row][i];
            cell->hidden = cell->hidden || more->hidden;
            cell->hands = cell->hidden ? 0 : cell->hands + more->hands;
            cell->of += more->of;
        }
    }
}

static bool is_offered(const Disclosed *disclosed, int32_t place) {
    return disclosed != NULL && disclosed->cells[0][place].of > 0;
}

bool disclosed_tally(const Disclosed *a, const Disclosed *b, Tally *tally) {
    *tally = (Tally){.rows = a->rows, .several = a->several};
    bool full = true;
    for (int32_t place = 0; place < a->places; place++) {
        if (!is_offered(a, place) && !is_offered(b, place)) {
            continue;
        }
        for (int32_t row = 0; row < a->rows; row++) {
            tally->hands[row][tally->places] = (int32_t)a->cells[row][place].hands;
            full = full && !a->cells[row][place].hidden;
        }
        tally->places += 1;
    }
    for (int32_t row = 0; row < a->rows; row++) {
        tally->abstained[row] = (int32_t)a->cells[row][DISCLOSED_ABSTAINED].hands;
        full = full && !a->cells[row][DISCLOSED_ABSTAINED].hidden;
    }
    return full;
}
