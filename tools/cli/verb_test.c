// Case tests: session/trial.h has them run.
#include "base/path.h"
#include "cli/cli.h"
#include "session/trial.h"

static Str tell_differs(Cli *cli, Str what, Str wanted, Str got) {
    return CLI_FORMAT(cli, TR("{0}: expected {1}, got {2}"), what, wanted, got);
}

static Str tell_note(Cli *cli, const Scenario *scenario, const TrialNote *note) {
    switch (note->fault) {
    case TRIAL_NO_OBJECT:
        return cli_text(cli, TR("a test is an object"));
    case TRIAL_UNKNOWN_KEY:
        return CLI_FORMAT(cli, TR("a test has no key “{0}”"), note->what);
    case TRIAL_WRONG_KIND:
        return CLI_FORMAT(cli, TR("“{0}” is not of the kind that is expected"), note->what);
    case TRIAL_BAD_START:
        return cli_text(
            cli, TR("the case cannot start so: “from” is a scene, “set” gauges and plain facts with whole numbers"));
    case TRIAL_BAD_ANSWER:
    case TRIAL_NOTHING_ASKED:
        return CLI_FORMAT(cli, TR("In the scene “{0}” the answer “{1}” does not fit"),
                          scenario_name(scenario, scenario->scenes.rows[note->scene].id), note->got);
    case TRIAL_NO_NAME:
        return tell_differs(cli, note->what, note->wanted, cli_text(cli, TR("no such name")));
    case TRIAL_ENDING:
    case TRIAL_MARK:
    case TRIAL_GAUGE:
    case TRIAL_FACT:
        break;
    }
    return tell_differs(cli, note->what, note->wanted, note->got);
}

typedef struct {
    int32_t number, failed;
} Count;

static void run_tests(Cli *cli, const LoadedCase *loaded, const Trials *tests, Count *count) {
    TrialRunner runner = {.arena = &cli->arena,
                          .scratch = &cli->scratch,
                          .scenario = loaded->scenario,
                          .bank = detector_bank_create(loaded->scenario)};
    for (const JsonValue *test = json_first(tests->list); test != NULL; test = json_next(test)) {
        TrialVerdict verdict = trial_run(&runner, test);
        bool passed = verdict.notes.count == 0;
        count->number++;
        count->failed += !passed;
        cli_print_line(
            str_format(&cli->scratch, "%s %d - %.*s", passed ? "ok" : "not ok", count->number, S_ARG(verdict.name)));
        for (int32_t i = 0; i < verdict.notes.count; i++) {
            Str told = tell_note(cli, loaded->scenario, &verdict.notes.rows[i]);
            cli_print_line(str_format(&cli->scratch, "# %.*s", S_ARG(told)));
        }
    }
    detector_bank_destroy(runner.bank);
}

static int complain_place(Cli *cli, Str path, Str bytes, int32_t offset, Str what) {
    JsonPlace place = {.offset = offset};
    json_locate(&cli->scratch, bytes, &place, 1);
    cli_complain(CLI_FORMAT(cli, TR("{0}:{1}:{2}: {3}"), path, cli_number(cli, place.line),
                            cli_number(cli, place.column), cli_text(cli, what)));
    return EXIT_DATA;
}

static int run_file(Cli *cli, Str path, Count *count) {
    Str bytes;
    int status = cli_load(cli, path, &bytes);
    if (status != EXIT_FINE) {
        return status;
    }
    Trials tests;
    TrialsFault fault = trials_open(&cli->scratch, bytes, &tests);
    if (fault != TRIALS_FINE) {
        Str what = fault == TRIALS_BAD_JSON
                       ? TR("the JSON cannot be read here.")
                       : TR("no file of case tests: “format” 1, a “case” and a list of “tests” are needed.");
        status = complain_place(cli, path, bytes, tests.place, what);
    } else {
        LoadedCase loaded;
        Str case_path = path_join(&cli->arena, path_folder(path), tests.case_name);
        status = cli_load_playable(cli, case_path, &loaded);
        if (status == EXIT_FINE) {
            run_tests(cli, &loaded, &tests, count);
        }
    }
    trials_close(&tests);
    return status;
}

static int run(Cli *cli, const Options *options) {
    Count count = {0};
    int worst = EXIT_FINE;
    cli_print_line(S("TAP version 13"));
    for (int32_t i = 0; i < options->operand_count; i++) {
        int status = run_file(cli, options->operands[i], &count);
        worst = status > worst ? status : worst;
    }
    cli_print_line(str_format(&cli->scratch, "1..%d", count.number));
    return worst == EXIT_FINE && count.failed > 0 ? EXIT_DATA : worst;
}

const Verb VERB_TEST = {.place = 50,
                        .name = S_INIT("test"),
                        .operands = TR_INIT("FILE…"),
                        .about = TR_INIT("Runs case tests (*.test.json) and prints TAP."),
                        .more = TR_INIT("A test is walks, and what they must come to."),
                        .least_operands = 1,
                        .most_operands = INT32_MAX,
                        .run = run};
