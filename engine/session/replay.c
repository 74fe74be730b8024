#include "session/replay.h"

bool replay_lines(Session *session, Arena *scratch, Str lines, int32_t *bad_line) {
    *bad_line = 0;
    for (Str rest = lines; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        Event event;
        (*bad_line)++;
        if (line.len == 0) {
            continue;
        }
        if (!event_parse(session->arena, scratch, session->scenario, line, &event) ||
            event.seq != session->events.count + 1 || session_step(session, &event) != SESSION_FINE) {
            return false;
        }
    }
    *bad_line = 0;
    return true;
}
