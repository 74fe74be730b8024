// What comes back, on its way from and to the store. Each task has what it needs in an arena of its own, which goes
// when its report was taken.
#include "base/date.h"
#include "base/error_text.h"
#include "player/player_parts.h"
#include "solo/short_quiz.h"

typedef enum { JOB_READ, JOB_KEEP, JOB_ERASE } JobKind;

struct ReturnsJob {
    Arena arena;
    ReturnsJob *next;
    JobKind kind;
    int64_t ticket;
    Str folder;
    int32_t date;
    StoreReturns returns; // read, or to be kept
    struct {
        Str home, path, hash; // of the case, as it was played
        FileList scenes;
        Str *texts; // … of what is asked in them, once they were looked for
    } learnt;       // no scenes: none was
};

// The own days move on at each start, and are written at once: a start that is not noted would not count.
static bool read_returns(Store *store, ReturnsJob *job, Error *error) {
    if (!store_returns_read(store, &job->arena, &job->returns, error)) {
        return false;
    }
    job->returns.clock = leitner_clock_start(job->returns.clock, job->date);
    return store_returns_keep(store, &job->returns, error);
}

// A file that was changed meanwhile tells nothing of what was asked: it comes back as what was mended does.
static void look_texts_up(ReturnsJob *job) {
    Arena reading = {0}, deeper = {0};
    Str bytes = {0};
    int32_t count = job->learnt.scenes.count;
    job->learnt.texts = arena_push(&job->arena, Str, count);
    if (file_load(&reading, job->learnt.path, LIMIT_FILE_BYTES, &bytes, NULL) &&
        str_equal(event_hash(&reading, bytes), job->learnt.hash)) {
        short_quiz_hash(&job->arena, &deeper, bytes, job->learnt.scenes.rows, count, job->learnt.texts);
    }
    arena_finish(&deeper);
    arena_finish(&reading);
}

// Texts of questions that came back with this case, into what is borrowed of them.
static void set_texts(const ReturnsJob *job, Arena *arena, StoreReturnTable *items) {
    for (int32_t i = 0; i < items->count; i++) {
        StoreReturn *item = &items->rows[i];
        bool fits = item->kind == STORE_RETURNS_QUESTION && str_equal(item->home, job->learnt.home);
        for (int32_t j = 0; fits && j < job->learnt.scenes.count; j++) {
            if (str_equal(item->item, job->learnt.scenes.rows[j]) && job->learnt.texts[j].len > 0) {
                item->text = str_copy(arena, job->learnt.texts[j]);
            }
        }
    }
}

static bool work(void *context, Error *error) {
    ReturnsJob *job = context;
    bool done = false;
    Store *store = store_open(job->folder, STORE_WRITES, error);
    if (store) {
        switch (job->kind) {
        case JOB_READ:
            done = read_returns(store, job, error);
            break;
        case JOB_KEEP:
            if (job->learnt.scenes.count > 0) {
                look_texts_up(job);
                set_texts(job, &job->arena, &job->returns.items);
            }
            done = store_returns_keep(store, &job->returns, error);
            break;
        case JOB_ERASE:
            done = store_returns_erase(store, error);
            break;
        }
    }
    store_close(store);
    return done;
}

static ReturnsJob *create_job(const Player *player, JobKind kind) {
    Arena arena = {0};
    ReturnsJob *job = arena_push(&arena, ReturnsJob, 1);
    job->kind = kind;
    job->folder = str_copy(&arena, player->app.folders.data);
    job->date = date_days(player->today);
    job->arena = arena;
    return job;
}

static void copy_returns(Arena *arena, const StoreReturns *from, StoreReturns *to) {
    *to = (StoreReturns){.clock = from->clock};
    for (int32_t i = 0; i < from->items.count; i++) {
        StoreReturn *item = rows_append(arena, &to->items);
        *item = from->items.rows[i];
        item->home = str_copy(arena, item->home);
        item->item = str_copy(arena, item->item);
        item->text = str_copy(arena, item->text);
    }
}

static void give(Player *player, ReturnsJob *job) {
    job->next = player->returns.jobs;
    player->returns.jobs = job;
    job->ticket = writer_run(player->app.writer, work, job);
}

void player_returns_read(Player *player) {
    give(player, create_job(player, JOB_READ));
}

static void add_learnt(ReturnsJob *job, const OpenCase *open, const Solo *quiz) {
    const Session *session = &quiz->session;
    job->learnt.home = str_copy(&job->arena, scenario_name(quiz->scenario, quiz->scenario->id));
    job->learnt.path = str_copy(&job->arena, open->path);
    job->learnt.hash = str_copy(&job->arena, open->bytes_hash);
    for (int32_t i = 0; i < session->records.count; i++) {
        const Event *event = &session->events.rows[session->records.rows[i]];
        Str scene = scenario_name(quiz->scenario, quiz->scenario->scenes.rows[event->scene].id);
        *rows_append(&job->arena, &job->learnt.scenes) = str_copy(&job->arena, scene);
    }
}

void player_returns_keep(Player *player, const Solo *quiz) {
    ReturnsJob *job = create_job(player, JOB_KEEP);
    copy_returns(&job->arena, &player->returns.kept, &job->returns);
    if (quiz) {
        add_learnt(job, &player->open, quiz);
    }
    give(player, job);
}

void player_returns_erase(Player *player) {
    give(player, create_job(player, JOB_ERASE));
}

static void destroy_job(ReturnsJob *job) {
    Arena arena = job->arena;
    arena_finish(&arena);
}

static void take_read(Player *player, const ReturnsJob *job) {
    PlayerReturns *returns = &player->returns;
    arena_finish(&returns->arena);
    copy_returns(&returns->arena, &job->returns, &returns->kept);
    returns->read = true;
    if (returns->learns_then && player->screen == SCREEN_DEBRIEF) {
        player_returns_learn(player);
    }
    returns->learns_then = false;
}

static void tell(Player *player, const ReturnsJob *job, bool done, const Error *error, int64_t now_ms) {
    Str why = done ? (Str){0} : error_text(&player->scratch, &player->app.catalog, error);
    if (job->kind == JOB_ERASE) {
        app_say(&player->app, done ? TOAST_DONE : TOAST_TROUBLE,
                done ? TR("What was to come back is erased.")
                     : TR("What was to come back could not be erased: {0}. Erase all, in the settings, tries again."),
                why, now_ms);
    } else if (!done && !player->returns.failed) {
        player->returns.failed = true;
        app_say(&player->app, TOAST_TROUBLE,
                job->kind == JOB_READ ? TR("What is to come back cannot be read: {0}. Nothing of it was changed.")
                                      : TR("What is to come back could not be noted: {0}. You can go on playing."),
                why, now_ms);
    }
}

bool player_returns_take(Player *player, int64_t ticket, bool done, const Error *error, int64_t now_ms) {
    ReturnsJob **place = &player->returns.jobs;
    while (*place && (*place)->ticket != ticket) {
        place = &(*place)->next;
    }
    ReturnsJob *job = *place;
    if (!job) {
        return false;
    }
    *place = job->next;
    if (job->kind == JOB_READ && done && app_setting(&player->app, SETTING_RETURNS)) {
        take_read(player, job);
    } else if (job->kind == JOB_KEEP && job->learnt.texts) {
        set_texts(job, &player->returns.arena, &player->returns.kept.items);
    }
    tell(player, job, done, error, now_ms);
    destroy_job(job);
    return true;
}

void player_returns_finish(Player *player) {
    for (ReturnsJob *job = player->returns.jobs; job;) {
        ReturnsJob *next = job->next;
        destroy_job(job);
        job = next;
    }
    player->returns.jobs = NULL;
    player_returns_forget(player);
}
