#include "told/care.h"

static const ToldPair CARE[] = {
    {TR_INIT("Drink"), TR_INIT("A glass of water. Sit down for a moment.")},
    {TR_INIT("Move"), TR_INIT("A few steps, some air, before you receive anybody else.")},
    {TR_INIT("A colleague"), TR_INIT("“I need two minutes.” That is enough to begin with.")},
    {TR_INIT("Your manager"), TR_INIT("Say what happened, ask to be relieved, and have it written down if you were "
                                      "insulted, threatened or hit.")},
    {TR_INIT("The occupational health service"), TR_INIT("You can talk about it there, also later on.")},
    {TR_INIT("In France, 3114"), TR_INIT("A free and confidential call, day and night; professionals are answered too "
                                         "(2025, to be verified). In immediate danger: 15 or 112.")},
    {TR_INIT("Tonight"), TR_INIT("A line for yourself: what happened, and what you need tomorrow.")},
};

static const ToldPair PROGRAM[] = {
    {TR_INIT("Palabre can"),
     TR_INIT("lend you an invented situation that begins quietly, at your own pace. You stop when "
             "you like.")},
    {TR_INIT("Palabre cannot"),
     TR_INIT("know how you are, or answer you. It replaces neither somebody to talk to, nor a "
             "group that looks back at its practice, nor the support that is due after an "
             "assault.")},
    {TR_INIT("Of this page"), TR_INIT("nothing is noted, not even that you opened it.")},
};

bool care_is_due(const Scenario *scenario) {
    return scenario->not_first && scenario->notice.len > 0;
}

static ToldPairs in_words(Arena *arena, const Catalog *catalog, const ToldPair *sources, int32_t count) {
    ToldPair *rows = arena_push(arena, ToldPair, count);
    for (int32_t i = 0; i < count; i++) {
        rows[i] = (ToldPair){catalog_text(catalog, sources[i].label), catalog_text(catalog, sources[i].text)};
    }
    return (ToldPairs){rows, count};
}

ToldPairs care_tell(Arena *arena, const Catalog *catalog) {
    return in_words(arena, catalog, CARE, COUNT(CARE));
}

ToldPairs care_tell_program(Arena *arena, const Catalog *catalog) {
    return in_words(arena, catalog, PROGRAM, COUNT(PROGRAM));
}
