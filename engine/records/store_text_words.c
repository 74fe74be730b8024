#include "base/catalog.h"
#include "records/store_text.h"

Str store_text_problem(const StoreTextProblem *problem) {
    static const Str FAULTS[] = {[STORE_TEXT_BAD] = TR_INIT("this is not a line of a backup of sessions"),
                                 [STORE_TEXT_NEWER] = TR_INIT("a later version of Palabre wrote it"),
                                 [STORE_TEXT_HEADER] = TR_INIT("something is missing in what is told of the session"),
                                 [STORE_TEXT_TORN] = TR_INIT("the session is not whole: lines are missing"),
                                 [STORE_TEXT_NO_CASE] = TR_INIT("the file does not have the situation of this session"),
                                 [STORE_TEXT_CASE] = TR_INIT("the situation is not whole"),
                                 [STORE_TEXT_FLAW] = S_INIT("")};
    static const Str FLAWS[] = {[STORE_FLAW_NONE] = S_INIT(""),
                                [STORE_FLAW_ID] = TR_INIT("the session has no id, or one of another form"),
                                [STORE_FLAW_TEXT] = TR_INIT("a text of the session is too long, or is no text"),
                                [STORE_FLAW_DATE] = TR_INIT("the dates of the session are no days, or not in order"),
                                [STORE_FLAW_COUNT] = TR_INIT("the number of people is not possible"),
                                [STORE_FLAW_LINE] = TR_INIT("something in the session is not an event"),
                                [STORE_FLAW_CASE] = TR_INIT("the situation is empty, too large, or is no text")};
    return problem->fault == STORE_TEXT_FLAW ? FLAWS[problem->flaw] : FAULTS[problem->fault];
}
