// The frame, read once after the first start in about a minute and a half, or skipped: what this is and is not, what is
// erased, and that it reaches no network.
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 1000, TWO_COLUMNS = 900 };

static const struct {
    Str label, text;
} PARTS[] = {
    {TR_INIT("Invented situations"),
     TR_INIT("You answer as you would at work, somebody reacts, and you see where it leads. No answer is perfect: each "
             "makes something possible, and costs something.")},
    {TR_INIT("Nobody is evaluated"),
     TR_INIT(
         "Marks are about choices in a story. They say nothing about you, serve neither to recruit nor to rate, and "
         "are there to be discussed.")},
    {TR_INIT("You may stop"),
     TR_INIT(
         "At any moment, without explaining. What you have begun can be taken up again for seven days. What is hard is "
         "announced before it begins.")},
    {TR_INIT("What is erased"),
     TR_INIT(
         "No name, no account. A debrief is erased when you leave it, unless you keep it. One button of the settings "
         "erases everything.")},
    {TR_INIT("No network"), TR_INIT("Palabre sends nothing and fetches nothing. All of it stays on this computer.")},
    {TR_INIT("What it is not"),
     TR_INIT("No group that looks back at its practice, no supervision, no legal advice. Figures and rules have their "
             "year: verify them with your service.")},
};

static void say_parts(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = ui_width(ui) >= TWO_COLUMNS ? 2 : 1, .gap = 24});
    for (int32_t i = 0; i < COUNT(PARTS); i++) {
        screen_pair(ui, ui_words(ui, PARTS[i].label), ui_words(ui, PARTS[i].text), true);
    }
    ui_box_end(ui);
}

static bool say_on(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    bool on = ui_button(ui, (UiButton){.key = S("on"),
                                       .text = ui_words(ui, TR("Choose a situation")),
                                       .kind = BUTTON_PRIMARY,
                                       .wants_focus = true});
    ui_box_end(ui);
    return on;
}

Action screen_frame_view(Ui *ui, const Player *player) {
    Action action = {0};
    (void)player;
    ui_enter_page(ui, S("frame"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .align = UI_CENTER,
                             .padding = UI_PAD(28),
                             .scrolls = true,
                             .hugs = true});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 24});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Before your first situation")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    say_parts(ui);
    ui_box_end(ui);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.padding = {28, 8, 28, 20}, .align = UI_CENTER}); // in sight whatever was read
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH});
    bool on = say_on(ui);
    ui_box_end(ui);
    ui_box_end(ui);
    if (screen_goes_back(ui, ui_words(ui, TR("Skip this"))) || on) {
        screen_want(&action, ACTION_BACK, 0);
    }
    ui_box_end(ui);
    return action;
}
