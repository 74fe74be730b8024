// The notebook of one person: what they write for themselves, where they place themselves, what they practised.
#include "base/date.h"
#include "player/player_parts.h"
#include "player/screen_kept.h"

enum { PAGE_MOST_WIDTH = 820, LATEST = 3, WALKS_SAID = 20, FIELD_ROWS = 2, PLACES = NOTEBOOK_MOST + 1 };

typedef struct {
    Ui *ui;
    const Player *player;
    const PlayerNotes *notes;
    const KeptJob *shown; // what is kept
    Action *action;
} Page;

static void want(const Page *page, NotesAction wanted) {
    if (page->action->kind == ACTION_NONE) {
        *page->action = (Action){.kind = ACTION_NOTES, .notes = wanted};
    }
}

static bool say_button(const Page *page, UiButton button) {
    button.text = ui_words(page->ui, button.text);
    button.disabled = button.disabled || !player_kept_can_change(page->player);
    return ui_button(page->ui, button);
}

static void say_fields(const Page *page) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
        Str edited, prompt = ui_words(ui, notebook_prompt(i));
        ui_box_begin(ui, (UiBox){.gap = 4});
        ui_text(ui, (UiText){.text = prompt, .style = TEXT_STRONG, .role = UI_SILENT});
        if (ui_field(ui,
                     (UiField){.key = S("prompt"),
                               .index = page->notes->kept * NOTEBOOK_PROMPTS + i,
                               .name = prompt,
                               .text = page->notes->drafts[NOTEBOOK_ENTRY].page.answers[i],
                               .multiline = true,
                               .rows = FIELD_ROWS,
                               .most_chars = NOTEBOOK_CHARS,
                               .wants_focus = i == 0 && !page->notes->places_self && !page->notes->placed},
                     &edited)) {
            want(page, (NotesAction){.kind = NOTES_TYPE, .index = i, .text = edited});
        }
        ui_box_end(ui);
    }
}

static void say_kept_too(const Page *page) {
    ui_text(page->ui,
            (UiText){.text = ui_words(page->ui, TR("What you began is put there too when you leave this page.")),
                     .style = TEXT_SMALL,
                     .color = COLOR_SOFT,
                     .grow = UI_GROW});
}

static void say_writing(const Page *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("To write"));
    ui_card_begin(ui, (UiBox){.key = S("write"), .gap = 12, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    say_fields(page);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (say_button(page, (UiButton){.key = S("keep"),
                                    .text = TR("Put it in the notebook"),
                                    .kind = BUTTON_PRIMARY,
                                    .disabled = notebook_is_empty(&page->notes->drafts[NOTEBOOK_ENTRY].page)})) {
        want(page, (NotesAction){.kind = NOTES_KEEP});
    }
    say_kept_too(page);
    ui_box_end(ui);
    ui_card_end(ui);
}

static void say_entry(const Page *page, const NotebookPage *entry) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
        if (entry->answers[i].len > 0) {
            ui_text(ui, (UiText){.text = ui_words(ui, notebook_prompt(i)), .style = TEXT_LABEL, .color = COLOR_SOFT});
            ui_text(ui, (UiText){.text = entry->answers[i]});
        }
    }
}

static void say_position(const Page *page, const NotebookPage *position) {
    Ui *ui = page->ui;
    ui_text(ui, (UiText){.text = ui_words(ui, TR("A mark for myself")), .style = TEXT_STRONG});
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        Str told = notebook_tell_place(ui_arena(ui), &page->player->app.catalog, position, i);
        if (told.len > 0) {
            ui_text(ui, (UiText){.text = ui_words(ui, notebook_behaviour(i))});
            ui_text(ui, (UiText){.text = told, .style = TEXT_SMALL, .color = COLOR_SOFT});
        }
    }
}

static void say_note(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const StoreNote *note = &page->shown->notes.rows[row];
    const KeptNote *written = &page->shown->pages[row];
    bool is_entry = written->read && written->page.kind == NOTEBOOK_ENTRY;
    bool is_position = written->read && written->page.kind == NOTEBOOK_POSITION;
    Str day = date_told(ui_arena(ui), &page->player->app.catalog, note->day);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.key = S("note"), .index = row, .gap = 4, .role = ROLE_GROUP, .name = day});
    ui_text(ui, (UiText){.text = day, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    if (is_entry) {
        say_entry(page, &written->page);
    } else if (is_position) {
        say_position(page, &written->page);
    } else {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("This page is damaged: it can only be erased."))});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (is_entry && say_button(page, (UiButton){.key = S("change"), .text = TR("Write on"), .kind = BUTTON_QUIET})) {
        want(page, (NotesAction){.kind = NOTES_CHANGE, .index = row});
    }
    if (is_position &&
        ui_button(
            ui, (UiButton){.key = S("picture"), .text = ui_words(ui, TR("Save as a picture")), .kind = BUTTON_QUIET})) {
        want(page, (NotesAction){.kind = NOTES_EXPORT_MARK, .index = row});
    }
    if (say_button(page, (UiButton){.key = S("erase"), .text = TR("Erase…"), .kind = BUTTON_QUIET})) {
        want(page, (NotesAction){.kind = NOTES_ASK_ERASE, .index = row});
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

// It stands in the fields already, or among the places.
static bool is_being_written(const Page *page, int32_t row) {
    const PlayerNotes *notes = page->notes;
    Str id = page->shown->notes.rows[row].id;
    return str_equal(notes->drafts[NOTEBOOK_ENTRY].id, id) || str_equal(notes->drafts[NOTEBOOK_POSITION].id, id);
}

static void say_written(const Page *page) {
    Ui *ui = page->ui;
    int32_t count = page->shown->notes.count, listed = count;
    for (int32_t i = 0; i < count; i++) {
        listed -= is_being_written(page, i);
    }
    bool all = page->notes->shows_all || listed <= LATEST;
    Str title = ui_words(ui, all ? TR("What I wrote") : TR("The last three things I wrote"));
    if (listed == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("written"), .gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    for (int32_t i = 0, said = 0; i < count && (all || said < LATEST); i++) {
        if (!is_being_written(page, i)) {
            say_note(page, i);
            said++;
        }
    }
    if (!all && ui_button(ui, (UiButton){.key = S("all"), .text = ui_words(ui, TR("Show all of it"))})) {
        want(page, (NotesAction){.kind = NOTES_SHOW_ALL});
    }
    ui_card_end(ui);
}

static void say_places(const Page *page, NotebookTime time, int32_t behaviour) {
    Ui *ui = page->ui;
    Str labels[PLACES], name = ui_words(ui, notebook_time(time));
    int32_t chosen = page->notes->drafts[NOTEBOOK_POSITION].page.places[time][behaviour];
    for (int32_t i = 0; i < PLACES; i++) {
        labels[i] = ui_number(ui, i);
    }
    ui_text(ui, (UiText){.text = name, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.key = S("time"), .index = (int32_t)time});
    int32_t wanted = ui_choices(ui, (UiChoices){.key = S("places"),
                                                .name = name,
                                                .labels = labels,
                                                .count = PLACES,
                                                .chosen = chosen,
                                                .wants_focus = behaviour == 0 && time != NOTEBOOK_LOOKING_BACK});
    ui_box_end(ui);
    if (wanted != chosen) {
        want(page, (NotesAction){
                       .kind = NOTES_PLACE, .index = (int32_t)time * NOTEBOOK_BEHAVIOURS + behaviour, .value = wanted});
    }
}

static void say_behaviour(const Page *page, int32_t behaviour) {
    Ui *ui = page->ui;
    Str text = ui_words(ui, notebook_behaviour(behaviour));
    bool after = page->notes->drafts[NOTEBOOK_POSITION].page.after_day.len > 0;
    ui_box_begin(ui, (UiBox){.key = S("behaviour"), .index = behaviour, .gap = 6, .role = ROLE_GROUP, .name = text});
    ui_text(ui, (UiText){.text = text, .style = TEXT_STRONG, .role = UI_SILENT});
    if (after) {
        say_places(page, NOTEBOOK_AFTER, behaviour);
        say_places(page, NOTEBOOK_LOOKING_BACK, behaviour);
    } else {
        say_places(page, NOTEBOOK_BEFORE, behaviour);
    }
    ui_box_end(ui);
}

static void say_placing(const Page *page) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        say_behaviour(page, i);
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (say_button(page, (UiButton){.key = S("keep-position"),
                                    .text = TR("Put it in the notebook"),
                                    .kind = BUTTON_PRIMARY,
                                    .disabled = notebook_is_empty(&page->notes->drafts[NOTEBOOK_POSITION].page)})) {
        want(page, (NotesAction){.kind = NOTES_KEEP_POSITION});
    }
    if (ui_button(ui, (UiButton){.key = S("drop-position"), .text = ui_words(ui, TR("Rather not"))})) {
        want(page, (NotesAction){.kind = NOTES_DROP_POSITION});
    }
    say_kept_too(page);
    ui_box_end(ui);
}

static void say_self(const Page *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("A mark for myself"));
    ui_card_begin(ui, (UiBox){.key = S("self"), .gap = 12, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Eight gestures of the trade, and how much at ease you are with each, "
                                                 "before and after. It stands in no debrief and no report.")),
                         .color = COLOR_SOFT});
    if (page->notes->places_self) {
        say_placing(page);
    } else {
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
        if (say_button(
                page,
                (UiButton){.key = S("before"), .text = TR("Before I practise"), .wants_focus = page->notes->placed})) {
            want(page, (NotesAction){.kind = NOTES_POSITION});
        }
        if (player_notes_waiting(page->player) >= 0 &&
            say_button(page, (UiButton){.key = S("after"), .text = TR("After: where I am now")})) {
            want(page, (NotesAction){.kind = NOTES_POSITION, .index = 1});
        }
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

static void say_walks(const Page *page) {
    Ui *ui = page->ui;
    const StoreHeaderList *list = &page->shown->list;
    int32_t walks = 0;
    for (int32_t i = 0; i < list->count; i++) {
        bool is_walk = list->rows[i].kind == STORE_SOLO && !list->rows[i].damaged;
        walks += is_walk;
        if (is_walk && walks <= WALKS_SAID) {
            Str day = date_told(ui_arena(ui), &page->player->app.catalog, list->rows[i].kept);
            ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0}, on {1}"), list->rows[i].title, day)});
        }
    }
    if (walks > WALKS_SAID) {
        Str more =
            catalog_plural(&page->player->app.catalog,
                           TRP("and {0} earlier one, among the sessions", "and {0} earlier ones, among the sessions"),
                           walks - WALKS_SAID);
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, more, ui_number(ui, walks - WALKS_SAID)), .color = COLOR_SOFT});
    }
}

static void say_occasions(const Page *page) {
    Ui *ui = page->ui;
    const Framework *framework = &page->player->framework;
    const KeptProgress *progress = &page->shown->progress;
    for (int32_t i = 0; i < framework->competency_count && i < KEPT_PROGRESS_COMPETENCIES; i++) {
        if (progress->occasions[i] > 0) {
            Str name = words_in(framework->competencies[i].name, page->player->app.language);
            Str count = UI_FORMAT(ui,
                                  catalog_plural(&page->player->app.catalog, TRP("{0} occasion", "{0} occasions"),
                                                 progress->occasions[i]),
                                  ui_number(ui, progress->occasions[i]));
            ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0}: {1}"), name, count)});
        }
    }
}

static void say_progress(const Page *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("What I practised"));
    if (page->shown->progress.walks == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("progress"), .gap = 6, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    say_walks(page);
    ui_divider(ui);
    say_occasions(page);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Occasions to practise, in the walks that you kept: nothing here is a "
                                                 "mark or a level.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_card_end(ui);
}

static void say_missing(const Page *page) {
    int32_t missing = page->shown->notes.missing;
    if (missing > 0) {
        Str told =
            catalog_plural(&page->player->app.catalog,
                           TRP("{0} more page was written, but the file is damaged and does not show it any more.",
                               "{0} more pages were written, but the file is damaged and does not show them any more."),
                           missing);
        screen_warning(page->ui, S("missing"), UI_FORMAT(page->ui, told, ui_number(page->ui, missing)));
    }
}

static void say_end(const Page *page) {
    Ui *ui = page->ui;
    bool any = page->shown->notes.count > 0;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (ui_button(ui,
                  (UiButton){.key = S("export"), .text = ui_words(ui, TR("Export the notebook")), .disabled = !any})) {
        want(page, (NotesAction){.kind = NOTES_EXPORT});
    }
    if (say_button(page, (UiButton){.key = S("erase-all"),
                                    .text = TR("Erase all…"),
                                    .kind = BUTTON_DANGER,
                                    .disabled = !any && page->shown->progress.walks == 0})) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_NOTES_ERASE_ALL);
    }
    ui_box_end(ui);
}

static void say_notebook(const Page *page) {
    Ui *ui = page->ui;
    screen_kept_holder(ui, page->player);
    if (!screen_kept_is_read(ui, page->player)) {
        return;
    }
    if (!page->shown->listed) {
        screen_warning(ui, S("refused"),
                       ui_words(ui, TR("What is kept cannot be opened. The page of the sessions tells "
                                       "why, and what can be done.")));
        return;
    }
    say_missing(page);
    if (player_kept_can_change(page->player)) {
        say_writing(page);
    }
    say_written(page);
    say_self(page);
    say_progress(page);
    say_end(page);
}

Action screen_notebook_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {
        .ui = ui, .player = player, .notes = &player->kept.notes, .shown = player->kept.shown, .action = &action};
    if (screen_kept_begin(ui, player,
                          &(KeptPage){.title = TR("My notebook"),
                                      .about = TR("For you alone, on this computer. Nothing of a situation is copied "
                                                  "here, and nothing of it goes elsewhere unless you export it."),
                                      .most_width = PAGE_MOST_WIDTH},
                          &action)) {
        say_notebook(&page);
    }
    screen_kept_end(ui, &action);
    return action;
}
