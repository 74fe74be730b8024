#include "base/system.h"
#include "cli/play.h"

enum { OPTION_ANSWERS, OPTION_JSON, OPTION_SEED, OPTION_FROM, OPTION_SET, OPTION_CASES, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_ANSWERS] = {.spec = {S_INIT("answers"), OPTIONS_TEXT, 0},
                        .operand = TR_INIT("LIST"),
                        .about = TR_INIT("Asks nothing: the answers are those of LIST, separated by semicolons.")},
    [OPTION_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0},
                     .about = TR_INIT("With --answers: prints each event as a line of JSON, then the state.")},
    [OPTION_SEED] = {.spec = {S_INIT("seed"), OPTIONS_INT, 0},
                     .operand = S_INIT("N"),
                     .about = TR_INIT("What is drawn by lot is drawn with this number.")},
    [OPTION_FROM] = {.spec = {S_INIT("from"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("SCENE"),
                     .about = TR_INIT("Starts at this scene.")},
    [OPTION_SET] = {.spec = {S_INIT("set"), OPTIONS_TEXT, 0},
                    .operand = TR_INIT("NAME=VALUE,…"),
                    .about = TR_INIT("Starts with these gauges and facts.")},
    [OPTION_CASES] = {
        .spec = {S_INIT("cases"), OPTIONS_TEXT, 0},
        .operand = TR_INIT("FOLDER"),
        .about = TR_INIT("The folder of situations that are offered, instead of those that come with Palabre.")}};

// Shows what the case warns of; false when the person would rather not go on.
static bool accept_notice(Play *play) {
    if (play->scenario->notice.len == 0) {
        return true;
    }
    play_print(play, play->scenario->title);
    play_head(play, TR("Before you begin:"));
    play_print(play, play->scenario->notice);
    for (;;) {
        Str line;
        cli_print(cli_text(play->cli, TR("Enter to go on, q to do something else: ")));
        if (!play_read_line(play, &line) || str_equal(line, S("q"))) {
            cli_print(S("\n"));
            return false;
        }
        if (line.len == 0) {
            cli_print(S("\n"));
            return true;
        }
    }
}

static void step_back(Play *play) {
    const Event *last = session_last_answer(&play->session);
    cli_print(S("\n"));
    if (last == NULL) {
        play_say(play, TR("This is the first decision: there is nothing to step back to."));
        return;
    }
    (void)session_step(&play->session, &(Event){.kind = EVENT_REWIND, .target = last->seq});
    play_say(play, TR("Back at the decision before."));
    if (!response_waits(play->scenario)) {
        play_say(play, TR("Your first answer is the one that counts in the debrief."));
    }
    play_show_again(play);
}

static int play_on(Play *play) {
    ArenaMark mark = arena_mark(&play->cli->scratch);
    while (play->session.walk.status == WALK_ASKS) {
        Answer answer;
        arena_rewind(&play->cli->scratch, mark); // what was shown is done with
        play_show_told(play);
        ReadOutcome outcome = play_read_answer(play, &answer);
        if (outcome == READ_LEAVE) {
            cli_print(S("\n"));
            play_say(play, TR("You left. Nothing was kept."));
            return EXIT_FINE;
        }
        if (outcome == READ_BACK) {
            step_back(play);
        } else if (session_step(&play->session, &(Event){.kind = EVENT_ANSWER, .answer = answer}) == SESSION_FINE) {
            play_show_answer(play);
        }
    }
    play_show_told(play);
    if (play->session.walk.status == WALK_STUCK) {
        cli_complain(cli_text(play->cli, TR("The situation leads nowhere from here: please tell its author.")));
        return EXIT_DATA;
    }
    play_show_debrief(play);
    return EXIT_FINE;
}

static bool start(Play *play, const LoadedCase *loaded, const OptionValue *values) {
    bool drawn = !values[OPTION_SEED].given && !values[OPTION_ANSWERS].given;
    session_init(&play->session, &play->cli->arena, loaded->scenario);
    story_begin(&play->story, &play->session);
    play->session.unwritten = !values[OPTION_JSON].given;
    Event start = {.kind = EVENT_START,
                   .seed = drawn ? system_seed() : (uint64_t)values[OPTION_SEED].number,
                   .case_hash = event_hash(&play->cli->arena, loaded->bytes),
                   .case_len = loaded->bytes.len,
                   .detectors_version = play->cli->framework.detectors_version,
                   .from = values[OPTION_FROM].text,
                   .presets = values[OPTION_SET].text};
    return session_step(&play->session, &start) == SESSION_FINE;
}

// COLUMNS says it where the terminal does not, or otherwise.
static int32_t find_columns(Cli *cli) {
    enum { LEAST = 20 };
    int32_t columns = 0;
    if (!str_to_int(system_environment(&cli->scratch, S("COLUMNS")), &columns) || columns < LEAST) {
        columns = system_columns();
    }
    return columns < LEAST ? 0 : columns;
}

static int play_asking(Play *play, bool *declined) {
    if (!accept_notice(play)) {
        *declined = true;
        return EXIT_FINE;
    }
    play_show_opening(play);
    play_show_gauges(play);
    return play_on(play);
}

// Plays the case of a file; `declined` when its notice was.
static int play_file(Cli *cli, Str path, const OptionValue *values, bool *declined) {
    LoadedCase loaded;
    int status = cli_load_playable(cli, path, &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    Play play = {.cli = cli, .scenario = loaded.scenario};
    play.telling =
        (Telling){.session = &play.session, .story = &play.story, .catalog = &cli->catalog, .arena = &cli->scratch};
    if (!start(&play, &loaded, values)) {
        cli_complain(cli_text(
            cli,
            TR("The situation cannot start so: --from is a scene, --set gauges and plain facts with whole numbers.")));
        return EXIT_USAGE;
    }
    play.bank = detector_bank_create(loaded.scenario);
    if (values[OPTION_ANSWERS].given) {
        status = play_script(&play, values[OPTION_ANSWERS].text, values[OPTION_JSON].given);
    } else {
        play.columns = find_columns(cli);
        play.remaining = remaining_count(&cli->arena, &cli->scratch, loaded.scenario);
        play.usual = remaining_usual(&cli->scratch, loaded.scenario);
        status = play_asking(&play, declined);
    }
    detector_bank_destroy(play.bank);
    return status;
}

// One that is declined leads back to the list.
static int play_chosen(Cli *cli, const OptionValue *values) {
    Str folder = values[OPTION_CASES].given ? values[OPTION_CASES].text
                                            : system_find_shipped(&cli->arena, cli->program, S("scenarios"));
    for (;;) {
        bool declined = false;
        Str path;
        int status = play_choose_case(cli, folder, &path);
        if (path.len > 0) {
            status = play_file(cli, path, values, &declined);
        }
        if (!declined) {
            return status;
        }
    }
}

static int run(Cli *cli, const Options *options) {
    const OptionValue *values = options->values;
    bool scripted = values[OPTION_ANSWERS].given;
    if ((values[OPTION_JSON].given && !scripted) || (scripted && options->operand_count == 0)) {
        cli_complain(cli_text(cli, TR("--json goes with --answers, and --answers with a FILE.")));
        return EXIT_USAGE;
    }
    if (values[OPTION_SEED].number < 0) {
        cli_complain(cli_text(cli, TR("--seed needs a number from 0.")));
        return EXIT_USAGE;
    }
    bool declined;
    return options->operand_count > 0 ? play_file(cli, options->operands[0], values, &declined)
                                      : play_chosen(cli, values);
}

const Verb VERB_PLAY = {
    .place = 20,
    .name = S_INIT("play"),
    .operands = TR_INIT("[FILE]"),
    .about = TR_INIT("Plays a situation in the terminal; without FILE, offers those of a folder."),
    .more = TR_INIT(
        "At the end comes the debrief. During play “?” tells what can be typed, “r” repeats the question, “h” all that was said, “b” steps back and “q” leaves."),
    .grammar =
        TR_INIT("\nAn answer of LIST is\n"
                "    an option: ID; several: ID,ID, or - for none; an order: ID>ID>ID\n"
                "    levels, from 0: ITEM=0,ITEM=2; places: ITEM=BIN,ITEM=BIN\n"
                "    words: \"…\"; and, confirmed with what was ticked and unticked: \"…\"{+DETECTOR,-DETECTOR}\n"
                "    ! when the time is up.\n"),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .most_operands = 1,
    .run = run};
