#include "base/limits.h"
#include "exchange/gift_text.h"

static Str join_lines(Arena *arena, Str above, Str line) {
    return above.len == 0 ? line : str_format(arena, "%.*s\n%.*s", S_ARG(above), S_ARG(line));
}

// "[id:…]" or "[tag:…]" in a comment: what stands in it, \] for a bracket. `rest` goes on after it.
static bool take_mark(Arena *arena, Str *rest, Str name, Str *value) {
    ptrdiff_t at = str_find(*rest, name);
    if (at < 0) {
        return false;
    }
    StrBuilder out = {.arena = arena};
    Str text = str_slice(*rest, at + name.len, rest->len);
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] == ']') {
            *value = str_trim(str_built(&out));
            *rest = str_slice(text, i + 1, text.len);
            return value->len > 0;
        }
        i += text.text[i] == '\\' && str_begins(str_slice(text, i + 1, text.len), S("]"));
        str_add_char(&out, text.text[i]);
    }
    return false;
}

// The bracket that closes a mark, or -1; \] closes none.
static ptrdiff_t close_of_mark(Str text) {
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (text.text[at] == ']') {
            return at;
        }
        at += text.text[at] == '\\' && str_begins(str_slice(text, at + 1, text.len), S("]"));
    }
    return -1;
}

// What a comment says besides its marks.
static Str without_marks(Arena *arena, Str comment) {
    StrBuilder out = {.arena = arena};
    while (comment.len > 0) {
        Str id = str_slice(comment, 0, S("[tag:").len);
        bool mark = str_begins(id, S("[id:")) || str_begins(id, S("[tag:"));
        ptrdiff_t end = mark ? close_of_mark(comment) : -1;
        if (end < 0) {
            str_add_char(&out, *comment.text);
            end = 0;
        }
        comment = str_slice(comment, end + 1, comment.len);
    }
    return str_trim(str_built(&out));
}

// What stands in comments outlasts the part: the question it is about may be of the next.
static void read_marks(Gift *gift, Str comment) {
    Arena *arena = gift->report->arena;
    Str rest = comment, value;
    if (gift->id.len == 0 && take_mark(arena, &rest, S("[id:"), &value)) {
        gift->id = value;
        loss_find(gift->report, CONSTRUCT_ID);
    }
    rest = comment;
    while (take_mark(arena, &rest, S("[tag:"), &value)) {
        gift->tags = join_lines(arena, gift->tags, value);
        loss_find(gift->report, CONSTRUCT_TAG);
    }
}

void gift_add_comment(Gift *gift, Str line, int32_t number) {
    Str comment = str_trim(str_slice(line, 2, line.len));
    if (gift->notes.len + gift->tags.len + comment.len > LIMIT_TEXT_CHARS) {
        loss_judge(gift->report, &(Loss){.construct = CONSTRUCT_COMMENT,
                                         .became = BECAME_DROPPED,
                                         .reason = REASON_TOO_LONG,
                                         .line = number});
        return;
    }
    loss_find(gift->report, CONSTRUCT_COMMENT);
    loss_settle(gift->report, CONSTRUCT_COMMENT, BECAME_CONVERTED);
    if (str_find(comment, S("[id:")) >= 0 || str_find(comment, S("[tag:")) >= 0) {
        read_marks(gift, comment);
        comment = without_marks(gift->report->arena, comment);
    }
    if (comment.len > 0) {
        gift->notes = join_lines(gift->report->arena, gift->notes, comment);
    }
}

void gift_end_comments(Gift *gift) {
    BankQuestions *questions = &gift->bank->questions;
    if (gift->notes.len > 0 && questions->count > 0) {
        BankQuestion *last = &questions->rows[questions->count - 1];
        last->notes = join_lines(gift->report->arena, last->notes, gift->notes);
    }
}
