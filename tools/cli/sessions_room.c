// What a room did besides playing, for `sessions show`: votes, sentences, the page that it keeps.
#include "cli/sessions.h"
#include "group/group_told.h"

static void print_row(Cli *cli, const ToldRow *row) {
    cli_print_line(str_format(&cli->scratch, "- %.*s", S_ARG(row->label.len > 0 ? row->label : row->text)));
    for (int32_t i = 0; i < row->more.count; i++) {
        cli_print_line(str_format(&cli->scratch, "  %.*s", S_ARG(row->more.rows[i])));
    }
}

static void print_section(Cli *cli, const Telling *telling, const GroupSection *section) {
    cli_print(S("\n"));
    cli_print_line(telling_labelled(telling, section->heading, (Str){0}));
    for (int32_t i = 0; i < section->rows.count; i++) {
        print_row(cli, &section->rows.rows[i]);
    }
}

void sessions_tell_room(Cli *cli, const Telling *telling, Str lines) {
    Group group = {0};
    GroupStart start = {.solo = {.scenario = telling_scenario(telling)}};
    if (group_resume(&group, &start, lines) != SOLO_RESUMED_NOTHING) {
        GroupTold told = group_tell(telling, &group);
        for (int32_t i = 0; i < told.count; i++) {
            print_section(cli, telling, &told.rows[i]);
        }
        group_finish(&group);
    }
}
