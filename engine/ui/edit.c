#include "ui/edit.h"

#include "base/utf8.h"

#include <string.h>

enum {
    MOST_CHARS = 1000000,
    JOIN_MS = 1000,
    KEPT_BYTES = 1024 * 1024, // of revisions
    SPARE_BYTES = 256 * 1024, // that the arena may hold for nothing before the rest is moved out of it
    LEAST_REVISIONS = 2       // what one key did can be undone however long the text is
};

typedef struct {
    ptrdiff_t from, to;
} Range;

static TextRevision *current(const TextEdit *edit) {
    return &edit->revisions.rows[edit->current];
}

Str edit_text(const TextEdit *edit) {
    return current(edit)->text;
}

static Range selected(const TextEdit *edit) {
    bool forward = edit->anchor <= edit->caret;
    return forward ? (Range){edit->anchor, edit->caret} : (Range){edit->caret, edit->anchor};
}

Str edit_selection(const TextEdit *edit) {
    Range range = selected(edit);
    return str_slice(edit_text(edit), range.from, range.to);
}

void edit_init(TextEdit *edit, Str text) {
    *edit = (TextEdit){.caret = text.len, .anchor = text.len};
    TextRevision *first = rows_append(&edit->arena, &edit->revisions);
    first->text = str_copy(&edit->arena, text);
    first->caret = first->anchor = text.len;
}

void edit_finish(TextEdit *edit) {
    arena_finish(&edit->arena);
    *edit = (TextEdit){0};
}

// The caret stays between the letters that it stood between; where they went it stands behind what came instead.
static ptrdiff_t caret_in(Str before, ptrdiff_t caret, Str after) {
    ptrdiff_t least = before.len < after.len ? before.len : after.len, from = 0, same = 0;
    while (from < least && before.text[from] == after.text[from]) {
        from++;
    }
    while (same < least - from && before.text[before.len - 1 - same] == after.text[after.len - 1 - same]) {
        same++;
    }
    ptrdiff_t to = before.len - same;
    bool stands_before = caret < from || (caret == from && from < to);
    return stands_before ? caret : caret < to ? after.len - same : caret + after.len - before.len;
}

void edit_replace(TextEdit *edit, Str text) {
    if (str_equal(text, edit_text(edit))) {
        return;
    }
    TextEdit fresh;
    edit_init(&fresh, text);
    ptrdiff_t caret = caret_in(edit_text(edit), edit->caret, text);
    edit_finish(edit);
    *edit = fresh;
    edit_move(edit, caret, false);
}

void edit_move(TextEdit *edit, ptrdiff_t caret, bool keep_anchor) {
    edit->caret = utf8_snap_grapheme(edit_text(edit), caret);
    if (!keep_anchor) {
        edit->anchor = edit->caret;
    }
    edit->joins = false;
}

// The word that holds `at` or ends there; where there is none, the character.
void edit_select_word(TextEdit *edit, ptrdiff_t at) {
    Str text = edit_text(edit);
    at = utf8_snap_grapheme(text, at);
    ptrdiff_t to = utf8_next_word(text, at);
    ptrdiff_t from = utf8_previous_word(text, to);
    if (from > at) {
        from = utf8_previous_word(text, at);
        to = utf8_next_word(text, from);
    }
    if (from > at || to < at || from == to) {
        from = at;
        to = utf8_next_grapheme(text, at);
    }
    edit_move(edit, from, false);
    edit_move(edit, to, true);
}

static ptrdiff_t kept_bytes(const TextEdit *edit) {
    ptrdiff_t bytes = 0;
    for (int32_t i = 0; i < edit->revisions.count; i++) {
        bytes += edit->revisions.rows[i].text.len;
    }
    return bytes;
}

static void drop_oldest(TextEdit *edit, ptrdiff_t bytes) {
    int32_t dropped = 0;
    TextRevision *rows = edit->revisions.rows;
    while (bytes > KEPT_BYTES && edit->revisions.count - dropped > LEAST_REVISIONS) {
        bytes -= rows[dropped].text.len;
        dropped++;
    }
    edit->revisions.count -= dropped;
    edit->current -= dropped;
    memmove(rows, rows + dropped, (size_t)edit->revisions.count * sizeof *rows);
}

// Texts of revisions that are gone stay in the arena; when they have become many, what is left moves to a new one.
static void give_back(TextEdit *edit) {
    drop_oldest(edit, kept_bytes(edit));
    ptrdiff_t kept = kept_bytes(edit) + edit->revisions.count * (ptrdiff_t)sizeof(TextRevision);
    if (arena_size(&edit->arena) <= 2 * kept + SPARE_BYTES) {
        return;
    }
    TextEdit moved = {.current = edit->current, .caret = edit->caret, .anchor = edit->anchor, .joins = edit->joins};
    for (int32_t i = 0; i < edit->revisions.count; i++) {
        TextRevision *revision = rows_append(&moved.arena, &moved.revisions);
        *revision = edit->revisions.rows[i];
        revision->text = str_copy(&moved.arena, revision->text);
    }
    edit_finish(edit);
    *edit = moved;
}

static void note_caret(TextEdit *edit) {
    current(edit)->caret = edit->caret;
    current(edit)->anchor = edit->anchor;
}

// Makes `text`, which lies in the edit's arena, the current revision: a new one, or the last keystroke's.
static void add_revision(TextEdit *edit, Str text, int64_t now_ms) {
    int64_t passed_ms = now_ms - current(edit)->at_ms;
    bool is_joined = edit->joins && passed_ms >= 0 && passed_ms < JOIN_MS;
    if (!is_joined) {
        note_caret(edit);
        edit->revisions.count = edit->current + 1;
        rows_append(&edit->arena, &edit->revisions);
        edit->current++;
    }
    current(edit)->text = text;
    current(edit)->at_ms = now_ms;
}

// A change may join what stands on both sides of the caret into one character.
static ptrdiff_t next_edge(Str text, ptrdiff_t at) {
    ptrdiff_t edge = utf8_snap_grapheme(text, at);
    return edge < at ? utf8_next_grapheme(text, edge) : edge;
}

static void put(char *at, Str text) {
    if (text.len > 0) {
        memcpy(at, text.text, (size_t)text.len);
    }
}

static EditOutcome change(TextEdit *edit, Range range, Str with, int64_t now_ms) {
    Str old = edit_text(edit);
    if (str_equal(str_slice(old, range.from, range.to), with)) {
        edit_move(edit, range.to, false);
        return EDIT_MOVED;
    }
    ptrdiff_t len = old.len - (range.to - range.from) + with.len;
    char *bytes = arena_push_text(&edit->arena, len);
    put(bytes, str_slice(old, 0, range.from));
    put(bytes + range.from, with);
    put(bytes + range.from + with.len, str_slice(old, range.to, old.len));
    Str text = {bytes, len};
    add_revision(edit, text, now_ms);
    edit->caret = edit->anchor = next_edge(text, range.from + with.len);
    edit->joins = true;
    give_back(edit);
    return EDIT_CHANGED;
}

static bool is_control(int32_t code) {
    return code < ' ' || (code >= 0x7F && code < 0xA0);
}

static bool is_line_end(int32_t code) {
    return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

// Lets in, of a text that holds anything, the part that is well-formed, without controls, line ends as the rules want
// them. Of a long one no more is looked at than there is room for, and one character, which tells whether the cut is an
// edge.
static Str clean(Arena *scratch, Str text, const TextEditRules *rules, int32_t room) {
    StrBuilder cleaned = {.arena = scratch};
    int32_t count = 0;
    for (ptrdiff_t at = 0; at < text.len && count <= room;) {
        ptrdiff_t start = at;
        int32_t code = utf8_decode(text, &at);
        if (code == '\r' && at < text.len && text.text[at] == '\n') {
            continue;
        }
        Str taken = str_slice(text, start, at);
        if (is_line_end(code)) {
            taken = rules->multiline ? S("\n") : S(" ");
        } else if (code == '\t') {
            taken = S(" ");
        } else if (code == UTF8_INVALID || is_control(code)) {
            continue;
        }
        str_add(&cleaned, taken);
        count++;
    }
    Str whole = str_built(&cleaned);
    return str_slice(whole, 0, utf8_snap_grapheme(whole, utf8_offset(whole, room)));
}

static EditOutcome insert(TextEdit *edit, Str text, const TextEditRules *rules, int64_t now_ms) {
    int32_t most = rules->most_chars > 0 ? rules->most_chars : MOST_CHARS;
    int32_t left = utf8_count(edit_text(edit)) - utf8_count(edit_selection(edit));
    Arena scratch = {0};
    Str cleaned = clean(&scratch, text, rules, left < most ? most - left : 0);
    EditOutcome outcome = EDIT_MOVED; // what may not come in leaves the selection alone
    if (cleaned.len > 0) {
        outcome = change(edit, selected(edit), cleaned, now_ms);
    }
    arena_finish(&scratch);
    return outcome;
}

static EditOutcome remove_to(TextEdit *edit, ptrdiff_t edge, int64_t now_ms) {
    Range range = selected(edit);
    if (range.from == range.to) {
        range = edge < edit->caret ? (Range){edge, edit->caret} : (Range){edit->caret, edge};
    }
    return change(edit, range, S(""), now_ms);
}

static EditOutcome go_to_revision(TextEdit *edit, int32_t revision) {
    edit->joins = false;
    if (revision < 0 || revision >= edit->revisions.count) {
        return EDIT_MOVED;
    }
    note_caret(edit);
    edit->current = revision;
    edit->caret = current(edit)->caret;
    edit->anchor = current(edit)->anchor;
    return EDIT_CHANGED;
}

static ptrdiff_t line_start(Str text, ptrdiff_t at) {
    while (at > 0 && text.text[at - 1] != '\n') {
        at--;
    }
    return at;
}

static ptrdiff_t line_end(Str text, ptrdiff_t at) {
    while (at < text.len && text.text[at] != '\n') {
        at++;
    }
    return at;
}

// Where a key leads from the caret; -1 when it is none that moves.
static ptrdiff_t find_target(const TextEdit *edit, const UiInput *input) {
    Str text = edit_text(edit);
    bool ctrl = input->modifiers & MOD_CTRL;
    switch (input->key) {
    case KEY_LEFT:
    case KEY_BACKSPACE:
        return ctrl ? utf8_previous_word(text, edit->caret) : utf8_previous_grapheme(text, edit->caret);
    case KEY_RIGHT:
    case KEY_DELETE:
        return ctrl ? utf8_next_word(text, edit->caret) : utf8_next_grapheme(text, edit->caret);
    case KEY_HOME:
        return ctrl ? 0 : line_start(text, edit->caret);
    case KEY_END:
        return ctrl ? text.len : line_end(text, edit->caret);
    default:
        return -1;
    }
}

// An arrow without Shift goes to the end of the selection that it points to.
static EditOutcome move(TextEdit *edit, const UiInput *input, ptrdiff_t target) {
    bool keep_anchor = input->modifiers & MOD_SHIFT;
    Range range = selected(edit);
    bool leaves = !keep_anchor && range.from < range.to && !(input->modifiers & MOD_CTRL);
    if (leaves && input->key == KEY_LEFT) {
        target = range.from;
    } else if (leaves && input->key == KEY_RIGHT) {
        target = range.to;
    }
    edit_move(edit, target, keep_anchor);
    return EDIT_MOVED;
}

static EditOutcome paste(TextEdit *edit, const TextEditRules *rules, const Clipboard *clipboard, int64_t now_ms) {
    Arena scratch = {0};
    Str text = clipboard->get(clipboard->context, &scratch);
    edit->joins = false;
    EditOutcome outcome = insert(edit, text, rules, now_ms);
    edit->joins = false;
    arena_finish(&scratch);
    return outcome;
}

static EditOutcome copy(const TextEdit *edit, const Clipboard *clipboard) {
    Str selection = edit_selection(edit);
    if (selection.len > 0) {
        clipboard->set(clipboard->context, selection);
    }
    return EDIT_MOVED;
}

static EditOutcome cut(TextEdit *edit, const Clipboard *clipboard, int64_t now_ms) {
    copy(edit, clipboard);
    edit->joins = false;
    EditOutcome outcome = remove_to(edit, edit->caret, now_ms);
    edit->joins = false;
    return outcome;
}

static EditOutcome command(TextEdit *edit, const UiInput *input, const TextEditRules *rules,
                           const Clipboard *clipboard) {
    bool shift = input->modifiers & MOD_SHIFT;
    if (input->key == 'a' && !shift) {
        edit_move(edit, 0, false);
        edit_move(edit, edit_text(edit).len, true);
        return EDIT_MOVED;
    }
    if (input->key == 'c' && !shift) {
        return copy(edit, clipboard);
    }
    bool undoes = input->key == 'z' || input->key == 'y';
    if (rules->read_only || (rules->undo_outside && undoes)) {
        return EDIT_IGNORED;
    }
    if (input->key == 'z') {
        return go_to_revision(edit, edit->current + (shift ? 1 : -1));
    }
    if (shift) {
        return EDIT_IGNORED;
    }
    switch (input->key) {
    case 'x':
        return cut(edit, clipboard, input->now_ms);
    case 'v':
        return paste(edit, rules, clipboard, input->now_ms);
    case 'y':
        return go_to_revision(edit, edit->current + 1);
    default:
        return EDIT_IGNORED;
    }
}

static bool is_character(int32_t key) {
    return key >= KEY_SPACE && key < KEY_ENTER;
}

static EditOutcome apply_key(TextEdit *edit, const UiInput *input, const TextEditRules *rules,
                             const Clipboard *clipboard) {
    bool ctrl = input->modifiers & MOD_CTRL;
    if (input->modifiers & MOD_ALT) {
        return EDIT_IGNORED;
    }
    if (ctrl && is_character(input->key)) {
        return command(edit, input, rules, clipboard);
    }
    if (input->key == KEY_ENTER) {
        bool adds = rules->multiline && !rules->read_only && !ctrl;
        return adds ? insert(edit, S("\n"), rules, input->now_ms) : EDIT_IGNORED;
    }
    if (is_character(input->key)) {
        return rules->read_only ? EDIT_IGNORED : EDIT_MOVED; // the text that it types comes as INPUT_TEXT
    }
    ptrdiff_t target = find_target(edit, input);
    if (target < 0) {
        return EDIT_IGNORED;
    }
    if (input->key != KEY_BACKSPACE && input->key != KEY_DELETE) {
        return move(edit, input, target);
    }
    return rules->read_only ? EDIT_IGNORED : remove_to(edit, target, input->now_ms);
}

EditOutcome edit_apply(TextEdit *edit, const UiInput *input, TextEditRules rules, const Clipboard *clipboard) {
    if (input->kind == INPUT_KEY) {
        return apply_key(edit, input, &rules, clipboard);
    }
    if (input->kind == INPUT_TEXT && !rules.read_only) {
        return insert(edit, input->text, &rules, input->now_ms);
    }
    return EDIT_IGNORED;
}
