#include "report/figures.h"

#include "base/emphasis.h"
#include "base/json_write.h"
#include "report/figures_words.h"

static void write_member(JsonWriter *writer, Str key, Str text) {
    if (text.len > 0) {
        json_write_member_text(writer, key, text);
    }
}

static void write_value(Arena *arena, JsonWriter *writer, const FiguresRow *row) {
    json_write_key(writer, S("value"));
    if (row->figure.lack != LACK_NONE) {
        json_write_null(writer);
    } else if (row->unit == FIGURES_DAY) {
        json_write_text(writer, row->day);
    } else {
        json_write_raw(writer, figures_number(arena, row->figure.value, FIGURES_DECIMALS, '.'));
    }
}

static void write_row(Arena *arena, JsonWriter *writer, const FiguresRow *row) {
    json_begin_inline_object(writer);
    json_write_member_text(writer, S("table"), row->table);
    write_member(writer, S("decision"), row->decision);
    write_member(writer, S("title"), emphasis_plain(arena, row->title));
    write_member(writer, S("round"), row->round);
    write_member(writer, S("item"), row->item);
    write_member(writer, S("answer"), row->answer);
    write_member(writer, S("text"), emphasis_plain(arena, row->text));
    if (row->point != FIGURES_NO_POINT) {
        json_write_member_int(writer, S("point"), row->point);
    }
    json_write_member_text(writer, S("measure"), row->measure);
    write_value(arena, writer, row);
    json_write_member_text(writer, S("unit"), figures_unit_word(row->unit));
    write_member(writer, S("missing"), figures_lack_word(row->figure.lack));
    json_end(writer);
}

Str figures_write_json(const FiguresOf *of, const FiguresTable *table) {
    const Scenario *scenario = of->analysis->told.scenario;
    JsonWriter writer = json_writer(of->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_member_text(&writer, S("case"), scenario_name(scenario, scenario->id));
    json_write_member_text(&writer, S("title"), scenario->title);
    json_write_member_text(&writer, S("language"), scenario->language);
    json_write_member_text(&writer, S("counted"), figures_counted_word(table->counted));
    json_write_key(&writer, S("figures"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < table->count; i++) {
        write_row(of->arena, &writer, &table->rows[i]);
    }
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}
