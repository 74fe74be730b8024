#include "view/solo_page.h"

#include "base/utf8.h"
#include "scenario/framework.h"
#include "ui/aloud.h"

enum { FACE_SIZE = 68, SMALL_FACE_SIZE = 52, OWN_TINTS = 4 };

// Who has no tint of their own gets one by turns, so that two people seldom look the same.
static int32_t tint_of(const Scenario *scenario, CharacterId character) {
    int32_t tint = character > 0 ? scenario->characters.rows[character].tint : TINT_NONE;
    return tint != TINT_NONE || character <= 0 ? tint : UI_TINT_TEAL + (character - 1) % OWN_TINTS;
}

static Str first_char(Str word) {
    ptrdiff_t end = 0;
    if (word.len > 0) {
        (void)utf8_decode(word, &end);
    }
    return str_slice(word, 0, end);
}

static Str initials_of(Ui *ui, const Character *character) {
    if (character->initials.len > 0) {
        return character->initials;
    }
    Str rest = character->name, first = first_char(rest), last = {0};
    (void)str_cut(&rest, ' ');
    while (rest.len > 0) {
        last = first_char(str_cut(&rest, ' '));
    }
    return str_format(ui_arena(ui), "%.*s%.*s", S_ARG(first), S_ARG(last));
}

void view_face(Ui *ui, const Scenario *scenario, CharacterId character, int32_t size) {
    ui_avatar(ui, initials_of(ui, &scenario->characters.rows[character]), tint_of(scenario, character), size);
}

// "M. Delaunay, angry:"
static Str speaker_aloud(const WalkScreen *screen, const ShownLine *line) {
    StrBuilder who = {.arena = ui_arena(screen->ui)};
    aloud_add(&who, line->who);
    aloud_add(&who, line->mood);
    return UI_FORMAT(screen->ui, TR("{0}:"), str_built(&who));
}

static void say_speaker(const WalkScreen *screen, const ShownLine *line, bool live) {
    ui_box_begin(screen->ui, (UiBox){.flow = UI_WRAP,
                                     .gap = 12,
                                     .row_gap = 4,
                                     .align = UI_CENTER,
                                     .role = ROLE_GROUP,
                                     .name = speaker_aloud(screen, line),
                                     .live = live});
    ui_text(screen->ui, (UiText){.text = line->who, .style = TEXT_HEADING});
    if (line->mood.len > 0) {
        ui_tag(screen->ui, line->mood, tint_of(screen->model->scenario, line->by));
    }
    ui_box_end(screen->ui);
}

static void say_line(const WalkScreen *screen, const ShownLine *line, bool live) {
    bool told = line->by == 0;
    ui_text(screen->ui, (UiText){.text = line->text,
                                 .style = told ? TEXT_NOTE : TEXT_SPEECH,
                                 .color = told ? COLOR_SOFT : COLOR_INK,
                                 .marked = true,
                                 .live = live});
}

// One person's lines and what is told between them; gives how many there were.
static int32_t say_turn(const WalkScreen *screen, const ShownLine *lines, int32_t count, bool live) {
    Ui *ui = screen->ui;
    CharacterId by = lines[0].by;
    int32_t said = 0;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = screen->narrow ? 12 : 19, .align = UI_START});
    view_face(ui, screen->model->scenario, by, screen->narrow ? SMALL_FACE_SIZE : FACE_SIZE);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 8});
    for (; said < count && (lines[said].by == by || lines[said].by == 0); said++) {
        const ShownLine *line = &lines[said];
        if (said == 0 || (line->by == by && !str_equal(line->mood, lines[said - 1].mood) && line->mood.len > 0)) {
            say_speaker(screen, line, live);
        } else if (line->by == by && lines[said - 1].by == 0) { // seen beside the same picture
            ui_aloud(ui, speaker_aloud(screen, line), live);
        }
        say_line(screen, line, live);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return said;
}

void screen_lines(const WalkScreen *screen, const ShownLine *lines, int32_t count, bool live) {
    for (int32_t i = 0; i < count;) {
        if (lines[i].by == 0) {
            say_line(screen, &lines[i++], live);
        } else {
            i += say_turn(screen, &lines[i], count - i, live);
        }
    }
}

bool screen_scenes(const WalkScreen *screen) {
    ShownScenes scenes = walk_shown_scenes(screen->showing);
    int32_t lines = 0;
    for (int32_t i = 0; i < scenes.count; i++) {
        lines += scenes.scenes[i].line_count;
    }
    if (lines == 0) {
        return false;
    }
    ui_box_begin(screen->ui, (UiBox){.gap = 18});
    for (int32_t i = 0; i < scenes.count; i++) {
        screen_lines(screen, scenes.scenes[i].lines, scenes.scenes[i].line_count, true);
    }
    ui_box_end(screen->ui);
    return true;
}

void screen_last_heard(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownScenes scenes = walk_shown_scenes(screen->showing);
    const ShownLine *last = NULL;
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.scenes[i].line_count; j++) {
            const ShownLine *line = &scenes.scenes[i].lines[j];
            last = line->by != 0 || last == NULL ? line : last;
        }
    }
    if (last == NULL) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16, .align = UI_CENTER});
    if (last->by != 0) {
        view_face(ui, screen->model->scenario, last->by, SMALL_FACE_SIZE);
    }
    ui_text(ui, (UiText){.text = last->text, .style = TEXT_READING, .marked = true, .grow = UI_GROW});
    ui_box_end(ui);
}

static void say_heard(const WalkScreen *screen, const Heard *heard) {
    Ui *ui = screen->ui;
    if (heard->kind == HEARD_TITLE) {
        ui_heading(ui, heard->line.text);
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 2, .padding = {heard->kind == HEARD_ANSWER ? 24 : 0, 0, 0, 0}});
    if (heard->kind == HEARD_ANSWER) {
        screen_label(screen, screen_words(screen, TR("You")), false);
    } else if (heard->line.by != 0) {
        screen_label(screen, heard->line.who, false);
    }
    bool told = heard->kind == HEARD_LINE && heard->line.by == 0;
    ui_text(ui, (UiText){.text = heard->line.text,
                         .style = told ? TEXT_NOTE : TEXT_BODY,
                         .color = told ? COLOR_SOFT : COLOR_INK,
                         .marked = !heard->typed});
    ui_box_end(ui);
}

void view_transcript(Ui *ui, const Showing *showing) {
    WalkScreen screen = {.ui = ui, .showing = showing, .model = showing->model};
    Transcript transcript = walk_shown_transcript(showing);
    ui_box_begin(ui, (UiBox){.gap = 12, .language = showing->model->scenario->language});
    for (int32_t i = 0; i < transcript.count; i++) {
        say_heard(&screen, &transcript.rows[i]);
    }
    ui_box_end(ui);
}
