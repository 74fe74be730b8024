#include "exchange/h5p_quiz.h"

#include "exchange/h5p_value.h"

#include <string.h>

// *answer/another:tip*
typedef struct {
    Str whole, answers, tip;
} Gap;

static bool find_gap(Str text, ptrdiff_t from, Gap *gap) {
    Str rest = str_slice(text, from, text.len);
    ptrdiff_t open = str_find(rest, S("*"));
    Str inside = str_slice(rest, open + 1, rest.len);
    ptrdiff_t close = open < 0 ? -1 : str_find(inside, S("*"));
    if (close < 0) {
        return false;
    }
    inside = str_slice(inside, 0, close);
    gap->whole = str_slice(rest, open, open + close + 2);
    gap->answers = str_cut(&inside, ':');
    gap->tip = inside;
    return true;
}

static ptrdiff_t after(Str text, const Gap *gap) {
    return gap->whole.text + gap->whole.len - text.text;
}

static int32_t count_gaps(Str text) {
    Gap gap;
    int32_t count = 0;
    for (ptrdiff_t from = 0; find_gap(text, from, &gap); from = after(text, &gap)) {
        count++;
    }
    return count;
}

static Str without_answers(H5pQuiz *quiz, Str text, int32_t count) {
    StrBuilder out = {.arena = quiz->bank->arena};
    Gap gap;
    ptrdiff_t from = 0;
    for (int32_t number = 1; find_gap(text, from, &gap); number++) {
        str_add(&out, str_slice(text, from, gap.whole.text - text.text));
        if (count > 1) {
            str_addf(&out, "(%d) ", number);
        }
        str_add(&out, S("_____"));
        from = after(text, &gap);
    }
    str_add(&out, str_slice(text, from, text.len));
    return h5p_html(quiz->reader, str_built(&out));
}

static void read_gap(H5pQuiz *quiz, BankQuestion question, Gap gap) {
    H5pReader *reader = quiz->reader;
    while (gap.answers.len > 0) {
        Str answer = h5p_plain(reader, str_trim(str_cut(&gap.answers, '/')));
        h5p_add_answer(quiz, &question, &(BankAnswer){.text = answer, .weight = WEIGHT_WHOLE});
    }
    question.notes = h5p_plain(reader, gap.tip);
    if (question.notes.len > 0) {
        h5p_judge(reader, &(Loss){.construct = CONSTRUCT_COMMENT,
                                  .became = BECAME_KEPT,
                                  .reason = REASON_TIP,
                                  .line = question.line,
                                  .about = question.notes});
    }
    h5p_add_question(quiz, &question, 1);
}

// A text with gaps is a question for each; one without is a text.
static void read_gaps(H5pQuiz *quiz, const H5pContent *content, Str above, Str source, int32_t line) {
    enum { MOST_GAPS = 100 }; // each becomes a question with the whole text
    int32_t count = count_gaps(source);
    BankQuestion first = h5p_begin_question(quiz, content, QUESTION_SHORT, CONSTRUCT_CLOZE);
    first.line = line;
    first.degraded = count > 1;
    Str text = count > MOST_GAPS ? h5p_html(quiz->reader, source) : without_answers(quiz, source, count);
    first.text = h5p_join(quiz->reader, h5p_join(quiz->reader, first.text, above), text);
    if (count == 0 || count > MOST_GAPS) {
        first.kind = count == 0 ? QUESTION_DESCRIPTION : QUESTION_BROKEN;
        first.construct = count == 0 ? CONSTRUCT_DESCRIPTION : CONSTRUCT_CLOZE;
        h5p_add_question(quiz, &first, 0);
        return;
    }
    if (count > 1) {
        h5p_tell(quiz->reader, &(Loss){.construct = CONSTRUCT_CLOZE,
                                       .became = BECAME_DEGRADED,
                                       .reason = REASON_CLOZE_SPLIT,
                                       .line = line,
                                       .about = str_format(quiz->bank->arena, "%d", count)});
    }
    Gap gap;
    for (ptrdiff_t from = 0; find_gap(source, from, &gap); from = after(source, &gap)) {
        read_gap(quiz, first, gap);
        first.of_many = true;
    }
}

void h5p_read_blanks(H5pQuiz *quiz, const H5pContent *content) {
    H5pReader *reader = quiz->reader;
    Str above = h5p_html(reader, h5p_text(content->params, S("text")));
    const JsonValue *each = h5p_items(h5p_member(content->params, S("questions")));
    for (; each; each = json_next(each)) {
        if (json_type(each) == JSON_TEXT && str_trim(json_text(each)).len > 0) {
            read_gaps(quiz, content, above, json_text(each), h5p_line(reader, each));
        }
    }
}
