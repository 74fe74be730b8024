#include "exchange/gift_text.h"
#include "exchange/moodle.h"
#include "exchange/moodle_parts.h"

#include <string.h>

typedef struct {
    Str type;
    QuestionKind kind;
    Construct construct;
} MoodleType;

static const MoodleType TYPES[] = {
    {S_INIT("multichoice"), QUESTION_CHOICE, CONSTRUCT_MULTICHOICE},
    {S_INIT("truefalse"), QUESTION_TRUE_FALSE, CONSTRUCT_TRUE_FALSE},
    {S_INIT("shortanswer"), QUESTION_SHORT, CONSTRUCT_SHORT_ANSWER},
    {S_INIT("numerical"), QUESTION_NUMERIC, CONSTRUCT_NUMERICAL},
    {S_INIT("matching"), QUESTION_MATCH, CONSTRUCT_MATCHING},
    {S_INIT("match"), QUESTION_MATCH, CONSTRUCT_MATCHING},
    {S_INIT("essay"), QUESTION_ESSAY, CONSTRUCT_ESSAY},
    {S_INIT("description"), QUESTION_DESCRIPTION, CONSTRUCT_DESCRIPTION},
    {S_INIT("cloze"), QUESTION_BROKEN, CONSTRUCT_CLOZE}, // its gaps tell
    {S_INIT("multianswer"), QUESTION_BROKEN, CONSTRUCT_CLOZE},
};

static bool is_true(Str text, bool otherwise) {
    int32_t number = 0;
    if (text.len == 0) {
        return otherwise;
    }
    return str_equal(text, S("true")) || (str_to_int(text, &number) && number != 0);
}

static bool is_among(const Str *names, int32_t count, Str name) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(names[i], name)) {
            return true;
        }
    }
    return false;
}

static void read_tags(Moodle *moodle, int32_t row) {
    Arena *arena = moodle->bank->arena;
    for (int32_t i = row + 1; i < moodle_node(moodle, row)->end; i = moodle_node(moodle, i)->end) {
        Str tag = bank_on_one_line(arena, moodle_raw(moodle, i));
        if (tag.len > 0 && moodle->tags.len + tag.len < LIMIT_TEXT_CHARS) {
            bool first = moodle->tags.len == 0;
            moodle->tags = first ? tag : str_format(arena, "%.*s\n%.*s", S_ARG(moodle->tags), S_ARG(tag));
            loss_find(moodle->report, CONSTRUCT_TAG);
        } else if (tag.len > 0) {
            moodle_drop(moodle, CONSTRUCT_TAG, REASON_TOO_LONG, i, tag);
        }
    }
}

static void read_units(Moodle *moodle, int32_t row) {
    for (int32_t i = row + 1; i < moodle_node(moodle, row)->end; i = moodle_node(moodle, i)->end) {
        Str factor = moodle_raw_child(moodle, i, S("multiplier")), name = moodle_raw_child(moodle, i, S("unit_name"));
        if (factor.len > 0 && name.len > 0) {
            Str unit = str_format(moodle->bank->arena, "%.*s %.*s", S_ARG(factor), S_ARG(name));
            moodle_keep(moodle, S("unit"), unit);
        }
    }
}

static void read_setting(Moodle *moodle, const MoodleSetting *setting, int32_t row) {
    bool combined = is_among(MOODLE_COMBINED, MOODLE_GRADES, setting->name);
    Str text = setting->form == MOODLE_TEXT ? (Str){0} : moodle_raw(moodle, row);
    switch (setting->form) {
    case MOODLE_VALUE:
        if (!moodle_is_usual(setting, moodle->question.kind, text)) {
            moodle_keep(moodle, setting->name, text);
        }
        break;
    case MOODLE_FLAG:
        moodle_keep(moodle, setting->name, text);
        break;
    case MOODLE_TEXT:
        if (!combined || (moodle->question.kind != QUESTION_CHOICE && !moodle_is_stock(moodle_raw(moodle, row)))) {
            moodle_keep_text(moodle, row, setting->name);
        }
        break;
    case MOODLE_UNIT:
        break; // stands in <units>
    }
}

// What is read for itself, wherever it stands.
static const Str READ[] = {S_INIT("name"),        S_INIT("questiontext"), S_INIT("generalfeedback"), S_INIT("answer"),
                           S_INIT("subquestion"), S_INIT("single"),       S_INIT("shuffleanswers")};

static void read_around(Moodle *moodle) {
    const XmlNode *nodes = moodle->piece->nodes.rows;
    bool known = moodle->question.construct != CONSTRUCT_QUESTION;
    for (int32_t row = 1; row < nodes[0].end; row = nodes[row].end) {
        Str name = nodes[row].name;
        const MoodleSetting *setting = moodle_setting(name);
        if (nodes[row].kind != XML_NODE_ELEMENT || is_among(READ, COUNT(READ), name)) {
            continue;
        }
        if (str_equal(name, S("idnumber"))) {
            moodle->id = moodle_raw(moodle, row);
            if (moodle->id.len > 0) {
                loss_find(moodle->report, CONSTRUCT_ID);
            }
        } else if (str_equal(name, S("tags"))) {
            read_tags(moodle, row);
        } else if (str_equal(name, S("units"))) {
            read_units(moodle, row);
        } else if (setting) {
            read_setting(moodle, setting, row);
        } else if (known) {
            moodle_drop(moodle, CONSTRUCT_SETTING, REASON_ELEMENT, row, name);
        }
    }
}

// Comments are of the question that follows, or of that they stand in; Moodle numbers its questions by some.
static void add_note(Moodle *moodle, const XmlNode *node) {
    Str note = str_trim(node->text);
    if (note.len == 0 || str_begins(note, S("question: "))) {
        return;
    }
    if (moodle->notes.len + note.len > LIMIT_TEXT_CHARS) {
        loss_judge(moodle->report, &(Loss){.construct = CONSTRUCT_COMMENT,
                                           .became = BECAME_DROPPED,
                                           .reason = REASON_TOO_LONG,
                                           .line = node->line});
        return;
    }
    loss_find(moodle->report, CONSTRUCT_COMMENT);
    loss_settle(moodle->report, CONSTRUCT_COMMENT, BECAME_CONVERTED);
    Arena *arena = moodle->bank->arena;
    moodle->notes = moodle->notes.len == 0 ? str_copy(arena, note)
                                           : str_format(arena, "%.*s\n%.*s", S_ARG(moodle->notes), S_ARG(note));
}

// All that is said in a question that cannot be asked, a line for each of its parts.
static Str describe(Moodle *moodle) {
    static const Str QUIET[] = {S_INIT("name"), S_INIT("questiontext"), S_INIT("tags"), S_INIT("idnumber"),
                                S_INIT("units")};
    const XmlNode *nodes = moodle->piece->nodes.rows;
    StrBuilder out = {.arena = moodle->bank->arena};
    str_add(&out, moodle->question.text);
    for (int32_t row = 1; row < nodes[0].end; row = nodes[row].end) {
        const MoodleSetting *setting = moodle_setting(nodes[row].name);
        StrBuilder words = {.arena = moodle->scratch};
        bool quiet = is_among(QUIET, COUNT(QUIET), nodes[row].name) || (setting && setting->form != MOODLE_TEXT);
        for (int32_t i = row + 1; i < nodes[row].end && !quiet; i++) {
            str_add(&words, words.count > 0 && nodes[i].text.len > 0 ? S(" ") : S(""));
            str_add(&words, nodes[i].kind == XML_NODE_TEXT ? nodes[i].text : (Str){0});
        }
        Str text = rich_read(moodle->scratch, str_built(&words), moodle->format, &moodle->seen);
        if (text.len > 0) {
            str_addf(&out, "\n– %.*s", S_ARG(text));
        }
    }
    return str_trim(str_built(&out));
}

static void add_question(Moodle *moodle) {
    BankQuestion *question = &moodle->question;
    question->category = moodle->category;
    question->notes = moodle->notes;
    question->id = moodle->id;
    question->tags = moodle->tags;
    bank_add_question(moodle->bank, question, &moodle->seen, moodle->report);
}

static void break_question(Moodle *moodle) {
    moodle->question.kind = QUESTION_BROKEN;
    moodle->question.text = describe(moodle);
    add_question(moodle);
}

static void read_cloze(Moodle *moodle) {
    Str text = moodle_raw_child(moodle, 0, S("questiontext"));
    if (!gift_has_gap(text)) {
        moodle_tell(moodle, BECAME_KEPT, REASON_NO_ANSWER, 0, (Str){0});
        moodle->question.text = rich_read(moodle->bank->arena, text, moodle->format, &moodle->seen);
        break_question(moodle);
        return;
    }
    Gift gift = {.bank = moodle->bank,
                 .scratch = moodle->scratch,
                 .report = moodle->report,
                 .category = moodle->category,
                 .notes = moodle->notes,
                 .id = moodle->id,
                 .tags = moodle->tags,
                 .format = moodle->format,
                 .literal = true,
                 .seen = moodle->seen,
                 .line = moodle->question.line};
    gift_read_gaps(&gift, &moodle->question, text);
}

static const MoodleType *find_type(Str name) {
    for (int32_t i = 0; i < COUNT(TYPES); i++) {
        if (str_equal(TYPES[i].type, name)) {
            return &TYPES[i];
        }
    }
    return NULL;
}

static bool read_shuffle(Moodle *moodle) {
    QuestionKind kind = moodle->question.kind;
    bool match = kind == QUESTION_MATCH;
    bool drawn = match || kind == QUESTION_CHOICE || kind == QUESTION_SET;
    return drawn && is_true(moodle_raw_child(moodle, 0, S("shuffleanswers")), match);
}

static void read_question(Moodle *moodle, Str type_name) {
    const MoodleType *type = find_type(type_name);
    BankQuestion *question = &moodle->question;
    int32_t text = xml_find(moodle->piece, 0, S("questiontext"));
    *question = (BankQuestion){.line = moodle_node(moodle, 0)->line,
                               .kind = type ? type->kind : QUESTION_BROKEN,
                               .construct = type ? type->construct : CONSTRUCT_QUESTION};
    question->name = bank_on_one_line(moodle->bank->arena, moodle_raw_child(moodle, 0, S("name")));
    moodle->format = moodle_format(moodle, text, RICH_HTML);
    bool several =
        question->construct == CONSTRUCT_MULTICHOICE && !is_true(moodle_raw_child(moodle, 0, S("single")), true);
    question->kind = several ? QUESTION_SET : question->kind;
    question->shuffle = read_shuffle(moodle);
    bool cloze = question->construct == CONSTRUCT_CLOZE;
    question->text = cloze ? (Str){0} : moodle_rich(moodle, text, RICH_HTML);
    question->general = moodle_rich_child(moodle, 0, S("generalfeedback"));
    read_around(moodle);
    if (!type) {
        moodle_tell(moodle, BECAME_KEPT, REASON_QUESTION_TYPE, 0, str_copy(moodle->bank->arena, type_name));
    }
    if (cloze) {
        read_cloze(moodle);
    } else if (moodle_read_answers(moodle)) {
        add_question(moodle);
    } else {
        break_question(moodle);
    }
}

static void read_category(Moodle *moodle) {
    moodle->category = bank_on_one_line(moodle->bank->arena, moodle_raw_child(moodle, 0, S("category")));
    loss_find(moodle->report, CONSTRUCT_CATEGORY);
    loss_settle(moodle->report, CONSTRUCT_CATEGORY, BECAME_KEPT);
    loss_tell(moodle->report, &(Loss){.construct = CONSTRUCT_CATEGORY,
                                      .became = BECAME_KEPT,
                                      .reason = REASON_KEPT_ASIDE,
                                      .line = moodle_node(moodle, 0)->line,
                                      .about = moodle->category});
    int32_t info = xml_find(moodle->piece, 0, S("info"));
    Str about = moodle_raw(moodle, info);
    if (about.len > 0) {
        moodle_drop(moodle, CONSTRUCT_SETTING, REASON_ELEMENT, info, about);
    }
}

static void take_piece(void *context, const XmlPiece *piece) {
    Moodle *moodle = context;
    const XmlNode *nodes = piece->nodes.rows;
    moodle->piece = piece;
    for (int32_t row = 0; row < piece->nodes.count; row++) {
        if (nodes[row].kind == XML_NODE_COMMENT) {
            add_note(moodle, &nodes[row]);
        }
    }
    if (nodes[0].kind != XML_NODE_ELEMENT || moodle->bank->questions.count >= LIMIT_SCENES) {
        return;
    }
    ArenaMark mark = arena_mark(moodle->scratch);
    moodle->question = (BankQuestion){.construct = CONSTRUCT_QUESTION};
    Str type = xml_attribute(piece, 0, S("type"));
    if (!str_equal(nodes[0].name, S("question"))) {
        moodle_drop(moodle, CONSTRUCT_SETTING, REASON_ELEMENT, 0, nodes[0].name);
    } else if (str_equal(type, S("category"))) {
        read_category(moodle);
    } else {
        read_question(moodle, type);
        moodle->notes = (Str){0};
    }
    *moodle = (Moodle){.bank = moodle->bank,
                       .scratch = moodle->scratch,
                       .report = moodle->report,
                       .category = moodle->category,
                       .notes = moodle->notes};
    arena_rewind(moodle->scratch, mark);
}

// Nothing comes in of a broken file: then nothing is told but what broke it.
static void tell_fault(LossReport *report, const LossReport *before, const XmlFault *fault) {
    static const LossReason REASONS[] = {[XML_FAULT_NONE] = REASON_NONE,
                                         [XML_FAULT_BROKEN] = REASON_XML_BROKEN,
                                         [XML_FAULT_UNCLOSED] = REASON_XML_UNCLOSED,
                                         [XML_FAULT_ENTITY] = REASON_XML_ENTITY,
                                         [XML_FAULT_AMPERSAND] = REASON_XML_AMPERSAND,
                                         [XML_FAULT_DECLARES] = REASON_XML_DECLARES,
                                         [XML_FAULT_DEEP] = REASON_XML_DEEP,
                                         [XML_FAULT_CROWDED] = REASON_XML_CROWDED};
    memcpy(report->counts, before->counts, sizeof report->counts);
    report->count = before->count;
    report->error_count = before->error_count;
    loss_judge(report, &(Loss){.construct = CONSTRUCT_FILE,
                               .became = BECAME_DROPPED,
                               .reason = REASONS[fault->kind],
                               .line = fault->line,
                               .about = fault->about});
}

static void end_file(Moodle *moodle) {
    BankQuestions *questions = &moodle->bank->questions;
    if (moodle->notes.len > 0 && questions->count > 0) {
        BankQuestion *last = &questions->rows[questions->count - 1];
        bool first = last->notes.len == 0;
        last->notes = first ? moodle->notes
                            : str_format(moodle->bank->arena, "%.*s\n%.*s", S_ARG(last->notes), S_ARG(moodle->notes));
    }
}

bool moodle_read(Bank *bank, Arena *scratch, Str text, LossReport *report) {
    LossReport before = *report;
    Moodle moodle = {.bank = bank, .scratch = scratch, .report = report};
    XmlFault fault = xml_read(bank->arena, scratch, text, take_piece, &moodle);
    if (fault.kind != XML_FAULT_NONE) {
        tell_fault(report, &before, &fault);
        return false;
    }
    end_file(&moodle);
    return true;
}

// What stands before the root: a declaration, comments, a document type.
bool moodle_is(Str text) {
    text = str_trim(text);
    for (;;) {
        bool comment = str_begins(text, S("<!--"));
        if (str_begins(text, S("<!")) && !comment) {
            return str_find(text, S("<quiz>")) > 0;
        }
        if (!comment && !str_begins(text, S("<?"))) {
            return str_begins(text, S("<quiz>")) || str_begins(text, S("<quiz "));
        }
        Str end = comment ? S("-->") : S("?>");
        ptrdiff_t at = str_find(text, end);
        if (at < 0) {
            return false;
        }
        text = str_trim(str_slice(text, at + end.len, text.len));
    }
}
