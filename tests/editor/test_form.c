// Forms are made from the shape table: whatever the format has stands in one, called by a word, or is known not to.
#include "editor_desk.h"

#include "editor/form.h"
#include "editor/form_words.h"

enum { MOST_SHAPES = 100, MOST_FIELDS = 40 };

typedef struct {
    const Shape *rows[MOST_SHAPES];
    int32_t count;
} Shapes;

static void add_shape(Shapes *shapes, const Shape *shape) {
    bool known = shape == NULL;
    for (int32_t i = 0; i < shapes->count && !known; i++) {
        known = shapes->rows[i] == shape;
    }
    if (!known) {
        assert_true(shapes->count < MOST_SHAPES);
        shapes->rows[shapes->count++] = shape;
    }
}

// Every shape of the format, from the case inwards.
static Shapes all_shapes(void) {
    Shapes shapes = {0};
    add_shape(&shapes, &SHAPE_CASE);
    add_shape(&shapes, &SHAPE_COMPETENCY);
    add_shape(&shapes, &SHAPE_ROUTE);
    add_shape(&shapes, &SHAPE_TEXT_ROUTE);
    add_shape(&shapes, &SHAPE_WHY);
    for (int32_t kind = ASK_CHOICE; kind <= ASK_WRITE; kind++) {
        add_shape(&shapes, SHAPE_ASKS[kind]);
    }
    for (int32_t i = 0; i < shapes.count; i++) {
        for (int32_t j = 0; j < shapes.rows[i]->field_count; j++) {
            add_shape(&shapes, shapes.rows[i]->fields[j].shape);
        }
    }
    return shapes;
}

static void each_key_has_a_word_or_is_known_to_have_no_form(void **state) {
    Writing *writing = *state;
    Shapes shapes = all_shapes();
    StrBuilder without = {.arena = &writing->desk->arena};
    for (int32_t i = 0; i < shapes.count; i++) {
        for (int32_t j = 0; j < shapes.rows[i]->field_count; j++) {
            const Field *field = &shapes.rows[i]->fields[j];
            const FormWords *words = form_words_find(shapes.rows[i], field);
            if (!words && !str_equal(field->key, S("id"))) {
                str_addf(&without, "%.*s.%.*s ", S_ARG(shapes.rows[i]->name), S_ARG(field->key));
            }
            assert_true(!words || field->kind != FIELD_WORD || words->list != NULL);
        }
    }
    // The number of the format, the schema of code editors, scenes, which have forms of their own, and a place on the
    // map.
    assert_str(str_built(&without), S("case.$schema case.format case.scenes scene.at "));
}

// Every key that stands in the file, if it has a word, is met on the way through all forms.
typedef struct {
    Shapes shapes;
    bool met[MOST_SHAPES][MOST_FIELDS];
} Met;

static void meet(Met *met, const Shape *shape, const Field *field) {
    for (int32_t i = 0; i < met->shapes.count && field; i++) {
        if (met->shapes.rows[i] == shape) {
            met->met[i][field - shape->fields] = true;
        }
    }
}

static void meet_form(Writing *writing, Str at, Met *met) {
    FormShown none = {0};
    Form form = form_of(&writing->desk->arena, writing->document.reading.scenario, at, &none);
    for (int32_t i = 0; i < form.count; i++) {
        const FormRow *row = &form.rows[i];
        if (row->kind != FORM_ADD && row->kind != FORM_ADD_IN) {
            meet(met, row->shape, row->field);
        }
        for (int32_t k = 0; k < row->adds.count; k++) {
            meet(met, row->adds.rows[k].shape, row->adds.rows[k].field);
        }
    }
}

// What has a page of its own is met there.
static void check_met(const Met *met, int32_t i) {
    const Shape *shape = met->shapes.rows[i];
    for (int32_t j = 0; j < shape->field_count; j++) {
        const Field *field = &shape->fields[j];
        if (form_words_find(shape, field) && !met->met[i][j] && !form_words_is_part(shape, field)) {
            fail_msg("%.*s.%.*s", S_ARG(shape->name), S_ARG(field->key));
        }
    }
}

static void each_key_with_a_word_is_shown_or_offered_by_a_form_of_the_complete_case(void **state) {
    Writing *writing = *state;
    Met met = {.shapes = all_shapes()};
    begin_with(writing, writing->desk->complete);
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        meet_form(writing, FORM_PARTS[i].at, &met);
    }
    for (int32_t i = 0; i < writing->document.reading.scenario->scene_rows.count; i++) {
        meet_form(writing, pointer_element(&writing->desk->arena, S("/scenes"), i), &met);
    }
    for (int32_t i = 0; i < met.shapes.count; i++) {
        check_met(&met, i);
    }
}

// A text in a form is what stands at its pointer.
static int32_t check_rows(Writing *writing, const Form *form) {
    int32_t texts = 0;
    for (int32_t i = 0; i < form->count; i++) {
        const FormRow *row = &form->rows[i];
        Str at = row->at, value = value_at(writing, str_to_c(&writing->desk->arena, at));
        bool written = row->kind == FORM_TEXT && row->text.len > 0;
        if (written) {
            assert_str(value, operation_text(&writing->desk->arena, at, row->text).json);
        }
        texts += written;
        Pointed place;
        assert_true(pointer_find(writing->document.reading.scenario, at, &place));
    }
    return texts;
}

// What is written is the same, and nothing else stands there, where that alone was asked for.
static int32_t check_form(Writing *writing, Str at) {
    FormShown none = {0};
    const Scenario *scenario = writing->document.reading.scenario;
    Form form = form_of(&writing->desk->arena, scenario, at, &none);
    Form written = form_of(&writing->desk->arena, scenario, at, NULL);
    int32_t texts = check_rows(writing, &form);
    assert_int_equal(check_rows(writing, &written), texts);
    for (int32_t i = 0; i < written.count; i++) {
        FormKind kind = written.rows[i].kind;
        assert_true(kind != FORM_ADD && kind != FORM_ADD_IN && (kind != FORM_TEXT || written.rows[i].text.len > 0));
        assert_non_null(form_find(&form, written.rows[i].at));
    }
    return texts;
}

static void the_forms_of_a_case_have_all_its_texts_each_at_its_place(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    const Scenario *scenario = writing->document.reading.scenario;
    int32_t texts = 0;
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        texts += check_form(writing, FORM_PARTS[i].at);
    }
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        texts += check_form(writing, pointer_element(&writing->desk->arena, S("/scenes"), i));
    }
    assert_in_range(texts, 100, 1000);
}

static void a_way_is_one_row_until_it_depends(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Arena *arena = &writing->desk->arena;
    FormShown none = {0};
    assert_int_equal(set_json(writing, "/scenes/0/next", "\"le-carnet\""), OPERATION_DONE);
    assert_int_equal(take_out(writing, "/scenes/0/ask"), OPERATION_DONE);
    Form form = form_of(arena, writing->document.reading.scenario, S("/scenes/0"), &none);
    assert_str(form_find(&form, S("/scenes/0/next"))->text, S("le-carnet"));
    assert_int_equal(
        set_json(writing, "/scenes/0/next", "[{\"if\": \"mandat\", \"to\": \"le-carnet\"}, {\"to\": \"x\"}]"),
        OPERATION_DONE);
    form = form_of(arena, writing->document.reading.scenario, S("/scenes/0"), &none);
    assert_int_equal(form_find(&form, S("/scenes/0/next/0"))->kind, FORM_GROUP);
    assert_str(form_find(&form, S("/scenes/0/next/0/if"))->text, S("mandat"));
    assert_str(form_find(&form, S("/scenes/0/next/1/to"))->text, S("x"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_key_has_a_word_or_is_known_to_have_no_form, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(each_key_with_a_word_is_shown_or_offered_by_a_form_of_the_complete_case,
                                        begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(the_forms_of_a_case_have_all_its_texts_each_at_its_place, begin_writing,
                                        end_writing),
        cmocka_unit_test_setup_teardown(a_way_is_one_row_until_it_depends, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
