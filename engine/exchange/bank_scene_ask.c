#include "exchange/bank_scene.h"

#include "exchange/extra.h"

static BankAnswer *add_answer(BankReader *reader, BankQuestion *question) {
    if (question->answers.count == 0) {
        question->answers.first = reader->bank->answers.count;
    }
    question->answers.count++;
    return rows_append(reader->bank->arena, &reader->bank->answers);
}

static Str text_of_why(BankReader *reader, WhyId id) {
    const Why *why = &reader->scenario->whys.rows[id];
    Str text = bank_join(reader, why->text, S("\n"), why->gives);
    text = bank_join(reader, text, S("\n"), why->costs);
    return bank_join(reader, text, S("\n"), why->instead);
}

static Str feedback_of(BankReader *reader, const Consequence *gives) {
    Str reply = bank_join_lines(reader, gives->reply, (Str){0});
    return bank_join(reader, reply, S("\n"), text_of_why(reader, gives->why));
}

static void leave_consequence(BankReader *reader, const Consequence *gives, int32_t place, Str about) {
    for (int32_t i = 0; i < gives->effects.count + gives->set.count + gives->unset.count; i++) {
        bank_leave_out(reader, CONSTRUCT_EFFECT, REASON_NO_STATE, place, about);
    }
    for (int32_t i = 0; i < gives->next.count; i++) {
        bank_leave_out(reader, CONSTRUCT_WAY, REASON_NO_WAYS, place, (Str){0});
    }
}

static int32_t sum_of_marks(BankReader *reader, Span scores) {
    int32_t sum = 0;
    for (int32_t i = 0; i < scores.count; i++) {
        sum += reader->scenario->amounts.rows[scores.first + i].value;
    }
    return sum;
}

static const Option *option_of(const BankReader *reader, const Ask *ask, int32_t index) {
    return &reader->scenario->options.rows[ask->options.first + index];
}

// x-weight of an option or an item; false when there is none that can be read.
static bool own_weight(BankReader *reader, int32_t place, int32_t *weight) {
    Str text = extra_text(reader->scratch, reader->bank->arena, reader->scenario, place, S("x-weight"));
    return text.len > 0 && bank_read_weight(text, weight);
}

// What tells which options of a choice are right: the stance where one is recommended, else the best marks.
typedef struct {
    bool by_stance;
    int32_t best; // sum of marks
} Judge;

static Judge judge_options(BankReader *reader, const Ask *ask) {
    Judge judge = {0};
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = option_of(reader, ask, i);
        int32_t sum = sum_of_marks(reader, option->gives.scores);
        judge.by_stance = judge.by_stance || option->stance == STANCE_RECOMMENDED;
        judge.best = sum > judge.best ? sum : judge.best;
    }
    return judge;
}

static int32_t weight_in_choice(BankReader *reader, const Judge *judge, const Option *option) {
    int32_t sum = sum_of_marks(reader, option->gives.scores);
    bool right = judge->by_stance ? option->stance == STANCE_RECOMMENDED : sum == judge->best && sum > 0;
    bool half = judge->by_stance ? option->stance == STANCE_DEFENSIBLE : sum > 0;
    return right ? WEIGHT_WHOLE : half ? WEIGHT_WHOLE / 2 : 0;
}

static bool is_right_in_set(BankReader *reader, const Judge *judge, const Option *option) {
    return judge->by_stance ? option->stance == STANCE_RECOMMENDED : sum_of_marks(reader, option->gives.scores) > 0;
}

static int32_t weight_in_set(BankReader *reader, const Ask *ask, const Judge *judge, const Option *option) {
    int32_t right_count = 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        right_count += is_right_in_set(reader, judge, option_of(reader, ask, i));
    }
    int32_t share = right_count > 0 ? bank_share(right_count) : 0;
    return is_right_in_set(reader, judge, option) ? share : -share;
}

static void read_options(BankReader *reader, const Ask *ask, BankQuestion *question) {
    Judge judge = judge_options(reader, ask);
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = option_of(reader, ask, i);
        BankAnswer answer = {.text = option->text, .feedback = feedback_of(reader, &option->gives)};
        if (!own_weight(reader, option->place, &answer.weight)) {
            answer.weight = question->kind == QUESTION_SET ? weight_in_set(reader, ask, &judge, option)
                                                           : weight_in_choice(reader, &judge, option);
        }
        *add_answer(reader, question) = answer;
        leave_consequence(reader, &option->gives, option->place, option->text);
        if (option->when != 0) {
            bank_leave_out(reader, CONSTRUCT_CONDITION, REASON_NO_STATE, option->place,
                           reader->scenario->conditions.rows[option->when].text);
        }
    }
}

// The answers go into the text, and the question is an open one.
static void open_question(BankReader *reader, BankQuestion *question, LossReason reason) {
    StrBuilder out = {.arena = reader->bank->arena};
    Str asked = question->text;
    str_add(&out, asked);
    for (int32_t i = 0; i < question->answers.count; i++) {
        Str text = bank_answer(reader->bank, question, i)->text;
        str_addf(&out, "\n– %.*s", S_ARG(text));
    }
    question->text = str_built(&out);
    question->kind = QUESTION_ESSAY;
    question->answers.count = 0;
    question->degraded = true;
    loss_tell(reader->loss.report, &(Loss){.construct = question->construct,
                                           .became = BECAME_DEGRADED,
                                           .reason = reason,
                                           .line = question->line,
                                           .about = question->name.len > 0 ? question->name : asked});
}

static bool has_right(BankReader *reader, const BankQuestion *question) {
    bool whole = question->kind == QUESTION_CHOICE;
    for (int32_t i = 0; i < question->answers.count; i++) {
        int32_t weight = bank_answer(reader->bank, question, i)->weight;
        if (whole ? weight == WEIGHT_WHOLE : weight > 0) {
            return true;
        }
    }
    return false;
}

static bool is_kind(BankReader *reader, const Ask *ask, QuestionKind kind) {
    Str text = extra_text(reader->scratch, reader->bank->arena, reader->scenario, ask->place, S("x-kind"));
    return text.len > 0 && str_equal(text, bank_kind_name(kind));
}

static bool has_own_weight(BankReader *reader, const Ask *ask) {
    int32_t weight;
    return ask->options.count > 0 && own_weight(reader, option_of(reader, ask, 0)->place, &weight);
}

static void read_choice(BankReader *reader, const Ask *ask, BankQuestion *question) {
    bool truth = ask->options.count == 2 && is_kind(reader, ask, QUESTION_TRUE_FALSE);
    bool one = ask->kind == ASK_CHOICE || ask->max == 1;
    question->kind = truth ? QUESTION_TRUE_FALSE : one ? QUESTION_CHOICE : QUESTION_SET;
    read_options(reader, ask, question);
    bool survey = question->kind == QUESTION_SET && has_own_weight(reader, ask);
    if (!has_right(reader, question) && !survey) {
        open_question(reader, question, REASON_NO_RIGHT_ANSWER);
    }
}

static Str item_place(BankReader *reader, const Ask *ask, const Item *item) {
    const Scenario *scenario = reader->scenario;
    if (ask->kind == ASK_CLASSIFY) {
        return item->bin.id != 0 ? scenario->bins.rows[item->bin.id].text : (Str){0};
    }
    if (ask->kind == ASK_RATE) {
        Span labels = scenario->scales.rows[ask->scale].labels;
        return item->key >= 0 && item->key < labels.count ? scenario->texts.rows[labels.first + item->key] : (Str){0};
    }
    return item->key_rank > 0 ? str_format(reader->bank->arena, "%d", (item->key_rank + 1) / 2) : (Str){0};
}

static void read_distractors(BankReader *reader, const Ask *ask, BankQuestion *question) {
    for (int32_t i = 0; i < ask->bins.count; i++) {
        Str bin = reader->scenario->bins.rows[ask->bins.first + i].text;
        bool used = false;
        for (int32_t j = 0; j < question->answers.count; j++) {
            used = used || str_equal(bank_answer(reader->bank, question, j)->right, bin);
        }
        if (!used) {
            *add_answer(reader, question) = (BankAnswer){.right = bin, .weight = WEIGHT_WHOLE};
        }
    }
}

static void read_items(BankReader *reader, const Ask *ask, BankQuestion *question) {
    bool set = ask->kind == ASK_CLASSIFY && is_kind(reader, ask, QUESTION_SET);
    question->kind = set ? QUESTION_SET : QUESTION_MATCH;
    int32_t right_count = 0;
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &reader->scenario->items.rows[ask->items.first + i];
        right_count += item->bin.id == ask->bins.first;
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &reader->scenario->items.rows[ask->items.first + i];
        BankAnswer answer = {.text = item->text, .weight = WEIGHT_WHOLE};
        answer.right = set ? (Str){0} : item_place(reader, ask, item);
        answer.feedback = text_of_why(reader, item->why);
        if (set && !own_weight(reader, item->place, &answer.weight)) {
            int32_t share = right_count > 0 ? bank_share(right_count) : 0;
            answer.weight = item->bin.id == ask->bins.first ? share : -share;
        }
        *add_answer(reader, question) = answer;
    }
}

static bool is_keyed(BankReader *reader, const BankQuestion *question) {
    int32_t count = 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        count += bank_answer(reader->bank, question, i)->right.len > 0;
    }
    return count >= 2;
}

// Items that belong nowhere cannot be matched.
static void drop_unkeyed(BankReader *reader, const Ask *ask, BankQuestion *question) {
    BankAnswer *answers = reader->bank->answers.rows + question->answers.first;
    int32_t kept = 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        if (answers[i].right.len > 0) {
            answers[kept++] = answers[i];
        } else {
            bank_leave_out(reader, CONSTRUCT_CASE_TEXT, REASON_ITEM_WITHOUT_BIN, ask->place, answers[i].text);
        }
    }
    question->answers.count = kept;
    reader->bank->answers.count = question->answers.first + kept;
}

static void leave_bands(BankReader *reader, const Ask *ask) {
    for (int32_t i = 0; i < ask->bands.count; i++) {
        const ShareBand *band = &reader->scenario->share_bands.rows[ask->bands.first + i];
        Str text = feedback_of(reader, &band->gives);
        leave_consequence(reader, &band->gives, band->place, text);
        if (text.len > 0) {
            bank_leave_out(reader, CONSTRUCT_FEEDBACK, REASON_NO_PLACE_FOR_IT, band->place, text);
        }
    }
}

static void read_sorted(BankReader *reader, const Ask *ask, BankQuestion *question) {
    read_items(reader, ask, question);
    leave_bands(reader, ask);
    if (question->kind == QUESTION_SET) {
        return;
    }
    if (!is_keyed(reader, question)) {
        open_question(reader, question, REASON_NO_SUCH_KIND);
        return;
    }
    drop_unkeyed(reader, ask, question);
    read_distractors(reader, ask, question);
    if (ask->kind == ASK_RANK) {
        question->degraded = true;
        loss_tell(reader->loss.report, &(Loss){.construct = question->construct,
                                               .became = BECAME_DEGRADED,
                                               .reason = REASON_RANK_AS_PAIRS,
                                               .line = question->line});
    }
}

static void read_typed_answer(BankReader *reader, const JsonValue *value, BankQuestion *question) {
    Arena *arena = reader->bank->arena;
    BankAnswer answer = {.weight = WEIGHT_WHOLE};
    const JsonValue *text = json_type(value) == JSON_OBJECT ? json_member(value, S("text")) : NULL;
    if (!text || json_type(text) != JSON_TEXT) {
        return;
    }
    const JsonValue *weight = json_member(value, S("weight"));
    const JsonValue *feedback = json_member(value, S("feedback"));
    answer.text = str_copy(arena, json_text(text));
    if (weight && json_type(weight) == JSON_TEXT) {
        (void)bank_read_weight(json_text(weight), &answer.weight);
    }
    if (feedback && json_type(feedback) == JSON_TEXT) {
        answer.feedback = str_copy(arena, json_text(feedback));
    }
    *add_answer(reader, question) = answer;
}

static void read_typed_answers(BankReader *reader, const Ask *ask, BankQuestion *question) {
    Str raw = extra_find(reader->scenario, ask->place, S("x-answers"));
    JsonDoc doc;
    if (raw.len == 0 || !json_parse(reader->scratch, raw, &doc, NULL, NULL)) {
        return;
    }
    const JsonValue *value = json_type(doc.root) == JSON_LIST ? json_first(doc.root) : NULL;
    for (; value; value = json_next(value)) {
        read_typed_answer(reader, value, question);
    }
    json_finish(&doc);
}

static void read_write(BankReader *reader, const Ask *ask, BankQuestion *question) {
    bool numeric = is_kind(reader, ask, QUESTION_NUMERIC);
    question->kind = QUESTION_ESSAY;
    if (numeric || is_kind(reader, ask, QUESTION_SHORT)) {
        read_typed_answers(reader, ask, question);
    }
    if (question->answers.count > 0) {
        question->kind = numeric ? QUESTION_NUMERIC : QUESTION_SHORT;
    } else {
        question->general = bank_join(reader, question->general, S("\n\n"), ask->model);
    }
    for (int32_t i = 0; i < ask->detectors.count; i++) {
        const DetectorUse *use = &reader->scenario->detector_uses.rows[ask->detectors.first + i];
        Str name = reader->scenario->detectors.rows[use->detector.id].name;
        bank_leave_out(reader, CONSTRUCT_DETECTOR, REASON_NO_MARK_OF_TEXT, use->place, name);
    }
}

static void leave_ask_keys(BankReader *reader, const Ask *ask) {
    if (ask->min > 1) {
        bank_leave_out(reader, CONSTRUCT_CASE_TEXT, REASON_NO_PLACE_FOR_IT, ask->place, S("min"));
    }
    if (ask->max > 1) { // one is what a question of one answer has
        bank_leave_out(reader, CONSTRUCT_CASE_TEXT, REASON_NO_PLACE_FOR_IT, ask->place, S("max"));
    }
    for (int32_t i = 0; i < ask->rules.count; i++) {
        const Rule *rule = &reader->scenario->rules.rows[ask->rules.first + i];
        bank_leave_out(reader, CONSTRUCT_RULE, REASON_NO_STATE, rule->place,
                       reader->scenario->conditions.rows[rule->when].text);
    }
    for (int32_t i = 0; i < ask->next.count; i++) {
        bank_leave_out(reader, CONSTRUCT_WAY, REASON_NO_WAYS, ask->place, (Str){0});
    }
}

void bank_read_ask(BankReader *reader, const Ask *ask, BankQuestion *question) {
    const Scene *scene = &reader->scenario->scenes.rows[ask->scene];
    question->text = bank_join_lines(reader, scene->lines, ask->prompt);
    question->shuffle = ask->shuffle;
    question->general = bank_join_lines(reader, ask->reply, (Str){0});
    question->general = bank_join(reader, question->general, S("\n"), text_of_why(reader, ask->why));
    switch (ask->kind) {
    case ASK_CHOICE:
    case ASK_MULTIPLE:
        read_choice(reader, ask, question);
        break;
    case ASK_RANK:
    case ASK_RATE:
    case ASK_CLASSIFY:
        read_sorted(reader, ask, question);
        break;
    case ASK_NONE:
    case ASK_WRITE:
        read_write(reader, ask, question);
        break;
    }
    leave_ask_keys(reader, ask);
}
