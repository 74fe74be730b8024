// Whatever a trainer does, in whatever order: the room is not shown what it should not see yet. Each secret of the case
// below holds a word of its own, which no text of the audience may contain before its time; nor may a count be seen
// before it is revealed, nor may anything that is seen depend on it.
#include "group/small_room.h"

#include "base/random.h"

enum { SEEDS = 60, STEPS = 400, PRESENT = 12, FEW_PRESENT = 4, FIVE = 5 };

#define WHY(id) "'why': {'gives': 'zwhy " id "', 'costs': 'zwhy', 'instead': 'zwhy'}"
#define SCENE(id, ask) \
    "{'id': '" id "', 'title': 'ztitle', 'trainer': {'notes': 'znote', 'prompts': ['zprompt']}, 'ask': {" ask "}}"
#define SECRET_CASE                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         \
    "'trainer': 'ztrainer', 'role': 'A counsellor', 'objectives': ['zobjective'], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         \
    "'gauges': [{'id': 'g', 'name': 'zgauge', 'min': 0, 'max': 10, 'start': 5, 'better': 'high', "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          \
    "'bands': [{'to': 4, 'word': 'zlow'}, {'to': 6, 'word': 'between'}, {'to': 10, 'word': 'zhigh'}]}], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   \
    "'facts': [{'id': 'f', 'about': 'zfact'}], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            \
    "'detectors': [{'id': 'd', 'name': 'zfound', 'about': 'zabout', 'match': ['hello'], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   \
    "'examples': {'yes': ['hello'], 'no': ['nothing']}}], 'start': 's', 'scenes': ["                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        \
    "{'id': 's', 'title': 'ztitle', 'lines': [{'text': 'zline1'}], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        \
    "'trainer': {'notes': 'znote', 'prompts': ['zprompt']}, 'ask': {'kind': 'choice', 'next': 't', "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        \
    "'confidence': true, 'panel': {'n': 5, 'answers': {'a': 4, 'b': 1}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   \
    "'voices': [{'who': 'zwho', 'answer': 'a', 'why': 'zvoice'}]}, 'model': 'zmodel', "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     \
    "'options': [{'id': 'a', 'text': 'Alpha', 'past': 'zpast', 'stance': 'recommended', 'scores': {'a': 2}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               \
    "'effects': {'g': 3}, 'set': ['f'], 'reply': [{'text': 'zreply'}], " WHY(                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               \
        "a") "}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          \
             "{'id': 'b', 'text': 'Beta', 'traps': ['sauveur'], 'effects': {'g': -3}, " WHY("b") "}], "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     \
                                                                                                 "'own_words': {'prompt': 'Otherwise', 'next': 't', 'detectors': [{'id': 'd', 'scores': {'a': 1}}], " WHY(                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  \
                                                                                                     "o") "}}}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           \
                                                                                                          "{'id': 't', 'lines': [{'text': 'zline2'}], 'trainer': {'notes': 'znote', 'prompts': ['zprompt']}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              \
                                                                                                          "'ask': {'kind': 'rate', 'next': 'u', "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           \
                                                                                                          "'panel': {'n': 5, 'answers': {'i': {'0': 4, '1': 1}}, 'voices': []}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           \
                                                                                                          "'scale': {'labels': ['no', 'maybe', 'yes']}, 'items': [{'id': 'i', 'text': 'One', 'why': 'zwhy'}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              \
                                                                                                          "{'id': 'j', 'text': 'Two', 'why': 'zwhy'}]}}, " SCENE(                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           \
                                                                                                              "u",                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          \
                                                                                                              "'kind': 'multiple', 'next': 'v', 'options': [{'id': 'p', 'text': 'Pi', " WHY(                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                \
                                                                                                                  "p") "}, "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                \
                                                                                                                       "{'id': 'q', 'text': 'Qu'}]") ", " SCENE("v", "'kind': 'classify', 'next': 'w', 'bins': [{'id': 'x', 'text': 'Left'}, {'id': 'y', 'text': 'Right'}], "                                                                                                                                                                                                                                                                                                                                                                                                                               \
                                                                                                                                                                     "'items': [{'id': 'k', 'text': 'Ka', 'bin': 'x', 'why': 'zwhy'}, {'id': 'l', 'text': 'El'}]") ", " SCENE("w", "'kind': 'rank', 'next': 'r', 'key': ['m', 'n', 'o'], " WHY("r") ", 'items': [{'id': 'n', 'text': 'En'}, {'id': 'm', 'text': 'Em'}, {'id': 'o', 'text': 'Oh'}]") ", " SCENE("r", "'kind': 'write', 'next': 'x', 'model': 'zmodel', 'detectors': [{'id': 'd'}], " WHY("w")) ", " SCENE("x",                                                                                                                               \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         "'kind': 'write', 'next': 'end', 'private': true") ", "                                                                            \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "{'id': 'end', 'ending': {'title': 'zend', 'text': 'zend', 'tone': 'good'}}], " \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "'debrief': {'questions': ['zquestion'], 'points': [{'text': 'zpoint', 'scenes': ['s']}]}"

typedef struct {
    Str word;
    uint32_t phases; // bit i: GroupPhase in which it may be seen
} Secret;

#define IN(phase) (UINT32_C(1) << (phase))

// Beside each other two ways tell only what the room saw of each.
#define WAYS IN(GROUP_PHASE_COUNT)

static const Secret SECRETS[] = {
    {S_INIT("ztrainer"), 0},
    {S_INIT("zobjective"), 0},
    {S_INIT("znote"), 0},
    {S_INIT("zfact"), 0},
    {S_INIT("zabout"), 0},
    {S_INIT("zvoice"), 0},
    {S_INIT("zwho"), 0},
    {S_INIT("zpoint"), 0},
    {S_INIT("ztitle"), 0},
    {S_INIT("sauveur"), 0},
    {S_INIT("recommended"), 0},
    {S_INIT("zprompt"), IN(GROUP_ANALYSIS)},
    {S_INIT("zquestion"), IN(GROUP_ANALYSIS)},
    {S_INIT("zwhy"), IN(GROUP_FOLLOWED)},
    {S_INIT("zmodel"), IN(GROUP_FOLLOWED)},
    {S_INIT("zreply"), IN(GROUP_FOLLOWED)},
    {S_INIT("zpast"), WAYS},
    {S_INIT("zgauge"), IN(GROUP_FOLLOWED) | WAYS},
    {S_INIT("zlow"), IN(GROUP_FOLLOWED) | WAYS},
    {S_INIT("zhigh"), IN(GROUP_FOLLOWED) | WAYS},
    {S_INIT("zfound"), IN(GROUP_AGREE)},
    {S_INIT("zidea"), IN(GROUP_OPENING) | IN(GROUP_TALK) | IN(GROUP_AGREE) | IN(GROUP_ANALYSIS) | IN(GROUP_TO_WORK)},
    {S_INIT("zend"), IN(GROUP_ENDING) | WAYS},
};

typedef struct {
    SmallRoom r;
    Random random;
    uint32_t seen;                // bit i: SECRETS[i], in its time
    bool tame;                    // goes on, most of the time
    bool revealed, apart, ranked; // counts were seen; … of a sub-group; … of ideas
    bool few;                     // a vote was revealed without its counts
    bool ways, ends;              // two ways were seen beside each other; … with both endings
} Spy;

static void add(StrBuilder *all, Str text) {
    str_add(all, text);
    str_add_char(all, '|');
}

// All that is told, in a row; what may be counted, too.
static Str all_of(Arena *arena, const Audience *audience) {
    StrBuilder all = {.arena = arena};
    const Str TEXTS[] = {audience->who,  audience->mood, audience->status, audience->heading,
                         audience->text, audience->note, audience->pause};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        add(&all, TEXTS[i]);
    }
    for (int32_t i = 0; i < audience->lines.count; i++) {
        add(&all, audience->lines.rows[i].who);
        add(&all, audience->lines.rows[i].mood);
        add(&all, audience->lines.rows[i].text);
    }
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        add(&all, row->label);
        add(&all, row->text);
        add(&all, row->number);
        str_addf(&all, "%c %d %d %d %d %d|", row->letter == 0 ? '-' : row->letter, row->permille, row->before,
                 row->followed, row->better, row->moved);
    }
    for (int32_t i = 0; i < audience->pairs.count; i++) {
        const AudiencePair *pair = &audience->pairs.rows[i];
        add(&all, pair->label);
        for (int32_t side = 0; side < 2; side++) {
            add(&all, pair->sides[side].number);
            add(&all, pair->sides[side].text);
            str_addf(&all, "%d|", pair->sides[side].permille);
        }
    }
    str_addf(&all, "%d %d %d %d", (int)audience->kind, audience->page, audience->page_count, audience->has_before);
    return str_built(&all);
}

static bool has_enough(const Tally *tally) {
    for (int32_t row = 0; row < tally->rows; row++) {
        int32_t voters = tally_answered(tally, row);
        if (voters > 0 && voters < FIVE) {
            return false;
        }
    }
    return true;
}

// Counts are of five people or more, those of ideas too, of which nobody knows how many raised a hand.
static void check_few(Spy *w, const AudienceRow *row) {
    const Group *group = &w->r.group;
    const GroupVote *vote = group->phase == GROUP_REVEAL ? group_last_vote(group, group_decision(group)) : NULL;
    int32_t most = 0;
    for (int32_t i = 0; i < group->ideas.count; i++) {
        most = group->ideas.rows[i].hands > most ? group->ideas.rows[i].hands : most;
    }
    if (row->typed) {
        assert_true(most >= FIVE);
    } else if (vote != NULL) {
        assert_true(has_enough(&vote->tally));
        assert_true(row->before == AUDIENCE_HIDDEN || has_enough(&group_find_vote(group, vote->decision, 1)->tally));
    }
}

static void check_counts(Spy *w, const Audience *audience) {
    const Group *group = &w->r.group;
    w->few = w->few || (audience->of_few && group->phase == GROUP_REVEAL);
    assert_true(!audience->of_few || (audience->note.len > 0 && audience->kind == AUDIENCE_ANSWERS));
    bool shows = !group->open && (group->phase == GROUP_REVEAL || group->phase == GROUP_FOLLOWED);
    shows = shows || (group->ideas_shown == GROUP_IDEAS_RANKED && !group->ranks);
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        bool counted = row->number.len > 0 || row->permille != AUDIENCE_HIDDEN || row->before != AUDIENCE_HIDDEN;
        assert_true(shows || !counted);
        assert_true(shows || group->phase == GROUP_AGREE || !row->followed);
        assert_true(row->before == AUDIENCE_HIDDEN || (group->shows_both && group->phase == GROUP_REVEAL));
        w->revealed = w->revealed || counted;
        if (counted) {
            check_few(w, row);
        }
        w->ranked = w->ranked || (counted && row->typed);
    }
}

// A sub-group is seen alone only where all of them had enough voters, once the trainer wants it.
static void check_parts(Spy *w, Str all) {
    const Group *group = &w->r.group;
    if (str_find(all, S("Left half")) < 0 && str_find(all, S("Right half")) < 0) {
        return;
    }
    assert_true(group->phase == GROUP_REVEAL && group->shows_parts);
    const GroupVote *vote = group_last_vote(group, group_decision(group));
    for (int32_t part = 0; part < 2; part++) {
        for (int32_t row = 0; row < vote->tally.rows; row++) {
            assert_true(tally_answered(&vote->parts[part], row) >= GROUP_LEAST_PART);
        }
    }
    w->apart = true;
}

// Both ways are beside each other once the trainer wants it, and after an answer was given anew.
static void check_ways(Spy *w, const Audience *audience, Str all) {
    const Group *group = &w->r.group;
    if (audience->kind != AUDIENCE_WAYS) {
        assert_int_equal(audience->pairs.count, 0);
        return;
    }
    bool both_ended = group->left.ended && group->ended;
    assert_true(group->left.shown && group->phase >= GROUP_FOLLOWED && group->phase < GROUP_TO_WORK);
    assert_true(str_find(all, S("zend")) < 0 || group->left.ended || group->ended);
    assert_true(str_find(all, S("zgauge")) < 0 || (both_ended && !group->hides_gauges));
    w->ways = true;
    w->ends = w->ends || both_ended;
}

static void check(Spy *w) {
    const Group *group = &w->r.group;
    Arena *arena = &w->r.frame;
    ArenaMark mark = arena_mark(arena);
    Audience audience = shown(&w->r);
    Str all = all_of(arena, &audience);
    assert_true(!group->black || (audience.kind == AUDIENCE_BLACK && audience.rows.count == 0));
    for (int32_t i = 0; i < COUNT(SECRETS); i++) {
        bool told = str_find(all, SECRETS[i].word) >= 0;
        int32_t when = audience.kind == AUDIENCE_WAYS ? (int32_t)GROUP_PHASE_COUNT : (int32_t)group->phase;
        if (told && (SECRETS[i].phases >> when & 1) == 0) {
            fail_msg("%.*s in phase %d: %.*s", S_ARG(SECRETS[i].word), group->phase, S_ARG(all));
        }
        w->seen |= told ? IN(i) : 0;
    }
    const Session *session = &group->solo.session;
    bool early = session->way.count == 0 && !session->jumped && group->phase < GROUP_FOLLOWED;
    assert_true(!early || str_find(all, S("zline2")) < 0);
    assert_true(str_find(all, S("zwhy")) < 0 || audience.kind == AUDIENCE_REASONS);
    assert_true(str_find(all, S("zfound")) < 0 || group->shows_found);
    assert_true(str_find(all, S("zidea")) < 0 || group->ideas_shown != GROUP_IDEAS_HIDDEN);
    check_counts(w, &audience);
    check_parts(w, all);
    check_ways(w, &audience, all);
    arena_rewind(arena, mark);
}

static bool act_with(Spy *w, GroupActionKind kind, int32_t index, int32_t value) {
    static const SoloActionKind DRAFTS[] = {SOLO_TOGGLE,   SOLO_MOVE, SOLO_SET_LEVEL, SOLO_PUT,
                                            SOLO_SET_TEXT, SOLO_TICK, SOLO_LIST_ALL};
    GroupAction action = {.kind = kind,
                          .index = index,
                          .value = value,
                          .text = kind == GROUP_IDEA ? S("zidea") : S("hello there"),
                          .draft = {.kind = DRAFTS[random_below(&w->random, COUNT(DRAFTS))],
                                    .index = index,
                                    .value = value,
                                    .text = S("hello there, how are you")},
                          .now_ms = w->r.now_ms += 400};
    return group_update(&w->r.group, &action);
}

// What the room sees of a vote that is open is the same for whatever the hands went up.
static void check_hands(Spy *w) {
    Arena *arena = &w->r.frame;
    ArenaMark mark = arena_mark(arena);
    if ((w->r.group.open || w->r.group.ranks) && act(&w->r, GROUP_COUNT, 0)) {
        Audience first = shown(&w->r);
        Str before = all_of(arena, &first);
        assert_true(act(&w->r, GROUP_TAKE, 0));
        assert_true(act(&w->r, GROUP_COUNT, 1));
        Audience second = shown(&w->r);
        assert_true(str_equal(before, all_of(arena, &second)));
    }
    arena_rewind(arena, mark);
}

// On, as a trainer who knows the way.
static void lead(Spy *w) {
    static const SoloActionKind KINDS[] = {SOLO_SET_TEXT, SOLO_PUT, SOLO_SET_LEVEL};
    for (int32_t i = 0; w->r.group.phase == GROUP_AGREE && i < COUNT(KINDS) * 2; i++) {
        GroupAction action = {
            .kind = GROUP_DRAFT,
            .draft = {.kind = KINDS[i % COUNT(KINDS)], .index = i / COUNT(KINDS), .text = S("hello there, and you")},
            .now_ms = w->r.now_ms};
        (void)group_update(&w->r.group, &action);
    }
    (void)act_with(w, GROUP_PICK, random_below(&w->random, 2), 0);
    if (w->r.group.phase == GROUP_AGREE && !w->r.group.shows_found) {
        (void)act_with(w, GROUP_FOUND, 0, 1);
        return;
    }
    (void)act(&w->r, GROUP_NEXT, 0);
}

// All hands of one item, of all sub-groups but perhaps the last one.
static void count_all(Spy *w) {
    for (int32_t i = random_below(&w->random, 2); i < PRESENT && w->r.group.open; i++) {
        (void)act_with(w, GROUP_PART, i % 2, 0);
        (void)act_with(w, GROUP_COUNT, random_below(&w->random, 3), 0);
    }
}

static void call_out(Spy *w) {
    (void)act_with(w, GROUP_IDEA, 0, 0);
    (void)act_with(w, GROUP_RANK, 0, random_below(&w->random, 2));
    for (int32_t i = random_below(&w->random, 3 * FIVE); i >= 0; i--) {
        (void)act_with(w, GROUP_COUNT, random_below(&w->random, 3), 0);
    }
    check_hands(w);
    (void)act_with(w, random_below(&w->random, 2) == 0 ? GROUP_CLOSE : GROUP_RANK, 0, 0);
    (void)act_with(w, GROUP_SHOW_IDEAS, 0, random_below(&w->random, 3));
}

// The debrief is left for another way, which is then shown beside the first one.
static bool lead_elsewhere(Spy *w) {
    int32_t count = w->r.group.solo.session.way.count;
    if (w->r.group.phase == GROUP_REACTIONS && count > 0 && random_below(&w->random, 3) > 0) {
        (void)act_with(w, GROUP_REPLAY, 1, 0);
    }
    return act_with(w, GROUP_SHOW_WAYS, 0, 1);
}

static void step(Spy *w) {
    int32_t what = random_below(&w->random, w->tame ? 200 : 24);
    if (what % 8 == 7) {
        count_all(w);
    } else if (what % 8 == 6 && group_takes_ideas(&w->r.group)) {
        call_out(w);
        return;
    }
    if (what >= 24) {
        if (!lead_elsewhere(w)) {
            lead(w);
        }
        return;
    }
    if (what >= 20 && w->r.group.phase == GROUP_ANALYSIS) {
        (void)act_with(w, GROUP_TALK_OF, random_below(&w->random, 2), 0);
        (void)act_with(w, GROUP_QUESTION, random_below(&w->random, 3), 0);
    } else if (what < 8 || what >= 20) {
        (void)act(&w->r, GROUP_NEXT, 0);
    } else if (what < 12) {
        (void)act_with(w, GROUP_COUNT, random_below(&w->random, 3), 0);
    } else if (what < 14) {
        (void)act_with(w, GROUP_DRAFT, random_below(&w->random, 4), random_below(&w->random, 3));
    } else if (what < 15) {
        check_hands(w);
    } else {
        (void)act_with(w, (GroupActionKind)random_below(&w->random, GROUP_ACTION_COUNT),
                       random_below(&w->random, GROUP_PHASE_COUNT) - 1, random_below(&w->random, 4));
    }
}

static void nothing_is_seen_before_its_time(void **state) {
    (void)state;
    Spy w = {0};
    for (int32_t seed = 0; seed < count_properties(SEEDS); seed++) {
        begin_room(&w.r, S(SECRET_CASE), seed % 6 == 5 ? FEW_PRESENT : PRESENT);
        w.random = random_from_seed((uint64_t)seed);
        w.tame = seed % 2 == 1;
        (void)act(&w.r, GROUP_DIVIDE, seed % 4 < 2 ? GROUP_HALVES : GROUP_WHOLE);
        for (int32_t i = 0; i < STEPS; i++) {
            step(&w);
            check(&w);
        }
        end_room(&w.r);
    }
    for (int32_t i = 0; i < COUNT(SECRETS); i++) {
        if (SECRETS[i].phases != 0 && (w.seen >> i & 1) == 0) { // it was not looked for where it is
            fail_msg("%.*s was never seen", S_ARG(SECRETS[i].word));
        }
    }
    assert_true(w.revealed && w.apart && w.few && w.ranked && w.ways && w.ends);
}

// What the room sees of the vote of a few, of whom the third answer is followed in any case.
static Str seen_of_few(Arena *arena, const int32_t hands[3]) {
    SmallRoom r;
    begin_room(&r, S(TWO), PRESENT);
    go(&r, GROUP_VOTE);
    raise(&r, hands[0], hands[1], hands[2]);
    assert_true(act(&r, GROUP_CLOSE, 0) && act(&r, GROUP_CLOSE, 0));
    go(&r, GROUP_REVEAL);
    (void)act(&r, GROUP_PICK, 2);
    Audience audience = shown(&r);
    Str all = all_of(arena, &audience);
    end_room(&r);
    return all;
}

static void of_a_vote_of_few_nothing_but_what_is_followed_is_seen(void **state) {
    (void)state;
    Arena arena = {0};
    for (int32_t voters = 1; voters < FIVE; voters++) {
        Str first[2] = {{0}, {0}};
        for (int32_t i = 0; i < (voters + 1) * (voters + 1); i++) {
            int32_t hands[3] = {i % (voters + 1), i / (voters + 1), 0};
            hands[2] = voters - hands[0] - hands[1];
            if (hands[2] < 0) {
                continue;
            }
            bool leads = hands[2] > hands[0] && hands[2] > hands[1];
            Str seen = seen_of_few(&arena, hands);
            assert_true(first[leads].len == 0 || str_equal(first[leads], seen));
            first[leads] = seen;
        }
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_seen_before_its_time),
        cmocka_unit_test(of_a_vote_of_few_nothing_but_what_is_followed_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
