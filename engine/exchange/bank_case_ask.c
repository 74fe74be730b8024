#include "exchange/bank_case.h"

#include "base/utf8.h"

enum { MOST_CHOICE = 6, MOST_SORTED = LIMIT_ITEMS };

static const Words TRUE_WORD = {S_INIT("Vrai"), S_INIT("True")};
static const Words FALSE_WORD = {S_INIT("Faux"), S_INIT("False")};
static const Words RIGHT_WORD = {S_INIT("Juste"), S_INIT("Right")};
static const Words WRONG_WORD = {S_INIT("Pas juste"), S_INIT("Not right")};
static const Words EXPECTED = {S_INIT("Réponses attendues :"), S_INIT("Expected answers:")};
static const Words OTHER = {S_INIT("Toute autre réponse"), S_INIT("Any other answer")};

static void settle(BankMaker *maker, const BankQuestion *question, Became became) {
    if (!question->of_many) {
        bool loses = became == BECAME_CONVERTED && question->degraded;
        loss_settle(maker->report, question->construct, loses ? BECAME_DEGRADED : became);
    }
}

// What becomes of feedback and weights.
static void settle_answers(BankMaker *maker, const BankQuestion *question, Became feedback) {
    if (question->general.len > 0) {
        loss_settle(maker->report, CONSTRUCT_FEEDBACK, BECAME_CONVERTED);
    }
    bool told = false;
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, question, i);
        bool partial = question->kind == QUESTION_CHOICE && answer->weight > 0 && answer->weight < WEIGHT_WHOLE;
        if (answer->weighted) {
            loss_settle(maker->report, CONSTRUCT_WEIGHT, partial ? BECAME_DEGRADED : BECAME_CONVERTED);
        }
        if (answer->weighted && partial) {
            loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_WEIGHT,
                                             .became = BECAME_DEGRADED,
                                             .reason = REASON_PARTIAL_WEIGHT,
                                             .line = question->line,
                                             .about = bank_format_weight(maker->arena, answer->weight)});
        }
        if (answer->feedback.len > 0 && !answer->lent) {
            loss_settle(maker->report, CONSTRUCT_FEEDBACK, feedback);
            if (feedback != BECAME_CONVERTED && !told) {
                loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_FEEDBACK,
                                                 .became = feedback,
                                                 .reason = REASON_FEEDBACK_KEPT,
                                                 .line = question->line});
                told = true;
            }
        }
    }
}

static void put_notes(BankMaker *maker, const BankQuestion *question) {
    if (question->notes.len == 0 || question->of_many) {
        return;
    }
    json_write_key(&maker->json, S("trainer"));
    json_begin_object(&maker->json);
    bank_put_text(maker, S("notes"), question->notes, question->line);
    json_end(&maker->json);
}

// Scene, lines and the head of the decision.
static void begin_ask(BankMaker *maker, const BankQuestion *question, Str name, Str kind) {
    bank_begin_scene(maker, question, name);
    Str prompt = bank_put_lines_but_last(maker, question->text, question->line);
    put_notes(maker, question);
    json_write_key(&maker->json, S("ask"));
    bool bare = question->kind == QUESTION_ESSAY && prompt.len == 0 && question->general.len == 0;
    (bare ? json_begin_inline_object : json_begin_object)(&maker->json);
    json_write_member_text(&maker->json, S("kind"), kind);
    bank_put_text(maker, S("prompt"), prompt, question->line);
    bank_put_text(maker, S("why"), question->general, question->line);
    if (question->shuffle) {
        json_write_member_bool(&maker->json, S("shuffle"), true);
    }
}

static void end_ask(BankMaker *maker, const BankQuestion *question) {
    json_end(&maker->json);
    bank_end_scene(maker, question);
}

static void put_scores(BankMaker *maker, int32_t mark) {
    json_write_key(&maker->json, S("scores"));
    json_begin_inline_object(&maker->json);
    json_write_member_int(&maker->json, maker->competency, mark);
    json_end(&maker->json);
}

// A reply is shown besides what is said of the question as a whole; a why would stand in its place.
static void put_feedback(BankMaker *maker, const BankQuestion *question, Str feedback) {
    if (feedback.len == 0) {
        return;
    }
    if (question->general.len == 0) {
        bank_put_text(maker, S("why"), feedback, question->line);
        return;
    }
    json_write_key(&maker->json, S("reply"));
    json_begin_list(&maker->json);
    json_begin_object(&maker->json);
    bank_put_text(maker, S("text"), feedback, question->line);
    json_end(&maker->json);
    json_end(&maker->json);
}

static void put_weight(BankMaker *maker, int32_t weight, int32_t implied) {
    if (weight != implied) {
        json_write_member_text(&maker->json, S("x-weight"), bank_format_weight(maker->scratch, weight));
    }
}

static int32_t count_right(const BankMaker *maker, const BankQuestion *question) {
    int32_t count = 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        count += bank_answer(maker->bank, question, i)->weight > 0;
    }
    return count;
}

// What an answer of a set weighs when nothing is said: the right ones share, each wrong one takes as much away. Where
// none is right, every weight is said.
static int32_t implied_weight(int32_t right_count, bool right) {
    int32_t share = right_count > 0 ? bank_share(right_count) : 0;
    return right_count == 0 ? INT32_MIN : right ? share : -share;
}

static void put_stance(BankMaker *maker, int32_t weight, bool best) {
    static const Str STANCES[] = {S_INIT("recommended"), S_INIT("defensible"), S_INIT("risky")};
    int32_t stance = best ? 0 : weight > 0 ? 1 : 2;
    Str *members = &maker->stances[stance];
    if (members->len > 0) {
        json_write_again(&maker->json, *members);
        return;
    }
    ptrdiff_t from = json_here(&maker->json);
    json_write_member_text(&maker->json, S("stance"), STANCES[stance]);
    put_scores(maker, weight > 0 ? 1 : -1);
    *members = json_since(&maker->json, maker->arena, from);
}

static void put_option(BankMaker *maker, const BankQuestion *question, int32_t index, Str text) {
    const BankAnswer *answer = bank_answer(maker->bank, question, index);
    bool set = question->kind == QUESTION_SET;
    int32_t right_count = set ? count_right(maker, question) : 1;
    bool best = set ? answer->weight > 0 : answer->weight == WEIGHT_WHOLE;
    json_begin_object(&maker->json);
    json_write_member_text(&maker->json, S("id"), (Str){&"abcdefgh"[index], 1});
    bank_put_text(maker, S("text"), text, question->line);
    if (right_count > 0) {
        put_stance(maker, answer->weight, best);
    }
    put_feedback(maker, question, answer->feedback);
    put_weight(maker, answer->weight, set ? implied_weight(right_count, best) : best ? WEIGHT_WHOLE : 0);
    json_end(&maker->json);
}

static void put_options(BankMaker *maker, const BankQuestion *question) {
    json_write_key(&maker->json, S("options"));
    json_begin_list(&maker->json);
    for (int32_t i = 0; i < question->answers.count; i++) {
        Str text = bank_answer(maker->bank, question, i)->text;
        if (question->kind == QUESTION_TRUE_FALSE) {
            text = bank_word(maker, i == 0 ? TRUE_WORD : FALSE_WORD);
        }
        put_option(maker, question, i, text);
    }
    json_end(&maker->json);
}

static void put_kind(BankMaker *maker, QuestionKind kind) {
    json_write_member_text(&maker->json, S("x-kind"), bank_kind_name(kind));
}

static void put_choice(BankMaker *maker, const BankQuestion *question) {
    bool set = question->kind == QUESTION_SET;
    bool boxes = !set && question->answers.count > MOST_CHOICE;
    begin_ask(maker, question, question->name, set || boxes ? S("multiple") : S("choice"));
    put_options(maker, question);
    if (boxes) {
        json_write_member_int(&maker->json, S("max"), 1);
        bank_tell(maker, question, BECAME_DEGRADED, REASON_ONE_OF_MANY, (Str){0});
    }
    if (question->kind == QUESTION_TRUE_FALSE) {
        put_kind(maker, question->kind);
    }
    end_ask(maker, question);
    settle(maker, question, boxes ? BECAME_DEGRADED : BECAME_CONVERTED);
    settle_answers(maker, question, BECAME_CONVERTED);
}

static void put_bin(BankMaker *maker, int32_t number, Str text, int32_t line) {
    json_begin_object(&maker->json);
    json_write_member_text(&maker->json, S("id"), bank_numbered(maker->scratch, 'b', number));
    bank_put_text(maker, S("text"), text, line);
    json_end(&maker->json);
}

static void begin_item(BankMaker *maker, const BankQuestion *question, const BankAnswer *answer, int32_t number,
                       int32_t bin) {
    json_begin_object(&maker->json);
    json_write_member_text(&maker->json, S("id"), bank_numbered(maker->scratch, 'i', number));
    bank_put_text(maker, S("text"), answer->text, question->line);
    json_write_member_text(&maker->json, S("bin"), bank_numbered(maker->scratch, 'b', bin));
    bank_put_text(maker, S("why"), answer->feedback, question->line);
}

static void put_bands(BankMaker *maker) {
    static const struct { int32_t from, mark; } BANDS[] = {{75, 1}, {0, -1}};
    if (maker->bands.len > 0) {
        json_write_again(&maker->json, maker->bands);
        return;
    }
    ptrdiff_t from = json_here(&maker->json);
    json_write_key(&maker->json, S("bands"));
    json_begin_list(&maker->json);
    for (int32_t i = 0; i < COUNT(BANDS); i++) {
        json_begin_inline_object(&maker->json);
        json_write_member_int(&maker->json, S("from"), BANDS[i].from);
        put_scores(maker, BANDS[i].mark);
        json_end(&maker->json);
    }
    json_end(&maker->json);
    maker->bands = json_since(&maker->json, maker->arena, from);
}

// A set with more boxes than a decision has.
static void put_sorted(BankMaker *maker, const BankQuestion *question) {
    begin_ask(maker, question, question->name, S("classify"));
    json_write_key(&maker->json, S("bins"));
    json_begin_list(&maker->json);
    put_bin(maker, 1, bank_word(maker, RIGHT_WORD), question->line);
    put_bin(maker, 2, bank_word(maker, WRONG_WORD), question->line);
    json_end(&maker->json);
    json_write_key(&maker->json, S("items"));
    json_begin_list(&maker->json);
    int32_t right_count = count_right(maker, question);
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, question, i);
        begin_item(maker, question, answer, i + 1, answer->weight > 0 ? 1 : 2);
        put_weight(maker, answer->weight, implied_weight(right_count, answer->weight > 0));
        json_end(&maker->json);
    }
    json_end(&maker->json);
    put_bands(maker);
    put_kind(maker, question->kind);
    end_ask(maker, question);
    bank_tell(maker, question, BECAME_DEGRADED, REASON_AS_PLACES, (Str){0});
    settle(maker, question, BECAME_DEGRADED);
    settle_answers(maker, question, BECAME_CONVERTED);
}

static int32_t place_of(const BankTexts *places, Str right) {
    for (int32_t i = 0; i < places->count; i++) {
        if (str_equal(places->rows[i], right)) {
            return i;
        }
    }
    return -1;
}

static int32_t count_items(BankMaker *maker, const BankPlaces *places) {
    int32_t count = 0;
    for (int32_t i = 0; i < places->question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, places->question, i);
        int32_t place = place_of(places->places, answer->right) - places->first;
        count += answer->text.len > 0 && place >= 0 && place < places->count;
    }
    return count;
}

static void put_places(BankMaker *maker, const BankPlaces *places) {
    BankQuestion question = *places->question;
    Str name = question.name;
    if (places->parts > 1 && name.len > 0) {
        name = str_format(maker->scratch, "%.*s (%d)", S_ARG(name), places->part);
    }
    question.of_many = question.of_many || places->part > 1;
    begin_ask(maker, &question, name, S("classify"));
    json_write_key(&maker->json, S("bins"));
    json_begin_list(&maker->json);
    for (int32_t i = 0; i < places->count; i++) {
        put_bin(maker, i + 1, places->places->rows[places->first + i], question.line);
    }
    json_end(&maker->json);
    json_write_key(&maker->json, S("items"));
    json_begin_list(&maker->json);
    int32_t number = 0;
    for (int32_t i = 0; i < question.answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, &question, i);
        int32_t place = place_of(places->places, answer->right) - places->first;
        if (answer->text.len > 0 && place >= 0 && place < places->count) {
            begin_item(maker, &question, answer, ++number, place + 1);
            json_end(&maker->json);
        }
    }
    json_end(&maker->json);
    put_bands(maker);
    end_ask(maker, &question);
}

static void add_weight(BankMaker *maker, StrBuilder *out, int32_t weight) {
    str_add(out, S(" ("));
    str_add(out, bank_format_weight(maker->scratch, weight));
    str_add(out, S(" %)"));
}

static Str describe_answers(BankMaker *maker, const BankQuestion *question) {
    StrBuilder out = {.arena = maker->scratch};
    str_add(&out, question->text);
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, question, i);
        str_addf(&out, "\n– %.*s", S_ARG(answer->text));
        if (question->kind == QUESTION_MATCH) {
            str_addf(&out, " → %.*s", S_ARG(answer->right));
        } else {
            add_weight(maker, &out, answer->weight);
        }
        if (answer->feedback.len > 0) {
            str_addf(&out, "\n  %.*s", S_ARG(answer->feedback));
        }
    }
    if (question->general.len > 0) {
        str_addf(&out, "\n\n%.*s", S_ARG(question->general));
    }
    return str_built(&out);
}

static void put_text_alone(BankMaker *maker, const BankQuestion *question, Str text) {
    bank_begin_scene(maker, question, question->name);
    bank_put_lines(maker, utf8_is_blank(text) ? bank_to_complete(maker) : text, question->line);
    put_notes(maker, question);
    bank_end_scene(maker, question);
}

static void put_in_text(BankMaker *maker, const BankQuestion *question, LossReason reason) {
    put_text_alone(maker, question, describe_answers(maker, question));
    bank_tell(maker, question, BECAME_KEPT, reason, str_format(maker->arena, "%d", question->answers.count));
    settle(maker, question, BECAME_KEPT);
    settle_answers(maker, question, BECAME_KEPT);
}

static void list_places(BankMaker *maker, const BankQuestion *question, BankTexts *places) {
    for (int32_t i = 0; i < question->answers.count; i++) {
        Str right = bank_answer(maker->bank, question, i)->right;
        if (place_of(places, right) < 0) {
            *rows_append(maker->scratch, places) = right;
        }
    }
}

// The parts of a matching: as many places as a decision has, evenly. False when one would have too few of anything.
static bool plan_parts(BankMaker *maker, BankPlaces *places, int32_t part) {
    int32_t all = places->places->count;
    int32_t each = (all + places->parts - 1) / places->parts;
    places->part = part;
    places->first = each * (part - 1);
    places->count = all - places->first < each ? all - places->first : each;
    int32_t items = count_items(maker, places);
    return places->count >= 2 && items >= 2 && items <= MOST_SORTED;
}

static void put_match(BankMaker *maker, const BankQuestion *question) {
    enum { MOST_PAIRS = 120 };
    if (question->answers.count > MOST_PAIRS) {
        put_in_text(maker, question, REASON_TOO_MANY_ANSWERS);
        return;
    }
    BankTexts texts = {0};
    list_places(maker, question, &texts);
    BankPlaces places = {.question = question, .places = &texts};
    places.parts = (texts.count + LIMIT_BINS - 1) / LIMIT_BINS;
    for (int32_t part = 1; part <= places.parts; part++) {
        if (!plan_parts(maker, &places, part)) {
            put_in_text(maker, question, REASON_MATCH_TOO_SMALL);
            return;
        }
    }
    for (int32_t part = 1; part <= places.parts; part++) {
        (void)plan_parts(maker, &places, part);
        put_places(maker, &places);
    }
    bool split = places.parts > 1;
    if (split) {
        bank_tell(maker, question, BECAME_DEGRADED, REASON_MATCH_SPLIT, str_format(maker->arena, "%d", places.parts));
    }
    settle(maker, question, split ? BECAME_DEGRADED : BECAME_CONVERTED);
    settle_answers(maker, question, BECAME_CONVERTED);
}

// "2:0.5" as a person reads it: 2 ± 0.5.
static Str say_typed(BankMaker *maker, const BankQuestion *question, Str text) {
    if (question->kind != QUESTION_NUMERIC) {
        return text;
    }
    if (str_equal(text, S("*"))) {
        return bank_word(maker, OTHER);
    }
    ptrdiff_t colon = str_find(text, S(":"));
    if (colon < 0) {
        return text;
    }
    Str value = str_trim(str_slice(text, 0, colon)), off = str_trim(str_slice(text, colon + 1, text.len));
    return str_format(maker->scratch, "%.*s ± %.*s", S_ARG(value), S_ARG(off));
}

static Str model_of(BankMaker *maker, const BankQuestion *question) {
    StrBuilder out = {.arena = maker->scratch};
    str_add(&out, bank_word(maker, EXPECTED));
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, question, i);
        Str text = say_typed(maker, question, answer->text);
        str_add(&out, S("\n– "));
        str_add(&out, text);
        if (answer->weight != WEIGHT_WHOLE) {
            add_weight(maker, &out, answer->weight);
        }
        if (answer->feedback.len > 0) {
            str_addf(&out, " – %.*s", S_ARG(answer->feedback));
        }
    }
    return str_built(&out);
}

static void put_typed_answers(BankMaker *maker, const BankQuestion *question) {
    JsonWriter list = json_line_writer(maker->scratch);
    json_begin_list(&list);
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(maker->bank, question, i);
        json_begin_object(&list);
        json_write_member_text(&list, S("text"), answer->text);
        if (answer->weight != WEIGHT_WHOLE) {
            json_write_member_text(&list, S("weight"), bank_format_weight(maker->scratch, answer->weight));
        }
        if (answer->feedback.len > 0) {
            json_write_member_text(&list, S("feedback"), answer->feedback);
        }
        json_end(&list);
    }
    json_end(&list);
    json_write_key(&maker->json, S("x-answers"));
    json_write_raw(&maker->json, json_written(&list));
}

static void put_typed(BankMaker *maker, const BankQuestion *question) {
    bool essay = question->kind == QUESTION_ESSAY;
    begin_ask(maker, question, question->name, S("write"));
    if (!essay) {
        bank_put_text(maker, S("model"), model_of(maker, question), question->line);
        put_typed_answers(maker, question);
        put_kind(maker, question->kind);
        bank_tell(maker, question, BECAME_DEGRADED, REASON_NOT_MARKED, (Str){0});
    }
    end_ask(maker, question);
    settle(maker, question, essay ? BECAME_CONVERTED : BECAME_DEGRADED);
    settle_answers(maker, question, BECAME_KEPT);
}

void bank_put_question(BankMaker *maker, const BankQuestion *question) {
    int32_t count = question->answers.count;
    switch (question->kind) {
    case QUESTION_BROKEN:
        put_text_alone(maker, question, question->text);
        settle(maker, question, BECAME_KEPT);
        break;
    case QUESTION_DESCRIPTION:
        put_text_alone(maker, question, question->text);
        settle(maker, question, BECAME_CONVERTED);
        break;
    case QUESTION_CHOICE:
    case QUESTION_SET:
    case QUESTION_TRUE_FALSE:
        if (count <= LIMIT_OPTIONS) {
            put_choice(maker, question);
        } else if (question->kind == QUESTION_SET && count <= MOST_SORTED) {
            put_sorted(maker, question);
        } else {
            put_in_text(maker, question, REASON_TOO_MANY_ANSWERS);
        }
        break;
    case QUESTION_MATCH:
        put_match(maker, question);
        break;
    case QUESTION_ESSAY:
    case QUESTION_SHORT:
    case QUESTION_NUMERIC:
        put_typed(maker, question);
        break;
    }
}
