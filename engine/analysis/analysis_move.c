// Moves between the two votes of a decision, within the bounds that the counts leave.
#include "analysis/analysis_inside.h"
#include "base/number.h"

// One count of the same people before the talk and after it.
typedef struct {
    Disclosed rounds[ANALYSIS_ROUNDS];
    int32_t people;
} Count;

static bool read_count(const Scenario *scenario, const GroupVote *before, const GroupVote *after, Count *count) {
    const GroupVote *votes[ANALYSIS_ROUNDS] = {before, after};
    count->people = 0;
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        DisclosedVote vote;
        Tally tally;
        Disclosed *counts = &count->rounds[round];
        if (!analysis_read_vote(scenario, votes[round], &vote) || !disclosed_open(&vote, counts) || counts->rows != 1 ||
            counts->several) {
            return false;
        }
        disclosed_hide(counts);
        if (!disclosed_tally(counts, NULL, &tally)) {
            return false;
        }
        count->people = max(count->people, max(votes[round]->present, (int32_t)counts->voters[0]));
    }
    return true;
}

static bool is_counted_apart(const GroupVote *before, const GroupVote *after) {
    bool same = before->part_count > 0 && before->part_count == after->part_count;
    for (int32_t part = 0; same && part < before->part_count; part++) {
        same = before->part_of[part].size == after->part_of[part].size &&
               str_equal(before->part_of[part].name, after->part_of[part].name);
    }
    return same;
}

static void add_count(AnalysisGathered *gathered, const Count *count) {
    for (int32_t from = 0; from < DISCLOSED_CELLS; from++) {
        for (int32_t to = 0; to < DISCLOSED_CELLS; to++) {
            int64_t before = count->rounds[ANALYSIS_BEFORE].cells[0][from].hands;
            int64_t after = count->rounds[ANALYSIS_AFTER].cells[0][to].hands;
            int64_t least = before + after - count->people, most = before < after ? before : after;
            gathered->moves[from][to].low += least < DISCLOSED_LEAST ? 0 : least;
            gathered->moves[from][to].high += most > 0 && most < DISCLOSED_LEAST ? DISCLOSED_LEAST : most;
        }
    }
}

void analysis_add_moves(const Scenario *scenario, AnalysisGathered *gathered, const GroupVote *const *votes) {
    const GroupVote *before = votes[ANALYSIS_BEFORE], *after = votes[ANALYSIS_AFTER];
    Count counts[GROUP_PARTS];
    int32_t parts = is_counted_apart(before, after) ? before->part_count : 0;
    bool apart = parts > 0;
    for (int32_t part = 0; part < parts && apart; part++) {
        GroupVote first = group_vote_of(before, part), last = group_vote_of(after, part);
        apart = read_count(scenario, &first, &last, &counts[part]);
    }
    if (!apart && !read_count(scenario, before, after, &counts[0])) {
        return;
    }
    for (int32_t part = 0; part < (apart ? parts : 1); part++) {
        add_count(gathered, &counts[part]);
    }
    gathered->told.moved += 1;
    gathered->told.moved_apart += apart;
}

void analysis_tell_moves(Arena *arena, AnalysisGathered *gathered) {
    for (int32_t from = 0; from < DISCLOSED_CELLS; from++) {
        for (int32_t to = 0; to < DISCLOSED_CELLS; to++) {
            if (gathered->moves[from][to].high > 0) {
                *rows_append(arena, &gathered->told.moves) = (AnalysisMove){.from = from,
                                                                            .to = to,
                                                                            .low = gathered->moves[from][to].low,
                                                                            .high = gathered->moves[from][to].high};
            }
        }
    }
}
