#include "editor/values.h"

#include "base/json.h"
#include "base/json_write.h"
#include "base/limits.h"

static FormTargets targets_of(Arena *arena, const Scenario *scenario, const Ask *ask, Span rows, Target target) {
    FormTargets targets = {0};
    const Shape *shape = SHAPE_ASKS[ask->kind];
    Str key = target == TARGET_OPTION ? S("options") : target == TARGET_ITEM ? S("items") : S("bins");
    const Shape *inner = shape_find_field(shape, key)->shape;
    for (int32_t i = 0; i < rows.count; i++) {
        *rows_append(arena, &targets) = (FormTarget){form_row_id(scenario, inner, rows.first + i),
                                                     form_row_label(arena, scenario, inner, rows.first + i)};
    }
    return targets;
}

static int32_t find_target(const FormTargets *targets, Str id) {
    int32_t found = -1;
    for (int32_t i = 0; i < targets->count && found < 0; i++) {
        found = str_equal(targets->rows[i].id, id) ? i : -1;
    }
    return found;
}

RankPlaces values_rank(Arena *arena, const Scenario *scenario, const Ask *ask) {
    RankPlaces places = {0};
    FormTargets items = targets_of(arena, scenario, ask, ask->items, TARGET_ITEM);
    bool *stands = arena_push(arena, bool, items.count + 1);
    int32_t group = -1;
    for (int32_t i = ask->key.first; i < ask->key.first + ask->key.count; i++) {
        const KeyEntry *entry = &scenario->key_entries.rows[i];
        int32_t item = find_target(&items, scenario_name(scenario, entry->item.name));
        if (item >= 0 && !stands[item]) {
            *rows_append(arena, &places) =
                (RankPlace){items.rows[item].id, items.rows[item].label, places.count > 0 && entry->group == group};
            stands[item] = true;
            group = entry->group;
        }
    }
    for (int32_t i = 0; i < items.count; i++) {
        if (!stands[i]) {
            *rows_append(arena, &places) = (RankPlace){.id = items.rows[i].id, .label = items.rows[i].label};
        }
    }
    return places;
}

Str values_write_rank(Arena *arena, const RankPlaces *places) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_list(&writer);
    for (int32_t i = 0; i < places->count;) {
        int32_t end = i + 1;
        while (end < places->count && places->rows[end].tied) {
            end++;
        }
        bool tied = end > i + 1;
        if (tied) {
            json_begin_list(&writer);
        }
        for (; i < end; i++) {
            json_write_text(&writer, places->rows[i].id);
        }
        if (tied) {
            json_end(&writer);
        }
    }
    json_end(&writer);
    return json_written(&writer);
}

static bool is_near(const Scenario *scenario, const Ask *ask, Str a, Str b) {
    bool near = false;
    for (int32_t i = ask->near.first; i < ask->near.first + ask->near.count && !near; i++) {
        const NearPair *pair = &scenario->near_pairs.rows[i];
        Str first = scenario_name(scenario, pair->a.name), second = scenario_name(scenario, pair->b.name);
        near = (str_equal(first, a) && str_equal(second, b)) || (str_equal(first, b) && str_equal(second, a));
    }
    return near;
}

NearTable values_near(Arena *arena, const Scenario *scenario, const Ask *ask) {
    NearTable table = {0};
    FormTargets bins = targets_of(arena, scenario, ask, ask->bins, TARGET_BIN);
    for (int32_t i = 0; i < bins.count; i++) {
        for (int32_t k = i + 1; k < bins.count; k++) {
            bool near = is_near(scenario, ask, bins.rows[i].id, bins.rows[k].id);
            *rows_append(arena, &table) = (NearPlaces){bins.rows[i], bins.rows[k], near};
        }
    }
    return table;
}

Str values_write_near(Arena *arena, const NearTable *table) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_list(&writer);
    for (int32_t i = 0; i < table->count; i++) {
        if (table->rows[i].near) {
            json_begin_list(&writer);
            json_write_text(&writer, table->rows[i].a.id);
            json_write_text(&writer, table->rows[i].b.id);
            json_end(&writer);
        }
    }
    json_end(&writer);
    return json_written(&writer);
}

// The levels of a rate from 0, or the ranks of so many items from 1.
static FormTargets numbers_of(Arena *arena, const Scenario *scenario, const Ask *ask) {
    FormTargets numbers = {0};
    Span labels = scenario->scales.rows[ask->scale].labels;
    bool rate = ask->kind == ASK_RATE;
    int32_t count = rate ? labels.count : ask->items.count;
    for (int32_t i = 0; i < count; i++) {
        Str id = str_format(arena, "%d", rate ? i : i + 1);
        *rows_append(arena, &numbers) = (FormTarget){id, rate ? scenario->texts.rows[labels.first + i] : id};
    }
    return numbers;
}

// What can be answered: to the decision, or to each item.
static FormTargets answers_of(Arena *arena, const Scenario *scenario, const Ask *ask) {
    switch (ask->kind) {
    case ASK_CHOICE:
    case ASK_MULTIPLE:
        return targets_of(arena, scenario, ask, ask->options, TARGET_OPTION);
    case ASK_CLASSIFY:
        return targets_of(arena, scenario, ask, ask->bins, TARGET_BIN);
    case ASK_RANK:
    case ASK_RATE:
        return numbers_of(arena, scenario, ask);
    case ASK_WRITE:
    case ASK_NONE:
        break;
    }
    return (FormTargets){0};
}

static int32_t count_at(const Scenario *scenario, const Ask *ask, Str of, Str key) {
    Span counts = scenario->panels.rows[ask->panel].answers;
    int32_t level = 0;
    bool numbered = ask->kind != ASK_CLASSIFY && str_to_int(key, &level);
    for (int32_t i = counts.first; i < counts.first + counts.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[i];
        Str name = scenario_name(scenario, count->of.name), bin = scenario_name(scenario, count->bin.name);
        bool fits = of.len == 0 ? str_equal(name, key)
                                : str_equal(name, of) && (numbered ? count->level == level : str_equal(bin, key));
        if (fits) {
            return count->count;
        }
    }
    return 0;
}

static void add_line(Arena *arena, const Scenario *scenario, const Ask *ask, FormTarget of, CountLines *lines) {
    FormTargets answers = answers_of(arena, scenario, ask);
    bool letters = of.id.len == 0;
    CountLine *line = rows_append(arena, lines);
    *line = (CountLine){.key = of.id, .label = of.label, .cell_count = answers.count};
    line->cells = arena_push(arena, CountCell, answers.count + 1);
    for (int32_t i = 0; i < answers.count; i++) {
        line->cells[i] = (CountCell){.key = answers.rows[i].id,
                                     .label = answers.rows[i].label,
                                     .sign = (char)((letters ? 'A' : '1') + i),
                                     .count = count_at(scenario, ask, of.id, answers.rows[i].id)};
        line->sum += line->cells[i].count;
    }
}

CountLines values_counts(Arena *arena, const Scenario *scenario, const Ask *ask) {
    CountLines lines = {0};
    if (ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE) {
        add_line(arena, scenario, ask, (FormTarget){0}, &lines);
    } else if (ask->kind != ASK_WRITE && ask->kind != ASK_NONE) {
        FormTargets items = targets_of(arena, scenario, ask, ask->items, TARGET_ITEM);
        for (int32_t i = 0; i < items.count; i++) {
            add_line(arena, scenario, ask, items.rows[i], &lines);
        }
    }
    return lines;
}

Str values_tell_sheets(Arena *arena, const CountLine *line) {
    StrBuilder signs = {.arena = arena};
    for (int32_t i = 0; i < line->cell_count; i++) {
        for (int32_t k = 0; k < line->cells[i].count; k++) {
            str_add_char(&signs, line->cells[i].sign);
        }
    }
    return str_built(&signs);
}

static int32_t cell_of(const CountLine *line, char sign) {
    int32_t found = -1;
    for (int32_t i = 0; i < line->cell_count && found < 0; i++) {
        bool small = sign >= 'a' && sign <= 'z' && sign - 'a' + 'A' == line->cells[i].sign;
        found = small || sign == line->cells[i].sign ? i : -1;
    }
    return found;
}

static bool is_between(char sign) {
    return sign == ' ' || sign == ',';
}

bool values_read_sheets(CountLine *line, Str signs) {
    int32_t sum = 0;
    bool known = true;
    for (ptrdiff_t i = 0; i < signs.len && known; i++) {
        bool between = is_between(signs.text[i]);
        known = between || cell_of(line, signs.text[i]) >= 0;
        sum += !between;
    }
    if (!known || sum > LIMIT_PANEL) {
        return false;
    }
    for (int32_t i = 0; i < line->cell_count; i++) {
        line->cells[i].count = 0;
    }
    for (ptrdiff_t i = 0; i < signs.len; i++) {
        if (!is_between(signs.text[i])) {
            line->cells[cell_of(line, signs.text[i])].count++;
        }
    }
    line->sum = sum;
    return true;
}

Str values_write_counts(Arena *arena, const CountLine *line) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    for (int32_t i = 0; i < line->cell_count; i++) {
        if (line->cells[i].count > 0) {
            json_write_member_int(&writer, line->cells[i].key, line->cells[i].count);
        }
    }
    json_end(&writer);
    return json_written(&writer);
}

// What is behind the sign that follows a key, or stands at a place, of an answer in its notation.
static Str said_of(const Ask *ask, Str answer, const VoiceSlot *slot, int32_t place) {
    char between = ask->kind == ASK_RANK ? '>' : ',';
    bool assigned = ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY;
    for (int32_t i = 0; answer.len > 0; i++) {
        Str part = str_trim(str_cut(&answer, between)), key = assigned ? str_trim(str_cut(&part, '=')) : part;
        if (assigned ? str_equal(key, slot->key) : i == place) {
            return str_trim(part);
        }
    }
    return (Str){0};
}

static bool is_among(Str answer, Str id) {
    bool among = false;
    while (answer.len > 0 && !among) {
        among = str_equal(str_trim(str_cut(&answer, ',')), id);
    }
    return among;
}

static void add_slot(Arena *arena, VoiceSlots *slots, FormTarget of, const FormTargets *choices) {
    *rows_append(arena, slots) = (VoiceSlot){of.id, of.label, choices->rows, choices->count, -1};
}

static VoiceSlots slots_of(Arena *arena, const Scenario *scenario, const Ask *ask) {
    VoiceSlots slots = {0};
    FormTargets items = {0}, answers = answers_of(arena, scenario, ask), none = {0};
    if (ask->kind == ASK_CHOICE) {
        add_slot(arena, &slots, (FormTarget){0}, &answers);
    } else if (ask->kind == ASK_MULTIPLE) {
        for (int32_t i = 0; i < answers.count; i++) {
            add_slot(arena, &slots, answers.rows[i], &none);
        }
    } else if (ask->kind != ASK_WRITE && ask->kind != ASK_NONE) {
        items = targets_of(arena, scenario, ask, ask->items, TARGET_ITEM);
        for (int32_t i = 0; i < items.count; i++) {
            bool rank = ask->kind == ASK_RANK;
            add_slot(arena, &slots, rank ? answers.rows[i] : items.rows[i], rank ? &items : &answers);
        }
    }
    return slots;
}

VoiceSlots values_voice(Arena *arena, const Scenario *scenario, const Ask *ask, Str answer) {
    if (str_begins(answer, S("\""))) {
        return (VoiceSlots){0};
    }
    VoiceSlots slots = slots_of(arena, scenario, ask);
    for (int32_t i = 0; i < slots.count; i++) {
        VoiceSlot *slot = &slots.rows[i];
        FormTargets choices = {.rows = (FormTarget *)slot->choices, .count = slot->choice_count};
        slot->chosen = ask->kind == ASK_MULTIPLE ? is_among(answer, slot->key)
                                                 : find_target(&choices, said_of(ask, answer, slot, i));
    }
    return slots;
}

static Str id_of(const VoiceSlot *slot) {
    return slot->chosen >= 0 && slot->chosen < slot->choice_count ? slot->choices[slot->chosen].id : (Str){0};
}

Str values_write_voice(Arena *arena, const Ask *ask, const VoiceSlots *slots) {
    StrBuilder text = {.arena = arena};
    bool assigned = ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY, multiple = ask->kind == ASK_MULTIPLE;
    for (int32_t i = 0; i < slots->count; i++) {
        const VoiceSlot *slot = &slots->rows[i];
        Str id = multiple ? slot->key : id_of(slot);
        if (id.len > 0 && slot->chosen >= multiple) {
            str_add(&text, text.count == 0 ? S("") : ask->kind == ASK_RANK ? S(">") : S(","));
            str_add(&text, assigned ? str_format(arena, "%.*s=", S_ARG(slot->key)) : S(""));
            str_add(&text, id);
        }
    }
    return text.count == 0 && multiple ? S("-") : str_built(&text);
}

ptrdiff_t values_quoted_len(Str text) {
    ptrdiff_t at = text.len > 0 && text.text[0] == '"';
    while (at > 0 && at < text.len && text.text[at] != '"') {
        at += text.text[at] == '\\' ? 2 : 1;
    }
    return at > 0 ? at + 1 : 0;
}

Str values_typed(Arena *arena, Str answer) {
    JsonDoc doc;
    Str words = {0};
    if (json_parse(arena, str_slice(answer, 0, values_quoted_len(answer)), &doc, NULL, NULL)) {
        words = json_type(doc.root) == JSON_TEXT ? str_copy(arena, json_text(doc.root)) : words;
        json_finish(&doc);
    }
    return words;
}

Str values_write_typed(Arena *arena, Str words, Str answer) {
    JsonWriter writer = json_line_writer(arena);
    json_write_text(&writer, words);
    Str noticed = str_slice(answer, values_quoted_len(answer), answer.len);
    return str_format(arena, "%.*s%.*s", S_ARG(json_written(&writer)), S_ARG(noticed));
}
