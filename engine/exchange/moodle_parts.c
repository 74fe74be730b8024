#include "exchange/moodle_parts.h"

const Str MOODLE_COMBINED[MOODLE_GRADES] = {S_INIT("correctfeedback"), S_INIT("partiallycorrectfeedback"),
                                            S_INIT("incorrectfeedback")};

static const MoodleSetting SETTINGS[] = {
    {S_INIT("defaultgrade"), MOODLE_VALUE, S_INIT("1")},
    {S_INIT("penalty"), MOODLE_VALUE, S_INIT("0.3333333")},
    {S_INIT("hidden"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("answernumbering"), MOODLE_VALUE, S_INIT("abc")},
    {S_INIT("showstandardinstruction"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("usecase"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("unitgradingtype"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("unitpenalty"), MOODLE_VALUE, S_INIT("0.1")},
    {S_INIT("showunits"), MOODLE_VALUE, S_INIT("3")},
    {S_INIT("unitsleft"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("responseformat"), MOODLE_VALUE, S_INIT("editor")},
    {S_INIT("responserequired"), MOODLE_VALUE, S_INIT("1")},
    {S_INIT("responsefieldlines"), MOODLE_VALUE, S_INIT("15")},
    {S_INIT("minwordlimit"), MOODLE_VALUE, S_INIT("")},
    {S_INIT("maxwordlimit"), MOODLE_VALUE, S_INIT("")},
    {S_INIT("attachments"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("attachmentsrequired"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("maxbytes"), MOODLE_VALUE, S_INIT("0")},
    {S_INIT("filetypeslist"), MOODLE_VALUE, S_INIT("")},
    {S_INIT("shownumcorrect"), MOODLE_FLAG, S_INIT("")},
    {S_INIT("correctfeedback"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("partiallycorrectfeedback"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("incorrectfeedback"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("graderinfo"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("responsetemplate"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("hint"), MOODLE_TEXT, S_INIT("")},
    {S_INIT("unit"), MOODLE_UNIT, S_INIT("")},
};

const MoodleSetting *moodle_setting(Str name) {
    for (int32_t i = 0; i < COUNT(SETTINGS); i++) {
        if (str_equal(SETTINGS[i].name, name)) {
            return &SETTINGS[i];
        }
    }
    return NULL;
}

// A description is not graded, and what is graded by a person or has one wrong answer is tried once.
Str moodle_usual(const MoodleSetting *setting, QuestionKind kind) {
    bool still = kind == QUESTION_DESCRIPTION;
    if (str_equal(setting->name, S("defaultgrade")) && still) {
        return S("0");
    }
    if (str_equal(setting->name, S("penalty")) && (still || kind == QUESTION_ESSAY)) {
        return S("0");
    }
    return str_equal(setting->name, S("penalty")) && kind == QUESTION_TRUE_FALSE ? S("1") : setting->usual;
}

static Str without_zeros(Str number) {
    if (!bank_is_number(number) || str_find(number, S(".")) < 0) {
        return number;
    }
    while (str_ends(number, S("0"))) {
        number = str_slice(number, 0, number.len - 1);
    }
    return str_ends(number, S(".")) ? str_slice(number, 0, number.len - 1) : number;
}

bool moodle_is_usual(const MoodleSetting *setting, QuestionKind kind, Str value) {
    return str_equal(without_zeros(value), moodle_usual(setting, kind));
}

bool moodle_is_stock(Str text) {
    static const Str STOCK[] = {
        S_INIT("Votre réponse est correcte."),       S_INIT("Votre réponse est partiellement correcte."),
        S_INIT("Votre réponse est incorrecte."),     S_INIT("Your answer is correct."),
        S_INIT("Your answer is partially correct."), S_INIT("Your answer is incorrect.")};
    for (int32_t i = 0; i < COUNT(STOCK); i++) {
        if (str_equal(STOCK[i], text)) {
            return true;
        }
    }
    return false;
}
