#include "session/replay.h"

static bool take(Session *session, Arena *scratch, const LogReading *reading) {
    Event event;
    if (reading->line.seq < log_next(&session->log)) {
        return false;
    }
    if (event_kind(reading->line.kind) == EVENT_NONE) {
        log_append(&session->log, &reading->line);
        if (session->others) {
            session->others(session->others_context, reading);
        }
        return true;
    }
    if (!event_parse(session->arena, scratch, session->scenario, reading, &event) ||
        (event.scene != 0 && event.scene != session->walk.scene)) {
        return false;
    }
    bool folded = session_replay(session, &event, &reading->line) == SESSION_FINE;
    return folded && (event.to == 0 || event.to == session->walk.scene);
}

static bool replay_line(Session *session, Arena *scratch, Str text) {
    LogReading reading;
    if (!log_open_line(scratch, text, &reading)) {
        return false;
    }
    bool fits = take(session, scratch, &reading);
    log_close_line(&reading);
    return fits;
}

bool replay_lines(Session *session, Arena *scratch, Str lines, int32_t *bad_line) {
    *bad_line = 0;
    for (Str rest = lines; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        (*bad_line)++;
        if (line.len > 0 && !replay_line(session, scratch, line)) {
            return false;
        }
    }
    *bad_line = 0;
    return true;
}

static bool is_start(Arena *scratch, Str line) {
    ArenaMark mark = arena_mark(scratch);
    LogReading reading;
    bool start = log_open_line(scratch, line, &reading);
    if (start) {
        start = event_kind(reading.line.kind) == EVENT_START;
        log_close_line(&reading);
    }
    arena_rewind(scratch, mark);
    return start;
}

Str replay_first_walk(Arena *scratch, Str lines) {
    int32_t starts = 0;
    Str rest = lines;
    while (rest.len > 0) {
        Str before = rest;
        Str line = str_cut(&rest, '\n');
        starts += str_find(line, S("start")) >= 0 && is_start(scratch, line);
        if (starts == 2) {
            return str_slice(lines, 0, lines.len - before.len);
        }
    }
    return lines;
}
