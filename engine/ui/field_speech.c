// Speech while somebody types: the word that is done, the letters that are erased, where the caret goes.
#include "ui/field_speech.h"

#include "base/utf8.h"

enum { FEW_CHARS = 20 };

FieldState field_state(Ui *ui, const TextEdit *edit) {
    return (FieldState){str_copy(ui_arena(ui), edit_text(edit)), edit->caret, edit->anchor};
}

static bool is_space(Str text) {
    return str_equal(text, S(" ")) || str_equal(text, S("\n"));
}

// Signs that would not be heard are called by a name.
static void say_part(Ui *ui, Str part) {
    bool blank = str_trim(part).len == 0;
    bool line = str_find(part, S("\n")) >= 0;
    ui_say(ui, !blank ? part : ui_words(ui, line ? TR("new line") : TR("space")), true);
}

// From the last space on.
static Str word_before(Str text, ptrdiff_t end) {
    ptrdiff_t start = end;
    while (start > 0 && text.text[start - 1] != ' ' && text.text[start - 1] != '\n') {
        start--;
    }
    return str_slice(text, start, end);
}

static bool ends_sentence(Str text) {
    return str_ends(text, S(".")) || str_ends(text, S("!")) || str_ends(text, S("?")) || str_ends(text, S("…"));
}

// A word is said when what follows it is typed; after the end of a sentence it was said already.
static void say_typed(Ui *ui, Str text, ptrdiff_t from, Str typed) {
    Str word = word_before(text, from);
    if (is_space(typed) && word.len == 0) {
        say_part(ui, typed);
    } else if ((is_space(typed) || ends_sentence(typed)) && !ends_sentence(word)) {
        ui_say(ui, word, true);
    }
}

typedef struct {
    ptrdiff_t from;
    Str removed, added;
} Change;

static Change find_change(Str before, Str after) {
    ptrdiff_t most = before.len < after.len ? before.len : after.len, from = 0, same = 0;
    while (from < most && before.text[from] == after.text[from]) {
        from++;
    }
    from = utf8_snap_grapheme(after, utf8_snap_grapheme(before, from));
    while (same < most - from && before.text[before.len - same - 1] == after.text[after.len - same - 1]) {
        same++;
    }
    while (same > 0 && ((unsigned char)after.text[after.len - same] & 0xC0) == 0x80) { // within a character
        same--;
    }
    return (Change){from, str_slice(before, from, before.len - same), str_slice(after, from, after.len - same)};
}

static void say_change(Ui *ui, Str before, Str after) {
    Change change = find_change(before, after);
    bool one = utf8_count_graphemes(change.added) == 1;
    if (change.added.len == 0) {
        say_part(ui, change.removed);
    } else if (one && ui->input.kind == INPUT_TEXT) {
        say_typed(ui, after, change.from, change.added);
    } else {
        say_part(ui, change.added);
    }
}

static void say_room(Ui *ui, int32_t most, Str before, Str after) {
    int32_t left = most - utf8_count(after);
    if (most > 0 && left <= 0) {
        ui_say(ui, ui_words(ui, TR("No room is left.")), false);
    } else if (most > 0 && left <= FEW_CHARS && most - utf8_count(before) > FEW_CHARS) {
        ui_say(ui, UI_FORMAT(ui, TR("Characters left: {0}"), ui_number(ui, left)), false);
    }
}

static ptrdiff_t distance(ptrdiff_t a, ptrdiff_t b) {
    return a < b ? b - a : a - b;
}

// The part that the selection gained or lost.
static void say_selection(Ui *ui, Str text, const FieldState *before, const FieldState *after) {
    ptrdiff_t start = before->anchor == after->anchor ? before->caret : after->anchor;
    ptrdiff_t from = start < after->caret ? start : after->caret, to = start < after->caret ? after->caret : start;
    bool grew = before->anchor != after->anchor ||
                distance(after->caret, after->anchor) >= distance(before->caret, before->anchor);
    Str part = str_slice(text, from, to);
    if (part.len > 0) {
        Str words = str_trim(part).len > 0 ? part : ui_words(ui, TR("space"));
        ui_say(ui, UI_FORMAT(ui, grew ? TR("{0}, selected") : TR("{0}, no longer selected"), words), true);
    }
}

// The line, the word that was passed, or the character that comes next.
static void say_caret(Ui *ui, const FieldState *before, const FieldState *after, Str line) {
    Str text = after->text;
    ptrdiff_t from = before->caret, to = after->caret;
    bool across = ui->input.key == KEY_LEFT || ui->input.key == KEY_RIGHT;
    if (!across) {
        Str words = str_trim(line);
        ui_say(ui, words.len > 0 ? words : ui_words(ui, TR("empty line")), true);
    } else if ((ui->input.modifiers & MOD_CTRL) != 0 && from != to) {
        say_part(ui, from < to ? str_slice(text, from, to) : str_slice(text, to, from));
    } else if (to >= text.len) {
        ui_say(ui, ui_words(ui, TR("end of the text")), true);
    } else {
        say_part(ui, str_slice(text, to, utf8_next_grapheme(text, to)));
    }
}

static bool moves_caret(int32_t key) {
    return key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN || key == KEY_HOME || key == KEY_END;
}

void field_say_edit(Ui *ui, const FieldState *before, const FieldState *after, int32_t most, Str line) {
    const UiInput *input = &ui->input;
    bool full = input->kind == INPUT_TEXT && str_equal(before->text, after->text);
    if (!str_equal(before->text, after->text)) {
        say_change(ui, before->text, after->text);
    } else if (after->caret != after->anchor) {
        say_selection(ui, after->text, before, after);
    } else if (input->kind == INPUT_KEY && moves_caret(input->key)) {
        say_caret(ui, before, after, line);
    }
    if (full || after->text.len > before->text.len) {
        say_room(ui, most, before->text, after->text);
    }
}
