#include "player/library.h"

#include "base/utf8.h"

#include <stdlib.h>

int32_t library_find(const Library *library, Str path) {
    return table_find(&library->places, path) - 1;
}

static void put(Library *library, const Card *card) {
    int32_t row = library_find(library, card->path);
    if (row >= 0) {
        library->cards.rows[row] = *card;
        return;
    }
    *rows_append(&library->arena, &library->cards) = *card;
    *table_slot(&library->arena, &library->places, card->path) = library->cards.count;
}

static void take(Library *library, CardParcel *parcel, bool replaces) {
    for (int32_t i = 0; i < parcel->cards.count; i++) {
        if (replaces || library_find(library, parcel->cards.rows[i].path) < 0) {
            put(library, &parcel->cards.rows[i]);
        }
    }
    *rows_append(&library->arena, &library->parcels) = parcel->arena;
    *parcel = (CardParcel){0};
}

void library_take(Library *library, CardParcel *parcel) {
    take(library, parcel, false);
}

void library_replace(Library *library, CardParcel *parcel) {
    take(library, parcel, true);
}

void library_mark_begun(Library *library, const JournalHeader *header) {
    int32_t row = library_find(library, header->path);
    if (row >= 0) {
        Card *card = &library->cards.rows[row];
        card->started = true;
        card->changed = false;
        if (!str_equal(card->started_on, header->date)) {
            card->started_on = str_copy(&library->arena, header->date);
        }
    }
}

void library_mark_erased(Library *library, Str case_id) {
    for (int32_t i = 0; i < library->cards.count; i++) {
        Card *card = &library->cards.rows[i];
        card->started = card->started && !str_equal(case_id, card->told.id);
    }
}

void library_finish(Library *library) {
    const Framework *framework = library->framework;
    for (int32_t i = 0; i < library->parcels.count; i++) {
        arena_finish(&library->parcels.rows[i]);
    }
    arena_finish(&library->arena);
    *library = (Library){.framework = framework};
}

bool library_has_words(Str text, Str words) {
    for (Str rest = words; rest.len > 0;) {
        Str word = str_cut(&rest, ' ');
        if (word.len > 0 && str_find(text, word) < 0) {
            return false;
        }
    }
    return true;
}

static bool fits(const Card *card, const LibraryFilter *filter, Str wanted) {
    if ((filter->theme.len > 0 && !str_equal(card->told.theme, filter->theme)) ||
        (filter->quizzes_only && !card->told.quiz)) {
        return false;
    }
    if (filter->most_minutes > 0 && (card->told.minutes == 0 || card->told.minutes > filter->most_minutes)) {
        return false;
    }
    return library_has_words(card->search, wanted);
}

typedef struct {
    const Card *card;
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
    int order = str_compare(left->card->order, right->card->order);
    return order != 0 ? order : str_compare(left->card->path, right->card->path);
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
            ranks[count++] = (Rank){card, foreign};
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
