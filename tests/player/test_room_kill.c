// A session of a group, killed at any moment: the next start takes it up, with every vote and answer that was shown as
// noted, and plays it to its end.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "player/desk.h"

#include "base/system.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { USUAL_KILLS = 60, PLAYED_ON_EVERY = 8, MOST_STEPS = 200, LONGEST_MS = 400 };

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

static void vote(Desk *desk) {
    const Group *group = group_of(desk);
    while (group->open) {
        for (int32_t i = group_missing(group); i > 0; i--) {
            act(desk, (GroupAction){.kind = GROUP_COUNT, .index = i % 3 == 0});
        }
        act(desk, (GroupAction){.kind = GROUP_CLOSE});
    }
}

// One step of the evening, always the same at the same place.
static void step(Desk *desk) {
    const Group *group = group_of(desk);
    vote(desk);
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
static void play(Desk *desk, int told) {
    for (int32_t i = 0; i < MOST_STEPS && group_of(desk)->phase != GROUP_PAGE; i++) {
        step(desk);
        if (told >= 0) {
            writer_wait(desk->player.app.writer);
            int32_t count = group_of(desk)->solo.session.log.lines.count;
            if (write(told, &count, sizeof count) != (ssize_t)sizeof count) {
                _exit(1);
            }
        }
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

// Gives how many lines the child was told to be noted.
static int32_t kill_once(Str root, int32_t round, int32_t kills) {
    int ends[2];
    int32_t promised = 0, count = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        Desk desk = sit_down(root);
        do_room(&desk, (RoomAction){.kind = ROOM_BEGIN});
        play(&desk, ends[1]);
        pause();
    }
    close(ends[1]);
    bool began = read(ends[0], &promised, sizeof promised) == (ssize_t)sizeof promised;
    assert_true(began);
    int64_t wait_us = (int64_t)LONGEST_MS * 1000 * round / kills + round * 7919L % 997;
    nanosleep(&(struct timespec){.tv_nsec = wait_us * 1000}, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(ends[0], &count, sizeof count) == (ssize_t)sizeof count) {
        promised = count;
    }
    close(ends[0]);
    return promised;
}

// What stands in the journal is how the evening goes, as far as it was promised at least; and it goes on from there, to
// its end if `on`.
static int32_t take_up(Str root, Str evening, int32_t promised, bool on) {
    Desk desk = sit_down(root);
    assert_int_equal(desk.player.open.begun_rooms.count, 1);
    Str noted = desk.player.open.begun_rooms.rows[0].walks.rows[0].lines;
    int32_t count = count_lines(noted);
    assert_true(str_begins(evening, noted));
    assert_true(count >= promised);
    do_room(&desk, (RoomAction){.kind = ROOM_RESUME});
    assert_int_equal(desk.player.screen, SCREEN_ROOM);
    assert_true(str_begins(log_of(&desk.arena, &desk), noted));
    if (on) {
        play(&desk, -1);
    }
    do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
    do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
    stand_up(&desk);
    return count;
}

static Str play_whole(Arena *arena, Str root) {
    Desk desk = sit_down(root);
    do_room(&desk, (RoomAction){.kind = ROOM_BEGIN});
    play(&desk, -1);
    Str evening = log_of(arena, &desk);
    do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
    do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
    stand_up(&desk);
    return evening;
}

static void a_killed_session_is_taken_up_with_all_that_was_noted(void **state) {
    (void)state;
    Desk desk;
    int32_t kills = 0, within = 0;
    desk_open(&desk);
    player_finish(&desk.player); // the folder stays
    if (!str_to_int(system_environment(&desk.arena, S("PALABRE_KILLS")), &kills) || kills <= 0) {
        kills = USUAL_KILLS;
    }
    Str evening = play_whole(&desk.arena, desk.root);
    int32_t lines = count_lines(evening);
    for (int32_t i = 0; i < kills; i++) {
        int32_t promised = kill_once(desk.root, i, kills);
        within += take_up(desk.root, evening, promised, i % PLAYED_ON_EVERY == 0) < lines;
    }
    print_message("%d kills, %d of them within an evening of %d lines\n", kills, within, lines);
    assert_true(within > 0); // or it proved nothing
    desk_join(&desk);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_killed_session_is_taken_up_with_all_that_was_noted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
