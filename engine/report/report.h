// The report of an analysis as a file, in any of its forms.
//
//     ReportFile file;
//     if (report_make(&of, REPORT_XLSX, FIGURES_SEMICOLON_COMMA, &file)) {
//         saved = file_save_draft(path_join(&arena, folder, report_name(&of, report_ending(REPORT_XLSX))), file.bytes,
//         file.draft, …); file_draft_close(file.draft);
//     }
//
// The same analysis gives the same bytes.
#pragma once

#include "report/figures.h"

typedef enum { REPORT_HTML, REPORT_XLSX, REPORT_CSV, REPORT_JSON, REPORT_FORMAT_COUNT } ReportFormat;

typedef struct {
    Str bytes;        // of a text; lives in the arena
    FileDraft *draft; // of a workbook, NULL: of none; closed by who asked for it
} ReportFile;

ReportFormat report_format(Str path);   // that its ending names; REPORT_FORMAT_COUNT: none
Str report_ending(ReportFormat format); // ".html"
bool report_can_make(ReportFormat format);
bool report_make(const FiguresOf *of, ReportFormat format, FiguresCsv csv, ReportFile *file); // false: there is no room
// How its file is called where nobody chose a name, so that case, group and day are told in a full folder:
// "Palabre – Le dossier vert – Lundi matin – 2026-09-14.html".
Str report_name(const FiguresOf *of, Str ending);
