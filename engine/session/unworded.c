#include "session/unworded.h"

Str unworded_line(Arena *arena, const Session *session, const LogLine *line) {
    if (event_kind(line->kind) != EVENT_ANSWER) {
        return line->text;
    }
    int32_t row = log_find_row(session->events.rows, session->events.count, sizeof(Event), line->seq);
    Event event = session->events.rows[row];
    const Ask *ask = &session->scenario->asks.rows[session->scenario->scenes.rows[event.scene].ask];
    if (!answer_is_typed(ask, &event.answer) || event.answer.text.len == 0) {
        return line->text;
    }
    event.answer.text = (Str){0};
    return event_write(arena, session->scenario, &event);
}

Str unworded_log(Arena *arena, const Session *session) {
    StrBuilder lines = {.arena = arena};
    for (int32_t i = 0; i < session->log.lines.count; i++) {
        str_add(&lines, unworded_line(arena, session, &session->log.lines.rows[i]));
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}
