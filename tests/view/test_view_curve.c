#include "view/view_curve.h"

#include "fake/face.h"

// cmocka wants these before it
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 900, HEIGHT = 400 };

static const int32_t TRUST[] = {2, 3, 3, 8};
static const int32_t TENSION[] = {7, 7, 8, 1};
static const ToldCurve CURVES[] = {
    {.gauge = 1,
     .name = S_INIT("Confiance"),
     .max = 10,
     .better = BETTER_HIGH,
     .values = TRUST,
     .look = {.tint = TINT_TEAL},
     .leads = true},
    {.gauge = 2,
     .name = S_INIT("Tension"),
     .max = 10,
     .better = BETTER_LOW,
     .values = TENSION,
     .look = {TINT_TERRACOTTA, CURVE_SQUARE, false, 0}},
};

static const ToldRow ROWS[] = {{.text = S_INIT("Confiance: fragile on arrival.")},
                               {.text = S_INIT("Turning point: reformuler.")}};
static const ToldSection SECTION = {.part = DEBRIEF_CURVES, .heading = S_INIT("The relation"), .rows = {ROWS, 2}};

static ToldDebrief two_curves(void) {
    ToldDebrief debrief = {.point_count = 4, .turning = 3};
    debrief.turning_words = S("Turning point: reformuler");
    debrief.first_point = S("Arrival");
    debrief.last_point = S("Departure");
    debrief.curves.rows = CURVES;
    debrief.curves.count = 2;
    debrief.sections.rows = &SECTION;
    debrief.sections.count = 1;
    return debrief;
}

static int begin(void **state) {
    *state = ui_create(fake_typesetter(), fake_clipboard());
    return *state == NULL;
}

static int end(void **state) {
    ui_destroy(*state);
    return 0;
}

static const UiFrame *say(Ui *ui, const ToldDebrief *debrief) {
    ui_begin(ui, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    ui_box_begin(ui, (UiBox){.key = S("page"), .width = UI_GROW, .height = UI_GROW});
    ViewCurve view = {.debrief = debrief, .drawn = UINT32_MAX};
    (void)view_curve(ui, &view);
    ui_box_end(ui);
    return ui_end(ui);
}

static const DrawCommand *find_path(const UiFrame *frame, int32_t place) {
    for (int32_t i = 0; i < frame->draws.count; i++) {
        if (frame->draws.rows[i].kind == DRAW_PATH && place-- == 0) {
            return &frame->draws.rows[i];
        }
    }
    return NULL;
}

static bool draws_text(const UiFrame *frame, Str text) {
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const DrawCommand *row = &frame->draws.rows[i];
        if (row->kind == DRAW_TEXT && str_equal(row->text, text)) {
            return true;
        }
    }
    return false;
}

static const UiTreeNode *find_picture(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].role == ROLE_PICTURE) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static void there_is_a_line_for_each_gauge(void **state) {
    ToldDebrief debrief = two_curves();
    const UiFrame *frame = say(*state, &debrief);
    const DrawCommand *trust = find_path(frame, 0), *tension = find_path(frame, 1);
    assert_non_null(trust);
    assert_non_null(tension);
    assert_null(find_path(frame, 2));
    assert_int_equal(trust->point_count, 4);
    assert_true(trust->points[3].y < trust->points[0].y); // more stands higher
    assert_true(tension->points[3].y > tension->points[0].y);
    assert_memory_not_equal(&trust->stroke, &tension->stroke, sizeof(Color));
}

static void only_what_is_drawn_has_a_line(void **state) {
    ToldDebrief debrief = two_curves();
    assert_int_equal(view_curve_leading(&debrief), 1);
    ViewCurve view = {.debrief = &debrief, .drawn = 2};
    ui_begin(*state, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    (void)view_curve(*state, &view);
    const UiFrame *frame = ui_end(*state);
    assert_non_null(find_path(frame, 0));
    assert_null(find_path(frame, 1));
    assert_true(str_find(find_picture(frame)->value, S("Confiance")) == 0); // told all the same
}

// Presses the picture at that place, from its left, in thousandths of its width; gives the decision.
static int32_t press_at(Ui *ui, const ToldDebrief *debrief, int32_t permille) {
    static const UiInputKind KINDS[] = {INPUT_MOVE, INPUT_DOWN, INPUT_UP};
    ViewCurve view = {.debrief = debrief, .drawn = UINT32_MAX};
    int32_t decision = 0;
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        UiInput input = {.kind = KINDS[i], .x = WIDTH * permille / 1000, .y = 100, .clicks = 1};
        ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
        decision = view_curve(ui, &view);
        (void)ui_end(ui);
    }
    return decision;
}

static void a_point_leads_to_its_decision(void **state) {
    static const ToldRow DECISIONS[3] = {{.label = S_INIT("A")}, {.label = S_INIT("B")}, {.label = S_INIT("C")}};
    const ToldSection sections[] = {SECTION, {.part = DEBRIEF_DECISIONS, .rows = {DECISIONS, 3}}};
    ToldDebrief debrief = two_curves();
    debrief.sections.rows = sections;
    debrief.sections.count = 2;
    (void)say(*state, &debrief);
    assert_int_equal(press_at(*state, &debrief, 50), 0); // the arrival
    assert_int_equal(press_at(*state, &debrief, 350), 1);
    assert_int_equal(press_at(*state, &debrief, 650), 2);
    assert_int_equal(press_at(*state, &debrief, 940), 3); // the departure
    assert_int_equal(press_at(*state, &debrief, 970), 3);
    debrief.sections.count = 1; // nothing to lead to
    assert_int_equal(press_at(*state, &debrief, 350), 0);
}

static void points_stand_at_their_decisions(void **state) {
    ToldDebrief debrief = two_curves();
    const UiFrame *frame = say(*state, &debrief);
    assert_true(draws_text(frame, S("Arrival")));
    assert_true(draws_text(frame, S("1")));
    assert_true(draws_text(frame, S("2")));
    assert_true(draws_text(frame, S("Departure")));
    assert_false(draws_text(frame, S("3"))); // it is the departure
    assert_true(draws_text(frame, S("Turning point: reformuler")));
}

static void the_picture_is_told_in_words(void **state) {
    ToldDebrief debrief = two_curves();
    const UiTreeNode *picture = find_picture(say(*state, &debrief));
    assert_non_null(picture);
    assert_true(str_equal(picture->name, SECTION.heading));
    assert_true(str_equal(picture->value, S("Confiance: fragile on arrival. Turning point: reformuler.")));
}

static void without_a_turning_point_there_is_no_label(void **state) {
    ToldDebrief debrief = two_curves();
    debrief.turning = 0;
    const UiFrame *frame = say(*state, &debrief);
    assert_false(draws_text(frame, S("Turning point: reformuler")));
}

static void a_long_turning_point_stays_inside(void **state) {
    ToldDebrief debrief = two_curves();
    static char many[WIDTH];
    memset(many, 'm', sizeof many);
    debrief.turning_words = (Str){many, sizeof many};
    const UiFrame *frame = say(*state, &debrief);
    bool cut = false;
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const DrawCommand *row = &frame->draws.rows[i];
        assert_true(row->kind != DRAW_TEXT || row->rect.x + row->rect.width <= WIDTH);
        cut = cut || (row->kind == DRAW_TEXT && str_ends(row->text, S("m…")));
    }
    assert_true(cut);
}

static void each_of_many_gauges_has_its_own_look(void **state) {
    enum { MANY = 12 };
    ToldCurve curves[MANY];
    for (int32_t i = 0; i < MANY; i++) {
        curves[i] = CURVES[0];
        curves[i].look = debrief_curve_look(false, i);
    }
    ToldDebrief debrief = {.point_count = 4};
    debrief.curves.rows = curves;
    debrief.curves.count = MANY;
    ui_begin(*state, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    (void)view_curve_legend(*state, &(ViewCurve){.debrief = &debrief, .drawn = UINT32_MAX});
    const UiFrame *frame = ui_end(*state);
    const DrawCommand *looks[MANY];
    int32_t count = 0;
    for (int32_t i = 0; i < frame->draws.count && count < MANY; i++) {
        const DrawCommand *row = &frame->draws.rows[i];
        if (row->kind == DRAW_TEXT && str_find(row->text, S("Confiance")) >= 0) {
            for (int32_t j = 0; j < count; j++) {
                bool alike =
                    str_equal(looks[j]->text, row->text) && memcmp(&looks[j]->fill, &row->fill, sizeof row->fill) == 0;
                assert_false(alike);
            }
            looks[count++] = row;
        }
    }
    assert_int_equal(count, MANY);
}

static void many_decisions_keep_their_numbers_apart(void **state) {
    enum { MANY = 120 };
    int32_t values[MANY] = {0};
    ToldCurve curve = {.name = S("Confiance"), .max = 10, .values = values};
    ToldDebrief debrief = {.point_count = MANY, .first_point = S("Arrival"), .last_point = S("Departure")};
    debrief.curves.rows = &curve;
    debrief.curves.count = 1;
    debrief.sections.rows = &SECTION;
    debrief.sections.count = 1;
    const UiFrame *frame = say(*state, &debrief);
    int32_t right = 0, top = 0, names_top = 0;
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const DrawCommand *row = &frame->draws.rows[i];
        bool name = str_equal(row->text, S("Arrival")) || str_equal(row->text, S("Departure"));
        if (row->kind == DRAW_TEXT && !name) {
            assert_true(row->rect.x > right);
            right = row->rect.x + row->rect.width;
            top = row->rect.y;
        } else if (row->kind == DRAW_TEXT) {
            names_top = row->rect.y;
        }
    }
    assert_true(right > WIDTH / 2);
    assert_true(names_top > top); // below all numbers, of which none stands too near
    assert_true(draws_text(frame, S("Departure")));
}

// Arrival and departure are in the way of none.
static void each_of_eighteen_decisions_has_its_number(void **state) {
    enum { MOST = 19 };
    int32_t values[MOST] = {0};
    ToldCurve curve = {.name = S("Confiance"), .max = 10, .values = values};
    ToldDebrief debrief = {.first_point = S("Arrival"), .last_point = S("Departure")};
    debrief.curves.rows = &curve;
    debrief.curves.count = 1;
    debrief.sections.rows = &SECTION;
    debrief.sections.count = 1;
    for (debrief.point_count = 3; debrief.point_count <= MOST; debrief.point_count++) {
        const UiFrame *frame = say(*state, &debrief);
        for (int32_t i = 1; i < debrief.point_count - 1; i++) {
            char number[12];
            (void)snprintf(number, sizeof number, "%d", i);
            assert_true(draws_text(frame, str_from_c(number)));
        }
        assert_true(draws_text(frame, S("Arrival")) && draws_text(frame, S("Departure")));
    }
}

static void without_gauges_nothing_is_said(void **state) {
    ToldDebrief debrief = {.point_count = 3};
    assert_null(find_picture(say(*state, &debrief)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(there_is_a_line_for_each_gauge, begin, end),
        cmocka_unit_test_setup_teardown(only_what_is_drawn_has_a_line, begin, end),
        cmocka_unit_test_setup_teardown(a_point_leads_to_its_decision, begin, end),
        cmocka_unit_test_setup_teardown(points_stand_at_their_decisions, begin, end),
        cmocka_unit_test_setup_teardown(the_picture_is_told_in_words, begin, end),
        cmocka_unit_test_setup_teardown(without_a_turning_point_there_is_no_label, begin, end),
        cmocka_unit_test_setup_teardown(a_long_turning_point_stays_inside, begin, end),
        cmocka_unit_test_setup_teardown(each_of_many_gauges_has_its_own_look, begin, end),
        cmocka_unit_test_setup_teardown(many_decisions_keep_their_numbers_apart, begin, end),
        cmocka_unit_test_setup_teardown(each_of_eighteen_decisions_has_its_number, begin, end),
        cmocka_unit_test_setup_teardown(without_gauges_nothing_is_said, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
