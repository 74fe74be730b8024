#include "scenario/scenario_writer.h"

static Span span_of(const Field *field, const void *row) {
    return *(const Span *)scenario_field_slot(field, row);
}

static void put_ask(Writer *writer, const Field *field, const void *row) {
    AskId ask = *(const AskId *)scenario_field_slot(field, row);
    writer->ask_kind = writer->scenario->asks.rows[ask].kind;
    scenario_put_row(writer, SHAPE_ASKS[writer->ask_kind], ask);
}

static bool are_alone(const Scenario *scenario, Span span) {
    int32_t count = 0;
    while (count < span.count && scenario->competencies.rows[span.first + count].alone) {
        count++;
    }
    return count == span.count;
}

static void put_competencies(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    writer->json.one_line = writer->json.one_line && are_alone(writer->scenario, span);
    json_begin_list(&writer->json);
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        const Competency *competency = &writer->scenario->competencies.rows[i];
        if (competency->alone) {
            scenario_put_name(writer, competency->id);
        } else {
            scenario_put_row(writer, &SHAPE_COMPETENCY, i);
        }
    }
    json_end(&writer->json);
}

// A single route without a condition stands for itself, unless something is kept in its object.
static void put_routes(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    const Route *first = &writer->scenario->routes.rows[span.first];
    bool to_text = field->kind == FIELD_TEXT_ROUTES;
    if (span.count > 1 || first->when != 0 || scenario_has_extras(writer, first->place)) {
        json_begin_list(&writer->json);
        for (int32_t i = 0; i < span.count; i++) {
            scenario_put_row(writer, to_text ? &SHAPE_TEXT_ROUTE : &SHAPE_ROUTE, span.first + i);
        }
        json_end(&writer->json);
    } else if (to_text) {
        scenario_put_text(writer, field, first->text);
    } else {
        scenario_put_name(writer, first->to.name);
    }
}

static void put_why(Writer *writer, const Field *field, const void *row) {
    WhyId id = *(const WhyId *)scenario_field_slot(field, row);
    const Why *why = &writer->scenario->whys.rows[id];
    if (why->text.len > 0) {
        scenario_put_text(writer, field, why->text);
    } else {
        scenario_put_row(writer, &SHAPE_WHY, id);
    }
}

static void put_at(Writer *writer, const Field *field, const void *row) {
    const int32_t *at = scenario_field_slot(field, row);
    json_begin_list(&writer->json);
    json_write_int(&writer->json, at[0]);
    json_write_int(&writer->json, at[1]);
    json_end(&writer->json);
}

static void put_rank_key(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    const KeyEntry *entries = writer->scenario->key_entries.rows + span.first;
    json_begin_list(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        bool tied_before = i > 0 && entries[i - 1].group == entries[i].group;
        bool tied_after = i < span.count - 1 && entries[i + 1].group == entries[i].group;
        if (tied_after && !tied_before) {
            json_begin_inline_list(&writer->json);
        }
        scenario_put_name(writer, entries[i].item.name);
        if (tied_before && !tied_after) {
            json_end(&writer->json);
        }
    }
    json_end(&writer->json);
}

static void put_near(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    json_begin_list(&writer->json);
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        const NearPair *pair = &writer->scenario->near_pairs.rows[i];
        json_begin_inline_list(&writer->json);
        scenario_put_name(writer, pair->a.name);
        scenario_put_name(writer, pair->b.name);
        json_end(&writer->json);
    }
    json_end(&writer->json);
}

// The key of a count inside its item: a bin, else a level or a place.
static void put_count_key(Writer *writer, const PanelCount *count) {
    ArenaMark mark = arena_mark(writer->scratch);
    Str level = str_format(writer->scratch, "%d", count->level);
    Str bin = scenario_name(writer->scenario, count->bin.name);
    json_write_key(&writer->json, writer->ask_kind == ASK_CLASSIFY ? bin : level);
    arena_rewind(writer->scratch, mark);
}

static void put_panel_answers(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    const PanelCount *counts = writer->scenario->panel_counts.rows + span.first;
    bool by_option = writer->ask_kind == ASK_CHOICE || writer->ask_kind == ASK_MULTIPLE;
    json_begin_object(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        if (i == 0 || by_option || counts[i - 1].of.name != counts[i].of.name) {
            json_write_key(&writer->json, scenario_name(writer->scenario, counts[i].of.name));
            if (!by_option) {
                json_begin_inline_object(&writer->json);
            }
        }
        if (!by_option) {
            put_count_key(writer, &counts[i]);
        }
        json_write_int(&writer->json, counts[i].count);
        if (!by_option && (i == span.count - 1 || counts[i + 1].of.name != counts[i].of.name)) {
            json_end(&writer->json);
        }
    }
    json_end(&writer->json);
}

FieldWriter *const WRITER_SPECIAL[FIELD_KIND_COUNT] = {[FIELD_ASK] = put_ask,
                                                       [FIELD_COMPETENCIES] = put_competencies,
                                                       [FIELD_ROUTES] = put_routes,
                                                       [FIELD_TEXT_ROUTES] = put_routes,
                                                       [FIELD_WHY] = put_why,
                                                       [FIELD_AT] = put_at,
                                                       [FIELD_RANK_KEY] = put_rank_key,
                                                       [FIELD_NEAR] = put_near,
                                                       [FIELD_PANEL_ANSWERS] = put_panel_answers};
