#include "player/analysing_save.h"

#include "base/path.h"

AnalysingSave *analysing_save_create(AnalysingJob *shown, const Catalog *catalog, Str language, ReportFormat format) {
    Arena arena = {0};
    AnalysingSave *save = arena_push(&arena, AnalysingSave, 1);
    *save = (AnalysingSave){.shown = shown, .of = shown->of, .catalog = *catalog, .format = format};
    save->of.language = str_copy(&arena, language);
    save->arena = arena;
    save->of.arena = &save->arena;
    save->of.catalog = &save->catalog;
    return save;
}

void analysing_save_destroy(AnalysingSave *save) {
    if (save) {
        Arena arena = save->arena;
        arena_finish(&arena);
    }
}

bool analysing_save_run(void *context, Error *error) {
    AnalysingSave *save = context;
    ReportFile file;
    if (!report_make(&save->of, save->format, figures_csv_kind(save->of.language), &file)) {
        *error = (Error){.code = ERROR_SYSTEM};
        return false;
    }
    save->path = path_numbered(&save->arena, save->path, file_free_number(save->path));
    bool saved = file_save_draft(save->path, file.bytes, file.draft, error);
    file_draft_close(file.draft);
    return saved;
}
