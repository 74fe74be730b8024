// The inside of the toolkit: how an input moves the focus between panels, presses, scrolls and selects. Only engine/ui/
// includes this.
#pragma once

#include "ui/node.h"

bool ui_answers_pointer(const Node *node); // ui_input.c: it can be pressed, or dragged

// ui_panel.c
bool ui_panel_has_focus(const Ui *ui, UiId panel);            // it or one inside; 0: always
bool ui_panel_move(Ui *ui, const UiPass *last, int32_t step); // the focus, to the next; false: there is no other
void ui_panel_point(Ui *ui, const UiPass *last);              // the pointer went down where nothing takes the focus
void ui_panel_follow(Ui *ui, const UiPass *pass);             // the focus is settled
void ui_panel_measure(Ui *ui);                                // the page is placed

// ui_press.c
void ui_press_begin(Ui *ui);             // an input came
void ui_press_follow(Ui *ui);            // the focus is settled
bool ui_press_refuses_key(const Ui *ui); // this key would press, and is not to
void ui_press_click(Ui *ui, UiId what);  // the pointer goes down
// ui_scroll.c. Against the last pass, but for the last two.
bool ui_scroll_by_key(Ui *ui, const UiPass *last, int32_t key);
void ui_scroll_by_wheel(Ui *ui, const UiPass *last);
void ui_scroll_by_drag(Ui *ui, const UiPass *last);  // what is dragged is held at an edge …
void ui_scroll_on(Ui *ui);                           // … and scrolls on while it is
bool ui_scroll_grip(Ui *ui, const UiPass *last);     // the pointer goes down: true when it does so on a bar
bool ui_scroll_by_bar(Ui *ui, const UiPass *last);   // it moves: true when it is over a bar, or holds one
void ui_scroll_take(Ui *ui, const UiPass *last);     // a finger goes down
bool ui_scroll_by_touch(Ui *ui, const UiPass *last); // … moves: true when that scrolls
bool ui_scroll_to_focus(Ui *ui);                     // placed: true when something moved, and is to be placed again
bool ui_scroll_thumb(Ui *ui, const Node *node, Rect *thumb);

// select.c. Against the last pass, but for ui_select_show.
void ui_select_begin(Ui *ui, const UiPass *last); // the pointer went down beside all that answers it
void ui_select_move(Ui *ui, const UiPass *last);
void ui_select_all(Ui *ui, const UiPass *last);
void ui_select_drop(Ui *ui);
bool ui_select_is_over(const Ui *ui, const UiPass *pass); // the pointer, of a text
void ui_select_show(Ui *ui);                              // what is selected of each text, before it is drawn
Str ui_selected_text(Ui *ui);                             // empty: nothing
