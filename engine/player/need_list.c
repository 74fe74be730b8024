#include "player/need_list.h"

#include "base/utf8.h"

typedef ROWS_OF(int32_t) Rows;

static Rows playable(Arena *arena, const NeedWish *wish) {
    Rows rows = {0};
    for (int32_t i = 0; i < wish->library->cards.count; i++) {
        const Card *card = &wish->library->cards.rows[i];
        if (!card->broken && str_begins(card->told.language, wish->language)) {
            *rows_append(arena, &rows) = i;
        }
    }
    return rows;
}

static const Card *card_at(const NeedWish *wish, int32_t row) {
    return &wish->library->cards.rows[row];
}

// In the order of the codes: the first is where the need is worked on most.
static NeedFound led_to(Arena *arena, const NeedWish *wish, const Rows *among, const Str *codes, int32_t count) {
    Rows cards = {0};
    for (int32_t i = 0; i < count; i++) {
        for (int32_t j = 0; j < among->count; j++) {
            if (needs_lead_to(codes[i], card_at(wish, among->rows[j])->told.id)) {
                *rows_append(arena, &cards) = among->rows[j];
            }
        }
    }
    return (NeedFound){.cards = cards.rows, .card_count = cards.count};
}

static bool has_skill(const Need *need, Str competency) {
    bool has = competency.len == 0;
    for (int32_t i = 0; i < need->competency_count; i++) {
        has = has || str_equal(need->competencies[i], competency);
    }
    return has;
}

static bool has_theme(const NeedWish *wish, const NeedFound *found) {
    bool has = wish->theme.len == 0;
    for (int32_t i = 0; i < found->card_count; i++) {
        has = has || str_equal(card_at(wish, found->cards[i])->told.theme, wish->theme);
    }
    return has;
}

static void add_name(StrBuilder *text, Words name, Str language) {
    str_add(text, words_in(name, language));
    str_add_char(text, '\n');
}

static Str search_text(Arena *arena, const NeedWish *wish, const NeedFound *found) {
    const Need *need = found->need;
    StrBuilder text = {.arena = arena};
    add_name(&text, need->name, wish->language);
    add_name(&text, wish->needs->chapters[need->chapter], wish->language);
    for (int32_t i = 0; i < found->card_count; i++) {
        const ToldCard *told = &card_at(wish, found->cards[i])->told;
        const Theme *theme = framework_find_theme(wish->library->framework, told->theme);
        add_name(&text, theme ? theme->name : (Words){0}, wish->language);
        str_add(&text, told->title);
        str_add_char(&text, '\n');
    }
    return utf8_fold_search(arena, str_built(&text));
}

// What holds but for what is typed.
static NeedList among_all(Arena *arena, const NeedWish *wish) {
    Rows among = playable(arena, wish);
    NeedFound *rows = arena_push(arena, NeedFound, wish->needs->count);
    int32_t count = 0;
    for (int32_t i = 0; i < wish->needs->count; i++) {
        const Need *need = &wish->needs->rows[i];
        NeedFound found = led_to(arena, wish, &among, need->cases, need->case_count);
        found.need = need;
        if (found.card_count > 0 && has_skill(need, wish->competency) && has_theme(wish, &found)) {
            rows[count++] = found;
        }
    }
    return (NeedList){rows, count};
}

NeedList need_list_find(Arena *arena, const NeedWish *wish) {
    NeedList all = among_all(arena, wish);
    Str wanted = utf8_fold_search(arena, wish->search);
    if (wanted.len == 0) {
        return all;
    }
    NeedFound *rows = arena_push(arena, NeedFound, all.count);
    int32_t count = 0;
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < all.count; i++) {
            const NeedFound *found = &all.rows[i];
            Str name = utf8_fold_search(arena, words_in(found->need->name, wish->language));
            bool own = library_has_words(name, wanted);
            if (pass == 0 ? own : !own && library_has_words(search_text(arena, wish, found), wanted)) {
                rows[count++] = *found;
            }
        }
    }
    return (NeedList){rows, count};
}

NeedFound need_list_gentle(Arena *arena, const NeedWish *wish) {
    Rows among = playable(arena, wish);
    return led_to(arena, wish, &among, wish->needs->gentle, wish->needs->gentle_count);
}
