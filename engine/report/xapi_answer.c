// Decisions as interactions (cmi.interaction), and answers to them.
#include "report/xapi_inside.h"

#include "base/emphasis.h"
#include "session/mastery.h"
#include "session/response.h"

static const Str OWN_WORDS = S_INIT("_own-words"); // no option has such an id

void xapi_write_words(JsonWriter *writer, Str key, Str language, Str text) {
    if (text.len > 0) {
        json_write_key(writer, key);
        json_begin_object(writer);
        json_write_member_text(writer, language, text);
        json_end(writer);
    }
}

static void write_component(const XapiAnswer *about, Str id, Str text) {
    Str plain = emphasis_plain(about->xapi->arena, text);
    json_begin_object(about->writer);
    json_write_member_text(about->writer, S("id"), id);
    xapi_write_words(about->writer, S("description"), about->scenario->language, plain);
    json_end(about->writer);
}

static Str option_id(const Scenario *scenario, OptionId option) {
    return option == OPTION_OWN_WORDS ? OWN_WORDS : scenario_name(scenario, scenario->options.rows[option].id);
}

static Str item_id(const Scenario *scenario, const Ask *ask, int32_t place) {
    return scenario_name(scenario, scenario->items.rows[ask->items.first + place].id);
}

// Of a level or a bin.
static Str target_id(const XapiAnswer *about, const Ask *ask, int32_t place) {
    return ask->kind == ASK_RATE
               ? str_format(about->xapi->arena, "level-%d", place)
               : scenario_name(about->scenario, about->scenario->bins.rows[ask->bins.first + place].id);
}

static int32_t count_targets(const XapiAnswer *about, const Ask *ask) {
    return ask->kind == ASK_RATE ? about->scenario->scales.rows[ask->scale].labels.count : ask->bins.count;
}

static void write_options(const XapiAnswer *about, const Ask *ask) {
    json_write_key(about->writer, S("choices"));
    json_begin_list(about->writer);
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + i;
        write_component(about, option_id(about->scenario, option), about->scenario->options.rows[option].text);
    }
    if (ask->own_words != 0) {
        write_component(about, OWN_WORDS, about->scenario->own_words.rows[ask->own_words].prompt);
    }
    json_end(about->writer);
}

static void write_items(const XapiAnswer *about, const Ask *ask, Str key) {
    json_write_key(about->writer, key);
    json_begin_list(about->writer);
    for (int32_t i = 0; i < ask->items.count; i++) {
        write_component(about, item_id(about->scenario, ask, i),
                        about->scenario->items.rows[ask->items.first + i].text);
    }
    json_end(about->writer);
}

static void write_targets(const XapiAnswer *about, const Ask *ask, Str key) {
    json_write_key(about->writer, key);
    json_begin_list(about->writer);
    for (int32_t i = 0; i < count_targets(about, ask); i++) {
        write_component(about, target_id(about, ask, i), telling_place(&about->telling, ask, i));
    }
    json_end(about->writer);
}

static bool is_likert(const Ask *ask) {
    return ask->kind == ASK_RATE && ask->items.count == 1;
}

static Str set_text(const XapiAnswer *about, const Ask *ask, uint32_t set) {
    StrBuilder text = {.arena = about->xapi->arena};
    for (int32_t i = 0; i < ask->options.count; i++) {
        if ((set >> i & 1) != 0) {
            str_add(&text, text.count > 0 ? S("[,]") : (Str){0});
            str_add(&text, option_id(about->scenario, ask->options.first + i));
        }
    }
    return str_built(&text);
}

// `places`: from 1, by item.
static Str order_text(const XapiAnswer *about, const Ask *ask, const uint8_t *places) {
    StrBuilder text = {.arena = about->xapi->arena};
    for (int32_t place = 1; place <= ask->items.count; place++) {
        for (int32_t i = 0; i < ask->items.count; i++) {
            if (places[i] == place) {
                str_add(&text, text.count > 0 ? S("[,]") : (Str){0});
                str_add(&text, item_id(about->scenario, ask, i));
            }
        }
    }
    return str_built(&text);
}

static Str pairs_text(const XapiAnswer *about, const Ask *ask, const uint8_t *targets) {
    StrBuilder text = {.arena = about->xapi->arena};
    for (int32_t i = 0; i < ask->items.count && !is_likert(ask); i++) {
        str_add(&text, text.count > 0 ? S("[,]") : (Str){0});
        str_addf(&text, "%.*s[.]%.*s", S_ARG(item_id(about->scenario, ask, i)),
                 S_ARG(target_id(about, ask, targets[i])));
    }
    return is_likert(ask) ? target_id(about, ask, targets[0]) : str_built(&text);
}

typedef ROWS_OF(Str) Patterns;

static void add_options(const XapiAnswer *about, const Ask *ask, Patterns *patterns) {
    uint32_t set = 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + i;
        Answer one = {.option = option};
        bool recommended = about->scenario->options.rows[option].stance == STANCE_RECOMMENDED;
        set |= recommended ? UINT32_C(1) << i : 0;
        if (ask->kind == ASK_CHOICE && mastery_of_answer(about->scenario, ask, &one) == MASTERY_REACHED) {
            *rows_append(about->xapi->arena, patterns) = option_id(about->scenario, option);
        }
    }
    Answer all = {.set = set};
    if (ask->kind == ASK_MULTIPLE && mastery_of_answer(about->scenario, ask, &all) == MASTERY_REACHED) {
        *rows_append(about->xapi->arena, patterns) = set_text(about, ask, set);
    }
}

// Two items of one mean rank may stand either way: such a key has no pattern.
static bool read_order(const XapiAnswer *about, const Ask *ask, uint8_t *places) {
    uint32_t met = 0;
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t rank = about->scenario->items.rows[ask->items.first + i].key_rank;
        if (rank == 0 || rank % 2 != 0 || (met >> rank / 2 & 1) != 0) {
            return false;
        }
        met |= UINT32_C(1) << rank / 2;
        places[i] = (uint8_t)(rank / 2);
    }
    return true;
}

static bool read_targets(const XapiAnswer *about, const Ask *ask, uint8_t *targets) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &about->scenario->items.rows[ask->items.first + i];
        bool keyed = ask->kind == ASK_RATE ? item->key != NOT_SAID : item->bin.id != 0;
        if (!keyed) {
            return false;
        }
        targets[i] = (uint8_t)(ask->kind == ASK_RATE ? item->key : item->bin.id - ask->bins.first);
    }
    return true;
}

static Patterns list_patterns(const XapiAnswer *about, const Ask *ask) {
    Patterns patterns = {0};
    uint8_t items[LIMIT_ITEMS];
    if (response_waits(about->scenario) || is_likert(ask)) {
        return patterns;
    }
    if (ask->options.count > 0 && about->scenario->kind == KIND_QUIZ) {
        add_options(about, ask, &patterns);
    } else if (ask->kind == ASK_RANK && read_order(about, ask, items)) {
        *rows_append(about->xapi->arena, &patterns) = order_text(about, ask, items);
    } else if ((ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY) && read_targets(about, ask, items)) {
        *rows_append(about->xapi->arena, &patterns) = pairs_text(about, ask, items);
    }
    return patterns;
}

static void write_kind(const XapiAnswer *about, const Ask *ask) {
    static const Str KINDS[] = {[ASK_NONE] = S_INIT(""),
                                [ASK_CHOICE] = S_INIT("choice"),
                                [ASK_MULTIPLE] = S_INIT("choice"),
                                [ASK_RANK] = S_INIT("sequencing"),
                                [ASK_RATE] = S_INIT("matching"),
                                [ASK_CLASSIFY] = S_INIT("matching"),
                                [ASK_WRITE] = S_INIT("long-fill-in")};
    json_write_member_text(about->writer, S("interactionType"), is_likert(ask) ? S("likert") : KINDS[ask->kind]);
    if (ask->options.count > 0) {
        write_options(about, ask);
    } else if (is_likert(ask)) {
        write_targets(about, ask, S("scale"));
    } else if (ask->kind == ASK_RANK) {
        write_items(about, ask, S("choices"));
    } else if (ask->items.count > 0) {
        write_items(about, ask, S("source"));
        write_targets(about, ask, S("target"));
    }
}

void xapi_write_definition(const XapiAnswer *about, const Ask *ask) {
    JsonWriter *writer = about->writer;
    Arena *arena = about->xapi->arena;
    Patterns patterns = list_patterns(about, ask);
    json_write_key(writer, S("definition"));
    json_begin_object(writer);
    json_write_member_text(writer, S("type"), S("http://adlnet.gov/expapi/activities/cmi.interaction"));
    xapi_write_words(writer, S("name"), about->scenario->language,
                     emphasis_plain(arena, telling_scene_title(&about->telling, ask->scene)));
    xapi_write_words(writer, S("description"), about->scenario->language, emphasis_plain(arena, ask->prompt));
    write_kind(about, ask);
    if (patterns.count > 0) {
        json_write_key(writer, S("correctResponsesPattern"));
        json_begin_list(writer);
        for (int32_t i = 0; i < patterns.count; i++) {
            json_write_text(writer, patterns.rows[i]);
        }
        json_end(writer);
    }
    json_end(writer);
}

static Str response_text(const XapiAnswer *about, const Ask *ask, const Answer *answer) {
    switch (ask->kind) {
    case ASK_CHOICE:
        return option_id(about->scenario, answer->option);
    case ASK_MULTIPLE:
        return set_text(about, ask, answer->set);
    case ASK_RANK:
        return order_text(about, ask, answer->items);
    case ASK_RATE:
    case ASK_CLASSIFY:
        return pairs_text(about, ask, answer->items);
    case ASK_NONE:
    case ASK_WRITE:
        break;
    }
    return (Str){0};
}

void xapi_write_response(const XapiAnswer *about, const Ask *ask, const Answer *answer) {
    bool judged = about->scenario->kind == KIND_QUIZ && !response_waits(about->scenario);
    Mastery mastery = judged ? mastery_of_answer(about->scenario, ask, answer) : MASTERY_NOT_JUDGED;
    if (ask->kind != ASK_WRITE) {
        json_write_member_text(about->writer, S("response"), response_text(about, ask, answer));
    }
    if (mastery != MASTERY_NOT_JUDGED) {
        json_write_member_bool(about->writer, S("success"), mastery == MASTERY_REACHED);
    }
}
