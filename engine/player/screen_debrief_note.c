// The person's own notes on a debrief, and what becomes of it all.
#include "player/screen_debrief.h"

void screen_debrief_note(const DebriefScreen *screen) {
    enum { NOTE_CHARS = 10000, NOTE_ROWS = 5 };
    Ui *ui = screen->ui;
    Str text;
    ui_divider(ui);
    if (ui_field(ui,
                 (UiField){.key = S("note"),
                           .name = ui_words(ui, TR("My notes")),
                           .text = screen->player->note,
                           .placeholder = ui_words(ui, TR("My notes…")),
                           .multiline = true,
                           .rows = NOTE_ROWS,
                           .most_chars = NOTE_CHARS},
                 &text)) {
        *screen->action = (Action){.kind = ACTION_SET_NOTE, .text = text};
    }
    Str kept = ui_words(ui, TR("This debrief is erased on closing, unless you export it."));
    ui_text(ui, (UiText){.text = kept, .style = TEXT_SMALL, .color = COLOR_SOFT});
}
