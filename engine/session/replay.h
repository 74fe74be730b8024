// Playing back what was recorded, one event a line.
#pragma once

#include "session/session.h"

// Folds the lines into a fresh session and its log. Numbers must rise, not by one; kinds that are not the session's are
// kept in the log and change nothing else. Each answer is given in the scene that its line names, and leads where that
// says, so that a recording replays on a case whose texts alone were mended. False, with the number of the first line
// that does not fit, when they are not a recording of this case: then the session stands where it was before that line,
// or, when only its way differs, after it.
bool replay_lines(Session *session, Arena *scratch, Str lines, int32_t *bad_line);

// The lines up to a second start: a what-if has a log of its own, which may stand behind that of the walk it left.
Str replay_first_walk(Arena *scratch, Str lines);
