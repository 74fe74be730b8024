// The notation of answers: see session/answer.h.
#include "base/json.h"
#include "base/json_write.h"
#include "base/utf8.h"
#include "session/answer.h"

typedef struct {
    const AnswerReader *reader;
    const Scenario *scenario;
    const Ask *ask;
    Answer *answer;
    Str *about;
} Notation;

// Bytes of the JSON string that `text` begins with, quotes included; 0 when it is not closed.
static ptrdiff_t quoted_len(Str text) {
    for (ptrdiff_t i = 1; i < text.len; i++) {
        if (text.text[i] == '\\') {
            i++;
        } else if (text.text[i] == '"') {
            return i + 1;
        }
    }
    return 0;
}

Str answer_cut(Str *list) {
    ptrdiff_t end = 0;
    while (end < list->len && list->text[end] != ';') {
        ptrdiff_t quoted = list->text[end] == '"' ? quoted_len(str_slice(*list, end, list->len)) : 0;
        end += quoted > 0 ? quoted : 1;
    }
    Str answer = str_trim(str_slice(*list, 0, end));
    *list = str_slice(*list, end + 1, list->len);
    return answer;
}

static int32_t place_of_item(const Notation *notation, Str id) {
    int32_t row = scenario_find_item(notation->scenario, notation->ask, id);
    return row != 0 ? row - notation->ask->items.first : -1;
}

static AnswerFault parse_option(Notation *notation, Str text) {
    OptionId option = scenario_find_option(notation->scenario, notation->ask, text);
    *notation->about = text;
    notation->answer->option = option;
    return option != 0 ? ANSWER_FINE : ANSWER_UNKNOWN_OPTION;
}

static AnswerFault parse_set(Notation *notation, Str text) {
    Str rest = str_equal(text, S("-")) ? S("") : text;
    while (rest.len > 0) {
        Str id = str_trim(str_cut(&rest, ','));
        OptionId option = scenario_find_option(notation->scenario, notation->ask, id);
        *notation->about = id;
        if (option == 0) {
            return ANSWER_UNKNOWN_OPTION;
        }
        uint32_t bit = UINT32_C(1) << (option - notation->ask->options.first);
        if ((notation->answer->set & bit) != 0) {
            return ANSWER_INCOMPLETE;
        }
        notation->answer->set |= bit;
    }
    return ANSWER_FINE;
}

static AnswerFault parse_order(Notation *notation, Str text) {
    int32_t place = 0;
    for (Str rest = text; rest.len > 0;) {
        Str id = str_trim(str_cut(&rest, '>'));
        int32_t item = place_of_item(notation, id);
        *notation->about = id;
        if (item < 0) {
            return ANSWER_UNKNOWN_ITEM;
        }
        if (notation->answer->items[item] != 0) {
            return ANSWER_INCOMPLETE;
        }
        notation->answer->items[item] = (uint8_t)++place;
    }
    *notation->about = text;
    return place == notation->ask->items.count ? ANSWER_FINE : ANSWER_INCOMPLETE;
}

static AnswerFault parse_assigned(Notation *notation, int32_t item, Str value) {
    const Ask *ask = notation->ask;
    *notation->about = value;
    if (ask->kind == ASK_RATE) {
        int32_t level = 0;
        if (!str_to_int(value, &level) || level < 0 ||
            level >= notation->scenario->scales.rows[ask->scale].labels.count) {
            return ANSWER_BAD_LEVEL;
        }
        notation->answer->items[item] = (uint8_t)level;
        return ANSWER_FINE;
    }
    int32_t bin = scenario_find_bin(notation->scenario, ask, value);
    notation->answer->items[item] = (uint8_t)(bin != 0 ? bin - ask->bins.first : 0);
    return bin != 0 ? ANSWER_FINE : ANSWER_UNKNOWN_BIN;
}

static AnswerFault parse_assignments(Notation *notation, Str text) {
    uint32_t met = 0;
    for (Str rest = text; rest.len > 0;) {
        Str pair = str_cut(&rest, ',');
        Str id = str_trim(str_cut(&pair, '='));
        int32_t item = place_of_item(notation, id);
        *notation->about = id;
        if (item < 0) {
            return ANSWER_UNKNOWN_ITEM;
        }
        if ((met >> item & 1) != 0) {
            return ANSWER_INCOMPLETE;
        }
        met |= UINT32_C(1) << item;
        AnswerFault fault = parse_assigned(notation, item, str_trim(pair));
        if (fault != ANSWER_FINE) {
            return fault;
        }
    }
    *notation->about = text;
    return met == (UINT32_C(1) << notation->ask->items.count) - 1 ? ANSWER_FINE : ANSWER_INCOMPLETE;
}

static int32_t place_of_use(const Notation *notation, Str id) {
    Span uses = ask_detectors(notation->scenario, notation->ask);
    for (int32_t i = 0; i < uses.count; i++) {
        if (str_equal(
                scenario_name(notation->scenario, notation->scenario->detector_uses.rows[uses.first + i].detector.name),
                id)) {
            return i;
        }
    }
    return -1;
}

// `{+id,-id}`: what the person ticked and unticked.
static AnswerFault parse_ticks(Notation *notation, Str text) {
    if (!str_begins(text, S("{")) || !str_ends(text, S("}"))) {
        *notation->about = text;
        return ANSWER_BAD_TEXT;
    }
    notation->answer->confirmed = true;
    for (Str rest = str_slice(text, 1, text.len - 1); rest.len > 0;) {
        Str tick = str_trim(str_cut(&rest, ','));
        int32_t use = place_of_use(notation, str_slice(tick, 1, tick.len));
        *notation->about = tick;
        if (use < 0 || (tick.text[0] != '+' && tick.text[0] != '-')) {
            return ANSWER_UNKNOWN_DETECTOR;
        }
        uint32_t bit = UINT32_C(1) << use;
        notation->answer->found = tick.text[0] == '+' ? notation->answer->found | bit : notation->answer->found & ~bit;
    }
    return ANSWER_FINE;
}

static void ignore_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)context, (void)fault, (void)offset, (void)about;
}

static AnswerFault parse_typed(Notation *notation, Str text) {
    ptrdiff_t quoted = quoted_len(text);
    JsonDoc doc = {0};
    *notation->about = text;
    if (!json_parse(notation->reader->scratch, str_slice(text, 0, quoted), &doc, ignore_fault, NULL)) {
        return ANSWER_BAD_TEXT;
    }
    notation->answer->text = str_copy(notation->reader->arena, json_text(doc.root));
    json_finish(&doc);
    if (notation->ask->kind == ASK_CHOICE) {
        notation->answer->option = OPTION_OWN_WORDS;
    }
    if (notation->reader->bank != NULL) {
        detector_run_answer(notation->reader->bank, notation->reader->scratch,
                            ask_detectors(notation->scenario, notation->ask), notation->answer->text,
                            &notation->answer->found, &notation->answer->undecided);
    }
    Str ticks = str_trim(str_slice(text, quoted, text.len));
    return ticks.len > 0 ? parse_ticks(notation, ticks) : ANSWER_FINE;
}

static AnswerFault parse_time_up(Notation *notation) {
    const Limit *limit = &notation->scenario->limits.rows[notation->ask->limit];
    notation->answer->option = limit->option.id;
    notation->answer->time_up = true;
    return limit->seconds > 0 && limit->option.id > 0 ? ANSWER_FINE : ANSWER_NO_LIMIT;
}

AnswerFault answer_parse(const AnswerReader *reader, const Ask *ask, Str notation, Answer *answer, Str *about) {
    *answer = (Answer){0};
    *about = notation;
    Notation read = {reader, reader->scenario, ask, answer, about};
    if (str_equal(notation, S("!"))) {
        return parse_time_up(&read);
    }
    bool own_words = ask->kind == ASK_CHOICE && ask->own_words != 0 && str_begins(notation, S("\""));
    switch (ask->kind) {
    case ASK_CHOICE:
        return own_words ? parse_typed(&read, notation) : parse_option(&read, notation);
    case ASK_MULTIPLE:
        return parse_set(&read, notation);
    case ASK_RANK:
        return parse_order(&read, notation);
    case ASK_WRITE:
        return str_begins(notation, S("\"")) ? parse_typed(&read, notation) : ANSWER_BAD_TEXT;
    case ASK_NONE:
    case ASK_RATE:
    case ASK_CLASSIFY:
        break;
    }
    return parse_assignments(&read, notation);
}

static Str item_id(const Scenario *scenario, const Ask *ask, int32_t place) {
    return scenario_name(scenario, scenario->items.rows[ask->items.first + place].id);
}

static void write_set(StrBuilder *out, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    bool any = false;
    for (int32_t i = 0; i < ask->options.count; i++) {
        if ((answer->set >> i & 1) != 0) {
            str_add(out, any ? S(",") : S(""));
            str_add(out, scenario_name(scenario, scenario->options.rows[ask->options.first + i].id));
            any = true;
        }
    }
    str_add(out, any ? S("") : S("-"));
}

static void write_order(StrBuilder *out, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    for (int32_t place = 1; place <= ask->items.count; place++) {
        for (int32_t i = 0; i < ask->items.count; i++) {
            if (answer->items[i] == place) {
                str_add(out, place > 1 ? S(">") : S(""));
                str_add(out, item_id(scenario, ask, i));
            }
        }
    }
}

static void write_assignments(StrBuilder *out, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        str_add(out, i > 0 ? S(",") : S(""));
        str_add(out, item_id(scenario, ask, i));
        str_add_char(out, '=');
        if (ask->kind == ASK_RATE) {
            str_addf(out, "%d", answer->items[i]);
        } else {
            str_add(out, scenario_name(scenario, scenario->bins.rows[ask->bins.first + answer->items[i]].id));
        }
    }
}

// Everything that was found is written as ticked and everything else as unticked, so that reading needs no detector.
static void write_typed(StrBuilder *out, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    JsonWriter text = json_line_writer(out->arena);
    json_write_text(&text, answer->text);
    str_add(out, json_written(&text));
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; answer->confirmed && i < uses.count; i++) {
        str_add(out, i == 0 ? S("{") : S(","));
        str_add_char(out, (answer->found >> i & 1) != 0 ? '+' : '-');
        str_add(out, scenario_name(scenario, scenario->detector_uses.rows[uses.first + i].detector.name));
    }
    str_add(out, !answer->confirmed ? S("") : uses.count > 0 ? S("}") : S("{}"));
}

Str answer_write(Arena *arena, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    StrBuilder out = {.arena = arena};
    if (answer->time_up) {
        str_add_char(&out, '!');
    } else if (answer_is_typed(ask, answer)) {
        write_typed(&out, scenario, ask, answer);
    } else if (ask->kind == ASK_CHOICE) {
        str_add(&out, scenario_name(scenario, scenario->options.rows[answer->option].id));
    } else if (ask->kind == ASK_MULTIPLE) {
        write_set(&out, scenario, ask, answer);
    } else if (ask->kind == ASK_RANK) {
        write_order(&out, scenario, ask, answer);
    } else {
        write_assignments(&out, scenario, ask, answer);
    }
    return str_built(&out);
}
