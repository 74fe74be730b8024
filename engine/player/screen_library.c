// The library: what there is to practise, as cards, with a search and filters above.
#include "base/number.h"
#include "base/path.h"
#include "player/library_fault.h"
#include "player/screen_parts.h"

enum { CARDS_AT_ONCE = 60, GRID_GAP = 16, CARD_LEAST_HEIGHT = 190, WIDE = 1100, MIDDLING = 760, SEARCH_WIDTH = 280 };

typedef struct {
    Ui *ui;
    const Player *player;
    LibraryView view;
    int32_t playable;    // of the view: these come first
    int32_t shown;       // of those
    bool leads_to_first; // from the search
    Action *action;
} Page;

static const Card *card_at(const Page *page, int32_t place) {
    return &page->player->library.cards.rows[page->view.rows[place]];
}

static Str count_line(const Page *page) {
    const Catalog *catalog = &page->player->app.catalog;
    if (page->player->reader) {
        return ui_words(page->ui, TR("Palabre is reading the situations…"));
    }
    int32_t started = 0;
    for (int32_t i = 0; i < page->playable; i++) {
        started += card_at(page, i)->started ? 1 : 0;
    }
    int32_t count = page->playable;
    Str all = UI_FORMAT(page->ui, catalog_plural(catalog, TRP("{0} situation", "{0} situations"), count),
                        ui_number(page->ui, count));
    if (started == 0) {
        return all;
    }
    Str begun = UI_FORMAT(page->ui, catalog_plural(catalog, TRP("{0} begun", "{0} of them begun"), started),
                          ui_number(page->ui, started));
    return str_format(ui_arena(page->ui), "%.*s · %.*s", S_ARG(all), S_ARG(begun));
}

static void say_head(Page *page) {
    Ui *ui = page->ui;
    bool row = ui_width(ui) >= MIDDLING;
    ui_box_begin(ui, (UiBox){.flow = row ? UI_ROW : UI_COLUMN, .gap = 16, .align = row ? UI_CENTER : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("What would you like to work on?")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    ui_text(ui, (UiText){.text = count_line(page), .color = COLOR_SOFT, .live = true});
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    page->leads_to_first = screen_search(ui,
                                         &(ScreenSearch){.name = ui_words(ui, TR("Search the situations")),
                                                         .text = page->player->filter.search,
                                                         .kind = ACTION_SET_SEARCH,
                                                         .width = row ? SEARCH_WIDTH : UI_GROW},
                                         page->action);
    if (ui_button(ui, (UiButton){.key = S("open"), .text = ui_words(ui, TR("Open…"))})) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_OPEN);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

// The page is there before all cards are.
static void say_progress(const Page *page) {
    Ui *ui = page->ui;
    if (!page->player->reader) {
        return;
    }
    LibraryProgress progress = library_reader_progress(page->player->reader);
    int32_t count = max(progress.count, 1);
    ui_meter(ui, (UiMeter){.name = ui_words(ui, TR("Read so far")),
                           .word = UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, progress.read),
                                             ui_number(ui, progress.count)),
                           .permille = (int32_t)(progress.read * INT64_C(1000) / count)});
}

static bool has_quiz(const Library *library) {
    bool found = false;
    for (int32_t i = 0; i < library->cards.count; i++) {
        found = found || library->cards.rows[i].told.quiz;
    }
    return found;
}

// Some take little time, and not all: else there is nothing to choose.
static bool has_brief(const Library *library) {
    bool brief = false, longer = false;
    for (int32_t i = 0; i < library->cards.count; i++) {
        int32_t minutes = library->cards.rows[i].told.minutes;
        brief = brief || (minutes > 0 && minutes <= LIBRARY_BRIEF);
        longer = longer || minutes > LIBRARY_BRIEF;
    }
    return brief && longer;
}

// For somebody who does not come to look through a library, in their own words. Ten minutes set a filter, which is
// named and undone among the others.
static void say_ways_in(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("ways"),
                             .flow = UI_WRAP,
                             .gap = 8,
                             .role = ROLE_GROUP,
                             .name = ui_words(ui, TR("Where do you start from?"))});
    int32_t due = player_returns_list(page->player, ui_arena(ui)).due;
    if (due > 0 &&
        ui_button(ui, (UiButton){.key = S("returns"),
                                 .text = UI_FORMAT(
                                     ui,
                                     catalog_plural(&page->player->app.catalog,
                                                    TRP("{0} question to review", "{0} questions to review"), due),
                                     ui_number(ui, due)),
                                 .compact = true})) {
        screen_want(page->action, ACTION_ENTER, SCREEN_RETURNS);
    }
    if (has_brief(&page->player->library) &&
        ui_button(ui,
                  (UiButton){.key = S("minutes"), .text = ui_words(ui, TR("I have ten minutes")), .compact = true})) {
        screen_want(page->action, ACTION_SET_BRIEF, 1);
    }
    if (ui_button(
            ui,
            (UiButton){.key = S("needs"), .text = ui_words(ui, TR("I have a situation in mind")), .compact = true})) {
        screen_want(page->action, ACTION_ENTER, SCREEN_NEEDS);
    }
    if (ui_button(
            ui, (UiButton){.key = S("care"), .text = ui_words(ui, TR("A moment was hard for me")), .compact = true})) {
        screen_want(page->action, ACTION_ENTER, SCREEN_CARE);
    }
    if (page->player->editor.len > 0 &&
        ui_button(ui, (UiButton){.key = S("write"), .text = ui_words(ui, TR("Write a situation")), .compact = true})) {
        screen_want(page->action, ACTION_WRITE, 0);
    }
    ui_box_end(ui);
}

static void say_theme_pill(const Page *page, int32_t index, Str theme, Str text) {
    bool checked = str_equal(page->player->filter.theme, theme);
    if (ui_pill(page->ui, (UiToggle){.key = S("theme"), .index = index, .text = text, .checked = checked}) &&
        !checked) {
        screen_want_text(page->action, ACTION_SET_THEME_FILTER, theme);
    }
}

static void say_filters(const Page *page) {
    const Player *player = page->player;
    Ui *ui = page->ui;
    ui_box_begin(
        ui,
        (UiBox){
            .key = S("filters"), .flow = UI_WRAP, .gap = 8, .role = ROLE_GROUP, .name = ui_words(ui, TR("Themes"))});
    say_theme_pill(page, 0, (Str){0}, ui_words(ui, TR("All")));
    for (int32_t i = 0; i < player->framework.theme_count; i++) {
        const Theme *theme = &player->framework.themes[i];
        if (library_has_theme(&player->library, theme->id)) {
            say_theme_pill(page, i + 1, theme->id, words_in(theme->name, player->app.language));
        }
    }
    bool only = player->filter.quizzes;
    if ((only || has_quiz(&player->library)) &&
        ui_pill(ui, (UiToggle){.key = S("quizzes"), .text = ui_words(ui, TR("Quiz")), .checked = only})) {
        screen_want(page->action, ACTION_SET_QUIZZES, only ? 0 : 1);
    }
    bool brief = player->filter.brief;
    if ((brief || has_brief(&player->library)) &&
        ui_pill(ui, (UiToggle){.key = S("brief"),
                               .text = UI_FORMAT(ui, TR("{0} minutes or less"), ui_number(ui, LIBRARY_BRIEF)),
                               .checked = brief})) {
        screen_want(page->action, ACTION_SET_BRIEF, brief ? 0 : 1);
    }
    ui_box_end(ui);
}

static bool was_played(const Page *page, const Card *card) {
    return kept_list_has(&page->player->played, card->path);
}

static void say_foot(const Page *page, const Card *card, Str length) {
    Ui *ui = page->ui;
    ui_space(ui, UI_GROW);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_text(ui, (UiText){.text = length, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    if (card->started && !card->changed) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Take up again ›")),
                             .style = TEXT_STRONG,
                             .color = COLOR_TEAL_INK,
                             .role = UI_SILENT});
    } else if (was_played(page, card)) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Played already")),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT,
                             .role = UI_SILENT});
    }
    ui_box_end(ui);
}

// Tells a card after its title: "Closing, 15 min · 5 decisions, begun today".
static Str card_value(const Page *page, const Card *card, Str length) {
    StrBuilder value = {.arena = ui_arena(page->ui)};
    Str begun = card->started ? screen_begun(page->ui, page->player, card->started_on) : (Str){0};
    Str played = was_played(page, card) ? ui_words(page->ui, TR("Played already")) : (Str){0};
    const Str parts[] = {screen_theme_name(page->player, card->told.theme), length, begun.len > 0 ? begun : played};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        if (parts[i].len > 0) {
            str_add(&value, value.count > 0 ? S(", ") : S(""));
            str_add(&value, parts[i]);
        }
    }
    return str_built(&value);
}

static void say_playable(const Page *page, int32_t place) {
    Ui *ui = page->ui;
    const Card *card = card_at(page, place);
    int32_t row = page->view.rows[place];
    bool up = ui_is_hovered(ui, ui_id(ui, S("card"), row));
    Str length = card_length(ui_arena(ui), &page->player->app.catalog, &card->told);
    UiId id = ui_card_begin(ui, (UiBox){.key = S("card"),
                                        .index = row,
                                        .width = UI_GROW,
                                        .gap = 8,
                                        .least_height = CARD_LEAST_HEIGHT,
                                        .fill = up ? COLOR_RAISED : COLOR_NONE,
                                        .stroke = up ? COLOR_EDGE : COLOR_NONE,
                                        .role = ROLE_BUTTON,
                                        .name = card->told.title,
                                        .value = card_value(page, card, length),
                                        .focusable = true,
                                        .wants_focus = place == 0,
                                        .place = place + 1,
                                        .set_size = page->shown});
    if (place == 0 && page->leads_to_first) {
        ui_focus(ui, id);
    }
    screen_theme_tag(ui, page->player, card);
    ui_text(ui, (UiText){.text = card->told.title, .style = TEXT_HEADING, .role = UI_SILENT});
    ui_text(ui, (UiText){
                    .text = card->told.summary, .color = COLOR_SOFT, .marked = true, .most_lines = 3, .preview = true});
    say_foot(page, card, length);
    ui_card_end(ui);
    if (ui_pressed(ui, id)) {
        screen_want(page->action, ACTION_OPEN_CASE, row);
    }
}

static void say_cards(const Page *page) {
    int32_t width = ui_width(page->ui);
    ui_box_begin(page->ui, (UiBox){.key = S("cards"),
                                   .flow = UI_GRID,
                                   .columns = width >= WIDE       ? 3
                                              : width >= MIDDLING ? 2
                                                                  : 1,
                                   .gap = GRID_GAP,
                                   .role = ROLE_LIST,
                                   .name = ui_words(page->ui, TR("Situations"))});
    for (int32_t i = 0; i < page->shown; i++) {
        say_playable(page, i);
    }
    ui_box_end(page->ui);
}

// Thousands of cards are searched, not looked through.
static void say_more(const Page *page) {
    Ui *ui = page->ui;
    int32_t left = page->playable - page->shown;
    if (left == 0) {
        return;
    }
    const Catalog *catalog = &page->player->app.catalog;
    ui_box_begin(ui, (UiBox){.key = S("more"), .flow = UI_WRAP, .justify = UI_CENTER});
    if (ui_button(ui, (UiButton){.key = S("more"),
                                 .text = UI_FORMAT(ui,
                                                   catalog_plural(catalog,
                                                                  TRP("Show more ({0} situation left)",
                                                                      "Show more ({0} situations left)"),
                                                                  left),
                                                   ui_number(ui, left))})) {
        screen_want(page->action, ACTION_SHOW_MORE, 0);
    }
    ui_box_end(ui);
}

static void say_broken(const Page *page, int32_t place) {
    Ui *ui = page->ui;
    const Card *card = card_at(page, place);
    Str name = path_name(card->path);
    ui_box_begin(ui, (UiBox){.key = S("broken"), .index = page->view.rows[place], .role = ROLE_GROUP, .name = name});
    ui_text(ui, (UiText){.text = name, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = library_fault(ui_arena(ui), &page->player->app.catalog, card),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_box_end(ui);
}

// After what can be played, and small.
static void say_all_broken(const Page *page) {
    Ui *ui = page->ui;
    if (page->playable == page->view.count) {
        return;
    }
    ui_box_begin(ui, (UiBox){.key = S("all broken"), .gap = 8, .padding = {0, 8, 0, 0}});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Files that cannot be played")),
                         .style = TEXT_STRONG,
                         .color = COLOR_SOFT,
                         .role = ROLE_HEADING});
    for (int32_t i = page->playable; i < page->view.count; i++) {
        say_broken(page, i);
    }
    ui_box_end(ui);
}

static bool say_empty(Ui *ui, Str sentence, Str key, Str button) {
    ui_text(ui, (UiText){.text = sentence, .style = TEXT_READING, .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    bool pressed = ui_button(ui, (UiButton){.key = key, .text = button});
    ui_box_end(ui);
    return pressed;
}

static void say_nothing_found(const Page *page) {
    Ui *ui = page->ui;
    const Player *player = page->player;
    Str none = ui_words(ui, TR("No situation matches your request."));
    if (player->filter.search.len > 0) {
        if (say_empty(ui, none, S("clear"), screen_empty_search(ui))) {
            screen_want_text(page->action, ACTION_SET_SEARCH, S(""));
        }
    } else if (player->filter.quizzes) {
        if (say_empty(ui, none, S("clear-quizzes"), ui_words(ui, TR("Show more than quizzes")))) {
            screen_want(page->action, ACTION_SET_QUIZZES, 0);
        }
    } else if (player->filter.brief) {
        if (say_empty(ui, none, S("clear-brief"), ui_words(ui, TR("Show longer ones too")))) {
            screen_want(page->action, ACTION_SET_BRIEF, 0);
        }
    } else if (say_empty(ui, none, S("clear-theme"), ui_words(ui, TR("Show all themes")))) {
        screen_want_text(page->action, ACTION_SET_THEME_FILTER, S(""));
    }
}

static void say_no_case(const Page *page) {
    Ui *ui = page->ui;
    const Folders *folders = &page->player->app.folders;
    Str folder = folders_tell(ui_arena(ui), folders, folders->cases);
    Str sentence = folder.len > 0
                       ? UI_FORMAT(ui,
                                   TR("There is no situation here. Put files of situations into the folder “{0}”, "
                                      "then look again."),
                                   folder)
                       : ui_words(ui, TR("There is no situation here: those that come with Palabre are missing."));
    if (say_empty(ui, sentence, S("reload"), ui_words(ui, TR("Look again")))) {
        screen_want(page->action, ACTION_RELOAD, 0);
    }
}

static void say_body(const Page *page) {
    say_progress(page);
    if (page->player->library.cards.count == 0) {
        if (!page->player->reader) {
            say_no_case(page);
        }
        return;
    }
    say_ways_in(page);
    say_filters(page);
    if (page->view.count == 0) {
        say_nothing_found(page);
    } else {
        say_cards(page);
        say_more(page);
    }
    say_all_broken(page);
}

Action screen_library_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {.ui = ui, .player = player, .view = player_cards(player, ui_arena(ui)), .action = &action};
    while (page.playable < page.view.count && !card_at(&page, page.playable)->broken) {
        page.playable++;
    }
    page.shown = min(page.playable, (1 + player->asked_for_more) * CARDS_AT_ONCE);
    // The first card has the focus, also where it comes after the page.
    bool waits = player->reader && player->library.cards.count == 0;
    ui_enter_page(ui, waits ? S("library to come") : S("library"));
    screen_nav_begin(ui, SCREEN_LIBRARY, &action);
    say_head(&page);
    screen_unkept(ui, player);
    say_body(&page);
    if (ui_shortcut(ui, 'o', MOD_CTRL, ui_words(ui, TR("Open a situation")))) {
        screen_want(&action, ACTION_SHOW, OVERLAY_OPEN);
    }
    if (ui_shortcut(ui, KEY_F5, 0, ui_words(ui, TR("Look for situations again")))) {
        screen_want(&action, ACTION_RELOAD, 0);
    }
    screen_nav_end(ui);
    return action;
}
