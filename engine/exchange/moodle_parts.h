// What the readers of Moodle XML share (moodle_read.c questions and what stands around them, moodle_text.c texts,
// moodle_answers.c answers), and with the writer: what an author can set of a question and a case has no key for.
// Internal to exchange/moodle.
#pragma once

#include "exchange/bank.h"
#include "exchange/xml.h"

typedef enum { MOODLE_VALUE, MOODLE_TEXT, MOODLE_FLAG, MOODLE_UNIT } MoodleForm;

typedef struct {
    Str name;
    MoodleForm form; // a bare value, a text with a format, an empty element, a unit as "100 cm"
    Str usual;       // of a value: what Moodle takes it for where it is not said
} MoodleSetting;

const MoodleSetting *moodle_setting(Str name); // NULL: nothing that is kept
// What the setting of a question of this kind is where nothing is said.
Str moodle_usual(const MoodleSetting *setting, QuestionKind kind);
bool moodle_is_usual(const MoodleSetting *setting, QuestionKind kind, Str value); // "1.0000000" is "1"
// What Moodle itself says of an answer that is right, right in part or wrong, where an author says nothing.
bool moodle_is_stock(Str text);

// One reading, and the question that is read.
typedef struct {
    Bank *bank;
    Arena *scratch;
    LossReport *report;
    Str category, notes; // of what follows
    const XmlPiece *piece;
    BankQuestion question;
    Str tags, id;
    RichFormat format; // of its text, which answers inherit
    RichSeen seen;
    bool told_huge;
} Moodle;

enum { MOODLE_GRADES = 3 };
extern const Str MOODLE_COMBINED[MOODLE_GRADES]; // feedback for whatever is right, right in part, wrong

const XmlNode *moodle_node(const Moodle *moodle, int32_t row);
void moodle_tell(Moodle *moodle, Became became, LossReason reason, int32_t row, Str about); // of the question
void moodle_drop(Moodle *moodle, Construct construct, LossReason reason, int32_t row, Str about);

// moodle_text.c. Row 0 stands for an element that is not there: empty.
Str moodle_raw(Moodle *moodle, int32_t row); // what <text> in it holds, or itself
Str moodle_raw_child(Moodle *moodle, int32_t parent, Str name);
RichFormat moodle_format(const Moodle *moodle, int32_t row, RichFormat inherited);
Str moodle_rich(Moodle *moodle, int32_t row, RichFormat inherited); // as a text of a case; files in it are told
Str moodle_rich_child(Moodle *moodle, int32_t parent, Str name);
void moodle_keep(Moodle *moodle, Str name, Str text); // as a setting
void moodle_keep_text(Moodle *moodle, int32_t row, Str name);

bool moodle_read_answers(Moodle *moodle); // false: what it has cannot be asked, and is told
