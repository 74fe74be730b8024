#include "exchange/random_bank.h"

#include "base/utf8.h"

#include <string.h>

// French quotes, accents, every kind of space and hyphen, and every sign that GIFT, HTML or Markdown reads otherwise.
static const Str PIECES[] = {
    S_INIT("a"),          S_INIT("Z"),      S_INIT("œ"),       S_INIT("É"),
    S_INIT("ç"),          S_INIT("« "),     S_INIT(" »"),      S_INIT("’"),
    S_INIT("\u202F"),     S_INIT("\u00A0"), S_INIT("\u2028"),  S_INIT(" "),
    S_INIT("  "),         S_INIT("\n"),     S_INIT("\n\n"),    S_INIT("\t"),
    S_INIT("\\"),         S_INIT("\\\\"),   S_INIT("\\n"),     S_INIT("#"),
    S_INIT("####"),       S_INIT("="),      S_INIT("~"),       S_INIT("{"),
    S_INIT("}"),          S_INIT(":"),      S_INIT("::"),      S_INIT("%"),
    S_INIT("%50%"),       S_INIT("["),      S_INIT("]"),       S_INIT("[html]"),
    S_INIT("*"),          S_INIT("*mot*"),  S_INIT("**"),      S_INIT("<"),
    S_INIT(">"),          S_INIT("&"),      S_INIT("&amp;"),   S_INIT("<b>"),
    S_INIT("</p>"),       S_INIT("->"),     S_INIT("//"),      S_INIT("$"),
    S_INIT("$CATEGORY:"), S_INIT("0"),      S_INIT("1,5"),     S_INIT("T"),
    S_INIT("TRUE"),       S_INIT("_____"),  S_INIT("\""),      S_INIT("'"),
    S_INIT("-"),          S_INIT("😀"),      S_INIT("e\u0301"), S_INIT("{1:MC:~a~=b}"),
    S_INIT("!"),          S_INIT("?"),      S_INIT("…"),       S_INIT("mot"),
};

Dice dice_begin(Arena *arena, int32_t seed) {
    return (Dice){random_from_seed((uint64_t)seed), arena};
}

static bool has_any(Str text, const char *signs) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (strchr(signs, text.text[i])) {
            return true;
        }
    }
    return false;
}

Str dice_text(Dice *dice, int32_t most, const char *without) {
    for (;;) {
        StrBuilder out = {.arena = dice->arena};
        int32_t count = 1 + random_below(&dice->random, most);
        for (int32_t i = 0; i < count; i++) {
            Str piece = PIECES[random_below(&dice->random, COUNT(PIECES))];
            str_add(&out, has_any(piece, without) ? S("x") : piece);
        }
        Str text = str_trim(str_built(&out));
        if (!utf8_is_blank(text)) {
            return text;
        }
    }
}

static bool one_in(Dice *dice, int32_t count) {
    return random_below(&dice->random, count) == 0;
}

static Str some_text(Dice *dice, int32_t chance, int32_t most) {
    return one_in(dice, chance) ? dice_text(dice, most, "") : (Str){0};
}

static int32_t draw_weight(Dice *dice) {
    static const int32_t WEIGHTS[] = {WEIGHT_WHOLE, 9000000, 8333333, 6666667, 5000000, 3333333, 1428571, 500000, 0};
    int32_t weight = WEIGHTS[random_below(&dice->random, COUNT(WEIGHTS))];
    return one_in(dice, 4) ? -weight : weight;
}

static void add_answers(Dice *dice, Bank *bank, BankQuestion *question, int32_t count) {
    question->answers = (Span){bank->answers.count, count};
    for (int32_t i = 0; i < count; i++) {
        *rows_append(bank->arena, &bank->answers) = (BankAnswer){
            .text = dice_text(dice, 8, ""), .feedback = some_text(dice, 3, 10), .weight = draw_weight(dice)};
    }
}

static BankAnswer *answers_of(Bank *bank, const BankQuestion *question) {
    return bank->answers.rows + question->answers.first;
}

static void draw_choice(Dice *dice, Bank *bank, BankQuestion *question) {
    add_answers(dice, bank, question, 2 + random_below(&dice->random, 7));
    answers_of(bank, question)[random_below(&dice->random, question->answers.count)].weight = WEIGHT_WHOLE;
}

static void draw_truth(Dice *dice, Bank *bank, BankQuestion *question) {
    add_answers(dice, bank, question, 2);
    bool truth = one_in(dice, 2);
    answers_of(bank, question)[0].weight = truth ? WEIGHT_WHOLE : 0;
    answers_of(bank, question)[1].weight = truth ? 0 : WEIGHT_WHOLE;
}

static void draw_short(Dice *dice, Bank *bank, BankQuestion *question) {
    add_answers(dice, bank, question, 1 + random_below(&dice->random, 4));
    for (int32_t i = 0; i < question->answers.count; i++) {
        answers_of(bank, question)[i].text = dice_text(dice, 6, ">"); // no arrow
    }
}

static void draw_numeric(Dice *dice, Bank *bank, BankQuestion *question) {
    static const Str NUMBERS[] = {S_INIT("0"),   S_INIT("3"),     S_INIT("-3.5"),
                                  S_INIT("1e3"), S_INIT("3:0.5"), S_INIT("1..5")};
    add_answers(dice, bank, question, 1 + random_below(&dice->random, 4));
    for (int32_t i = 0; i < question->answers.count; i++) {
        answers_of(bank, question)[i].text = NUMBERS[random_below(&dice->random, COUNT(NUMBERS))];
    }
    if (one_in(dice, 2)) {
        *rows_append(bank->arena, &bank->answers) = (BankAnswer){.text = S("*"), .feedback = dice_text(dice, 6, "")};
        question->answers.count++;
    }
}

// Pairs of two to five places, and then what is one too many.
static void draw_match(Dice *dice, Bank *bank, BankQuestion *question) {
    int32_t places = 2 + random_below(&dice->random, 4);
    int32_t extra = random_below(&dice->random, places - 1);
    int32_t count = places + random_below(&dice->random, 6);
    add_answers(dice, bank, question, count);
    BankAnswer *answers = answers_of(bank, question);
    for (int32_t i = 0; i < count; i++) {
        answers[i].feedback = (Str){0};
        answers[i].weight = WEIGHT_WHOLE;
        bool last = i >= count - extra;
        int32_t place = last ? places - count + i : i % (places - extra);
        Str tail = dice_text(dice, 5, "*");
        answers[i].right = str_format(dice->arena, "%d%.*s", place, S_ARG(tail));
        for (int32_t j = 0; j < i && !last; j++) {
            answers[i].right = j % (places - extra) == place ? answers[j].right : answers[i].right;
        }
        answers[i].text = last ? (Str){0} : answers[i].text;
    }
}

static Str draw_line(Dice *dice) {
    return dice_text(dice, 8, "\n[");
}

static void draw_around(Dice *dice, BankQuestion *question) {
    question->name = one_in(dice, 2) ? draw_line(dice) : (Str){0};
    question->general = some_text(dice, 2, 12);
    question->notes = one_in(dice, 4) ? draw_line(dice) : (Str){0};
    if (one_in(dice, 4)) {
        Str first = draw_line(dice), second = draw_line(dice);
        question->notes = str_format(dice->arena, "%.*s\n%.*s", S_ARG(first), S_ARG(second));
    }
    question->id = one_in(dice, 4) ? dice_text(dice, 5, "\n[\\") : (Str){0}; // a backslash at the end has no spelling
    question->tags = one_in(dice, 4) ? dice_text(dice, 5, "\n[\\") : (Str){0};
}

// The first is no description: a file without any answer is a text like another.
static void draw_question(Dice *dice, Bank *bank, BankQuestion *question) {
    bool first = bank->questions.count == 0;
    question->kind = (QuestionKind)(QUESTION_DESCRIPTION + first + random_below(&dice->random, 8 - first));
    question->text = dice_text(dice, 20, "");
    draw_around(dice, question);
    switch (question->kind) {
    case QUESTION_CHOICE:
        draw_choice(dice, bank, question);
        break;
    case QUESTION_SET:
        add_answers(dice, bank, question, 2 + random_below(&dice->random, 12));
        break;
    case QUESTION_TRUE_FALSE:
        draw_truth(dice, bank, question);
        break;
    case QUESTION_SHORT:
        draw_short(dice, bank, question);
        break;
    case QUESTION_NUMERIC:
        draw_numeric(dice, bank, question);
        break;
    case QUESTION_MATCH:
        draw_match(dice, bank, question);
        break;
    case QUESTION_BROKEN:
    case QUESTION_DESCRIPTION:
    case QUESTION_ESSAY:
        break;
    }
}

void dice_bank(Dice *dice, Bank *bank, int32_t questions) {
    Str category = {0};
    for (int32_t i = 0; i < questions; i++) {
        BankQuestion question = {0};
        draw_question(dice, bank, &question);
        category = one_in(dice, 5) ? draw_line(dice) : category;
        question.category = category;
        if (question.kind == QUESTION_DESCRIPTION) {
            question.general = (Str){0}; // it has no answer to be given after
        }
        *rows_append(bank->arena, &bank->questions) = question;
    }
}
