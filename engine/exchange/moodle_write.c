#include "exchange/moodle.h"
#include "exchange/moodle_parts.h"

#include <stdlib.h>

typedef struct {
    StrBuilder out;
    Arena *scratch;
    const Bank *bank;
    LossReport *report;
    const BankQuestion *question;
    Str category; // that holds for what follows
} Writer;

static void add(Writer *writer, Str text) {
    str_add(&writer->out, text);
}

static void add_escaped(Writer *writer, Str text) {
    if (!xml_add(&writer->out, text)) {
        bank_degrade(writer->report, writer->question, REASON_NO_PLACE_FOR_IT, S("U+FFFD"));
    }
}

static void add_value(Writer *writer, Str name, Str value) {
    str_addf(&writer->out, "    <%.*s>", S_ARG(name));
    add_escaped(writer, value);
    str_addf(&writer->out, "</%.*s>\n", S_ARG(name));
}

// HTML stands as it is, but for what ends it.
static void add_html(Writer *writer, Str html) {
    if (html.len == 0) {
        add(writer, S("<text></text>"));
        return;
    }
    add(writer, S("<text><![CDATA["));
    for (ptrdiff_t end = str_find(html, S("]]>")); end >= 0; end = str_find(html, S("]]>"))) {
        add(writer, str_slice(html, 0, end + 2));
        add(writer, S("]]><![CDATA["));
        html = str_slice(html, end + 2, html.len);
    }
    add(writer, html);
    add(writer, S("]]></text>"));
}

static void add_rich(Writer *writer, Str name, Str text) {
    str_addf(&writer->out, "<%.*s format=\"html\">", S_ARG(name));
    add_html(writer, rich_write_html(writer->scratch, bank_trim(writer->report, writer->question, text)));
    str_addf(&writer->out, "</%.*s>\n", S_ARG(name));
}

static void add_feedback(Writer *writer, Str text) {
    if (text.len > 0) {
        add(writer, S("      "));
        add_rich(writer, S("feedback"), text);
    }
}

static void begin_answer(Writer *writer, int32_t weight, Str format) {
    Str text = bank_write_weight(writer->scratch, writer->report, writer->question, weight);
    str_addf(&writer->out, "    <answer fraction=\"%.*s\" format=\"%.*s\">\n      ", S_ARG(text), S_ARG(format));
}

static void add_plain(Writer *writer, Str text) {
    add(writer, S("<text>"));
    add_escaped(writer, bank_trim(writer->report, writer->question, text));
    add(writer, S("</text>\n"));
}

static void add_choice(Writer *writer, const BankAnswer *answer) {
    begin_answer(writer, answer->weight, S("html"));
    add_html(writer, rich_write_html(writer->scratch, bank_trim(writer->report, writer->question, answer->text)));
    add(writer, S("\n"));
    add_feedback(writer, answer->feedback);
    add(writer, S("    </answer>\n"));
}

static void add_truth(Writer *writer, const BankAnswer *answer, Str word) {
    begin_answer(writer, answer->weight, S("moodle_auto_format"));
    add_plain(writer, word);
    add_feedback(writer, answer->feedback);
    add(writer, S("    </answer>\n"));
}

// "3:0.5" is a number and how far off it may be; of "1..5" both are worked out.
static void add_number(Writer *writer, Str text) {
    ptrdiff_t dots = str_find(text, S("..")), colon = str_find(text, S(":"));
    Str value = text, tolerance = S("0");
    if (dots > 0) {
        double from = strtod(str_to_c(writer->scratch, str_slice(text, 0, dots)), NULL);
        double to = strtod(str_to_c(writer->scratch, str_slice(text, dots + 2, text.len)), NULL);
        value = str_format(writer->scratch, "%.10g", (from + to) / 2);
        tolerance = str_format(writer->scratch, "%.10g", (to - from) / 2);
    } else if (colon > 0) {
        value = str_slice(text, 0, colon);
        tolerance = str_trim(str_slice(text, colon + 1, text.len));
    }
    add_plain(writer, str_trim(value));
    str_addf(&writer->out, "      <tolerance>%.*s</tolerance>\n", S_ARG(tolerance));
}

static void add_typed(Writer *writer, const BankAnswer *answer) {
    begin_answer(writer, answer->weight, S("moodle_auto_format"));
    if (writer->question->kind == QUESTION_NUMERIC) {
        add_number(writer, answer->text);
    } else {
        add_plain(writer, answer->text);
    }
    add_feedback(writer, answer->feedback);
    add(writer, S("    </answer>\n"));
}

static void add_pair(Writer *writer, const BankAnswer *answer) {
    Str right = bank_write_right(writer->scratch, writer->report, writer->question, answer);
    add(writer, S("    <subquestion format=\"html\">\n      "));
    add_html(writer, rich_write_html(writer->scratch, bank_trim(writer->report, writer->question, answer->text)));
    add(writer, S("\n      <answer><text>"));
    add_escaped(writer, right);
    add(writer, S("</text></answer>\n    </subquestion>\n"));
}

static void add_answers(Writer *writer) {
    const BankQuestion *question = writer->question;
    for (int32_t i = 0; i < question->answers.count; i++) {
        const BankAnswer *answer = bank_answer(writer->bank, writer->question, i);
        switch (question->kind) {
        case QUESTION_CHOICE:
        case QUESTION_SET:
            add_choice(writer, answer);
            break;
        case QUESTION_TRUE_FALSE:
            add_truth(writer, answer, i == 0 ? S("true") : S("false"));
            break;
        case QUESTION_SHORT:
        case QUESTION_NUMERIC:
            add_typed(writer, answer);
            break;
        case QUESTION_MATCH:
            add_pair(writer, answer);
            break;
        case QUESTION_BROKEN:
        case QUESTION_DESCRIPTION:
        case QUESTION_ESSAY:
            break;
        }
    }
}

static const BankSetting *setting_of(const Writer *writer, int32_t index) {
    return &writer->bank->settings.rows[writer->question->settings.first + index];
}

// What every question of Moodle says, whether its author did or not.
static void add_common(Writer *writer) {
    static const Str COMMON[] = {S_INIT("defaultgrade"), S_INIT("penalty"), S_INIT("hidden")};
    for (int32_t i = 0; i < COUNT(COMMON); i++) {
        Str value = moodle_usual(moodle_setting(COMMON[i]), writer->question->kind);
        for (int32_t j = 0; j < writer->question->settings.count; j++) {
            value = str_equal(setting_of(writer, j)->name, COMMON[i]) ? setting_of(writer, j)->text : value;
        }
        add_value(writer, COMMON[i], value);
    }
}

static bool is_common(Str name) {
    return str_equal(name, S("defaultgrade")) || str_equal(name, S("penalty")) || str_equal(name, S("hidden"));
}

static bool is_unit(const BankSetting *kept) {
    const MoodleSetting *setting = moodle_setting(kept->name);
    return setting && setting->form == MOODLE_UNIT;
}

static void add_units(Writer *writer) {
    bool any = false;
    for (int32_t i = 0; i < writer->question->settings.count; i++) {
        Str name = setting_of(writer, i)->text;
        if (is_unit(setting_of(writer, i))) {
            add(writer, any ? S("") : S("    <units>\n"));
            add(writer, S("      <unit><multiplier>"));
            add_escaped(writer, str_cut(&name, ' '));
            add(writer, S("</multiplier><unit_name>"));
            add_escaped(writer, name);
            add(writer, S("</unit_name></unit>\n"));
            any = true;
        }
    }
    add(writer, any ? S("    </units>\n") : S(""));
}

static void add_setting(Writer *writer, const BankSetting *kept) {
    const MoodleSetting *setting = moodle_setting(kept->name);
    if (!setting) {
        bank_drop(writer->report, writer->question, CONSTRUCT_SETTING, kept->name);
        return;
    }
    switch (setting->form) {
    case MOODLE_VALUE:
        add_value(writer, kept->name, kept->text);
        break;
    case MOODLE_FLAG:
        str_addf(&writer->out, "    <%.*s></%.*s>\n", S_ARG(kept->name), S_ARG(kept->name));
        break;
    case MOODLE_TEXT:
        str_addf(&writer->out, "    <%.*s format=\"html\">", S_ARG(kept->name));
        add_html(writer, kept->text);
        str_addf(&writer->out, "</%.*s>\n", S_ARG(kept->name));
        break;
    case MOODLE_UNIT:
        break; // all of them in one place
    }
}

static void add_settings(Writer *writer) {
    const BankQuestion *question = writer->question;
    bool chosen = question->kind == QUESTION_CHOICE || question->kind == QUESTION_SET;
    if (chosen) {
        add_value(writer, S("single"), question->kind == QUESTION_CHOICE ? S("true") : S("false"));
    }
    if (chosen || question->kind == QUESTION_MATCH) {
        add_value(writer, S("shuffleanswers"), question->shuffle ? S("true") : S("false"));
    } else if (question->shuffle) {
        bank_drop(writer->report, writer->question, CONSTRUCT_CASE_TEXT, S("shuffle"));
    }
    for (int32_t i = 0; i < question->settings.count; i++) {
        if (!is_common(setting_of(writer, i)->name)) {
            add_setting(writer, setting_of(writer, i));
        }
    }
    add_units(writer);
}

static void add_tags(Writer *writer) {
    if (writer->question->tags.len == 0) {
        return;
    }
    add(writer, S("    <tags>\n"));
    for (Str rest = writer->question->tags; rest.len > 0;) {
        add(writer, S("      <tag><text>"));
        add_escaped(writer, str_trim(str_cut(&rest, '\n')));
        add(writer, S("</text></tag>\n"));
    }
    add(writer, S("    </tags>\n"));
}

static void add_category(Writer *writer) {
    if (bank_turn_category(writer->question, &writer->category)) {
        add(writer, S("  <question type=\"category\">\n    <category><text>"));
        add_escaped(writer, writer->category);
        add(writer, S("</text></category>\n  </question>\n"));
    }
}

// Two hyphens would end a comment, or stand where XML has none.
static void add_notes(Writer *writer) {
    for (Str rest = writer->question->notes; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        if (line.len == 0) {
            continue;
        }
        bool hyphens = str_find(line, S("--")) >= 0;
        add(writer, S("  <!-- "));
        for (ptrdiff_t at = 0; at < line.len; at++) {
            bool second = hyphens && at > 0 && line.text[at] == '-' && line.text[at - 1] == '-';
            add(writer, second ? S(" ") : S(""));
            str_add_char(&writer->out, line.text[at]);
        }
        add(writer, S(" -->\n"));
        if (hyphens) {
            bank_degrade(writer->report, writer->question, REASON_NO_PLACE_FOR_IT, S("--"));
        }
    }
}

static Str type_name(QuestionKind kind) {
    static const Str NAMES[] = {
        [QUESTION_BROKEN] = S_INIT("description"), [QUESTION_DESCRIPTION] = S_INIT("description"),
        [QUESTION_ESSAY] = S_INIT("essay"),        [QUESTION_CHOICE] = S_INIT("multichoice"),
        [QUESTION_SET] = S_INIT("multichoice"),    [QUESTION_TRUE_FALSE] = S_INIT("truefalse"),
        [QUESTION_SHORT] = S_INIT("shortanswer"),  [QUESTION_NUMERIC] = S_INIT("numerical"),
        [QUESTION_MATCH] = S_INIT("matching")};
    return NAMES[kind];
}

static void add_question(Writer *writer) {
    const BankQuestion *question = writer->question;
    if (!bank_begin_writing(writer->report, question)) {
        return;
    }
    add_category(writer);
    add_notes(writer);
    str_addf(&writer->out, "  <question type=\"%.*s\">\n    <name><text>", S_ARG(type_name(question->kind)));
    add_escaped(writer, bank_trim(writer->report, writer->question, question->name));
    add(writer, S("</text></name>\n    "));
    add_rich(writer, S("questiontext"), question->text);
    add(writer, S("    "));
    add_rich(writer, S("generalfeedback"), question->general);
    add_common(writer);
    if (question->id.len > 0) {
        add_value(writer, S("idnumber"), question->id);
    }
    add_settings(writer);
    add_answers(writer);
    add_tags(writer);
    add(writer, S("  </question>\n"));
}

Str moodle_write(Arena *arena, Arena *scratch, const Bank *bank, LossReport *report) {
    Writer writer = {.out = {.arena = arena}, .scratch = scratch, .bank = bank, .report = report};
    if (bank->questions.count == 0) {
        return (Str){0};
    }
    add(&writer, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"));
    for (int32_t i = 0; i < bank->questions.count; i++) {
        ArenaMark mark = arena_mark(scratch);
        writer.question = &bank->questions.rows[i];
        add_question(&writer);
        arena_rewind(scratch, mark);
    }
    add(&writer, S("</quiz>\n"));
    return str_built(&writer.out);
}
