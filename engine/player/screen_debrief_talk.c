// Of the debrief: the questions, one's notes, where to read on, and what becomes of it all.
#include "player/screen_debrief.h"

enum { NOTE_CHARS = 10000, NOTE_ROWS = 5 };

static void say_questions(const DebriefPage *page) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < page->debrief->questions.count; i++) {
        ui_divider(ui);
        ui_text(ui, (UiText){.text = page->debrief->questions.rows[i], .marked = true});
    }
}

static void say_note(const DebriefPage *page) {
    Ui *ui = page->ui;
    Str text;
    if (ui_field(ui,
                 (UiField){.key = S("note"),
                           .name = ui_words(ui, TR("My notes")),
                           .text = page->player->note,
                           .placeholder = ui_words(ui, TR("My notes…")),
                           .multiline = true,
                           .rows = NOTE_ROWS,
                           .most_chars = NOTE_CHARS},
                 &text)) {
        *page->action = (Action){.kind = ACTION_SET_NOTE, .text = text};
    }
}

static void say_texts(Ui *ui, Str heading, const Str *rows, int32_t count) {
    if (count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 8});
    ui_heading(ui, heading);
    for (int32_t i = 0; i < count; i++) {
        ui_text(ui, (UiText){.text = rows[i], .style = TEXT_SMALL});
    }
    ui_card_end(ui);
}

void debrief_say_talk(const DebriefPage *page) {
    Ui *ui = page->ui;
    const ToldDebrief *debrief = page->debrief;
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_heading(ui, ui_words(ui, TR("To talk about")));
    say_questions(page);
    ui_divider(ui);
    say_note(page);
    Str kept = ui_words(ui, TR("This debrief is erased on closing, unless you export it."));
    ui_text(ui, (UiText){.text = kept, .style = TEXT_SMALL, .color = COLOR_SOFT});
    ui_card_end(ui);
    say_texts(ui, ui_words(ui, TR("Where to turn")), debrief->resources.rows, debrief->resources.count);
    say_texts(ui, ui_words(ui, TR("Sources")), debrief->sources.rows, debrief->sources.count);
}
