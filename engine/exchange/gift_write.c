#include "exchange/gift.h"
#include "exchange/rich.h"

#include <string.h>

typedef struct {
    StrBuilder out;
    Arena *scratch;
    const Bank *bank;
    LossReport *report;
    const BankQuestion *question;
    Str category; // that holds for what follows
    bool html;    // answers inherit the format of their question
} Writer;

static void add(Writer *writer, Str text) {
    str_add(&writer->out, text);
}

static void add_escaped(Writer *writer, Str text) {
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        if (c == '\n' || c == '\r') {
            bool pair = c == '\r' && at + 1 < text.len && text.text[at + 1] == '\n';
            add(writer, pair ? S("") : S("\\n"));
        } else {
            add(writer, c != '\0' && strchr("\\#=~{}:", c) ? S("\\") : S(""));
            str_add_char(&writer->out, c);
        }
    }
}

// What a reader would take for a format, a weight, a comment or a blank line.
static bool is_mistaken(Str text) {
    return str_begins(text, S("[")) || str_begins(text, S("%")) || str_begins(text, S("//")) || str_equal(text, S("0"));
}

static bool add_text(Writer *writer, Str text, bool html) {
    text = bank_trim(writer->report, writer->question, text);
    html = html || writer->html || !rich_is_plain(writer->scratch, text);
    bool named = (html && !writer->html) || is_mistaken(text);
    add(writer, !named ? S("") : html ? S("[html]") : S("[moodle]"));
    add_escaped(writer, html ? rich_write_html(writer->scratch, text) : text);
    return html;
}

static void add_feedback(Writer *writer, Str sign, Str text) {
    bool arrow = str_find(text, S("->")) >= 0;
    if (text.len > 0) {
        add(writer, sign);
        (void)add_text(writer, text, arrow);
    }
}

static Str weight_of(Writer *writer, int32_t weight) {
    Str text = bank_write_weight(writer->scratch, writer->report, writer->question, weight);
    return str_format(writer->scratch, "%%%.*s%%", S_ARG(text));
}

// A choice is told by its ~: where all answers are right the last has one too.
static bool needs_tilde(const Writer *writer, int32_t index) {
    const BankQuestion *question = writer->question;
    int32_t right = 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        right += bank_answer(writer->bank, writer->question, i)->weight == WEIGHT_WHOLE;
    }
    return index == question->answers.count - 1 && right == question->answers.count;
}

static void add_choice(Writer *writer, int32_t index) {
    const BankAnswer *answer = bank_answer(writer->bank, writer->question, index);
    bool set = writer->question->kind == QUESTION_SET;
    bool right = !set && answer->weight == WEIGHT_WHOLE && !needs_tilde(writer, index);
    bool weighted = set || (answer->weight != 0 && !right);
    add(writer, right ? S("\n\t=") : S("\n\t~"));
    add(writer, weighted ? weight_of(writer, answer->weight) : S(""));
    (void)add_text(writer, answer->text, false);
    add_feedback(writer, S("#"), answer->feedback);
}

static void add_pair(Writer *writer, const BankAnswer *answer) {
    bool arrow = str_find(answer->text, S("->")) >= 0;
    Str right = bank_write_right(writer->scratch, writer->report, writer->question, answer);
    add(writer, S("\n\t="));
    if (answer->text.len > 0) {
        (void)add_text(writer, answer->text, arrow);
    }
    add(writer, S(" -> "));
    add_escaped(writer, right);
}

static Str without_arrow(Writer *writer, Str text) {
    ptrdiff_t at = str_find(text, S("->"));
    if (at < 0) {
        return text;
    }
    StrBuilder out = {.arena = writer->scratch};
    for (; at >= 0; at = str_find(text, S("->"))) {
        str_add(&out, str_slice(text, 0, at));
        str_add(&out, S("→"));
        text = str_slice(text, at + 2, text.len);
    }
    str_add(&out, text);
    bank_degrade(writer->report, writer->question, REASON_ARROW, (Str){0});
    return str_built(&out);
}

static void add_typed(Writer *writer, const BankAnswer *answer) {
    bool numeric = writer->question->kind == QUESTION_NUMERIC;
    bool other = numeric && answer->weight == 0 && str_equal(answer->text, S("*")) && answer->feedback.len > 0;
    if (other) {
        add(writer, S("\n\t~"));
        add_feedback(writer, S("#"), answer->feedback);
        return;
    }
    Str text = bank_trim(writer->report, writer->question, answer->text);
    bool weighted = answer->weight != WEIGHT_WHOLE || str_begins(text, S("%"));
    add(writer, S("\n\t="));
    add(writer, weighted ? weight_of(writer, answer->weight) : S(""));
    if (numeric) {
        add(writer, text);
    } else {
        add(writer, str_begins(text, S("[")) ? S("[moodle]") : S(""));
        add_escaped(writer, without_arrow(writer, text));
    }
    add_feedback(writer, S("#"), answer->feedback);
}

static void add_truth(Writer *writer) {
    const BankAnswer *yes = bank_answer(writer->bank, writer->question, 0),
                     *no = bank_answer(writer->bank, writer->question, 1);
    bool truth = yes->weight > no->weight;
    Str wrong = truth ? no->feedback : yes->feedback;
    Str right = truth ? yes->feedback : no->feedback;
    add(writer, truth ? S("T") : S("F"));
    add(writer, wrong.len == 0 && right.len > 0 ? S("#") : S(""));
    add_feedback(writer, S("#"), wrong);
    add_feedback(writer, S("#"), right);
}

static void add_answers(Writer *writer) {
    const BankQuestion *question = writer->question;
    add(writer, question->kind == QUESTION_NUMERIC ? S("#") : S(""));
    if (question->kind == QUESTION_TRUE_FALSE) {
        add_truth(writer);
        return;
    }
    for (int32_t i = 0; i < question->answers.count; i++) {
        if (question->kind == QUESTION_MATCH) {
            add_pair(writer, bank_answer(writer->bank, writer->question, i));
        } else if (question->kind == QUESTION_SHORT || question->kind == QUESTION_NUMERIC) {
            add_typed(writer, bank_answer(writer->bank, writer->question, i));
        } else {
            add_choice(writer, i);
        }
    }
}

static void add_braces(Writer *writer) {
    const BankQuestion *question = writer->question;
    add(writer, question->text.len > 0 ? S(" {") : S("{"));
    add_answers(writer);
    bool lines = question->answers.count > 0 && question->kind != QUESTION_TRUE_FALSE;
    if (question->general.len > 0) {
        add_feedback(writer, lines ? S("\n\t####") : S("####"), question->general);
    }
    add(writer, lines ? S("\n}") : S("}"));
}

// A backslash at the end would take the bracket with it.
static void add_mark(Writer *writer, Str name, Str text) {
    if (str_ends(text, S("\\"))) {
        bank_degrade(writer->report, writer->question, REASON_NO_PLACE_FOR_IT, text);
        text = str_slice(text, 0, text.len - 1);
    }
    add(writer, name);
    for (ptrdiff_t at = 0; at < text.len; at++) {
        add(writer, text.text[at] == ']' ? S("\\") : S(""));
        str_add_char(&writer->out, text.text[at]);
    }
    add(writer, S("]"));
}

static void add_comments(Writer *writer) {
    const BankQuestion *question = writer->question;
    for (Str rest = question->notes; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        add(writer, line.len > 0 ? S("// ") : S(""));
        add(writer, line);
        add(writer, line.len > 0 ? S("\n") : S(""));
    }
    if (question->id.len > 0 || question->tags.len > 0) {
        add(writer, S("//"));
        if (question->id.len > 0) {
            add_mark(writer, S(" [id:"), question->id);
        }
        for (Str rest = question->tags; rest.len > 0;) {
            add_mark(writer, S(" [tag:"), str_cut(&rest, '\n'));
        }
        add(writer, S("\n"));
    }
}

static void add_category(Writer *writer) {
    if (bank_turn_category(writer->question, &writer->category)) {
        add(writer, S("$CATEGORY: "));
        add_escaped(writer, writer->category);
        add(writer, S("\n\n"));
    }
}

static void leave_settings(Writer *writer) {
    const BankQuestion *question = writer->question;
    for (int32_t i = 0; i < question->settings.count; i++) {
        bank_drop(writer->report, writer->question, CONSTRUCT_SETTING,
                  writer->bank->settings.rows[question->settings.first + i].name);
    }
    if (question->shuffle) {
        bank_drop(writer->report, writer->question, CONSTRUCT_CASE_TEXT, S("shuffle"));
    }
}

static void add_question(Writer *writer) {
    const BankQuestion *question = writer->question;
    bool written = bank_begin_writing(writer->report, question);
    leave_settings(writer);
    if (!written) {
        return;
    }
    add_category(writer);
    add_comments(writer);
    if (question->name.len > 0) {
        add(writer, S("::"));
        add_escaped(writer, bank_trim(writer->report, writer->question, question->name));
        add(writer, S("::"));
    }
    writer->html = false;
    if (question->text.len > 0) {
        writer->html = add_text(writer, question->text, false);
    }
    if (question->kind != QUESTION_DESCRIPTION) {
        add_braces(writer);
    }
    add(writer, S("\n\n"));
}

Str gift_write(Arena *arena, Arena *scratch, const Bank *bank, LossReport *report) {
    Writer writer = {.out = {.arena = arena}, .scratch = scratch, .bank = bank, .report = report};
    for (int32_t i = 0; i < bank->questions.count; i++) {
        ArenaMark mark = arena_mark(scratch);
        writer.question = &bank->questions.rows[i];
        add_question(&writer);
        arena_rewind(scratch, mark);
    }
    return str_built(&writer.out);
}
