// A kept session of a group gone through once more: its room's screen in small, step by step, and all steps in a table.
#include "base/date.h"
#include "player/player_parts.h"
#include "player/screen_kept.h"
#include "report/figures.h"
#include "view/view_audience.h"
#include "view/view_room.h"
#include "view/view_table.h"

enum {
    PAGE_MOST_WIDTH = 1180,
    BESIDE_WIDTH = 300,
    BESIDE_FROM = 1000, // width of the window
    SCREEN_MOST_WIDTH = 800,
    EDGE = 24,
    GAP = 16,
    ACROSS = 16,
    DOWN = 9,
    MINUTE_MS = 60000,
    COLUMNS = 4
};

typedef struct {
    Ui *ui;
    const Player *player;
    const KeptSession *kept;
    const GroupStep *step;
    Telling telling; // of the group as it stood then
    Action *action;
    bool wide;
} Page;

static Str decision_name(const Page *page, SceneId scene) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->kept->scenario;
    if (scene == 0) {
        return S("–");
    }
    Str number = ui_number(ui, figures_decision_number(scenario, scene));
    return UI_FORMAT(ui, TR("{0} · {1}"), number, ui_plain_text(ui, telling_scene_title(&page->telling, scene)));
}

static Str minute_of(const Page *page, const GroupStep *step) {
    return UI_FORMAT(page->ui, TR("{0} min"), ui_number(page->ui, step->at_ms / MINUTE_MS));
}

static void say_head(const Page *page) {
    Ui *ui = page->ui;
    const StoreHeader *header = &page->kept->header;
    if (screen_say_back(ui, ui_words(ui, TR("Go back to the session")), ui_words(ui, TR("‹ The session")),
                        ui_words(ui, TR("Back to the session")))) {
        screen_want(page->action, ACTION_BACK, 0);
    }
    Str day = date_told(ui_arena(ui), &page->player->app.catalog, header->begun), who = screen_kept_who(ui, header);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("What the room saw")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%.*s · %.*s · %.*s", S_ARG(header->title), S_ARG(who),
                                            S_ARG(day)),
                         .color = COLOR_SOFT});
}

static void say_turn(const Page *page, Str key, int32_t pages, Str text, int32_t shortcut) {
    Ui *ui = page->ui;
    bool can = kept_session_can_turn(page->kept, pages);
    bool pressed = ui_button(ui, (UiButton){.key = key,
                                            .text = ui_words(ui, text),
                                            .hint = ui_key_name(ui, shortcut, 0),
                                            .disabled = !can,
                                            .wants_focus = pages > 0 && can,
                                            .kind = pages > 0 ? BUTTON_PRIMARY : BUTTON_SECONDARY});
    if (pressed || (can && ui_shortcut(ui, shortcut, 0, ui_words(ui, text)))) {
        screen_want_kept(page->action, KEPT_TURN, pages);
    }
}

static int32_t list_decisions(const Page *page, int32_t *steps, Str *labels, int32_t *now) {
    int32_t count = 0;
    SceneId before = 0;
    for (int32_t i = 0; i < page->kept->steps.count; i++) {
        const GroupStep *step = &page->kept->steps.rows[i];
        bool begins = step->phase == GROUP_READ || count == 0 || step->scene != before;
        if (begins) {
            labels[count] =
                step->scene != 0 ? decision_name(page, step->scene) : view_room_phase(&page->telling, step->phase);
            steps[count++] = i;
        }
        before = step->scene;
        *now = i <= page->kept->step ? count - 1 : *now;
    }
    return count;
}

static void say_where(const Page *page) {
    Ui *ui = page->ui;
    int32_t most = page->kept->steps.count, now = 0;
    int32_t *steps = arena_push(ui_arena(ui), int32_t, most);
    Str *labels = arena_push(ui_arena(ui), Str, most);
    int32_t count = list_decisions(page, steps, labels, &now);
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    int32_t wanted = ui_combo(ui, S("where"), ui_words(ui, TR("Go to")), labels, count, now);
    if (wanted != now) {
        screen_want_kept(page->action, KEPT_STEP, steps[wanted]);
    }
    ui_box_end(ui);
}

static void say_turns(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(
        ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = 12, .align = page->wide ? UI_CENTER : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .row_gap = 8});
    say_turn(page, S("before"), -1, TR("‹ Before"), KEY_PAGE_UP);
    say_turn(page, S("after"), 1, TR("After ›"), KEY_PAGE_DOWN);
    ui_box_end(ui);
    say_where(page);
    ui_box_end(ui);
}

static Str position_of(const Page *page) {
    Ui *ui = page->ui;
    const KeptSession *kept = page->kept;
    Str step = UI_FORMAT(ui, TR("Step {0} of {1}"), ui_number(ui, kept->step + 1), ui_number(ui, kept->steps.count));
    if (kept->then_pages < 2) {
        return step;
    }
    return UI_FORMAT(ui, TR("{0}, page {1} of {2}"), step, ui_number(ui, kept->then.page + 1),
                     ui_number(ui, kept->then_pages));
}

// What was written down meanwhile, where the group agreed that it be kept; the room may not have seen it.
static void say_noted(const Page *page) {
    Ui *ui = page->ui;
    const Group *then = &page->kept->then;
    bool any = false;
    for (int32_t i = 0; i < then->sentences.count + then->ideas.count; i++) {
        bool sentence = i < then->sentences.count;
        const GroupIdea *idea = sentence ? NULL : &then->ideas.rows[i - then->sentences.count];
        int32_t seq = sentence ? then->sentences.rows[i].seq : idea->seq;
        Str text = sentence ? then->sentences.rows[i].text : idea->text;
        if (seq < page->step->seq) {
            continue;
        }
        if (!any) {
            ui_text(ui, (UiText){.text = ui_words(ui, TR("Noted meanwhile")), .style = TEXT_STRONG});
        }
        any = true;
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("“{0}”"), text), .live = true});
    }
}

static void say_step(const Page *page) {
    Ui *ui = page->ui;
    const GroupStep *step = page->step;
    Str phase = view_room_phase(&page->telling, step->phase);
    ui_card_begin(ui, (UiBox){.key = S("step"), .gap = 6, .role = ROLE_GROUP, .name = phase});
    ui_text(ui, (UiText){.text = phase, .style = TEXT_HEADING, .role = ROLE_HEADING, .live = true});
    if (step->scene != 0) {
        ui_text(ui, (UiText){.text = decision_name(page, step->scene), .live = true});
    }
    ui_text(ui, (UiText){.text = position_of(page), .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("After {0}"), minute_of(page, step)),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    say_noted(page);
    ui_card_end(ui);
    Str unknown = page->kept->steps.made_up
                      ? TR("How its room went on from phase to phase was not kept: this is what it would have seen.")
                      : TR("What is not kept is not shown: a black screen, gauges that were hidden, both votes side by "
                           "side, ideas on the screen.");
    ui_text(ui, (UiText){.text = ui_words(ui, unknown), .style = TEXT_SMALL, .color = COLOR_SOFT});
}

static void say_screen(const Page *page, int32_t width) {
    Ui *ui = page->ui;
    ui_panel_begin(ui, (UiPanel){.key = S("room"),
                                 .name = ui_words(ui, TR("The room’s screen")),
                                 .box = {.width = width, .height = width * DOWN / ACROSS, .fill = COLOR_PAPER},
                                 .of_room = true});
    if (page->kept->then_pages > 0) {
        Audience audience = audience_create(&page->kept->then, &page->telling);
        view_audience(ui, &audience);
    }
    ui_panel_end(ui);
}

static void say_shown(const Page *page) {
    Ui *ui = page->ui;
    int32_t room = ui_width(ui) - 2 * EDGE;
    int32_t width = page->wide ? room - BESIDE_WIDTH - GAP : room;
    width = width > SCREEN_MOST_WIDTH ? SCREEN_MOST_WIDTH : width;
    ui_box_begin(ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = GAP, .align = UI_START});
    say_screen(page, width);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 10});
    say_step(page);
    ui_box_end(ui);
    ui_box_end(ui);
}

// Of a step that votes, what is kept of it; NULL: nothing.
static const GroupVote *find_vote(const Page *page, const GroupStep *step) {
    const Group *whole = &page->kept->group;
    int32_t round = step->phase == GROUP_VOTE_AGAIN ? 2 : 1;
    for (int32_t i = 0; i < whole->votes.count; i++) {
        const GroupVote *vote = &whole->votes.rows[i];
        if (vote->scene == step->scene && vote->round == round && vote->seq >= step->seq) {
            return vote;
        }
    }
    return NULL;
}

// Where several hands are raised how many people did nobody knows.
static Str votes_of(const Page *page, const GroupStep *step) {
    Ui *ui = page->ui;
    const GroupVote *vote = find_vote(page, step);
    if (step->phase != GROUP_VOTE && step->phase != GROUP_VOTE_AGAIN) {
        return S("–");
    }
    if (!vote || vote->tally.several) {
        return vote ? S("–") : ui_words(ui, TR("no counts are kept"));
    }
    int32_t answered = tally_answered(&vote->tally, 0);
    Str votes = catalog_plural(&page->player->app.catalog, TRP("{0} vote", "{0} votes"), answered);
    return UI_FORMAT(ui, votes, ui_number(ui, answered));
}

static void say_table(const Page *page) {
    static const int32_t SHARES[COLUMNS] = {3, 3, 1, 2};
    Ui *ui = page->ui;
    const GroupSteps *steps = &page->kept->steps;
    Str title = ui_words(ui, TR("All steps"));
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    Str *cells = arena_push(ui_arena(ui), Str, COLUMNS * steps->count);
    heads[0] = ui_words(ui, TR("Step"));
    heads[1] = ui_words(ui, TR("Decision"));
    heads[2] = ui_words(ui, TR("After"));
    heads[3] = ui_words(ui, TR("Votes"));
    for (int32_t i = 0; i < steps->count; i++) {
        Str *row = cells + (ptrdiff_t)COLUMNS * i;
        Str phase = view_room_phase(&page->telling, steps->rows[i].phase);
        row[0] = UI_FORMAT(ui, TR("{0} · {1}"), ui_number(ui, i + 1), phase);
        row[1] = decision_name(page, steps->rows[i].scene);
        row[2] = minute_of(page, &steps->rows[i]);
        row[3] = votes_of(page, &steps->rows[i]);
    }
    view_table_card(ui, S("steps"),
                    &(ViewTable){.key = S("table"),
                                 .name = title,
                                 .columns = heads,
                                 .column_count = COLUMNS,
                                 .cells = cells,
                                 .row_count = steps->count,
                                 .shares = SHARES});
}

Action screen_replay_view(Ui *ui, const Player *player) {
    Action action = {0};
    const KeptSession *kept = player->kept.session;
    Page page = {.ui = ui,
                 .player = player,
                 .kept = kept,
                 .step = &kept->steps.rows[kept->step],
                 .telling = kept_session_telling_then(kept, &player->app.catalog, ui_arena(ui)),
                 .action = &action,
                 .wide = ui_width(ui) >= BESIDE_FROM};
    ui_enter_page(ui, S("replay"));
    ui_present(ui);
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .fill = COLOR_PAPER,
                             .align = UI_CENTER,
                             .padding = UI_PAD(EDGE),
                             .scrolls = true});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 12});
    say_head(&page);
    say_turns(&page);
    say_shown(&page);
    say_table(&page);
    ui_box_end(ui);
    ui_box_end(ui);
    return action;
}
