// The trainer goes on at another scene: by a few letters, by arrows, by the mouse, by ear; and the room sees no title.
#include "fake/face.h"
#include "fake/tree.h"
#include "group/small_room.h"
#include "view/view_room.h"

#define FOUR                                                                                                    \
    "'facts': [{'id': 'f', 'about': 'F'}], 'start': 's', 'scenes': [{'id': 's', 'title': 'The queue', "         \
    "'ask': {'kind': 'choice', 'next': 't', " ABC "}}, {'id': 't', 'title': 'The *notebook*', "                 \
    "'ask': {'kind': 'choice', 'next': 'end', " ABC "}}, {'id': 'u', 'title': 'The quarrel', "                  \
    "'ask': {'kind': 'choice', 'next': 'end', 'options': [{'id': 'a', 'text': 'A', 'if': 'f'}, {'id': 'b', "    \
    "'text': 'B', 'if': 'f'}]}}, {'id': 'end', 'ending': {'title': 'A quiet door', 'text': 'T', 'tone': 'good'" \
    "}}]"

typedef struct {
    SmallRoom r;
    Ui *ui;
    const UiFrame *frame;
    ViewRoom view;
    GroupAction action;
    StrBuilder typed;
    bool shares, keys_only;
} Desk;

static void say_page(Desk *desk) {
    Audience audience = audience_create(&desk->r.group, &desk->r.telling);
    desk->view.group = &desk->r.group;
    desk->view.telling = &desk->r.telling;
    desk->view.audience = &audience;
    desk->view.sentence = str_built(&desk->typed);
    desk->view.shows_room = true;
    desk->view.shares = desk->shares;
    desk->action = desk->keys_only ? view_room_keys(desk->ui, &desk->view) : view_room(desk->ui, &desk->view);
    if (desk->view.wish == VIEW_ROOM_NOTE) {
        desk->view.noting = (ViewRoomNote)desk->view.number;
    } else if (desk->view.wish == VIEW_ROOM_TYPE) {
        desk->typed = (StrBuilder){.arena = &desk->r.frame};
        str_add(&desk->typed, desk->view.text);
    }
    if (desk->action.kind != GROUP_NONE) {
        desk->action.now_ms = desk->r.now_ms;
        (void)group_update(&desk->r.group, &desk->action);
    }
}

static void answer(Desk *desk, UiInput input) {
    UiPreferences preferences = {.text_scale = 100, .still = true, .speaks = true};
    input.now_ms = desk->r.now_ms += 1000;
    ui_begin(desk->ui, &input, 1280, 720, preferences);
    say_page(desk);
    ui_begin_again(desk->ui, preferences);
    GroupAction wanted = desk->action;
    say_page(desk);
    desk->action = wanted;
    desk->frame = ui_end(desk->ui);
}

static void press(Desk *desk, int32_t key) {
    answer(desk, (UiInput){.kind = INPUT_KEY, .key = key});
}

static void begin_desk(Desk *desk) {
    *desk = (Desk){.ui = ui_create(fake_typesetter(), fake_clipboard())};
    begin_room(&desk->r, S(FOUR), 3);
    answer(desk, (UiInput){0});
}

static void end_desk(Desk *desk) {
    ui_destroy(desk->ui);
    end_room(&desk->r);
}

static const UiTreeNode *find_scene(const Desk *desk, const char *title) {
    return find_node(desk->frame, ROLE_BUTTON, str_from_c(title));
}

static SceneId scene_now(const Desk *desk) {
    return desk->r.group.solo.session.walk.scene;
}

static SceneId scene_of(const Desk *desk, const char *id) {
    return scenario_find_scene(desk->r.c.scenario, str_from_c(id));
}

static void a_few_letters_and_enter_go_on_there(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    press(&desk, 's');
    assert_non_null(find_scene(&desk, "The queue"));
    press(&desk, KEY_ENTER); // nothing is typed yet: nothing is meant
    assert_int_equal(desk.action.kind, GROUP_NONE);
    answer(&desk, (UiInput){.kind = INPUT_TEXT, .text = S("NoTeb")});
    assert_null(find_scene(&desk, "The queue"));
    press(&desk, KEY_ENTER);
    assert_int_equal(desk.action.kind, GROUP_JUMP);
    assert_int_equal(scene_now(&desk), scene_of(&desk, "t"));
    assert_int_equal(desk.r.group.phase, GROUP_READ);
    end_desk(&desk);
}

static void arrows_and_the_mouse_do_too(void **state) {
    (void)state;
    for (int32_t by_mouse = 0; by_mouse < 2; by_mouse++) {
        Desk desk;
        begin_desk(&desk);
        if (by_mouse == 1) {
            const UiTreeNode *button = find_scene(&desk, "Another scene…");
            UiInput down = {.kind = INPUT_DOWN, .x = button->rect.x + 5, .y = button->rect.y + 5};
            answer(&desk, down);
            down.kind = INPUT_UP;
            answer(&desk, down);
            const UiTreeNode *scene = find_scene(&desk, "A quiet door");
            down = (UiInput){.kind = INPUT_DOWN, .x = scene->rect.x + 5, .y = scene->rect.y + 5};
            answer(&desk, down);
            down.kind = INPUT_UP;
            answer(&desk, down);
        } else {
            press(&desk, 's');
            press(&desk, KEY_DOWN);
            assert_true(find_scene(&desk, "The queue")->focused);
            press(&desk, KEY_DOWN);
            press(&desk, KEY_DOWN); // past the one where nothing can be answered
            assert_true(find_scene(&desk, "A quiet door")->focused);
            press(&desk, KEY_ENTER);
        }
        assert_int_equal(scene_now(&desk), scene_of(&desk, "end"));
        end_desk(&desk);
    }
}

static void each_scene_tells_whether_it_was_read_and_can_be_reached(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    press(&desk, 's');
    assert_int_equal(find_scene(&desk, "The queue")->value.len, 0);
    assert_text(find_scene(&desk, "A quiet door")->value, "ending");
    assert_text(find_scene(&desk, "The quarrel")->value, "nothing can be answered there now");
    assert_false(find_scene(&desk, "The quarrel")->enabled);
    press(&desk, KEY_ESCAPE);
    assert_null(find_scene(&desk, "The quarrel"));
    go(&desk.r, GROUP_READ);
    press(&desk, 's');
    assert_text(find_scene(&desk, "The queue")->value, "the room stands here");
    assert_true(act(&desk.r, GROUP_JUMP, scene_of(&desk, "t")));
    answer(&desk, (UiInput){0});
    assert_text(find_scene(&desk, "The queue")->value, "read ✓");
    assert_text(find_scene(&desk, "The notebook")->value, "the room stands here");
    go(&desk.r, GROUP_REVEAL);
    assert_true(act(&desk.r, GROUP_PICK, 1));
    assert_true(act(&desk.r, GROUP_NEXT, 0)); // Beta is replied to before the ending is shown
    answer(&desk, (UiInput){0});
    assert_text(find_scene(&desk, "A quiet door")->value, "ending");
    end_desk(&desk);
}

static bool hears(const Desk *desk, const char *text) {
    for (int32_t i = 0; i < desk->frame->says.count; i++) {
        if (str_find(desk->frame->says.rows[i].text, str_from_c(text)) >= 0) {
            return true;
        }
    }
    return false;
}

static void who_listens_hears_the_scene_that_has_the_focus(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    press(&desk, 's');
    assert_true(hears(&desk, "Go on at another scene"));
    press(&desk, KEY_DOWN);
    assert_true(hears(&desk, "The queue"));
    press(&desk, KEY_ESCAPE);
    press(&desk, 's');
    answer(&desk, (UiInput){.kind = INPUT_TEXT, .text = S("zz")});
    assert_true(hears(&desk, "No scene has these letters in its title."));
    end_desk(&desk);
}

static void on_a_screen_that_the_room_sees_no_list_is_asked_for(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    desk.keys_only = true;
    desk.shares = true;
    press(&desk, 's');
    assert_int_equal(desk.view.wish, VIEW_ROOM_NONE);
    desk.shares = false; // the trainer's page is on another one
    press(&desk, 's');
    assert_int_equal(desk.view.noting, VIEW_ROOM_NOTE_SCENE);
    end_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_few_letters_and_enter_go_on_there),
        cmocka_unit_test(arrows_and_the_mouse_do_too),
        cmocka_unit_test(each_scene_tells_whether_it_was_read_and_can_be_reached),
        cmocka_unit_test(who_listens_hears_the_scene_that_has_the_focus),
        cmocka_unit_test(on_a_screen_that_the_room_sees_no_list_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
