#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/json.h"
#include "base/path.h"
#include "base/temporary.h"
#include "easel.h"
#include "toy.h"

#include <stdio.h>
#include <unistd.h>

enum { MOST = 4 * 1024 * 1024 };

typedef struct {
    Toy toy;
    Arena arena;
    Str folder;
    Error error;
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    toy_init(&it->toy);
    it->folder = temporary_folder(&it->arena);
    *state = it;
    return it->folder.len > 0 ? 0 : -1;
}

static int end(void **state) {
    Case *it = *state;
    FileList names;
    if (!file_list(&it->arena, it->folder, S(""), &names, NULL)) {
        return -1;
    }
    for (int32_t i = 0; i < names.count; i++) {
        remove(str_to_c(&it->arena, path_join(&it->arena, it->folder, names.rows[i])));
    }
    int removed = rmdir(str_to_c(&it->arena, it->folder));
    toy_finish(&it->toy);
    arena_finish(&it->arena);
    free(it);
    return removed;
}

static Machine *create(Case *it, const char *script) {
    Machine *machine =
        machine_create(&(MachineOptions){.fonts = S(FONT_FOLDER), .script = str_from_c(script)}, &it->error);
    WindowOptions window = {.name = S("main"), .width = 320, .height = 200};
    assert_true(!machine || window_open(machine, &window, &it->error));
    return machine;
}

// `%s` in the script is the test's folder.
static bool run(Case *it, const char *script) {
    StrBuilder text = {.arena = &it->arena};
    for (Str rest = str_from_c(script); rest.len > 0;) {
        ptrdiff_t at = str_find(rest, S("%s"));
        str_add(&text, str_slice(rest, 0, at < 0 ? rest.len : at));
        str_add(&text, at < 0 ? (Str){0} : it->folder);
        rest = at < 0 ? (Str){0} : str_slice(rest, at + 2, rest.len);
    }
    Machine *machine = create(it, str_to_c(&it->arena, str_built(&text)));
    assert_non_null(machine);
    it->toy.machine = machine;
    App app = toy_app(&it->toy);
    bool fine = machine_run(machine, &app, &it->error);
    machine_destroy(machine);
    return fine;
}

static Str load(Case *it, const char *name) {
    Str bytes;
    assert_true(file_load(&it->arena, path_join(&it->arena, it->folder, str_from_c(name)), MOST, &bytes, &it->error));
    return bytes;
}

static void a_shot_shows_what_the_app_drew(void **state) {
    Case *it = *state;
    assert_true(run(it, "shot:%s/a.png key:Right shot:%s/b.png shot:%s/c.png key:Tab key:a shot:%s/d.png"));
    Str a = load(it, "a.png"), b = load(it, "b.png"), c = load(it, "c.png"), d = load(it, "d.png");
    assert_true(str_begins(a, S("\x89PNG\r\n\x1a\n")));
    assert_false(str_equal(a, b));
    assert_true(str_equal(b, c));
    assert_false(str_equal(c, d));
}

static void two_runs_give_the_same_bytes(void **state) {
    Case *it = *state;
    const char *script = "key:Tab text:'Déjà' wait:100 shot:%s/a.png tree:%s/a.json";
    assert_true(run(it, script));
    Str shot = load(it, "a.png"), tree = load(it, "a.json");
    toy_finish(&it->toy);
    toy_init(&it->toy);
    assert_true(run(it, script));
    assert_true(str_equal(load(it, "a.png"), shot));
    assert_true(str_equal(load(it, "a.json"), tree));
}

static void refuse_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)context;
    fail_msg("fault %d at %d: %.*s", (int)fault, (int)offset, S_ARG(about));
}

static void a_tree_is_json_with_names_and_places(void **state) {
    Case *it = *state;
    assert_true(run(it, "key:Right tree:%s/t.json"));
    Str tree = load(it, "t.json");
    JsonDoc doc;
    assert_true(json_parse(&it->arena, tree, &doc, refuse_fault, NULL));
    json_finish(&doc);
    assert_true(str_find(tree, S("\"role\": \"button\"")) > 0);
    assert_true(str_find(tree, S("\"name\": \"La boîte « A »\"")) > 0);
    assert_true(str_find(tree, S("[70, 20, 60, 40]")) > 0);
    assert_true(str_find(tree, S("\"focused\": true")) > 0);
}

static void what_is_said_is_logged(void **state) {
    Case *it = *state;
    assert_true(run(it, "key:Right key:Left key:Right speech:%s/s.txt"));
    assert_true(str_equal(load(it, "s.txt"), S("à droite\nà droite\n")));
}

static void a_key_types_only_into_a_field(void **state) {
    Case *it = *state;
    assert_true(run(it, "key:a key:Tab key:b key:C key:ctrl+d key:Space key:Tab key:e text:'é'"));
    assert_true(str_equal(str_built(&it->toy.typed), S("bC é")));
}

static void the_focus_goes_to_what_is_named(void **state) {
    Case *it = *state;
    assert_true(run(it, "focus:'Le champ' text:a focus:'Le champ' text:b focus:'La boîte « A »' key:c"));
    assert_true(str_equal(str_built(&it->toy.typed), S("ab")));
    assert_false(run(it, "focus:'Nulle part' key:Right"));
    assert_int_equal(it->error.code, ERROR_NOT_FOUND);
    assert_string_equal(it->error.path, "Nulle part");
    assert_int_equal(it->toy.x, 20);
}

static void waiting_lets_timers_fire_in_order(void **state) {
    Case *it = *state;
    it->toy.every_ms = 40;
    assert_true(run(it, "wait:100 wait:20"));
    static const int64_t TIMES[] = {0, 40, 80, 100, 120};
    assert_int_equal(it->toy.count, 5);
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(it->toy.times[i], TIMES[i]);
        assert_int_equal(it->toy.kinds[i], INPUT_IDLE);
    }
}

static void an_app_that_wants_to_be_woken_in_the_past_does_not_hang(void **state) {
    Case *it = *state;
    it->toy.every_ms = -1;
    it->toy.frame.wake_at_ms = 1;
    assert_true(run(it, "wait:30"));
    assert_in_range(it->toy.count, 2, 40);
}

static void two_clicks_on_one_spot_are_a_double_click(void **state) {
    Case *it = *state;
    assert_true(run(it, "click:10,10 click:10,10 wait:1000 click:10,10 click:200,10"));
    static const int32_t CLICKS[] = {1, 2, 1, 1};
    int32_t clicks = 0;
    for (int32_t i = 0; i < it->toy.count; i++) {
        if (it->toy.kinds[i] == INPUT_DOWN) {
            assert_int_equal(it->toy.last[i].clicks, CLICKS[clicks++]);
        }
    }
    assert_int_equal(clicks, 4);
}

static void another_size_is_told_and_painted(void **state) {
    Case *it = *state;
    assert_true(run(it, "shot:%s/a.png size:640x360 shot:%s/b.png"));
    assert_int_equal(it->toy.kinds[1], INPUT_RESIZE);
    assert_int_equal(it->toy.frame.width, 640);
    assert_int_equal(it->toy.frame.height, 360);
    Str png = load(it, "b.png");
    assert_int_equal((unsigned char)png.text[18], 640 >> 8);
    assert_int_equal((unsigned char)png.text[19], 640 & 255);
}

static void quit_asks_the_app_to_leave_and_ends_whatever_it_says(void **state) {
    Case *it = *state;
    it->toy.stays = true;
    assert_true(run(it, "quit key:Right"));
    assert_int_equal(it->toy.count, 2);
    assert_int_equal(it->toy.kinds[1], INPUT_END);
}

static void a_file_that_cannot_be_written_ends_the_run(void **state) {
    Case *it = *state;
    assert_false(run(it, "shot:/nowhere/at/all.png key:Right"));
    assert_int_equal(it->error.code, ERROR_NOT_FOUND);
    assert_string_equal(it->error.path, "/nowhere/at/all.png");
    assert_int_equal(it->toy.count, 1);
    assert_false(run(it, "tree:%s"));
    assert_false(run(it, "speech:%s/no/s.txt"));
    if (access("/dev/full", W_OK) == 0) {
        assert_false(run(it, "shot:/dev/full"));
        assert_int_equal(it->error.code, ERROR_DISK_FULL);
    }
}

static void a_script_that_is_not_understood_is_refused(void **state) {
    Case *it = *state;
    assert_null(create(it, "key:Right dance:1"));
    assert_string_equal(it->error.path, "dance:1");
}

static void a_folder_without_fonts_is_refused(void **state) {
    Case *it = *state;
    assert_null(machine_create(&(MachineOptions){.fonts = S("data"), .script = S("quit")}, &it->error));
    assert_int_equal(it->error.code, ERROR_NOT_FOUND);
    machine_destroy(NULL);
}

static void the_clipboard_is_the_programs_own(void **state) {
    Case *it = *state;
    Machine *machine = create(it, "quit");
    Clipboard clipboard = machine_clipboard(machine);
    assert_int_equal(clipboard.get(clipboard.context, &it->arena).len, 0);
    clipboard.set(clipboard.context, S("un"));
    clipboard.set(clipboard.context, S("deux"));
    assert_true(str_equal(clipboard.get(clipboard.context, &it->arena), S("deux")));
    machine_destroy(machine);
}

static void a_woken_app_is_asked_before_the_next_step(void **state) {
    Case *it = *state;
    Machine *machine = create(it, "key:Right");
    machine_wake(machine);
    App app = toy_app(&it->toy);
    assert_true(machine_run(machine, &app, &it->error));
    assert_int_equal(it->toy.count, 3);
    assert_int_equal(it->toy.kinds[1], INPUT_IDLE);
    machine_destroy(machine);
}

static void two_machines_live_side_by_side(void **state) {
    Case *it = *state;
    Toy other;
    toy_init(&other);
    Machine *a = create(it, "key:Right key:Right"), *b = create(it, "key:Right");
    App first = toy_app(&it->toy), second = toy_app(&other);
    assert_true(machine_run(a, &first, &it->error));
    machine_destroy(a);
    machine_use_family(b, FAMILY_EASY);
    assert_true(machine_run(b, &second, &it->error));
    machine_destroy(b);
    assert_int_equal(it->toy.x, 120);
    assert_int_equal(other.x, 70);
    toy_finish(&other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_shot_shows_what_the_app_drew, begin, end),
        cmocka_unit_test_setup_teardown(two_runs_give_the_same_bytes, begin, end),
        cmocka_unit_test_setup_teardown(a_tree_is_json_with_names_and_places, begin, end),
        cmocka_unit_test_setup_teardown(what_is_said_is_logged, begin, end),
        cmocka_unit_test_setup_teardown(a_key_types_only_into_a_field, begin, end),
        cmocka_unit_test_setup_teardown(the_focus_goes_to_what_is_named, begin, end),
        cmocka_unit_test_setup_teardown(waiting_lets_timers_fire_in_order, begin, end),
        cmocka_unit_test_setup_teardown(an_app_that_wants_to_be_woken_in_the_past_does_not_hang, begin, end),
        cmocka_unit_test_setup_teardown(two_clicks_on_one_spot_are_a_double_click, begin, end),
        cmocka_unit_test_setup_teardown(another_size_is_told_and_painted, begin, end),
        cmocka_unit_test_setup_teardown(quit_asks_the_app_to_leave_and_ends_whatever_it_says, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_ends_the_run, begin, end),
        cmocka_unit_test_setup_teardown(a_script_that_is_not_understood_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_without_fonts_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(the_clipboard_is_the_programs_own, begin, end),
        cmocka_unit_test_setup_teardown(a_woken_app_is_asked_before_the_next_step, begin, end),
        cmocka_unit_test_setup_teardown(two_machines_live_side_by_side, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
