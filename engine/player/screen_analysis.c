// What groups chose in kept sessions of one case: which decisions split, what the talk moved, the ways they took; and
// the page that starts the next meeting.
#include "player/screen_analysis.h"

#include "base/date.h"
#include "base/error_text.h"
#include "player/player_parts.h"

enum { TWO_COLUMNS = 900, LEFT_SHARE = 5, RIGHT_SHARE = 6, HUNDRED = 100, GAP = 16 };

void screen_want_analysis(Action *action, AnalyseActionKind kind, int32_t index) {
    if (action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_ANALYSE, .analyse = {.kind = kind, .index = index}};
    }
}

Str screen_analysis_plural(const AnalysisScreen *screen, Str one, Str many, int32_t count) {
    return UI_FORMAT(screen->ui, catalog_plural(&screen->player->app.catalog, one, many, count),
                     ui_number(screen->ui, count));
}

Str screen_analysis_sessions(const AnalysisScreen *screen, int32_t count, int32_t of) {
    Ui *ui = screen->ui;
    Str source = catalog_plural(&screen->player->app.catalog, TRP("{0} session of {1}", "{0} sessions of {1}"), count);
    return UI_FORMAT(ui, source, ui_number(ui, count), ui_number(ui, of));
}

Str screen_analysis_percent(const AnalysisScreen *screen, double share) {
    Str number = figures_number(ui_arena(screen->ui), share * (double)HUNDRED, 0, '.');
    return UI_FORMAT(screen->ui, TR("{0} %"), number);
}

Str screen_analysis_figure(const AnalysisScreen *screen, Figure share) {
    return share.lack == LACK_NONE     ? screen_analysis_percent(screen, share.value)
           : share.lack == LACK_HIDDEN ? ui_words(screen->ui, TR("hidden"))
                                       : S("–");
}

Str screen_analysis_decision(const AnalysisScreen *screen, SceneId scene) {
    int32_t number = figures_decision_number(screen->analysis->scenario, scene);
    return UI_FORMAT(screen->ui, TR("{0} · {1}"), ui_number(screen->ui, number), figures_title(&screen->of, scene));
}

bool screen_analysis_table(const AnalysisScreen *screen, AnalysingTable table, Str of) {
    Ui *ui = screen->ui;
    bool open = (screen->player->analysing.tables >> table & 1) != 0;
    Str text = ui_words(ui, open ? TR("Fold the table") : TR("Show the table"));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("table"),
                                 .text = text,
                                 .name = UI_FORMAT(ui, TR("{0}: {1}"), text, of),
                                 .kind = BUTTON_QUIET})) {
        screen_want_analysis(screen->action, ANALYSE_TABLE, (int32_t)table);
    }
    ui_box_end(ui);
    return open;
}

Str screen_analysis_days(const AnalysisScreen *screen, Str first_day, Str last_day) {
    Ui *ui = screen->ui;
    const Catalog *catalog = &screen->player->app.catalog;
    Str first = date_told(ui_arena(ui), catalog, first_day), last = date_told(ui_arena(ui), catalog, last_day);
    return str_equal(first_day, last_day) ? first : UI_FORMAT(ui, TR("{0} – {1}"), first, last);
}

Str screen_analysis_subject(const AnalysisScreen *screen, const AnalysingSubject *subject) {
    Ui *ui = screen->ui;
    Str sessions = screen_analysis_plural(screen, TRP("{0} session", "{0} sessions"), subject->sessions.count);
    Str days = screen_analysis_days(screen, subject->first_day, subject->last_day);
    Str told = str_format(ui_arena(ui), "%.*s · %.*s · %.*s", S_ARG(subject->title), S_ARG(sessions), S_ARG(days));
    return subject->version > 0
               ? UI_FORMAT(ui, TR("{0} · text no. {1}, for it was changed"), told, ui_number(ui, subject->version))
               : told;
}

// Other cases, and other texts of the same one, are looked at apart.
static void say_subjects(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysingSubjects *subjects = &screen->player->analysing.subjects;
    Str *labels = arena_push(ui_arena(ui), Str, subjects->count);
    for (int32_t i = 0; i < subjects->count; i++) {
        labels[i] = screen_analysis_subject(screen, &subjects->rows[i]);
    }
    if (subjects->count < 2) {
        return;
    }
    int32_t now = screen->player->analysing.subject;
    int32_t wanted = ui_combo(ui, S("subject"), ui_words(ui, TR("Which situation")), labels, subjects->count, now);
    if (wanted != now) {
        screen_want_analysis(screen->action, ANALYSE_SUBJECT, wanted);
    }
}

static Str told_of(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str sessions = screen_analysis_plural(screen, TRP("{0} session", "{0} sessions"), analysis->sessions);
    Str people = screen_analysis_plural(screen, TRP("{0} person", "{0} people"), (int32_t)analysis->people);
    Str days = screen_analysis_days(screen, screen->of.first_day, screen->of.last_day);
    if (screen->job->others.count > 0) {
        Str texts = ui_words(ui, TR("two texts side by side"));
        return str_format(ui_arena(ui), "%.*s · %.*s · %.*s", S_ARG(analysis->scenario->title), S_ARG(texts),
                          S_ARG(days));
    }
    Str group = screen->of.group;
    return str_format(ui_arena(ui), "%.*s · %.*s%s%.*s · %.*s · %.*s", S_ARG(analysis->scenario->title), S_ARG(group),
                      group.len > 0 ? " · " : "", S_ARG(sessions), S_ARG(people), S_ARG(days));
}

static void say_file(const AnalysisScreen *screen, Str text, ReportFormat format) {
    bool page = format == REPORT_HTML;
    if (report_can_make(format) && ui_button(screen->ui, (UiButton){.key = S("file"),
                                                                    .index = (int32_t)format,
                                                                    .text = ui_words(screen->ui, text),
                                                                    .kind = page ? BUTTON_PRIMARY : BUTTON_SECONDARY,
                                                                    .wants_focus = page})) {
        screen_want_analysis(screen->action, ANALYSE_SAVE, (int32_t)format);
    }
}

static void say_saved(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysingSave *saved = screen->player->analysing.saved;
    if (!saved) {
        return;
    }
    Str path = folders_tell(ui_arena(ui), &screen->player->app.folders, saved->path);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 4, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Saved: {0}"), path), .style = TEXT_SMALL, .live = true});
    Str open = ui_words(ui, saved->format == REPORT_HTML ? TR("Open the page") : TR("Open the file"));
    if (ui_button(ui, (UiButton){.key = S("open"), .text = open, .kind = BUTTON_QUIET})) {
        screen_want_analysis(screen->action, ANALYSE_OPEN, 0);
    }
    if (ui_button(ui,
                  (UiButton){.key = S("folder"), .text = ui_words(ui, TR("Open the folder")), .kind = BUTTON_QUIET})) {
        screen_want_analysis(screen->action, ANALYSE_OPEN, 1);
    }
    ui_box_end(ui);
}

// Only what can be written is offered.
static void say_files(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    if (screen->player->app.folders.documents.len == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("There is no folder for documents here: nothing can be "
                                                     "written.")),
                             .color = COLOR_OCHRE_INK});
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    say_file(screen, TR("Page to print"), REPORT_HTML);
    say_file(screen, TR("Spreadsheet"), REPORT_XLSX);
    say_file(screen, TR("CSV"), REPORT_CSV);
    say_file(screen, TR("JSON"), REPORT_JSON);
    ui_box_end(ui);
}

// Where a vote is told it says which one it is of; which answers count besides is said here, above all figures.
static void say_counted(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Str LABELS[] = {[ANALYSIS_FIRST] = ui_words(ui, TR("The first answers")),
                          [ANALYSIS_LAST] = ui_words(ui, TR("The last answers"))};
    Str about = ui_words(ui, TR("Where a group went back, these count:"));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 4, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = about, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    int32_t now = (int32_t)screen->player->analysing.counted;
    int32_t wanted = ui_choices(
        ui, (UiChoices){.key = S("counted"), .name = about, .labels = LABELS, .count = COUNT(LABELS), .chosen = now});
    if (wanted != now) {
        screen_want_analysis(screen->action, ANALYSE_COUNT, wanted);
    }
    ui_box_end(ui);
}

static void say_together(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysing *analysing = &screen->player->analysing;
    const Str ALL[] = {ui_words(ui, TR("All sessions together")), ui_words(ui, TR("Two groups or days")),
                       ui_words(ui, TR("Two texts"))};
    const bool CAN[] = {true, analysing->sides.count > 1, analysing->other >= 0};
    Str labels[ANALYSING_LOOK_COUNT];
    int32_t looks[ANALYSING_LOOK_COUNT], count = 0, now = 0;
    for (int32_t look = 0; look < ANALYSING_LOOK_COUNT; look++) {
        now = look == (int32_t)analysing->look ? count : now;
        labels[count] = ALL[look];
        looks[count] = look;
        count += CAN[look];
    }
    if (count < 2) {
        return;
    }
    int32_t wanted = ui_choices(ui, (UiChoices){.key = S("together"),
                                                .name = ui_words(ui, TR("Which sessions stand side by side")),
                                                .labels = labels,
                                                .count = count,
                                                .chosen = now});
    if (wanted != now) {
        screen_want_analysis(screen->action, ANALYSE_COMPARE, looks[wanted]);
    }
}

static void say_head(const AnalysisScreen *screen, bool figures) {
    Ui *ui = screen->ui;
    if (screen_say_back(ui, ui_words(ui, TR("Go back to the kept sessions")), ui_words(ui, TR("‹ Kept sessions")),
                        ui_words(ui, TR("Back to the kept sessions")))) {
        screen_want(screen->action, ACTION_BACK, 0);
    }
    ui_box_begin(ui, (UiBox){.flow = screen->wide ? UI_ROW : UI_COLUMN, .gap = GAP, .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Where groups split")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    if (figures) {
        ui_text(ui, (UiText){.text = told_of(screen), .color = COLOR_SOFT, .live = true});
    }
    ui_box_end(ui);
    if (figures) {
        say_files(screen);
    }
    ui_box_end(ui);
    say_subjects(screen);
}

static void say_nothing(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysingJob *job = screen->job;
    Str why = job->scenario != NULL
                  ? ui_words(ui, TR("Fewer than five people were there each time: their answers would tell who gave "
                                    "them, and are in no report."))
              : job->error.code != ERROR_NONE
                  ? UI_FORMAT(ui, TR("These sessions cannot be read: {0}."),
                              error_text(ui_arena(ui), &screen->player->app.catalog, &job->error))
                  : ui_words(ui, TR("Its situation cannot be read by this version of Palabre."));
    screen_warning(ui, S("nothing"), why);
}

static void add_sentence(StrBuilder *told, Str sentence) {
    str_addf(told, "%s%.*s", told->count > 0 ? " " : "", S_ARG(sentence));
}

// Two groups, days or texts.
static bool is_beside(const AnalysisScreen *screen) {
    return screen->job->compares || screen->job->others.count > 0;
}

static bool hides(const AnalysisScreen *screen) {
    const AnalysisOut *compared = screen->job->compared;
    return is_beside(screen) ? analysis_hides(&compared[0].told) || analysis_hides(&compared[1].told)
                             : analysis_hides(screen->analysis);
}

static void say_kept_back(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    StrBuilder told = {.arena = ui_arena(ui)};
    if (hides(screen)) {
        add_sentence(&told, ui_words(ui, TR("How fewer than five people answered is not told here, nor what would give "
                                            "it away: such counts are hidden.")));
    }
    if (!is_beside(screen) && analysis_count_hidden(&screen->job->out.told) > analysis_count_hidden(screen->analysis)) {
        add_sentence(&told, ui_words(ui, TR("Files carry fewer counts than this page: what leaves this machine must "
                                            "not give away how fewer than five people answered.")));
    }
    if (analysis->left_out > 0) {
        add_sentence(&told, screen_analysis_plural(screen,
                                                   TRP("{0} session of fewer than five people is left out.",
                                                       "{0} sessions of fewer than five people are left out."),
                                                   analysis->left_out));
    }
    if (told.count > 0) {
        screen_warning(ui, S("kept back"), str_built(&told));
    }
}

static void say_trouble(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    if (screen->job->unread > 0) {
        screen_warning(ui, S("unread"),
                       screen_analysis_plural(screen,
                                              TRP("{0} session could not be read, and is left out.",
                                                  "{0} sessions could not be read, and are left out."),
                                              screen->job->unread));
    }
    if (screen->job->otherwise > 0) {
        screen_warning(
            ui, S("otherwise"),
            screen_analysis_plural(
                screen,
                TRP("This version of Palabre plays {0} session otherwise: only what it plays alike counts.",
                    "This version of Palabre plays {0} sessions otherwise: only what it plays alike counts."),
                screen->job->otherwise));
    }
}

static void say_columns(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    ui_box_begin(
        ui,
        (UiBox){.flow = screen->wide ? UI_ROW : UI_COLUMN, .gap = GAP, .align = screen->wide ? UI_START : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = LEFT_SHARE, .gap = GAP});
    screen_analysis_decisions(screen);
    screen_analysis_votes(screen);
    say_kept_back(screen);
    screen_analysis_endings(screen);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = RIGHT_SHARE, .gap = GAP});
    screen_analysis_flows(screen);
    screen_analysis_gauges(screen);
    ui_box_end(ui);
    ui_box_end(ui);
    screen_analysis_ways(screen);
    screen_analysis_author(screen);
}

static void say_figures(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    say_saved(screen);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 28, .row_gap = 8, .align = UI_CENTER});
    say_counted(screen);
    say_together(screen);
    ui_box_end(ui);
    say_trouble(screen);
    if (screen->job->others.count > 0) {
        screen_analysis_versions(screen);
        say_kept_back(screen);
    } else if (screen->job->compares) {
        screen_analysis_compare(screen);
        say_kept_back(screen);
    } else {
        say_columns(screen);
    }
    ui_text(ui, (UiText){.text = ui_words(ui, TR("These figures describe choices in an invented situation. They do not "
                                                 "evaluate a person.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
}

static void take_figures(AnalysisScreen *screen) {
    if (screen->job && screen->job->scenario) {
        screen->analysis = &screen->job->analysis;
        screen->of = screen->job->of;
        screen->of.arena = ui_arena(screen->ui);
        screen->of.catalog = &screen->player->app.catalog;
        screen->of.language = screen->player->app.language;
        screen->debate = debate_find(screen->analysis);
        screen->drawn = screen_analysis_find_drawn(screen);
    }
}

Action screen_analysis_view(Ui *ui, const Player *player) {
    Action action = {0};
    AnalysisScreen screen = {.ui = ui,
                             .player = player,
                             .job = player->analysing.shown,
                             .action = &action,
                             .wide = ui_width(ui) >= TWO_COLUMNS};
    take_figures(&screen);
    bool figures = screen.analysis && screen.analysis->sessions > 0;
    ui_enter_page(ui, screen.job ? S("analysis") : S("analysis waits"));
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .fill = COLOR_PAPER,
                             .gap = GAP,
                             .padding = screen.wide ? UI_PAD2(36, 24) : UI_PAD2(16, 16),
                             .scrolls = true});
    say_head(&screen, figures);
    if (!screen.job) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Palabre is working out what the groups chose…")), .live = true});
    } else if (figures) {
        say_figures(&screen);
    } else {
        say_nothing(&screen);
    }
    ui_box_end(ui);
    return action;
}
