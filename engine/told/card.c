#include "told/card.h"

ToldCard card_create(Arena *arena, const Scenario *scenario) {
    ToldCard card = {.id = str_copy(arena, scenario_name(scenario, scenario->id)),
                     .title = str_copy(arena, scenario->title),
                     .summary = str_copy(arena, scenario->summary),
                     .language = str_copy(arena, scenario->language),
                     .theme = str_copy(arena, scenario_name(scenario, scenario->theme)),
                     .minutes = scenario->minutes_table.rows[scenario->minutes].alone,
                     .least = REMAINING_UNKNOWN,
                     .most = REMAINING_UNKNOWN,
                     .quiz = scenario->kind == KIND_QUIZ,
                     .not_first = scenario->not_first};
    if (scenario->playable) {
        Arena scratch = {0}, deeper = {0};
        Remaining remaining = remaining_count(&scratch, &deeper, scenario);
        card.least = remaining.least[scenario->start.id];
        card.most = remaining.most[scenario->start.id];
        card.usual = card.most < 0 ? remaining_usual(&deeper, scenario) : (UsualLength){card.least, card.most};
        arena_finish(&deeper);
        arena_finish(&scratch);
    }
    return card;
}

// Decisions of a case, questions of a quiz.
static Str count_words(const Telling *telling, const ToldCard *card) {
    bool usual = card->most < 0 && card->usual.longest > card->usual.shortest;
    Str least = telling_number(telling, usual ? card->usual.shortest : card->least);
    Str most = telling_number(telling, usual ? card->usual.longest : card->most);
    if (card->least < 0) {
        return (Str){0};
    }
    if (usual) {
        return TELLING_FORMAT(telling,
                              card->quiz ? TR("{0} to {1} questions as a rule") : TR("{0} to {1} decisions as a rule"),
                              least, most);
    }
    if (card->most < 0) {
        return TELLING_FORMAT(telling, card->quiz ? TR("at least {0} questions") : TR("at least {0} decisions"), least);
    }
    if (card->least < card->most) {
        return TELLING_FORMAT(telling, card->quiz ? TR("{0} to {1} questions") : TR("{0} to {1} decisions"), least,
                              most);
    }
    return card->quiz ? telling_plural(telling, TRP("{0} question", "{0} questions"), card->least)
                      : telling_plural(telling, TRP("{0} decision", "{0} decisions"), card->least);
}

Str card_length(Arena *arena, const Catalog *catalog, const ToldCard *card) {
    Telling telling = {.catalog = catalog, .arena = arena};
    Str count = count_words(&telling, card);
    if (card->minutes <= 0) {
        return count;
    }
    Str minutes = TELLING_FORMAT(&telling, TR("{0} min"), telling_number(&telling, card->minutes));
    return count.len > 0 ? str_format(arena, "%.*s · %.*s", S_ARG(minutes), S_ARG(count)) : minutes;
}
