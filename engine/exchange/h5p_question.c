#include "exchange/h5p_quiz.h"

#include "exchange/h5p_value.h"

static int32_t count_right(const JsonValue *answers) {
    int32_t count = 0;
    for (const JsonValue *answer = h5p_items(answers); answer; answer = json_next(answer)) {
        count += h5p_flag(answer, S("correct"), false);
    }
    return count;
}

// What is said of an answer that was not chosen has no place.
static void drop_feedback(H5pQuiz *quiz, const JsonValue *answer, Str path) {
    Str text = h5p_html(quiz->reader, h5p_text(answer, path));
    if (text.len > 0) {
        h5p_judge(quiz->reader, &(Loss){.construct = CONSTRUCT_FEEDBACK,
                                        .became = BECAME_DROPPED,
                                        .reason = REASON_NOT_CHOSEN,
                                        .line = h5p_line(quiz->reader, answer),
                                        .about = text});
    }
}

static void add_tip(H5pQuiz *quiz, BankQuestion *question, Str tip) {
    Str text = h5p_html(quiz->reader, tip);
    if (text.len > 0) {
        question->notes = h5p_join(quiz->reader, question->notes, text);
        h5p_judge(quiz->reader, &(Loss){.construct = CONSTRUCT_COMMENT,
                                        .became = BECAME_KEPT,
                                        .reason = REASON_TIP,
                                        .line = question->line,
                                        .about = text});
    }
}

void h5p_read_multichoice(H5pQuiz *quiz, const H5pContent *content) {
    H5pReader *reader = quiz->reader;
    const JsonValue *params = content->params;
    const JsonValue *answers = h5p_member(params, S("answers"));
    int32_t right = count_right(answers);
    Str type = h5p_text(params, S("behaviour/type"));
    bool one = str_equal(type, S("single")) || (!str_equal(type, S("multi")) && right == 1);
    BankQuestion question =
        h5p_begin_question(quiz, content, one && right > 0 ? QUESTION_CHOICE : QUESTION_SET, CONSTRUCT_MULTICHOICE);
    question.text = h5p_join(reader, question.text, h5p_html(reader, h5p_text(params, S("question"))));
    question.general = h5p_overall(quiz, h5p_member(params, S("overallFeedback")));
    question.shuffle = h5p_flag(params, S("behaviour/randomAnswers"), false);
    int32_t share = one || right == 0 ? WEIGHT_WHOLE : bank_share(right);
    for (const JsonValue *answer = h5p_items(answers); answer; answer = json_next(answer)) {
        bool correct = h5p_flag(answer, S("correct"), false);
        BankAnswer row = {.text = h5p_html(reader, h5p_text(answer, S("text"))),
                          .feedback = h5p_html(reader, h5p_text(answer, S("tipsAndFeedback/chosenFeedback"))),
                          .weight = correct             ? share
                                    : one || right == 0 ? 0
                                                        : -share};
        drop_feedback(quiz, answer, S("tipsAndFeedback/notChosenFeedback"));
        add_tip(quiz, &question, h5p_text(answer, S("tipsAndFeedback/tip")));
        h5p_add_answer(quiz, &question, &row);
    }
    h5p_add_question(quiz, &question, 2);
}

void h5p_read_true_false(H5pQuiz *quiz, const H5pContent *content) {
    H5pReader *reader = quiz->reader;
    const JsonValue *params = content->params;
    BankQuestion question = h5p_begin_question(quiz, content, QUESTION_TRUE_FALSE, CONSTRUCT_TRUE_FALSE);
    question.text = h5p_join(reader, question.text, h5p_html(reader, h5p_text(params, S("question"))));
    bool truth = str_equal(h5p_text(params, S("correct")), S("true")) || h5p_flag(params, S("correct"), false);
    for (int32_t i = 0; i < 2; i++) {
        bool right = (i == 0) == truth;
        Str said = h5p_text(params, right ? S("behaviour/feedbackOnCorrect") : S("behaviour/feedbackOnWrong"));
        BankAnswer row = {.feedback = h5p_html(reader, said), .weight = right ? WEIGHT_WHOLE : 0};
        h5p_add_answer(quiz, &question, &row);
    }
    h5p_add_question(quiz, &question, 2);
}

// The first answer is the right one: the player shuffles them always.
void h5p_read_single_choices(H5pQuiz *quiz, const H5pContent *content) {
    H5pReader *reader = quiz->reader;
    const JsonValue *choice = h5p_items(h5p_member(content->params, S("choices")));
    for (; choice; choice = json_next(choice)) {
        BankQuestion question = h5p_begin_question(quiz, content, QUESTION_CHOICE, CONSTRUCT_MULTICHOICE);
        question.line = h5p_line(reader, choice);
        question.shuffle = true;
        question.text = h5p_join(reader, question.text, h5p_html(reader, h5p_text(choice, S("question"))));
        const JsonValue *answer = h5p_items(h5p_member(choice, S("answers")));
        for (bool first = true; answer; answer = json_next(answer), first = false) {
            Str text = json_type(answer) == JSON_TEXT ? h5p_html(reader, json_text(answer)) : (Str){0};
            h5p_add_answer(quiz, &question, &(BankAnswer){.text = text, .weight = first ? WEIGHT_WHOLE : 0});
        }
        h5p_add_question(quiz, &question, 2);
    }
}
