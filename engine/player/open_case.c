#include "player/open_case.h"

#include "base/limits.h"
#include "scenario/scenario_parse.h"
#include "solo/solo.h"

static void list_kind(OpenCase *open, const JournalHeader *of, Str folder, JournalList *list) {
    Arena *arena = &open->listed.rows[open->listed.count - 1];
    Arena scratch = {0};
    JournalList all = {0};
    journal_list_case(arena, &scratch, folder, of->case_id, of->kind, &all);
    for (int32_t i = 0; i < all.count; i++) {
        if (journal_is_of(&all.rows[i].header, open->path, open->bytes_hash, open->len)) {
            *rows_append(arena, list) = all.rows[i];
        }
    }
    arena_finish(&scratch);
}

static void list_begun(OpenCase *open, Str folder, Str case_id) {
    open->begun = open->begun_rooms = (JournalList){0};
    open->aside = (FileList){0};
    Arena *arena = rows_append(&open->arena, &open->listed);
    *arena = (Arena){0};
    open->was_listed = folder.len > 0;
    if (open->was_listed) {
        open->last_number = journal_last_number(arena, folder, case_id);
        journal_list_aside(arena, folder, case_id, &open->aside);
        list_kind(open, &(JournalHeader){.kind = JOURNAL_SOLO, .case_id = case_id}, folder, &open->begun);
        list_kind(open, &(JournalHeader){.kind = JOURNAL_GROUP, .case_id = case_id}, folder, &open->begun_rooms);
    }
}

// Whether the answers still lead where they led then.
static bool still_fits(const Scenario *scenario, const Journal *journal) {
    Arena arena = {0};
    Solo *trial = arena_push(&arena, Solo, 1);
    SoloStart start = {.scenario = scenario, .limits_off = true};
    bool fits =
        journal->walks.count > 0 && solo_resume(trial, &start, journal->walks.rows[0].lines) == SOLO_RESUMED_ALL;
    solo_finish(trial);
    arena_finish(&arena);
    return fits;
}

static void find_begun(OpenCase *open, Str folder) {
    list_begun(open, folder, scenario_name(open->scenario, open->scenario->id));
    if (open->begun.count == 0) {
        return;
    }
    const Journal *latest = &open->begun.rows[0];
    const JournalHeader *header = &latest->header;
    bool same = str_equal(header->hash, open->bytes_hash) && header->len == open->len;
    open->journal_path = latest->path;
    open->begun_on = header->date;
    open->can_resume = same ? latest->walks.count > 0 : still_fits(open->scenario, latest);
    open->was_mended = open->can_resume && !same;
    open->was_damaged = open->can_resume && latest->damaged;
    open->was_changed = !same && !open->can_resume;
    open->notice_read = open->can_resume; // or it would not have been begun
}

void open_case_fill(OpenCase *open, Scenario *scenario, Str bytes, Str journal) {
    open->scenario = scenario->playable ? scenario : NULL;
    open->bytes_hash = event_hash(&open->arena, bytes);
    open->len = bytes.len;
    if (open->scenario) {
        find_begun(open, journal);
    }
}

void open_case_finish(OpenCase *open) {
    for (int32_t i = 0; i < open->listed.count; i++) {
        arena_finish(&open->listed.rows[i]);
    }
    Arena arena = open->arena;
    arena_finish(&arena);
    *open = (OpenCase){0};
}

OpenSource open_open_source(const OpenCase *open) {
    return (OpenSource){.path = open->path, .hash = open->bytes_hash, .bytes = open->made};
}

OpenJob *open_job_create(const OpenWish *wish) {
    Arena arena = {0};
    OpenJob *job = arena_push(&arena, OpenJob, 1);
    job->how = wish->how;
    job->framework = wish->framework;
    job->journal = str_copy(&arena, wish->journal);
    if (wish->known) {
        job->known = (Card){.path = str_copy(&arena, wish->known->path),
                            .told.title = str_copy(&arena, wish->known->told.title),
                            .look = wish->known->look,
                            .broken = wish->known->broken};
    }
    OpenCase *open = &job->open;
    open->path = str_copy(&open->arena, wish->path);
    if (wish->how == OPEN_BEGUN) {
        job->case_id = str_copy(&arena, scenario_name(wish->open->scenario, wish->open->scenario->id));
        open->bytes_hash = str_copy(&open->arena, wish->open->bytes_hash);
        open->len = wish->open->len;
    }
    job->arena = arena;
    return job;
}

// The card as the file tells it now, which need not be what the index had kept.
static void write_card(OpenJob *job, FileLook look, const Scenario *scenario, Findings *findings, Str bytes) {
    const Card *known = &job->known;
    bool unchanged = known->path.len > 0 && look.len == known->look.len && look.changed_us == known->look.changed_us &&
                     known->broken == !scenario->playable;
    if (unchanged && (known->broken || str_equal(known->told.title, scenario->title))) {
        return;
    }
    Arena scratch = {0};
    CardParcel *written = &job->written;
    CardMaker maker = {.framework = job->framework, .arena = &written->arena, .scratch = &scratch};
    Card card = library_make_card(&maker, job->open.path, scenario, findings, bytes);
    card.look.changed_us = look.changed_us;
    *rows_append(&written->arena, &written->cards) = card;
    arena_finish(&scratch);
}

static void write_unread(OpenJob *job, Arena *parse) {
    Arena scratch = {0};
    CardMaker maker = {job->framework, &job->written.arena, parse, &scratch};
    *rows_append(&job->written.arena, &job->written.cards) = library_read_card(&maker, job->open.path);
    arena_finish(&scratch);
}

bool open_job_run(void *context, Error *error) {
    (void)error;
    OpenJob *job = context;
    OpenCase *open = &job->open;
    Arena reading = {0};
    Str bytes = {0};
    FileLook look = {0};
    if (job->how == OPEN_BEGUN) {
        list_begun(open, job->journal, job->case_id);
        return true;
    }
    bool there = file_look(open->path, &look); // before it is read: a version written meanwhile is another one
    if (there && file_load(&reading, open->path, LIMIT_FILE_BYTES, &bytes, NULL)) {
        Arena deeper = {0};
        Findings findings = {.arena = &reading};
        Scenario *scenario = scenario_parse(&open->arena, &deeper, job->framework, bytes, &findings);
        arena_finish(&deeper);
        write_card(job, look, scenario, &findings, bytes);
        open_case_fill(open, scenario, bytes, job->journal);
    } else {
        write_unread(job, &reading);
    }
    arena_finish(&reading);
    return true;
}

OpenCase open_job_take(OpenJob *job) {
    OpenCase open = job->open;
    job->open = (OpenCase){0};
    return open;
}

void open_job_destroy(OpenJob *job) {
    if (job) {
        open_case_finish(&job->open);
        arena_finish(&job->written.arena);
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}
