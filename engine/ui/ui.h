// The toolkit. Each frame the whole page is said anew, as nested boxes and texts; the toolkit measures, places and
// draws it, answers the input against what was last placed, and tells the same page as a tree to who does not see it.
//
//     ui_begin(ui, input, width, height);
//     ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16});
//     ui_text(ui, (UiText){.text = title, .style = TEXT_TITLE});
//     if (ui_button(ui, (UiButton){.key = S("go"), .text = TR("Go on")})) { action = …; }
//     ui_box_end(ui);
//     frame = ui_end(ui);
//
// After an action changed the model the page is said again, with no input, before it is painted.
//
// Sizes are units: ui_px makes pixels of them (docs/ARCHITECTURE.md, "Scale"). Texts are borrowed until the next
// ui_begin. What can be used has a key, unique among what stands in the same keyed box; the id made of these keys is
// the same from frame to frame whatever stands around it. Between frames the toolkit keeps only: what has the focus,
// what the pointer does, how far things are scrolled, and carets.
#pragma once

#include "base/catalog.h"
#include "spoken/spoken.h"
#include "ui/edit.h"
#include "ui/frame.h"
#include "ui/text.h"
#include "ui/theme.h"

typedef struct Ui Ui;

// How many pixels a unit is.
typedef enum {
    UI_SCALE_DESK, // read at arm's length: the smaller of width ÷ 1280 and height ÷ 720, 1 to 3, times `text_scale`
    UI_SCALE_ROOM  // read from the back of a room: height ÷ 1080, whatever the width
} UiScale;

typedef struct {
    ThemeId theme;
    UiScale scale;
    int32_t text_scale;   // percent, 100 … 200; of a desk
    bool still;           // no motion
    bool speaks;          // fill frame.says
    const Catalog *words; // of the interface
    Str language;         // … which it speaks; empty: English
} UiPreferences;

Ui *ui_create(Typesetter typesetter, Clipboard clipboard);
void ui_destroy(Ui *ui);      // NULL is fine
void ui_forget_fonts(Ui *ui); // the typesetter measures otherwise now
void ui_begin(Ui *ui, const UiInput *input, int32_t width, int32_t height, UiPreferences preferences);
void ui_begin_again(Ui *ui, UiPreferences preferences); // the model changed: the page is said once more, with no input
const UiFrame *ui_end(Ui *ui);                          // borrowed until the next ui_begin

// The frame's own tools.
Arena *ui_arena(Ui *ui); // lasts until the next frame's end
int32_t ui_px(const Ui *ui, int32_t units);
int32_t ui_width(const Ui *ui); // of the window, or of the panel that is open; units
int32_t ui_height(const Ui *ui);
int64_t ui_now_ms(const Ui *ui);
Str ui_words(const Ui *ui, Str source); // in the interface's language
#define UI_FORMAT(ui, source, ...) \
    ui_format((ui), (source), (const Str[]){__VA_ARGS__}, (int32_t)(sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)))
Str ui_format(Ui *ui, Str source, const Str *arguments, int32_t count);
Str ui_number(Ui *ui, int64_t number);
Str ui_plain_text(Ui *ui, Str marked); // without the stars of emphasis, which are for the eye
void ui_wake_at(Ui *ui, int64_t ms);   // ask for a frame then; the earliest wish counts

typedef enum { UI_FIT = 0, UI_GROW = -1 } UiSize; // else units
typedef enum { UI_COLUMN, UI_ROW, UI_WRAP, UI_GRID, UI_LAYERS } UiFlow;
typedef enum { UI_STRETCH, UI_START, UI_CENTER, UI_END, UI_BETWEEN } UiAlign;

typedef struct {
    int32_t left, top, right, bottom; // units
} UiEdges;

#define UI_PAD(all) ((UiEdges){(all), (all), (all), (all)})
#define UI_PAD2(across, along) ((UiEdges){(across), (along), (across), (along)})

typedef struct {
    Str key;       // empty: the box is only there to arrange what stands in it
    int32_t index; // tells rows with the same key apart
    int32_t width, height;
    int32_t least_width, most_width, least_height, most_height; // 0: no limit
    int32_t share;                                              // of the room that is left, among those that grow; 0: 1
    UiFlow flow;
    int32_t columns;      // of a grid
    int32_t gap, row_gap; // row_gap 0: as gap
    UiEdges padding;
    UiAlign align;   // across the flow
    UiAlign justify; // along it: START unless said otherwise; BETWEEN spreads
    ColorRole fill, stroke;
    int32_t stroke_width;    // units; 0 with a stroke: one pixel or more
    int32_t radius, corners; // corners 0: all
    ColorRole ring;          // while it has the focus; NONE: FOCUS
    bool dashed, shadow;
    bool scrolls, from_end; // what does not fit can be scrolled to, as a bar at the right shows; seen first: its end
    bool hugs;              // one that grows: no taller than what stands in it
    bool trims;             // no padding at that side which is an edge of the column it stands in, so that words align
    bool appears;           // fades in when it is new
    // For those who use it.
    UiRole role;
    Str name, value;
    Str language; // that it and what stands in it are spoken in; empty: as what it stands in
    bool whole;   // what has the focus in it comes into sight with all of it, unless that is half a page
    bool focusable, disabled, checked, wants_focus; // wants_focus: gets it when nothing has
    bool waits; // of what is focusable: Enter chooses nothing of it, an arrow goes to what stands in it
    bool keeps_arrows, keeps_enter; // these keys are its own while it has the focus
    bool draggable, takes_drops;
    bool live, quiet;       // spoken when it is new or changed; quiet too: only when changed, which needs a key
    bool unread;            // it and what stands in it are left out when the page is read
    bool chosen_by_pointer; // no ring and no tab stop: only pressed
    int32_t place, set_size;
} UiBox;

UiId ui_box_begin(Ui *ui, UiBox box);
void ui_box_end(Ui *ui);

typedef struct {
    Str text;
    TextStyleId style;
    ColorRole color;    // NONE: ink
    UiAlign align;      // START, CENTER or END
    bool marked;        // *emphasis*
    int32_t most_lines; // further ones are cut with …; 0: all are shown
    bool preview;       // what is cut of it can be read elsewhere
    UiRole role;        // NONE: text; HEADING; SILENT
    Str aloud;          // spoken instead of the text
    bool live;
    int32_t grow; // UI_GROW: takes the width that is left
    const struct UiHighlight *highlights;
    int32_t highlight_count;
} UiText;

typedef struct UiHighlight {
    ptrdiff_t from, to;          // bytes of the text
    ColorRole ground, line, ink; // each may be NONE
} UiHighlight;

void ui_text(Ui *ui, UiText text);
void ui_aloud(Ui *ui, Str text, bool live); // there for those who listen: it takes no room, and is not seen
void ui_space(Ui *ui, int32_t units);       // along the flow; UI_GROW: all that is left

// A page in a part of the window. What is said in it may have been made for a window: ui_width and ui_height are its
// own, ui_enter_page begins its page and no other's, ui_read_page reads it alone, and keys are answered while the focus
// is in it. Arrows stay in it, Tab goes on to what follows, F6 and Shift+F6 go from panel to panel (all that stands in
// none is one too), each time to where one was in it. Keys of the whole window are said last: the first said answers.
//
//     for (int32_t i = 0; !ui_is_settled(ui) && i < 3; i++) { ui_begin_again(ui, preferences); …; frame = ui_end(ui); }
//
// Its size is known for sure once the page was placed: said for another, it is said again, as ui_is_settled tells.
typedef struct {
    Str key, name; // the name is spoken when the focus comes into it
    UiBox box;     // its sizes: units or UI_GROW, which UI_FIT stands for too
    bool of_room;  // shows a room's screen in small: its theme, its scale, neither padding nor a panel in it
} UiPanel;

UiId ui_panel_begin(Ui *ui, UiPanel panel);
void ui_panel_end(Ui *ui);
void ui_enter_panel(Ui *ui, UiId panel); // the focus goes into it, to what wants it there
bool ui_is_settled(const Ui *ui);

// Above the page. A modal one takes all input until it is not said any more; the focus then returns.
typedef struct {
    Str key;
    bool modal;
    UiId anchor;     // placed below it (or above, where there is no room); 0: see `align`
    UiAlign justify; // across the window: START, CENTER (0 also), END
    UiAlign align;   // down the window
    UiBox box;
} UiOverlay;

void ui_overlay_begin(Ui *ui, UiOverlay overlay);
void ui_overlay_end(Ui *ui);

// Events, asked for while the page is said.
bool ui_pressed(const Ui *ui, UiId id); // clicked, or Enter or Space on it
bool ui_has_focus(const Ui *ui, UiId id);
bool ui_keeps_focus(Ui *ui, UiId id); // it has, or a dialog took it from there and gives it back
bool ui_is_hovered(const Ui *ui, UiId id);
bool ui_is_held(const Ui *ui, UiId id); // the pointer went down on it and is still down
// Pressed, and nobody's own: once while it is held, and Enter and Space not on a page that only just came. Shift means
// nothing unless `modifiers` has it: who asks for both asks for the shifted one first.
bool ui_key(Ui *ui, int32_t key, int32_t modifiers);
bool ui_key_or_held(Ui *ui, int32_t key, int32_t modifiers); // of what moves or scrolls: again and again while held
// The same, and listed in the help of this page under what it does (unless that is empty), where a click does it.
bool ui_shortcut(Ui *ui, int32_t key, int32_t modifiers, Str what);
bool ui_has_wish(const Ui *ui); // … a click in the help: to be said once more, with INPUT_IDLE, which does it
bool ui_is_typing(Ui *ui);      // a field has the focus, or a dialog took it from one
const UiInput *ui_input(const Ui *ui);
UiId ui_id(const Ui *ui, Str key, int32_t index); // of what stands in the box that is open now
void ui_focus(Ui *ui, UiId id);
void ui_enter_page(Ui *ui, Str key); // another page: focus and scrolling begin anew; said first of all
void ui_present(Ui *ui); // turned from afar: Page Up, Page Down are the page's; Space presses what Tab led to
bool ui_would_take(const Ui *ui, UiId id);          // what is dragged is over it
bool ui_dropped(const Ui *ui, UiId on, UiId *what); // let go over it
// Which box of a column is dragged or was let go, and where it would land, from 0. False: none, or beside it.
bool ui_would_land(const Ui *ui, const UiId *ids, int32_t count, int32_t *from, int32_t *to);
bool ui_landed(const Ui *ui, const UiId *ids, int32_t count, int32_t *from, int32_t *to);
Rect ui_last_rect(const Ui *ui, UiId id);       // where it stood in the last frame, pixels
void ui_say(Ui *ui, Str text, bool interrupts); // speak it, if speech is wanted
void ui_read_page(Ui *ui);                      // speak all texts of the page
void ui_pronounce(Ui *ui, SpokenTable own);     // until the next ui_begin, what is spoken goes by these
void ui_set_done(Ui *ui, bool done);            // of the frame that ui_end gave: the program may end
