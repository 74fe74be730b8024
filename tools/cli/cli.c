#include "cli/cli.h"

#include "base/date.h"
#include "base/error_text.h"
#include "base/file.h"
#include "base/system.h"
#include "check/case_check.h"
#include "scenario/scenario_parse.h"

#include <stdio.h>

Str cli_text(const Cli *cli, Str source) {
    return catalog_text(&cli->catalog, source);
}

Str cli_number(Cli *cli, int64_t number) {
    return str_format(&cli->scratch, "%lld", (long long)number);
}

Str cli_plural(Cli *cli, Str one, Str many, int32_t count) {
    Str number = cli_number(cli, count);
    return catalog_format(&cli->scratch, &cli->catalog, catalog_plural(&cli->catalog, one, many, count), &number, 1);
}

static void write_bytes(FILE *file, Str bytes) {
    if (bytes.len > 0) {
        (void)fwrite(bytes.text, 1, (size_t)bytes.len, file); // main asks stdout at the end whether all was written
    }
}

// Whether a terminal would take the byte at `i` for an order: a control character but tab and line end, or the first of
// the two bytes of U+0080 … U+009F. A mailed case must not give orders to the terminal of who reads it.
static bool gives_orders(Str text, ptrdiff_t i) {
    unsigned char byte = (unsigned char)text.text[i];
    bool control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
    return control || (byte == 0xC2 && i + 1 < text.len && (unsigned char)text.text[i + 1] < 0xA0);
}

static void write_words(FILE *file, Str text) {
    ptrdiff_t from = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (gives_orders(text, i)) {
            write_bytes(file, str_slice(text, from, i));
            write_bytes(file, S("\uFFFD"));
            i += (unsigned char)text.text[i] == 0xC2;
            from = i + 1;
        }
    }
    write_bytes(file, str_slice(text, from, text.len));
}

void cli_write(Str bytes) {
    write_bytes(stdout, bytes);
}

void cli_print(Str text) {
    write_words(stdout, text);
}

void cli_print_line(Str text) {
    cli_print(text);
    cli_print(S("\n"));
}

void cli_complain(Str text) {
    (void)fflush(stdout); // so that the two appear in order
    write_words(stderr, text);
    write_bytes(stderr, S("\n"));
}

int cli_end(Cli *cli, int status) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cli_complain(cli_text(cli, TR("What was to be printed could not be written in full.")));
        status = EXIT_SYSTEM;
    }
    arena_finish(&cli->scratch);
    arena_finish(&cli->arena);
    return status;
}

// `source` tells what could not be done with {0}, and {1} why.
static int complain_error(Cli *cli, Str source, Str path, const Error *error) {
    cli_complain(CLI_FORMAT(cli, source, path, error_text(&cli->scratch, &cli->catalog, error)));
    return EXIT_SYSTEM;
}

int cli_complain_unread(Cli *cli, Str path, const Error *error) {
    return complain_error(cli, TR("“{0}” could not be read: {1}."), path, error);
}

int cli_load(Cli *cli, Str path, Str *bytes) {
    Error error = {0};
    return file_load(&cli->arena, path, LIMIT_FILE_BYTES, bytes, &error) ? EXIT_FINE
                                                                         : cli_complain_unread(cli, path, &error);
}

int cli_open_source(Cli *cli, Str path, ptrdiff_t most, FileSource **source) {
    Error error = {0};
    *source = file_source_open(&cli->arena, path, most, &error);
    return *source ? EXIT_FINE : cli_complain_unread(cli, path, &error);
}

int cli_close_source(Cli *cli, Str path, FileSource *source) {
    Error error = {0};
    return file_source_close(source, &error) ? EXIT_FINE : cli_complain_unread(cli, path, &error);
}

int cli_save(Cli *cli, Str path, Str bytes) {
    return cli_save_draft(cli, path, bytes, NULL);
}

int cli_save_draft(Cli *cli, Str path, Str head, const FileDraft *rest) {
    Error error = {0};
    if (file_save_draft(path, head, rest, &error)) {
        return EXIT_FINE;
    }
    return complain_error(cli,
                          file_exists(path) ? TR("“{0}” could not be written: {1}. What stood there before is kept.")
                                            : TR("“{0}” could not be written: {1}."),
                          path, &error);
}

int cli_save_whole_draft(Cli *cli, Str path, FileDraft *draft) {
    if (!draft) {
        cli_complain(CLI_FORMAT(cli, TR("“{0}” could not be written: there is no room for temporary files."), path));
        return EXIT_SYSTEM;
    }
    int status = cli_save_draft(cli, path, (Str){0}, draft);
    file_draft_close(draft);
    return status;
}

int cli_parse_case(Cli *cli, Str path, LoadedCase *loaded) {
    Error error = {0};
    *loaded = (LoadedCase){.path = path, .findings = {.arena = &cli->arena}};
    if (file_load(&cli->arena, path, LIMIT_FILE_BYTES, &loaded->bytes, &error)) {
        loaded->scenario =
            scenario_parse(&cli->arena, &cli->scratch, &cli->framework, loaded->bytes, &loaded->findings);
        return loaded->findings.error_count == 0 ? EXIT_FINE : EXIT_DATA;
    }
    if (error.code != ERROR_TOO_LARGE) {
        return cli_complain_unread(cli, path, &error);
    }
    (void)findings_add(&loaded->findings, FINDING_TOO_LARGE, 0, S(""));
    return EXIT_DATA;
}

int cli_load_case(Cli *cli, Str path, LoadedCase *loaded) {
    int status = cli_parse_case(cli, path, loaded);
    if (loaded->scenario == NULL) {
        findings_locate(&loaded->findings, NULL, &cli->scratch, loaded->bytes);
        return status;
    }
    int32_t today = date_days(system_today(&cli->scratch));
    case_check(loaded->scenario, loaded->bytes, today, &cli->scratch, &loaded->findings);
    return loaded->findings.error_count == 0 ? EXIT_FINE : EXIT_DATA;
}

// A key or an id may hold line ends; a finding stands on one line all the same.
static Str on_one_line(Cli *cli, Str text) {
    StrBuilder line = {.arena = &cli->scratch};
    for (ptrdiff_t i = 0; i < text.len; i++) {
        str_add_char(&line, text.text[i] == '\n' ? ' ' : text.text[i]);
    }
    return str_built(&line);
}

void cli_print_findings(Cli *cli, const LoadedCase *loaded, void (*print_line)(Str)) {
    static const Str SEVERITIES[] = {[SEVERITY_ERROR] = TR_INIT("error"), [SEVERITY_WARNING] = TR_INIT("warning")};
    for (int32_t i = 0; i < loaded->findings.count; i++) {
        const Finding *finding = &loaded->findings.rows[i];
        Str severity = cli_text(cli, SEVERITIES[finding_severity(finding->code)]);
        Str code = finding_code(finding->code);
        Str message = finding_message(&cli->scratch, &cli->catalog, finding);
        Str advice = finding_advice(&cli->scratch, &cli->catalog, finding);
        Str line = str_format(&cli->scratch, "%.*s:%d:%d: %.*s[%.*s]: %.*s", S_ARG(loaded->path), finding->line,
                              finding->column, S_ARG(severity), S_ARG(code), S_ARG(message));
        print_line(on_one_line(cli, line));
        print_line(on_one_line(cli, str_format(&cli->scratch, "  %.*s", S_ARG(advice))));
    }
}

int cli_load_playable(Cli *cli, Str path, LoadedCase *loaded) {
    int status = cli_load_case(cli, path, loaded);
    if (status == EXIT_DATA) {
        cli_print_findings(cli, loaded, cli_complain);
        cli_complain(CLI_FORMAT(cli, TR("“{0}” has errors: they must be mended first."), path));
    }
    return status;
}
