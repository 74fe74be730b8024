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

// From the one to the other; two that follow each other are named.
static Str range_words(const Telling *telling, const ToldCard *card, int32_t least, int32_t most) {
    Str from = telling_number(telling, least), to = telling_number(telling, most);
    if (most == least + 1) {
        return TELLING_FORMAT(telling, card->quiz ? TR("{0} or {1} questions") : TR("{0} or {1} decisions"), from, to);
    }
    return TELLING_FORMAT(telling, card->quiz ? TR("{0} to {1} questions") : TR("{0} to {1} decisions"), from, to);
}

// Decisions of a case, questions of a quiz.
static Str count_words(const Telling *telling, const ToldCard *card) {
    bool usual = card->most < 0 && card->usual.longest > card->usual.shortest;
    if (card->least < 0) {
        return (Str){0};
    }
    if (usual) {
        return range_words(telling, card, card->usual.shortest, card->usual.longest);
    }
    if (card->most < 0) {
        return TELLING_FORMAT(telling, card->quiz ? TR("at least {0} questions") : TR("at least {0} decisions"),
                              telling_number(telling, card->least));
    }
    if (card->least < card->most) {
        return range_words(telling, card, card->least, card->most);
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
