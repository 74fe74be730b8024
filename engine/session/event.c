#include "session/event.h"

static const Str KINDS[] = {
    [EVENT_NONE] = S_INIT(""),         [EVENT_START] = S_INIT("start"), [EVENT_ANSWER] = S_INIT("answer"),
    [EVENT_REWIND] = S_INIT("rewind"), [EVENT_JUMP] = S_INIT("jump"),   [EVENT_FINISH] = S_INIT("finish")};

Str event_hash(Arena *arena, Str bytes) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (ptrdiff_t i = 0; i < bytes.len; i++) {
        hash = (hash ^ (unsigned char)bytes.text[i]) * UINT64_C(1099511628211);
    }
    return str_format(arena, "%016llx", (unsigned long long)hash);
}

static void write_text(JsonWriter *writer, Str key, Str text) {
    if (text.len > 0) {
        json_write_member_text(writer, key, text);
    }
}

static void write_start(JsonWriter *writer, const Scenario *scenario, const Event *event) {
    write_text(writer, S("case"), scenario_name(scenario, scenario->id));
    json_write_member_int(writer, S("rules"), event->rules_version);
    json_write_member_int(writer, S("detectors"), event->detectors_version);
    write_text(writer, S("hash"), event->case_hash);
    json_write_member_int(writer, S("len"), event->case_len);
    json_write_member_int(writer, S("seed"), (int64_t)event->seed);
    write_text(writer, S("parent"), event->parent);
    write_text(writer, S("from"), event->from);
    write_text(writer, S("set"), event->presets);
}

static void write_detectors(JsonWriter *writer, const Scenario *scenario, Span uses, Str key, uint32_t bits) {
    json_write_key(writer, key);
    json_begin_list(writer);
    for (int32_t i = 0; i < uses.count; i++) {
        if ((bits >> i & 1) != 0) {
            json_write_text(writer,
                            scenario_name(scenario, scenario->detector_uses.rows[uses.first + i].detector.name));
        }
    }
    json_end(writer);
}

static void write_what(JsonWriter *writer, Arena *arena, const Scenario *scenario, const Ask *ask, const Event *event) {
    const Answer *answer = &event->answer;
    json_write_key(writer, S("answer"));
    if (ask->private_answer) {
        json_write_null(writer);
        return;
    }
    if (!answer_is_typed(ask, answer)) {
        json_write_text(writer, answer_write(arena, scenario, ask, answer));
        return;
    }
    Span uses = ask_detectors(scenario, ask);
    json_begin_object(writer);
    json_write_member_text(writer, S("text"), answer->text);
    write_detectors(writer, scenario, uses, S("found"), answer->found);
    if (answer->undecided != 0) {
        write_detectors(writer, scenario, uses, S("undecided"), answer->undecided);
    }
    json_write_member_bool(writer, S("confirmed"), answer->confirmed);
    json_end(writer);
}

static void write_order(JsonWriter *writer, const Scenario *scenario, const Ask *ask, const Event *event) {
    if (!event->shuffled) {
        return;
    }
    json_write_key(writer, S("order"));
    json_begin_list(writer);
    Span shown = ask_shown(ask);
    for (int32_t i = 0; i < shown.count; i++) {
        int32_t row = shown.first + event->order[i];
        Name id = ask->items.count > 0 ? scenario->items.rows[row].id : scenario->options.rows[row].id;
        json_write_text(writer, scenario_name(scenario, id));
    }
    json_end(writer);
}

static void write_marks(JsonWriter *writer, const Scenario *scenario, const Consequences *given) {
    json_write_key(writer, S("marks"));
    json_begin_object(writer);
    for (CompetencyId c = 1; given->of_record && c < scenario->competencies.count; c++) {
        if ((given->competencies >> c & 1) != 0) {
            json_write_member_int(writer, scenario_name(scenario, scenario->competencies.rows[c].id), given->marks[c]);
        }
    }
    json_end(writer);
}

static void write_effects(JsonWriter *writer, const Scenario *scenario, const Consequences *given) {
    json_write_key(writer, S("effects"));
    json_begin_object(writer);
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        if (given->effects[g] != 0) {
            json_write_member_int(writer, scenario_name(scenario, scenario->gauges.rows[g].id), given->effects[g]);
        }
    }
    json_end(writer);
}

static void write_scene(JsonWriter *writer, const Scenario *scenario, Str key, SceneId scene) {
    write_text(writer, key, scenario_name(scenario, scenario->scenes.rows[scene].id));
}

static void write_answer(JsonWriter *writer, Arena *arena, const Scenario *scenario, const Event *event) {
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[event->scene].ask];
    write_scene(writer, scenario, S("scene"), event->scene);
    write_what(writer, arena, scenario, ask, event);
    write_order(writer, scenario, ask, event);
    if (event->answer.confidence != 0) {
        json_write_member_int(writer, S("confidence"), event->answer.confidence);
    }
    write_marks(writer, scenario, &event->given);
    write_effects(writer, scenario, &event->given);
    write_scene(writer, scenario, S("to"), event->to);
}

static void write_jump(JsonWriter *writer, const Scenario *scenario, const Event *event) {
    write_scene(writer, scenario, S("scene"), event->scene);
    write_scene(writer, scenario, S("enters"), event->enters);
    if (event->unseen) {
        json_write_member_bool(writer, S("unseen"), true);
    }
    write_scene(writer, scenario, S("to"), event->to);
}

Str event_write(Arena *arena, const Scenario *scenario, const Event *event) {
    LogLine line = {.seq = event->seq, .at_ms = event->at_ms, .kind = KINDS[event->kind]};
    JsonWriter writer = log_begin_line(arena, &line);
    if (event->kind == EVENT_START) {
        write_start(&writer, scenario, event);
    } else if (event->kind == EVENT_ANSWER) {
        write_answer(&writer, arena, scenario, event);
    } else if (event->kind == EVENT_REWIND) {
        json_write_member_int(&writer, S("target"), event->target);
    } else if (event->kind == EVENT_JUMP) {
        write_jump(&writer, scenario, event);
    }
    json_end(&writer);
    return json_written(&writer);
}

typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    const JsonValue *root;
    bool fine;
} EventReader;

static Str read_text(EventReader *reader, const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    if (value != NULL && json_type(value) != JSON_TEXT) {
        reader->fine = false;
    }
    return value != NULL && reader->fine ? str_copy(reader->arena, json_text(value)) : (Str){0};
}

static int64_t read_int(EventReader *reader, Str key, int64_t least, int64_t most) {
    const JsonValue *value = json_member(reader->root, key);
    bool fits = value == NULL ||
                (json_type(value) == JSON_INTEGER && json_integer(value) >= least && json_integer(value) <= most);
    reader->fine = reader->fine && fits;
    return value != NULL && fits ? json_integer(value) : 0;
}

static void read_start(EventReader *reader, Event *event) {
    Str id = read_text(reader, reader->root, S("case"));
    reader->fine = reader->fine && str_equal(id, scenario_name(reader->scenario, reader->scenario->id));
    event->rules_version = (int32_t)read_int(reader, S("rules"), 1, RULES_VERSION);
    event->detectors_version = (int32_t)read_int(reader, S("detectors"), 0, INT32_MAX);
    event->case_hash = read_text(reader, reader->root, S("hash"));
    event->case_len = read_int(reader, S("len"), 0, LIMIT_FILE_BYTES);
    event->seed = (uint64_t)read_int(reader, S("seed"), 0, INT64_C(1) << 53);
    event->parent = read_text(reader, reader->root, S("parent"));
    event->from = read_text(reader, reader->root, S("from"));
    event->presets = read_text(reader, reader->root, S("set"));
}

static uint32_t read_detectors(EventReader *reader, const Ask *ask, const JsonValue *list) {
    Span uses = ask_detectors(reader->scenario, ask);
    uint32_t bits = 0;
    if (list == NULL) {
        return bits;
    }
    reader->fine = reader->fine && json_type(list) == JSON_LIST;
    for (const JsonValue *id = reader->fine ? json_first(list) : NULL; id != NULL; id = json_next(id)) {
        int32_t use = uses.count;
        for (int32_t i = 0; json_type(id) == JSON_TEXT && i < uses.count; i++) {
            Name name = reader->scenario->detector_uses.rows[uses.first + i].detector.name;
            use = str_equal(scenario_name(reader->scenario, name), json_text(id)) ? i : use;
        }
        reader->fine = reader->fine && use < uses.count;
        bits |= use < uses.count ? UINT32_C(1) << use : 0;
    }
    return bits;
}

// 0: there is none by that name.
static SceneId read_scene(EventReader *reader, Str key) {
    return scenario_find_scene(reader->scenario, read_text(reader, reader->root, key));
}

static bool read_bool(const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value != NULL && json_type(value) == JSON_TRUE;
}

static void read_typed(EventReader *reader, const Ask *ask, const JsonValue *value, Answer *answer) {
    answer->option = ask->kind == ASK_CHOICE ? OPTION_OWN_WORDS : 0;
    answer->text = read_text(reader, value, S("text"));
    answer->found = read_detectors(reader, ask, json_member(value, S("found")));
    answer->undecided = read_detectors(reader, ask, json_member(value, S("undecided")));
    answer->confirmed = read_bool(value, S("confirmed"));
    reader->fine = reader->fine && (ask->kind == ASK_WRITE || ask->own_words != 0);
}

static void read_answer(EventReader *reader, Event *event) {
    const Scenario *scenario = reader->scenario;
    event->scene = read_scene(reader, S("scene"));
    AskId id = scenario->scenes.rows[event->scene].ask;
    const Ask *ask = &scenario->asks.rows[id];
    const JsonValue *value = json_member(reader->root, S("answer"));
    reader->fine = reader->fine && id != 0 && value != NULL;
    if (!reader->fine) {
        return;
    }
    if (json_type(value) == JSON_OBJECT) {
        read_typed(reader, ask, value, &event->answer);
    } else if (json_type(value) == JSON_TEXT) {
        Str about;
        AnswerReader answers = {reader->arena, reader->scratch, scenario, NULL};
        reader->fine = answer_parse(&answers, ask, json_text(value), &event->answer, &about) == ANSWER_FINE;
    } else {
        reader->fine = ask->private_answer;
    }
    event->answer.confidence = (int32_t)read_int(reader, S("confidence"), 1, 3);
    Str to = read_text(reader, reader->root, S("to"));
    event->to = scenario_find_scene(scenario, to);
    reader->fine = reader->fine && (event->to != 0 || to.len == 0);
}

static void read_jump(EventReader *reader, Event *event) {
    event->scene = read_scene(reader, S("scene"));
    event->enters = read_scene(reader, S("enters"));
    event->to = read_scene(reader, S("to"));
    event->unseen = read_bool(reader->root, S("unseen"));
    reader->fine = reader->fine && event->scene != 0 && event->enters != 0 && event->to != 0;
}

Str event_word(EventKind kind) {
    return KINDS[kind];
}

EventKind event_kind(Str word) {
    EventKind kind = EVENT_FINISH;
    while (kind != EVENT_NONE && !str_equal(KINDS[kind], word)) {
        kind--;
    }
    return kind;
}

bool event_parse(Arena *arena, Arena *scratch, const Scenario *scenario, const LogReading *reading, Event *event) {
    EventReader reader = {
        .arena = arena, .scratch = scratch, .scenario = scenario, .root = reading->doc.root, .fine = true};
    const LogLine *line = &reading->line;
    *event = (Event){.seq = line->seq, .at_ms = line->at_ms, .kind = event_kind(line->kind)};
    switch (event->kind) {
    case EVENT_NONE:
        return false;
    case EVENT_START:
        read_start(&reader, event);
        break;
    case EVENT_ANSWER:
        read_answer(&reader, event);
        break;
    case EVENT_REWIND:
        event->target = (int32_t)read_int(&reader, S("target"), 1, INT32_MAX);
        break;
    case EVENT_JUMP:
        read_jump(&reader, event);
        break;
    case EVENT_FINISH:
        break;
    }
    return reader.fine;
}
