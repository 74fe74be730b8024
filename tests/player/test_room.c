#include "player/player.h"

#include "base/file.h"
#include "base/path.h"
#include "player/screen.h"
#include "records/store.h"
#include "report/html_print.h"

#include "desk.h"
#include "fake/face.h"
#include "fake/tree.h"

static const char S01[] = "s01-faire-faire-avec-laisser-faire";
static const char S02[] = "s02-ca-fait-trois-fois";
static const char SENTENCE[] = "canari-phrase", KEPT[] = "canari-page", TYPED[] = "canari-mots, est-ce bien cela ?";

static void do_room(Desk *desk, RoomAction room) {
    desk->now_ms += 20;
    player_update(&desk->player, &(Action){.kind = ACTION_ROOM, .room = room}, desk->now_ms);
}

static void act(Desk *desk, GroupActionKind kind, int32_t index, const char *text) {
    do_room(desk, (RoomAction){.kind = ROOM_ACT,
                               .group = {.kind = kind, .index = index, .value = index, .text = str_from_c(text)}});
}

static const Group *group_of(const Desk *desk) {
    return desk->player.room.group;
}

static void begin_room(Desk *desk, const char *id) {
    desk_act(desk, ACTION_OPEN_CASE, desk_find_card(desk, id));
    do_room(desk, (RoomAction){.kind = ROOM_BEGIN});
    assert_int_equal(desk->player.screen, SCREEN_ROOM);
    assert_true(desk->player.room.window);
}

// Everybody present raises a hand, for one answer after the other.
static void vote(Desk *desk) {
    const Group *group = group_of(desk);
    while (group->open) {
        for (int32_t i = group_missing(group); i > 0 && group_count_voted(group) < group->present; i--) {
            act(desk, GROUP_COUNT, i % 3 == 0 ? 1 : 0, "");
        }
        act(desk, GROUP_CLOSE, 0, "");
        if (group->open && group->doubts) { // of a set
            act(desk, GROUP_CLOSE, 0, "");
        }
    }
}

// One phase or page on, with whatever it asks for.
static void go_on(Desk *desk) {
    const Group *group = group_of(desk);
    if (group->open) {
        vote(desk);
    }
    if (group->phase == GROUP_AGREE && group->solo.phase == SOLO_PHASE_WORDS) {
        do_room(desk, (RoomAction){
                          .kind = ROOM_ACT,
                          .group = {.kind = GROUP_DRAFT, .draft = {.kind = SOLO_SET_TEXT, .text = str_from_c(TYPED)}}});
    }
    if (group->phase == GROUP_REVEAL && group->picked < 0) {
        act(desk, GROUP_PICK, 0, "");
    }
    act(desk, GROUP_NEXT, 0, "");
}

static void reach(Desk *desk, GroupPhase phase) {
    for (int32_t i = 0; i < 1000 && group_of(desk)->phase != phase; i++) {
        go_on(desk);
    }
    assert_int_equal(group_of(desk)->phase, phase);
}

static Str log_of(Desk *desk) {
    const Log *log = &group_of(desk)->solo.session.log;
    StrBuilder lines = {.arena = &desk->arena};
    for (int32_t i = 0; i < log->lines.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(log->lines.rows[i].text));
    }
    return str_built(&lines);
}

static int32_t count_files(Desk *desk, const char *folder) {
    FileList names;
    assert_true(file_list(&desk->arena, desk_path(desk, folder), S(""), &names, NULL));
    return names.count;
}

static bool stands_in(Desk *desk, const char *folder, const char *text) {
    FileList names;
    bool found = false;
    assert_true(file_list(&desk->arena, desk_path(desk, folder), S(""), &names, NULL));
    for (int32_t i = 0; i < names.count; i++) {
        Str path = path_join(&desk->arena, desk_path(desk, folder), names.rows[i]), bytes = {0};
        found =
            found || (file_load(&desk->arena, path, 1 << 24, &bytes, NULL) && str_find(bytes, str_from_c(text)) >= 0);
    }
    return found;
}

static void an_evening_is_played_and_what_is_erased_is_gone(void **state) {
    (void)state;
    static const char *const CASES[] = {S01, S02};
    for (int32_t i = 0; i < 2; i++) {
        Desk desk;
        desk_open(&desk);
        begin_room(&desk, CASES[i]);
        act(&desk, GROUP_PRESENT, 14, "");
        reach(&desk, GROUP_READ);
        act(&desk, GROUP_SENTENCE, 0, SENTENCE);
        reach(&desk, GROUP_PAGE);
        act(&desk, GROUP_KEEP, 0, KEPT);
        act(&desk, GROUP_RAISE, 0, "Un numéro direct.");
        do_room(&desk, (RoomAction){.kind = ROOM_SAVE});
        writer_wait(desk.player.app.writer);
        assert_true(stands_in(&desk, "data/journal", SENTENCE));
        assert_true(stands_in(&desk, "data/journal", KEPT)); // whatever is done writes what was typed
        desk_act(&desk, ACTION_TICK, 0);
        assert_true(stands_in(&desk, "documents", KEPT));
        assert_false(stands_in(&desk, "documents", SENTENCE));
        assert_int_equal(desk.player.room.kept, 2);
        assert_true(str_ends(desk.player.room.saved, S(" – groupe de 14 – 2026-11-27.html")));
        desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ROOM_ERASE);
        desk_act(&desk, ACTION_CONFIRM, 0);
        writer_wait(desk.player.app.writer);
        assert_true(desk.player.room.erased);
        assert_int_equal(count_files(&desk, "data/journal"), 0);
        assert_false(stands_in(&desk, "data", SENTENCE) || stands_in(&desk, "data", KEPT) ||
                     stands_in(&desk, "data", "canari"));
        Audience told = player_audience(&desk.player, &desk.arena);
        assert_int_equal(told.kind, AUDIENCE_QUESTION);
        do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
        assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
        assert_false(desk.player.room.window);
        desk_close(&desk);
    }
}

static void after_a_crash_the_session_stands_where_it_stood(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    begin_room(&desk, S01);
    for (int32_t i = 0; i < 60; i++) {
        Str before = log_of(&desk);
        GroupPhase phase = group_of(&desk)->phase;
        writer_wait(desk.player.app.writer);
        if (i % 4 == 3) {
            desk_crash(&desk);
            desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S01));
            assert_int_equal(desk.player.open.begun_rooms.count, 1);
            do_room(&desk, (RoomAction){.kind = ROOM_RESUME});
            assert_int_equal(desk.player.screen, SCREEN_ROOM);
            assert_true(str_begins(log_of(&desk), before));
            bool moves_on = phase == GROUP_FOLLOWED; // its pages are not shown a second time
            assert_true(moves_on || group_of(&desk)->phase == phase);
        }
        go_on(&desk);
    }
    desk_close(&desk);
}

// Sooner than what is typed and the hands that are raised are noted by themselves.
static void who_leaves_at_once_loses_nothing(void **state) {
    (void)state;
    for (int32_t ends = 0; ends < 2; ends++) {
        Desk desk;
        desk_open(&desk);
        begin_room(&desk, S01);
        act(&desk, GROUP_KEEP, 0, KEPT);
        reach(&desk, GROUP_VOTE);
        act(&desk, GROUP_KEEP, 1, SENTENCE);
        act(&desk, GROUP_COUNT, 0, "");
        desk_act(&desk, ends != 0 ? ACTION_END : ACTION_BACK, 0);
        if (ends == 0) {
            desk_act(&desk, ACTION_CONFIRM, 0);
            assert_int_equal(desk.player.screen, SCREEN_CASE);
        }
        desk_again(&desk);
        desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S01));
        do_room(&desk, (RoomAction){.kind = ROOM_RESUME});
        assert_true(str_equal(group_of(&desk)->kept[1], str_from_c(SENTENCE)));
        assert_true(group_of(&desk)->open);
        assert_int_equal(group_count_voted(group_of(&desk)), 1);
        desk_close(&desk);
    }
}

static void a_group_and_a_person_alone_begin_a_case_beside_each_other(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_begin_case(&desk, S02);
    desk_answer(&desk);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    begin_room(&desk, S02);
    reach(&desk, GROUP_VOTE);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_ROOM_LEAVE);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    writer_wait(desk.player.app.writer);
    assert_int_equal(count_files(&desk, "data/journal"), 2);
    desk_again(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    assert_true(desk.player.open.can_resume);
    assert_int_equal(desk.player.open.begun_rooms.count, 1);
    do_room(&desk, (RoomAction){.kind = ROOM_BEGIN});
    assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_ROOM_ANEW); // what was begun is not lost unasked
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(desk.player.screen, SCREEN_ROOM);
    assert_int_equal(group_of(&desk)->phase, GROUP_TITLE);
    writer_wait(desk.player.app.writer);
    assert_int_equal(count_files(&desk, "data/journal"), 2);
    desk_close(&desk);
}

static bool says(Desk *desk, Str text) {
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    UiInput input = {.kind = INPUT_IDLE};
    ui_begin(ui, &input, 1280, 720, (UiPreferences){.text_scale = 100});
    (void)screen_view(ui, &desk->player);
    bool said = find_node(ui_end(ui), ROLE_TEXT, text) != NULL;
    ui_destroy(ui);
    return said;
}

// Leaving says that all is there again only where it is; and the next session begins with a clean sheet.
static void what_could_not_be_noted_is_not_said_to_be_kept(void **state) {
    (void)state;
    static const Str KEPT_TEXT = S_INIT("What was done so far is kept for seven days: the session can be taken up "
                                        "again. To erase it, go to “What we keep”.");
    Desk desk;
    desk_open(&desk);
    Str journal = desk.player.app.folders.journal;
    begin_room(&desk, S02);
    desk_act(&desk, ACTION_BACK, 0);
    assert_true(says(&desk, KEPT_TEXT));
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk.player.app.folders.journal = desk_path(&desk, "no/such");
    do_room(&desk, (RoomAction){.kind = ROOM_BEGIN_ANEW});
    reach(&desk, GROUP_VOTE);
    writer_wait(desk.player.app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.app.toast.kind, TOAST_TROUBLE);
    desk_act(&desk, ACTION_BACK, 0);
    assert_true(says(&desk, S("What was done last could not be noted: it is gone once you leave.")));
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk.player.app.folders.journal = journal;
    do_room(&desk, (RoomAction){.kind = ROOM_BEGIN_ANEW});
    desk_act(&desk, ACTION_BACK, 0);
    assert_true(says(&desk, KEPT_TEXT));
    desk_close(&desk);
}

static void what_was_begun_with_a_group_can_be_erased_from_the_page_of_its_case(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    begin_room(&desk, S02);
    act(&desk, GROUP_SENTENCE, 0, SENTENCE);
    do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
    assert_int_equal(desk.player.open.begun_rooms.count, 1);
    do_room(&desk, (RoomAction){.kind = ROOM_FORGET});
    writer_wait(desk.player.app.writer);
    assert_int_equal(count_files(&desk, "data/journal"), 0);
    desk_close(&desk);
}

static void keep(Desk *desk, bool with_words) {
    do_room(desk, (RoomAction){.kind = ROOM_KEEP, .index = with_words});
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
    assert_true(desk->player.room.was_kept);
}

static void what_a_group_keeps_replays_without_its_words_and_outlives_the_session(void **state) {
    (void)state;
    for (int32_t with_words = 0; with_words < 2; with_words++) {
        Desk desk;
        desk_open(&desk);
        begin_room(&desk, S02);
        act(&desk, GROUP_SENTENCE, 0, SENTENCE);
        reach(&desk, GROUP_PAGE);
        act(&desk, GROUP_KEEP, 0, KEPT);
        keep(&desk, with_words != 0);
        assert_int_equal(stands_in(&desk, "data", SENTENCE), with_words);
        assert_int_equal(stands_in(&desk, "data", TYPED), with_words);
        int32_t votes = group_of(&desk)->votes.count;
        do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
        writer_wait(desk.player.app.writer);
        assert_int_equal(count_files(&desk, "data/journal"), 0);
        assert_int_equal(stands_in(&desk, "data", SENTENCE), with_words); // what was kept stays
        do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});

        StoreHeaderList list = {0};
        StoreSession kept;
        Store *store = store_open(desk.player.app.folders.data, STORE_READS, NULL);
        assert_true(store_list(store, &desk.arena, &list, NULL));
        assert_int_equal(list.count, 1);
        assert_true(str_equal(list.rows[0].erase_after, S("2027-11-27")));
        assert_true(list.rows[0].consent);
        assert_true(store_read(store, &desk.arena, &list.rows[0], &kept, NULL));
        assert_true(str_equal(kept.header.hash, event_hash(&desk.arena, kept.case_bytes)));
        store_close(store);
        Group again;
        desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
        GroupStart start = {.solo = {.scenario = desk.player.open.scenario}};
        assert_int_equal(group_resume(&again, &start, kept.lines), SOLO_RESUMED_ALL);
        assert_int_equal(again.votes.count, votes);
        assert_int_equal(again.phase, GROUP_PAGE);
        group_finish(&again);
        desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
        desk_act(&desk, ACTION_CONFIRM, 0);
        assert_false(stands_in(&desk, "data", "canari"));
        desk_close(&desk);
    }
}

static void what_outlives_the_session_is_told_whole(void **state) {
    (void)state;
    for (int32_t kept = 0; kept < 4; kept++) {
        Desk desk;
        desk_open(&desk);
        begin_room(&desk, S02);
        reach(&desk, GROUP_PAGE);
        act(&desk, GROUP_KEEP, 0, KEPT);
        if (kept % 2 == 1) {
            do_room(&desk, (RoomAction){.kind = ROOM_SAVE});
            writer_wait(desk.player.app.writer);
            desk_act(&desk, ACTION_TICK, 0);
        }
        if (kept / 2 == 1) {
            keep(&desk, false);
        }
        do_room(&desk, (RoomAction){.kind = ROOM_ERASE});
        static const char *const TOLD[] = {"Il n’en reste rien.", "Reste : 1 phrase.",
                                           "Ce que le groupe voulait garder est gardé.",
                                           "Reste : 1 phrase. Ce que le groupe voulait garder est gardé."};
        assert_true(str_equal(player_audience(&desk.player, &desk.arena).text, str_from_c(TOLD[kept])));
        desk_close(&desk);
    }
}

// The day after, and then with a clock that says the day before.
static void a_session_that_is_taken_up_again_is_kept_with_the_day_it_began(void **state) {
    (void)state;
    static const struct {
        const char *today, *begun;
    } DAYS[] = {{"2026-11-28", "2026-11-27"}, {"2026-11-26", "2026-11-26"}};
    for (int32_t i = 0; i < COUNT(DAYS); i++) {
        Desk desk;
        desk_open(&desk);
        begin_room(&desk, S02);
        do_room(&desk, (RoomAction){.kind = ROOM_LEAVE});
        desk.player.today = str_from_c(DAYS[i].today);
        do_room(&desk, (RoomAction){.kind = ROOM_RESUME});
        assert_true(str_equal(desk.player.room.begun, S("2026-11-27")));
        keep(&desk, false);
        StoreHeaderList list = {0};
        Store *store = store_open(desk.player.app.folders.data, STORE_READS, NULL);
        assert_true(store_list(store, &desk.arena, &list, NULL));
        store_close(store);
        assert_int_equal(list.count, 1);
        assert_true(str_equal(list.rows[0].begun, str_from_c(DAYS[i].begun)));
        assert_true(str_equal(list.rows[0].kept, str_from_c(DAYS[i].today)));
        desk_close(&desk);
    }
}

static void a_screen_that_somebody_closes_stays_closed_until_it_is_wanted(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    begin_room(&desk, S02);
    do_room(&desk, (RoomAction){.kind = ROOM_CLOSED});
    assert_false(desk.player.room.window);
    act(&desk, GROUP_NEXT, 0, "");
    assert_false(desk.player.room.window);
    do_room(&desk, (RoomAction){.kind = ROOM_WINDOW});
    assert_true(desk.player.room.window);
    desk_close(&desk);
}

static void tick_with(Desk *desk, int32_t displays) {
    desk->player.app.displays = displays;
    player_update(&desk->player, &(Action){.kind = ACTION_TICK}, desk->now_ms);
}

// The trainer who has the hand of the one screen has it no more once there were two: the next one that goes may leave
// the screen that the room looks at.
static void no_display_that_goes_leaves_the_trainers_page_to_the_room(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk.player.app.displays = 1;
    begin_room(&desk, S02);
    assert_true(player_room_shares(&desk.player));
    do_room(&desk, (RoomAction){.kind = ROOM_HAND});
    tick_with(&desk, 1);
    assert_true(desk.player.room.in_hand);
    tick_with(&desk, 2);
    assert_false(desk.player.room.in_hand);
    assert_true(desk.player.room.window); // it comes by itself
    assert_int_equal(desk.player.app.toast.kind, TOAST_NONE);
    tick_with(&desk, 1);
    assert_false(desk.player.room.in_hand);
    assert_int_equal(desk.player.app.toast.kind, TOAST_INFO);
    desk_close(&desk);
}

static void a_sentence_is_typed_noted_and_forgotten_in_memory(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    begin_room(&desk, S02);
    do_room(&desk, (RoomAction){.kind = ROOM_NOTE, .index = 1});
    do_room(&desk, (RoomAction){.kind = ROOM_TYPE, .text = str_from_c(SENTENCE)});
    assert_true(str_equal(desk.player.room.sentence, str_from_c(SENTENCE)));
    act(&desk, GROUP_SENTENCE, 0, SENTENCE);
    assert_false(desk.player.room.noting);
    assert_int_equal(desk.player.room.sentence.len, 0);
    assert_int_equal(group_of(&desk)->sentences.count, 1);
    desk_close(&desk);
}

static void what_is_printed_is_saved_and_opened(void **state) {
    (void)state;
    static const char *const TELLING[PRINT_KIND_COUNT] = {[PRINT_CARDS] = "class=\"vote\"",
                                                          [PRINT_SHEET] = "class=\"plan\"",
                                                          [PRINT_GRID] = "class=\"tick\"",
                                                          [PRINT_READING] = "class=\"trainer\"",
                                                          [PRINT_STORY] = "class=\"card"};
    Desk desk;
    desk_open(&desk);
    begin_room(&desk, S02);
    for (int32_t i = 0; i < PRINT_KIND_COUNT; i++) {
        do_room(&desk, (RoomAction){.kind = ROOM_PRINT, .index = i});
        writer_wait(desk.player.app.writer);
        desk_act(&desk, ACTION_TICK, 0);
        assert_int_equal(count_files(&desk, "documents"), i + 1);
        assert_true(stands_in(&desk, "documents", TELLING[i]));
        assert_true(str_equal(desk.player.app.opens, desk.player.room.saved));
        assert_true(str_find(desk_load(&desk, desk.player.app.opens), str_from_c(TELLING[i])) >= 0);
    }
    assert_int_equal(desk.player.room.kept, 0); // none of them is the page of the group
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(an_evening_is_played_and_what_is_erased_is_gone),
        cmocka_unit_test(after_a_crash_the_session_stands_where_it_stood),
        cmocka_unit_test(who_leaves_at_once_loses_nothing),
        cmocka_unit_test(a_group_and_a_person_alone_begin_a_case_beside_each_other),
        cmocka_unit_test(what_could_not_be_noted_is_not_said_to_be_kept),
        cmocka_unit_test(what_was_begun_with_a_group_can_be_erased_from_the_page_of_its_case),
        cmocka_unit_test(what_a_group_keeps_replays_without_its_words_and_outlives_the_session),
        cmocka_unit_test(what_outlives_the_session_is_told_whole),
        cmocka_unit_test(a_session_that_is_taken_up_again_is_kept_with_the_day_it_began),
        cmocka_unit_test(a_screen_that_somebody_closes_stays_closed_until_it_is_wanted),
        cmocka_unit_test(no_display_that_goes_leaves_the_trainers_page_to_the_room),
        cmocka_unit_test(a_sentence_is_typed_noted_and_forgotten_in_memory),
        cmocka_unit_test(what_is_printed_is_saved_and_opened),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
