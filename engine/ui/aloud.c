#include "ui/aloud.h"

static bool is_closed(Str line) {
    static const Str ENDS[] = {S_INIT("."), S_INIT("!"), S_INIT("?"), S_INIT("…"),
                               S_INIT(":"), S_INIT(","), S_INIT(";")};
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(line, ENDS[i])) {
            return true;
        }
    }
    return false;
}

void aloud_add(StrBuilder *line, Str part) {
    if (part.len == 0) {
        return;
    }
    if (line->count > 0) {
        str_add(line, is_closed(str_built(line)) ? S(" ") : S(", "));
    }
    str_add(line, part);
}
