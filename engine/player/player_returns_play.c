// What is due, played as a short quiz: a case of its own that is made of it and kept nowhere. Each answer moves its
// question at once, so nothing need be taken up again: what was not answered is still due.
#include "player/player_parts.h"
#include "scenario/scenario_parse.h"
#include "solo/short_quiz.h"

// What is to be played, in the order in which it was due.
typedef struct {
    Player *player;
    ReturnsGroup group;
    StoreReturn *items[SHORT_QUIZ_MOST];
    int32_t count;
    int32_t gone; // questions that are not there any more
    Str bytes;    // of their case
} Due;

static void take_due(Due *due) {
    StoreReturns *kept = &due->player->returns.kept;
    for (int32_t i = 0; i < kept->items.count; i++) {
        StoreReturn *item = &kept->items.rows[i];
        bool fits = item->kind == due->group.kind && str_equal(item->home, due->group.home) &&
                    leitner_is_due(item->card, kept->clock.day);
        int32_t place = due->count;
        while (fits && place > 0 && due->items[place - 1]->card.due > item->card.due) {
            place--;
        }
        if (!fits || place == SHORT_QUIZ_MOST) {
            continue;
        }
        due->count += due->count < SHORT_QUIZ_MOST;
        for (int32_t j = due->count - 1; j > place; j--) {
            due->items[j] = due->items[j - 1];
        }
        due->items[place] = item;
    }
}

// It does not come back: a box that no question lies in.
static void drop(Due *due, int32_t place) {
    due->items[place]->card.box = LEITNER_KNOWN;
    due->gone++;
    due->count--;
    for (int32_t i = place; i < due->count; i++) {
        due->items[i] = due->items[i + 1];
    }
}

static Str *scenes_of(const Due *due) {
    Str *scenes = arena_push(&due->player->scratch, Str, due->count);
    for (int32_t i = 0; i < due->count; i++) {
        scenes[i] = due->items[i]->item;
    }
    return scenes;
}

// One that was mended is a new one; one that was removed does not come back.
static void follow_changes(Due *due) {
    Player *player = due->player;
    Str hashes[SHORT_QUIZ_MOST];
    Arena deeper = {0};
    short_quiz_hash(&player->scratch, &deeper, due->bytes, scenes_of(due), due->count, hashes);
    arena_finish(&deeper);
    for (int32_t i = due->count - 1; i >= 0; i--) {
        StoreReturn *item = due->items[i];
        if (hashes[i].len == 0) {
            drop(due, i);
        } else if (!str_equal(hashes[i], item->text)) {
            item->text = str_copy(&player->returns.arena, hashes[i]);
            item->card = (LeitnerCard){.box = 1, .due = player->returns.kept.clock.day};
        }
    }
}

static ShortQuizWords words_for(Player *player, Str what) {
    const Catalog *catalog = &player->app.catalog;
    return (ShortQuizWords){.title = PLAYER_FORMAT(player, &player->scratch, TR("To review: {0}"), what),
                            .summary = catalog_text(catalog, TR("Questions that come back")),
                            .end = catalog_text(catalog, TR("That is all for now")),
                            .end_text =
                                catalog_text(catalog, TR("What is mastered comes back later, the rest tomorrow.")),
                            .prompt = catalog_text(catalog, TR("In which sentence do you hear it?")),
                            .why = catalog_text(catalog, TR("The others are near it, or sound like it."))};
}

static Str quiz_of_questions(Due *due) {
    Player *player = due->player;
    Arena deeper = {0};
    ShortQuizWords words = words_for(player, player->library.cards.rows[due->group.card].told.title);
    Str quiz = short_quiz_of_questions(&player->open.arena, &deeper, due->bytes, scenes_of(due), due->count, &words);
    arena_finish(&deeper);
    return quiz;
}

static Str quiz_of_detectors(Due *due) {
    Player *player = due->player;
    ShortQuizDetector rows[SHORT_QUIZ_MOST];
    for (int32_t i = 0; i < due->count; i++) {
        const StoreReturn *item = due->items[i];
        rows[i] = (ShortQuizDetector){.detector = framework_find_detector(&player->framework, item->home, item->item),
                                      .turn = item->card.box};
    }
    ShortQuizWords words = words_for(player, catalog_text(&player->app.catalog, TR("Hearing it in a sentence")));
    return short_quiz_of_detectors(&player->open.arena, rows, due->count, &words);
}

static bool parse(Player *player, Str bytes) {
    OpenCase *open = &player->open;
    Arena deeper = {0};
    Findings findings = {.arena = &deeper};
    Arena scratch = {0};
    Scenario *scenario =
        bytes.len > 0 ? scenario_parse(&open->arena, &scratch, &player->framework, bytes, &findings) : NULL;
    open->scenario = scenario && scenario->playable ? scenario : NULL;
    open->bytes_hash = event_hash(&open->arena, bytes);
    open->len = bytes.len;
    arena_finish(&scratch);
    arena_finish(&deeper);
    return open->scenario != NULL;
}

// A question may lean on what is not in the short quiz: a scene that was met, another answer. Then it stays where it is
// from now on, and the others are played.
static bool open_questions(Due *due) {
    if (due->count > 0 && parse(due->player, quiz_of_questions(due))) {
        return true;
    }
    for (int32_t i = due->count - 1; i >= 0; i--) {
        Due one = *due;
        one.count = 1;
        one.items[0] = due->items[i];
        if (!parse(due->player, quiz_of_questions(&one))) {
            drop(due, i);
        }
    }
    return due->count > 0 && parse(due->player, quiz_of_questions(due));
}

static bool open_due(Due *due) {
    Player *player = due->player;
    if (due->group.kind == STORE_RETURNS_DETECTOR) {
        return due->count > 0 && parse(player, quiz_of_detectors(due));
    }
    Str path = player->library.cards.rows[due->group.card].path;
    if (!file_load(&player->scratch, path, LIMIT_FILE_BYTES, &due->bytes, NULL)) {
        return false;
    }
    follow_changes(due);
    return open_questions(due);
}

void player_returns_play(Player *player, int32_t group, int64_t now_ms) {
    ReturnsList list = player_returns_list(player, &player->scratch);
    if (player->screen != SCREEN_RETURNS || group < 0 || group >= list.count) {
        return;
    }
    Due *due = arena_push(&player->scratch, Due, 1);
    *due = (Due){.player = player, .group = list.rows[group]};
    player_close_case(player);
    player->open = (OpenCase){.review = true, .review_kind = due->group.kind, .card = -1, .notice_read = true};
    player->open.review_home = str_copy(&player->open.arena, due->group.home);
    take_due(due);
    bool opened = open_due(due) && player_start_walk(player, now_ms);
    if (due->gone > 0) {
        player_returns_keep(player);
    }
    if (opened) {
        player_show_screen(player, SCREEN_PLAY);
        return;
    }
    player->open.review = false; // nothing was answered
    player_close_case(player);
    app_say(&player->app, TOAST_INFO, TR("These questions are not there any more: they do not come back."), (Str){0},
            now_ms);
}

bool player_returns_leave(Player *player) {
    bool here = player->screen == SCREEN_PLAY || player->screen == SCREEN_DEBRIEF;
    if (!player->open.review || !here) {
        return false;
    }
    player_close_case(player);
    ArenaMark mark = arena_mark(&player->scratch);
    bool more = player_returns_list(player, &player->scratch).count > 0;
    arena_rewind(&player->scratch, mark);
    player_show_screen(player, more ? SCREEN_RETURNS : SCREEN_LIBRARY);
    return true;
}
