// The inside of the toolkit: nodes of a frame, and what is kept between frames. Only engine/ui/ includes this.
//
// A frame is said into a table of nodes in reading order: a node's children follow it, so walking the table forwards
// meets parents first, backwards children first. Layout, drawing and the tree are loops over it.
#pragma once

#include "base/error.h"
#include "base/number.h"
#include "ui/ui.h"

typedef struct {
    int32_t width, height; // pixels
} Size;

typedef enum { NODE_BOX, NODE_TEXT, NODE_PICTURE } NodeKind;

typedef struct UiCanvas UiCanvas;

typedef struct {
    NodeKind kind;
    UiId id;                           // 0: nobody asks for it
    UiId scope;                        // what ids of the nodes inside are made of
    int32_t parent, next, first, last; // rows; 0: none (row 0 is no node)
    int32_t count;                     // of children
    int32_t depth, layer;              // layer 0 is the page
    int32_t panel;                     // row of the panel around it, or its own; 0: none
    Str language;                      // empty: that of the interface
    UiBox box;
    UiOverlay *overlay; // of the outermost box of one; else NULL
    Size measure_px;    // of a panel: what its page was said for
    int32_t scale;      // in which its units are
    ThemeId theme;
    UiText text;
    TextStyle type; // of a text
    void (*draw)(void *context, UiCanvas *canvas);
    void *draw_context;
    int32_t (*measure)(void *context, int32_t width); // height of a picture of that width, pixels; NULL: box.height
    Rect (*locate)(void *context); // the part of the picture that is to be in sight, in its own pixels; NULL: all
    // Layout, in pixels.
    int32_t firm, least, wished; // widths: firm ≤ least ≤ wished; narrower than `least` words break
    int32_t tall;                // height as it comes
    int32_t content;             // height of what stands in it
    Rect rect;                   // placed
    Rect clip;                   // what is visible of it lies in here
    const TextLayout *layout;
    ptrdiff_t selected_from, selected_to; // bytes of the text
    int32_t opacity;                      // 0 … 255
    int32_t first_draw, end_draw;         // rows of the frame's draws that show it, without what stands in it
} Node;

typedef ROWS_OF(Node) NodeTable;

// Kept between frames for what needs it, and let go when it was not said for a frame.
typedef struct {
    UiId id;
    int64_t seen;                  // frame it was last said in
    int64_t born_ms;               // when it was new
    int32_t scroll;                // pixels
    TextEdit *edit;                // its memory is the edit's own arena
    int32_t edit_scroll, wished_x; // wished_x: of a caret that goes up and down; -1: its own
    int64_t x, y;                  // of a canvas: its point in the middle, 1/1024 of its own units
    int32_t zoom;                  // permille
    Rect here;                     // … and the part of it that was last brought into sight
    bool open;                     // of a list that opens
    uint64_t said;                 // what was last spoken of it
    UiId returns_to;               // of a modal overlay: what had the focus before
    UiId page, focus;              // of a panel: its page, and what in it had the focus last
    Size measured;                 // of a panel: as it was placed last
} UiKept;

typedef ROWS_OF(UiKept) KeptTable;

typedef struct {
    int32_t key, modifiers;
    Str what; // in the interface's language
} UiKeyHelp;

typedef ROWS_OF(UiKeyHelp) KeyHelpTable;

// One frame's memory; there are two, for input is answered against the last one.
typedef struct {
    Arena arena;
    NodeTable nodes;
    KeyHelpTable keys;
    int32_t modal_layer; // topmost modal one; 0: the page
    int32_t layers;
    bool presents; // ui_present
    UiFrame frame;
} UiPass;

// The last key that went down, and the last click: where they met the page.
typedef struct {
    UiId stage, what; // what had the focus, or was clicked
    int32_t key;
    int64_t at_ms;
    bool counts; // if it is one that presses
} UiPress;

// Where a selection begins or ends.
typedef struct {
    int32_t layer, nth; // of the texts of that layer, from 1; 0: nowhere
    uint64_t text;      // a hash of it
    ptrdiff_t offset;   // bytes
} UiSelectEnd;

struct Ui {
    Arena arena; // as long as the toolkit
    Clipboard clipboard;
    TextCache *texts;
    UiPreferences preferences;
    SpokenTable pronunciations; // of this frame
    UiPass passes[2];
    int32_t pass; // the one being said
    int64_t frame_number;
    int32_t width, height, scale; // pixels; scale: pixels a unit, 1/1024, of what is said, laid out or drawn now
    ThemeId theme;                // of what is said now
    UiInput input;
    bool taken; // the input is answered
    UiId focus, hovered, held, pressed, dragged, dropped, page;
    UiId panel;                  // the innermost one around the focus, or around what a dialog took it from; 0: none
    UiId focus_outside, pointed; // what had the focus last outside of panels; what the pointer gave it to
    bool settled;                // every panel was placed in the size that its page was said for
    int32_t held_x, held_y, pointer_x, pointer_y;
    int32_t grip_x, grip_y; // of what is held: from its corner to where the pointer took it
    int64_t held_since_ms;
    bool by_finger; // the pointer is one
    bool selects;   // it is down, and what it moves over is selected
    UiSelectEnd select_from, select_to;
    UiId told;  // what it rested on, and that told something of itself
    UiId stage; // what there is to press, as it was said last; 0: nothing yet
    int64_t stage_since_ms;
    bool by_itself, stage_by_itself; // nobody pressed anything: now, when the stage became what it is
    UiPress key_press, click;
    struct {
        int32_t key, modifiers;
    } wished, does;          // of a row of the help: that was clicked, and that this frame answers
    UiId bar, pan;           // whose scroll bar is held; that a finger scrolls, or would
    int64_t edge_since_ms;   // what is dragged was last at an edge; 0: it is at none
    int32_t pan_y, bar_grip; // … so many pixels below the thumb's top
    bool pans, focus_moved, reads_page;
    UiId read_panel; // that is to be read; 0: the whole page
    bool fresh;      // a page or a dialog is new: it is seen from its beginning
    int64_t wake_at_ms;
    KeptTable kept;
    ROWS_OF(TextEdit *) spare_edits; // finished, of fields that are gone
    Str said_focus;                  // in arena `speech`
    Arena speech;
    UiId spoken_focus, spoken_panel, spoken_groups[8]; // the groups around it, as they were called; 0: none
    Str composed; // in arena `composing`: what an input method shows, not typed yet, where the focus is
    Arena composing;
    int32_t *open; // stack of rows: boxes that are open
    int32_t open_count, open_capacity;
};

static inline UiPass *ui_pass(Ui *ui) {
    return &ui->passes[ui->pass];
}

static inline const UiPass *ui_last_pass(const Ui *ui) {
    return &ui->passes[1 - ui->pass];
}

Node *ui_node_open(Ui *ui);                            // the box that things are said into
Node *ui_node_add(Ui *ui, NodeKind kind);              // in the open box
const Node *ui_node_find(const UiPass *pass, UiId id); // NULL: not said
UiKept *ui_keep(Ui *ui, UiId id);                      // kept for it, made when new; valid until the next one is made
UiKept *ui_find_kept(Ui *ui, UiId id);                 // NULL: nothing yet
UiId ui_hash(UiId scope, Str key, int32_t index);
void ui_open(Ui *ui, int32_t row); // what is said next stands in that box
bool node_can_focus(const Node *node);
int32_t ui_units(const Ui *ui, int32_t px);
int32_t ui_scale_of(int32_t width, int32_t height, const UiPreferences *preferences);
void ui_scale_as(Ui *ui, const Node *node); // what stands in a panel has a scale of its own; row 1: the window's
static inline bool node_is_active(const UiPass *pass, const Node *node) {
    return node->layer >= pass->modal_layer;
}
const Node *node_find_at(const UiPass *pass, int32_t x, int32_t y, bool (*wanted)(const Node *)); // the topmost

bool node_is_panel(const Node *node);
bool node_is_in_panel(const UiPass *pass, const Node *node, UiId panel);

void ui_answer_input(Ui *ui);                            // ui_input.c: before the page is said
void ui_settle_focus(Ui *ui);                            // after it was said: somebody has the focus if anybody can
void ui_layout(Ui *ui);                                  // ui_layout.c
int32_t node_pad_across(const Ui *ui, const Node *node); // pixels, both sides
int32_t node_pad_down(const Ui *ui, const Node *node);
int32_t node_row_gap(const Ui *ui, const Node *node); // between the lines of a wrap or a grid
// The child that begins the next line of a wrap or a grid, 0 after the last; `tall` is the height of this one.
int32_t node_line_end(const Ui *ui, const UiPass *pass, const Node *node, int32_t from, int32_t *tall);
void ui_place(Ui *ui); // ui_place.c

int32_t node_line_x(const Node *node, const TextLine *line); // of its left edge, placed
const Node *ui_canvas_node(const UiCanvas *canvas);
void ui_canvas_shift(UiCanvas *canvas, int32_t by_px); // to the right, all that is drawn from now on
void node_draw_text(Ui *ui, const Node *node);         // placed, with a layout
void ui_draw(Ui *ui);                                  // ui_draw.c
void ui_make_tree(Ui *ui);                             // ui_tree.c
void ui_make_speech(Ui *ui);
