// The log of a session without what was typed, for whoever keeps it: what was noticed in the words stays, the words go.
#pragma once

#include "session/session.h"

// The line, a typed answer without its text; any other as it stands.
Str unworded_line(Arena *arena, const Session *session, const LogLine *line);
// All lines, each with its end.
Str unworded_log(Arena *arena, const Session *session);
