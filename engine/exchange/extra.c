#include "exchange/extra.h"

Str extra_find(const Scenario *scenario, int32_t place, Str key) {
    for (int32_t i = scenario_find_extra(scenario, place); i < scenario->extras.count; i++) {
        const Extra *extra = &scenario->extras.rows[i];
        if (extra->owner != place) {
            break;
        }
        if (str_equal(extra->key, key)) {
            return extra->raw;
        }
    }
    return (Str){0};
}

Str extra_text(Arena *arena, Arena *scratch, const Scenario *scenario, int32_t place, Str key) {
    Str raw = extra_find(scenario, place, key);
    Str text = {0};
    ArenaMark mark = arena_mark(scratch);
    JsonDoc doc;
    if (raw.len > 0 && json_parse(scratch, raw, &doc, NULL, NULL)) {
        text = json_type(doc.root) == JSON_TEXT ? str_copy(arena, json_text(doc.root)) : text;
        json_finish(&doc);
    }
    arena_rewind(scratch, mark);
    return text;
}
