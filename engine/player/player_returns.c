#include "player/player_parts.h"
#include "session/mastery.h"
#include "solo/short_quiz.h"

static bool is_on(const Player *player) {
    return app_setting(&player->app, SETTING_RETURNS) && app_can_write(&player->app);
}

bool player_returns_may_ask(const Player *player) {
    const OpenCase *open = &player->open;
    return app_can_write(&player->app) && open->scenario && open->scenario->kind == KIND_QUIZ && !open->review &&
           player->walk == 0 && !app_setting(&player->app, SETTING_RETURNS) &&
           !app_setting(&player->app, SETTING_RETURNS_ASKED);
}

void player_returns_begin(Player *player) {
    player->returns.wanted = app_setting(&player->app, SETTING_RETURNS) != 0;
    if (is_on(player)) {
        player_returns_read(player);
    }
}

void player_returns_forget(Player *player) {
    PlayerReturns *returns = &player->returns;
    arena_finish(&returns->arena);
    *returns = (PlayerReturns){
        .jobs = returns->jobs, .reviews = returns->reviews, .wanted = app_setting(&player->app, SETTING_RETURNS) != 0};
}

void player_returns_follow(Player *player) {
    bool wanted = app_setting(&player->app, SETTING_RETURNS) != 0;
    if (!app_can_write(&player->app) || wanted == player->returns.wanted) {
        return;
    }
    player->returns.wanted = wanted;
    app_change_setting(&player->app, SETTING_RETURNS_ASKED, true);
    if (wanted) {
        player->returns.learns_then = player->screen == SCREEN_DEBRIEF;
        player_returns_read(player);
    } else {
        player_returns_forget(player);
        player_returns_erase(player);
    }
}

static const Card *card_of(const Player *player, int32_t row) {
    return &player->library.cards.rows[row];
}

// A copy of a case may have its id too: the first that can be played counts.
static int32_t find_card(const Player *player, Str id) {
    for (int32_t i = 0; i < player->library.cards.count; i++) {
        const Card *card = card_of(player, i);
        if (!card->broken && str_equal(card->told.id, id) && str_begins(card->told.language, player->app.language)) {
            return i;
        }
    }
    return -1;
}

static bool can_play(const Player *player, const StoreReturn *item, int32_t *card) {
    *card = -1;
    if (item->kind == STORE_RETURNS_DETECTOR) {
        return str_equal(item->home, player->app.language) &&
               framework_find_detector(&player->framework, item->home, item->item) != NULL;
    }
    *card = find_card(player, item->home);
    return *card >= 0;
}

static ReturnsGroup *group_of(ReturnsGroup *rows, int32_t *count, const StoreReturn *item) {
    for (int32_t i = 0; i < *count; i++) {
        if (rows[i].kind == item->kind && str_equal(rows[i].home, item->home)) {
            return &rows[i];
        }
    }
    rows[*count] = (ReturnsGroup){.kind = item->kind, .home = item->home};
    return &rows[(*count)++];
}

ReturnsList player_returns_list(const Player *player, Arena *arena) {
    const StoreReturns *kept = &player->returns.kept;
    ReturnsGroup *rows = arena_push(arena, ReturnsGroup, kept->items.count);
    int32_t count = 0, due = 0, card;
    for (int32_t i = 0; i < kept->items.count; i++) {
        const StoreReturn *item = &kept->items.rows[i];
        if (leitner_is_due(item->card, kept->clock.day) && can_play(player, item, &card)) {
            ReturnsGroup *group = group_of(rows, &count, item);
            group->card = card;
            group->due++;
            due++;
        }
    }
    return (ReturnsList){rows, count, due};
}

StoreReturn *player_returns_find(Player *player, StoreReturnsKind kind, Str home, Str name) {
    StoreReturnTable *items = &player->returns.kept.items;
    for (int32_t i = 0; i < items->count; i++) {
        StoreReturn *item = &items->rows[i];
        if (item->kind == kind && str_equal(item->home, home) && str_equal(item->item, name)) {
            return item;
        }
    }
    return NULL;
}

static StoreReturn *add_item(Player *player, StoreReturnsKind kind, Str home, Str name) {
    PlayerReturns *returns = &player->returns;
    StoreReturn *item = rows_append(&returns->arena, &returns->kept.items);
    *item =
        (StoreReturn){.kind = kind, .home = str_copy(&returns->arena, home), .item = str_copy(&returns->arena, name)};
    return item;
}

static void answer(Player *player, StoreReturn *item, bool mastered) {
    item->card = leitner_answer(item->card, player->returns.kept.clock.day, mastered);
}

// An answer of record, and what it was given to.
typedef struct {
    const Scenario *scenario;
    const Ask *ask;
    const Answer *answer;
    Str scene;
} Given;

static Given given(const Solo *walk, int32_t record) {
    const Session *session = &walk->session;
    const Event *event = &session->events.rows[session->records.rows[record]];
    const Scene *scene = &walk->scenario->scenes.rows[event->scene];
    return (Given){.scenario = walk->scenario,
                   .ask = &walk->scenario->asks.rows[scene->ask],
                   .answer = &event->answer,
                   .scene = scenario_name(walk->scenario, scene->id)};
}

static void learn_question(Player *player, const Given *what) {
    Str home = scenario_name(what->scenario, what->scenario->id);
    Mastery mastery = mastery_of_answer(what->scenario, what->ask, what->answer);
    if (mastery != MASTERY_NOT_JUDGED) {
        StoreReturn *item = player_returns_find(player, STORE_RETURNS_QUESTION, home, what->scene);
        item = item ? item : add_item(player, STORE_RETURNS_QUESTION, home, what->scene);
        answer(player, item, mastery == MASTERY_REACHED);
    }
}

// That it was looked for is enough: whether it was found tells of one sentence, not of what somebody knows.
static void learn_detectors(Player *player, const Given *what) {
    Span uses = ask_detectors(what->scenario, what->ask);
    if (what->ask->private_answer || !answer_is_typed(what->ask, what->answer)) {
        return;
    }
    for (int32_t i = 0; i < uses.count; i++) {
        const DetectorUse *use = &what->scenario->detector_uses.rows[uses.first + i];
        const Detector *detector = &what->scenario->detectors.rows[use->detector.id];
        Str name = scenario_name(what->scenario, detector->id);
        const SharedDetector *shared =
            detector->shared ? framework_find_detector(&player->framework, what->scenario->language, name) : NULL;
        if (shared && short_quiz_can_ask(shared) &&
            !player_returns_find(player, STORE_RETURNS_DETECTOR, shared->language, name)) {
            answer(player, add_item(player, STORE_RETURNS_DETECTOR, shared->language, name), false);
        }
    }
}

// What was answered to a question that came back. Its scene tells which it was.
static void learn_review(Player *player, const Given *what) {
    StoreReturnTable *items = &player->returns.kept.items;
    Mastery mastery = mastery_of_answer(what->scenario, what->ask, what->answer);
    for (int32_t i = 0; i < items->count; i++) {
        StoreReturn *item = &items->rows[i];
        if (item->kind == player->open.review_kind && str_equal(item->home, player->open.review_home) &&
            str_equal(short_quiz_scene_of(&player->scratch, item->item), what->scene)) {
            answer(player, item, mastery == MASTERY_REACHED);
        }
    }
}

void player_returns_learn(Player *player) {
    if (!is_on(player) || !player->returns.read || player->walk_count == 0) {
        return;
    }
    ArenaMark mark = arena_mark(&player->scratch);
    const Solo *walk = &player->walks[0];
    bool review = player->open.review, from_file = player->open.made.len == 0;
    bool quiz = !review && walk->scenario->kind == KIND_QUIZ && from_file;
    for (int32_t i = 0; i < walk->session.records.count; i++) {
        Given what = given(walk, i);
        if (review) {
            learn_review(player, &what);
            continue;
        }
        learn_detectors(player, &what);
        if (quiz) {
            learn_question(player, &what);
        }
    }
    player_returns_keep(player, quiz ? walk : NULL);
    arena_rewind(&player->scratch, mark);
}
