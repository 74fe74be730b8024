#include "base/utf8.h"
#include "exchange/moodle_parts.h"

#include <string.h>

// A fraction is a percentage; with a comma Moodle takes it for another one.
static bool take_fraction(Moodle *moodle, int32_t row, BankAnswer *answer) {
    Str text = xml_attribute(moodle->piece, row, S("fraction"));
    answer->weighted = text.len > 0;
    if (text.len == 0 || bank_read_weight(text, &answer->weight)) {
        return true;
    }
    bool comma = bank_has_decimal_comma(text);
    loss_tell(moodle->report, &(Loss){.construct = CONSTRUCT_WEIGHT,
                                      .became = comma ? BECAME_KEPT : BECAME_CONVERTED,
                                      .reason = comma ? REASON_WEIGHT_COMMA : REASON_WEIGHT_UNKNOWN,
                                      .line = moodle_node(moodle, row)->line,
                                      .about = loss_own(moodle->report, text)});
    return !comma;
}

static bool add_choice(Moodle *moodle, int32_t row) {
    BankAnswer answer = {0};
    bool fine = take_fraction(moodle, row, &answer);
    answer.text = moodle_rich(moodle, row, moodle->format);
    answer.feedback = moodle_rich_child(moodle, row, S("feedback"));
    if (utf8_is_blank(answer.text)) {
        moodle_tell(moodle, BECAME_DROPPED, REASON_EMPTY_ANSWER, row, (Str){0});
        return fine;
    }
    if (!bank_is_grade(answer.weight)) {
        Str weight = bank_format_weight(moodle->bank->arena, answer.weight);
        moodle_tell(moodle, BECAME_CONVERTED, REASON_WEIGHT_UNKNOWN, row, weight);
    }
    bank_add_answer(moodle->bank, &moodle->question, &answer);
    return fine;
}

static bool has_answers(Moodle *moodle, int32_t least) {
    if (moodle->question.answers.count >= least) {
        return true;
    }
    moodle_tell(moodle, BECAME_KEPT, least > 1 ? REASON_TOO_FEW_ANSWERS : REASON_NO_ANSWER, 0, (Str){0});
    return false;
}

// The rows of all elements `name` of the question, one after another, from 0.
static bool next_child(const Moodle *moodle, Str name, int32_t *row) {
    const XmlNode *nodes = moodle->piece->nodes.rows;
    for (int32_t i = *row > 0 ? nodes[*row].end : 1; i < nodes[0].end; i = nodes[i].end) {
        if (nodes[i].kind == XML_NODE_ELEMENT && str_equal(nodes[i].name, name)) {
            *row = i;
            return true;
        }
    }
    return false;
}

static void lend_to(Moodle *moodle, BankAnswer *answer, Str text) {
    answer->lent = answer->feedback.len == 0;
    answer->feedback =
        answer->lent ? text : str_format(moodle->bank->arena, "%.*s\n\n%.*s", S_ARG(answer->feedback), S_ARG(text));
}

// Feedback by the grade goes to each answer of that grade: where one is chosen it comes to the same.
static void lend_feedback(Moodle *moodle) {
    for (int32_t grade = 0; grade < MOODLE_GRADES; grade++) {
        int32_t row = xml_find(moodle->piece, 0, MOODLE_COMBINED[grade]), lent = 0;
        Str text = row > 0 ? moodle_rich(moodle, row, moodle->format) : (Str){0};
        if (text.len == 0 || moodle_is_stock(text)) {
            continue;
        }
        for (int32_t i = 0; i < moodle->question.answers.count; i++) {
            BankAnswer *answer = &moodle->bank->answers.rows[moodle->question.answers.first + i];
            if (grade == (answer->weight == WEIGHT_WHOLE ? 0 : answer->weight > 0 ? 1 : 2)) {
                lend_to(moodle, answer, text);
                lent++;
            }
        }
        if (lent == 0) {
            moodle_keep_text(moodle, row, MOODLE_COMBINED[grade]);
        } else {
            loss_find(moodle->report, CONSTRUCT_FEEDBACK);
            loss_settle(moodle->report, CONSTRUCT_FEEDBACK, BECAME_CONVERTED);
        }
    }
}

static bool read_choice(Moodle *moodle) {
    bool fine = true;
    for (int32_t row = 0; next_child(moodle, S("answer"), &row);) {
        fine = add_choice(moodle, row) && fine;
    }
    if (!fine || !has_answers(moodle, 2)) {
        return false;
    }
    if (moodle->question.kind == QUESTION_CHOICE) {
        lend_feedback(moodle);
    }
    return true;
}

// Old files have these words in the author's language: then the first is what is true.
static bool read_truth(Moodle *moodle) {
    BankAnswer answers[2] = {{.weight = 0}, {.weight = 0}};
    int32_t count = 0;
    for (int32_t row = 0; next_child(moodle, S("answer"), &row); count++) {
        Str text = moodle_raw(moodle, row);
        bool known = str_equal(text, S("true")) || str_equal(text, S("false"));
        BankAnswer *answer = &answers[known ? str_equal(text, S("false")) : count > 0];
        if (!take_fraction(moodle, row, answer)) {
            return false;
        }
        answer->feedback = moodle_rich_child(moodle, row, S("feedback"));
    }
    bool truth = answers[0].weight > answers[1].weight;
    for (int32_t i = 0; i < 2; i++) {
        answers[i].weight = (i == 0) == truth ? WEIGHT_WHOLE : 0;
        answers[i].weighted = false;
        bank_add_answer(moodle->bank, &moodle->question, &answers[i]);
    }
    if (count < 2) {
        moodle_tell(moodle, BECAME_KEPT, REASON_TOO_FEW_ANSWERS, 0, (Str){0});
    }
    return count >= 2;
}

static bool check_number(Moodle *moodle, int32_t row, Str text) {
    if (bank_is_number(text)) {
        return true;
    }
    LossReason reason = bank_has_decimal_comma(text) ? REASON_DECIMAL_COMMA : REASON_NOT_A_NUMBER;
    moodle_tell(moodle, BECAME_KEPT, reason, row, text);
    return false;
}

static bool is_nothing(Str number) {
    ptrdiff_t at = 0;
    while (at < number.len && strchr("0.+-", number.text[at])) {
        at++;
    }
    return at == number.len;
}

// "3" with a tolerance of 0.5 is 3:0.5.
static bool take_number(Moodle *moodle, int32_t row, BankAnswer *answer) {
    Str tolerance = moodle_raw_child(moodle, row, S("tolerance"));
    if (answer->text.len == 0 || str_equal(answer->text, S("*"))) {
        answer->text = S("*");
        return true;
    }
    if (!check_number(moodle, row, answer->text) || (tolerance.len > 0 && !check_number(moodle, row, tolerance))) {
        return false;
    }
    if (!is_nothing(tolerance)) {
        answer->text = str_format(moodle->bank->arena, "%.*s:%.*s", S_ARG(answer->text), S_ARG(tolerance));
    }
    return true;
}

static bool read_typed(Moodle *moodle) {
    bool numeric = moodle->question.kind == QUESTION_NUMERIC;
    for (int32_t row = 0; next_child(moodle, S("answer"), &row);) {
        BankAnswer answer = {.text = moodle_raw(moodle, row)};
        bool fine = take_fraction(moodle, row, &answer) && (!numeric || take_number(moodle, row, &answer));
        answer.feedback = moodle_rich_child(moodle, row, S("feedback"));
        if (!fine) {
            return false;
        }
        if (utf8_is_blank(answer.text)) {
            moodle_tell(moodle, BECAME_DROPPED, REASON_EMPTY_ANSWER, row, (Str){0});
        } else {
            bank_add_answer(moodle->bank, &moodle->question, &answer);
        }
    }
    return has_answers(moodle, 1);
}

static bool read_match(Moodle *moodle) {
    for (int32_t row = 0; next_child(moodle, S("subquestion"), &row);) {
        BankAnswer answer = {.weight = WEIGHT_WHOLE, .text = moodle_rich(moodle, row, moodle->format)};
        Str right = moodle_raw_child(moodle, row, S("answer"));
        answer.right = rich_read(moodle->bank->arena, right, RICH_PLAIN, &moodle->seen);
        if (!utf8_is_blank(answer.right)) {
            bank_add_answer(moodle->bank, &moodle->question, &answer);
        } else if (answer.text.len > 0) {
            moodle_tell(moodle, BECAME_DROPPED, REASON_EMPTY_ANSWER, row, answer.text);
        }
    }
    return has_answers(moodle, 2);
}

bool moodle_read_answers(Moodle *moodle) {
    switch (moodle->question.kind) {
    case QUESTION_CHOICE:
    case QUESTION_SET:
        return read_choice(moodle);
    case QUESTION_TRUE_FALSE:
        return read_truth(moodle);
    case QUESTION_SHORT:
    case QUESTION_NUMERIC:
        return read_typed(moodle);
    case QUESTION_MATCH:
        return read_match(moodle);
    case QUESTION_DESCRIPTION:
    case QUESTION_ESSAY:
        return true;
    case QUESTION_BROKEN:
        break;
    }
    return false;
}
