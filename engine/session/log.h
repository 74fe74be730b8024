// The log of a run: what happened in it, as lines that are only ever added, each under a number of its own.
//
// The log dispenses the numbers. They rise from line to line and are never used twice. A kind of event belongs to one
// fold (start, answer, rewind and finish to the session); a fold skips the kinds of others, so that its own numbers
// rise with gaps. A line stays as it was read, also when nobody here knows its kind.
//
//     {"seq": 7, "at_ms": 51200, "kind": "answer", "scene": …}
//
//     LogLine line = {.seq = log_next(&log), .at_ms = now, .kind = S("answer")};   // one more
//     JsonWriter writer = log_begin_line(&scratch, &line);
//     json_write_key(&writer, S("scene"));
//     …
//     json_end(&writer);
//     line.text = json_written(&writer);
//     log_append(&log, &line);
//
//     LogReading reading;                                                          // one from a file
//     if (log_open_line(&scratch, text, &reading)) {
//         …reading.line.seq ≥ log_next(&log), and the fold whose kind it is takes it…
//         log_append(&log, &reading.line);
//         log_close_line(&reading);
//     }
#pragma once

#include "base/json.h"
#include "base/json_write.h"
#include "scenario/parts.h"

typedef struct {
    int32_t seq;   // from 1
    int64_t at_ms; // since the run began
    Str kind;
    Str text; // the whole line, without its end
} LogLine;

typedef struct {
    Arena *arena;
    ROWS_OF(LogLine) lines;
} Log;

// A line being read: what all kinds have, borrowed from the rest until it is closed.
typedef struct {
    LogLine line;
    JsonDoc doc;
} LogReading;

typedef void LogTake(void *context, const LogReading *reading); // the reading is open during the call

int32_t log_next(const Log *log);               // the number of the next line
void log_append(Log *log, const LogLine *line); // texts are copied; its number is above all before

JsonWriter log_begin_line(Arena *arena, const LogLine *line); // an object with what all kinds have; the rest follows

bool log_open_line(Arena *scratch, Str text, LogReading *reading); // false: no line of a log, and nothing to close
void log_close_line(LogReading *reading);
bool log_check_line(Arena *scratch, Str text); // whether log_open_line would open it

// The row with this number, -1 when there is none; of `count` rows that begin with a rising int32_t, `size` bytes each.
int32_t log_find_row(const void *rows, int32_t count, size_t size, int32_t number);
