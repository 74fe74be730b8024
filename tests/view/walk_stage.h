// A walk played on its screen: what is pressed comes in, the tree of what is shown comes out.
#pragma once

#include "view/view_solo.h"

#include "session/small_case.h"

enum { STAGE_WIDTH = 1280, STAGE_HEIGHT = 720 };

typedef struct {
    SmallCase c;
    Solo solo;
    Catalog words;
    Arena arena;
    Ui *ui;
    const UiFrame *frame;
    SoloAction action; // of the last input
    ViewSolo page;
    ViewWish wish; // of the last input
    int32_t width, height, text_scale;
    int32_t panel_width; // units: the walk stands in a part of a page, beside a button; 0: it is the page
    bool help;           // with the keys of the page above it
    int64_t now_ms;
} Stage;

void stage_begin(Stage *stage); // `c` was read
void stage_read_file(Stage *stage, const char *path);
void stage_finish(Stage *stage);
void stage_input(Stage *stage, const UiInput *input);
void stage_key(Stage *stage, int32_t key);
void stage_click(Stage *stage, const UiTreeNode *node);
void stage_drag(Stage *stage, const UiTreeNode *from, const UiTreeNode *to);
void stage_walk(Stage *stage, SoloActionKind kind, int32_t index, int32_t value); // changes the model, shows it
const UiTreeNode *stage_find(const Stage *stage, UiRole role, Str part);          // NULL: none whose name has the part
const UiTreeNode *stage_focused(const Stage *stage);
int32_t stage_count(const Stage *stage, UiRole role);
void stage_check_tree(const Stage *stage); // what holds of every page
