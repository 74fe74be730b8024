// Every object of a case that was read, by the shapes of the format.
//
//     CaseObjects objects = {0};
//     case_list_objects(&arena, scenario, &objects); // parents first
#pragma once

#include "scenario/shape.h"

typedef struct {
    const Shape *shape;
    int32_t row;
} CaseObject;

typedef ROWS_OF(CaseObject) CaseObjects;

static inline const void *case_row(const Scenario *scenario, CaseObject object) {
    return shape_row(scenario, object.shape, object.row);
}

static inline int32_t case_place(const Scenario *scenario, CaseObject object) {
    const char *row = case_row(scenario, object);
    return *(const int32_t *)(const void *)(row + object.shape->place);
}

static inline const void *case_slot(const Scenario *scenario, CaseObject object, const Field *field) {
    return (const char *)case_row(scenario, object) + field->offset;
}

static inline int32_t case_number(const Scenario *scenario, CaseObject object, const Field *field) {
    return *(const int32_t *)case_slot(scenario, object, field);
}

static inline Span case_span(const Scenario *scenario, CaseObject object, const Field *field) {
    return *(const Span *)case_slot(scenario, object, field);
}

static inline void case_add_rows(Arena *arena, CaseObjects *objects, const Shape *shape, Span span) {
    for (int32_t i = 0; i < span.count; i++) {
        CaseObject *object = rows_append(arena, objects);
        *object = (CaseObject){shape, span.first + i};
    }
}

static inline void case_add_row(Arena *arena, CaseObjects *objects, const Shape *shape, int32_t row) {
    case_add_rows(arena, objects, shape, (Span){row, row != 0});
}

static inline void case_add_competencies(Arena *arena, const Scenario *scenario, CaseObjects *objects, Span span) {
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        if (!scenario->competencies.rows[i].alone) {
            case_add_row(arena, objects, &SHAPE_COMPETENCY, i);
        }
    }
}

// The objects in a field. A scene or a text that stands for a single route has a row as a route has, and counts as one.
static inline void case_add_field(Arena *arena, const Scenario *scenario, CaseObjects *objects, CaseObject object,
                                  const Field *field) {
    switch (field->kind) {
    case FIELD_OBJECT:
        case_add_row(arena, objects, field->shape, case_number(scenario, object, field));
        break;
    case FIELD_LIST:
        case_add_rows(arena, objects, field->shape, case_span(scenario, object, field));
        break;
    case FIELD_ROUTES:
        case_add_rows(arena, objects, &SHAPE_ROUTE, case_span(scenario, object, field));
        break;
    case FIELD_TEXT_ROUTES:
        case_add_rows(arena, objects, &SHAPE_TEXT_ROUTE, case_span(scenario, object, field));
        break;
    case FIELD_COMPETENCIES:
        case_add_competencies(arena, scenario, objects, case_span(scenario, object, field));
        break;
    case FIELD_ASK: {
        AskId ask = case_number(scenario, object, field);
        case_add_row(arena, objects, SHAPE_ASKS[scenario->asks.rows[ask].kind], ask);
        break;
    }
    case FIELD_WHY: {
        WhyId why = case_number(scenario, object, field);
        case_add_row(arena, objects, &SHAPE_WHY, scenario->whys.rows[why].text.len == 0 ? why : 0);
        break;
    }
    default:
        break;
    }
}

static inline void case_list_objects(Arena *arena, const Scenario *scenario, CaseObjects *objects) {
    case_add_rows(arena, objects, &SHAPE_CASE, (Span){0, 1});
    for (int32_t i = 0; i < objects->count; i++) {
        CaseObject object = objects->rows[i];
        for (int32_t f = 0; f < object.shape->field_count; f++) {
            case_add_field(arena, scenario, objects, object, &object.shape->fields[f]);
        }
    }
}
