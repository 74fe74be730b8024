#include "player/player.h"

#include "base/error.h"
#include "base/path.h"
#include "player/player_parts.h"

const Solo *player_walk(const Player *player) {
    return player->walk_count > 0 ? &player->walks[player->walk] : NULL;
}

static bool is_over(const Solo *walk) {
    return walk && walk->phase == SOLO_PHASE_ENDED;
}

void player_update_walk(Player *player, int32_t row, const SoloAction *action) {
    (void)solo_update(&player->walks[row], action);
    player_journal_walk(player, row);
}

// Time stands still wherever the decision is not in sight.
static void hide_walk(Player *player, int64_t now_ms) {
    if (player->walk_count > 0) {
        bool seen = player->screen == SCREEN_PLAY && player->overlay == OVERLAY_NONE && !player->away;
        SoloAction action = {.kind = seen ? SOLO_SHOW : SOLO_HIDE, .now_ms = now_ms};
        player_update_walk(player, player->walk, &action);
    }
}

void player_show_screen(Player *player, Screen screen) {
    if (player->screen == SCREEN_DEBRIEF) {
        player_journal_note(player);
    } else if (player->screen == SCREEN_PLAY) {
        player_journal_draft(player);
    } else if (player->screen == SCREEN_NOTEBOOK) {
        player_notes_leave(player);
    }
    player->screen = screen;
    player->opening.wanted = NULL; // whoever goes elsewhere is left there
    player->returns.wanted_review = NULL;
    player->opening.shown = false;
    player->closing = false;
    player->overlay = OVERLAY_NONE;
    player_rebuild_views(player);
    if (screen == SCREEN_KEPT || screen == SCREEN_NOTEBOOK) {
        player_kept_look(player);
    }
}

static void open_given(Player *player, const PlayerStart *start) {
    player->opening.group = start->group && path_ends(player->case_path, S(".json"));
    player_open_file(player, player->case_path, start->now_ms); // its page says why, when it cannot be played
    if (player->opening.wanted) {
        player_open_show(player);
    }
}

void player_begin(Player *player, const PlayerStart *start) {
    *player = (Player){.seed = start->seed};
    app_begin(&player->app, &start->app);
    framework_read(&player->arena, &player->scratch, &player->framework);
    player->walks = arena_push(&player->arena, Solo, MOST_WALKS);
    player->library.framework = &player->framework;
    player->today = str_copy(&player->arena, start->today);
    player->case_path = str_copy(&player->arena, start->case_path);
    player->editor = str_copy(&player->arena, start->editor);
    player->room = (PlayerRoom){.present = start->present};
    player->wake = start->app.wake;
    player->wake_context = start->app.wake_context;
    player_read_lists(player);
    player_journal_expire(player);
    player_read_library(player);
    player_purge_sessions(player);
    player_returns_begin(player);
    player->opened_on = SCREEN_LIBRARY;
    player_show_screen(player, app_setting(&player->app, SETTING_WELCOMED) ? SCREEN_LIBRARY : SCREEN_FIRST_START);
    if (player->case_path.len > 0) {
        open_given(player, start);
    }
}

void player_finish(Player *player) {
    player_notes_end(player);
    player_close_case(player);
    player_erase_finish(player);
    library_reader_stop(player->reader);
    app_finish(&player->app);
    player_finish_store(player);
    player_returns_finish(player);
    player_returns_finish_reviews(player);
    player_import_finish(player);
    player_open_finish(player);
    player_browse_finish(player);
    player_add_finish(player);
    player_export_finish(player);
    player_analysis_finish(player);
    library_finish(&player->library);
    kept_list_finish(&player->case_folders);
    kept_list_finish(&player->played);
    arena_finish(&player->export_arena);
    arena_finish(&player->filter_arena);
    arena_finish(&player->need_arena);
    arena_finish(&player->scratch);
    arena_finish(&player->arena);
    *player = (Player){0};
}

// An action that is being done.
typedef struct {
    Player *player;
    const Action *action;
    int64_t now_ms;
} Doing;

static void welcome(const Doing *doing) {
    app_change_setting(&doing->player->app, SETTING_WELCOMED, true);
    player_show_screen(doing->player, doing->action->index == 1 ? SCREEN_FRAME : SCREEN_LIBRARY);
}

static void go(const Doing *doing) {
    Player *player = doing->player;
    Screen to = (Screen)doing->action->index;
    const ScreenRow *row = screen_row(to), *from = screen_row(player->screen);
    ASSERT(row->nav.text.len > 0);
    bool returns = row->back.kind == BACK_RETURNS;
    if (returns ? player->screen == to : from->held) {
        return;
    }
    // From one that returns itself the way back leads past it, or two of them would lead to each other.
    if (returns && from->back.kind != BACK_RETURNS) {
        player->back_to = player->screen;
    }
    player_show_screen(player, to);
}

static void show_overlay(const Doing *doing) {
    ASSERT(doing->action->index >= 0 && doing->action->index < OVERLAY_COUNT);
    if (doing->action->index == OVERLAY_OPEN || doing->action->index == OVERLAY_IMPORT) {
        player_begin_browsing(doing->player, doing->action->index == OVERLAY_IMPORT, doing->now_ms);
    }
    doing->player->overlay = (Overlay)doing->action->index;
    doing->player->closing = false;
}

static void show_debrief(Player *player, int32_t walk) {
    player->walk = walk;
    player_note_played(player);
    player_show_screen(player, SCREEN_DEBRIEF);
    player_look_anew(player);
}

static void show_comparison(Player *player, int32_t walk) {
    player->compared = walk;
    player->looked_at.same = false;
    player->walk = player->walk_parents[walk];
    player_show_screen(player, SCREEN_COMPARE);
}

static void leave_play(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen != SCREEN_PLAY) {
        return;
    }
    if (player->walks[player->walk].parent_decision > 0) {
        int32_t parent = player->walk_parents[player->walk];
        player_drop_unanswered(player);
        show_debrief(player, parent);
    } else {
        player_show_screen(player, SCREEN_CASE);
    }
}

// Back to where it was begun: nothing is lost, but for a text that was not given.
static bool leaves_what_if(const Player *player) {
    const Solo *walk = player_walk(player);
    bool typed = walk != NULL && walk->phase == SOLO_PHASE_WORDS && walk->draft.touched;
    return player->screen == SCREEN_PLAY && walk != NULL && walk->parent_decision > 0 && !typed;
}

static void go_back(const Doing *doing) {
    Player *player = doing->player;
    if (player->overlay != OVERLAY_NONE) {
        player->overlay = OVERLAY_NONE;
        player->closing = false;
        return;
    }
    if (leaves_what_if(player)) {
        leave_play(doing);
        return;
    }
    if (player_returns_leave(player)) {
        return;
    }
    const ScreenRow *row = screen_row(player->screen);
    switch (row->back.kind) {
    case BACK_UNSAID:
    case BACK_STAYS:
        break;
    case BACK_LEADS:
        player_show_screen(player, row->back.to);
        break;
    case BACK_ASKS:
        player->overlay = row->back.asks;
        break;
    case BACK_RETURNS:
        player_show_screen(player, player->back_to);
        break;
    case BACK_LISTS:
        player_show_screen(player, player->opened_on);
        break;
    }
}

static void start_anew(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen != SCREEN_CASE || !player->open.scenario || player->open.lists ||
        (player->open.scenario->notice.len > 0 && !player->open.notice_read)) {
        return;
    }
    if (player_start_walk(player, doing->now_ms)) {
        player_show_screen(player, SCREEN_PLAY);
    }
}

static void start(const Doing *doing) {
    Player *player = doing->player;
    bool asks = player->screen == SCREEN_CASE && player->open.scenario && player_has_begun(player);
    if (asks) {
        player->overlay = OVERLAY_CONFIRM_RESTART;
    } else {
        start_anew(doing);
    }
}

static void let_go(const Doing *doing) {
    Player *player = doing->player;
    player_let_go(player);
    player_show_screen(player, player->screen == SCREEN_CASE ? SCREEN_CASE : SCREEN_LIBRARY);
    app_say(&player->app, TOAST_DONE, TR("What you had begun is erased."), (Str){0}, doing->now_ms);
}

static void ask_to_let_go(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen == SCREEN_DEBRIEF) {
        player->overlay = OVERLAY_CONFIRM_LET_GO;
    } else if (player->screen == SCREEN_CASE && player->open.scenario && player_has_begun(player)) {
        player->overlay = OVERLAY_CONFIRM_ERASE;
    }
}

static void show_walk_as_it_stands(Player *player) {
    const Solo *walk = player_walk(player);
    if (!is_over(walk)) {
        player_show_screen(player, SCREEN_PLAY);
    } else if (walk->parent_decision > 0) {
        show_comparison(player, player->walk);
    } else {
        show_debrief(player, player->walk);
    }
}

static void walk(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen == SCREEN_PLAY && player->walk_count > 0) {
        SoloAction action = doing->action->walk;
        action.now_ms = doing->now_ms;
        player_update_walk(player, player->walk, &action);
        if (action.kind == SOLO_KEEP_OTHERS && is_over(player_walk(player))) {
            show_walk_as_it_stands(player);
        }
    }
    if (doing->action->walk.kind == SOLO_SET_TEXT) {
        player->draft_unsaved = true;
        player->draft_at_ms = doing->now_ms;
    }
}

static void leave(const Doing *doing, bool closes) {
    if (closes) {
        player_end(doing->player);
    } else {
        leave_play(doing);
    }
}

static void leave_room(const Doing *doing, bool closes) {
    if (closes) {
        player_end(doing->player);
    } else {
        player_room_update(doing->player, &(RoomAction){.kind = ROOM_LEAVE}, doing->now_ms);
    }
}

static void confirm(const Doing *doing) {
    Player *player = doing->player;
    Overlay overlay = player->overlay;
    bool closes = player->closing;
    player->overlay = OVERLAY_NONE;
    player->closing = false;
    switch (overlay) {
    case OVERLAY_CONFIRM_LEAVE:
        leave(doing, closes);
        break;
    case OVERLAY_CONFIRM_BACK:
        walk(&(Doing){player, &(Action){.kind = ACTION_WALK, .walk = {.kind = SOLO_STEP_BACK}}, doing->now_ms});
        break;
    case OVERLAY_CONFIRM_RESTART:
        start_anew(doing);
        break;
    case OVERLAY_CONFIRM_ERASE:
    case OVERLAY_CONFIRM_LET_GO:
        if (closes || player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_CASE) {
            let_go(doing);
        }
        player->app.quit = player->app.quit || closes;
        break;
    case OVERLAY_CONFIRM_ROOM_LEAVE:
        leave_room(doing, closes);
        break;
    case OVERLAY_CONFIRM_ROOM_ANEW:
        player_room_update(player, &(RoomAction){.kind = ROOM_BEGIN_ANEW}, doing->now_ms);
        break;
    case OVERLAY_CONFIRM_ROOM_ERASE:
        player_room_update(player, &(RoomAction){.kind = ROOM_ERASE}, doing->now_ms);
        break;
    case OVERLAY_CONFIRM_ERASE_ALL:
        player_erase_all(player, doing->now_ms);
        break;
    case OVERLAY_NONE:
    case OVERLAY_HELP:
    case OVERLAY_HISTORY:
    case OVERLAY_EXPORT:
    case OVERLAY_ERASING:
    case OVERLAY_ROOM_KEEP:
    case OVERLAY_OPEN:
    case OVERLAY_IMPORT:
    case OVERLAY_KEPT_ERASE:
    case OVERLAY_KEPT_ASIDE:
    case OVERLAY_KEPT_ERASE_STORE:
    case OVERLAY_KEEP_WALK:
    case OVERLAY_NOTES_ERASE:
    case OVERLAY_NOTES_ERASE_ALL:
    case OVERLAY_COUNT:
        break;
    }
}

static void end(const Doing *doing) {
    player_end(doing->player);
}

static void quit(const Doing *doing) {
    player_ask_to_end(doing->player);
}

static void set_away(const Doing *doing) {
    doing->player->away = doing->action->index != 0;
    if (doing->player->away) {
        player_journal_draft(doing->player);
    }
}

static void reload(const Doing *doing) {
    if (doing->player->screen == SCREEN_LIBRARY) {
        player_read_library(doing->player);
    }
}

static void open(const Doing *doing) {
    player_open(doing->player, doing->action, doing->now_ms);
}

static void seek(const Doing *doing) {
    player_seek(doing->player, doing->action, doing->now_ms);
}

static void browse(const Doing *doing) {
    player_browse(doing->player, doing->action, doing->now_ms);
}

static void import(const Doing *doing) {
    player_import(doing->player, doing->action, doing->now_ms);
}

static void add_case(const Doing *doing) {
    if (doing->player->screen == SCREEN_CASE || doing->player->screen == SCREEN_IMPORT) {
        player_add_case(doing->player);
    }
}

static void accept_notice(const Doing *doing) {
    doing->player->open.notice_read = true;
}

static void resume(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen != SCREEN_CASE || !player->open.scenario || player->open.lists) {
        return;
    }
    if (player_resume_walks(player, doing->now_ms)) {
        show_walk_as_it_stands(player);
    } else if (player->open.can_resume) {
        player->open.can_resume = false;
        player->open.was_changed = true;
        app_say(&player->app, TOAST_TROUBLE,
                TR("What you had begun does not fit this situation any more. You can begin anew."), (Str){0},
                doing->now_ms);
    }
}

static void tick(const Doing *doing) {
    Player *player = doing->player;
    player_take_cards(player);
    player_take_reports(player, doing->now_ms);
    player_open_tick(player, doing->now_ms);
    player_browse_tick(player, doing->now_ms);
    player_returns_tick(player, doing->now_ms);
    if (player->note_unsaved && doing->now_ms - player->note_at_ms >= PLAYER_PAUSE_MS) {
        player_journal_note(player);
    }
    if (player->draft_unsaved && doing->now_ms - player->draft_at_ms >= PLAYER_PAUSE_MS) {
        player_journal_draft(player);
    }
    player_notes_pause(player, doing->now_ms);
    walk(&(Doing){player, &(Action){.kind = ACTION_WALK, .walk = {.kind = SOLO_CLOCK}}, doing->now_ms});
    player_room_tick(player, doing->now_ms);
}

static void to_debrief(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen == SCREEN_PLAY && is_over(player_walk(player))) {
        player_returns_learn(player);
        show_walk_as_it_stands(player);
    }
}

static void set_note(const Doing *doing) {
    Player *player = doing->player;
    if (player->screen != SCREEN_DEBRIEF || str_equal(player->note, doing->action->text)) {
        return;
    }
    Arena fresh = {0};
    Str note = str_copy(&fresh, doing->action->text);
    arena_finish(&player->note_arena);
    player->note_arena = fresh;
    player->note = note;
    player->note_unsaved = true;
    player->note_at_ms = doing->now_ms;
}

static void what_if(const Doing *doing) {
    Player *player = doing->player;
    bool here = player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_COMPARE;
    if (here && player_fork_walk(player, doing->action->index, doing->now_ms)) {
        player_show_screen(player, SCREEN_PLAY);
    } else if (here && player->walk_count == MOST_WALKS) {
        app_say(&player->app, TOAST_INFO, TR("You tried as many answers as can stand side by side here."), (Str){0},
                doing->now_ms);
    }
}

// A what-if that is not finished can be gone on with as long as no other was begun: the journal has them in order.
static void show_walk(const Doing *doing) {
    Player *player = doing->player;
    int32_t row = doing->action->index;
    bool here = player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_COMPARE;
    if (!here || row < 0 || row >= player->walk_count) {
        return;
    }
    if (is_over(&player->walks[row])) {
        show_debrief(player, row);
    } else if (row == player->walk_count - 1) {
        player->walk = row;
        player_show_screen(player, SCREEN_PLAY);
    }
}

static void look(const Doing *doing) {
    player_look(doing->player, doing->action, doing->now_ms);
}

static void compare(const Doing *doing) {
    Player *player = doing->player;
    bool here = player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_COMPARE;
    if (here && doing->action->index >= 1 && doing->action->index < player->walk_count) {
        show_comparison(player, doing->action->index);
    }
}

static void export(const Doing *doing) {
    player_export(doing->player, doing->action, doing->now_ms);
}

static void set_setting(const Doing *doing) {
    app_change_setting(&doing->player->app, doing->action->setting, doing->action->index);
    player_follow_trace(doing->player);
    player_returns_follow(doing->player);
    player_set_limits(doing->player, doing->now_ms);
    player_rebuild_views(doing->player);
}

static void do_nothing(const Doing *doing) {
    (void)doing;
}

static void room(const Doing *doing) {
    player_room_update(doing->player, &doing->action->room, doing->now_ms);
}

static void analyse(const Doing *doing) {
    player_analyse(doing->player, &doing->action->analyse);
}

static void kept(const Doing *doing) {
    player_kept_act(doing->player, doing->action, doing->now_ms);
}

typedef void Do(const Doing *doing);

static Do *const DOES[ACTION_KIND_COUNT] = {[ACTION_NONE] = do_nothing,
                                            [ACTION_TICK] = tick,
                                            [ACTION_WELCOME] = welcome,
                                            [ACTION_GO] = go,
                                            [ACTION_ENTER] = seek,
                                            [ACTION_BACK] = go_back,
                                            [ACTION_QUIT] = quit,
                                            [ACTION_END] = end,
                                            [ACTION_AWAY] = set_away,
                                            [ACTION_SHOW] = show_overlay,
                                            [ACTION_CONFIRM] = confirm,
                                            [ACTION_DISMISS_TOAST] = look,
                                            [ACTION_SAY_COPIED] = look,
                                            [ACTION_SET_THEME_FILTER] = browse,
                                            [ACTION_SET_SEARCH] = browse,
                                            [ACTION_SET_QUIZZES] = browse,
                                            [ACTION_SET_BRIEF] = browse,
                                            [ACTION_SET_NEED_SEARCH] = seek,
                                            [ACTION_SET_NEED_SKILL] = seek,
                                            [ACTION_SET_NEED_THEME] = seek,
                                            [ACTION_REVIEW] = seek,
                                            [ACTION_SHOW_MORE] = browse,
                                            [ACTION_RELOAD] = reload,
                                            [ACTION_WRITE] = look,
                                            [ACTION_OPEN_CASE] = open,
                                            [ACTION_OPEN_FILE] = open,
                                            [ACTION_BROWSE] = browse,
                                            [ACTION_PICK] = browse,
                                            [ACTION_ADD_FOLDER] = browse,
                                            [ACTION_REMOVE_FOLDER] = browse,
                                            [ACTION_TAKE_STORY] = import,
                                            [ACTION_TO_CASE] = import,
                                            [ACTION_ACCEPT_NOTICE] = accept_notice,
                                            [ACTION_ADD_CASE] = add_case,
                                            [ACTION_EXPORT_CASE] = export,
                                            [ACTION_EXPORT_AS] = export,
                                            [ACTION_WRITE_CASE] = export,
                                            [ACTION_OPEN_WRITTEN] = export,
                                            [ACTION_START] = start,
                                            [ACTION_RESUME] = resume,
                                            [ACTION_LET_GO] = ask_to_let_go,
                                            [ACTION_WALK] = walk,
                                            [ACTION_TO_DEBRIEF] = to_debrief,
                                            [ACTION_SET_NOTE] = set_note,
                                            [ACTION_WHAT_IF] = what_if,
                                            [ACTION_SHOW_WALK] = show_walk,
                                            [ACTION_DRAW_CURVE] = look,
                                            [ACTION_SHOW_DECISION] = look,
                                            [ACTION_SHOW_SAME] = look,
                                            [ACTION_COMPARE] = compare,
                                            [ACTION_EXPORT] = export,
                                            [ACTION_OPEN_EXPORTED] = look,
                                            [ACTION_ROOM] = room,
                                            [ACTION_KEPT] = kept,
                                            [ACTION_ANALYSE] = analyse,
                                            [ACTION_NOTES] = kept,
                                            [ACTION_KEEP_WALK] = kept,
                                            [ACTION_SET_SETTING] = set_setting};

void player_update(Player *player, const Action *action, int64_t now_ms) {
    ASSERT(action->kind < ACTION_KIND_COUNT && DOES[action->kind]);
    if (!player_erase_lets(player, action->kind)) {
        return;
    }
    ArenaMark mark = arena_mark(&player->scratch);
    DOES[action->kind](&(Doing){player, action, now_ms});
    hide_walk(player, now_ms);
    arena_rewind(&player->scratch, mark);
}
