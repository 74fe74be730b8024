#include "report/report.h"

#include "base/path.h"
#include "report/html_analysis.h"

static const Str ENDINGS[REPORT_FORMAT_COUNT] = {[REPORT_HTML] = S_INIT(".html"),
                                                 [REPORT_XLSX] = S_INIT(".xlsx"),
                                                 [REPORT_CSV] = S_INIT(".csv"),
                                                 [REPORT_JSON] = S_INIT(".json")};

ReportFormat report_format(Str path) {
    for (int32_t format = 0; format < REPORT_FORMAT_COUNT; format++) {
        if (path_ends(path, ENDINGS[format])) {
            return (ReportFormat)format;
        }
    }
    return REPORT_FORMAT_COUNT;
}

Str report_ending(ReportFormat format) {
    return ENDINGS[format];
}

bool report_can_make(ReportFormat format) {
    return format != REPORT_XLSX || spreadsheet_is_there();
}

bool report_make(const FiguresOf *of, ReportFormat format, FiguresCsv csv, ReportFile *file) {
    *file = (ReportFile){0};
    if (format == REPORT_HTML) {
        file->bytes = html_analysis(of);
        return true;
    }
    FiguresTable table = figures_list(of);
    if (format == REPORT_XLSX) {
        Spreadsheet book = figures_book(of, &table);
        file->draft = spreadsheet_write(of->arena, &book);
        return file->draft != NULL;
    }
    file->bytes = format == REPORT_CSV ? figures_write_csv(of->arena, &table, csv) : figures_write_json(of, &table);
    return true;
}

Str report_name(const FiguresOf *of, Str ending) {
    Str days = of->first_day;
    if (!str_equal(of->first_day, of->last_day)) {
        const Str PARTS[] = {of->first_day, of->last_day};
        days = catalog_format(of->arena, of->catalog, TR("{0} to {1}"), PARTS, COUNT(PARTS));
    }
    const Str PARTS[] = {of->analysis->told.scenario->title, figures_who(of), days};
    return path_document(of->arena, PARTS, COUNT(PARTS), ending);
}
