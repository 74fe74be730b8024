// Widgets: buttons, answers, meters, fields, dialogs. Each is a few boxes of ui.h that look and behave
// the same everywhere; those that answer give true in the frame in which they were used.
#pragma once

#include "ui/canvas.h"

// A colour with its light ground and its ink. The order is that of a case's tints (scenario/framework.h).
typedef enum {
    UI_TINT_NONE,
    UI_TINT_TEAL,
    UI_TINT_TERRACOTTA,
    UI_TINT_OCHRE,
    UI_TINT_PLUM,
    UI_TINT_NIGHT,
    UI_TINT_SAND,
    UI_TINT_COUNT
} UiTint;

typedef struct {
    ColorRole main, ink, light;
} UiTintColors;

UiTintColors ui_tint(int32_t tint);

typedef enum { BUTTON_SECONDARY, BUTTON_PRIMARY, BUTTON_QUIET, BUTTON_DANGER, BUTTON_ON_NIGHT } ButtonKind;

typedef struct {
    Str key;
    int32_t index;
    Str text;
    Str hint; // the key that does the same, as it is printed on a keyboard
    Str name; // spoken instead of the text, when that says too little
    ButtonKind kind;
    bool disabled, wants_focus;
    bool by_pointer; // a key does the same: it neither takes the focus nor stands in the way of Tab
    bool compact;    // in a row of many
    int32_t width;   // UI_FIT, UI_GROW
} UiButton;

bool ui_button(Ui *ui, UiButton button);

// An answer among several: a letter in a badge, and a text that may take many lines.
typedef struct {
    Str key;
    int32_t index;
    Str letter, text;
    Str note;      // small, under the text
    int32_t tint;  // of the badge; NONE: teal
    bool quiet;    // dashed border, soft text: own words
    bool dense;    // less room around the text: it has many beside it
    bool checkbox; // several may be chosen: a box instead of a badge
    bool checked, disabled, wants_focus;
    int32_t place, set_size;
} UiAnswer;

bool ui_answer(Ui *ui, UiAnswer answer);

typedef struct {
    Str key;
    int32_t index;
    Str text;
    Str about; // of a checkbox: what it brings, in small; may be empty
    Str found; // … what is spoken besides, and seen elsewhere; may be empty
    Str hint;  // of a pill: the key that does the same
    bool checked, disabled, wants_focus;
    int32_t place, set_size;
} UiToggle;

bool ui_pill(Ui *ui, UiToggle pill);       // one of a row of filters
bool ui_checkbox(Ui *ui, UiToggle toggle); // gives true when it is to change

// One of several, side by side.
typedef struct {
    Str key, name;
    const Str *labels;
    int32_t count, chosen; // chosen -1: none
    bool wants_focus;      // for the chosen one, or the first
} UiChoices;

int32_t ui_choices(Ui *ui, UiChoices choices); // gives `chosen` unless another was pressed
bool ui_tab(Ui *ui, UiToggle tab);
// The same in one line with a list that opens.
int32_t ui_combo(Ui *ui, Str key, Str name, const Str *labels, int32_t count, int32_t chosen);
// A button with a list that opens, of what can be done: gives what was chosen, or -1.
int32_t ui_menu(Ui *ui, UiButton button, const Str *labels, int32_t count);

void ui_tag(Ui *ui, Str text, int32_t tint);
void ui_keycap(Ui *ui, Str key);
void ui_medal_begin(Ui *ui, int32_t tint, int32_t size); // a disc with a rim; size: units across; ends with ui_box_end
void ui_avatar(Ui *ui, Str initials, int32_t tint, int32_t size);
void ui_divider(Ui *ui);
void ui_heading(Ui *ui, Str text); // of a card

typedef struct {
    Str name, word; // "Confiance", "fragile"
    int32_t permille;
    int32_t tint;
    int32_t trend;      // -1, 0, 1: an arrow beside the word
    int32_t trend_tint; // of both, for up may be for the worse; NONE: ink
    bool bar_only;      // name and word stand elsewhere; they are still told to who does not see
    bool live;
} UiMeter;

void ui_meter(Ui *ui, UiMeter meter);

enum { CARD_RADIUS = 18 };

UiId ui_card_begin(Ui *ui, UiBox box); // white, bordered, round; what `box` says comes first
void ui_card_end(Ui *ui);

typedef struct {
    Str key;
    int32_t index;
    Str name;        // what it is for
    Str text;        // as it is now
    Str placeholder; // shown while it is empty
    Str hint;        // the key that leads to it, shown at its end
    bool multiline;
    int32_t most_chars;
    int32_t rows; // least height in lines
    TextStyleId style;
    bool wants_focus;
    bool undo_outside; // Ctrl+Z and Ctrl+Y are the page's, which keeps every state of the text
    const UiHighlight *highlights;
    int32_t highlight_count;
} UiField;

// True when it was edited: `text` is the new text, borrowed until the next frame.
bool ui_field(Ui *ui, UiField field, Str *text);

// A dialog over the page, which is not to be said any more once it was closed.
typedef struct {
    Str key, title;
    int32_t width; // units
    bool from_end; // what does not fit is seen from its end
} UiDialog;

bool ui_dialog_begin(Ui *ui, UiDialog dialog); // true: Escape, or Alt and ←, is to close it
void ui_dialog_foot(Ui *ui); // what is said from here on stays in sight, below what scrolls; once, and nothing is open
void ui_dialog_end(Ui *ui);
bool ui_toast(Ui *ui, Str text, int32_t tint); // true when it was pressed: it is to go, and so it is with Escape
void ui_tooltip(Ui *ui, UiId of, Str text);    // while the pointer is over it, or once a finger rested on it
bool ui_help(Ui *ui, Str title, Str more);     // the keys of this page; true when it is to be closed
// Ctrl and C, which no field took: what is selected, else the text under the pointer, else those of what has the focus,
// go to the clipboard. Ctrl and A selects all that is read. Said last, above a dialog too. True: `copied` was, borrowed
// until the next frame.
bool ui_copy(Ui *ui, Str *copied);
Str ui_clipboard_text(Ui *ui);                           // what a paste would take, for what is no field
Str ui_key_name(Ui *ui, int32_t key, int32_t modifiers); // "Retour arr."

// Rows of equal height, of which only those in sight are said: from `first` to `end` - 1, each a box of that height.
typedef struct {
    Str key, name;
    int32_t count, row_height; // units
    int32_t first, end;        // given back
} UiList;

void ui_list_begin(Ui *ui, UiList *list);
void ui_list_end(Ui *ui, const UiList *list);

typedef enum { BOARD_STAYS, BOARD_FITS, BOARD_CLOSER, BOARD_FARTHER } BoardWish;

// A board larger than its place: the pointer drags it, the wheel and + - 0 zoom, arrows move it.
typedef struct {
    Str key, name, value;
    Rect content; // in its own units: what there is to see; shown whole at first
    Rect here;    // a part that comes into sight when it is another one; where all of it would be too small to read, it
                  // is what is seen first. Empty: none
    BoardWish wish; // of buttons beside it
    bool still;     // the pointer carries something else: it does not drag the board
    bool goes;      // the point (to_x, to_y) of it comes into the middle
    int32_t to_x, to_y;
    void (*draw)(void *context, UiCanvas *canvas);
    void *context;
} UiBoard;

typedef struct {
    int32_t x, y; // pixel of the board's point (0, 0)
    int32_t zoom; // pixels for 1,024 of its units
} UiView;

UiId ui_board(Ui *ui, UiBoard board, UiView *view);
UiView ui_board_last_view(Ui *ui, UiId board); // before it is said; its zoom is 0 on a page that only just came
void ui_board_point(const Ui *ui, UiId board, const UiView *view, int32_t *x, int32_t *y); // of it, under the pointer
