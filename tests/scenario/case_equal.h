// Compares two cases that were read by the shapes of the format: every value, but not places, row numbers or
// the order of rows.
//
//     Str difference = case_find_difference(&arena, before, after); // empty when there is none
#pragma once

#include "base/json_token.h"
#include "case_objects.h"

static inline void case_say_name(StrBuilder *out, const Scenario *scenario, Name name) {
    str_addf(out, " %.*s", S_ARG(scenario_name(scenario, name)));
}

static inline void case_say_ref(StrBuilder *out, const Scenario *scenario, const Ref *ref) {
    case_say_name(out, scenario, ref->name);
    str_add(out, ref->id != 0 ? S("") : S("?"));
}

static inline void case_say_amount(StrBuilder *out, const Scenario *scenario, const Amount *amount) {
    case_say_ref(out, scenario, &amount->of);
    str_addf(out, " %d", amount->value);
}

static inline void case_say_key(StrBuilder *out, const Scenario *scenario, const KeyEntry *entry) {
    case_say_ref(out, scenario, &entry->item);
    str_addf(out, " %d %d", entry->group, scenario->items.rows[entry->item.id].key_rank);
}

static inline void case_say_pair(StrBuilder *out, const Scenario *scenario, const NearPair *pair) {
    case_say_ref(out, scenario, &pair->a);
    case_say_ref(out, scenario, &pair->b);
}

static inline void case_say_count(StrBuilder *out, const Scenario *scenario, const PanelCount *count) {
    case_say_ref(out, scenario, &count->of);
    case_say_ref(out, scenario, &count->bin);
    str_addf(out, " %d %d", count->level, count->count);
}

static inline void case_say_competency(StrBuilder *out, const Scenario *scenario, const Competency *competency) {
    case_say_name(out, scenario, competency->id);
    str_addf(out, " %d %.*s", competency->alone, S_ARG(competency->name));
}

// Rows that are objects of their own count by their number alone.
static inline void case_say_span(StrBuilder *out, const Scenario *scenario, const Field *field, Span span) {
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        str_add(out, S(";"));
        switch (field->kind) {
        case FIELD_TEXTS:
            str_add(out, scenario->texts.rows[i]);
            break;
        case FIELD_REFS:
            case_say_ref(out, scenario, &scenario->refs.rows[i]);
            break;
        case FIELD_AMOUNTS:
            case_say_amount(out, scenario, &scenario->amounts.rows[i]);
            break;
        case FIELD_RANK_KEY:
            case_say_key(out, scenario, &scenario->key_entries.rows[i]);
            break;
        case FIELD_NEAR:
            case_say_pair(out, scenario, &scenario->near_pairs.rows[i]);
            break;
        case FIELD_PANEL_ANSWERS:
            case_say_count(out, scenario, &scenario->panel_counts.rows[i]);
            break;
        case FIELD_COMPETENCIES:
            case_say_competency(out, scenario, &scenario->competencies.rows[i]);
            break;
        default:
            break;
        }
    }
}

static inline void case_say_condition(StrBuilder *out, const Scenario *scenario, ConditionId id) {
    const Condition *condition = &scenario->conditions.rows[id];
    str_addf(out, "%d %d ", id != 0, condition->answered != 0);
    str_add(out, condition->text);
}

static inline void case_say_at(StrBuilder *out, const Scene *scene) {
    str_addf(out, "%d %d %d", scene->placed, scene->at[0], scene->at[1]);
}

// All that a field says, but for the objects in it.
static inline Str case_say_field(Arena *arena, const Scenario *scenario, CaseObject object, const Field *field) {
    const void *slot = case_slot(scenario, object, field);
    StrBuilder out = {.arena = arena};
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LANGUAGE:
    case FIELD_DATE:
        str_add(&out, *(const Str *)slot);
        break;
    case FIELD_SLUG:
    case FIELD_NAME:
        case_say_name(&out, scenario, *(const Name *)slot);
        break;
    case FIELD_INT:
    case FIELD_WORD:
        str_addf(&out, "%d", *(const int32_t *)slot);
        break;
    case FIELD_FLAG:
        str_addf(&out, "%d", *(const bool *)slot);
        break;
    case FIELD_REF:
        case_say_ref(&out, scenario, slot);
        break;
    case FIELD_CONDITION:
        case_say_condition(&out, scenario, *(const ConditionId *)slot);
        break;
    case FIELD_OBJECT:
    case FIELD_ASK:
        str_addf(&out, "%d", *(const int32_t *)slot != 0);
        break;
    case FIELD_WHY:
        str_add(&out, scenario->whys.rows[*(const WhyId *)slot].text);
        break;
    case FIELD_AT:
        case_say_at(&out, case_row(scenario, object));
        break;
    default:
        case_say_span(&out, scenario, field, *(const Span *)slot);
        break;
    }
    return str_built(&out);
}

// Every token of a raw value, so that line ends and indents do not count.
static inline void case_say_raw(StrBuilder *out, Str raw) {
    for (Str token = json_find_token(raw, 0); token.len > 0;
         token = json_find_token(raw, token.text - raw.text + token.len)) {
        str_add(out, json_decode_text(out->arena, token));
        str_add(out, *token.text == '"' ? S("\"") : token);
    }
}

// By their keys: the one after `last`, or the first. NULL: no more.
static inline const Extra *case_next_extra(const Scenario *scenario, int32_t place, const Extra *last) {
    const Extra *next = NULL;
    for (int32_t i = 1; i < scenario->extras.count; i++) {
        const Extra *extra = &scenario->extras.rows[i];
        bool later = extra->owner == place && (!last || str_compare(extra->key, last->key) > 0);
        next = later && (!next || str_compare(extra->key, next->key) < 0) ? extra : next;
    }
    return next;
}

static inline Str case_say_extras(Arena *arena, const Scenario *scenario, CaseObject object) {
    StrBuilder out = {.arena = arena};
    int32_t place = case_place(scenario, object);
    const Extra *extra = NULL;
    while ((extra = case_next_extra(scenario, place, extra))) {
        str_add(&out, extra->key);
        case_say_raw(&out, extra->raw);
    }
    return str_built(&out);
}

static inline Str case_find_difference(Arena *arena, const Scenario *before, const Scenario *after) {
    CaseObjects a = {0};
    CaseObjects b = {0};
    case_list_objects(arena, before, &a);
    case_list_objects(arena, after, &b);
    for (int32_t i = 0; i < a.count && i < b.count; i++) {
        const Shape *shape = a.rows[i].shape;
        if (shape != b.rows[i].shape) {
            return str_format(arena, "object %d is a %.*s", i, S_ARG(shape->name));
        }
        for (int32_t f = 0; f < shape->field_count; f++) {
            Str said = case_say_field(arena, before, a.rows[i], &shape->fields[f]);
            Str says = case_say_field(arena, after, b.rows[i], &shape->fields[f]);
            if (!str_equal(said, says)) {
                return str_format(arena, "%.*s of a %.*s: %.*s ≠ %.*s", S_ARG(shape->fields[f].key), S_ARG(shape->name),
                                  S_ARG(said), S_ARG(says));
            }
        }
        if (!str_equal(case_say_extras(arena, before, a.rows[i]), case_say_extras(arena, after, b.rows[i]))) {
            return str_format(arena, "extras of a %.*s", S_ARG(shape->name));
        }
    }
    return a.count == b.count ? (Str){0} : S("the number of objects");
}
