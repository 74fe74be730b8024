#include "player/library.h"

#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "scenario/scenario_parse.h"
#include "session/event.h"

#include <stdlib.h>

// What a search looks through. The theme's names in both languages: the interface may be in either.
static Str search_text(Library *library, Arena *scratch, const Scenario *scenario) {
    StrBuilder text = {.arena = scratch};
    const Theme *theme = framework_find_theme(library->framework, scenario_name(scenario, scenario->theme));
    Str parts[] = {scenario->title, scenario->summary, theme ? theme->name.fr : (Str){0},
                   theme ? theme->name.en : (Str){0}};
    for (int i = 0; i < 4; i++) {
        str_add(&text, parts[i]);
        str_add_char(&text, '\n');
    }
    for (int32_t i = 0; i < scenario->objectives.count; i++) {
        str_add(&text, scenario->texts.rows[scenario->objectives.first + i]);
        str_add_char(&text, '\n');
    }
    return utf8_fold_search(&library->arena, str_built(&text));
}

static void keep_finding(Arena *arena, const Finding *finding, Finding *kept) {
    *kept = *finding;
    kept->member = str_copy(arena, finding->member);
    kept->pointer = str_copy(arena, finding->pointer);
    for (int i = 0; i < FINDING_ARGUMENTS; i++) {
        kept->arguments[i] = str_copy(arena, finding->arguments[i]);
    }
}

static void keep_first_error(Arena *arena, Arena *scratch, Findings *findings, Str bytes, Card *card) {
    findings_locate(findings, scratch, bytes);
    for (int32_t i = 0; i < findings->count; i++) {
        if (finding_severity(findings->rows[i].code) == SEVERITY_ERROR) {
            keep_finding(arena, &findings->rows[i], &card->finding);
            return;
        }
    }
}

// `arena` and `scratch` are the reader's own, used again for each case.
static void read_card(Library *library, Arena *arena, Arena *scratch, Str path) {
    Card card = {.path = str_copy(&library->arena, path)};
    Str bytes = {0};
    if (file_load(arena, path, LIMIT_FILE_BYTES, &bytes, &card.error)) {
        Findings findings = {.arena = arena};
        const Scenario *scenario = scenario_parse(arena, scratch, library->framework, bytes, &findings);
        card.len = bytes.len;
        card.broken = !scenario->playable;
        card.told = card_create(&library->arena, scenario);
        card.search = search_text(library, scratch, scenario);
        if (card.broken) {
            keep_first_error(&library->arena, scratch, &findings, bytes, &card);
        }
    } else {
        card.broken = true;
    }
    card.told.title = card.told.title.len > 0 ? card.told.title : str_copy(&library->arena, path_name(path));
    *rows_append(&library->arena, &library->cards) = card;
}

static int32_t find_path(const Library *library, Str path) {
    int32_t row = library->cards.count - 1;
    while (row >= 0 && !str_equal(library->cards.rows[row].path, path)) {
        row--;
    }
    return row;
}

// One case, in memory that is taken again and again: what a parse leaves behind is let go before the next.
static void add_case(Library *library, Arena *arena, Arena *scratch, Str path) {
    ArenaMark mark = arena_mark(arena);
    ArenaMark scratch_mark = arena_mark(scratch);
    if (find_path(library, path) < 0) {
        read_card(library, arena, scratch, path);
    }
    arena_rewind(scratch, scratch_mark);
    arena_rewind(arena, mark);
}

static void add_folder(Library *library, Arena *arena, Arena *scratch, Str folder) {
    FileList names = {0};
    if (folder.len == 0 || !file_list(&library->arena, folder, S(".json"), &names, NULL)) {
        return;
    }
    for (int32_t i = 0; i < names.count; i++) {
        if (!str_ends(names.rows[i], S(".test.json"))) {
            add_case(library, arena, scratch, path_join(&library->arena, folder, names.rows[i]));
        }
    }
}

void library_load(Library *library, const Str *folders, int32_t count) {
    Arena arena = {0};
    Arena scratch = {0};
    library_finish(library);
    for (int32_t i = 0; i < count; i++) {
        add_folder(library, &arena, &scratch, folders[i]);
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}

int32_t library_add(Library *library, Str path) {
    Arena arena = {0};
    Arena scratch = {0};
    add_case(library, &arena, &scratch, path);
    arena_finish(&scratch);
    arena_finish(&arena);
    return find_path(library, path);
}

// Only of what was begun: working out the hash of every case would take as long as a fifth of its parsing.
static bool is_changed(const Card *card, const JournalHeader *header) {
    Arena arena = {0};
    Str bytes = {0};
    bool same = header->len == card->len && file_load(&arena, card->path, LIMIT_FILE_BYTES, &bytes, NULL) &&
                str_equal(event_hash(&arena, bytes), header->hash);
    arena_finish(&arena);
    return !same;
}

void library_mark_begun(Library *library, const JournalHeader *header) {
    for (int32_t i = 0; i < library->cards.count; i++) {
        Card *card = &library->cards.rows[i];
        if (card->told.id.len > 0 && str_equal(header->case_id, card->told.id)) {
            bool changed = is_changed(card, header);
            if (changed && !journal_is_of(header, card->path, (Str){0}, 0)) {
                continue; // it was begun with another copy
            }
            card->started = true;
            card->changed = changed;
            if (!str_equal(card->started_on, header->date)) {
                card->started_on = str_copy(&library->arena, header->date);
            }
        }
    }
}

void library_mark_erased(Library *library, Str case_id) {
    for (int32_t i = 0; i < library->cards.count; i++) {
        Card *card = &library->cards.rows[i];
        card->started = card->started && !str_equal(case_id, card->told.id);
    }
}

void library_mark_started(Library *library, const JournalList *journals) {
    for (int32_t i = 0; i < library->cards.count; i++) {
        library->cards.rows[i].started = false;
    }
    for (int32_t i = journals->count - 1; i >= 0; i--) { // of several the latest is told
        if (journals->rows[i].header.kind == JOURNAL_SOLO) {
            library_mark_begun(library, &journals->rows[i].header);
        }
    }
}

void library_finish(Library *library) {
    const Framework *framework = library->framework;
    arena_finish(&library->arena);
    *library = (Library){.framework = framework};
}

static bool fits(const Card *card, const LibraryFilter *filter, Str wanted) {
    if ((filter->theme.len > 0 && !str_equal(card->told.theme, filter->theme)) ||
        (filter->quizzes_only && !card->told.quiz)) {
        return false;
    }
    // Each word by itself: who searches does not know the order in which they stand.
    for (Str rest = wanted; rest.len > 0;) {
        Str word = str_cut(&rest, ' ');
        if (word.len > 0 && str_find(card->search, word) < 0) {
            return false;
        }
    }
    return true;
}

typedef struct {
    const Card *card;
    Str title; // as titles are sorted
    bool foreign;
} Rank;

static int compare_ranks(const void *a, const void *b) {
    const Rank *left = a;
    const Rank *right = b;
    int32_t pairs[][2] = {{left->card->broken, right->card->broken},
                          {left->foreign, right->foreign},
                          {!left->card->started, !right->card->started},
                          {left->card->told.not_first, right->card->told.not_first}};
    for (int i = 0; i < 4; i++) {
        if (pairs[i][0] != pairs[i][1]) {
            return pairs[i][0] - pairs[i][1];
        }
    }
    int order = str_compare(left->title, right->title);
    return order != 0 ? order : str_compare(left->card->path, right->card->path);
}

// Without what stands before the first letter or digit, as an opening quotation mark.
static Str sort_title(Arena *arena, Str title) {
    Str folded = utf8_fold_search(arena, title);
    ptrdiff_t start = 0;
    while (start < folded.len && !(folded.text[start] >= 'a' && folded.text[start] <= 'z') &&
           !(folded.text[start] >= '0' && folded.text[start] <= '9')) {
        start++;
    }
    return start < folded.len ? str_slice(folded, start, folded.len) : folded;
}

LibraryView library_filter(const Library *library, Arena *arena, const LibraryFilter *filter) {
    Str wanted = utf8_fold_search(arena, filter->text);
    Rank *ranks = arena_push(arena, Rank, library->cards.count);
    int32_t count = 0;
    for (int32_t i = 0; i < library->cards.count; i++) {
        const Card *card = &library->cards.rows[i];
        if (fits(card, filter, wanted)) {
            bool foreign = filter->language.len > 0 && card->told.language.len > 0 &&
                           !str_begins(card->told.language, filter->language);
            ranks[count++] = (Rank){card, sort_title(arena, card->told.title), foreign};
        }
    }
    if (count > 0) {
        qsort(ranks, (size_t)count, sizeof *ranks, compare_ranks);
    }
    int32_t *rows = arena_push(arena, int32_t, count);
    for (int32_t i = 0; i < count; i++) {
        rows[i] = (int32_t)(ranks[i].card - library->cards.rows);
    }
    return (LibraryView){rows, count};
}

bool library_has_theme(const Library *library, Str theme) {
    for (int32_t i = 0; i < library->cards.count; i++) {
        if (!library->cards.rows[i].broken && str_equal(library->cards.rows[i].told.theme, theme)) {
            return true;
        }
    }
    return false;
}
