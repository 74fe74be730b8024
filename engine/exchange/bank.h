// A bank of questions, as the formats of learning platforms share it: between their readers and writers on one side and
// the case on the other.
//
//     Bank bank = {.arena = &arena};
//     moodle_read(&bank, &scratch, bytes, &report);
//     Str bytes = bank_write_case(&arena, &scratch, &bank, &wish, &report);
//
// Texts are those of a case (exchange/rich.h). Everything lives in the bank's arena or in the bytes that were read; the
// tables of a bank that is filled and emptied may have an arena of their own, so that they grow but once.
#pragma once

#include "base/file_draft.h"
#include "exchange/head.h"
#include "exchange/loss.h"
#include "exchange/rich.h"
#include "scenario/scenario.h"

typedef enum {
    QUESTION_BROKEN, // its source stands in `text`
    QUESTION_DESCRIPTION,
    QUESTION_ESSAY,
    QUESTION_CHOICE, // one answer
    QUESTION_SET,    // several
    QUESTION_TRUE_FALSE,
    QUESTION_SHORT,
    QUESTION_NUMERIC,
    QUESTION_MATCH
} QuestionKind;

enum { WEIGHT_WHOLE = 10000000 }; // 100 %, in hundred-thousandths of a percent

typedef struct {
    Str text; // match: what is to be placed; empty: `right` is one too many. Numeric: "3", "3:0.5", "1..5" or "*"
    Str right;
    Str feedback;
    int32_t weight; // of WEIGHT_WHOLE, negative too
    bool weighted;  // it was written as a number
    bool lent;      // feedback is the question's, and was counted with it
} BankAnswer;

// What an author set and a case has no key for: it is kept, and written again.
typedef struct {
    Str name, text; // as the format that it comes from calls and writes it
} BankSetting;

typedef struct {
    QuestionKind kind;
    Construct construct; // as what it is counted
    Str name, text;
    Str general;   // feedback whatever the answer
    Str category;  // "$course$/a/b"; empty: none was named
    Str notes;     // what was written for authors
    Str id;        // that the author gave
    Str tags;      // one a line
    Span answers;  // rows of answers. True or false: true first
    Span settings; // rows of settings
    bool shuffle;  // answers are shown in a drawn order
    int32_t line;  // of the file it was read from
    bool degraded; // something of it was lost before it came here
    bool of_many;  // a part of a question that became several; `construct` was settled with the first
} BankQuestion;

typedef ROWS_OF(BankQuestion) BankQuestions;
typedef ROWS_OF(BankAnswer) BankAnswers;
typedef ROWS_OF(BankSetting) BankSettings;

typedef struct {
    Arena *arena;
    Arena *tables; // NULL: as all else
    BankQuestions questions;
    BankAnswers answers;
    BankSettings settings;
} Bank;

const BankAnswer *bank_answer(const Bank *bank, const BankQuestion *question, int32_t index); // from 0
void bank_empty(Bank *bank); // its texts may go; the tables keep their room
// Each belongs to the question that is being made: none of another's comes between.
void bank_add_answer(Bank *bank, BankQuestion *question, const BankAnswer *answer);
void bank_add_setting(Bank *bank, BankQuestion *question, Str name, Str text);
// Counts what stands in a question that was read, `seen` in its texts, and adds it.
void bank_add_question(Bank *bank, const BankQuestion *question, const RichSeen *seen, LossReport *report);

// One writing of a bank as a case.
typedef struct BankMaker BankMaker;

// A quiz in canonical layout, made of banks that follow each other, none of which is needed once it was put. What
// became of each question is settled here.
// A `body` takes what follows the bytes that bank_end_case gives; NULL: they are all.
BankMaker *bank_begin_case(Arena *arena, Arena *scratch, const HeadWish *wish, LossReport *report, FileDraft *body);
void bank_put_part(BankMaker *maker, const Bank *bank);
int32_t bank_count_put(const BankMaker *maker);   // questions
ptrdiff_t bank_put_bytes(const BankMaker *maker); // of the case
Str bank_end_case(BankMaker *maker);
// All of that, of one bank.
Str bank_write_case(Arena *arena, Arena *scratch, const Bank *bank, const HeadWish *wish, LossReport *report);
// The questions of a case, whatever its kind; `bytes` are those it was parsed from, for lines. What cannot be asked in
// a bank is settled here, each question where it is written.
void bank_read_case(Bank *bank, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report);

// Writers of banks tell of a question: something of it is lost, something in it has no place, spaces at the ends
// of a text were left out, for readers trim every text.
void bank_degrade(LossReport *report, const BankQuestion *question, LossReason reason, Str about);
void bank_drop(LossReport *report, const BankQuestion *question, Construct construct, Str about);
Str bank_trim(LossReport *report, const BankQuestion *question, Str text);
// Both of them write it as it is here, telling what is lost: "33.33333", and whether Moodle takes it as a grade; the
// right part of a pair, which is a text without a format, and whose feedback has no place.
Str bank_write_weight(Arena *scratch, LossReport *report, const BankQuestion *question, int32_t weight);
Str bank_write_right(Arena *scratch, LossReport *report, const BankQuestion *question, const BankAnswer *answer);
// False for what holds nothing and is left out: a text without a word and a name.
bool bank_begin_writing(LossReport *report, const BankQuestion *question);
// True when the category of a question is another than `category`, which it then is.
bool bank_turn_category(const BankQuestion *question, Str *category);

bool bank_is_end(const Ending *ending);               // the one that bank_write_case adds
bool bank_is_given_id(Str id);                        // "q12": that bank_write_case gives to questions without one
Str bank_kind_name(QuestionKind kind);                // in x-kind; empty where the kind of the decision tells
Str bank_format_weight(Arena *arena, int32_t weight); // "33.33333"
bool bank_read_weight(Str text, int32_t *weight);     // likewise; false: no number. Takes "33.333" for a third
bool bank_is_number(Str text);                        // as PHP's is_numeric
bool bank_has_decimal_comma(Str text);
Str bank_numbered(Arena *arena, char letter, int32_t number); // "q12"
Str bank_on_one_line(Arena *arena, Str text);                 // names and tags: line ends become spaces
bool bank_is_grade(int32_t weight);                           // one of those that Moodle takes
int32_t bank_share(int32_t parts);                            // WEIGHT_WHOLE ÷ parts, rounded
