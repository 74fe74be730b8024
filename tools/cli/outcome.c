#include "cli/outcome.h"

#include "exchange/loss_group.h"

// In its first line: the others are in the report as JSON.
static void print_group(Cli *cli, Str source, const LossReport *report, const LossGroup *group) {
    const Loss *loss = group->first;
    int32_t at = loss->line;
    Str file = loss_place(report, &at);
    Str severity = cli_text(cli, loss_is_error(loss->reason) ? TR("error") : loss_became(loss->became));
    Str message = loss_group_message(&cli->scratch, &cli->catalog, group);
    Str construct = loss_construct(loss->construct);
    StrBuilder line = {.arena = &cli->scratch};
    str_addf(&line, "%.*s:", S_ARG(file.len > 0 ? file : source));
    if (at > 0) {
        str_addf(&line, "%d:", at);
    }
    str_addf(&line, " %.*s[%.*s]: %.*s", S_ARG(severity), S_ARG(construct), S_ARG(message));
    for (int32_t i = 0; i < line.count; i++) {
        line.rows[i] = (char)(line.rows[i] == '\n' ? ' ' : line.rows[i]);
    }
    cli_complain(str_built(&line));
}

static void print_groups(Cli *cli, Str source, const LossReport *report) {
    LossGroups groups = loss_group(&cli->arena, report);
    for (int32_t i = 0; i < groups.count; i++) {
        ArenaMark mark = arena_mark(&cli->scratch);
        print_group(cli, source, report, &groups.rows[i]);
        arena_rewind(&cli->scratch, mark);
    }
}

static void print_counts(Cli *cli, const LossReport *report) {
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        const LossCount *count = &report->counts[i];
        if (count->found > 0) {
            cli_print_line(CLI_FORMAT(
                cli, TR("{0}: {1} found, {2} converted, {3} degraded, {4} kept, {5} dropped"),
                loss_construct((Construct)i), cli_number(cli, count->found),
                cli_number(cli, count->became[BECAME_CONVERTED]), cli_number(cli, count->became[BECAME_DEGRADED]),
                cli_number(cli, count->became[BECAME_KEPT]), cli_number(cli, count->became[BECAME_DROPPED])));
        }
    }
}

int outcome_tell(Cli *cli, Str source, const Exchange *exchange, Str loss_path) {
    const LossReport *report = &exchange->report;
    print_groups(cli, source, report);
    print_counts(cli, report);
    if (loss_path.len > 0) {
        Str kind = exchange_kind_name(exchange->kind);
        int status = cli_save(cli, loss_path, loss_write(&cli->arena, &cli->catalog, report, source, kind));
        if (status != EXIT_FINE) {
            return status;
        }
    }
    return report->error_count > 0 ? EXIT_DATA : EXIT_FINE;
}

int outcome_refuse(Cli *cli, Str source, const Exchange *exchange, ExchangeFault fault) {
    print_groups(cli, source, &exchange->report);
    Str reason = cli_text(cli, exchange_fault_words(fault));
    cli_complain(CLI_FORMAT(cli, TR("“{0}” was left as it is, and nothing was written. {1}"), source, reason));
    return EXIT_DATA;
}
