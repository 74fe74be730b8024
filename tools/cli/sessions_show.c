// `sessions list` and `sessions show`.
#include "cli/play.h"
#include "cli/sessions.h"
#include "records/store_text.h"
#include "session/replay.h"

static void write_list(Sessions *sessions, const StoreHeaderList *list, const FileList *aside) {
    JsonWriter writer = json_writer(&sessions->cli->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_key(&writer, S("sessions"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < list->count; i++) {
        json_begin_object(&writer);
        store_text_write_header(&writer, &list->rows[i]);
        json_write_member_bool(&writer, S("damaged"), list->rows[i].damaged);
        json_end(&writer);
    }
    json_end(&writer);
    json_write_member_int(&writer, S("missing"), list->missing);
    json_write_key(&writer, S("aside"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < aside->count; i++) {
        json_write_text(&writer, aside->rows[i]);
    }
    json_end(&writer);
    json_end(&writer);
    cli_write(json_written(&writer));
}

static Str tell_who(Cli *cli, const StoreHeader *header) {
    if (header->kind == STORE_SOLO) {
        return cli_text(cli, TR("alone"));
    }
    Str people = cli_number(cli, header->present);
    return header->label.len > 0 ? CLI_FORMAT(cli, TR("a group of {0}, “{1}”"), people, header->label)
                                 : CLI_FORMAT(cli, TR("a group of {0}"), people);
}

static void print_header(Cli *cli, const StoreHeader *header) {
    Str id = sessions_short_id(header);
    if (header->damaged) {
        cli_print_line(CLI_FORMAT(cli, TR("{0}  It is damaged: it can only be erased."), id));
        return;
    }
    Str what = CLI_FORMAT(cli, TR("{0}, {1}"), header->title, tell_who(cli, header));
    cli_print_line(
        CLI_FORMAT(cli, TR("{0}  {1}; kept on {2}, until {3}."), id, what, header->kept, header->erase_after));
}

static void print_list(Sessions *sessions, const StoreHeaderList *list, const FileList *aside) {
    Cli *cli = sessions->cli;
    if (list->count == 0) {
        cli_print_line(CLI_FORMAT(cli, TR("No session is kept in “{0}”."), sessions->folder));
    }
    for (int32_t i = 0; i < list->count; i++) {
        print_header(cli, &list->rows[i]);
    }
    if (list->missing > 0) {
        cli_complain(
            cli_plural(cli,
                       TRP("{0} more session was kept, but the file is damaged and does not show it any more.",
                           "{0} more sessions were kept, but the file is damaged and does not show them any more."),
                       list->missing));
    }
    for (int32_t i = 0; i < aside->count; i++) {
        cli_print_line(
            CLI_FORMAT(cli, TR("“{0}” was set aside, with sessions that cannot be read any more."), aside->rows[i]));
    }
}

static bool is_whole(const StoreHeaderList *list) {
    bool whole = list->missing == 0;
    for (int32_t i = 0; i < list->count; i++) {
        whole = whole && !list->rows[i].damaged;
    }
    return whole;
}

int sessions_list(Sessions *sessions, const Str *operands, int32_t count) {
    (void)operands;
    (void)count;
    StoreHeaderList list = {0};
    FileList aside;
    int status = sessions_open(sessions, STORE_READS);
    status = status == EXIT_FINE ? sessions_list_all(sessions, &list) : status;
    if (status != EXIT_FINE) {
        return status;
    }
    store_list_aside(&sessions->cli->arena, sessions->folder, &aside);
    if (sessions->values[SESSIONS_JSON].given) {
        write_list(sessions, &list, &aside);
    } else {
        print_list(sessions, &list, &aside);
    }
    return is_whole(&list) ? EXIT_FINE : EXIT_DATA;
}

static void write_session(Cli *cli, const StoreSession *session) {
    JsonWriter writer = json_writer(&cli->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_key(&writer, S("session"));
    json_begin_object(&writer);
    store_text_write_header(&writer, &session->header);
    json_end(&writer);
    json_write_key(&writer, S("events"));
    json_begin_list(&writer);
    for (Str rest = session->lines; rest.len > 0;) {
        json_write_raw(&writer, str_cut(&rest, '\n'));
    }
    json_end(&writer);
    json_end(&writer);
    cli_write(json_written(&writer));
}

// What was said and decided, and the look back when it came to an end.
static void tell_walk(Cli *cli, const Scenario *scenario, Str lines) {
    int32_t bad_line = 0;
    Str walk = replay_first_walk(&cli->scratch, lines);
    Play play = {.cli = cli, .scenario = scenario};
    play.telling =
        (Telling){.session = &play.session, .story = &play.story, .catalog = &cli->catalog, .arena = &cli->scratch};
    session_init(&play.session, &cli->arena, scenario);
    story_begin(&play.story, &play.session);
    if (!replay_lines(&play.session, &cli->scratch, walk, &bad_line)) {
        cli_complain(cli_text(cli, TR("This version of Palabre plays the rest otherwise: it is left out.")));
    }
    play_show_history(&play);
    sessions_tell_room(cli, &play.telling, walk);
    if (play.session.walk.status == WALK_ENDED) {
        play_show_debrief(&play);
    }
}

static void tell_session(Cli *cli, const StoreSession *session) {
    const StoreHeader *header = &session->header;
    const Scenario *scenario = NULL;
    cli_print_line(CLI_FORMAT(cli, TR("{0}, {1}"), header->title, tell_who(cli, header)));
    cli_print_line(CLI_FORMAT(cli, TR("Begun on {0}, kept on {1}, to be erased after {2}."), header->begun,
                              header->kept, header->erase_after));
    if (header->kind == STORE_GROUP) {
        cli_print_line(cli_text(cli, header->consent ? TR("The group agreed that it be kept.")
                                                     : TR("Nobody said that the group agreed.")));
    }
    if (sessions_parse(cli, session->case_bytes, &scenario) == EXIT_FINE) {
        tell_walk(cli, scenario, session->lines);
    }
}

int sessions_show(Sessions *sessions, const Str *operands, int32_t count) {
    Cli *cli = sessions->cli;
    StoreHeaderList selected = {0};
    int status = sessions_open(sessions, STORE_READS);
    status = status == EXIT_FINE ? sessions_select(sessions, operands, count, &selected) : status;
    for (int32_t i = 0; status == EXIT_FINE && i < selected.count; i++) {
        StoreSession session;
        status = sessions_read(sessions, &cli->arena, &selected.rows[i], &session);
        if (status != EXIT_FINE) {
            break;
        }
        if (sessions->values[SESSIONS_JSON].given) {
            write_session(cli, &session);
        } else {
            cli_print(i > 0 ? S("\n") : S(""));
            tell_session(cli, &session);
        }
    }
    return status;
}
