// All scenes of the case, in its order: the trainer goes on at one of them, whatever the room has answered.
#include "view/room_page.h"

#include "base/utf8.h"

enum { SCENES_WIDTH = 680, SCENES_HEIGHT = 320, HIGH = 560, MOST_SHOWN = 100, MOST_CHARS = 60 };

typedef struct {
    RoomPage *page;
    Str begun;     // folded: what is typed of a title
    SceneId first; // that fits and can be gone on at; 0: none
    bool leads;    // from the field to it
} ScenesPage;

static Str title_of(const ScenesPage *scenes, SceneId scene) {
    const Scenario *scenario = scenes->page->scenario;
    const Ending *ending = &scenario->endings.rows[scenario->scenes.rows[scene].ending];
    return ui_plain_text(scenes->page->ui,
                         ending->title.len > 0 ? ending->title : telling_scene_title(scenes->page->telling, scene));
}

static bool fits(const ScenesPage *scenes, SceneId scene) {
    Str title = utf8_fold_search(ui_arena(scenes->page->ui), title_of(scenes, scene));
    return str_find(title, scenes->begun) >= 0;
}

static void find_first(ScenesPage *scenes) {
    const RoomPage *page = scenes->page;
    for (SceneId i = page->scenario->scenes.count - 1; i > 0; i--) {
        scenes->first = fits(scenes, i) && group_can_jump(page->group, i) ? i : scenes->first;
    }
}

static void jump(const ScenesPage *scenes, SceneId scene) {
    room_want(scenes->page, GROUP_JUMP, scene);
}

static void say_field(ScenesPage *scenes) {
    RoomPage *page = scenes->page;
    Ui *ui = page->ui;
    UiId id = ui_id(ui, S("scene-title"), 0);
    const UiInput *input = ui_input(ui);
    bool typed = page->view->sentence.len > 0;
    scenes->leads = ui_has_focus(ui, id) && input->kind == INPUT_KEY && input->key == KEY_DOWN;
    if (ui_pressed(ui, id) && input->kind == INPUT_KEY && typed && scenes->first != 0) {
        jump(scenes, scenes->first);
    }
    Str edited, name = room_text(page, TR("Some letters of its title"));
    if (ui_field(ui,
                 (UiField){.key = S("scene-title"),
                           .name = name,
                           .text = page->view->sentence,
                           .placeholder = name,
                           .most_chars = MOST_CHARS,
                           .wants_focus = true},
                 &edited)) {
        room_wish(page, VIEW_ROOM_TYPE, 0);
        page->view->text = edited;
    }
}

// "read ✓ · ending"
static Str state_of(const ScenesPage *scenes, SceneId scene, bool open) {
    const RoomPage *page = scenes->page;
    const Group *group = page->group;
    bool read = group_has_read(group, scene), now = read && !group->unread && group->solo.session.walk.scene == scene;
    const Str STATES[] = {now    ? room_text(page, TR("the room stands here"))
                          : read ? room_text(page, TR("read ✓"))
                                 : (Str){0},
                          page->scenario->scenes.rows[scene].ending != 0 ? room_text(page, TR("ending")) : (Str){0},
                          open ? (Str){0} : room_text(page, TR("nothing can be answered there now"))};
    StrBuilder state = {.arena = ui_arena(page->ui)};
    for (int32_t i = 0; i < COUNT(STATES); i++) {
        str_add(&state, state.count > 0 && STATES[i].len > 0 ? S(" · ") : (Str){0});
        str_add(&state, STATES[i]);
    }
    return str_built(&state);
}

static void say_scene(const ScenesPage *scenes, SceneId scene) {
    Ui *ui = scenes->page->ui;
    UiId id = ui_id(ui, S("scene"), scene);
    bool open = group_can_jump(scenes->page->group, scene), typed = scenes->begun.len > 0;
    bool up = ui_is_hovered(ui, id) || (typed && scene == scenes->first);
    Str state = state_of(scenes, scene, open);
    ui_box_begin(ui, (UiBox){.key = S("scene"),
                             .index = scene,
                             .flow = UI_ROW,
                             .gap = 12,
                             .align = UI_CENTER,
                             .padding = UI_PAD2(10, 5),
                             .radius = 8,
                             .fill = up && open ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_BUTTON,
                             .name = title_of(scenes, scene),
                             .value = state,
                             .focusable = open,
                             .disabled = !open});
    ui_text(ui, (UiText){.text = title_of(scenes, scene),
                         .color = open ? COLOR_INK : COLOR_SOFT,
                         .grow = UI_GROW,
                         .role = UI_SILENT});
    ui_text(ui, (UiText){.text = state, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_end(ui);
    if (scene == scenes->first && scenes->leads) {
        ui_focus(ui, id);
    }
    if (open && ui_pressed(ui, id)) {
        jump(scenes, scene);
    }
}

static void say_list(const ScenesPage *scenes) {
    Ui *ui = scenes->page->ui;
    int32_t count = 0;
    bool high = ui_height(ui) >= HIGH; // else there is no room to keep
    ui_box_begin(ui, (UiBox){.key = S("scenes"),
                             .least_height = high ? SCENES_HEIGHT : 0,
                             .role = ROLE_LIST,
                             .name = room_text(scenes->page, TR("Scenes of this situation"))});
    for (SceneId i = 1; i < scenes->page->scenario->scenes.count; i++) {
        if (fits(scenes, i) && count++ < MOST_SHOWN) {
            say_scene(scenes, i);
        }
    }
    if (count == 0) {
        ui_text(ui, (UiText){.text = room_text(scenes->page, TR("No scene has these letters in its title.")),
                             .color = COLOR_SOFT,
                             .live = true});
    }
    ui_box_end(ui);
    Str hidden = catalog_plural(scenes->page->telling->catalog,
                                TRP("{0} more scene: type some letters.", "{0} more scenes: type some letters."),
                                count - MOST_SHOWN);
    if (count > MOST_SHOWN) {
        room_small(scenes->page, UI_FORMAT(ui, hidden, ui_number(ui, count - MOST_SHOWN)));
    }
}

void room_say_scenes(RoomPage *page) {
    Ui *ui = page->ui;
    ScenesPage scenes = {.page = page, .begun = utf8_fold_search(ui_arena(ui), str_trim(page->view->sentence))};
    bool close = ui_dialog_begin(
        ui,
        (UiDialog){.key = S("scenes"), .title = room_text(page, TR("Go on at another scene")), .width = SCENES_WIDTH});
    ui_text(ui, (UiText){.text = room_text(page, TR("What is asked now stays without an answer. Gauges and what has "
                                                    "happened stay as they are.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    find_first(&scenes);
    say_field(&scenes);
    say_list(&scenes);
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .justify = UI_END});
    close = ui_button(ui, (UiButton){.key = S("close"),
                                     .text = room_text(page, TR("Cancel")),
                                     .hint = ui_key_name(ui, KEY_ESCAPE, 0)}) ||
            close;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (close) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_NONE);
    }
}

void room_say_another_scene(RoomPage *page) {
    if (ui_button(page->ui, (UiButton){.key = S("another-scene"),
                                       .text = room_text(page, TR("Another scene…")),
                                       .hint = ui_key_name(page->ui, 's', 0),
                                       .kind = BUTTON_QUIET,
                                       .compact = true,
                                       .by_pointer = true})) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_SCENE);
    }
}

// The titles are not for the room: on a screen that it shares they wait until the trainer has taken the hand.
void room_answer_another_scene(RoomPage *page) {
    bool hidden = page->keys_only && page->view->shares;
    if (!hidden && ui_shortcut(page->ui, 's', 0, room_text(page, TR("Go on at another scene")))) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_SCENE);
    }
}
