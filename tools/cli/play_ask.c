// Asking: one function a kind of decision. Every prompt can be answered with ?, b and q instead.
#include "base/utf8.h"
#include "cli/play.h"

#include <stdio.h>

enum { LIMIT_LINE = 16 * 1024 };

// The last bytes of a cut line may be half a character.
static Str without_half(Str line) {
    ptrdiff_t bad = utf8_find_invalid(line);
    return bad >= line.len - 3 ? str_slice(line, 0, bad) : line;
}

bool play_read_line(Play *play, Str *line) {
    StrBuilder read = {.arena = &play->cli->scratch};
    (void)fflush(stdout);
    int c = getchar();
    for (; c != EOF && c != '\n'; c = getchar()) {
        if (read.count < LIMIT_LINE && c != '\0') {
            str_add_char(&read, (char)c);
        }
    }
    *line = str_trim(read.count < LIMIT_LINE ? str_built(&read) : without_half(str_built(&read)));
    if (c == EOF && read.count == 0) {
        return false;
    }
    if (utf8_find_invalid(*line) >= 0) {
        play_say(play, TR("This line could not be read: it is not written in UTF-8."));
        *line = (Str){0};
    }
    return true;
}

static void show_help(Play *play) {
    play_say(play, TR("Type the number of an answer, then Enter."));
    play_say(play, TR("Several: their numbers separated by spaces. An order: the numbers in that order."));
    play_say(play, TR("In your own words: type them, then Enter."));
    play_say(play, TR("r: read the question again. h: read all that was said."));
    play_say(play, TR("b: step back, to answer otherwise."));
    play_say(play, TR("q: leave. Nothing is kept."));
    play_say(play, TR("?: this help."));
}

static void show_choices(Play *play, const Ask *ask);

static void show_again(Play *play) {
    const Ask *ask = walk_ask(&play->session.walk);
    cli_print(S("\n"));
    play_show_again(play);
    play_show_prompt(play, ask);
    show_choices(play, ask);
    play_print(play, play->asked);
}

static bool show_wanted(Play *play, Str line) {
    if (str_equal(line, S("?"))) {
        show_help(play);
    } else if (str_equal(line, S("r"))) {
        show_again(play);
    } else if (str_equal(line, S("h"))) {
        play_show_history(play);
    } else {
        return false;
    }
    return true;
}

// Reads a line that is none of the commands.
static ReadOutcome read_words(Play *play, Str prompt, Str *line) {
    for (;;) {
        cli_print(play_wrap(&play->cli->scratch, CLI_FORMAT(play->cli, TR("{0}: "), prompt), play->columns));
        if (!play_read_line(play, line) || str_equal(*line, S("q"))) {
            return READ_LEAVE;
        }
        if (str_equal(*line, S("b"))) {
            return READ_BACK;
        }
        if (!show_wanted(play, *line) && line->len > 0) {
            return READ_ANSWER;
        }
    }
}

static bool separates(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '>';
}

// Takes the numbers 1 … most off a line, separated by spaces or commas. Returns how many, or -1 when something is no
// such number, stands twice, or there are more than `room`.
static int32_t take_numbers(Str line, int32_t most, int32_t *numbers, int32_t room) {
    int32_t count = 0;
    uint64_t met = 0;
    for (ptrdiff_t i = 0; i < line.len;) {
        ptrdiff_t end = i;
        while (end < line.len && !separates(line.text[end])) {
            end++;
        }
        if (end > i) {
            int32_t number = 0;
            bool fits = str_to_int(str_slice(line, i, end), &number) && number >= 1 && number <= most && count < room &&
                        (met >> number & 1) == 0;
            if (!fits) {
                return -1;
            }
            met |= UINT64_C(1) << number;
            numbers[count++] = number;
        }
        i = end + 1;
    }
    return count;
}

static ReadOutcome read_number(Play *play, Str prompt, int32_t most, int32_t *number) {
    for (;;) {
        Str line;
        ReadOutcome outcome = read_words(play, prompt, &line);
        if (outcome != READ_ANSWER || take_numbers(line, most, number, 1) == 1) {
            return outcome;
        }
        cli_print_line(CLI_FORMAT(play->cli, TR("A number from 1 to {0} is expected; ? gives help."),
                                  cli_number(play->cli, most)));
    }
}

static void print_numbered(Play *play, int32_t number, Str text) {
    play_print(play, str_format(&play->cli->scratch, "%d. %.*s", number, S_ARG(text)));
}

// Prints the options that are offered, in the order of the session; fills `offered` with them and returns how many.
static int32_t print_options(Play *play, const Ask *ask, OptionId *offered) {
    uint8_t order[LIMIT_ITEMS];
    int32_t count = 0;
    (void)session_shown_order(&play->session, order);
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + order[i];
        if (walk_offers(&play->session.walk, option)) {
            offered[count++] = option;
            print_numbered(play, count, telling_option(&play->telling, ask, option));
        }
    }
    return count;
}

// The detectors noticed in a typed answer are shown; the person corrects them by their numbers, or agrees with Enter.
static ReadOutcome confirm_found(Play *play, Span uses, Answer *answer) {
    if (uses.count == 0) {
        answer->confirmed = true;
        return READ_ANSWER;
    }
    play_say(play, TR("Noticed automatically, and it is sometimes mistaken:"));
    for (int32_t i = 0; i < uses.count; i++) {
        const DetectorUse *use = &play->scenario->detector_uses.rows[uses.first + i];
        bool found = (answer->found >> i & 1) != 0;
        Str name = play->scenario->detectors.rows[use->detector.id].name;
        bool undecided = !found && (answer->undecided >> i & 1) != 0;
        Str state = undecided ? telling_undecided(&play->telling) : cli_text(play->cli, found ? TR("yes") : TR("no"));
        print_numbered(play, i + 1, CLI_FORMAT(play->cli, TR("{0}: {1}"), name, state));
    }
    for (;;) {
        Str line;
        int32_t numbers[LIMIT_ASK_DETECTORS];
        cli_print(CLI_FORMAT(play->cli, TR("Enter if you agree, or the numbers to change: "), (Str){0}));
        if (!play_read_line(play, &line) || str_equal(line, S("q"))) {
            return READ_LEAVE;
        }
        if (str_equal(line, S("b"))) {
            return READ_BACK;
        }
        int32_t count = take_numbers(line, uses.count, numbers, LIMIT_ASK_DETECTORS);
        if (show_wanted(play, line)) {
            continue;
        }
        if (line.len > 0 && count <= 0) {
            cli_print_line(CLI_FORMAT(play->cli, TR("Numbers from 1 to {0} are expected; ? gives help."),
                                      cli_number(play->cli, uses.count)));
        } else {
            for (int32_t i = 0; i < count; i++) {
                answer->found ^= UINT32_C(1) << (numbers[i] - 1);
            }
            answer->confirmed = true;
            return READ_ANSWER;
        }
    }
}

// Stepping back from what was noticed leads to the words.
static ReadOutcome read_typed(Play *play, const Ask *ask, Answer *answer) {
    Span uses = ask_detectors(play->scenario, ask);
    for (;;) {
        Str line;
        ReadOutcome outcome = read_words(play, cli_text(play->cli, TR("Your words")), &line);
        if (outcome != READ_ANSWER) {
            return outcome;
        }
        answer->text = str_copy(&play->cli->arena, line);
        if (utf8_count(line) > LIMIT_ANSWER_CHARS) {
            cli_print_line(CLI_FORMAT(play->cli, TR("Only the first {0} characters are looked at."),
                                      cli_number(play->cli, LIMIT_ANSWER_CHARS)));
        }
        detector_run_answer(play->bank, &play->cli->scratch, uses, line, &answer->found, &answer->undecided);
        outcome = ask->private_answer ? READ_ANSWER : confirm_found(play, uses, answer);
        if (outcome != READ_BACK) {
            return outcome;
        }
    }
}

// Stepping back from one's own words leads to the options.
static ReadOutcome read_choice(Play *play, const Ask *ask, Answer *answer) {
    for (;;) {
        OptionId offered[LIMIT_OPTIONS + 1];
        int32_t count = print_options(play, ask, offered);
        if (ask->own_words != 0) {
            offered[count++] = OPTION_OWN_WORDS;
            print_numbered(play, count, telling_option(&play->telling, ask, OPTION_OWN_WORDS));
        }
        int32_t number = 0;
        ReadOutcome outcome = read_number(play, cli_text(play->cli, TR("Your answer")), count, &number);
        if (outcome != READ_ANSWER) {
            return outcome;
        }
        answer->option = offered[number - 1];
        outcome = answer->option == OPTION_OWN_WORDS ? read_typed(play, ask, answer) : READ_ANSWER;
        if (outcome != READ_BACK) {
            return outcome;
        }
    }
}

static ReadOutcome read_set(Play *play, const Ask *ask, Answer *answer) {
    OptionId offered[LIMIT_OPTIONS + 1];
    int32_t count = print_options(play, ask, offered);
    int32_t most = ask->max == 0 || ask->max > count ? count : ask->max;
    int32_t least = ask->min == NOT_SAID ? 1 : ask->min;
    least = least > count ? count : least;
    Str range[] = {cli_number(play->cli, least), cli_number(play->cli, most)};
    Str wanted = least == most ? TR("{1} answers are expected.")
                 : least == 0  ? TR("Up to {1} answers; 0 for none.")
                               : TR("From {0} to {1} answers.");
    play_print(play, catalog_format(&play->cli->scratch, &play->cli->catalog, wanted, range, 2));
    for (;;) {
        Str line;
        int32_t numbers[LIMIT_OPTIONS];
        ReadOutcome outcome = read_words(play, cli_text(play->cli, TR("Your answers, by their numbers")), &line);
        if (outcome != READ_ANSWER) {
            return outcome;
        }
        int32_t taken = str_equal(line, S("0")) ? 0 : take_numbers(line, count, numbers, LIMIT_OPTIONS);
        answer->set = 0;
        for (int32_t i = 0; i < taken; i++) {
            answer->set |= UINT32_C(1) << (offered[numbers[i] - 1] - ask->options.first);
        }
        if (taken >= 0 && space_accepts(&play->session.walk, answer)) {
            return READ_ANSWER;
        }
        play_say(play, TR("This does not fit: numbers of the list, each once, separated by spaces. ? gives help."));
        play_print(play, catalog_format(&play->cli->scratch, &play->cli->catalog, wanted, range, 2));
    }
}

static void print_items(Play *play, const Ask *ask, const uint8_t *order) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        print_numbered(play, i + 1, play->scenario->items.rows[ask->items.first + order[i]].text);
    }
}

static ReadOutcome read_order(Play *play, const Ask *ask, Answer *answer) {
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&play->session, order);
    print_items(play, ask, order);
    for (;;) {
        Str line;
        int32_t numbers[LIMIT_ITEMS];
        ReadOutcome outcome =
            read_words(play, cli_text(play->cli, TR("Your order, first to last, by the numbers")), &line);
        if (outcome != READ_ANSWER) {
            return outcome;
        }
        if (take_numbers(line, ask->items.count, numbers, LIMIT_ITEMS) == ask->items.count) {
            for (int32_t i = 0; i < ask->items.count; i++) {
                answer->items[order[numbers[i] - 1]] = (uint8_t)(i + 1);
            }
            return READ_ANSWER;
        }
        cli_print_line(CLI_FORMAT(play->cli, TR("All {0} numbers are expected, each once; ? gives help."),
                                  cli_number(play->cli, ask->items.count)));
    }
}

static int32_t print_places(Play *play, const Ask *ask) {
    const Scenario *scenario = play->scenario;
    Span labels = scenario->scales.rows[ask->scale].labels;
    bool rate = ask->kind == ASK_RATE;
    int32_t count = rate ? labels.count : ask->bins.count;
    for (int32_t i = 0; i < count; i++) {
        Str level = rate ? scenario->texts.rows[labels.first + i] : scenario->bins.rows[ask->bins.first + i].text;
        print_numbered(play, i + 1, level);
    }
    return count;
}

// Prints the choices once more.
static void show_choices(Play *play, const Ask *ask) {
    OptionId offered[LIMIT_OPTIONS + 1];
    uint8_t order[LIMIT_ITEMS];
    if (ask->options.count > 0) {
        int32_t count = print_options(play, ask, offered);
        if (ask->own_words != 0) {
            print_numbered(play, count + 1, telling_option(&play->telling, ask, OPTION_OWN_WORDS));
        }
    } else if (ask->kind == ASK_RANK) {
        (void)session_shown_order(&play->session, order);
        print_items(play, ask, order);
    } else if (ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY) {
        (void)print_places(play, ask);
    }
}

// The levels of a rate, or the bins of a classify, are announced once, then asked for item after item; stepping back
// leads to the item before.
static ReadOutcome read_items(Play *play, const Ask *ask, Answer *answer) {
    bool rate = ask->kind == ASK_RATE;
    int32_t count = print_places(play, ask);
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&play->session, order);
    for (int32_t i = 0; i < ask->items.count;) {
        Str item = play->scenario->items.rows[ask->items.first + order[i]].text;
        play->asked = CLI_FORMAT(play->cli, TR("{0} of {1}: {2}"), cli_number(play->cli, i + 1),
                                 cli_number(play->cli, ask->items.count), item);
        play_print(play, play->asked);
        int32_t number = 0;
        ReadOutcome outcome =
            read_number(play, cli_text(play->cli, rate ? TR("Its level") : TR("Its place")), count, &number);
        if (outcome == READ_BACK && i > 0) {
            i--;
            continue;
        }
        if (outcome != READ_ANSWER) {
            return outcome;
        }
        answer->items[order[i++]] = (uint8_t)(number - 1);
    }
    return READ_ANSWER;
}

static ReadOutcome read_confidence(Play *play, Answer *answer) {
    enum { LEVELS = 3 };
    cli_print(S("\n"));
    play_print(play, telling_confidence_asked(&play->telling));
    for (int32_t i = 1; i <= LEVELS; i++) {
        print_numbered(play, i, telling_confidence(&play->telling, i));
    }
    return read_number(play, cli_text(play->cli, TR("Your answer")), LEVELS, &answer->confidence);
}

static ReadOutcome read_kind(Play *play, const Ask *ask, Answer *answer) {
    *answer = (Answer){0};
    switch ((AskKind)ask->kind) {
    case ASK_CHOICE:
        return read_choice(play, ask, answer);
    case ASK_MULTIPLE:
        return read_set(play, ask, answer);
    case ASK_RANK:
        return read_order(play, ask, answer);
    case ASK_WRITE:
        return read_typed(play, ask, answer);
    case ASK_RATE:
    case ASK_CLASSIFY:
        return read_items(play, ask, answer);
    case ASK_NONE: // no case that can be played has it
        break;
    }
    return READ_LEAVE;
}

// Stepping back from how sure one is leads to the answer.
ReadOutcome play_read_answer(Play *play, Answer *answer) {
    const Ask *ask = walk_ask(&play->session.walk);
    play->asked = (Str){0};
    play_show_progress(play);
    play_show_prompt(play, ask);
    if (ask->private_answer) {
        play_print(play, telling_private(&play->telling));
    }
    for (;;) {
        ReadOutcome outcome = read_kind(play, ask, answer);
        if (outcome != READ_ANSWER || !ask->confidence) {
            return outcome;
        }
        outcome = read_confidence(play, answer);
        if (outcome != READ_BACK) {
            return outcome;
        }
    }
}
