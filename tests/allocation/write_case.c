// A case is opened, written in, saved and written in again, as the editor does it, for sweep.sh:
//     write-case-failing … FILE
// The last letters typed stay in a draft beside the file, as after a crash.
#include "base/file.h"
#include "base/path.h"
#include "editor/autosave.h"
#include "editor/document_file.h"

#include <stdio.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
    Document document;
    Autosave autosave;
    int64_t now_ms;
} Desk;

static bool edit(Desk *desk, Operation operation) {
    Moment moment = {.now_ms = desk->now_ms += AUTOSAVE_MS};
    return document_edit(&desk->document, &desk->scratch, &operation, 1, &moment) == OPERATION_DONE;
}

static bool keep_draft(Desk *desk) {
    AutosaveTask task;
    bool kept = true;
    for (int32_t tick = 0; kept && tick < 2; tick++) {
        desk->now_ms += AUTOSAVE_MS;
        while (kept &&
               autosave_step(&desk->autosave, &desk->document, &desk->arena, desk->now_ms, S("2026-11-30"), &task)) {
            kept = autosave_run(&task, NULL);
        }
    }
    return kept;
}

static bool write_case(Desk *desk, Str path) {
    Operation rename = {.kind = OPERATION_RENAME, .at = S("/scenes/0/id"), .json = S("another-name")};
    Draft draft;
    framework_read(&desk->arena, &desk->scratch, &desk->framework);
    document_init(&desk->document, &desk->framework);
    desk->autosave.folder = path_folder(path);
    return document_open(&desk->document, &desk->scratch, path, NULL) &&
           edit(desk, operation_text(&desk->arena, S("/title"), S("Another title"))) && keep_draft(desk) &&
           edit(desk, rename) && document_undo(&desk->document, &desk->scratch) &&
           document_redo(&desk->document, &desk->scratch) && keep_draft(desk) &&
           document_save(&desk->document, SAVE_MINE_ONLY, NULL) == SAVE_DONE && keep_draft(desk) &&
           edit(desk, operation_text(&desk->arena, S("/title"), S("A third title"))) && keep_draft(desk) &&
           autosave_find(&desk->arena, desk->autosave.folder, path, &draft) &&
           str_equal(draft.bytes, desk->document.reading.bytes);
}

int main(int argc, char **argv) {
    Desk desk = {0};
    bool done = write_case(&desk, str_from_c(argv[argc - 1]));
    printf("%s\n", done ? "written" : "refused");
    document_finish(&desk.document);
    autosave_finish(&desk.autosave);
    arena_finish(&desk.arena);
    arena_finish(&desk.scratch);
    return done ? 0 : 1;
}
