#include "exchange/bank_scene.h"

#include "base/utf8.h"
#include "exchange/extra.h"
#include "exchange/unsaid.h"

#include <string.h>

void bank_leave_out(BankReader *reader, Construct construct, LossReason reason, int32_t place, Str about) {
    loss_case_judge(&reader->loss, construct, BECAME_DROPPED, reason, place, about);
}

Str bank_join(BankReader *reader, Str above, Str between, Str below) {
    if (above.len == 0 || below.len == 0) {
        return above.len == 0 ? below : above;
    }
    return str_format(reader->bank->arena, "%.*s%.*s%.*s", S_ARG(above), S_ARG(between), S_ARG(below));
}

static Str said_by(BankReader *reader, const Line *line) {
    const Scenario *scenario = reader->scenario;
    if (line->when != 0) {
        bank_leave_out(reader, CONSTRUCT_CONDITION, REASON_NO_STATE, line->place,
                       scenario->conditions.rows[line->when].text);
    }
    if (line->by.id == 0) {
        return line->text;
    }
    loss_find(reader->loss.report, CONSTRUCT_SPEAKER);
    loss_settle(reader->loss.report, CONSTRUCT_SPEAKER, BECAME_CONVERTED);
    Str name = scenario->characters.rows[line->by.id].name;
    return str_format(reader->bank->arena, "%.*s : %.*s", S_ARG(name), S_ARG(line->text));
}

Str bank_join_lines(BankReader *reader, Span lines, Str last) {
    if (lines.count == 0) {
        return last;
    }
    StrBuilder out = {.arena = reader->bank->arena};
    for (int32_t i = 0; i < lines.count; i++) {
        str_add(&out, i > 0 ? S("\n\n") : S(""));
        str_add(&out, said_by(reader, &reader->scenario->lines.rows[lines.first + i]));
    }
    str_add(&out, last.len > 0 ? S("\n\n") : S(""));
    str_add(&out, last);
    return str_built(&out);
}

static Str read_tags(BankReader *reader, int32_t place) {
    Str raw = extra_find(reader->scenario, place, S("x-tags"));
    JsonDoc doc;
    StrBuilder tags = {.arena = reader->bank->arena};
    if (raw.len == 0 || !json_parse(reader->scratch, raw, &doc, NULL, NULL)) {
        return (Str){0};
    }
    if (json_type(doc.root) == JSON_LIST) {
        for (const JsonValue *tag = json_first(doc.root); tag; tag = json_next(tag)) {
            if (json_type(tag) == JSON_TEXT) {
                str_add(&tags, tags.count > 0 ? S("\n") : S(""));
                str_add(&tags, json_text(tag));
            }
        }
    }
    json_finish(&doc);
    return str_built(&tags);
}

static void read_settings(BankReader *reader, int32_t place, BankQuestion *question) {
    Str raw = extra_find(reader->scenario, place, S("x-settings"));
    JsonDoc doc;
    if (raw.len == 0 || !json_parse(reader->scratch, raw, &doc, NULL, NULL)) {
        return;
    }
    const JsonValue *value = json_type(doc.root) == JSON_LIST ? json_first(doc.root) : NULL;
    for (; value; value = json_next(value)) {
        bool whole = json_type(value) == JSON_OBJECT;
        const JsonValue *name = whole ? json_member(value, S("name")) : NULL;
        const JsonValue *text = whole ? json_member(value, S("text")) : NULL;
        if (name && text && json_type(name) == JSON_TEXT && json_type(text) == JSON_TEXT) {
            Arena *arena = reader->bank->arena;
            bank_add_setting(reader->bank, question, str_copy(arena, json_text(name)),
                             str_copy(arena, json_text(text)));
        }
    }
    json_finish(&doc);
}

// Ids that the importer gave are no ids of the author's.
static Str read_id(BankReader *reader, const Scene *scene) {
    Arena *arena = reader->bank->arena;
    Str own = extra_text(arena, reader->scratch, reader->scenario, scene->place, S("x-idnumber"));
    Str id = scenario_name(reader->scenario, scene->id);
    return own.len > 0 ? own : bank_is_given_id(id) ? (Str){0} : id;
}

static void leave_ways(BankReader *reader, const Scene *scene) {
    SceneId following = (SceneId)(scene - reader->scenario->scenes.rows) + 1;
    for (int32_t i = 0; i < scene->next.count; i++) {
        const Route *route = &reader->scenario->routes.rows[scene->next.first + i];
        if (route->to.id != following || scene->next.count > 1) {
            bank_leave_out(reader, CONSTRUCT_WAY, REASON_NO_WAYS, route->place, (Str){0});
        }
    }
}

static void read_scene(BankReader *reader, const Scene *scene) {
    const Scenario *scenario = reader->scenario;
    const Ending *ending = &scenario->endings.rows[scene->ending];
    if (scene->ending != 0 && bank_is_end(ending)) {
        return;
    }
    Arena *arena = reader->bank->arena;
    BankQuestion question = {.kind = QUESTION_DESCRIPTION,
                             .construct = CONSTRUCT_NARRATION,
                             .name = scene->title,
                             .id = read_id(reader, scene),
                             .tags = read_tags(reader, scene->place),
                             .line = loss_case_line(&reader->loss, scene->place)};
    question.category = extra_text(arena, reader->scratch, scenario, scene->place, S("x-category"));
    read_settings(reader, scene->place, &question);
    question.notes = scene->trainer != 0 ? scenario->trainer_notes.rows[scene->trainer].notes : (Str){0};
    if (scene->ending != 0) {
        question.construct = CONSTRUCT_ENDING;
        question.name = ending->title;
        question.text = bank_join_lines(reader, scene->lines, ending->text);
        question.degraded = true;
        loss_tell(reader->loss.report, &(Loss){.construct = CONSTRUCT_ENDING,
                                               .became = BECAME_DEGRADED,
                                               .reason = REASON_TEXT_ALONE,
                                               .line = question.line,
                                               .about = ending->title});
    } else if (scene->ask != 0) {
        question.construct = CONSTRUCT_DECISION;
        bank_read_ask(reader, &scenario->asks.rows[scene->ask], &question);
    } else {
        question.text = bank_join_lines(reader, scene->lines, (Str){0});
    }
    leave_ways(reader, scene);
    loss_find(reader->loss.report, question.construct);
    *rows_append(arena, &reader->bank->questions) = question;
}

static void leave_state(BankReader *reader) {
    const Scenario *scenario = reader->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        bank_leave_out(reader, CONSTRUCT_GAUGE, REASON_NO_STATE, gauge->place, gauge->name);
    }
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        const Fact *fact = &scenario->facts.rows[scenario->fact_rows.first + i];
        bank_leave_out(reader, CONSTRUCT_FACT, REASON_NO_STATE, fact->place, scenario_name(scenario, fact->id));
    }
}

#define ASK "kind prompt next reply why rules shuffle x-kind "
static const SaidKeys SAID[] = {
    {S_INIT(""), S_INIT("gauges facts characters scenes")},
    {S_INIT("characters"), S_INIT("name")},
    {S_INIT("scenes"), S_INIT("title lines trainer next ask ending x-category x-idnumber x-settings x-tags")},
    {S_INIT("lines"), S_INIT("by text if")},
    {S_INIT("trainer"), S_INIT("notes")},
    {S_INIT("ending"), S_INIT("title text")},
    {S_INIT("choice"), S_INIT(ASK "options")},
    {S_INIT("multiple"), S_INIT(ASK "options min max")},
    {S_INIT("rank"), S_INIT(ASK "items key")},
    {S_INIT("rate"), S_INIT(ASK "items")},
    {S_INIT("classify"), S_INIT(ASK "items bins")},
    {S_INIT("write"), S_INIT(ASK "detectors model x-answers")},
    {S_INIT("options"), S_INIT("text if stance scores effects set unset reply why next x-weight")},
    {S_INIT("boxes"), S_INIT("text if stance scores effects set unset reply why x-weight")},
    {S_INIT("items"), S_INIT("text bin key why x-weight")},
    {S_INIT("bins"), S_INIT("text")},
};
#undef ASK

void bank_read_case(Bank *bank, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report) {
    BankReader reader = {
        .bank = bank, .scratch = scratch, .scenario = scenario, .loss = {.report = report, .bytes = bytes}};
    leave_state(&reader);
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        ArenaMark mark = arena_mark(scratch);
        read_scene(&reader, &scenario->scenes.rows[scenario->scene_rows.first + i]);
        arena_rewind(scratch, mark);
    }
    unsaid_tell(&reader.loss, scratch, SAID, COUNT(SAID), REASON_NO_PLACE_FOR_IT);
}
