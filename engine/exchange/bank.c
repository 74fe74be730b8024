#include "exchange/bank.h"

#include "base/emphasis.h"
#include "base/error.h"

#include <string.h>

enum { DECIMALS = 5, SCALE = 100000 };

// In x-kind of a decision whose kind alone does not tell.
static const Str KINDS[] = {[QUESTION_BROKEN] = S_INIT(""),     [QUESTION_DESCRIPTION] = S_INIT(""),
                            [QUESTION_ESSAY] = S_INIT(""),      [QUESTION_CHOICE] = S_INIT(""),
                            [QUESTION_SET] = S_INIT("set"),     [QUESTION_TRUE_FALSE] = S_INIT("true-false"),
                            [QUESTION_SHORT] = S_INIT("short"), [QUESTION_NUMERIC] = S_INIT("numeric"),
                            [QUESTION_MATCH] = S_INIT("")};

void bank_degrade(LossReport *report, const BankQuestion *question, LossReason reason, Str about) {
    loss_tell(report, &(Loss){.construct = question->construct,
                              .became = BECAME_DEGRADED,
                              .reason = reason,
                              .line = question->line,
                              .about = about});
}

void bank_drop(LossReport *report, const BankQuestion *question, Construct construct, Str about) {
    loss_judge(report, &(Loss){.construct = construct,
                               .became = BECAME_DROPPED,
                               .reason = REASON_NO_PLACE_FOR_IT,
                               .line = question->line,
                               .about = about});
}

Str bank_trim(LossReport *report, const BankQuestion *question, Str text) {
    Str inner = str_trim(text);
    if (inner.len < text.len) {
        bank_degrade(report, question, REASON_SPACES, (Str){0});
    }
    return inner;
}

bool bank_begin_writing(LossReport *report, const BankQuestion *question) {
    loss_settle(report, question->construct, question->degraded ? BECAME_DEGRADED : BECAME_CONVERTED);
    return question->kind != QUESTION_DESCRIPTION || question->text.len > 0 || question->name.len > 0;
}

bool bank_turn_category(const BankQuestion *question, Str *category) {
    bool turns = question->category.len > 0 && !str_equal(question->category, *category);
    *category = turns ? question->category : *category;
    return turns;
}

Str bank_write_right(Arena *scratch, LossReport *report, const BankQuestion *question, const BankAnswer *answer) {
    Str right = bank_trim(report, question, emphasis_plain(scratch, answer->right));
    if (right.len < str_trim(answer->right).len) {
        bank_degrade(report, question, REASON_PLAIN_ONLY, answer->right);
    }
    if (answer->feedback.len > 0) {
        bank_degrade(report, question, REASON_NO_PLACE_FOR_IT, answer->feedback);
    }
    return right;
}

bool bank_is_given_id(Str id) {
    bool given = id.len > 1 && id.text[0] == 'q';
    for (ptrdiff_t at = 1; given && at < id.len; at++) {
        given = id.text[at] >= '0' && id.text[at] <= '9';
    }
    return given;
}

Str bank_numbered(Arena *arena, char letter, int32_t number) {
    enum { MOST = 12 };
    char text[MOST];
    int32_t first = MOST;
    for (; number > 0; number /= 10) {
        text[--first] = (char)('0' + number % 10);
    }
    text[--first] = letter;
    return str_copy(arena, (Str){text + first, MOST - first});
}

Str bank_kind_name(QuestionKind kind) {
    return KINDS[kind];
}

// From the last decimal on that is not 0.
Str bank_format_weight(Arena *arena, int32_t weight) {
    enum { MOST = 16 };
    char text[MOST];
    int32_t first = MOST;
    int32_t size = weight < 0 ? -weight : weight;
    for (int32_t place = 0; place <= DECIMALS || size > 0; place++, size /= 10) {
        if (place == DECIMALS && first < MOST) {
            text[--first] = '.';
        }
        if (place >= DECIMALS || first < MOST || size % 10 > 0) {
            text[--first] = (char)('0' + size % 10);
        }
    }
    if (weight < 0) {
        text[--first] = '-';
    }
    return str_copy(arena, (Str){text + first, MOST - first});
}

int32_t bank_share(int32_t parts) {
    return (WEIGHT_WHOLE + parts / 2) / parts;
}

// The positive ones that Moodle takes.
static const int32_t GRADES[] = {10000000, 9000000, 8333333, 8000000, 7500000, 7000000, 6666667,
                                 6000000,  5000000, 4000000, 3333333, 3000000, 2500000, 2000000,
                                 1666667,  1428571, 1250000, 1111111, 1000000, 500000,  0};

bool bank_is_grade(int32_t weight) {
    for (int32_t i = 0; i < COUNT(GRADES); i++) {
        if (weight == GRADES[i] || weight == -GRADES[i]) {
            return true;
        }
    }
    return false;
}

Str bank_write_weight(Arena *scratch, LossReport *report, const BankQuestion *question, int32_t weight) {
    Str text = bank_format_weight(scratch, weight);
    if (!bank_is_grade(weight)) {
        bank_degrade(report, question, REASON_WEIGHT_UNKNOWN, str_copy(report->arena, text));
    }
    return text;
}

// A third is written 33.3, 33.33 or 33.333 by hand, and Moodle refuses the file for it.
static int32_t snap(int32_t size, int32_t decimals) {
    enum { NEAR = 5000 }; // a twentieth of a percent
    for (int32_t i = 0; i < COUNT(GRADES) && decimals > 0; i++) {
        int32_t off = size - GRADES[i];
        if (off > -NEAR && off < NEAR) {
            return GRADES[i];
        }
    }
    return size;
}

bool bank_read_weight(Str text, int32_t *weight) {
    enum { MOST = 1000 };
    text = str_trim(text);
    bool negative = str_begins(text, S("-"));
    int64_t size = 0;
    int32_t digits = 0, decimals = -1;
    for (ptrdiff_t at = negative; at < text.len; at++) {
        char c = text.text[at];
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c < '0' || c > '9' || size > (int64_t)MOST * SCALE) {
            return false;
        } else if (decimals < DECIMALS) {
            size = size * 10 + (c - '0');
            decimals += decimals >= 0;
            digits++;
        }
    }
    for (int32_t i = decimals < 0 ? 0 : decimals; i < DECIMALS; i++) {
        size *= 10;
    }
    if (digits == 0 || size > WEIGHT_WHOLE) {
        return false;
    }
    *weight = snap((int32_t)size, decimals) * (negative ? -1 : 1);
    return true;
}

static ptrdiff_t skip_digits(Str text, ptrdiff_t at) {
    while (at < text.len && text.text[at] >= '0' && text.text[at] <= '9') {
        at++;
    }
    return at;
}

// Sign, digits with a full stop anywhere, exponent.
bool bank_is_number(Str text) {
    text = str_trim(text);
    ptrdiff_t from = str_begins(text, S("-")) || str_begins(text, S("+"));
    ptrdiff_t at = skip_digits(text, from);
    ptrdiff_t digits = at - from;
    if (at < text.len && text.text[at] == '.') {
        ptrdiff_t end = skip_digits(text, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (digits > 0 && at < text.len && (text.text[at] == 'e' || text.text[at] == 'E')) {
        Str sign = str_slice(text, at + 1, at + 2);
        ptrdiff_t exponent = at + 1 + (str_equal(sign, S("-")) || str_equal(sign, S("+")));
        ptrdiff_t end = skip_digits(text, exponent);
        at = end > exponent ? end : at;
    }
    return digits > 0 && at == text.len;
}

bool bank_has_decimal_comma(Str text) {
    for (ptrdiff_t at = 1; at + 1 < text.len; at++) {
        if (text.text[at] == ',' && skip_digits(text, at - 1) == at && skip_digits(text, at + 1) > at + 1) {
            return true;
        }
    }
    return false;
}

const BankAnswer *bank_answer(const Bank *bank, const BankQuestion *question, int32_t index) {
    ASSERT(index >= 0 && index < question->answers.count);
    return &bank->answers.rows[question->answers.first + index];
}

static Arena *tables_of(const Bank *bank) {
    return bank->tables ? bank->tables : bank->arena;
}

void bank_empty(Bank *bank) {
    bank->questions.count = 0;
    bank->answers.count = 0;
    bank->settings.count = 0;
}

void bank_add_answer(Bank *bank, BankQuestion *question, const BankAnswer *answer) {
    if (question->answers.count == 0) {
        question->answers.first = bank->answers.count;
    }
    *rows_append(tables_of(bank), &bank->answers) = *answer;
    question->answers.count++;
}

void bank_add_setting(Bank *bank, BankQuestion *question, Str name, Str text) {
    if (question->settings.count == 0) {
        question->settings.first = bank->settings.count;
    }
    *rows_append(tables_of(bank), &bank->settings) = (BankSetting){name, text};
    question->settings.count++;
}

static void count_answers(const Bank *bank, const BankQuestion *question, LossReport *report) {
    if (question->general.len > 0) {
        loss_find(report, CONSTRUCT_FEEDBACK);
    }
    for (int32_t i = question->answers.first; i < question->answers.first + question->answers.count; i++) {
        const BankAnswer *answer = &bank->answers.rows[i];
        if (answer->feedback.len > 0 && !answer->lent) {
            loss_find(report, CONSTRUCT_FEEDBACK);
        }
        if (answer->weighted) {
            loss_find(report, CONSTRUCT_WEIGHT);
        }
    }
}

void bank_add_question(Bank *bank, const BankQuestion *question, const RichSeen *seen, LossReport *report) {
    BankQuestion *added = rows_append(tables_of(bank), &bank->questions);
    *added = *question;
    if (!question->of_many) {
        loss_find(report, question->construct);
    }
    if (question->kind == QUESTION_BROKEN) {
        added->answers.count = 0;
        return;
    }
    loss_count_markup(report, seen, question->line);
    count_answers(bank, question, report);
}

Str bank_on_one_line(Arena *arena, Str text) {
    if (text.len == 0 || !memchr(text.text, '\n', (size_t)text.len)) {
        return text;
    }
    StrBuilder line = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        str_add_char(&line, (char)(text.text[at] == '\n' ? ' ' : text.text[at]));
    }
    return str_built(&line);
}
