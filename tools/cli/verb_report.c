#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "cli/sessions.h"
#include "group/group.h"
#include "report/report.h"
#include "report/xapi.h"
#include "session/replay.h"

enum {
    OPTION_CASE,
    OPTION_SESSION,
    OPTION_GROUP,
    OPTION_TEXT,
    OPTION_FIRST,
    OPTION_DATA,
    OPTION_OUT,
    OPTION_CSV_PLAIN,
    OPTION_COUNT
};

static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_CASE] = {.spec = {S_INIT("case"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("ID"),
                     .about = TR_INIT("Only sessions of the situation with this id.")},
    [OPTION_SESSION] = {.spec = {S_INIT("session"), OPTIONS_TEXT, 0},
                        .operand = TR_INIT("ID"),
                        .about = TR_INIT("Only this session, by its id or the beginning of it; may be given again.")},
    [OPTION_GROUP] = {.spec = {S_INIT("group"), OPTIONS_TEXT, 0},
                      .operand = TR_INIT("NAME"),
                      .about =
                          TR_INIT("Only sessions of the group with this name; may be given again. Of two groups it "
                                  "is told where they part first.")},
    [OPTION_TEXT] = {.spec = {S_INIT("text"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("HASH"),
                     .about = TR_INIT("Where the situation was changed between sessions: only those of the text whose "
                                      "hash begins so. Given twice, both texts are laid side by side.")},
    [OPTION_FIRST] = {.spec = {S_INIT("first"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("Where a group went back, its first answers and votes count, not the last.")},
    [OPTION_DATA] = {.spec = {S_INIT("data"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("DIR"),
                     .about = TR_INIT("The folder in which sessions are kept, instead of your own.")},
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("OUT|FOLDER/"),
                    .about =
                        TR_INIT("The file that is written: OUT.html to print, OUT.xlsx for spreadsheets, OUT.csv or "
                                "OUT.json for programs, OUT.xapi.json for a learning record store. FOLDER/: all of "
                                "them, named by case, group and day."),
                    .required = true},
    [OPTION_CSV_PLAIN] = {.spec = {S_INIT("csv-plain"), OPTIONS_FLAG, 0},
                          .about = TR_INIT("CSV with commas between values and decimal points.")}};

enum { SIDES = FIGURES_SIDES };

// One text of the situation, and the sessions that played it.
typedef struct {
    const SessionsText *text;
    StoreHeaderList chosen;
    AnalysisWork *work; // NULL: no session was read yet
    const Scenario *scenario;
    AnalysisOut analysis;
} Played;

typedef struct {
    Cli *cli;
    const OptionValue *values;
    const Options *options;
    Sessions sessions;
    StoreHeaderList chosen;
    Played texts[SIDES]; // of which the sessions are; two are laid side by side, the older one first
    int32_t text_count;
    Played *reads;              // … of which the sessions are read
    AnalysisWork *sides[SIDES]; // each of the two groups that are named; NULL: not two are
    AnalysisOut compared[SIDES];
    FiguresSide told[SIDES];
    Versions versions;
    FiguresOf of;
    int status; // of the session that was read last
} Report;

static const Str XAPI = S_INIT(".xapi.json");

static bool is_named(const OptionValue *names, Str text) {
    for (int32_t i = 0; i < names->count; i++) {
        if (str_equal(names->rows[i], text)) {
            return true;
        }
    }
    return !names->given;
}

// Those of --session, and those that stand alone.
static int select_sessions(Report *report, StoreHeaderList *selected) {
    const OptionValue *named = &report->values[OPTION_SESSION];
    int32_t operands = report->options->operand_count, count = named->count + operands;
    Str *ids = arena_push(&report->cli->arena, Str, count);
    for (int32_t i = 0; i < count; i++) {
        ids[i] = i < named->count ? named->rows[i] : report->options->operands[i - named->count];
    }
    return sessions_select(&report->sessions, ids, count, selected);
}

static bool is_wanted(Report *report, const StoreHeader *header) {
    Cli *cli = report->cli;
    if (header->damaged) {
        cli_complain(CLI_FORMAT(cli, TR("The session {0} is damaged, and left out."), sessions_short_id(header)));
        return false;
    }
    return header->kind == STORE_GROUP && is_named(&report->values[OPTION_CASE], header->case_id) &&
           is_named(&report->values[OPTION_GROUP], header->label);
}

static bool any_of_group(const Report *report, Str name) {
    for (int32_t i = 0; i < report->chosen.count; i++) {
        if (str_equal(report->chosen.rows[i].label, name)) {
            return true;
        }
    }
    return false;
}

// A name that was typed wrong is none of a group of few.
static int check_groups(const Report *report) {
    const OptionValue *names = &report->values[OPTION_GROUP];
    Cli *cli = report->cli;
    for (int32_t i = 0; i < names->count; i++) {
        if (!any_of_group(report, names->rows[i])) {
            cli_complain(CLI_FORMAT(cli, TR("No session of the group “{0}” is kept that fits."), names->rows[i]));
            return EXIT_DATA;
        }
    }
    if (names->count == SIDES && str_equal(names->rows[0], names->rows[1])) {
        cli_complain(cli_text(cli, TR("--group names the same group twice: there is nothing to compare.")));
        return EXIT_USAGE;
    }
    return EXIT_FINE;
}

static int choose(Report *report) {
    StoreHeaderList selected = {0};
    int status = select_sessions(report, &selected);
    for (int32_t i = 0; i < selected.count; i++) {
        if (is_wanted(report, &selected.rows[i])) {
            *rows_append(&report->cli->arena, &report->chosen) = selected.rows[i];
        }
    }
    if (status == EXIT_FINE && report->chosen.count == 0) {
        cli_complain(cli_text(report->cli, TR("No session of a group is kept that fits.")));
        return EXIT_DATA;
    }
    return status == EXIT_FINE ? check_groups(report) : status;
}

static int check_one_case(Report *report) {
    const StoreHeader *first = &report->chosen.rows[0];
    for (int32_t i = 1; i < report->chosen.count; i++) {
        const StoreHeader *header = &report->chosen.rows[i];
        if (!str_equal(header->case_id, first->case_id)) {
            cli_complain(CLI_FORMAT(
                report->cli,
                TR("These sessions are of several situations, “{0}” and “{1}” among them: --case names one."),
                first->case_id, header->case_id));
            return EXIT_DATA;
        }
    }
    return EXIT_FINE;
}

// Of the texts that were played, the one that --text names; NULL: none, or more than one, and that was told.
static const SessionsText *find_text(Report *report, const SessionsTexts *texts, Str wanted) {
    const SessionsText *found = NULL;
    int32_t count = 0;
    for (int32_t i = 0; i < texts->count; i++) {
        if (str_begins(texts->rows[i].first->hash, wanted)) {
            found = &texts->rows[i];
            count++;
        }
    }
    if (count != 1) {
        cli_complain(CLI_FORMAT(report->cli,
                                count == 0 ? TR("No session is kept of a text whose hash begins with “{0}”.")
                                           : TR("The hashes of several texts begin with “{0}”."),
                                wanted));
        (void)sessions_tell_texts(report->cli, texts);
    }
    return count == 1 ? found : NULL;
}

static void add_text(Report *report, const SessionsText *text) {
    Played *played = &report->texts[report->text_count++];
    played->text = text;
    for (int32_t i = 0; i < report->chosen.count; i++) {
        const StoreHeader *header = &report->chosen.rows[i];
        if (str_equal(header->hash, text->first->hash) && header->len == text->first->len) {
            *rows_append(&report->cli->arena, &played->chosen) = *header;
        }
    }
}

// Figures of two texts are no figures of one: an answer may have changed its meaning with a word.
static int choose_texts(Report *report) {
    const OptionValue *wanted = &report->values[OPTION_TEXT];
    SessionsTexts texts = sessions_find_texts(&report->cli->arena, &report->chosen);
    if (!wanted->given && texts.count == 1) {
        add_text(report, &texts.rows[0]);
        return EXIT_FINE;
    }
    if (!wanted->given) {
        cli_complain(cli_text(report->cli, TR("The situation was changed between these sessions: --text names one of "
                                              "its texts, or two that are laid side by side.")));
        (void)sessions_tell_texts(report->cli, &texts);
        return EXIT_DATA;
    }
    const SessionsText *found[SIDES] = {0};
    for (int32_t i = 0; i < wanted->count && i < SIDES; i++) {
        found[i] = find_text(report, &texts, wanted->rows[i]);
        if (!found[i]) {
            return EXIT_DATA;
        }
    }
    if (wanted->count > SIDES || found[0] == found[1]) {
        cli_complain(cli_text(report->cli, TR("--text names one text of the situation, or two that differ.")));
        return EXIT_USAGE;
    }
    bool swaps = found[1] && found[0] < found[1]; // the latest stands first among them
    add_text(report, swaps ? found[1] : found[0]);
    if (found[1]) {
        add_text(report, swaps ? found[0] : found[1]);
    }
    return EXIT_FINE;
}

static int begin_work(Report *report, Str case_bytes) {
    Arena *arena = &report->cli->arena;
    AnalysisAnswer counted = report->values[OPTION_FIRST].given ? ANALYSIS_FIRST : ANALYSIS_LAST;
    Played *played = report->reads;
    bool groups = report->text_count == 1 && report->values[OPTION_GROUP].count == SIDES;
    int status = sessions_parse(report->cli, str_copy(arena, case_bytes), &played->scenario);
    played->work = status == EXIT_FINE ? analysis_begin(arena, played->scenario, counted) : NULL;
    for (int32_t i = 0; i < SIDES && played->work && groups; i++) {
        report->sides[i] = analysis_begin(arena, played->scenario, counted);
    }
    return status;
}

static bool add_session(void *context, const StoreHeader *header, const StoreSession *session, const Error *error) {
    Report *report = context;
    if (session == NULL) {
        report->status = sessions_refuse_read(&report->sessions, error);
        return false;
    }
    report->status = report->reads->work ? EXIT_FINE : begin_work(report, session->case_bytes);
    if (report->status != EXIT_FINE) {
        return false;
    }
    SoloResumed resumed = analysis_add_lines(report->reads->work, session->lines);
    if (resumed != SOLO_RESUMED_ALL) {
        cli_complain(
            CLI_FORMAT(report->cli,
                       TR("This version of Palabre plays the session {0} otherwise: only what it plays alike counts."),
                       sessions_short_id(header)));
    }
    for (int32_t i = 0; i < SIDES; i++) {
        if (report->sides[i] && str_equal(header->label, report->values[OPTION_GROUP].rows[i])) {
            (void)analysis_add_lines(report->sides[i], session->lines);
        }
    }
    figures_note_session(&report->of, header->begun, header->label);
    return true;
}

static int analyse(Report *report) {
    report->status = check_one_case(report);
    report->status = report->status == EXIT_FINE ? choose_texts(report) : report->status;
    for (int32_t i = 0; i < report->text_count && report->status == EXIT_FINE; i++) {
        report->reads = &report->texts[i];
        store_read_each(report->sessions.store, &report->reads->chosen, add_session, report);
    }
    return report->status;
}

static FiguresCsv csv_kind(const Report *report) {
    return report->values[OPTION_CSV_PLAIN].given ? FIGURES_PLAIN : figures_csv_kind(report->cli->language);
}

static int refuse_format(Report *report) {
    cli_complain(cli_text(report->cli, TR("This build of Palabre writes no .xlsx: libxlsxwriter was not there.")));
    return EXIT_SYSTEM;
}

static int refuse_path(Report *report, Str path, const Error *error) {
    Cli *cli = report->cli;
    cli_complain(
        CLI_FORMAT(cli, TR("“{0}” could not be written: {1}."), path, error_text(&cli->scratch, &cli->catalog, error)));
    return EXIT_SYSTEM;
}

static int write_file(Report *report, Str path, ReportFormat format) {
    ReportFile file;
    if (!report_make(&report->of, format, csv_kind(report), &file)) {
        return refuse_path(report, path, &(Error){.code = ERROR_SYSTEM});
    }
    int status = cli_save_draft(report->cli, path, file.bytes, file.draft);
    file_draft_close(file.draft);
    return status;
}

static int add_statements(Report *report, const Played *played, XapiWriter *xapi) {
    Cli *cli = report->cli;
    Walk like = walk_create(&cli->arena, played->scenario);
    int status = EXIT_FINE;
    for (int32_t i = 0; i < played->chosen.count && status == EXIT_FINE; i++) {
        Arena arena = {0};
        StoreSession session;
        const StoreHeader *header = &played->chosen.rows[i];
        status = sessions_read(&report->sessions, &arena, header, &session);
        Group group = {0};
        GroupStart start = {.solo = {.scenario = played->scenario, .reads = &like}};
        if (status == EXIT_FINE &&
            group_resume(&group, &start, replay_first_walk(&arena, session.lines)) != SOLO_RESUMED_NOTHING) {
            (void)xapi_add(xapi, &(XapiSession){header->id, header->begun, header->hash}, &group);
            group_finish(&group);
        }
        arena_finish(&arena);
    }
    return status;
}

// What the sessions were, not what is worked out of them: each is read once more.
static int write_xapi(Report *report, Str path) {
    Cli *cli = report->cli;
    XapiWriter xapi = {.arena = &cli->arena, .catalog = &cli->catalog, .out = {.arena = &cli->arena}};
    int status = EXIT_FINE;
    for (int32_t i = 0; i < report->text_count && status == EXIT_FINE; i++) {
        status = add_statements(report, &report->texts[i], &xapi);
    }
    return status == EXIT_FINE ? cli_save(cli, path, xapi_written(&xapi)) : status;
}

// All formats, under names that tell them apart from other reports.
static int write_folder(Report *report, Str folder) {
    Cli *cli = report->cli;
    Error error = {0};
    if (!file_make_folder(folder, &error)) {
        return refuse_path(report, folder, &error);
    }
    int status = EXIT_FINE;
    for (int32_t i = 0; i < REPORT_FORMAT_COUNT && status == EXIT_FINE; i++) {
        ReportFormat format = (ReportFormat)i;
        Str path = path_join(&cli->arena, folder, report_name(&report->of, report_ending(format)));
        if (report_can_make(format)) {
            status = write_file(report, path, format);
            cli_print_line(path);
        } else {
            (void)refuse_format(report);
        }
    }
    Str path = path_join(&cli->arena, folder, report_name(&report->of, XAPI));
    status = status == EXIT_FINE ? write_xapi(report, path) : status;
    cli_print_line(path);
    return status;
}

static void tell_sides(Report *report) {
    for (int32_t i = 0; i < SIDES && report->sides[0]; i++) {
        report->compared[i] = analysis_end(report->sides[i]).out;
        report->told[i] =
            (FiguresSide){.label = report->values[OPTION_GROUP].rows[i], .analysis = &report->compared[i]};
    }
    report->of.sides = report->sides[0] ? report->told : NULL;
}

static void tell_texts(Report *report) {
    VersionsOf of = {{report->texts[0].scenario, report->texts[1].scenario}};
    for (int32_t i = 0; i < SIDES; i++) {
        const Played *played = &report->texts[i];
        report->told[i] = (FiguresSide){.analysis = &played->analysis,
                                        .version = played->text->number,
                                        .first_day = played->text->first_day,
                                        .last_day = played->text->last_day};
    }
    report->versions = versions_compare(&report->cli->arena, &report->cli->scratch, &of);
    report->of.sides = report->told;
    report->of.versions = &report->versions;
}

// Whether every text has a session that may be told of.
static bool end_work(Report *report) {
    bool told = true;
    for (int32_t i = 0; i < report->text_count; i++) {
        report->texts[i].analysis = analysis_end(report->texts[i].work).out;
        told = told && report->texts[i].analysis.told.sessions > 0;
    }
    return told;
}

static int write(Report *report, Str path) {
    Cli *cli = report->cli;
    bool told = end_work(report);
    tell_sides(report);
    if (!told) {
        cli_complain(
            cli_text(cli, TR("Fewer than five people were there each time: their answers would tell who gave them, and "
                             "are in no report.")));
        return EXIT_DATA;
    }
    report->of.arena = &cli->arena;
    report->of.catalog = &cli->catalog;
    report->of.framework = &cli->framework;
    report->of.language = cli->language;
    report->of.analysis = &report->texts[report->text_count - 1].analysis;
    if (report->text_count == SIDES) {
        tell_texts(report);
    }
    return str_ends(path, S("/"))  ? write_folder(report, path)
           : path_ends(path, XAPI) ? write_xapi(report, path)
                                   : write_file(report, path, report_format(path));
}

static void print_step(const Report *report, int32_t side, const AnalysisStep *step) {
    Cli *cli = report->cli;
    Str answer = figures_step_text(&report->of, step);
    cli_print_line(CLI_FORMAT(cli, TR("{0}: {1}"), report->values[OPTION_GROUP].rows[side],
                              answer.len > 0 ? answer : cli_text(cli, TR("an answer for themselves"))));
}

// Of the ways that most took in each: what there is to ask about when both meet.
static void print_parting(const Report *report) {
    Cli *cli = report->cli;
    for (int32_t i = 0; i < SIDES; i++) {
        if (report->compared[i].told.sessions == 0) {
            cli_print_line(
                CLI_FORMAT(cli, TR("{0}: {1}"), report->values[OPTION_GROUP].rows[i],
                           cli_text(cli, TR("Fewer than five people were there: nothing is told of them."))));
            return;
        }
    }
    FiguresParting parting = figures_parting(report->told);
    int32_t at = parting.at - 1;
    if (at < 0) {
        bool same = analysis_divergence(parting.ways[0], parting.ways[1]) == 0;
        cli_print_line(cli_text(cli, same ? TR("Nowhere: both went the same way to the end.")
                                          : TR("As far as both came, they went the same way.")));
        return;
    }
    SceneId scene = parting.ways[0]->steps[at].scene;
    Str number = str_format(&cli->arena, "%d", figures_decision_number(report->texts[0].scenario, scene));
    Str decision = CLI_FORMAT(cli, TR("{0} · {1}"), number, figures_title(&report->of, scene));
    cli_print_line(CLI_FORMAT(cli, TR("{0}: {1}"), cli_text(cli, TR("Where they part first")), decision));
    for (int32_t i = 0; i < SIDES; i++) {
        print_step(report, i, &parting.ways[i]->steps[at]);
    }
    cli_print_line(cli_text(cli, TR("What did each of them see that the others did not?")));
}

// What -o names can be written.
static int check_path(Report *report, Str path) {
    ReportFormat format = report_format(path);
    if (str_ends(path, S("/"))) {
        return EXIT_FINE;
    }
    if (format == REPORT_FORMAT_COUNT) {
        cli_complain(cli_text(report->cli,
                              TR("What -o names has to end with .html, .xlsx, .csv, .json or .xapi.json, or with /.")));
        return EXIT_USAGE;
    }
    return report_can_make(format) ? EXIT_FINE : refuse_format(report);
}

static int run(Cli *cli, const Options *options) {
    Report report = {.cli = cli, .values = options->values, .options = options, .sessions = {.cli = cli}};
    Str path = options->values[OPTION_OUT].text;
    int status = check_path(&report, path);
    status = status == EXIT_FINE ? sessions_find_folder(&report.sessions, &options->values[OPTION_DATA]) : status;
    status = status == EXIT_FINE ? sessions_open(&report.sessions, STORE_READS) : status;
    status = status == EXIT_FINE ? choose(&report) : status;
    status = status == EXIT_FINE ? analyse(&report) : status;
    status = status == EXIT_FINE ? write(&report, path) : status;
    if (status == EXIT_FINE && report.sides[0]) {
        print_parting(&report);
    }
    store_close(report.sessions.store);
    return status;
}

const Verb VERB_REPORT = {
    .place = 85,
    .name = S_INIT("report"),
    .operands = TR_INIT("[ID…]"),
    .about = TR_INIT("Writes what the groups of kept sessions of a situation chose: a page to print, or figures."),
    .more = TR_INIT("How fewer than five people answered is in no report, nor what would give it away."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .most_operands = INT32_MAX,
    .run = run};
