// A session of a group, killed at any moment: the next start takes it up, with every vote and answer that was shown as
// noted and the hands that were counted until then, and plays it to its end.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "player/desk.h"

#include "base/system.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { USUAL_KILLS = 60, PLAYED_ON_EVERY = 8, MOST_STEPS = 200, BETWEEN_HANDS_MS = 250 };

// As the room stood when so many lines were noted.
typedef struct {
    GroupPhase phase;
    bool open;
    Tally hands;
} Moment;

typedef struct {
    int told; // a pipe; -1: nobody listens
    Arena arena;
    ROWS_OF(Moment) moments; // by lines
} Evening;

static const char CASE[] = "../scenarios/fr/s02-ca-fait-trois-fois.json";

static void do_room(Desk *desk, RoomAction room) {
    desk->now_ms += 20;
    player_update(&desk->player, &(Action){.kind = ACTION_ROOM, .room = room}, desk->now_ms);
}

static void act(Desk *desk, GroupAction action) {
    do_room(desk, (RoomAction){.kind = ROOM_ACT, .group = action});
}

static const Group *group_of(const Desk *desk) {
    return desk->player.room.group;
}

static void note(Desk *desk, Evening *evening) {
    const Group *group = group_of(desk);
    int32_t count = group->solo.session.log.lines.count;
    while (evening->moments.count <= count) {
        *rows_append(&evening->arena, &evening->moments) =
            (Moment){.phase = group->phase, .open = group->open, .hands = group_tally(group)};
    }
    if (evening->told >= 0) {
        writer_wait(desk->player.app.writer);
        if (write(evening->told, &count, sizeof count) != (ssize_t)sizeof count) {
            _exit(1);
        }
    }
}

// Slowly enough that hands are noted before all of them are counted.
static void vote(Desk *desk, Evening *evening) {
    const Group *group = group_of(desk);
    while (group->open) {
        for (int32_t i = group_missing(group); i > 0; i--) {
            act(desk, (GroupAction){.kind = GROUP_COUNT, .index = i % 3 == 0});
            desk->now_ms += BETWEEN_HANDS_MS;
            desk_act(desk, ACTION_TICK, 0);
            note(desk, evening);
        }
        act(desk, (GroupAction){.kind = GROUP_CLOSE});
    }
}

// One step of the evening, always the same at the same place.
static void step(Desk *desk, Evening *evening) {
    const Group *group = group_of(desk);
    vote(desk, evening);
    if (group->phase == GROUP_TALK) {
        act(desk, (GroupAction){.kind = GROUP_SENTENCE, .text = S("On répond à la file, pas à lui.")});
    }
    if (group->phase == GROUP_AGREE && group->solo.phase == SOLO_PHASE_WORDS) {
        act(desk, (GroupAction){.kind = GROUP_DRAFT, .draft = {.kind = SOLO_SET_TEXT, .text = S("Trois fois ?")}});
    }
    if (group->phase == GROUP_REVEAL && group->picked < 0) {
        act(desk, (GroupAction){.kind = GROUP_PICK});
    }
    act(desk, (GroupAction){.kind = GROUP_NEXT});
}

// Tells, if somebody listens, how many lines are noted each time that something is.
static void play(Desk *desk, Evening *evening) {
    for (int32_t i = 0; i < MOST_STEPS && group_of(desk)->phase != GROUP_PAGE; i++) {
        step(desk, evening);
        note(desk, evening);
    }
    assert_int_equal(group_of(desk)->phase, GROUP_PAGE);
}

static Desk sit_down(Str root) {
    Desk desk = {.now_ms = 1000, .start = {.case_path = str_from_c(CASE)}};
    desk.root = str_copy(&desk.arena, root);
    desk_join(&desk);
    return desk;
}

static void stand_up(Desk *desk) {
    player_finish(&desk->player);
    arena_finish(&desk->arena);
}

static Str log_of(Arena *arena, const Desk *desk) {
    const Log *log = &group_of(desk)->solo.session.log;
    StrBuilder lines = {.arena = arena};
    for (int32_t i = 0; i < log->lines.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(log->lines.rows[i].text));
    }
    return str_built(&lines);
}

static int32_t count_lines(Str lines) {
    int32_t count = 0;
    for (; lines.len > 0; (void)str_cut(&lines, '\n')) {
        count++;
    }
    return count;
}

// Soon after so many lines are noted. Gives how many the child told to be noted before it died.
static int32_t kill_once(Str root, int32_t lines, int32_t delay_us) {
    int ends[2];
    int32_t promised = 0, count = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        Desk desk = sit_down(root);
        do_room(&desk, (RoomAction){.kind = ROOM_BEGIN});
        Evening played = {.told = ends[1]};
        play(&desk, &played);
        pause();
    }
    close(ends[1]);
    while (promised < lines) {
        ssize_t got = read(ends[0], &promised, sizeof promised);
        assert_int_equal(got, sizeof promised);
    }
    nanosleep(&(struct timespec){.tv_nsec = delay_us * 1000L}, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(ends[0], &count, sizeof count) == (ssize_t)sizeof count) {
        promised = count;
    }
    close(ends[0]);
    return promised;
}

static bool is_counting(Str lines) {
    Str last = {0};
    while (lines.len > 0) {
        last = str_cut(&lines, '\n');
    }
    return str_find(last, S("\"kind\": \"hands\"")) >= 0;
}

// The hands that stood there when the last line was noted, in an open vote; and the trainer is told.
static void hold_count(const Desk *desk, Moment then) {
    const Group *group = group_of(desk);
    Tally hands = group_tally(group);
    assert_true(then.open && group->open);
    assert_int_equal(group->phase, then.phase);
    assert_memory_equal(hands.hands, then.hands.hands, sizeof hands.hands);
    assert_int_equal(desk->player.app.toast.kind, TOAST_INFO);
    char number[16];
    (void)snprintf(number, sizeof number, " %d", group_count_voted(group));
    assert_true(str_find(desk->player.app.toast.text, str_from_c(number)) >= 0);
}

typedef struct {
    Str lines;
    const Evening *evening;
} Whole;

typedef struct {
    int32_t within, counting; // taken up within the evening; … within a vote
} Found;

// What stands in the journal is how the evening goes, as far as it was promised at least; and it goes on from there, to
// its end if `on`.
static void take_up(Str root, const Whole *whole, int32_t promised, bool on, Found *found) {
    Desk desk = sit_down(root);
    assert_int_equal(desk.player.open.begun_rooms.count, 1);
    Str noted = desk.player.open.begun_rooms.rows[0].walks.rows[0].lines;
    int32_t count = count_lines(noted);
    assert_true(str_begins(whole->lines, noted));
    assert_true(count >= promised);
    do_room(&desk, (RoomAction){.kind = ROOM_RESUME});
    assert_int_equal(desk.player.screen, SCREEN_ROOM);
    assert_true(str_begins(log_of(&desk.arena, &desk), noted));
    if (is_counting(noted)) {
        const Moment *moments = whole->evening->moments.rows;
        hold_count(&desk, moments != NULL ? moments[count] : (Moment){0});
        found->counting++;
    }
    if (on) {
        Evening rest = {.told = -1};
        play(&desk, &rest);
        arena_finish(&rest.arena);
    }
    do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
    do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
    stand_up(&desk);
    found->within += count < count_lines(whole->lines);
}

static Str play_whole(Arena *arena, Str root, Evening *evening) {
    Desk desk = sit_down(root);
    do_room(&desk, (RoomAction){.kind = ROOM_BEGIN});
    play(&desk, evening);
    Str lines = log_of(arena, &desk);
    do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
    do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
    stand_up(&desk);
    return lines;
}

static void a_killed_session_is_taken_up_with_all_that_was_noted(void **state) {
    (void)state;
    Desk desk;
    int32_t kills = 0;
    desk_open(&desk);
    player_finish(&desk.player); // the folder stays
    if (!str_to_int(system_environment(&desk.arena, S("PALABRE_KILLS")), &kills) || kills <= 0) {
        kills = USUAL_KILLS;
    }
    Evening evening = {.told = -1};
    Whole whole = {.lines = play_whole(&desk.arena, desk.root, &evening), .evening = &evening};
    Found found = {0};
    int32_t lines = count_lines(whole.lines);
    for (int32_t i = 0; i < kills; i++) {
        int32_t promised = kill_once(desk.root, lines * i / kills + 1, i * 7919 % 4999);
        take_up(desk.root, &whole, promised, i % PLAYED_ON_EVERY == 0, &found);
    }
    print_message("%d kills, %d of them within an evening of %d lines, %d while hands were counted\n", kills,
                  found.within, lines, found.counting);
    assert_true(found.within > 0 && found.counting > 0); // or it proved nothing
    arena_finish(&evening.arena);
    desk_join(&desk);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_killed_session_is_taken_up_with_all_that_was_noted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
