#include "records/store_export.h"

static void add(Store *store, StoreTextWriter *text, const StoreHeader *header, StoreExport *export) {
    Arena arena = {0};
    StoreSession session;
    if (store_read(store, &arena, header, &session, &export->error)) {
        store_text_add(text, &session);
        export->written++;
    } else {
        export->left_out++;
        if (export->leave_out) {
            export->leave_out(export->context, header, &export->error);
        }
    }
    arena_finish(&arena);
}

FileDraft *store_export(Store *store, Arena *arena, const StoreHeaderList *wanted, StoreExport *export) {
    Arena scratch = {0};
    FileDraft *draft = file_draft_begin(arena);
    StoreTextWriter text = {.arena = &scratch, .out = {.arena = &scratch}, .draft = draft};
    for (int32_t i = 0; draft && i < wanted->count; i++) {
        add(store, &text, &wanted->rows[i], export);
    }
    if (draft) {
        store_text_end(&text);
    }
    arena_finish(&scratch);
    return draft;
}
