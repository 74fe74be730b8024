#include "group/group_kept.h"

#include "group/group_event.h"

static bool is_kind(const LogLine *line, GroupEventKind kind) {
    return str_equal(line->kind, group_event_word(kind));
}

static bool is_written(const LogLine *line) {
    return is_kind(line, GROUP_EVENT_SENTENCE) || is_kind(line, GROUP_EVENT_FORGET) ||
           is_kind(line, GROUP_EVENT_KEEP) || is_kind(line, GROUP_EVENT_RAISE);
}

static bool is_small_vote(const Group *group, const LogLine *line) {
    for (int32_t i = 0; is_kind(line, GROUP_EVENT_VOTE) && i < group->votes.count; i++) {
        if (group->votes.rows[i].seq == line->seq) {
            return tally_answered(&group->votes.rows[i].tally, 0) < GROUP_LEAST_PART;
        }
    }
    return false;
}

// A typed answer without its text; any other line as it stands.
static Str unworded(Arena *arena, const Session *session, const LogLine *line) {
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

Str group_kept_lines(Arena *arena, const Group *group, bool with_words) {
    const Session *session = &group->solo.session;
    StrBuilder lines = {.arena = arena};
    for (int32_t i = 0; i < session->log.lines.count; i++) {
        const LogLine *line = &session->log.lines.rows[i];
        if ((!with_words && is_written(line)) || is_small_vote(group, line)) {
            continue;
        }
        str_add(&lines, with_words ? line->text : unworded(arena, session, line));
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}
