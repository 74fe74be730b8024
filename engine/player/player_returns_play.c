// What is due, played as a short quiz: a case of its own that is made of it and kept nowhere. Each answer moves its
// question at once, so nothing need be taken up again: what was not answered is still due.
#include "player/player_parts.h"
#include "player/review_job.h"

static void copy_row(ReviewJob *job, int32_t place, const StoreReturn *item) {
    job->rows[place] = (ReviewRow){.item = *item};
    StoreReturn *copy = &job->rows[place].item;
    copy->home = str_copy(&job->arena, item->home);
    copy->item = str_copy(&job->arena, item->item);
    copy->text = str_copy(&job->arena, item->text);
}

static void take_due(const Player *player, ReviewJob *job) {
    const StoreReturns *kept = &player->returns.kept;
    for (int32_t i = 0; i < kept->items.count; i++) {
        const StoreReturn *item = &kept->items.rows[i];
        bool fits =
            item->kind == job->kind && str_equal(item->home, job->home) && leitner_is_due(item->card, kept->clock.day);
        int32_t place = job->count;
        while (fits && place > 0 && job->rows[place - 1].item.card.due > item->card.due) {
            place--;
        }
        if (!fits || place == SHORT_QUIZ_MOST) {
            continue;
        }
        job->count += job->count < SHORT_QUIZ_MOST;
        for (int32_t j = job->count - 1; j > place; j--) {
            job->rows[j] = job->rows[j - 1];
        }
        copy_row(job, place, item);
    }
}

static ShortQuizWords words_for(const Player *player, Arena *arena, Str what) {
    const Catalog *catalog = &player->app.catalog;
    return (ShortQuizWords){
        .title = PLAYER_FORMAT(player, arena, TR("To review: {0}"), what),
        .summary = str_copy(arena, catalog_text(catalog, TR("Questions that come back"))),
        .end = str_copy(arena, catalog_text(catalog, TR("That is all for now"))),
        .end_text = str_copy(arena, catalog_text(catalog, TR("What is mastered comes back later, the rest tomorrow."))),
        .prompt = str_copy(arena, catalog_text(catalog, TR("In which sentence do you hear it?"))),
        .why = str_copy(arena, catalog_text(catalog, TR("The others are near it, or sound like it.")))};
}

static ReviewJob *create(const Player *player, const ReturnsGroup *group) {
    ReviewJob *job = review_job_create(&player->framework);
    Str what = catalog_text(&player->app.catalog, TR("Hearing it in a sentence"));
    job->kind = group->kind;
    job->home = str_copy(&job->arena, group->home);
    job->day = player->returns.kept.clock.day;
    if (group->card >= 0) {
        const Card *card = &player->library.cards.rows[group->card];
        job->path = str_copy(&job->arena, card->path);
        what = card->told.title;
    }
    job->words = words_for(player, &job->arena, what);
    take_due(player, job);
    for (int32_t i = 0; i < job->count; i++) {
        const StoreReturn *item = &job->rows[i].item;
        job->rows[i].detector = framework_find_detector(&player->framework, item->home, item->item);
    }
    return job;
}

// What was changed of the case, where it comes back from.
static void follow_changes(Player *player, const ReviewJob *job) {
    bool changed = false;
    for (int32_t i = 0; i < job->count; i++) {
        const StoreReturn *now = &job->rows[i].item;
        StoreReturn *item = job->rows[i].changed ? player_returns_find(player, now->kind, now->home, now->item) : NULL;
        if (item) {
            item->text = str_copy(&player->returns.arena, now->text);
            item->card = now->card;
            changed = true;
        }
    }
    if (changed) {
        player_returns_keep(player, NULL);
    }
}

static void open_review(Player *player, ReviewJob *job, int64_t now_ms) {
    follow_changes(player, job);
    player_close_case(player);
    player->open = review_job_take(job);
    OpenCase *open = &player->open;
    open->card = NO_CARD;
    open->notice_read = true;
    open->review = true;
    open->review_kind = job->kind;
    open->review_home = str_copy(&open->arena, job->home);
    if (open->scenario && player_start_walk(player, now_ms)) {
        player_show_screen(player, SCREEN_PLAY);
        return;
    }
    player_close_case(player);
    app_say(&player->app, TOAST_INFO, TR("These questions are not there any more: they do not come back."), (Str){0},
            now_ms);
}

static void settle(Player *player, ReviewJob *job, int64_t now_ms) {
    if (job == player->returns.wanted_review) {
        player->returns.wanted_review = NULL;
        open_review(player, job, now_ms);
    }
    review_job_destroy(job);
}

bool player_returns_open(Player *player, int64_t ticket, int64_t now_ms) {
    ReviewJob **place = &player->returns.reviews;
    while (*place && (*place)->ticket != ticket) {
        place = &(*place)->older;
    }
    ReviewJob *job = *place;
    if (job) {
        *place = job->older;
        settle(player, job, now_ms);
    }
    return job != NULL;
}

void player_returns_play(Player *player, int32_t group, int64_t now_ms) {
    ReturnsList list = player_returns_list(player, &player->scratch);
    if (player->screen != SCREEN_RETURNS || group < 0 || group >= list.count) {
        return;
    }
    PlayerReturns *returns = &player->returns;
    ReviewJob *wanted = returns->wanted_review;
    if (wanted && wanted->kind == list.rows[group].kind && str_equal(wanted->home, list.rows[group].home)) {
        return;
    }
    ReviewJob *job = create(player, &list.rows[group]);
    job->since_ms = now_ms;
    job->older = returns->reviews;
    returns->reviews = returns->wanted_review = job;
    returns->slow = false;
    job->ticket = writer_run(player->app.writer, review_job_run, job);
    if (player->app.waits_for_disk || !player->wake) {
        writer_wait(player->app.writer);
        player_take_reports(player, now_ms);
    }
}

int64_t player_returns_next_tick(const Player *player) {
    const ReviewJob *job = player->returns.wanted_review;
    return job && !player->returns.slow ? job->since_ms + PLAYER_MOMENT_MS : -1;
}

void player_returns_tick(Player *player, int64_t now_ms) {
    int64_t due = player_returns_next_tick(player);
    player->returns.slow = player->returns.wanted_review && (player->returns.slow || (due >= 0 && now_ms >= due));
}

void player_returns_finish_reviews(Player *player) {
    while (player->returns.reviews) {
        ReviewJob *job = player->returns.reviews;
        player->returns.reviews = job->older;
        review_job_destroy(job);
    }
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
