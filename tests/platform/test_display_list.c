#include "platform/displays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const Display LAPTOP = {{0, 0, 1280, 720}, 7}, PROJECTOR = {{1280, 0, 1920, 1080}, 9};

static DisplayList list_of(Display a, Display b) {
    DisplayList list = {0};
    displays_add(&list, a);
    displays_add(&list, b);
    return list;
}

static void displays_that_mirror_each_other_are_one(void **state) {
    (void)state;
    DisplayList beside = list_of(LAPTOP, PROJECTOR), mirrored = list_of(LAPTOP, (Display){{0, 0, 1920, 1080}, 9});
    assert_int_equal(beside.count, 2);
    assert_int_equal(mirrored.count, 1);
    assert_int_equal(mirrored.rows[0].id, LAPTOP.id);
    assert_false(displays_equal(&beside, &mirrored));
    assert_int_equal(list_of(LAPTOP, (Display){{5000, 0, 0, 0}, 9}).count, 1);
}

static void another_resolution_is_another_list(void **state) {
    (void)state;
    DisplayList before = list_of(LAPTOP, PROJECTOR), same = before;
    DisplayList after = list_of(LAPTOP, (Display){{1280, 0, 1280, 720}, 9});
    assert_true(displays_equal(&before, &same));
    assert_false(displays_equal(&before, &after));
}

static void no_more_displays_are_kept_than_there_is_room_for(void **state) {
    (void)state;
    DisplayList list = {0};
    for (int32_t i = 0; i < DISPLAYS_MOST + 3; i++) {
        displays_add(&list, (Display){{i * 100, 0, 100, 100}, (uint64_t)i + 1});
    }
    assert_int_equal(list.count, DISPLAYS_MOST);
}

static void the_room_takes_the_display_that_is_not_taken(void **state) {
    (void)state;
    DisplayList list = list_of(LAPTOP, PROJECTOR);
    const Display *taken = displays_find(&list, (Rect){0, 21, 1280, 699});
    assert_ptr_equal(taken, &list.rows[0]);
    assert_ptr_equal(displays_find_free(&list, 0, taken), &list.rows[1]);
    taken = displays_find(&list, (Rect){1280, 21, 1920, 1059});
    assert_ptr_equal(taken, &list.rows[1]);
    assert_ptr_equal(displays_find_free(&list, 0, taken), &list.rows[0]);
    assert_null(displays_find(&list, (Rect){-900, -900, 10, 10}));
}

// A system may have laid the trainer's window there meanwhile.
static void the_room_goes_back_to_the_display_that_it_had(void **state) {
    (void)state;
    DisplayList list = list_of(LAPTOP, PROJECTOR);
    assert_ptr_equal(displays_find_free(&list, PROJECTOR.id, &list.rows[1]), &list.rows[1]);
    assert_ptr_equal(displays_find_free(&list, 12, &list.rows[0]), &list.rows[1]); // that one is gone
}

static void one_display_is_free_for_nothing(void **state) {
    (void)state;
    DisplayList list = {0};
    displays_add(&list, LAPTOP);
    assert_null(displays_find_free(&list, LAPTOP.id, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(displays_that_mirror_each_other_are_one),
        cmocka_unit_test(another_resolution_is_another_list),
        cmocka_unit_test(no_more_displays_are_kept_than_there_is_room_for),
        cmocka_unit_test(the_room_takes_the_display_that_is_not_taken),
        cmocka_unit_test(the_room_goes_back_to_the_display_that_it_had),
        cmocka_unit_test(one_display_is_free_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
