#include "view/solo_page.h"

#include "ui/aloud.h"
#include "view/view_face.h"

enum { FACE_SIZE = 68, SMALL_FACE_SIZE = 52 };

// "M. Delaunay, angry:"
static Str speaker_aloud(const SoloPage *page, const ToldLine *line) {
    StrBuilder who = {.arena = ui_arena(page->ui)};
    aloud_add(&who, line->who);
    aloud_add(&who, line->mood);
    return UI_FORMAT(page->ui, TR("{0}:"), str_built(&who));
}

static void say_speaker(const SoloPage *page, const ToldLine *line, bool live) {
    ui_box_begin(page->ui, (UiBox){.flow = UI_WRAP,
                                   .gap = 12,
                                   .row_gap = 4,
                                   .align = UI_CENTER,
                                   .role = ROLE_GROUP,
                                   .name = speaker_aloud(page, line),
                                   .live = live});
    ui_text(page->ui, (UiText){.text = line->who, .style = TEXT_HEADING});
    if (line->mood.len > 0) {
        ui_tag(page->ui, line->mood, view_face_tint(page->solo->scenario, line->by));
    }
    ui_box_end(page->ui);
}

static void say_line(const SoloPage *page, const ToldLine *line, bool live) {
    bool told = line->by == 0, typing = page->solo->phase == SOLO_PHASE_WORDS; // then one's own words are the largest
    ui_text(page->ui, (UiText){.text = line->text,
                               .style = told     ? TEXT_NOTE
                                        : typing ? TEXT_READING
                                                 : TEXT_SPEECH,
                               .color = told ? COLOR_SOFT : COLOR_INK,
                               .marked = true,
                               .live = live});
}

// One person's lines and what is told between them; gives how many there were.
static int32_t say_turn(const SoloPage *page, const ToldLine *lines, int32_t count, bool live) {
    Ui *ui = page->ui;
    CharacterId by = lines[0].by;
    int32_t said = 0;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = page->narrow ? 12 : 19, .align = UI_START});
    view_face(ui, page->solo->scenario, by, page->narrow ? SMALL_FACE_SIZE : FACE_SIZE);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 8});
    for (; said < count && (lines[said].by == by || lines[said].by == 0); said++) {
        const ToldLine *line = &lines[said];
        if (said == 0 || (line->by == by && !str_equal(line->mood, lines[said - 1].mood) && line->mood.len > 0)) {
            say_speaker(page, line, live);
        } else if (line->by == by && lines[said - 1].by == 0) { // seen beside the same picture
            ui_aloud(ui, speaker_aloud(page, line), live);
        }
        say_line(page, line, live);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return said;
}

void page_lines(const SoloPage *page, const ToldLine *lines, int32_t count, bool live) {
    for (int32_t i = 0; i < count;) {
        if (lines[i].by == 0) {
            say_line(page, &lines[i++], live);
        } else {
            i += say_turn(page, &lines[i], count - i, live);
        }
    }
}

bool page_hears(const SoloPage *page) {
    ToldScenes scenes = telling_scenes(page->telling, solo_place(page->solo));
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            if (scenes.rows[i].lines.rows[j].by != 0) {
                return !page_quotes(page);
            }
        }
    }
    return false;
}

// Where nobody speaks, what is told is what is to be read. Who is quoted elsewhere is still heard in their turn.
static void say_told(const SoloPage *page, ToldScenes scenes) {
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            const ToldLine *line = &scenes.rows[i].lines.rows[j];
            if (line->by != 0) {
                ui_aloud(page->ui, speaker_aloud(page, line), true);
                ui_aloud(page->ui, ui_plain_text(page->ui, line->text), true);
            } else {
                ui_text(page->ui, (UiText){.text = line->text, .style = TEXT_READING, .marked = true, .live = true});
            }
        }
    }
}

void page_scenes(const SoloPage *page) {
    ToldScenes scenes = telling_scenes(page->telling, solo_place(page->solo));
    int32_t lines = 0;
    for (int32_t i = 0; i < scenes.count; i++) {
        lines += scenes.rows[i].lines.count;
    }
    if (lines == 0) { // an empty box would stand apart all the same
        return;
    }
    ui_box_begin(page->ui, (UiBox){.gap = page_hears(page) ? 18 : 10});
    if (page_hears(page)) {
        for (int32_t i = 0; i < scenes.count; i++) {
            page_lines(page, scenes.rows[i].lines.rows, scenes.rows[i].lines.count, true);
        }
    } else {
        say_told(page, scenes);
    }
    ui_box_end(page->ui);
}

void page_last_heard(const SoloPage *page) {
    Ui *ui = page->ui;
    ToldLine last = telling_last_line(page->telling, solo_place(page->solo));
    if (last.text.len == 0) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16, .align = UI_CENTER});
    if (last.by != 0) {
        view_face(ui, page->solo->scenario, last.by, SMALL_FACE_SIZE);
    }
    ui_text(ui, (UiText){.text = last.text, .style = TEXT_READING, .marked = true, .grow = UI_GROW});
    ui_box_end(ui);
}

static void say_heard(const SoloPage *page, const Heard *heard) {
    bool told = heard->kind == HEARD_LINE && heard->line.by == 0;
    ui_text(page->ui, (UiText){.text = heard->line.text,
                               .style = told ? TEXT_NOTE : TEXT_BODY,
                               .color = told ? COLOR_SOFT : COLOR_INK,
                               .marked = !heard->typed});
}

// What one person says in a row is told of them once; gives how many that were.
static int32_t say_heard_of_one(const SoloPage *page, const Heard *heard, int32_t count) {
    Ui *ui = page->ui;
    HeardKind kind = heard->kind;
    CharacterId by = heard->line.by;
    int32_t said = 0;
    if (kind == HEARD_TITLE) {
        ui_heading(ui, heard->line.text);
        return 1;
    }
    ui_box_begin(ui, (UiBox){.gap = 2, .padding = {kind == HEARD_ANSWER ? 24 : 0, 0, 0, 0}});
    if (kind == HEARD_ANSWER) {
        page_label(page, page_words(page, TR("You")), false);
    } else if (by != 0) {
        page_label(page, heard->line.who, false);
    }
    while (said < count && heard[said].kind == kind && heard[said].line.by == by && (said == 0 || kind == HEARD_LINE)) {
        say_heard(page, &heard[said++]);
    }
    ui_box_end(ui);
    return said;
}

void view_transcript(Ui *ui, const Telling *telling, int32_t place) {
    Transcript transcript = telling_transcript(telling, place);
    ui_box_begin(ui, (UiBox){.gap = 12, .language = telling_scenario(telling)->language});
    for (int32_t i = 0; i < transcript.count;) {
        i += say_heard_of_one(&(SoloPage){.ui = ui}, &transcript.rows[i], transcript.count - i);
    }
    ui_box_end(ui);
}
