// What is printed of a case, from the editor.
#include "workshop.h"

#include "base/path.h"
#include "report/html_print.h"

static FileList pages(Workshop *workshop) {
    FileList names = {0};
    assert_true(file_list(&workshop->arena, workshop->root, S(".html"), &names, NULL));
    return names;
}

static void the_copy_to_be_read_again_is_printed_by_keys_alone(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_key(&workshop, 'p', MOD_CTRL);
    assert_int_equal(workshop.editor.overlay, EDITOR_PRINTS);
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    FileList names = pages(&workshop);
    assert_int_equal(names.count, 1);
    assert_true(str_ends(names.rows[0], S(" – Reading copy.html")) &&
                str_find(names.rows[0], S("Faire, faire avec")) > 0);
    assert_true(workshop_says(&workshop, "To be printed from the page that opens"));
    Str page = workshop_load(&workshop, path_join(&workshop.arena, workshop.root, names.rows[0]));
    assert_true(str_find(page, S("Reading copy")) > 0 && str_find(page, S("@page{size:A4")) > 0);
    workshop_close(&workshop);
}

static void each_kind_has_a_page_and_none_is_written_over(void **state) {
    (void)state;
    static const char *const NAMES[] = {"Reading copy", "The story on cards", "Voting cards", "Observer’s grid",
                                        "Trainer’s sheet"};
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    for (int32_t round = 0; round < 2; round++) {
        for (int32_t i = 0; i < COUNT(NAMES); i++) {
            workshop_act(&workshop, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PRINTS});
            workshop_click(&workshop, ROLE_BUTTON, NAMES[i]);
            FileList names = pages(&workshop);
            assert_int_equal(names.count, round * COUNT(NAMES) + i + 1);
            int32_t of_this = 0;
            for (int32_t j = 0; j < names.count; j++) {
                of_this += str_find(names.rows[j], str_from_c(NAMES[i])) >= 0;
            }
            assert_int_equal(of_this, round + 1);
        }
    }
    workshop_close(&workshop);
}

static void what_is_printed_is_what_is_written_now(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/title", "Un autre titre");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PRINT, .index = PRINT_STORY});
    assert_true(str_begins(pages(&workshop).rows[0], S("Palabre – Un autre titre")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT, .at = S("/start"), .text = S("nulle-part")});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PRINT, .index = PRINT_STORY});
    assert_true(workshop_says(&workshop, "This cannot be printed yet"));
    assert_int_equal(pages(&workshop).count, 1);
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_copy_to_be_read_again_is_printed_by_keys_alone),
        cmocka_unit_test(each_kind_has_a_page_and_none_is_written_over),
        cmocka_unit_test(what_is_printed_is_what_is_written_now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
