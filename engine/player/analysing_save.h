// A report of an analysis as a file, made and written on the writer's thread. Knows no Player.
//
//     AnalysingSave *save = analysing_save_create(analysed, catalog, language, REPORT_HTML);
//     save->path = …;                                   // in save->arena
//     ticket = writer_run(writer, analysing_save_run, save);
//     …                                                 // its report was taken
//     … save->path …                                    // as it was named: with a number where something had that name
//     analysing_save_destroy(save);
#pragma once

#include "player/analysing_job.h"
#include "report/report.h"

typedef struct {
    Arena arena;         // of the save and all it holds
    AnalysingJob *shown; // outlives it
    FiguresOf of;
    Catalog catalog;
    ReportFormat format;
    Str path;
} AnalysingSave;

AnalysingSave *analysing_save_create(AnalysingJob *shown, const Catalog *catalog, Str language, ReportFormat format);
WriterJob analysing_save_run;
void analysing_save_destroy(AnalysingSave *save); // NULL is fine
