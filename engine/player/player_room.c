#include "player/player_room.h"

#include "base/path.h"
#include "player/player_parts.h"
#include "report/html_group.h"
#include "report/html_print.h"

enum { USUAL_PRESENT = 12, SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };

Telling player_room_telling(const Player *player, Arena *arena) {
    const Solo *solo = &player->room.group->solo;
    return (Telling){.session = &solo->session, .story = &solo->story, .catalog = &player->app.catalog, .arena = arena};
}

bool player_room_shares(const Player *player) {
    return player->app.displays == 1;
}

// Both the page and what the store has outlive the session.
static Str what_remains(const Player *player, Arena *arena) {
    const Catalog *words = &player->app.catalog;
    int32_t count = player->room.kept;
    Str number = str_format(arena, "%d", count);
    Str left = catalog_plural(words, TRP("What remains: {0} sentence.", "What remains: {0} sentences."), count);
    Str page = count > 0 ? catalog_format(arena, words, left, &number, 1) : (Str){0};
    Str store = player->room.was_kept ? catalog_text(words, TR("What the group wanted to keep is kept.")) : (Str){0};
    if (page.len == 0 && store.len == 0) {
        return catalog_text(words, TR("Nothing remains of it."));
    }
    bool both = page.len > 0 && store.len > 0;
    return str_format(arena, "%.*s%s%.*s", S_ARG(page), both ? " " : "", S_ARG(store));
}

static Audience erased_page(const Player *player, Arena *arena) {
    return (Audience){.kind = AUDIENCE_QUESTION,
                      .heading = catalog_text(&player->app.catalog, TR("The session is erased.")),
                      .text = what_remains(player, arena)};
}

Audience player_audience(const Player *player, Arena *arena) {
    if (player->room.erased) {
        return erased_page(player, arena);
    }
    if (!player->room.group) {
        return (Audience){.kind = AUDIENCE_BLACK};
    }
    Telling telling = player_room_telling(player, arena);
    return audience_create(player->room.group, &telling);
}

static bool keeps(const Player *player) {
    return app_can_write(&player->app) && player->room.journal_path.len > 0;
}

bool player_room_keeps(const Player *player) {
    return keeps(player) && !player->journal_failed;
}

// What came into the log since goes to the disk.
static void journal(Player *player) {
    PlayerRoom *room = &player->room;
    const Log *log = &room->group->solo.session.log;
    for (; room->lines < log->lines.count; room->lines++) {
        if (keeps(player)) {
            (void)writer_append(player->app.writer, room->journal_path, log->lines.rows[room->lines].text);
        }
    }
}

void player_room_put_down(Player *player) {
    if (player->room.group) {
        group_write_now(player->room.group);
        journal(player);
    }
}

static void begin_journal(Player *player) {
    const OpenCase *open = &player->open;
    PlayerRoom *room = &player->room;
    JournalHeader header = {.kind = JOURNAL_GROUP,
                            .case_id = scenario_name(open->scenario, open->scenario->id),
                            .title = open->scenario->title,
                            .path = open->path,
                            .hash = open->bytes_hash,
                            .len = open->len,
                            .date = room->begun};
    if (!app_can_write(&player->app) || !open->was_listed) {
        return;
    }
    room->journal_path = player_next_journal(player, &room->arena);
    if (keeps(player)) {
        (void)writer_begin(player->app.writer, room->journal_path, journal_header_line(&player->scratch, &header));
        journal(player);
    }
}

static void erase_journals(Player *player) {
    for (int32_t i = 0; app_can_write(&player->app) && i < player->open.begun_rooms.count; i++) {
        Str path = player->open.begun_rooms.rows[i].path;
        if (!str_equal(path, player->room.journal_path)) {
            (void)writer_erase(player->app.writer, path);
        }
    }
    player->open.begun_rooms = (JournalList){0};
    if (keeps(player)) {
        (void)writer_erase(player->app.writer, player->room.journal_path);
        player->room.journal_path = (Str){0};
    }
}

static void let_group_go(PlayerRoom *room) {
    if (room->group) {
        group_finish(room->group);
        room->group = NULL;
    }
    arena_finish(&room->text_arena);
    room->sentence = (Str){0};
    room->noting = 0;
    room->minority = false;
}

void player_room_finish(Player *player) {
    PlayerRoom *room = &player->room;
    player_leave_kept(player);
    let_group_go(room);
    arena_finish(&room->arena);
    *room = (PlayerRoom){.present = room->present, .keeping = room->keeping, .keeping_ticket = room->keeping_ticket};
}

static GroupStart start_of(Player *player, int64_t now_ms) {
    SoloStart solo = player_solo_start(player, now_ms);
    int32_t present = player->room.present > 0 ? player->room.present : USUAL_PRESENT;
    return (GroupStart){.solo = solo, .present = present};
}

static Group *make_group(Player *player) {
    player_room_finish(player);
    player->journal_failed = false;
    player->room.group = arena_push(&player->room.arena, Group, 1);
    return player->room.group;
}

static void show(Player *player) {
    player->room.window = true;
    player->room.shares = player_room_shares(player);
    player->room.in_hand = false;
    player_show_screen(player, SCREEN_ROOM);
}

static void begin(Player *player, int64_t now_ms) {
    if (!player->open.scenario || player->open.lists) {
        return;
    }
    GroupStart start = start_of(player, now_ms);
    if (!group_begin(make_group(player), &start)) {
        player->room.group = NULL;
        player_room_finish(player);
        return;
    }
    player->room.begun = str_copy(&player->room.arena, player->today);
    erase_journals(player);
    begin_journal(player);
    show(player);
}

static int32_t count_lines(Str lines) {
    int32_t count = 0;
    for (ptrdiff_t i = 0; i < lines.len; i++) {
        count += lines.text[i] == '\n';
    }
    return count;
}

// A vote that was being counted is open again, with hands that may be a second old: no group is told a count that it
// did not give.
static void tell_count(Player *player, int64_t now_ms) {
    const Group *group = player->room.group;
    if (!group->open) {
        return;
    }
    int32_t voted = group_count_voted(group);
    Str text = voted == 0 ? TR("None of these hands was noted: count them anew.")
                          : TR("The count goes on at {0}: the hands of the last second may be missing.");
    app_say(&player->app, TOAST_INFO, text, str_format(&player->scratch, "%d", voted), now_ms);
}

static void resume(Player *player, int64_t now_ms) {
    const JournalList *begun = &player->open.begun_rooms;
    if (!player->open.scenario || player->open.lists || begun->count == 0 || begun->rows[0].walks.count == 0) {
        return;
    }
    GroupStart start = start_of(player, now_ms);
    SoloResumed resumed = group_resume(make_group(player), &start, begun->rows[0].walks.rows[0].lines);
    if (resumed == SOLO_RESUMED_NOTHING) {
        player->room.group = NULL;
        player_room_finish(player);
        app_say(&player->app, TOAST_TROUBLE, TR("What was noted of this session does not fit the situation any more."),
                (Str){0}, now_ms);
        return;
    }
    player->room.begun = str_copy(&player->room.arena, begun->rows[0].header.date);
    if (resumed == SOLO_RESUMED_ALL && !begun->rows[0].damaged) {
        player->room.journal_path = str_copy(&player->room.arena, begun->rows[0].path);
        player->room.lines = count_lines(begun->rows[0].walks.rows[0].lines);
        journal(player);
    } else { // a line behind a gap would never be read: what could be read goes into a file of its own
        begin_journal(player);
    }
    show(player);
    tell_count(player, now_ms);
}

static void type(Player *player, Str text, bool minority) {
    PlayerRoom *room = &player->room;
    Arena fresh = {0};
    Str copy = str_copy(&fresh, text);
    arena_finish(&room->text_arena);
    room->text_arena = fresh;
    room->sentence = copy;
    room->minority = minority;
}

static void note(Player *player, int32_t what) {
    if (player->room.noting != what) {
        type(player, (Str){0}, false);
    }
    player->room.noting = what;
}

static void act(Player *player, const GroupAction *wanted, int64_t now_ms) {
    GroupAction action = *wanted;
    action.now_ms = now_ms;
    bool changed = group_update(player->room.group, &action);
    journal(player);
    bool closes = action.kind == GROUP_SENTENCE || action.kind == GROUP_PLAN || action.kind == GROUP_JUMP;
    if (changed && closes) {
        note(player, 0);
    } else if (changed && action.kind == GROUP_IDEA) { // the next one comes at once
        type(player, (Str){0}, false);
    }
}

static int32_t count_kept(const Group *group) {
    int32_t count = str_trim(group->raised).len > 0;
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        count += str_trim(group->kept[i]).len > 0;
    }
    return count;
}

static Str make_print(Player *player, PrintKind kind) {
    return html_print(&(HtmlPrint){.arena = &player->scratch,
                                   .catalog = &player->app.catalog,
                                   .scenario = player->open.scenario,
                                   .language = player->app.language},
                      kind);
}

static Str make_page(Player *player) {
    return html_group(&(HtmlGroup){.arena = &player->scratch,
                                   .catalog = &player->app.catalog,
                                   .group = player->room.group,
                                   .language = player->app.language,
                                   .date = player->today});
}

static Str tell_who(Player *player) {
    Str present = str_format(&player->scratch, "%d", player->room.group->present);
    return PLAYER_FORMAT(player, &player->scratch, TR("group of {0}"), present);
}

// The page of the group, or what is to be printed before it plays.
static void save(Player *player, const RoomAction *action, int64_t now_ms) {
    PlayerRoom *room = &player->room;
    const AppState *app = &player->app;
    if (!app->writer || app->folders.documents.len == 0) {
        app_say(&player->app, TOAST_TROUBLE, TR("There is no folder for documents here: nothing was written."),
                (Str){0}, now_ms);
        return;
    }
    room->prints = action->kind == ROOM_PRINT;
    PrintKind kind = (PrintKind)action->index;
    Str page = room->prints ? make_print(player, kind) : make_page(player);
    const Str PARTS[] = {room->prints ? html_print_title(&app->catalog, kind) : tell_who(player),
                         room->prints ? (Str){0} : player_room_begun(player)};
    room->saved = player_document_path(player, &room->arena, PARTS, COUNT(PARTS), S(".html"));
    room->saving = writer_save_new(app->writer, room->saved, page);
}

static void tell_saved(Player *player, int64_t now_ms) {
    PlayerRoom *room = &player->room;
    Str text =
        room->prints ? TR("To be printed from the page that opens: {0}") : TR("The page of the group is saved: {0}");
    app_say(&player->app, TOAST_DONE, text, folders_tell(&player->scratch, &player->app.folders, room->saved), now_ms);
    if (room->prints) {
        player->app.opens = room->saved;
    } else {
        room->kept = count_kept(room->group);
    }
}

bool player_room_tells(Player *player, int64_t ticket, bool done, int32_t number, int64_t now_ms) {
    PlayerRoom *room = &player->room;
    if (room->saving == 0 || ticket != room->saving) {
        return false;
    }
    room->saving = 0;
    if (done && room->group) {
        room->saved = path_numbered(&room->arena, room->saved, number);
        tell_saved(player, now_ms);
    } else if (!done) {
        app_say(&player->app, TOAST_TROUBLE,
                room->prints ? TR("The page to print could not be written.")
                             : TR("The page could not be written. It is still here."),
                (Str){0}, now_ms);
    }
    return true;
}

static void erase(Player *player) {
    erase_journals(player);
    let_group_go(&player->room);
    player->room.lines = 0;
    player->room.erased = true;
}

static void leave(Player *player, int64_t now_ms) {
    bool erased = player->room.erased;
    player_room_put_down(player);
    player_room_finish(player);
    player_show_screen(player, erased ? SCREEN_LIBRARY : SCREEN_CASE);
    player_list_begun(player, now_ms);
}

void player_room_update(Player *player, const RoomAction *action, int64_t now_ms) {
    PlayerRoom *room = &player->room;
    bool here = player->screen == SCREEN_ROOM, played = here && room->group;
    switch (action->kind) {
    case ROOM_NOTHING:
        break;
    case ROOM_BEGIN:
        if (player->open.begun_rooms.count > 0) {
            player->overlay = OVERLAY_CONFIRM_ROOM_ANEW;
            break;
        }
        begin(player, now_ms);
        break;
    case ROOM_BEGIN_ANEW:
        begin(player, now_ms);
        break;
    case ROOM_RESUME:
        resume(player, now_ms);
        break;
    case ROOM_FORGET:
        erase_journals(player);
        break;
    case ROOM_ACT:
        if (played) {
            act(player, &action->group, now_ms);
        }
        break;
    case ROOM_NOTE:
        note(player, action->index);
        break;
    case ROOM_TYPE:
        type(player, action->text, action->index != 0);
        break;
    case ROOM_WINDOW:
        room->window = here && !room->window;
        break;
    case ROOM_CLOSED: // whichever screen is left may be the room's: it shows what the room may see
        room->window = room->in_hand = false;
        app_say(&player->app, TOAST_INFO, TR("The room’s screen is closed. F8 brings it back."), (Str){0}, now_ms);
        break;
    case ROOM_HAND:
        room->in_hand = !room->in_hand;
        break;
    case ROOM_SAVE:
    case ROOM_PRINT:
        if (played && room->saving == 0) {
            save(player, action, now_ms);
        }
        break;
    case ROOM_KEEP:
        if (played) {
            player_keep_session(player, action->index != 0);
        }
        break;
    case ROOM_ERASE:
        if (here) {
            erase(player);
        }
        break;
    case ROOM_LEAVE:
        if (here) {
            leave(player, now_ms);
        }
        break;
    }
}

int64_t player_room_next_tick(const Player *player, int64_t now_ms) {
    const Group *group = player->room.group;
    if (!group) {
        return -1;
    }
    int64_t next = now_ms + MINUTE_MS - (now_ms - group->solo.began_ms) % MINUTE_MS;
    if (group->timer.runs) {
        int64_t left = group->timer.left_ms - (now_ms - group->now_ms);
        next = now_ms + (left <= 0 ? 0 : (left - 1) % SECOND_MS + 1);
    }
    int64_t writes = group_writes_at(group);
    return writes >= 0 && writes < next ? writes : next;
}

// A display that goes takes the hand along: what is left may be the one that the room looks at.
static void follow_displays(Player *player, int64_t now_ms) {
    PlayerRoom *room = &player->room;
    bool shares = player_room_shares(player);
    if (player->screen != SCREEN_ROOM || shares == room->shares) {
        return;
    }
    room->shares = shares;
    room->in_hand = false;
    app_dismiss_toast(&player->app);
    if (shares) {
        app_say(&player->app, TOAST_INFO, TR("One screen is left: it shows what the room sees. F8 takes the hand."),
                (Str){0}, now_ms);
    }
}

void player_room_tick(Player *player, int64_t now_ms) {
    follow_displays(player, now_ms);
    player_room_update(player, &(RoomAction){.kind = ROOM_ACT, .group = {.kind = GROUP_CLOCK}}, now_ms);
}
