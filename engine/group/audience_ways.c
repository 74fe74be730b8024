#include "group/audience_inside.h"
#include "group/group_ways.h"

enum { HEADING_LINES = 2 };

typedef ROWS_OF(AudiencePair) Pairs;

static AudiencePair *add_pair(const Room *room, Pairs *pairs, Str label) {
    AudiencePair *pair = rows_append(room->arena, pairs);
    *pair = (AudiencePair){.label = label, .sides = {{.permille = AUDIENCE_HIDDEN}, {.permille = AUDIENCE_HIDDEN}}};
    return pair;
}

static int32_t side_width(const Room *room) {
    return (audience_width(room) - AUDIENCE_WAY_GAP) / 2 - 2 * AUDIENCE_WAY_EDGE;
}

static int32_t text_width(const Room *room, const AudiencePair *pair) {
    bool numbered = pair->sides[0].number.len > 0 || pair->sides[1].number.len > 0;
    return side_width(room) - (numbered ? AUDIENCE_WAY_TEXT : 0);
}

static int32_t pair_height(const Room *room, const AudiencePair *pair) {
    int32_t most = AUDIENCE_CLOSE_BADGE, width = text_width(room, pair);
    for (int32_t i = 0; i < 2; i++) {
        int32_t bar = pair->sides[i].permille != AUDIENCE_HIDDEN ? AUDIENCE_MARK : 0;
        int32_t height = audience_height(pair->sides[i].text, ROOM_TEXT, width) + bar;
        most = height > most ? height : most;
    }
    int32_t label = audience_height(pair->label, ROOM_LABEL, audience_width(room));
    return label + most + 2 * AUDIENCE_CLOSE_PAD + AUDIENCE_CLOSE_GAP;
}

// A text that is longer than half a page goes on in the next pair.
static void split_pair(Room *room, Pairs *pairs, AudiencePair pair) {
    RoomFit fit = {ROOM_TEXT, text_width(room, &pair), AUDIENCE_BODY / 3, 0};
    Str rests[2] = {pair.sides[0].text, pair.sides[1].text};
    do {
        for (int32_t i = 0; i < 2; i++) {
            pair.sides[i].text = rests[i].len > 0 ? audience_cut_words(&rests[i], fit) : (Str){0};
        }
        *rows_append(room->arena, pairs) = pair;
        pair.label = (Str){0};
    } while (rests[0].len > 0 || rests[1].len > 0);
}

static void end_page(Room *room, const Audience *head, const Pairs *pairs, int32_t first, int32_t end) {
    Audience page = *head;
    page.pairs.rows = pairs->rows + first;
    page.pairs.count = end - first;
    (void)audience_add_page(room, page);
}

static void add_pairs(Room *room, const Pairs *whole, Audience head) {
    Pairs pairs = {0};
    for (int32_t i = 0; i < whole->count; i++) {
        split_pair(room, &pairs, whole->rows[i]);
    }
    int32_t heading = audience_height(head.heading, ROOM_ASKED, audience_width(room));
    int32_t most =
        AUDIENCE_BODY - heading - (heading > 0 ? AUDIENCE_CLOSE_GAP : 0) - AUDIENCE_SMALL_LINE - AUDIENCE_CLOSE_GAP;
    int32_t first = 0, height = 0;
    for (int32_t i = 0; i < pairs.count; i++) {
        int32_t higher = pair_height(room, &pairs.rows[i]);
        if (i > first && height + higher > most) {
            end_page(room, &head, &pairs, first, i);
            first = i;
            height = 0;
        }
        height += higher;
    }
    end_page(room, &head, &pairs, first, pairs.count);
}

static void add_step(const Room *room, AudiencePair *pair, int32_t side, const ToldStep *step) {
    if (step != NULL) {
        pair->sides[side].number = telling_number(room->telling, step->number);
        pair->sides[side].text = step->words;
        pair->sides[side].typed = step->typed;
    }
}

static void add_steps(const Room *room, const ToldComparison *both, Pairs *pairs) {
    for (int32_t i = 0; i < both->rows.count; i++) {
        const ComparedRow *row = &both->rows.rows[i];
        if (!row->same) {
            AudiencePair *pair = add_pair(room, pairs, (Str){0});
            add_step(room, pair, 0, row->steps[0]);
            add_step(room, pair, 1, row->steps[1]);
        }
    }
}

// One that the room was not shown yet stays untold.
static void add_endings(const Room *room, const ToldComparison *both, Pairs *pairs) {
    const bool SEEN[2] = {room->group->left.ended, room->group->ended};
    if (!SEEN[0] && !SEEN[1]) {
        return;
    }
    AudiencePair *pair = add_pair(room, pairs, (Str){0});
    for (int32_t i = 0; i < 2; i++) {
        if (SEEN[i] && both->ways[i].finished) {
            pair->sides[i].number = S("⚑");
            pair->sides[i].text = both->ways[i].ending_title;
        }
    }
}

// Gauges tell of two ways only where both have come to their end.
static void say_changes(Room *room, const ToldComparison *both) {
    Pairs pairs = {0};
    bool told = room->group->left.ended && room->group->ended && !room->group->hides_gauges;
    for (int32_t i = 0; i < both->gauges.count && told; i++) {
        const ComparedGauge *gauge = &both->gauges.rows[i];
        if (room->scenario->gauges.rows[gauge->gauge].shown == SHOWN_NOT_ROOM) {
            continue;
        }
        AudiencePair *pair = add_pair(room, &pairs, gauge->name);
        for (int32_t side = 0; side < 2; side++) {
            pair->sides[side].text = gauge->words[side];
            pair->sides[side].permille = audience_permille(gauge->values[side] - gauge->min, gauge->max - gauge->min);
        }
    }
    if (pairs.count > 0) {
        add_pairs(
            room, &pairs,
            (Audience){.kind = AUDIENCE_WAYS,
                       .heading = audience_words(room, TR("What changes")),
                       .ways = {audience_words(room, TR("The first time")), audience_words(room, TR("This time"))}});
    }
}

// Quotes what was heard before they part, if that is short; titles of scenes are the trainer's.
static Str heading_of(const Room *room, const ToldComparison *both) {
    Str said = both->last_line.by != 0 ? audience_quoted(room, both->last_line.text) : (Str){0};
    bool fits = audience_count_lines(said, ROOM_ASKED, audience_width(room)) <= HEADING_LINES;
    return said.len > 0 && fits ? said : audience_words(room, TR("Two ways to answer, two stories"));
}

void audience_say_ways(Room *room) {
    ToldComparison both = group_compare_ways(room->group, room->telling);
    Pairs pairs = {0};
    Audience head = {.kind = AUDIENCE_WAYS,
                     .status = TELLING_FORMAT(room->telling, TR("What if…, decision {0}"),
                                              telling_number(room->telling, both.decision)),
                     .heading = heading_of(room, &both),
                     .ways = {audience_words(room, TR("The first time")), audience_words(room, TR("This time"))}};
    add_steps(room, &both, &pairs);
    add_endings(room, &both, &pairs);
    add_pairs(room, &pairs, head);
    say_changes(room, &both);
}
