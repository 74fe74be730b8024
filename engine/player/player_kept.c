// What was kept, as the window shows, moves and erases it: tasks of the store, and what becomes of them.
#include "player/player_parts.h"

#include "base/error_text.h"
#include "base/path.h"

bool player_kept_can_change(const Player *player) {
    return app_can_write(&player->app) && (!player->kept.shown || player->kept.shown->listed);
}

KeptJob *player_kept_job(const Player *player, KeptJobKind kind) {
    KeptJob *job = kept_job_create(kind, player->app.folders.data, player->today);
    bool changes_walks = kind == KEPT_JOB_LIST || kind == KEPT_JOB_ERASE_OWN;
    job->framework = player->screen == SCREEN_NOTEBOOK && changes_walks ? &player->framework : NULL;
    return job;
}

void player_kept_give(Player *player, KeptJob *job) {
    player->kept.job = job;
    player->kept.ticket = writer_run(player->app.writer, kept_job_run, job);
}

static void forget_told(Player *player) {
    arena_finish(&player->kept.told_arena);
    player->kept.told = (Str){0};
}

static void look(Player *player) {
    if (player->app.writer && !player->kept.job && player->app.folders.data.len > 0) {
        player_kept_give(player, player_kept_job(player, KEPT_JOB_LIST));
    }
}

// Left by a window that was closed meanwhile, the folder is this one's.
void player_kept_look(Player *player) {
    (void)app_take_folder(&player->app);
    kept_session_destroy(player->kept.session);
    player->kept.session = NULL;
    forget_told(player);
    look(player);
}

int32_t player_kept_chosen(const Player *player) {
    const KeptJob *shown = player->kept.shown;
    int32_t count = 0;
    for (int32_t i = 0; shown && i < shown->list.count; i++) {
        count += shown->chosen[i];
    }
    return count;
}

// The one that is looked at; else those that are ticked, or all when none is.
static void add_wanted(const Player *player, KeptJob *job) {
    const PlayerKept *kept = &player->kept;
    if (kept->session) {
        kept_job_add(job, &kept->session->header);
        return;
    }
    bool all = player_kept_chosen(player) == 0;
    for (int32_t i = 0; kept->shown && i < kept->shown->list.count; i++) {
        if (all || kept->shown->chosen[i]) {
            kept_job_add(job, &kept->shown->list.rows[i]);
        }
    }
}

static Str export_path(const Player *player, Arena *arena) {
    Str name = PLAYER_FORMAT(player, arena, TR("Palabre – kept sessions – {0}.jsonl"), player->today);
    return path_join(arena, player->app.folders.documents, name);
}

static void export_wanted(Player *player) {
    if (player->app.folders.documents.len > 0) {
        KeptJob *job = player_kept_job(player, KEPT_JOB_EXPORT);
        add_wanted(player, job);
        job->path = export_path(player, &job->arena);
        player_kept_give(player, job);
    }
}

static void import_file(Player *player, Str path) {
    KeptJob *job = player_kept_job(player, KEPT_JOB_IMPORT);
    job->path = str_copy(&job->arena, path);
    player_kept_give(player, job);
}

static void open_session(Player *player, int32_t row) {
    const KeptJob *shown = player->kept.shown;
    if (shown && row >= 0 && row < shown->list.count && !shown->list.rows[row].damaged) {
        KeptJob *job = player_kept_job(player, KEPT_JOB_READ);
        kept_job_add(job, &shown->list.rows[row]);
        player_kept_give(player, job);
    }
}

static void choose(Player *player, int32_t row) {
    KeptJob *shown = player->kept.shown;
    if (shown && row >= 0 && row < shown->list.count) {
        shown->chosen[row] = !shown->chosen[row];
    }
}

static void change(Player *player, const KeptAction *action) {
    static const KeptJobKind KINDS[KEPT_ACTION_COUNT] = {[KEPT_ERASE] = KEPT_JOB_ERASE,
                                                         [KEPT_PURGE] = KEPT_JOB_PURGE,
                                                         [KEPT_ASIDE] = KEPT_JOB_ASIDE,
                                                         [KEPT_ERASE_STORE] = KEPT_JOB_ERASE_STORE};
    if (!app_can_write(&player->app)) {
        return;
    }
    if (action->kind == KEPT_IMPORT) {
        import_file(player, action->text);
        return;
    }
    KeptJob *job = player_kept_job(player, KINDS[action->kind]);
    if (action->kind == KEPT_ERASE) {
        add_wanted(player, job);
    } else if (action->kind == KEPT_ERASE_STORE) {
        player_notes_forget(player);
    }
    player_kept_give(player, job);
}

// Step by step, from the first page on; whoever comes back to it finds it where it was left.
static void replay(Player *player, const KeptAction *action) {
    KeptSession *session = player->kept.session;
    if (!session || session->steps.count == 0) {
        return;
    }
    if (action->kind == KEPT_REPLAY) {
        kept_session_step(session, session->step);
        player_show_screen(player, SCREEN_REPLAY);
    } else if (player->screen == SCREEN_REPLAY && action->kind == KEPT_STEP) {
        kept_session_step(session, action->index);
    } else if (player->screen == SCREEN_REPLAY && (action->index == 1 || action->index == -1)) {
        kept_session_turn(session, action->index);
    }
}

void player_kept_update(Player *player, const KeptAction *action) {
    PlayerKept *kept = &player->kept;
    bool here =
        player->screen == SCREEN_KEPT || player->screen == SCREEN_KEPT_SESSION || player->screen == SCREEN_REPLAY;
    if (!here || kept->job || !player->app.writer) {
        return;
    }
    player->overlay = OVERLAY_NONE;
    switch (action->kind) {
    case KEPT_OPEN:
        open_session(player, action->index);
        break;
    case KEPT_CHOOSE:
        choose(player, action->index);
        return;
    case KEPT_SHOW_MORE:
        kept->asked_for_more++;
        return;
    case KEPT_EXPORT:
        export_wanted(player);
        break;
    case KEPT_ERASE:
    case KEPT_IMPORT:
    case KEPT_PURGE:
    case KEPT_ASIDE:
    case KEPT_ERASE_STORE:
        change(player, action);
        break;
    case KEPT_REPLAY:
    case KEPT_STEP:
    case KEPT_TURN:
        replay(player, action);
        break;
    case KEPT_NOTHING:
    case KEPT_ACTION_COUNT:
        break;
    }
    forget_told(player);
}

// Its own page tells what became of it, which begins with the list.
void player_kept_bring(Player *player, Str path) {
    PlayerKept *kept = &player->kept;
    if (player->screen != SCREEN_KEPT) {
        player_show_screen(player, SCREEN_KEPT);
    }
    if (kept->job && app_can_write(&player->app)) {
        kept_job_destroy(kept->brought);
        kept->brought = player_kept_job(player, KEPT_JOB_IMPORT);
        kept->brought->path = str_copy(&kept->brought->arena, path);
    } else {
        player_kept_update(player, &(KeptAction){.kind = KEPT_IMPORT, .text = path});
    }
}

// Unless its page was left, or somebody began something else there.
static void begin_brought(Player *player) {
    PlayerKept *kept = &player->kept;
    KeptJob *brought = kept->brought;
    kept->brought = NULL;
    if (brought && player->screen == SCREEN_KEPT && !kept->job) {
        player_kept_give(player, brought);
    } else {
        kept_job_destroy(brought);
    }
}

void player_kept_act(Player *player, const Action *action, int64_t now_ms) {
    if (action->kind == ACTION_KEEP_WALK) {
        player_keep_walk(player, action->index != 0);
    } else if (action->kind == ACTION_NOTES) {
        player_notes_update(player, &action->notes, now_ms);
    } else {
        player_kept_update(player, &action->kept);
    }
}

static Str tell_count(Player *player, Str one, Str many, int32_t count) {
    const Catalog *catalog = &player->app.catalog;
    Str number = str_format(&player->scratch, "%d", count);
    return catalog_format(&player->scratch, catalog, catalog_plural(catalog, one, many, count), &number, 1);
}

static Str words(const Player *player, Str source) {
    return catalog_text(&player->app.catalog, source);
}

// Said after each erasing: who erased is to see what is left.
static Str tell_left(Player *player, const KeptJob *job) {
    if (job->list.count == 0) {
        return words(player, TR("No session is left on this computer."));
    }
    return tell_count(player, TRP("{0} session is left on this computer.", "{0} sessions are left on this computer."),
                      job->list.count);
}

static void add_changed(Player *player, const KeptJob *job, StrBuilder *told) {
    const Catalog *catalog = &player->app.catalog;
    Str parts[] = {str_format(&player->scratch, "%d", job->changed), job->changed_title};
    Str words = catalog_plural(catalog,
                               TRP("“{1}” was changed between sessions: each text of it is analysed by itself, and two "
                                   "can be laid side by side.",
                                   "{0} situations were changed between sessions, “{1}” is one of them: each text is "
                                   "analysed by itself, and two can be laid side by side."),
                               job->changed);
    if (job->changed > 0) {
        Str sentence = catalog_format(&player->scratch, catalog, words, parts, COUNT(parts));
        str_addf(told, "\n%.*s", S_ARG(sentence));
    }
}

static Str tell_imported(Player *player, const KeptJob *job) {
    StrBuilder told = {.arena = &player->scratch};
    str_add(&told, tell_count(player, TRP("{0} session was added.", "{0} sessions were added."), job->count));
    if (job->left_out > 0) {
        Str there = tell_count(player, TRP("{0} was there already.", "{0} were there already."), job->left_out);
        str_addf(&told, " %.*s", S_ARG(there));
    }
    for (int32_t i = 0; i < job->problems.count; i++) {
        Str line = str_format(&player->scratch, "%d", job->problems.rows[i].line);
        Str why = words(player, store_text_problem(&job->problems.rows[i]));
        Str problem = PLAYER_FORMAT(player, &player->scratch, TR("Line {0}: {1}."), line, why);
        str_addf(&told, "\n%.*s", S_ARG(problem));
    }
    add_changed(player, job, &told);
    return str_built(&told);
}

static Str tell_exported(Player *player, const KeptJob *job) {
    StrBuilder told = {.arena = &player->scratch};
    Str count =
        tell_count(player, TRP("{0} session is in this backup.", "{0} sessions are in this backup."), job->count);
    Str path = folders_tell(&player->scratch, &player->app.folders, job->path);
    Str warning = words(player, TR("It holds all that was kept of them: it is no anonymous summary. Keep it as safe as "
                                   "the sessions themselves."));
    str_addf(&told, "%.*s\n%.*s %.*s", S_ARG(path), S_ARG(count), S_ARG(warning));
    if (job->left_out > 0) {
        Str missing = tell_count(player,
                                 TRP("{0} session is not in it, for it cannot be read.",
                                     "{0} sessions are not in it, for they cannot be read."),
                                 job->left_out);
        str_addf(&told, "\n%.*s", S_ARG(missing));
    }
    return str_built(&told);
}

static Str tell_done(Player *player, const KeptJob *job) {
    switch (job->kind) {
    case KEPT_JOB_EXPORT:
        return tell_exported(player, job);
    case KEPT_JOB_IMPORT:
        return tell_imported(player, job);
    case KEPT_JOB_ERASE:
    case KEPT_JOB_PURGE: {
        Str erased = tell_count(player, TRP("{0} session is erased.", "{0} sessions are erased."), job->count);
        return str_format(&player->scratch, "%.*s %.*s", S_ARG(erased), S_ARG(tell_left(player, job)));
    }
    case KEPT_JOB_ASIDE:
        return PLAYER_FORMAT(player, &player->scratch,
                             TR("What could not be opened is now called “{0}”; it is erased after {1} days."),
                             job->name, str_format(&player->scratch, "%d", STORE_ASIDE_DAYS));
    case KEPT_JOB_ERASE_STORE:
        return words(player, TR("Nothing that was kept is left on this computer."));
    case KEPT_JOB_WRITE_NOTE:
        return words(player, TR("It is in your notebook."));
    case KEPT_JOB_ERASE_NOTE:
        return tell_count(
            player,
            TRP("It is erased. {0} page is left in the notebook.", "It is erased. {0} pages are left in the notebook."),
            job->notes.count);
    case KEPT_JOB_ERASE_OWN:
        return words(
            player,
            TR("Your notebook and the walks that you kept are erased: nothing of them is left on this computer."));
    case KEPT_JOB_EXPORT_NOTES:
        return PLAYER_FORMAT(player, &player->scratch,
                             TR("Your notebook is saved, for whoever opens the file to read: {0}"),
                             folders_tell(&player->scratch, &player->app.folders, job->path));
    case KEPT_JOB_EXPORT_MARK:
        return PLAYER_FORMAT(player, &player->scratch,
                             TR("Your mark is saved as a picture, for whoever opens the file to see: {0}"),
                             folders_tell(&player->scratch, &player->app.folders, job->path));
    case KEPT_JOB_LIST:
    case KEPT_JOB_READ:
    case KEPT_JOB_KIND_COUNT:
        break;
    }
    return (Str){0};
}

static Str tell_failed(Player *player, const KeptJob *job) {
    static const Str FAILED[KEPT_JOB_KIND_COUNT] = {
        [KEPT_JOB_LIST] = S_INIT(""),
        [KEPT_JOB_READ] = TR_INIT("This session cannot be read: {0}."),
        [KEPT_JOB_EXPORT] = TR_INIT("Nothing could be exported: {0}."),
        [KEPT_JOB_IMPORT] = TR_INIT("Nothing could be added: {0}."),
        [KEPT_JOB_ERASE] = TR_INIT("Not all of it could be erased: {0}."),
        [KEPT_JOB_PURGE] = TR_INIT("Not all of it could be erased: {0}."),
        [KEPT_JOB_ASIDE] = TR_INIT("It could not be set aside: {0}."),
        [KEPT_JOB_ERASE_STORE] = TR_INIT("Not all of it could be erased: {0}."),
        [KEPT_JOB_WRITE_NOTE] = TR_INIT("It could not be written: {0}. It is still here."),
        [KEPT_JOB_ERASE_NOTE] = TR_INIT("Not all of it could be erased: {0}."),
        [KEPT_JOB_ERASE_OWN] = TR_INIT("Not all of it could be erased: {0}."),
        [KEPT_JOB_EXPORT_NOTES] = TR_INIT("Nothing could be exported: {0}."),
        [KEPT_JOB_EXPORT_MARK] = TR_INIT("Nothing could be exported: {0}."),
    };
    Str why = error_text(&player->scratch, &player->app.catalog, &job->error);
    if (job->kind == KEPT_JOB_IMPORT && job->count > 0) {
        StrBuilder told = {.arena = &player->scratch};
        str_add(&told, PLAYER_FORMAT(player, &player->scratch,
                                     TR("Not all of it could be added: {0}. What is missing comes in when the same "
                                        "file is imported again."),
                                     why));
        add_changed(player, job, &told);
        return str_built(&told);
    }
    return PLAYER_FORMAT(player, &player->scratch, FAILED[job->kind], why);
}

static bool is_of_notebook(KeptJobKind kind) {
    return kind == KEPT_JOB_WRITE_NOTE || kind == KEPT_JOB_ERASE_NOTE || kind == KEPT_JOB_ERASE_OWN ||
           kind == KEPT_JOB_EXPORT_NOTES || kind == KEPT_JOB_EXPORT_MARK;
}

// The notebook is long, and may have been left: what became of it is said above whatever page is there.
static void tell(Player *player, const KeptJob *job, int64_t now_ms) {
    PlayerKept *kept = &player->kept;
    Str told = job->done ? tell_done(player, job) : tell_failed(player, job);
    if (told.len == 0 || (job->done && job->quiet)) {
        return;
    }
    if (is_of_notebook(job->kind)) {
        app_say(&player->app, job->done ? TOAST_DONE : TOAST_TROUBLE, S("{0}"), told, now_ms);
        return;
    }
    forget_told(player);
    kept->told = str_copy(&kept->told_arena, told);
    kept->trouble = !job->done || job->problems.count > 0 || (job->kind == KEPT_JOB_EXPORT && job->left_out > 0);
}

static void show_session(Player *player, const KeptJob *job) {
    if (player->screen == SCREEN_KEPT && player->overlay == OVERLAY_NONE) {
        player->kept.session = kept_session_create(&player->framework, &player->app.catalog, &job->session);
        player_show_screen(player, SCREEN_KEPT_SESSION);
    }
}

// What is ticked stays ticked as long as it is there.
static void keep_chosen(const KeptJob *old, KeptJob *fresh) {
    for (int32_t i = 0; old && i < fresh->list.count; i++) {
        for (int32_t j = 0; j < old->list.count; j++) {
            fresh->chosen[i] =
                fresh->chosen[i] || (old->chosen[j] && old->list.rows[j].row == fresh->list.rows[i].row &&
                                     str_equal(old->list.rows[j].id, fresh->list.rows[i].id));
        }
    }
}

bool player_kept_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    PlayerKept *kept = &player->kept;
    KeptJob *job = kept->job;
    if (!job || report->ticket != kept->ticket) {
        return false;
    }
    keep_chosen(kept->shown, job);
    if (kept->shown && !job->framework) {
        job->progress = kept->shown->progress;
    }
    kept_job_destroy(kept->shown);
    kept->shown = job;
    kept->job = NULL;
    player->has_kept = job->list.count > 0;
    tell(player, job, now_ms);
    if (job->kind == KEPT_JOB_WRITE_NOTE || job->kind == KEPT_JOB_ERASE_NOTE) {
        player_notes_kept(player, job);
    } else if (job->kind == KEPT_JOB_READ && job->done) {
        show_session(player, job);
    } else if (job->kind == KEPT_JOB_ERASE && job->done && player->screen == SCREEN_KEPT_SESSION) {
        kept_session_destroy(kept->session);
        kept->session = NULL;
        player->screen = SCREEN_KEPT;
    }
    begin_brought(player);
    return true;
}

// The writer is idle.
void player_kept_finish(Player *player) {
    PlayerKept *kept = &player->kept;
    kept_job_destroy(kept->job);
    kept_job_destroy(kept->brought);
    kept_job_destroy(kept->shown);
    kept_session_destroy(kept->session);
    arena_finish(&kept->told_arena);
    arena_finish(&kept->notes.arena);
    *kept = (PlayerKept){0};
}
