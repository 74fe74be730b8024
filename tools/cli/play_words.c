// What was answered, in words: by the player, and by a panel.
#include "cli/play.h"

static void print_part(Play *play, Str text) {
    play_print(play, str_format(&play->cli->scratch, "  - %.*s", S_ARG(text)));
}

static void show_set(Play *play, const Ask *ask, const Answer *answer) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        if ((answer->set >> i & 1) != 0) {
            print_part(play, telling_option_label(&play->telling, ask->options.first + i));
        }
    }
}

static void show_order(Play *play, const Ask *ask, const Answer *answer) {
    for (int32_t place = 1; place <= ask->items.count; place++) {
        for (int32_t i = 0; i < ask->items.count; i++) {
            if (answer->items[i] == place) {
                Str text = play->scenario->items.rows[ask->items.first + i].text;
                play_print(play, str_format(&play->cli->scratch, "  %d. %.*s", place, S_ARG(text)));
            }
        }
    }
}

static void show_placed(Play *play, const Ask *ask, const Answer *answer) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        Str where = telling_place(&play->telling, ask, answer->items[i]);
        print_part(play, play_label(play, play->scenario->items.rows[ask->items.first + i].text, where));
    }
}

void play_show_answered(Play *play, Str label, const Ask *ask, const Answer *answer) {
    if (answer_is_typed(ask, answer)) {
        play_print(play, play_label(play, label, CLI_FORMAT(play->cli, TR("“{0}”"), answer->text)));
        return;
    }
    if (ask->kind == ASK_CHOICE) {
        const Option *option = &play->scenario->options.rows[answer->option];
        play_print(play, play_label(play, label, option->past.len > 0 ? option->past : option->text));
        return;
    }
    if (ask->kind == ASK_MULTIPLE && answer->set == 0) {
        play_print(play, play_label(play, label, cli_text(play->cli, TR("none"))));
        return;
    }
    play_print(play, play_label(play, label, S("")));
    switch (ask->kind) {
    case ASK_MULTIPLE:
        show_set(play, ask, answer);
        break;
    case ASK_RANK:
        show_order(play, ask, answer);
        break;
    default:
        show_placed(play, ask, answer);
        break;
    }
}

static Str count_words(Play *play, const Ask *ask, const PanelCount *count) {
    const Scenario *scenario = play->scenario;
    if (count->of.id == OPTION_OWN_WORDS) {
        return cli_text(play->cli, TR("In their own words"));
    }
    if (ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE) {
        return telling_option_label(&play->telling, count->of.id);
    }
    Str where = ask->kind == ASK_CLASSIFY ? scenario->bins.rows[count->bin.id].text
                : ask->kind == ASK_RATE   ? telling_place(&play->telling, ask, count->level)
                                          : CLI_FORMAT(play->cli, TR("place {0}"), cli_number(play->cli, count->level));
    return CLI_FORMAT(play->cli, TR("{0}, {1}"), scenario->items.rows[count->of.id].text, where);
}

static void show_voice(Play *play, const Ask *ask, const Voice *voice) {
    Answer answer;
    Str about;
    AnswerReader reader = {&play->cli->arena, &play->cli->scratch, play->scenario, NULL};
    AnswerFault fault = answer_parse(&reader, ask, voice->answer, &answer, &about);
    if (fault == ANSWER_FINE && ask->kind == ASK_CHOICE && answer.option > 0) {
        Str words = telling_option_label(&play->telling, answer.option); // `past` speaks of the player
        play_print(play, play_label(play, voice->who, words));
    } else if (fault == ANSWER_FINE) {
        play_show_answered(play, voice->who, ask, &answer);
    } else {
        play_print(play, voice->who);
    }
    play_show_why(play, &play->scenario->whys.rows[voice->why]);
}

void play_show_panel(Play *play, const Ask *ask) {
    const Scenario *scenario = play->scenario;
    const Panel *panel = &scenario->panels.rows[ask->panel];
    if (ask->panel == 0) {
        return;
    }
    Str heading = catalog_plural(
        &play->cli->catalog,
        TRP("What one experienced colleague answered:", "What {0} experienced colleagues answered:"), panel->n);
    cli_print(S("\n"));
    cli_print_line(CLI_FORMAT(play->cli, heading, cli_number(play->cli, panel->n)));
    if (panel->fictional) {
        play_say(play, TR("(This panel is invented.)"));
    }
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[panel->answers.first + i];
        Str number = cli_number(play->cli, count->count);
        play_print_item(play, play_label(play, count_words(play, ask, count), number));
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        show_voice(play, ask, &scenario->voices.rows[panel->voices.first + i]);
    }
}
