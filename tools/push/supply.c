#include "push/supply.h"

#include "base/error_text.h"

static int complain(const Supply *supply, Str sentence, const Error *error) {
    Cli *cli = supply->cli;
    cli_complain(CLI_FORMAT(cli, sentence, supply->folder, error_text(&cli->scratch, &cli->catalog, error)));
    return EXIT_SYSTEM;
}

static int open_store(Supply *supply) {
    Error error = {0};
    supply->store = store_open(supply->folder, STORE_READS, &error);
    if (!supply->store) {
        return complain(supply, TR("The sessions kept in “{0}” cannot be opened: {1}."), &error);
    }
    if (!store_list(supply->store, &supply->cli->arena, &supply->kept, &error)) {
        return complain(supply, TR("The sessions kept in “{0}” cannot be read: {1}."), &error);
    }
    return EXIT_FINE;
}

static int open_file(Supply *supply, Str path) {
    Arena *arena = &supply->cli->arena;
    StoreSessionList list;
    int status = sessions_load_file(supply->cli, path, &list);
    for (int32_t i = 0; i < list.count; i++) {
        *rows_append(arena, &supply->read) = list.rows[i];
    }
    return status;
}

int supply_open(Supply *supply, Cli *cli, const Str *paths, int32_t count, Str folder) {
    *supply = (Supply){.cli = cli, .folder = folder};
    int worst = count == 0 ? open_store(supply) : EXIT_FINE;
    for (int32_t i = 0; i < count; i++) {
        int status = open_file(supply, paths[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

void supply_close(Supply *supply) {
    store_close(supply->store);
}

int32_t supply_count(const Supply *supply) {
    return supply->store ? supply->kept.count : supply->read.count;
}

const StoreHeader *supply_header(const Supply *supply, int32_t row) {
    return supply->store ? &supply->kept.rows[row] : &supply->read.rows[row].header;
}

bool supply_read(Supply *supply, Arena *arena, int32_t row, StoreSession *session) {
    Error error = {0};
    if (!supply->store) {
        *session = supply->read.rows[row];
        return true;
    }
    if (store_read(supply->store, arena, &supply->kept.rows[row], session, &error)) {
        return true;
    }
    (void)complain(supply, TR("The session kept in “{0}” cannot be read: {1}."), &error);
    return false;
}
