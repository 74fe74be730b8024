#include "view/room_tour.h"

#include "base/error.h"

enum { QUESTIONS = 4 };

static int32_t pick(Tour *tour, int32_t below) {
    return random_below(&tour->random, below);
}

static bool act(Tour *tour, GroupActionKind kind, int32_t index, int32_t value) {
    GroupAction action = {
        .kind = kind, .index = index, .value = value, .text = tour->words, .now_ms = tour->group.now_ms};
    return group_update(&tour->group, &action);
}

void tour_begin(Tour *tour, const GroupStart *start, uint64_t seed) {
    Str words = tour->words;
    *tour = (Tour){.random = random_from_seed(seed), .words = words};
    ASSERT(group_begin(&tour->group, start));
}

// Everybody raises a hand, and now and then nobody does.
static bool raise_hands(Tour *tour) {
    const Group *group = &tour->group;
    int32_t places = group->hands[0].places;
    bool raised = false, counted = group_count_voted(group) > 0;
    for (int32_t i = 0; i < group->present && places > 0 && !counted; i++) {
        bool abstains = pick(tour, 12) == 0;
        int32_t place = pick(tour, places);
        raised = act(tour, abstains ? GROUP_ABSTAIN : GROUP_COUNT, place, 0) || raised;
    }
    return raised;
}

static void draft(Tour *tour, SoloActionKind kind, int32_t index, int32_t value) {
    GroupAction action = {.kind = GROUP_DRAFT,
                          .draft = {.kind = kind, .index = index, .value = value, .text = tour->words},
                          .now_ms = tour->group.now_ms};
    (void)group_update(&tour->group, &action);
}

static void agree(Tour *tour) {
    const Ask *ask = group_ask(&tour->group);
    if (tour->group.solo.phase == SOLO_PHASE_WORDS) {
        draft(tour, SOLO_SET_TEXT, 0, 0);
        (void)act(tour, GROUP_FOUND, 0, 1);
        return;
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (ask->kind == ASK_RANK) {
            draft(tour, SOLO_MOVE, i, pick(tour, ask->items.count));
        } else if (tour->group.solo.draft.where[i] < 0) {
            draft(tour, ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, 0);
        }
    }
    if (ask->kind == ASK_MULTIPLE && tour->group.solo.draft.set == 0) {
        draft(tour, SOLO_TOGGLE, 0, 0);
    }
}

// What the trainer does besides turning pages, once a phase begins.
static void arrange(Tour *tour) {
    const Group *group = &tour->group;
    switch (group->phase) {
    case GROUP_REVEAL:
        (void)act(tour, GROUP_SHOW_BOTH, 0, pick(tour, 4) > 0);
        if (group->picked < 0 || pick(tour, 4) == 0 || tour->replayed) {
            (void)act(tour, GROUP_PICK, tour->replayed, 0);
        }
        break;
    case GROUP_AGREE:
        agree(tour);
        break;
    case GROUP_REACTIONS: // back to the last decision but one, once, and then both ways beside each other
        if (!tour->replayed && group->solo.session.way.count > 1) {
            tour->replayed = true;
            (void)act(tour, GROUP_REPLAY, group->solo.session.way.count - 1, 0);
        } else {
            (void)act(tour, GROUP_SHOW_WAYS, 0, 1);
        }
        break;
    case GROUP_PAGE:
        for (int32_t i = 0; i < GROUP_KEPT; i++) {
            (void)act(tour, GROUP_KEEP, i, 0);
        }
        (void)act(tour, GROUP_RAISE, 0, 0);
        break;
    default:
        break;
    }
}

bool tour_step(Tour *tour) {
    Group *group = &tour->group;
    GroupPhase before = group->phase;
    if (group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        return act(tour, GROUP_SURE, 0, 1 + pick(tour, 3));
    }
    if (group->open && raise_hands(tour)) {
        return true;
    }
    if (group->phase == GROUP_ANALYSIS && group->talk_of < QUESTIONS) {
        return act(tour, GROUP_TALK_OF, group->talk_of + 1, 0);
    }
    bool changed = act(tour, GROUP_NEXT, 0, 0);
    if (group->phase != before) {
        arrange(tour);
    }
    return changed;
}
