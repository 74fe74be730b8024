// The sections of the debrief, each as a card.
#include "player/screen_debrief.h"
#include "view/view_curve.h"

enum { NAME_WIDTH = 270, WORD_WIDTH = 150, PERMILLE = 1000 };

void screen_debrief_more(Ui *ui, const ToldRow *row) {
    for (int32_t i = 0; i < row->more.count; i++) {
        ui_text(ui, (UiText){.text = row->more.rows[i], .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
    }
}

void screen_debrief_mark(Ui *ui, const ToldRow *row) {
    static const struct {
        const char *sign;
        UiTint tint;
    } LOOKS[] = {
        [TOLD_PLAIN] = {"", UI_TINT_SAND}, [TOLD_WELL] = {"✓ ", UI_TINT_TEAL}, [TOLD_NOT_YET] = {"– ", UI_TINT_OCHRE}};
    ui_tag(ui, str_format(ui_arena(ui), "%s%.*s", LOOKS[row->tone].sign, S_ARG(row->mark)),
           (int32_t)LOOKS[row->tone].tint);
}

static void say_person(const DebriefScreen *screen, const ToldSection *person) {
    Ui *ui = screen->ui;
    bool wide = screen->wide;
    ui_box_begin(ui, (UiBox){.gap = 6, .role = ROLE_GROUP, .name = person->heading});
    ui_heading(ui, person->heading);
    ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 18 : 8});
    for (int32_t i = 0; i < person->rows.count; i++) {
        if (wide && i > 0) {
            ui_text(ui, (UiText){.text = S("→"), .style = TEXT_HEADING, .color = COLOR_SOFT, .role = UI_SILENT});
        }
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
        ui_text(ui, (UiText){.text = person->rows.rows[i].label, .style = TEXT_LABEL, .color = COLOR_SOFT});
        ui_text(ui, (UiText){.text = person->rows.rows[i].text, .marked = true});
        ui_box_end(ui);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_portraits(DebriefScreen *screen, const ToldSection *first) {
    const ToldSection *end = screen->debrief->sections.rows + screen->debrief->sections.count;
    for (const ToldSection *person = first; person < end && person->part == DEBRIEF_PORTRAIT; person++) {
        if (person > first) {
            ui_divider(screen->ui);
        }
        say_person(screen, person);
    }
}

static ViewCurve curves_of(const DebriefScreen *screen) {
    return (ViewCurve){.debrief = screen->debrief, .drawn = screen->player->looked_at.curves};
}

// A point leads to what was answered there.
static void say_curves(DebriefScreen *screen, const ToldSection *section) {
    ViewCurve curves = curves_of(screen);
    (void)section;
    screen_debrief_unfold(screen, view_curve(screen->ui, &curves));
}

static int32_t permille_of(Profile profile) {
    int64_t range = (int64_t)profile.high - profile.low;
    return range > 0 ? (int32_t)(((int64_t)profile.sum - profile.low) * PERMILLE / range) : 0;
}

// Too few occasions say nothing: then there is no bar either.
static void say_competency(const DebriefScreen *screen, const ToldRow *row, const ToldCompetency *competency) {
    Ui *ui = screen->ui;
    bool wide = screen->wide, bar = competency->word != PROFILE_TOO_FEW;
    UiMeter meter = {.name = row->label,
                     .word = row->text,
                     .permille = permille_of(competency->profile),
                     .tint = competency->word == PROFILE_TO_EXPLORE ? UI_TINT_OCHRE : UI_TINT_TEAL,
                     .bar_only = wide};
    if (!wide && bar) {
        ui_meter(ui, meter);
        return;
    }
    ui_box_begin(
        ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 16 : 2, .align = wide ? UI_CENTER : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.width = wide ? NAME_WIDTH : UI_GROW});
    ui_text(ui, (UiText){.text = row->label, .role = bar ? UI_SILENT : 0});
    ui_box_end(ui);
    if (bar) {
        ui_meter(ui, meter);
    }
    ui_box_begin(ui, (UiBox){.width = bar ? WORD_WIDTH : UI_GROW});
    ui_text(ui, (UiText){.text = row->text, .style = TEXT_SMALL, .role = bar ? UI_SILENT : 0});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_competencies(DebriefScreen *screen, const ToldSection *section) {
    for (int32_t i = 0; i < section->rows.count; i++) {
        say_competency(screen, &section->rows.rows[i], &screen->debrief->competencies.rows[i]);
    }
}

static void say_steps(DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    for (int32_t i = 0; i < section->rows.count; i++) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = section->rows.rows[i].label, .grow = UI_GROW});
        screen_debrief_mark(ui, &section->rows.rows[i]);
        ui_box_end(ui);
    }
}

static void say_panels(DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    for (int32_t i = 0; i < section->rows.count; i++) {
        const ToldRow *row = &section->rows.rows[i];
        ui_divider(ui);
        ui_box_begin(ui, (UiBox){.gap = 3});
        ui_text(ui, (UiText){.text = row->label, .style = TEXT_STRONG});
        ui_text(ui, (UiText){.text = row->text});
        screen_debrief_more(ui, row);
        ui_box_end(ui);
    }
}

static void say_points(DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    for (int32_t i = 0; i < section->rows.count; i++) {
        ui_box_begin(ui, (UiBox){.gap = 2});
        ui_text(ui, (UiText){.text = section->rows.rows[i].text, .marked = true});
        screen_debrief_more(ui, &section->rows.rows[i]);
        ui_box_end(ui);
    }
}

static void say_mirror(DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    for (int32_t i = 0; i < section->rows.count; i++) {
        const ToldRow *row = &section->rows.rows[i];
        if (row->label.len == 0) {
            ui_text(ui, (UiText){.text = row->text});
            continue;
        }
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_START});
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
        ui_text(ui, (UiText){.text = row->label, .style = TEXT_STRONG});
        screen_debrief_more(ui, row);
        ui_box_end(ui);
        screen_debrief_mark(ui, row);
        ui_box_end(ui);
    }
}

static void say_questions(DebriefScreen *screen, const ToldSection *section) {
    for (int32_t i = 0; i < section->rows.count; i++) {
        ui_divider(screen->ui);
        ui_text(screen->ui, (UiText){.text = section->rows.rows[i].text, .marked = true});
    }
    screen_debrief_note(screen);
}

static void say_texts(DebriefScreen *screen, const ToldSection *section) {
    for (int32_t i = 0; i < section->rows.count; i++) {
        ui_text(screen->ui, (UiText){.text = section->rows.rows[i].text, .style = TEXT_SMALL});
    }
}

static void say_care(DebriefScreen *screen, const ToldSection *section) {
    for (int32_t i = 0; i < section->rows.count; i++) {
        screen_pair(screen->ui, section->rows.rows[i].label, section->rows.rows[i].text, false);
    }
}

static void say_legend(const DebriefScreen *screen) {
    ViewCurve curves = curves_of(screen);
    int32_t curve = view_curve_legend(screen->ui, &curves);
    if (curve >= 0) {
        *screen->action = (Action){.kind = ACTION_DRAW_CURVE, .index = curve};
    }
}

// Those of portraits stand with each person.
static void say_heading(const DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    if (section->part == DEBRIEF_PORTRAIT) {
        return;
    }
    bool folds = section->part == DEBRIEF_DECISIONS;
    ui_box_begin(
        ui,
        (UiBox){
            .flow = UI_WRAP, .gap = 18, .row_gap = 6, .align = UI_CENTER, .justify = folds ? UI_BETWEEN : UI_START});
    ui_heading(ui, section->heading);
    if (section->part == DEBRIEF_CURVES) {
        say_legend(screen);
    } else if (folds) {
        screen_debrief_fold(screen);
    }
    ui_box_end(ui);
}

typedef void SaySection(DebriefScreen *screen, const ToldSection *section);

void screen_debrief_section(DebriefScreen *screen, const ToldSection *section) {
    static const struct {
        SaySection *say;
        int32_t gap;
    } PARTS[DEBRIEF_PART_COUNT] = {[DEBRIEF_PORTRAIT] = {say_portraits, 12},
                                   [DEBRIEF_CURVES] = {say_curves, 10},
                                   [DEBRIEF_COMPETENCIES] = {say_competencies, 10},
                                   [DEBRIEF_STEPS] = {say_steps, 10},
                                   [DEBRIEF_DECISIONS] = {screen_debrief_decisions, 0},
                                   [DEBRIEF_PANELS] = {say_panels, 10},
                                   [DEBRIEF_POINTS] = {say_points, 10},
                                   [DEBRIEF_ATTITUDES] = {say_mirror, 10},
                                   [DEBRIEF_MIRROR] = {say_mirror, 10},
                                   [DEBRIEF_QUESTIONS] = {say_questions, 12},
                                   [DEBRIEF_RESOURCES] = {say_texts, 8},
                                   [DEBRIEF_SOURCES] = {say_texts, 8},
                                   [DEBRIEF_CARE] = {say_care, 10}};
    Ui *ui = screen->ui;
    if (section->part == DEBRIEF_PORTRAIT && section != debrief_find(screen->debrief, DEBRIEF_PORTRAIT)) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = PARTS[section->part].gap});
    say_heading(screen, section);
    if (section->lead.len > 0) {
        ui_text(ui, (UiText){.text = section->lead, .style = TEXT_STRONG});
    }
    PARTS[section->part].say(screen, section);
    for (int32_t i = 0; i < section->notes.count; i++) {
        ui_text(ui, (UiText){.text = section->notes.rows[i], .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    ui_card_end(ui);
}
