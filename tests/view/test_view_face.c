// Small pictures of those who speak.
#include "view/view_face.h"

#include "fake/face.h"
#include "session/small_case.h"

enum { SIDE = 68 };

#define PEOPLE                                                                                                         \
    "'characters': [{'id': 'a', 'name': 'M.\u00A0Arnaud', 'age': 40}, {'id': 'b', 'name': 'Mme\u00A0Bon', 'age': 40}," \
    "{'id': 'c', 'name': 'M.\u00A0Colin', 'age': 40}, {'id': 'd', 'name': 'M.\u00A0Denis', 'age': 80},"                \
    "{'id': 'e', 'name': 'M.\u00A0Arnaud', 'age': 80}, {'id': 'f', 'name': 'The voice', 'initials': 'TV'}],"           \
    "'start': 'end', 'scenes': [{'id': 'end', 'ending': {'title': 'The end', 'text': 'All is said.'}}]"

typedef struct {
    SmallCase c;
    Ui *ui;
} Gallery;

static int begin(void **state) {
    static Gallery gallery;
    gallery = (Gallery){.ui = ui_create(fake_typesetter(), fake_clipboard())};
    read_case(&gallery.c, S("scenario"), S(PEOPLE));
    *state = &gallery;
    return 0;
}

static int end(void **state) {
    Gallery *gallery = *state;
    ui_destroy(gallery->ui);
    end_case(&gallery->c);
    return 0;
}

static const DrawList *draw(Gallery *gallery, CharacterId character, ThemeId theme) {
    ui_begin(gallery->ui, &(UiInput){0}, 1280, 720, (UiPreferences){.text_scale = 100, .theme = theme});
    ui_enter_page(gallery->ui, S("faces"));
    view_face(gallery->ui, gallery->c.scenario, character, SIDE);
    return &ui_end(gallery->ui)->draws;
}

static uint64_t look_of(Gallery *gallery, CharacterId character) {
    const DrawList *list = draw(gallery, character, THEME_PAPER);
    uint64_t sum = 0;
    for (int32_t i = 0; i < list->count; i++) {
        sum = sum * 31 + draw_hash(&list->rows[i]);
    }
    return sum;
}

static bool has_text(const DrawList *list) {
    for (int32_t i = 0; i < list->count; i++) {
        if (list->rows[i].kind == DRAW_TEXT) {
            return true;
        }
    }
    return false;
}

static void who_has_an_age_is_drawn_and_others_have_their_initials(void **state) {
    Gallery *gallery = *state;
    for (CharacterId id = 1; id < gallery->c.scenario->characters.count; id++) {
        bool has_age = gallery->c.scenario->characters.rows[id].age > 0;
        assert_int_equal(has_text(draw(gallery, id, THEME_PAPER)), !has_age);
    }
}

static void people_of_one_case_differ_and_look_the_same_each_time(void **state) {
    Gallery *gallery = *state;
    int32_t count = gallery->c.scenario->characters.count;
    for (CharacterId first = 1; first < count; first++) {
        assert_true(look_of(gallery, first) == look_of(gallery, first));
        for (CharacterId second = first + 1; second < count; second++) {
            assert_true(look_of(gallery, first) != look_of(gallery, second)); // the first and the fifth by their age
        }
    }
}

static void nothing_is_drawn_outside_its_square(void **state) {
    Gallery *gallery = *state;
    for (CharacterId id = 1; id < gallery->c.scenario->characters.count; id++) {
        const DrawList *list = draw(gallery, id, THEME_CONTRAST);
        for (int32_t i = 0; i < list->count; i++) {
            for (int32_t j = 0; j < list->rows[i].point_count; j++) {
                DrawPoint at = list->rows[i].points[j];
                assert_in_range(at.x, 0, SIDE * DRAW_SUBPIXELS);
                assert_in_range(at.y, 0, SIDE * DRAW_SUBPIXELS);
            }
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(who_has_an_age_is_drawn_and_others_have_their_initials),
        TEST(people_of_one_case_differ_and_look_the_same_each_time),
        TEST(nothing_is_drawn_outside_its_square),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
