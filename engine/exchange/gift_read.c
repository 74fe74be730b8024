#include "base/utf8.h"
#include "exchange/gift.h"
#include "exchange/gift_text.h"

#include <string.h>

enum { HUGE = 1024 * 1024, KEPT = 4000, PART = 256 }; // bytes of a block, characters of one that is cut, questions

// The next line, trimmed; LF, CRLF and CR each end one.
static bool take_line(GiftFile *source, Str *line) {
    if (source->text.len == 0) {
        return false;
    }
    Str text = source->text;
    if (!source->feed || source->feed < text.text) {
        const char *feed = memchr(text.text, '\n', (size_t)text.len);
        source->feed = feed ? feed : text.text + text.len;
    }
    ptrdiff_t at = source->feed - text.text;
    const char *back = at > 0 ? memchr(text.text, '\r', (size_t)at) : NULL;
    at = back ? back - text.text : at;
    *line = str_trim(str_slice(text, 0, at));
    bool pair = str_begins(str_slice(text, at, text.len), S("\r\n"));
    source->text = str_slice(text, at + 1 + pair, text.len);
    source->line++;
    return true;
}

// `place` is a part of the block, or empty: then it is about the question as a whole.
static void tell(Gift *gift, const BankQuestion *question, Became became, LossReason reason, Str place, Str about) {
    loss_tell(gift->report, &(Loss){.construct = question->construct,
                                    .became = became,
                                    .reason = reason,
                                    .line = place.len > 0 ? gift_line(gift, place) : question->line,
                                    .about = about});
}

// What stands before the first unprotected #, and the feedback after it.
static Str cut_feedback(Gift *gift, Str answer, Str *feedback) {
    ptrdiff_t mark = gift_find(answer, S("#"));
    RichFormat format = gift->format;
    *feedback = mark < 0 ? (Str){0} : gift_text(gift, str_trim(str_slice(answer, mark + 1, answer.len)), &format);
    return str_trim(str_slice(answer, 0, mark < 0 ? answer.len : mark));
}

// The next part of a list whose parts begin with one of `signs`; the sign is '\0' for what stands before the first.
static bool take_part(Str *rest, uint8_t signs, char *sign, Str *part) {
    if (rest->len == 0) {
        return false;
    }
    bool signed_part = gift_find_any(str_slice(*rest, 0, 1), signs) == 0;
    *sign = (char)(signed_part ? *rest->text : '\0');
    Str text = str_slice(*rest, signed_part, rest->len);
    ptrdiff_t end = gift_find_any(text, signs);
    end = end < 0 ? text.len : end;
    *part = str_trim(str_slice(text, 0, end));
    *rest = str_slice(text, end, text.len);
    return true;
}

static bool add_choice(Gift *gift, BankQuestion *question, char sign, Str part) {
    BankAnswer answer = {.weight = sign == '=' ? WEIGHT_WHOLE : 0};
    Str whole = part;
    answer.weighted = gift_take_weight(gift, &part, &answer.weight);
    RichFormat format = gift->format;
    answer.text = gift_text(gift, cut_feedback(gift, part, &answer.feedback), &format);
    if (!utf8_is_blank(answer.text)) {
        bank_add_answer(gift->bank, question, &answer);
    } else if (whole.len > 0 || sign == '=') {
        tell(gift, question, BECAME_DROPPED, REASON_EMPTY_ANSWER, whole, whole);
    }
    if (answer.weighted && !bank_is_grade(answer.weight) && answer.weight != INT32_MIN) {
        Str weight = bank_format_weight(gift->bank->arena, answer.weight);
        tell(gift, question, BECAME_CONVERTED, REASON_WEIGHT_UNKNOWN, whole, weight);
    }
    return answer.weight != INT32_MIN;
}

static bool read_choice(Gift *gift, BankQuestion *question, Str answers) {
    bool single = gift_find(answers, S("=")) >= 0;
    question->kind = single ? QUESTION_CHOICE : QUESTION_SET;
    question->construct = CONSTRUCT_MULTICHOICE;
    Str rest = answers, part;
    char sign;
    while (take_part(&rest, GIFT_EQUALS | GIFT_TILDE, &sign, &part)) {
        if (!add_choice(gift, question, sign, part)) {
            return false;
        }
    }
    if (question->answers.count < 2) {
        tell(gift, question, BECAME_KEPT, REASON_TOO_FEW_ANSWERS, answers, (Str){0});
        return false;
    }
    return true;
}

static bool read_match(Gift *gift, BankQuestion *question, Str answers) {
    question->kind = QUESTION_MATCH;
    question->construct = CONSTRUCT_MATCHING;
    Str rest = answers, part;
    char sign;
    while (take_part(&rest, GIFT_EQUALS, &sign, &part)) {
        ptrdiff_t arrow = str_find(part, S("->"));
        if (part.len > 0 && arrow < 0) {
            tell(gift, question, BECAME_KEPT, REASON_NOT_A_PAIR, part, part);
            return false;
        }
        RichFormat format = gift->format;
        BankAnswer answer = {.weight = WEIGHT_WHOLE};
        answer.text = gift_text(gift, str_trim(str_slice(part, 0, arrow)), &format);
        Str right = str_trim(gift_unescape(gift->bank->arena, str_slice(part, arrow + 2, part.len)));
        answer.right = rich_read(gift->bank->arena, right, RICH_PLAIN, &gift->seen);
        if (!utf8_is_blank(answer.right)) {
            bank_add_answer(gift->bank, question, &answer);
        } else if (part.len > 0) {
            tell(gift, question, BECAME_DROPPED, REASON_EMPTY_ANSWER, part, part);
        }
    }
    if (question->answers.count < 2) {
        tell(gift, question, BECAME_KEPT, REASON_TOO_FEW_ANSWERS, answers, (Str){0});
        return false;
    }
    return true;
}

static bool is_truth(Str text, bool *truth) {
    *truth = str_equal(text, S("T")) || str_equal(text, S("TRUE"));
    return *truth || str_equal(text, S("F")) || str_equal(text, S("FALSE"));
}

// The first feedback is of the wrong answer, the second of the right one.
static bool read_truth(Gift *gift, BankQuestion *question, Str answers, bool truth) {
    question->kind = QUESTION_TRUE_FALSE;
    question->construct = CONSTRUCT_TRUE_FALSE;
    Str feedback[2] = {{0}, {0}};
    Str rest = answers, part;
    char sign;
    int32_t count = 0;
    for (; take_part(&rest, GIFT_HASH, &sign, &part); count++) {
        RichFormat format = gift->format;
        if (count == 1 || count == 2) {
            Str text = count == 2 ? (Str){part.text, answers.text + answers.len - part.text} : part;
            feedback[count - 1] = gift_text(gift, str_trim(text), &format);
        }
    }
    for (int32_t i = 0; i < 2; i++) {
        bool right = (i == 0) == truth;
        BankAnswer answer = {.weight = right ? WEIGHT_WHOLE : 0, .feedback = feedback[right]};
        bank_add_answer(gift->bank, question, &answer);
    }
    return true;
}

static bool is_bare_truth(Str text) {
    static const Str WORDS[] = {S_INIT("true"), S_INIT("True"), S_INIT("false"), S_INIT("False"), S_INIT("t"),
                                S_INIT("f"),    S_INIT("vrai"), S_INIT("Vrai"),  S_INIT("VRAI"),  S_INIT("faux"),
                                S_INIT("Faux"), S_INIT("FAUX"), S_INIT("V")};
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        if (str_equal(WORDS[i], text)) {
            return true;
        }
    }
    return false;
}

static bool add_typed(Gift *gift, BankQuestion *question, Str part) {
    BankAnswer answer = {.weight = WEIGHT_WHOLE};
    answer.weighted = gift_take_weight(gift, &part, &answer.weight);
    Str text = cut_feedback(gift, part, &answer.feedback);
    if (question->kind == QUESTION_NUMERIC) {
        answer.text = text;
        if (text.len > 0 && !gift_check_number(gift, text, question->construct)) {
            return false;
        }
    } else {
        RichFormat format; // says nothing about what is typed
        (void)gift_take_format(&text, &format);
        answer.text = str_trim(gift_unescape(gift->bank->arena, text));
    }
    if (!utf8_is_blank(answer.text)) {
        bank_add_answer(gift->bank, question, &answer);
    }
    return answer.weight != INT32_MIN;
}

static bool read_typed(Gift *gift, BankQuestion *question, Str answers) {
    Str rest = answers, part;
    char sign;
    while (take_part(&rest, GIFT_EQUALS, &sign, &part)) {
        if (part.len > 0 && !add_typed(gift, question, part)) {
            return false;
        }
    }
    if (question->answers.count == 0) {
        tell(gift, question, BECAME_KEPT, REASON_NO_ANSWER, answers, (Str){0});
        return false;
    }
    return true;
}

static bool read_short(Gift *gift, BankQuestion *question, Str answers) {
    question->kind = QUESTION_SHORT;
    question->construct = CONSTRUCT_SHORT_ANSWER;
    if (!read_typed(gift, question, answers)) {
        return false;
    }
    if (is_bare_truth(answers)) {
        tell(gift, question, BECAME_DEGRADED, REASON_BARE_TRUTH, answers, answers);
    }
    return true;
}

static bool read_numeric(Gift *gift, BankQuestion *question, Str answers) {
    question->kind = QUESTION_NUMERIC;
    question->construct = CONSTRUCT_NUMERICAL;
    ptrdiff_t wrong = gift_find(answers, S("~"));
    if (!read_typed(gift, question, str_slice(answers, 1, wrong < 0 ? answers.len : wrong))) {
        return false;
    }
    if (wrong >= 0) {
        BankAnswer other = {.text = S("*")};
        (void)cut_feedback(gift, str_slice(answers, wrong + 1, answers.len), &other.feedback);
        bank_add_answer(gift->bank, question, &other);
    }
    return true;
}

static bool read_answers(Gift *gift, BankQuestion *question, Str answers) {
    if (answers.len == 0) {
        question->kind = QUESTION_ESSAY;
        question->construct = CONSTRUCT_ESSAY;
        return true;
    }
    if (*answers.text == '#') {
        return read_numeric(gift, question, answers);
    }
    if (gift_find(answers, S("~")) >= 0) {
        return read_choice(gift, question, answers);
    }
    if (gift_find(answers, S("=")) >= 0 && str_find(answers, S("->")) >= 0) {
        return read_match(gift, question, answers);
    }
    ptrdiff_t mark = gift_find(answers, S("#"));
    bool truth;
    if (is_truth(str_trim(str_slice(answers, 0, mark < 0 ? answers.len : mark)), &truth)) {
        return read_truth(gift, question, answers, truth);
    }
    return read_short(gift, question, answers);
}

// The text around the answers, with a line to fill in where something follows them.
static Str text_around(Gift *gift, Str before, Str after) {
    if (str_trim(after).len == 0) {
        return before;
    }
    return str_format(gift->bank->arena, "%.*s_____%.*s", S_ARG(before), S_ARG(after));
}

static void tell_second(Gift *gift, BankQuestion *question, Str after) {
    ptrdiff_t name = str_begins(after, S("::")) ? 0 : str_find(after, S("\n::"));
    if (name >= 0) {
        Str begin = str_trim(str_slice(after, name, after.len));
        Str rest = begin;
        tell(gift, question, BECAME_DEGRADED, REASON_NO_BLANK_LINE, begin, str_cut(&rest, '\n'));
        question->degraded = true;
    } else if (gift_find(after, S("{")) >= 0) {
        tell(gift, question, BECAME_DEGRADED, REASON_MORE_BRACES, after, (Str){0});
        question->degraded = true;
    }
}

static void break_question(Gift *gift, BankQuestion *question, Str text) {
    question->kind = QUESTION_BROKEN;
    question->text = text;
    gift_add_question(gift, question);
}

static void read_with_answers(Gift *gift, BankQuestion *question, Str text, ptrdiff_t start, ptrdiff_t finish) {
    Str answers = str_trim(str_slice(text, start + 1, finish));
    Str after = str_slice(text, finish + 1, text.len);
    ptrdiff_t general = gift_find_last(answers, S("####"));
    gift->format = RICH_AUTO;
    question->text = gift_text(gift, str_trim(text_around(gift, str_slice(text, 0, start), after)), &gift->format);
    if (general >= 0) {
        RichFormat format = gift->format;
        question->general = gift_text(gift, str_trim(str_slice(answers, general + 4, answers.len)), &format);
        answers = str_trim(str_slice(answers, 0, general));
    }
    if (!read_answers(gift, question, answers)) {
        break_question(gift, question, text);
        return;
    }
    tell_second(gift, question, after);
    gift_add_question(gift, question);
}

static void forget_marks(Gift *gift) {
    gift->id = (Str){0};
    gift->tags = (Str){0};
}

static void drop_mark(Gift *gift, Construct construct, Str text) {
    loss_settle(gift->report, construct, BECAME_DROPPED);
    loss_tell(gift->report, &(Loss){.construct = construct,
                                    .became = BECAME_DROPPED,
                                    .reason = REASON_NO_QUESTION,
                                    .line = gift->line,
                                    .about = text});
}

// Marks that stand before no question.
static void drop_marks(Gift *gift) {
    if (gift->id.len > 0) {
        drop_mark(gift, CONSTRUCT_ID, gift->id);
    }
    for (Str rest = gift->tags; rest.len > 0;) {
        drop_mark(gift, CONSTRUCT_TAG, str_cut(&rest, '\n'));
    }
    forget_marks(gift);
}

static void read_text(Gift *gift, BankQuestion *question, Str text) {
    ptrdiff_t start = gift_find(text, S("{"));
    ptrdiff_t finish = gift_find(text, S("}"));
    if (start < 0 && finish < 0) {
        question->kind = QUESTION_DESCRIPTION;
        question->construct = CONSTRUCT_DESCRIPTION;
        gift->format = RICH_AUTO;
        question->text = gift_text(gift, text, &gift->format);
        if (question->text.len > 0 || question->name.len > 0) {
            gift_add_question(gift, question);
        } else {
            drop_marks(gift);
        }
    } else if (start < 0 || finish < start) {
        Str brace = str_slice(text, start < 0 ? finish : start, text.len);
        tell(gift, question, BECAME_KEPT, REASON_ONE_BRACE, brace, (Str){0});
        break_question(gift, question, text);
    } else {
        read_with_answers(gift, question, text, start, finish);
    }
}

static Str read_name(Gift *gift, BankQuestion *question, Str text) {
    if (!str_begins(text, S("::"))) {
        return text;
    }
    text = str_slice(text, 2, text.len);
    ptrdiff_t end = gift_find(text, S("::"));
    if (end < 0) {
        tell(gift, question, BECAME_CONVERTED, REASON_NAME_NOT_CLOSED, (Str){0}, (Str){0});
        return text;
    }
    Str name = str_trim(gift_unescape(gift->bank->arena, str_slice(text, 0, end)));
    question->name = bank_on_one_line(gift->bank->arena, name);
    return str_trim(str_slice(text, end + 2, text.len));
}

static Str read_category(Gift *gift, Str text) {
    Str rest = str_slice(text, S("$CATEGORY:").len, text.len);
    Str line = str_trim(str_cut(&rest, '\n'));
    gift->category = str_copy(gift->report->arena, str_trim(gift_unescape(gift->bank->arena, line)));
    loss_find(gift->report, CONSTRUCT_CATEGORY);
    loss_settle(gift->report, CONSTRUCT_CATEGORY, BECAME_KEPT);
    loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_CATEGORY,
                                    .became = BECAME_KEPT,
                                    .reason = str_trim(rest).len > 0 ? REASON_CATEGORY_LINES : REASON_KEPT_ASIDE,
                                    .line = gift->line,
                                    .about = gift->category});
    return str_trim(rest);
}

static void read_block(Gift *gift) {
    Str text = str_trim(gift->block);
    if (str_begins(text, S("$CATEGORY:"))) {
        text = read_category(gift, text);
    }
    if (text.len == 0) {
        return; // comments alone are of the question that follows
    }
    BankQuestion question = {.construct = CONSTRUCT_QUESTION, .line = gift_line(gift, text)};
    gift->line = question.line;
    gift->bare = rich_is_bare(text);
    text = read_name(gift, &question, text);
    if (gift_has_gap(text)) {
        gift_read_gaps(gift, &question, text);
    } else if (text.len > 0 || question.name.len > 0) {
        read_text(gift, &question, text);
    } else {
        drop_marks(gift);
    }
    forget_marks(gift);
    gift->notes = (Str){0};
}

static bool is_within_braces(Gift *gift) {
    Str block = str_slice(gift->block, gift->looked, gift->block.len);
    gift->opened = gift->opened || gift_find(block, S("{")) >= 0;
    gift->closed = gift->closed || gift_find(block, S("}")) >= 0;
    gift->looked = gift->block.len;
    return gift->opened && !gift->closed;
}

// Moodle takes a 0 alone for a blank line; between braces it is more likely an answer.
static bool is_blank(Gift *gift, Str line) {
    if (!str_equal(line, S("0"))) {
        return line.len == 0;
    }
    bool within = is_within_braces(gift);
    if (!within) {
        loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_QUESTION,
                                        .became = BECAME_DROPPED,
                                        .reason = REASON_ZERO_LINE,
                                        .line = gift->line});
    }
    return !within;
}

// What no scene could hold is not even looked at.
static void cut_block(Gift *gift) {
    BankQuestion question = {.construct = CONSTRUCT_QUESTION, .line = gift->line};
    tell(gift, &question, BECAME_KEPT, REASON_HUGE, (Str){0}, (Str){0});
    break_question(gift, &question, str_slice(gift->block, 0, utf8_offset(str_slice(gift->block, 0, HUGE), KEPT)));
    gift->notes = (Str){0};
    forget_marks(gift);
}

static void end_block(Gift *gift) {
    if (gift->block.len > HUGE) {
        cut_block(gift);
    } else {
        read_block(gift);
    }
    gift->block = str_slice(gift->block, gift->block.len, gift->block.len);
    gift->lines.count = 0;
    gift->opened = false;
    gift->closed = false;
    gift->looked = 0;
}

// The block's lines lie close together.
static void add_line(Gift *gift, Str line, int32_t number) {
    bool first = gift->lines.count == 0;
    if (first) {
        gift->block = (Str){gift->place, 0};
        gift->line = number;
    } else {
        *gift->place++ = '\n';
        gift->block.len++;
    }
    if (gift->block.len <= HUGE) {
        *rows_append(gift->scratch, &gift->lines) = (GiftLine){gift->block.len, number};
    }
    memcpy(gift->place, line.text, (size_t)line.len);
    gift->place += line.len;
    gift->block.len += line.len;
}

Gift *gift_begin(Arena *arena, Arena *scratch, Bank *bank, Str text, LossReport *report) {
    Gift *gift = arena_push(arena, Gift, 1);
    char *room = arena_push_text(arena, text.len + 1);
    *gift = (Gift){
        .bank = bank, .scratch = scratch, .report = report, .source = {.text = text}, .room = room, .place = room};
    return gift;
}

// The bank has enough, and the block surely becomes a question: comments at the end of a file need one to go to.
static bool is_for_next(Gift *gift) {
    return gift->bank->questions.count >= PART && !str_begins(gift->block, S("$CATEGORY:")) &&
           gift_find(gift->block, S("{")) >= 0;
}

// The block that waited is the first of its part.
static void begin_part(Gift *gift) {
    memmove(gift->room, gift->block.text, (size_t)gift->block.len);
    gift->block.text = gift->room;
    gift->place = gift->room + gift->block.len;
    gift->waits = false;
    end_block(gift);
}

static void take_next(Gift *gift, Str line) {
    if (gift->lines.count == 0) {
        gift->line = gift->source.line;
    }
    if (!is_blank(gift, line)) {
        if (str_begins(line, S("//"))) {
            gift_add_comment(gift, line, gift->source.line);
        } else {
            add_line(gift, line, gift->source.line);
        }
    } else if (is_for_next(gift)) {
        gift->waits = true;
    } else {
        end_block(gift);
    }
}

bool gift_read(Gift *gift) {
    if (gift->waits) {
        begin_part(gift);
    }
    Str line;
    while (!gift->waits && gift->bank->questions.count < LIMIT_SCENES && take_line(&gift->source, &line)) {
        take_next(gift, line);
    }
    if (gift->waits) {
        return true;
    }
    end_block(gift);
    drop_marks(gift);
    gift_end_comments(gift);
    return false;
}

// A name between colons, braces, a category: what no text without questions has.
bool gift_is(Str text) {
    GiftFile source = {.text = text};
    Str line;
    bool open = false;
    while (take_line(&source, &line)) {
        bool named = str_begins(line, S("::")) && gift_find(str_slice(line, 2, line.len), S("::")) > 0;
        if (named || str_begins(line, S("$CATEGORY:"))) {
            return true;
        }
        open = open || gift_find(line, S("{")) >= 0;
        if (open && gift_find(line, S("}")) >= 0) {
            return true;
        }
    }
    return false;
}
