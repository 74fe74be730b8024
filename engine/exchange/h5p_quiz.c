#include "exchange/h5p_quiz.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/h5p_value.h"

BankQuestion h5p_begin_question(H5pQuiz *quiz, const H5pContent *content, QuestionKind kind, Construct construct) {
    H5pReader *reader = quiz->reader;
    H5pContent media = h5p_content(h5p_at(content->params, S("media/type")));
    BankQuestion question = {.kind = kind,
                             .construct = construct,
                             .name = h5p_plain(reader, content->title),
                             .line = h5p_line(reader, content->place)};
    if (media.library.len > 0) {
        H5pTexts pages = {0};
        h5p_read_pages(reader, &media, &pages);
        for (int32_t i = 0; i < pages.count; i++) {
            question.text = h5p_join(reader, question.text, pages.rows[i]);
        }
    }
    return question;
}

void h5p_add_answer(H5pQuiz *quiz, BankQuestion *question, const BankAnswer *answer) {
    if (utf8_is_blank(answer->text) && question->kind != QUESTION_TRUE_FALSE) {
        h5p_tell(quiz->reader, &(Loss){.construct = question->construct,
                                       .became = BECAME_DROPPED,
                                       .reason = REASON_EMPTY_ANSWER,
                                       .line = question->line});
        return;
    }
    if (question->answers.count == 0) {
        question->answers.first = quiz->bank->answers.count;
    }
    *rows_append(quiz->bank->arena, &quiz->bank->answers) = *answer;
    question->answers.count++;
}

static Str list_answers(H5pQuiz *quiz, const BankQuestion *question) {
    StrBuilder out = {.arena = quiz->bank->arena};
    str_add(&out, question->text);
    for (int32_t i = 0; i < question->answers.count; i++) {
        str_addf(&out, "\n– %.*s", S_ARG(bank_answer(quiz->bank, question, i)->text));
    }
    return str_trim(str_built(&out));
}

static void break_question(H5pQuiz *quiz, BankQuestion *question) {
    h5p_tell(quiz->reader, &(Loss){.construct = question->construct,
                                   .became = BECAME_KEPT,
                                   .reason = REASON_TOO_FEW_ANSWERS,
                                   .line = question->line});
    question->text = list_answers(quiz, question);
    question->kind = QUESTION_BROKEN;
    question->general = (Str){0};
    question->answers.count = 0;
}

void h5p_add_question(H5pQuiz *quiz, BankQuestion *question, int32_t least) {
    LossReport *report = quiz->reader->report;
    if (quiz->bank->questions.count >= LIMIT_SCENES) {
        return;
    }
    if (question->answers.count < least) {
        break_question(quiz, question);
    }
    if (!question->of_many) {
        loss_find(report, question->construct);
    }
    h5p_tell_markup(quiz->reader, question->line);
    report->counts[CONSTRUCT_FEEDBACK].found += question->general.len > 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(quiz->bank, question, i);
        report->counts[CONSTRUCT_FEEDBACK].found += answer->feedback.len > 0;
    }
    *rows_append(quiz->bank->arena, &quiz->bank->questions) = *question;
}

Str h5p_overall(H5pQuiz *quiz, const JsonValue *ranges) {
    H5pReader *reader = quiz->reader;
    Str whole = {0};
    int32_t count = 0;
    for (const JsonValue *range = h5p_items(ranges); range; range = json_next(range)) {
        Str feedback = h5p_html(reader, h5p_text(range, S("feedback")));
        int32_t from = 0, to = 100;
        (void)h5p_number(h5p_member(range, S("from")), &from);
        (void)h5p_number(h5p_member(range, S("to")), &to);
        if (feedback.len > 0 && (from > 0 || to < 100)) {
            feedback = str_format(reader->arena, "%d–%d\u202F%% : %.*s", from, to, S_ARG(feedback));
        }
        count += feedback.len > 0;
        whole = h5p_join(reader, whole, feedback);
    }
    if (count > 1) {
        h5p_tell(reader, &(Loss){.construct = CONSTRUCT_FEEDBACK,
                                 .became = BECAME_CONVERTED,
                                 .reason = REASON_SCORE_RANGES,
                                 .line = h5p_line(reader, ranges)});
    }
    return whole;
}

static void add_text(H5pQuiz *quiz, const JsonValue *place, Str name, Str text) {
    BankQuestion question = {.kind = QUESTION_DESCRIPTION,
                             .construct = CONSTRUCT_DESCRIPTION,
                             .name = name,
                             .text = text,
                             .line = h5p_line(quiz->reader, place)};
    if (!utf8_is_blank(text)) {
        h5p_add_question(quiz, &question, 0);
    }
}

// Any other content as the texts it has.
static void read_texts(H5pQuiz *quiz, const H5pContent *content) {
    H5pTexts pages = {0};
    Str name = h5p_plain(quiz->reader, content->title);
    h5p_read_pages(quiz->reader, content, &pages);
    for (int32_t i = 0; i < pages.count; i++) {
        add_text(quiz, content->place, i == 0 ? name : (Str){0}, pages.rows[i]);
    }
}

static void drop_setting(H5pQuiz *quiz, const JsonValue *params, Str path) {
    const JsonValue *setting = h5p_at(params, path);
    if (setting) {
        h5p_judge(quiz->reader, &(Loss){.construct = CONSTRUCT_METADATA,
                                        .became = BECAME_DROPPED,
                                        .reason = REASON_SETTING,
                                        .line = h5p_line(quiz->reader, setting),
                                        .about = path});
    }
}

// What holds contents of other kinds goes through the table of kinds again, no deeper than JSON may be.
static void read_content(H5pQuiz *quiz, const H5pContent *content);

static void read_question_set(H5pQuiz *quiz, const H5pContent *content) {
    static const Str SETTINGS[] = {S_INIT("passPercentage"), S_INIT("poolSize"), S_INIT("randomQuestions"),
                                   S_INIT("backgroundImage")};
    H5pReader *reader = quiz->reader;
    const JsonValue *params = content->params;
    const JsonValue *intro = h5p_member(params, S("introPage"));
    Str title = h5p_title(reader, h5p_text(intro, S("title")));
    add_text(quiz, intro, title, h5p_html(reader, h5p_text(intro, S("introduction"))));
    const JsonValue *question = h5p_items(h5p_member(params, S("questions")));
    for (; question; question = json_next(question)) {
        H5pContent part = h5p_content(question);
        read_content(quiz, &part);
    }
    const JsonValue *end = h5p_member(params, S("endGame"));
    Str said = h5p_html(reader, h5p_text(end, S("message")));
    add_text(quiz, end, (Str){0}, h5p_join(reader, said, h5p_overall(quiz, h5p_member(end, S("overallFeedback")))));
    for (int32_t i = 0; i < COUNT(SETTINGS); i++) {
        drop_setting(quiz, params, SETTINGS[i]);
    }
}

static void read_column(H5pQuiz *quiz, const H5pContent *content) {
    const JsonValue *row = h5p_items(h5p_member(content->params, S("content")));
    for (; row; row = json_next(row)) {
        H5pContent part = h5p_content(h5p_member(row, S("content")));
        read_content(quiz, &part);
    }
}

static void read_content(H5pQuiz *quiz, const H5pContent *content) { // NOLINT(misc-no-recursion)
    static const struct {
        Str library;
        void (*read)(H5pQuiz *quiz, const H5pContent *content);
    } READERS[] = {
        {S_INIT("H5P.QuestionSet"), read_question_set},           {S_INIT("H5P.Column"), read_column},
        {S_INIT("H5P.MultiChoice"), h5p_read_multichoice},        {S_INIT("H5P.TrueFalse"), h5p_read_true_false},
        {S_INIT("H5P.SingleChoiceSet"), h5p_read_single_choices}, {S_INIT("H5P.Blanks"), h5p_read_blanks}};
    for (int32_t i = 0; i < COUNT(READERS); i++) {
        if (str_equal(READERS[i].library, content->library)) {
            READERS[i].read(quiz, content);
            return;
        }
    }
    if (content->library.len > 0) {
        read_texts(quiz, content);
    }
}

void h5p_read_quiz(Bank *bank, Arena *scratch, const H5pPackage *package, const HeadWish *wish, LossReport *report) {
    H5pReader reader = {.arena = bank->arena,
                        .scratch = scratch,
                        .package = package,
                        .report = report,
                        .language = wish->language,
                        .line = 1};
    H5pQuiz quiz = {&reader, bank};
    H5pContent whole = {
        .library = h5p_machine_name(package->library), .params = package->params, .place = package->params};
    read_content(&quiz, &whole);
    h5p_tell_markup(&reader, 0);
}
