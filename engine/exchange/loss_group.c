#include "exchange/loss_group.h"

#include "base/error.h"
#include "base/table.h"
#include "exchange/loss_words.h"

#include <stdlib.h>

LossGroups loss_group(Arena *arena, const LossReport *report) {
    LossGroups groups = {0};
    Table seen = {0};
    for (int32_t i = 0; i < report->count; i++) {
        const Loss *loss = &report->rows[i];
        Str says = str_format(arena, "%d %d %d %.*s", (int)loss->construct, (int)loss->became, (int)loss->reason,
                              S_ARG(loss->about));
        int32_t *row = table_slot(arena, &seen, says);
        if (*row == 0) {
            *rows_append(arena, &groups) = (LossGroup){.first = loss};
            *row = groups.count;
        }
        ASSERT(groups.rows != NULL);
        groups.rows[*row - 1].count++;
    }
    return groups;
}

static int compare_groups(const void *a, const void *b) {
    const Loss *left = ((const LossGroup *)a)->first, *right = ((const LossGroup *)b)->first;
    int by_became = (int)left->became - (int)right->became;
    int by_construct = (int)left->construct - (int)right->construct;
    int by_reason = (int)left->reason - (int)right->reason;
    int by_row = left < right ? -1 : left > right;
    return by_became != 0 ? by_became : by_construct != 0 ? by_construct : by_reason != 0 ? by_reason : by_row;
}

void loss_group_sort(LossGroups *groups) {
    if (groups->count > 0) {
        qsort(groups->rows, (size_t)groups->count, sizeof *groups->rows, compare_groups);
    }
}

bool loss_group_alike(const LossGroup *a, const LossGroup *b) {
    return a->first->became == b->first->became && a->first->construct == b->first->construct &&
           a->first->reason == b->first->reason;
}

Str loss_group_message(Arena *arena, const Catalog *catalog, const LossGroup *group) {
    Loss loss = *group->first;
    Str called = loss.construct == CONSTRUCT_CASE_TEXT ? loss_key_words(loss.about) : (Str){0};
    loss.about = called.len > 0 ? catalog_text(catalog, called) : loss.about;
    Str message = loss_message(arena, catalog, &loss);
    if (group->count == 1) {
        return message;
    }
    Str words[] = {message, str_format(arena, "%d", group->count)};
    return catalog_format(arena, catalog, TR("{0} ({1} times)"), words, COUNT(words));
}
