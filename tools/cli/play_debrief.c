#include "cli/play.h"

static void print_lines(Play *play, Str text, bool own) {
    for (Str rest = text; rest.len > 0;) {
        Str part = str_cut(&rest, '\n');
        Str line = str_format(&play->cli->scratch, "  %.*s", S_ARG(part));
        if (own) {
            cli_print_line(line);
        } else {
            play_print(play, line);
        }
    }
}

// A text that has several lines, or a label of its own, stands below its label; so does a mark where there is a text
// already.
static void print_row(Play *play, const ToldRow *row, Str sign, bool stacked) {
    bool below = stacked || row->own || str_find(row->text, S("\n")) >= 0;
    Str beside = below ? (Str){0} : row->text.len > 0 ? row->text : row->mark;
    Str head = telling_labelled(&play->telling, row->label, beside);
    play_print(play, str_format(&play->cli->scratch, "%.*s %.*s", S_ARG(sign), S_ARG(head)));
    if (below) {
        print_lines(play, row->text, row->own);
    }
    if (row->text.len > 0) {
        print_lines(play, row->mark, false);
    }
    for (int32_t i = 0; i < row->more.count; i++) {
        print_lines(play, row->more.rows[i], false);
    }
}

static void print_section(Play *play, const ToldSection *section) {
    bool numbered = section->part == DEBRIEF_DECISIONS, stacked = section->part == DEBRIEF_PANELS;
    if (section->rows.count == 0) {
        return;
    }
    cli_print(S("\n"));
    play_print(play, telling_labelled(&play->telling, section->heading, (Str){0}));
    play_print(play, section->lead);
    for (int32_t i = 0; i < section->rows.count; i++) {
        Str sign = numbered ? str_format(&play->cli->scratch, "%d.", i + 1) : S("-");
        print_row(play, &section->rows.rows[i], sign, stacked);
    }
    for (int32_t i = 0; i < section->notes.count; i++) {
        play_print(play, section->notes.rows[i]);
    }
}

void play_show_debrief(Play *play) {
    ToldDebrief debrief = debrief_create(&play->telling);
    cli_print(S("\n"));
    play_print(play, CLI_FORMAT(play->cli, TR("The end: {0}"), debrief.title));
    play_print(play, debrief.text);
    for (int32_t i = 0; i < debrief.sections.count; i++) {
        print_section(play, &debrief.sections.rows[i]);
    }
}
