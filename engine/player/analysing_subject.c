#include "player/analysing_subject.h"

#include <stdlib.h>

static bool is_of(const AnalysingSubject *subject, const StoreHeader *header) {
    const StoreHeader *first = &subject->sessions.rows[0];
    return str_equal(first->case_id, header->case_id) && str_equal(first->hash, header->hash) &&
           first->len == header->len;
}

static AnalysingSubject *find(Arena *arena, AnalysingSubjects *subjects, const StoreHeader *header) {
    for (int32_t i = 0; i < subjects->count; i++) {
        if (is_of(&subjects->rows[i], header)) {
            return &subjects->rows[i];
        }
    }
    AnalysingSubject *fresh = rows_append(arena, subjects);
    *fresh = (AnalysingSubject){.title = str_copy(arena, header->title)};
    return fresh;
}

static void add(Arena *arena, AnalysingSubject *subject, const StoreHeader *header) {
    StoreHeader *copy = rows_append(arena, &subject->sessions);
    *copy = (StoreHeader){.id = str_copy(arena, header->id),
                          .case_id = str_copy(arena, header->case_id),
                          .hash = str_copy(arena, header->hash),
                          .len = header->len,
                          .begun = str_copy(arena, header->begun),
                          .label = str_copy(arena, header->label),
                          .present = header->present,
                          .row = header->row};
    bool first = subject->sessions.count == 1;
    subject->people += header->present;
    subject->first_day = first || str_compare(copy->begun, subject->first_day) < 0 ? copy->begun : subject->first_day;
    subject->last_day = first || str_compare(copy->begun, subject->last_day) > 0 ? copy->begun : subject->last_day;
}

// By number of sessions, then those that came last.
static int compare(const void *first, const void *second) {
    const AnalysingSubject *a = first, *b = second;
    int days = str_compare(b->last_day, a->last_day),
        hashes = str_compare(a->sessions.rows[0].hash, b->sessions.rows[0].hash);
    return a->sessions.count != b->sessions.count ? b->sessions.count - a->sessions.count : days != 0 ? days : hashes;
}

// The later a text came into use; an older copy of it may still be played afterwards.
static void number_versions(AnalysingSubjects *subjects) {
    for (int32_t i = 0; i < subjects->count; i++) {
        AnalysingSubject *subject = &subjects->rows[i];
        int32_t others = 0, later = 0;
        for (int32_t j = 0; j < subjects->count; j++) {
            const AnalysingSubject *other = &subjects->rows[j];
            bool same = i != j && str_equal(other->sessions.rows[0].case_id, subject->sessions.rows[0].case_id);
            int begun = str_compare(other->first_day, subject->first_day);
            int order = begun != 0 ? begun : str_compare(other->last_day, subject->last_day);
            others += same;
            later += same && (order > 0 || (order == 0 && j < i));
        }
        subject->version = others > 0 ? later + 1 : 0;
    }
}

AnalysingSubjects analysing_subjects(Arena *arena, const StoreHeaderList *list, const bool *chosen) {
    AnalysingSubjects subjects = {0};
    bool any = false;
    for (int32_t i = 0; i < list->count; i++) {
        any = any || chosen[i];
    }
    for (int32_t i = 0; i < list->count; i++) {
        const StoreHeader *header = &list->rows[i];
        if (header->kind == STORE_GROUP && !header->damaged && (!any || chosen[i])) {
            add(arena, find(arena, &subjects, header), header);
        }
    }
    if (subjects.count > 0) {
        qsort(subjects.rows, (size_t)subjects.count, sizeof *subjects.rows, compare);
    }
    number_versions(&subjects);
    return subjects;
}

int32_t analysing_versions_apart(const AnalysingSubjects *subjects, int32_t a, int32_t b) {
    const AnalysingSubject *one = &subjects->rows[a], *other = &subjects->rows[b];
    bool same = str_equal(one->sessions.rows[0].case_id, other->sessions.rows[0].case_id);
    int32_t apart = one->version - other->version;
    return !same ? 0 : apart < 0 ? -apart : apart;
}

bool analysing_side_has(const AnalysingSide *side, const StoreHeader *header) {
    return side->label.len > 0 ? str_equal(side->label, header->label) : str_equal(side->day, header->begun);
}

static void add_side(Arena *arena, AnalysingSides *sides, AnalysingSide side) {
    for (int32_t i = 0; i < sides->count; i++) {
        if (str_equal(sides->rows[i].label, side.label) &&
            (side.label.len > 0 || str_equal(sides->rows[i].day, side.day))) {
            return;
        }
    }
    *rows_append(arena, sides) = side;
}

static int compare_sides(const void *first, const void *second) {
    const AnalysingSide *a = first, *b = second;
    bool day = a->label.len == 0, other_day = b->label.len == 0;
    int days = str_compare(a->day, b->day);
    return day != other_day ? day - other_day : days != 0 ? days : str_compare(a->label, b->label);
}

// Where all of them are of one group, or none has a name, and of one day, there is one side.
static bool are_alike(const AnalysingSubject *subject) {
    const StoreHeader *first = &subject->sessions.rows[0];
    for (int32_t i = 1; i < subject->sessions.count; i++) {
        const StoreHeader *header = &subject->sessions.rows[i];
        if (!str_equal(header->label, first->label) || !str_equal(header->begun, first->begun)) {
            return false;
        }
    }
    return true;
}

AnalysingSides analysing_sides(Arena *arena, const AnalysingSubject *subject) {
    AnalysingSides sides = {0};
    for (int32_t i = are_alike(subject) ? -1 : subject->sessions.count - 1; i >= 0; i--) {
        const StoreHeader *header = &subject->sessions.rows[i];
        if (header->label.len > 0) {
            add_side(arena, &sides, (AnalysingSide){header->label, header->begun});
        }
        add_side(arena, &sides, (AnalysingSide){.day = header->begun});
    }
    if (sides.count > 0) {
        qsort(sides.rows, (size_t)sides.count, sizeof *sides.rows, compare_sides);
    }
    return sides;
}
