#include "group/group_event.h"

#include "base/utf8.h"

static const Str PHASES[GROUP_PHASE_COUNT] = {[GROUP_TITLE] = S_INIT("title"),
                                              [GROUP_FRAME] = S_INIT("frame"),
                                              [GROUP_CONTRACT] = S_INIT("contract"),
                                              [GROUP_OPENING] = S_INIT("opening"),
                                              [GROUP_READ] = S_INIT("read"),
                                              [GROUP_VOTE] = S_INIT("vote"),
                                              [GROUP_TALK] = S_INIT("talk"),
                                              [GROUP_VOTE_AGAIN] = S_INIT("vote-again"),
                                              [GROUP_REVEAL] = S_INIT("reveal"),
                                              [GROUP_AGREE] = S_INIT("agree"),
                                              [GROUP_FOLLOWED] = S_INIT("followed"),
                                              [GROUP_ENDING] = S_INIT("ending"),
                                              [GROUP_REACTIONS] = S_INIT("reactions"),
                                              [GROUP_DESCRIPTION] = S_INIT("description"),
                                              [GROUP_ANALYSIS] = S_INIT("analysis"),
                                              [GROUP_TO_WORK] = S_INIT("to-work"),
                                              [GROUP_PAGE] = S_INIT("page")};

static const Str KINDS[] = {[GROUP_EVENT_NONE] = S_INIT(""),
                            [GROUP_EVENT_ROOM] = S_INIT("room"),
                            [GROUP_EVENT_PLAN] = S_INIT("plan"),
                            [GROUP_EVENT_PHASE] = S_INIT("phase"),
                            [GROUP_EVENT_CARD] = S_INIT("card"),
                            [GROUP_EVENT_VOTE] = S_INIT("vote"),
                            [GROUP_EVENT_HANDS] = S_INIT("hands"),
                            [GROUP_EVENT_FOLLOW] = S_INIT("follow"),
                            [GROUP_EVENT_SENTENCE] = S_INIT("sentence"),
                            [GROUP_EVENT_FORGET] = S_INIT("forget"),
                            [GROUP_EVENT_IDEA] = S_INIT("idea"),
                            [GROUP_EVENT_DROP] = S_INIT("drop"),
                            [GROUP_EVENT_RANKING] = S_INIT("ranking"),
                            [GROUP_EVENT_KEEP] = S_INIT("keep"),
                            [GROUP_EVENT_RAISE] = S_INIT("raise")};

Str group_phase_word(GroupPhase phase) {
    return PHASES[phase];
}

Str group_event_word(GroupEventKind kind) {
    return KINDS[kind];
}

static int32_t find_word(const Str *words, int32_t count, Str word) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(words[i], word)) {
            return i;
        }
    }
    return -1;
}

static Str scene_id(const Scenario *scenario, SceneId scene) {
    return scenario_name(scenario, scenario->scenes.rows[scene].id);
}

static void write_hands(JsonWriter *writer, const Tally *tally, int32_t row) {
    json_write_key(writer, S("hands"));
    json_begin_list(writer);
    for (int32_t place = 0; place < tally->places; place++) {
        json_write_int(writer, tally->hands[row][place]);
    }
    json_end(writer);
    json_write_member_int(writer, S("abstained"), tally->abstained[row]);
}

static void write_rows(JsonWriter *writer, const Scenario *scenario, const Tally *tally, const int32_t *items) {
    json_begin_list(writer);
    for (int32_t row = 0; row < tally->rows; row++) {
        json_begin_object(writer);
        if (items != NULL) {
            json_write_member_text(writer, S("of"), scenario_name(scenario, scenario->items.rows[items[row]].id));
        }
        write_hands(writer, tally, row);
        json_end(writer);
    }
    json_end(writer);
}

static void write_place(JsonWriter *writer, const Scenario *scenario, const Ask *ask, int32_t place,
                        const int32_t *shown) {
    if (ask->kind == ASK_RATE) {
        json_write_int(writer, place);
    } else if (ask->kind == ASK_CLASSIFY) {
        json_write_text(writer, scenario_name(scenario, scenario->bins.rows[ask->bins.first + place].id));
    } else if (shown[place] == OPTION_OWN_WORDS) {
        json_write_text(writer, S("own-words"));
    } else {
        json_write_text(writer, scenario_name(scenario, scenario->options.rows[shown[place]].id));
    }
}

static void write_vote(JsonWriter *writer, const Scenario *scenario, const GroupEvent *event) {
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[event->scene].ask];
    const int32_t *items = ask->items.count > 0 ? event->shown : NULL;
    json_write_member_text(writer, S("scene"), scene_id(scenario, event->scene));
    json_write_member_int(writer, S("round"), event->round);
    json_write_member_int(writer, S("present"), event->present);
    json_write_key(writer, S("places"));
    json_begin_list(writer);
    for (int32_t place = 0; place < event->tally.places; place++) {
        write_place(writer, scenario, ask, place, event->shown);
    }
    json_end(writer);
    json_write_key(writer, S("rows"));
    write_rows(writer, scenario, &event->tally, items);
    if (event->part_count > 0) {
        json_write_key(writer, S("parts"));
        json_begin_list(writer);
        for (int32_t part = 0; part < event->part_count; part++) {
            write_rows(writer, scenario, &event->part_tallies[part], NULL);
        }
        json_end(writer);
    }
}

static void write_room(JsonWriter *writer, const GroupEvent *event) {
    json_write_member_int(writer, S("present"), event->present);
    json_write_key(writer, S("parts"));
    json_begin_list(writer);
    for (int32_t part = 0; part < event->part_count; part++) {
        json_begin_object(writer);
        json_write_member_text(writer, S("name"), event->parts[part].name);
        json_write_member_int(writer, S("size"), event->parts[part].size);
        json_end(writer);
    }
    json_end(writer);
}

static void write_numbers(JsonWriter *writer, Str key, const int32_t *numbers, int32_t count) {
    json_write_key(writer, key);
    json_begin_list(writer);
    for (int32_t i = 0; i < count; i++) {
        json_write_int(writer, numbers[i]);
    }
    json_end(writer);
}

static void write_ranking(JsonWriter *writer, const GroupEvent *event) {
    json_write_member_int(writer, S("present"), event->present);
    write_numbers(writer, S("ideas"), event->shown, event->tally.places);
    write_numbers(writer, S("hands"), event->tally.hands[0], event->tally.places);
}

static void write_rest(JsonWriter *writer, const Scenario *scenario, const GroupEvent *event) {
    switch (event->kind) {
    case GROUP_EVENT_NONE:
        break;
    case GROUP_EVENT_ROOM:
        write_room(writer, event);
        break;
    case GROUP_EVENT_PLAN:
        json_write_member_int(writer, S("minutes"), event->index);
        break;
    case GROUP_EVENT_PHASE:
        json_write_member_text(writer, S("phase"), PHASES[event->phase]);
        break;
    case GROUP_EVENT_CARD:
        json_write_member_int(writer, S("index"), event->index);
        break;
    case GROUP_EVENT_VOTE:
        write_vote(writer, scenario, event);
        break;
    case GROUP_EVENT_HANDS:
        write_vote(writer, scenario, event);
        json_write_member_int(writer, S("row"), event->index);
        break;
    case GROUP_EVENT_FOLLOW:
        json_write_member_text(writer, S("scene"), scene_id(scenario, event->scene));
        json_write_member_text(writer, S("by"), event->by_trainer ? S("trainer") : S("vote"));
        break;
    case GROUP_EVENT_SENTENCE:
        json_write_member_text(writer, S("text"), event->text);
        json_write_member_bool(writer, S("minority"), event->minority);
        break;
    case GROUP_EVENT_IDEA:
        json_write_member_text(writer, S("text"), event->text);
        break;
    case GROUP_EVENT_RANKING:
        write_ranking(writer, event);
        break;
    case GROUP_EVENT_DROP:
    case GROUP_EVENT_FORGET:
        json_write_member_int(writer, S("target"), event->index);
        break;
    case GROUP_EVENT_KEEP:
        json_write_member_int(writer, S("index"), event->index);
        json_write_member_text(writer, S("text"), event->text);
        break;
    case GROUP_EVENT_RAISE:
        json_write_member_text(writer, S("text"), event->text);
        break;
    }
}

Str group_event_write(Arena *arena, const Scenario *scenario, const GroupEvent *event) {
    LogLine line = {.seq = event->seq, .at_ms = event->at_ms, .kind = KINDS[event->kind]};
    JsonWriter writer = log_begin_line(arena, &line);
    write_rest(&writer, scenario, event);
    json_end(&writer);
    return json_written(&writer);
}

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    const JsonValue *root;
    bool fine;
} Reader;

static const JsonValue *member(Reader *reader, const JsonValue *object, Str key, JsonType type) {
    const JsonValue *value = json_type(object) == JSON_OBJECT ? json_member(object, key) : NULL;
    bool fits = value != NULL && json_type(value) == type;
    reader->fine = reader->fine && fits;
    return fits ? value : NULL;
}

static int32_t whole(Reader *reader, const JsonValue *value, int32_t least, int32_t most) {
    bool fits = value != NULL && json_type(value) == JSON_INTEGER && json_integer(value) >= least &&
                json_integer(value) <= most;
    reader->fine = reader->fine && fits;
    return fits ? (int32_t)json_integer(value) : least;
}

static int32_t read_int(Reader *reader, const JsonValue *object, Str key, int32_t least, int32_t most) {
    return whole(reader, member(reader, object, key, JSON_INTEGER), least, most);
}

static Str read_text(Reader *reader, const JsonValue *object, Str key) {
    const JsonValue *value = member(reader, object, key, JSON_TEXT);
    Str text = value != NULL ? json_text(value) : (Str){0};
    reader->fine = reader->fine && utf8_count(text) <= GROUP_SENTENCE_CHARS;
    return reader->fine ? str_copy(reader->arena, text) : (Str){0};
}

static bool read_bool(Reader *reader, Str key) {
    const JsonValue *value = json_member(reader->root, key);
    return value != NULL && json_type(value) == JSON_TRUE;
}

static SceneId read_scene(Reader *reader) {
    const JsonValue *value = member(reader, reader->root, S("scene"), JSON_TEXT);
    SceneId scene = value != NULL ? scenario_find_scene(reader->scenario, json_text(value)) : 0;
    reader->fine = reader->fine && scene != 0 && reader->scenario->scenes.rows[scene].ask != 0;
    return scene;
}

static void read_row(Reader *reader, const JsonValue *object, Tally *tally) {
    int32_t row = tally->rows++;
    const JsonValue *hands = member(reader, object, S("hands"), JSON_LIST);
    int32_t place = 0;
    for (const JsonValue *count = hands != NULL ? json_first(hands) : NULL; count != NULL; count = json_next(count)) {
        reader->fine = reader->fine && place < tally->places;
        if (reader->fine) {
            tally->hands[row][place++] = whole(reader, count, 0, TALLY_MOST);
        }
    }
    reader->fine = reader->fine && place == tally->places;
    tally->abstained[row] = read_int(reader, object, S("abstained"), 0, TALLY_MOST);
}

static Tally read_tally(Reader *reader, const JsonValue *rows, int32_t places, bool several) {
    Tally tally = {.places = places, .several = several};
    bool fits =
        rows != NULL && json_type(rows) == JSON_LIST && json_count(rows) >= 1 && json_count(rows) <= LIMIT_ITEMS;
    reader->fine = reader->fine && fits;
    for (const JsonValue *row = fits ? json_first(rows) : NULL; row != NULL; row = json_next(row)) {
        read_row(reader, row, &tally);
    }
    return tally;
}

// Which options, or items, stand behind the places, or rows, of a vote.
static void read_shown(Reader *reader, const Ask *ask, const JsonValue *places, GroupEvent *event) {
    const Scenario *scenario = reader->scenario;
    bool items = ask->items.count > 0;
    const JsonValue *list = items ? json_member(reader->root, S("rows")) : places;
    int32_t count = 0;
    for (const JsonValue *value = json_first(list); value != NULL && reader->fine; value = json_next(value)) {
        const JsonValue *id = items ? member(reader, value, S("of"), JSON_TEXT) : value;
        Str text = id != NULL && json_type(id) == JSON_TEXT ? json_text(id) : (Str){0};
        bool own = !items && ask->own_words != 0 && str_equal(text, S("own-words"));
        int32_t row = own     ? OPTION_OWN_WORDS
                      : items ? scenario_find_item(scenario, ask, text)
                              : scenario_find_option(scenario, ask, text);
        reader->fine = reader->fine && row != 0;
        event->shown[count++] = row;
    }
}

static void read_vote(Reader *reader, GroupEvent *event) {
    event->scene = read_scene(reader);
    event->round = read_int(reader, reader->root, S("round"), 1, 2);
    event->present = read_int(reader, reader->root, S("present"), 0, TALLY_MOST);
    const JsonValue *places = member(reader, reader->root, S("places"), JSON_LIST);
    int32_t count = places != NULL ? json_count(places) : 0;
    reader->fine = reader->fine && count >= 1 && count <= TALLY_PLACES;
    if (!reader->fine) {
        return;
    }
    const Ask *ask = &reader->scenario->asks.rows[reader->scenario->scenes.rows[event->scene].ask];
    bool several = ask->kind == ASK_MULTIPLE;
    event->tally = read_tally(reader, json_member(reader->root, S("rows")), count, several);
    if (reader->fine) {
        read_shown(reader, ask, places, event);
    }
    const JsonValue *parts = json_member(reader->root, S("parts"));
    reader->fine =
        reader->fine && (parts == NULL || (json_type(parts) == JSON_LIST && json_count(parts) <= GROUP_PARTS));
    for (const JsonValue *part = parts != NULL && reader->fine ? json_first(parts) : NULL; part != NULL;
         part = json_next(part)) {
        event->part_tallies[event->part_count++] = read_tally(reader, part, count, several);
    }
}

static int32_t read_numbers(Reader *reader, Str key, int32_t most, int32_t *numbers) {
    const JsonValue *list = member(reader, reader->root, key, JSON_LIST);
    int32_t count = 0;
    reader->fine = reader->fine && json_count(list) >= 1 && json_count(list) <= GROUP_IDEAS;
    for (const JsonValue *value = reader->fine ? json_first(list) : NULL; value != NULL; value = json_next(value)) {
        numbers[count++] = whole(reader, value, 0, most);
    }
    return count;
}

static void read_ranking(Reader *reader, GroupEvent *event) {
    event->present = read_int(reader, reader->root, S("present"), 0, TALLY_MOST);
    event->tally = (Tally){.rows = 1, .several = true};
    event->tally.places = read_numbers(reader, S("ideas"), INT32_MAX, event->shown);
    int32_t count = read_numbers(reader, S("hands"), TALLY_MOST, event->tally.hands[0]);
    reader->fine = reader->fine && count == event->tally.places;
}

static void read_room(Reader *reader, GroupEvent *event) {
    event->present = read_int(reader, reader->root, S("present"), 0, TALLY_MOST);
    const JsonValue *parts = member(reader, reader->root, S("parts"), JSON_LIST);
    reader->fine = reader->fine && parts != NULL && json_count(parts) <= GROUP_PARTS;
    for (const JsonValue *part = reader->fine ? json_first(parts) : NULL; part != NULL; part = json_next(part)) {
        event->parts[event->part_count++] =
            (GroupPart){.name = read_text(reader, part, S("name")),
                        .size = read_int(reader, part, S("size"), GROUP_LEAST_PART, TALLY_MOST)};
    }
}

static void read_phase(Reader *reader, GroupEvent *event) {
    const JsonValue *word = member(reader, reader->root, S("phase"), JSON_TEXT);
    int32_t phase = word != NULL ? find_word(PHASES, GROUP_PHASE_COUNT, json_text(word)) : -1;
    reader->fine = reader->fine && phase >= 0;
    event->phase = phase >= 0 ? (GroupPhase)phase : GROUP_TITLE;
}

static void read_follow(Reader *reader, GroupEvent *event) {
    event->scene = read_scene(reader);
    const JsonValue *by = member(reader, reader->root, S("by"), JSON_TEXT);
    event->by_trainer = by != NULL && str_equal(json_text(by), S("trainer"));
}

static void read_rest(Reader *reader, GroupEvent *event) {
    switch (event->kind) {
    case GROUP_EVENT_NONE:
        reader->fine = false;
        break;
    case GROUP_EVENT_ROOM:
        read_room(reader, event);
        break;
    case GROUP_EVENT_PLAN:
        event->index = read_int(reader, reader->root, S("minutes"), GROUP_LEAST_MINUTES, GROUP_MOST_MINUTES);
        break;
    case GROUP_EVENT_PHASE:
        read_phase(reader, event);
        break;
    case GROUP_EVENT_CARD:
        event->index = read_int(reader, reader->root, S("index"), 0, GROUP_CARDS - 1);
        break;
    case GROUP_EVENT_VOTE:
        read_vote(reader, event);
        break;
    case GROUP_EVENT_HANDS:
        read_vote(reader, event);
        event->index = read_int(reader, reader->root, S("row"), 0, LIMIT_ITEMS - 1);
        break;
    case GROUP_EVENT_FOLLOW:
        read_follow(reader, event);
        break;
    case GROUP_EVENT_SENTENCE:
        event->text = read_text(reader, reader->root, S("text"));
        event->minority = read_bool(reader, S("minority"));
        break;
    case GROUP_EVENT_IDEA:
        event->text = read_text(reader, reader->root, S("text"));
        break;
    case GROUP_EVENT_RANKING:
        read_ranking(reader, event);
        break;
    case GROUP_EVENT_DROP:
    case GROUP_EVENT_FORGET:
        event->index = read_int(reader, reader->root, S("target"), 1, INT32_MAX);
        break;
    case GROUP_EVENT_KEEP:
        event->index = read_int(reader, reader->root, S("index"), 0, GROUP_KEPT - 1);
        event->text = read_text(reader, reader->root, S("text"));
        break;
    case GROUP_EVENT_RAISE:
        event->text = read_text(reader, reader->root, S("text"));
        break;
    }
}

bool group_event_parse(Arena *arena, const Scenario *scenario, const LogReading *reading, GroupEvent *event) {
    int32_t kind = find_word(KINDS, COUNT(KINDS), reading->line.kind);
    Reader reader = {.arena = arena, .scenario = scenario, .root = reading->doc.root, .fine = true};
    *event = (GroupEvent){.kind = kind > 0 ? (GroupEventKind)kind : GROUP_EVENT_NONE,
                          .seq = reading->line.seq,
                          .at_ms = reading->line.at_ms};
    read_rest(&reader, event);
    return reader.fine;
}
