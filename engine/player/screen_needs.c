// "I would like to work on…": the needs of the field, found by a few letters, by skill and by theme, each with the
// cases that work on it.
#include "player/need_list.h"
#include "player/screen_parts.h"

enum { WIDE = 860, MIDDLING = 760, SEARCH_WIDTH = 400, NAME_SHARE = 2, CASES_SHARE = 3, PAGE_MOST_WIDTH = 1100 };

typedef struct {
    Ui *ui;
    const Player *player;
    NeedList list;
    bool leads_to_first; // from the search
    Action *action;
} Page;

static NeedList find(Ui *ui, const Player *player) {
    int32_t skill = player->need_filter.skill, theme = player->need_filter.theme;
    const Framework *framework = &player->framework;
    return need_list_find(ui_arena(ui),
                          &(NeedWish){.needs = &player->needs,
                                      .library = &player->library,
                                      .language = player->app.language,
                                      .search = player->need_filter.search,
                                      .competency = skill > 0 ? framework->competencies[skill - 1].id : (Str){0},
                                      .theme = theme > 0 ? framework->themes[theme - 1].id : (Str){0}});
}

static void say_title(const Page *page) {
    Ui *ui = page->ui;
    Str count = UI_FORMAT(ui,
                          catalog_plural(&page->player->app.catalog,
                                         TRP("{0} need of the field", "{0} needs of the field"), page->list.count),
                          ui_number(ui, page->list.count));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("I would like to work on…")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    ui_text(ui, (UiText){.text = count, .color = COLOR_SOFT, .live = true});
    ui_box_end(ui);
}

static void say_head(Page *page) {
    Ui *ui = page->ui;
    bool row = ui_width(ui) >= MIDDLING;
    ui_box_begin(ui, (UiBox){.flow = row ? UI_ROW : UI_COLUMN, .gap = 16, .align = row ? UI_CENTER : UI_STRETCH});
    say_title(page);
    page->leads_to_first = screen_search(ui,
                                         &(ScreenSearch){.name = ui_words(ui, TR("Search the needs")),
                                                         .text = page->player->need_filter.search,
                                                         .kind = ACTION_SET_NEED_SEARCH,
                                                         .width = row ? SEARCH_WIDTH : UI_GROW,
                                                         .wants_focus = true},
                                         page->action);
    ui_box_end(ui);
}

// One row of the framework as a filter; what is chosen already is let go again.
typedef struct {
    Str key;
    ActionKind kind;
    int32_t chosen; // from 1; 0: all
} Filter;

static void say_pill(const Page *page, const Filter *filter, int32_t index, Str text) {
    bool checked = filter->chosen == index;
    if (ui_pill(page->ui, (UiToggle){.key = filter->key, .index = index, .text = text, .checked = checked})) {
        screen_want(page->action, filter->kind, checked ? 0 : index);
    }
}

static void begin_pills(const Page *page, const Filter *filter, Str name, Str all) {
    ui_box_begin(page->ui, (UiBox){.key = filter->key, .flow = UI_WRAP, .gap = 8, .role = ROLE_GROUP, .name = name});
    say_pill(page, filter, 0, all);
}

static void say_skills(const Page *page) {
    const Framework *framework = &page->player->framework;
    Filter filter = {S("skill"), ACTION_SET_NEED_SKILL, page->player->need_filter.skill};
    begin_pills(page, &filter, ui_words(page->ui, TR("Skills")), ui_words(page->ui, TR("All skills")));
    for (int32_t i = 0; i < framework->competency_count; i++) {
        say_pill(page, &filter, i + 1, words_in(framework->competencies[i].name, page->player->app.language));
    }
    ui_box_end(page->ui);
}

static void say_themes(const Page *page) {
    const Framework *framework = &page->player->framework;
    Filter filter = {S("theme"), ACTION_SET_NEED_THEME, page->player->need_filter.theme};
    begin_pills(page, &filter, ui_words(page->ui, TR("Themes")), ui_words(page->ui, TR("All themes")));
    for (int32_t i = 0; i < framework->theme_count; i++) {
        if (library_has_theme(&page->player->library, framework->themes[i].id)) {
            say_pill(page, &filter, i + 1, words_in(framework->themes[i].name, page->player->app.language));
        }
    }
    ui_box_end(page->ui);
}

static void say_cases(const Page *page, const NeedFound *found, bool first) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .width = UI_GROW, .share = CASES_SHARE});
    for (int32_t i = 0; i < found->card_count; i++) {
        if (first && i == 0 && page->leads_to_first) {
            ui_focus(ui, ui_id(ui, S("case"), found->cards[i]));
        }
        screen_case_button(ui, page->player, found->cards[i], page->action);
    }
    ui_box_end(ui);
}

static void say_need(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const NeedFound *found = &page->list.rows[row];
    Str name = words_in(found->need->name, page->player->app.language);
    bool wide = ui_width(ui) >= WIDE;
    ui_box_begin(ui, (UiBox){.key = S("need"),
                             .index = found->need->number,
                             .flow = wide ? UI_ROW : UI_COLUMN,
                             .gap = wide ? 16 : 6,
                             .align = wide ? UI_CENTER : UI_STRETCH,
                             .role = ROLE_GROUP,
                             .name = name,
                             .place = row + 1,
                             .set_size = page->list.count});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = NAME_SHARE});
    ui_text(ui, (UiText){.text = name, .role = UI_SILENT});
    ui_box_end(ui);
    say_cases(page, found, row == 0);
    ui_box_end(ui);
}

// Those of one chapter; of a search all, for these have an order of their own. Gives the row after them.
static int32_t say_group(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    int32_t chapter = page->list.rows[row].need->chapter, first = row;
    bool searched = page->player->need_filter.search.len > 0;
    ui_card_begin(ui, (UiBox){.gap = 10});
    if (!searched) {
        ui_heading(ui, words_in(page->player->needs.chapters[chapter], page->player->app.language));
    }
    while (row < page->list.count && (searched || page->list.rows[row].need->chapter == chapter)) {
        if (!searched || row > first) {
            ui_divider(ui);
        }
        say_need(page, row++);
    }
    ui_card_end(ui);
    return row;
}

static void say_nothing_found(const Page *page) {
    ui_text(page->ui,
            (UiText){.text = ui_words(page->ui, TR("No need matches your request. Fewer letters, another skill "
                                                   "or another theme may find one.")),
                     .style = TEXT_READING,
                     .live = true});
}

Action screen_needs_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {.ui = ui, .player = player, .list = find(ui, player), .action = &action};
    ui_enter_page(ui, S("needs"));
    screen_nav_begin(ui, SCREEN_NEEDS, &action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 14});
    screen_back(ui, &action);
    say_head(&page);
    say_skills(&page);
    say_themes(&page);
    if (page.list.count == 0) {
        say_nothing_found(&page);
    }
    for (int32_t row = 0; row < page.list.count;) {
        row = say_group(&page, row);
    }
    ui_box_end(ui);
    screen_nav_end(ui);
    return action;
}
