#include "exchange/gift_text.h"

#include "base/utf8.h"

#include <string.h>

// One {weight:TYPE:answers}, its braces included.
typedef struct {
    Str whole, weight, type, answers;
} Gap;

static bool is_type(char c) {
    return (c >= 'A' && c <= 'Z') || c == '_';
}

// A gap holds no other: where one begins before this one is closed, it is none.
static ptrdiff_t find_close(Str text) {
    for (ptrdiff_t at = 0; at < text.len && text.text[at] != '{'; at++) {
        if (text.text[at] == '}') {
            return at;
        }
        at += text.text[at] == '\\';
    }
    return -1;
}

// The gap that `text` begins with, which has a brace there.
static bool take_gap(Str text, Gap *gap) {
    ptrdiff_t at = 1;
    while (at < text.len && text.text[at] >= '0' && text.text[at] <= '9') {
        at++;
    }
    ptrdiff_t type = at + 1;
    ptrdiff_t end = type;
    while (end < text.len && is_type(text.text[end])) {
        end++;
    }
    if (at >= text.len || text.text[at] != ':' || end == type || end >= text.len || text.text[end] != ':') {
        return false;
    }
    ptrdiff_t close = find_close(str_slice(text, end, text.len));
    *gap = (Gap){.whole = str_slice(text, 0, end + close + 1),
                 .weight = str_slice(text, 1, at),
                 .type = str_slice(text, type, end),
                 .answers = str_slice(text, end + 1, end + close)};
    return close > 0;
}

// The first gap at or after `from`; false when there is none.
static bool find_gap(Str text, ptrdiff_t from, Gap *gap) {
    while (from < text.len) {
        ptrdiff_t brace = gift_find(str_slice(text, from, text.len), S("{"));
        if (brace < 0) {
            return false;
        }
        if (take_gap(str_slice(text, from + brace, text.len), gap)) {
            return true;
        }
        from += brace + 1;
    }
    return false;
}

bool gift_has_gap(Str text) {
    Gap gap;
    return find_gap(text, 0, &gap);
}

static QuestionKind kind_of(Str type) {
    static const struct {
        Str type;
        QuestionKind kind;
    } TYPES[] = {
        {S_INIT("SHORTANSWER"), QUESTION_SHORT},
        {S_INIT("SA"), QUESTION_SHORT},
        {S_INIT("MW"), QUESTION_SHORT},
        {S_INIT("SHORTANSWER_C"), QUESTION_SHORT},
        {S_INIT("SAC"), QUESTION_SHORT},
        {S_INIT("MWC"), QUESTION_SHORT},
        {S_INIT("NUMERICAL"), QUESTION_NUMERIC},
        {S_INIT("NM"), QUESTION_NUMERIC},
        {S_INIT("MULTICHOICE"), QUESTION_CHOICE},
        {S_INIT("MC"), QUESTION_CHOICE},
        {S_INIT("MULTICHOICE_V"), QUESTION_CHOICE},
        {S_INIT("MCV"), QUESTION_CHOICE},
        {S_INIT("MULTICHOICE_H"), QUESTION_CHOICE},
        {S_INIT("MCH"), QUESTION_CHOICE},
        {S_INIT("MULTICHOICE_S"), QUESTION_CHOICE},
        {S_INIT("MCS"), QUESTION_CHOICE},
        {S_INIT("MULTICHOICE_VS"), QUESTION_CHOICE},
        {S_INIT("MCVS"), QUESTION_CHOICE},
        {S_INIT("MULTICHOICE_HS"), QUESTION_CHOICE},
        {S_INIT("MCHS"), QUESTION_CHOICE},
        {S_INIT("MULTIRESPONSE"), QUESTION_SET},
        {S_INIT("MR"), QUESTION_SET},
        {S_INIT("MULTIRESPONSE_H"), QUESTION_SET},
        {S_INIT("MRH"), QUESTION_SET},
        {S_INIT("MULTIRESPONSE_S"), QUESTION_SET},
        {S_INIT("MRS"), QUESTION_SET},
        {S_INIT("MULTIRESPONSE_HS"), QUESTION_SET},
        {S_INIT("MRHS"), QUESTION_SET},
    };
    for (int32_t i = 0; i < COUNT(TYPES); i++) {
        if (str_equal(TYPES[i].type, type)) {
            return TYPES[i].kind;
        }
    }
    return QUESTION_BROKEN;
}

// Cloze protects more signs than GIFT does.
static Str unescape(Gift *gift, Str text) {
    if (text.len == 0 || !memchr(text.text, '\\', (size_t)text.len)) {
        return str_trim(text);
    }
    StrBuilder out = {.arena = gift->bank->arena};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        bool escape = text.text[at] == '\\' && at + 1 < text.len;
        bool line_end = escape && text.text[at + 1] == 'n';
        at += escape && (line_end || strchr("}{#~/\"\\=:", text.text[at + 1]));
        str_add_char(&out, line_end ? '\n' : text.text[at]);
    }
    return str_trim(str_built(&out));
}

// The # before feedback; that of &#39; is none.
static ptrdiff_t find_mark(Str text) {
    ptrdiff_t from = 0;
    for (;;) {
        ptrdiff_t mark = gift_find(str_slice(text, from, text.len), S("#"));
        if (mark < 0 || from + mark == 0 || text.text[from + mark - 1] != '&') {
            return mark < 0 ? mark : from + mark;
        }
        from += mark + 1;
    }
}

static Str read_part(Gift *gift, Str text) {
    return rich_read(gift->bank->arena, unescape(gift, text), gift->format, &gift->seen);
}

// The next answer, which ends before an unprotected ~.
static bool take_answer(Str *rest, Str *answer) {
    if (rest->len == 0) {
        return false;
    }
    ptrdiff_t end = gift_find(*rest, S("~"));
    *answer = str_slice(*rest, 0, end < 0 ? rest->len : end);
    *rest = str_slice(*rest, end < 0 ? rest->len : end + 1, rest->len);
    return true;
}

static bool read_answer(Gift *gift, BankQuestion *question, Str part) {
    BankAnswer answer = {0};
    part = str_trim(part);
    if (str_begins(part, S("="))) {
        answer.weight = WEIGHT_WHOLE;
        part = str_slice(part, 1, part.len);
    } else {
        answer.weighted = gift_take_weight(gift, &part, &answer.weight);
    }
    ptrdiff_t mark = find_mark(part);
    Str text = str_trim(str_slice(part, 0, mark < 0 ? part.len : mark));
    answer.feedback = mark < 0 ? (Str){0} : read_part(gift, str_slice(part, mark + 1, part.len));
    if (question->kind == QUESTION_NUMERIC) {
        answer.text = text;
        if (!gift_check_number(gift, text, question->construct)) {
            return false;
        }
    } else {
        answer.text = question->kind == QUESTION_SHORT ? str_trim(rich_decode(gift->bank->arena, unescape(gift, text)))
                                                       : read_part(gift, text);
    }
    if (!utf8_is_blank(answer.text)) {
        bank_add_answer(gift->bank, question, &answer);
    }
    return answer.weight != INT32_MIN;
}

static bool read_answers(Gift *gift, BankQuestion *question, const Gap *gap) {
    Str rest = gap->answers, part;
    while (take_answer(&rest, &part)) {
        if (str_trim(part).len > 0 && !read_answer(gift, question, part)) {
            return false;
        }
    }
    bool chosen = question->kind == QUESTION_CHOICE || question->kind == QUESTION_SET;
    if (question->answers.count < (chosen ? 2 : 1)) {
        loss_tell(gift->report, &(Loss){.construct = question->construct,
                                        .became = BECAME_KEPT,
                                        .reason = chosen ? REASON_TOO_FEW_ANSWERS : REASON_NO_ANSWER,
                                        .line = gift_line(gift, gap->whole)});
        return false;
    }
    return true;
}

// The text with its gaps as lines to fill in, numbered when there are several.
static Str text_of(Gift *gift, Str text, int32_t count) {
    StrBuilder out = {.arena = gift->bank->arena};
    Gap gap;
    ptrdiff_t from = 0;
    for (int32_t number = 1; find_gap(text, from, &gap); number++) {
        ptrdiff_t at = gap.whole.text - text.text;
        str_add(&out, str_slice(text, from, at));
        if (kind_of(gap.type) == QUESTION_BROKEN) {
            str_add(&out, gap.whole);
            number--;
        } else if (count > 1) {
            str_addf(&out, "(%d) _____", number);
        } else {
            str_add(&out, S("_____"));
        }
        from = at + gap.whole.len;
    }
    str_add(&out, str_slice(text, from, text.len));
    if (gift->literal) {
        return rich_read(gift->bank->arena, str_built(&out), gift->format, &gift->seen);
    }
    gift->format = RICH_AUTO;
    return gift_text(gift, str_built(&out), &gift->format);
}

static int32_t count_gaps(Gift *gift, Str text) {
    int32_t count = 0;
    Gap gap;
    for (ptrdiff_t from = 0; find_gap(text, from, &gap); from = gap.whole.text + gap.whole.len - text.text) {
        bool known = kind_of(gap.type) != QUESTION_BROKEN;
        count += known;
        if (!known) {
            loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_CLOZE,
                                            .became = BECAME_KEPT,
                                            .reason = REASON_CLOZE_TYPE,
                                            .line = gift_line(gift, gap.whole),
                                            .about = gap.whole});
        }
    }
    return count;
}

static void tell_weight(Gift *gift, const Gap *gap) {
    int32_t weight = 1;
    if (str_to_int(gap->weight, &weight) && weight > 1) {
        loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_CLOZE,
                                        .became = BECAME_DEGRADED,
                                        .reason = REASON_CLOZE_WEIGHT,
                                        .line = gift_line(gift, gap->whole),
                                        .about = gap->weight});
    }
}

static void read_gap(Gift *gift, const BankQuestion *first, const Gap *gap, int32_t number, int32_t count) {
    BankQuestion question = *first;
    question.kind = kind_of(gap->type);
    question.of_many = number > 1;
    question.degraded = count > 1;
    question.general = number == count ? first->general : (Str){0};
    if (count > 1 && first->name.len > 0) {
        question.name = str_format(gift->bank->arena, "%.*s (%d)", S_ARG(first->name), number);
    }
    tell_weight(gift, gap);
    if (!read_answers(gift, &question, gap)) {
        question.kind = QUESTION_BROKEN;
        question.text = str_format(gift->bank->arena, "%.*s\n\n%.*s", S_ARG(first->text), S_ARG(gap->whole));
    }
    gift_add_question(gift, &question);
}

void gift_read_gaps(Gift *gift, const BankQuestion *like, Str text) {
    enum { MOST_GAPS = 100 }; // each becomes a question with the whole text
    int32_t count = count_gaps(gift, text);
    BankQuestion first = *like;
    first.construct = CONSTRUCT_CLOZE;
    first.text = text_of(gift, text, count);
    if (count == 0 || count > MOST_GAPS) {
        first.text = gift->literal ? rich_read(gift->bank->arena, text, gift->format, &gift->seen) : str_trim(text);
        if (count > 0) {
            loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_CLOZE,
                                            .became = BECAME_KEPT,
                                            .reason = REASON_TOO_MANY_ANSWERS,
                                            .line = gift->line,
                                            .about = str_format(gift->bank->arena, "%d", count)});
        }
        gift_add_question(gift, &first);
        return;
    }
    if (count > 1) {
        loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_CLOZE,
                                        .became = BECAME_DEGRADED,
                                        .reason = REASON_CLOZE_SPLIT,
                                        .line = gift->line,
                                        .about = str_format(gift->bank->arena, "%d", count)});
    }
    Gap gap;
    int32_t number = 0;
    for (ptrdiff_t from = 0; find_gap(text, from, &gap); from = gap.whole.text + gap.whole.len - text.text) {
        if (kind_of(gap.type) != QUESTION_BROKEN) {
            read_gap(gift, &first, &gap, ++number, count);
        }
    }
}
