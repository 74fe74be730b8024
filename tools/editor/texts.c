#include "editor/texts.h"

#include "editor/form_words.h"

bool texts_is_text(const FormRow *row) {
    FieldKind kind = row->kind == FORM_TEXT ? row->field->kind : FIELD_KIND_COUNT;
    bool holds = kind == FIELD_TEXT || kind == FIELD_TEXTS || kind == FIELD_TEXT_ROUTES || kind == FIELD_WHY;
    return holds && row->text.len > 0;
}

bool texts_is_pattern(const FormRow *row) {
    bool listed = row->field->kind == FIELD_TEXTS && row->field->verbatim;
    return listed && shape_find_field(row->shape, S("match")) != NULL;
}

static void add_part(Arena *arena, const Scenario *scenario, Str at, Form *texts) {
    Form form = form_of(arena, scenario, at, NULL);
    for (int32_t i = 0; i < form.count; i++) {
        if (texts_is_text(&form.rows[i])) {
            *rows_append(arena, texts) = form.rows[i];
        }
    }
}

Form texts_of(Arena *arena, const Scenario *scenario) {
    Form texts = {0};
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        add_part(arena, scenario, FORM_PARTS[i].at, &texts);
    }
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        add_part(arena, scenario, pointer_element(arena, S("/scenes"), i), &texts);
    }
    return texts;
}
