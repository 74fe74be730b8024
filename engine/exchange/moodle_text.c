#include "exchange/moodle_parts.h"

const XmlNode *moodle_node(const Moodle *moodle, int32_t row) {
    return &moodle->piece->nodes.rows[row];
}

void moodle_tell(Moodle *moodle, Became became, LossReason reason, int32_t row, Str about) {
    loss_tell(moodle->report, &(Loss){.construct = moodle->question.construct,
                                      .became = became,
                                      .reason = reason,
                                      .line = moodle_node(moodle, row)->line,
                                      .about = about});
}

void moodle_drop(Moodle *moodle, Construct construct, LossReason reason, int32_t row, Str about) {
    loss_judge(moodle->report, &(Loss){.construct = construct,
                                       .became = BECAME_DROPPED,
                                       .reason = reason,
                                       .line = moodle_node(moodle, row)->line,
                                       .about = loss_own(moodle->report, about)});
}

static void tell_nested(Moodle *moodle, int32_t row, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        loss_find(moodle->report, CONSTRUCT_MARKUP);
        loss_settle(moodle->report, CONSTRUCT_MARKUP, BECAME_DEGRADED);
    }
    loss_tell(moodle->report, &(Loss){.construct = CONSTRUCT_MARKUP,
                                      .became = BECAME_DEGRADED,
                                      .reason = REASON_NESTED_TEXT,
                                      .line = moodle_node(moodle, row)->line,
                                      .about = str_format(moodle->bank->arena, "%d", count)});
}

// All that is said within an element. Moodle writes HTML as a text; where it was written as elements, words are left.
static Str words_in_element(Moodle *moodle, int32_t row) {
    StrBuilder out = {.arena = moodle->bank->arena};
    int32_t nested = 0;
    for (int32_t i = row + 1; i < moodle_node(moodle, row)->end; i++) {
        const XmlNode *node = moodle_node(moodle, i);
        nested += node->kind == XML_NODE_ELEMENT;
        if (node->kind == XML_NODE_TEXT) {
            str_add(&out, out.count > 0 ? S(" ") : S(""));
            str_add(&out, node->text);
        }
        if (node->cut && !moodle->told_huge) {
            moodle_tell(moodle, BECAME_DEGRADED, REASON_HUGE, i, (Str){0});
            moodle->told_huge = true;
        }
    }
    if (nested > 0) {
        tell_nested(moodle, row, nested);
    }
    return str_trim(str_built(&out));
}

// What <text> holds, or the element itself where there is none.
Str moodle_raw(Moodle *moodle, int32_t row) {
    int32_t text = row > 0 ? xml_find(moodle->piece, row, S("text")) : 0;
    return row > 0 ? words_in_element(moodle, text > 0 ? text : row) : (Str){0};
}

Str moodle_raw_child(Moodle *moodle, int32_t parent, Str name) {
    return moodle_raw(moodle, xml_find(moodle->piece, parent, name));
}

RichFormat moodle_format(const Moodle *moodle, int32_t row, RichFormat inherited) {
    static const struct {
        Str name;
        RichFormat format;
    } FORMATS[] = {{S_INIT("html"), RICH_HTML},
                   {S_INIT("moodle_auto_format"), RICH_AUTO},
                   {S_INIT("plain_text"), RICH_PLAIN},
                   {S_INIT("markdown"), RICH_MARKDOWN},
                   {S_INIT("wiki_like"), RICH_AUTO}};
    Str name = row > 0 ? xml_attribute(moodle->piece, row, S("format")) : (Str){0};
    for (int32_t i = 0; i < COUNT(FORMATS); i++) {
        if (str_equal(FORMATS[i].name, name)) {
            return FORMATS[i].format;
        }
    }
    return inherited;
}

static void drop_files(Moodle *moodle, int32_t row) {
    for (int32_t i = row + 1; i < moodle_node(moodle, row)->end; i = moodle_node(moodle, i)->end) {
        if (str_equal(moodle_node(moodle, i)->name, S("file"))) {
            moodle_drop(moodle, CONSTRUCT_ATTACHMENT, REASON_ATTACHMENT, i, xml_attribute(moodle->piece, i, S("name")));
        }
    }
}

// What a hint does besides saying something.
static void drop_flags(Moodle *moodle, int32_t row) {
    for (int32_t i = row + 1; i < moodle_node(moodle, row)->end; i = moodle_node(moodle, i)->end) {
        Str name = moodle_node(moodle, i)->name;
        if (name.len > 0 && !str_equal(name, S("text")) && !str_equal(name, S("file"))) {
            moodle_drop(moodle, CONSTRUCT_SETTING, REASON_ELEMENT, i, name);
        }
    }
}

// A text of a case, of an element with <text> and files in it.
Str moodle_rich(Moodle *moodle, int32_t row, RichFormat inherited) {
    if (row == 0) {
        return (Str){0};
    }
    drop_files(moodle, row);
    RichFormat format = moodle_format(moodle, row, inherited);
    return rich_read(moodle->bank->arena, moodle_raw(moodle, row), format, &moodle->seen);
}

Str moodle_rich_child(Moodle *moodle, int32_t parent, Str name) {
    return moodle_rich(moodle, xml_find(moodle->piece, parent, name), moodle->format);
}

void moodle_keep(Moodle *moodle, Str name, Str text) {
    bank_add_setting(moodle->bank, &moodle->question, name, text);
    loss_find(moodle->report, CONSTRUCT_SETTING);
}

// A text that is kept as HTML, which it is written in again.
void moodle_keep_text(Moodle *moodle, int32_t row, Str name) {
    RichFormat format = moodle_format(moodle, row, moodle->format);
    Str text = moodle_raw(moodle, row);
    drop_files(moodle, row);
    drop_flags(moodle, row);
    if (format != RICH_HTML) {
        RichSeen seen = {0};
        text = rich_write_html(moodle->bank->arena, rich_read(moodle->bank->arena, text, format, &seen));
    }
    if (text.len > 0) {
        moodle_keep(moodle, name, text);
    }
}
