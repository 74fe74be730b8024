// The analysis of kept sessions: which ones, worked out by the writer's thread, and the files that are made of it.
#include "player/player_parts.h"

#include "base/error_text.h"
#include "base/path.h"

static void forget_saved(Analysing *analysing) {
    analysing_save_destroy(analysing->saved);
    analysing->saved = NULL;
}

// What is being written is read by the writer's thread: it goes once that is done.
static void forget_shown(Analysing *analysing) {
    forget_saved(analysing);
    if (!analysing->saving || analysing->saving->shown != analysing->shown) {
        analysing_job_destroy(analysing->shown);
    }
    analysing->shown = NULL;
}

static void start(Player *player) {
    Analysing *analysing = &player->analysing;
    const AnalysingSubject *subject = &analysing->subjects.rows[analysing->subject];
    analysing->again = false;
    analysing->job =
        analysing_job_create(player->app.folders.data, &player->framework, &subject->sessions, analysing->counted);
    if (analysing->look == ANALYSING_VERSIONS) {
        analysing_job_compare_versions(analysing->job, subject, &analysing->subjects.rows[analysing->other]);
    } else if (analysing->look == ANALYSING_GROUPS) {
        analysing_job_compare(analysing->job, &analysing->sides.rows[analysing->chosen[0]],
                              &analysing->sides.rows[analysing->chosen[1]]);
    }
    analysing->ticket = writer_run(player->app.writer, analysing_job_run, analysing->job);
}

// What is shown stays until the other is there.
static void want(Player *player) {
    if (player->analysing.job) {
        player->analysing.again = true;
    } else {
        start(player);
    }
}

// The text that was played next before this one, or next after it.
static void find_other(Analysing *analysing) {
    int32_t nearest = INT32_MAX;
    analysing->other = -1;
    for (int32_t i = 0; i < analysing->subjects.count; i++) {
        int32_t apart = analysing_versions_apart(&analysing->subjects, analysing->subject, i);
        if (apart != 0 && apart < nearest) {
            nearest = apart;
            analysing->other = i;
        }
    }
}

// Two groups, or, where there is one or none has a name, the first day and the last.
static void find_sides(Analysing *analysing) {
    analysing->sides = analysing_sides(&analysing->arena, &analysing->subjects.rows[analysing->subject]);
    const AnalysingSides *sides = &analysing->sides;
    int32_t groups = 0;
    while (groups < sides->count && sides->rows[groups].label.len > 0) {
        groups++;
    }
    bool named = groups > 1;
    analysing->look = ANALYSING_TOGETHER;
    analysing->pair = 0;
    find_other(analysing);
    analysing->chosen[0] = named || groups == sides->count ? 0 : groups;
    analysing->chosen[1] = named ? 1 : sides->count > 0 ? sides->count - 1 : 0;
}

static void forget(Analysing *analysing) {
    forget_shown(analysing);
    arena_finish(&analysing->arena);
    analysing->subjects = (AnalysingSubjects){0};
    analysing->subject = analysing->decision = analysing->gauge = 0;
    analysing->all = false;
    analysing->tables = 0;
}

// The one that is looked at; else those that are ticked.
static const bool *find_wanted(Player *player) {
    const KeptJob *shown = player->kept.shown;
    const KeptSession *session = player->kept.session;
    if (player->screen != SCREEN_KEPT_SESSION || !session) {
        return shown->chosen;
    }
    bool *wanted = arena_push(&player->scratch, bool, shown->list.count);
    for (int32_t i = 0; i < shown->list.count; i++) {
        wanted[i] = shown->list.rows[i].row == session->header.row;
    }
    return wanted;
}

static void begin(Player *player) {
    Analysing *analysing = &player->analysing;
    const KeptJob *shown = player->kept.shown;
    bool here = player->screen == SCREEN_KEPT || player->screen == SCREEN_KEPT_SESSION;
    if (!here || !player->app.writer || !shown || !shown->listed) {
        return;
    }
    forget(analysing);
    analysing->counted = ANALYSIS_LAST;
    analysing->subjects = analysing_subjects(&analysing->arena, &shown->list, find_wanted(player));
    if (analysing->subjects.count > 0) {
        find_sides(analysing);
        player_show_screen(player, SCREEN_ANALYSIS);
        want(player);
    }
}

static void choose_subject(Player *player, int32_t row) {
    Analysing *analysing = &player->analysing;
    if (row >= 0 && row < analysing->subjects.count && row != analysing->subject) {
        analysing->subject = row;
        analysing->decision = analysing->gauge = 0;
        find_sides(analysing);
        want(player);
    }
}

static void compare(Player *player, int32_t look) {
    Analysing *analysing = &player->analysing;
    if (look == ANALYSING_TOGETHER || (look == ANALYSING_GROUPS && analysing->sides.count > 1) ||
        (look == ANALYSING_VERSIONS && analysing->other >= 0)) {
        analysing->look = (AnalysingLook)look;
        want(player);
    }
}

static void choose_other(Player *player, int32_t row) {
    Analysing *analysing = &player->analysing;
    if (row >= 0 && row < analysing->subjects.count && row != analysing->other &&
        analysing_versions_apart(&analysing->subjects, analysing->subject, row) != 0) {
        analysing->other = row;
        analysing->pair = 0;
        want(player);
    }
}

static void choose_side(Player *player, int32_t side, int32_t row) {
    Analysing *analysing = &player->analysing;
    if (analysing->look == ANALYSING_GROUPS && row >= 0 && row < analysing->sides.count) {
        analysing->chosen[side] = row;
        want(player);
    }
}

static void count(Player *player, int32_t answer) {
    if (answer == ANALYSIS_FIRST || answer == ANALYSIS_LAST) {
        player->analysing.counted = (AnalysisAnswer)answer;
        want(player);
    }
}

static void save(Player *player, int32_t format) {
    Analysing *analysing = &player->analysing;
    bool known = format >= 0 && format < REPORT_FORMAT_COUNT && report_can_make((ReportFormat)format);
    if (!known || analysing->saving || !player_analysis_can_save(player)) {
        return;
    }
    AnalysingSave *fresh =
        analysing_save_create(analysing->shown, &player->app.catalog, player->app.language, (ReportFormat)format);
    fresh->path =
        path_join(&fresh->arena, player->app.folders.documents, report_name(&fresh->of, report_ending(fresh->format)));
    forget_saved(analysing);
    analysing->saving = fresh;
    analysing->saving_ticket = writer_run(player->app.writer, analysing_save_run, fresh);
}

bool player_analysis_tells(const AnalysingJob *job) {
    bool both = job->compared[0].told.sessions > 0 && job->compared[1].told.sessions > 0;
    return job->analysis.sessions > 0 && (!job->of.versions || both);
}

bool player_analysis_can_save(const Player *player) {
    const AnalysingJob *shown = player->analysing.shown;
    return player->screen == SCREEN_ANALYSIS && player->app.writer && player->app.folders.documents.len > 0 && shown &&
           shown->scenario && player_analysis_tells(shown) && !player->analysing.job;
}

static void open_saved(Player *player, bool folder) {
    const AnalysingSave *saved = player->analysing.saved;
    if (saved) {
        player->app.opens = folder ? path_folder(saved->path) : saved->path;
    }
}

void player_analyse(Player *player, const AnalyseAction *action) {
    Analysing *analysing = &player->analysing;
    if (action->kind == ANALYSE_BEGIN) {
        begin(player);
        return;
    }
    if (player->screen != SCREEN_ANALYSIS) {
        return;
    }
    switch (action->kind) {
    case ANALYSE_SUBJECT:
        choose_subject(player, action->index);
        break;
    case ANALYSE_COUNT:
        count(player, action->index);
        break;
    case ANALYSE_COMPARE:
        compare(player, action->index);
        break;
    case ANALYSE_SIDE_A:
    case ANALYSE_SIDE_B:
        choose_side(player, action->kind == ANALYSE_SIDE_B, action->index);
        break;
    case ANALYSE_OTHER:
        choose_other(player, action->index);
        break;
    case ANALYSE_PAIR:
        analysing->pair = action->index + 1;
        break;
    case ANALYSE_DECISION:
        analysing->decision = action->index;
        break;
    case ANALYSE_GAUGE:
        analysing->gauge = action->index;
        break;
    case ANALYSE_ALL:
        analysing->all = action->index != 0;
        break;
    case ANALYSE_TABLE:
        if (action->index >= 0 && action->index < ANALYSING_TABLE_COUNT) {
            analysing->tables ^= UINT32_C(1) << action->index;
        }
        break;
    case ANALYSE_SAVE:
        save(player, action->index);
        break;
    case ANALYSE_OPEN:
        open_saved(player, action->index != 0);
        break;
    case ANALYSE_NOTHING:
    case ANALYSE_BEGIN:
    case ANALYSE_ACTION_COUNT:
        break;
    }
}

// Of figures that are not shown any more it is told, and kept no longer.
static void take_saved(Player *player, const WriterReport *report, int64_t now_ms) {
    Analysing *analysing = &player->analysing;
    AnalysingSave *saved = analysing->saving;
    AnalysingJob *of = saved->shown;
    analysing->saving = NULL;
    if (report->done && player->screen != SCREEN_ANALYSIS) { // its page tells it, where it can be opened
        app_say(&player->app, TOAST_DONE, TR("Saved: {0}"),
                folders_tell(&player->scratch, &player->app.folders, saved->path), now_ms);
    } else if (!report->done) {
        app_say(&player->app, TOAST_TROUBLE, TR("Nothing could be exported: {0}."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
    }
    if (of != analysing->shown) {
        analysing_job_destroy(of);
    }
    if (report->done && of == analysing->shown) {
        analysing->saved = saved;
    } else {
        analysing_save_destroy(saved);
    }
}

static void take(Player *player) {
    Analysing *analysing = &player->analysing;
    AnalysingJob *job = analysing->job;
    analysing->job = NULL;
    if (analysing->again && player->screen == SCREEN_ANALYSIS) {
        analysing_job_destroy(job);
        start(player);
        return;
    }
    forget_shown(analysing);
    analysing->shown = job;
}

bool player_analysis_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    Analysing *analysing = &player->analysing;
    if (analysing->job && report->ticket == analysing->ticket) {
        take(player);
        return true;
    }
    bool saved = analysing->saving && report->ticket == analysing->saving_ticket;
    if (saved) {
        take_saved(player, report, now_ms);
    }
    return saved;
}

void player_analysis_finish(Player *player) {
    Analysing *analysing = &player->analysing;
    if (analysing->saving && analysing->saving->shown != analysing->shown) {
        analysing_job_destroy(analysing->saving->shown);
    }
    analysing_save_destroy(analysing->saving);
    analysing->saving = NULL;
    forget(analysing);
    analysing_job_destroy(analysing->job);
    analysing->job = NULL;
}
