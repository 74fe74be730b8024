#include "base/utf8.h"
#include "exchange/paragraph.h"
#include "exchange/tale_making.h"

#include <stdlib.h>

enum { MOST_LINKS = 6, MOST_LINES = LIMIT_TEXTS, LINE_COLUMNS = 120 }; // the last as scenario_write lays out

static const Words GO_ON = {S_INIT("Continuer"), S_INIT("Continue")};
static const Words MORE = {S_INIT("Autre chose…"), S_INIT("Something else…")};

static Str word(const Making *making, Words words) {
    return words_in(words, making->maker->wish->language);
}

static Str absent_id(Making *making, const TaleLink *link, Str name) {
    Arena *arena = making->maker->arena;
    int32_t known = table_find(&making->absents, name);
    if (known == 0) {
        Str own = str_copy(arena, name);
        *rows_append(arena, &making->absent) = own;
        *rows_append(arena, &making->absent) = tale_own_id(making, own, 2);
        known = making->absent.count;
        *table_slot(arena, &making->absents, own) = known;
        tale_tell(making, CONSTRUCT_LINK, BECAME_CONVERTED, REASON_NO_TARGET, link->line, own);
    }
    return making->absent.rows[known - 1];
}

static Str target_id(Making *making, const TaleLink *link) {
    TaleMaker *maker = making->maker;
    int32_t place = table_find(&maker->passages, link->target);
    Str trimmed = str_trim(link->target);
    if (place == 0 && (place = table_find(&maker->passages, trimmed)) != 0) {
        tale_tell(making, CONSTRUCT_LINK, BECAME_CONVERTED, REASON_TRIMMED_TARGET, link->line, link->target);
    }
    making->returns = making->returns || place == making->start + 1;
    return place != 0 ? maker->ids[place - 1] : absent_id(making, link, trimmed);
}

static void put_text(Making *making, Str key, Str text) {
    if (text.len > LIMIT_TEXT_CHARS && utf8_count(text) > LIMIT_TEXT_CHARS) {
        text = str_slice(text, 0, utf8_offset(text, LIMIT_TEXT_CHARS));
        making->crowded = REASON_TOO_LONG;
    }
    json_write_member_text(&making->json, key, text);
}

// A scene has so many lines; further paragraphs go to the last one, as far as it has room.
static void add_paragraph(Making *making, TaleTexts *lines, TaleText paragraph) {
    Arena *passing = making->maker->passing;
    if (lines->count < MOST_LINES) {
        *rows_append(passing, lines) = paragraph;
        return;
    }
    TaleText *last = &lines->rows[lines->count - 1];
    if (last->text.len + paragraph.text.len < LIMIT_TEXT_CHARS) {
        last->text = str_format(passing, "%.*s\n\n%.*s", S_ARG(last->text), S_ARG(paragraph.text));
        making->crowded = making->crowded == REASON_NONE ? REASON_LINES_TOGETHER : making->crowded;
    } else {
        making->crowded = REASON_TOO_LONG;
    }
}

static void split_texts(Making *making, const TalePieces *pieces, TaleTexts *lines) {
    for (int32_t i = 0; i < pieces->texts.count; i++) {
        Str rest = pieces->texts.rows[i].text, paragraph;
        while (paragraph_take(&rest, &paragraph)) {
            if (!utf8_is_blank(paragraph)) {
                add_paragraph(making, lines, (TaleText){paragraph, pieces->texts.rows[i].when});
            }
        }
    }
}

static void put_lines(Making *making, const TaleTexts *lines, int32_t count) {
    if (count == 0) {
        return;
    }
    json_write_key(&making->json, S("lines"));
    json_begin_list(&making->json);
    for (int32_t i = 0; i < count; i++) {
        json_begin_object(&making->json);
        put_text(making, S("text"), lines->rows[i].text);
        if (lines->rows[i].when.len > 0) {
            json_write_member_text(&making->json, S("if"), lines->rows[i].when);
        }
        json_end(&making->json);
    }
    json_end(&making->json);
}

// What changes come to: amounts of one gauge are summed, of one fact the last holds.
typedef struct {
    TaleChange sum;
    TaleChange *last; // of those it is the sum of
} ChangeSum;
typedef ROWS_OF(ChangeSum) ChangeSums;

static void sum_change(Arena *passing, ChangeSums *sums, TaleChange *change) {
    for (int32_t i = 0; i < sums->count; i++) {
        ChangeSum *each = &sums->rows[i];
        if (each->sum.variable == change->variable) {
            each->sum.kind = change->kind;
            each->sum.amount += change->amount;
            each->last = change;
            return;
        }
    }
    *rows_append(passing, sums) = (ChangeSum){*change, change};
}

static bool is_told(const TaleChange *sum, TaleChangeKind kind) {
    return sum->kind == kind && (kind != CHANGE_ADD || sum->amount != 0);
}

static void put_change(Making *making, const TaleChange *sum) {
    Str id = making->maker->rows[sum->variable].id;
    if (sum->kind == CHANGE_ADD) {
        json_write_member_int(&making->json, id, sum->amount);
    } else {
        json_write_text(&making->json, id);
    }
}

// Each change alone is no larger than an answer's may be; several may be.
static void cut_change(ChangeSum *each) {
    int32_t most = each->sum.amount > 0 ? LIMIT_EFFECT : -LIMIT_EFFECT;
    if (each->sum.kind == CHANGE_ADD && abs(each->sum.amount) > LIMIT_EFFECT) {
        each->sum.amount = most;
        each->last->cut = true;
    }
}

static void put_changes_of(Making *making, const ChangeSums *sums, TaleChangeKind kind, Str key) {
    int32_t first = 0;
    while (first < sums->count && !is_told(&sums->rows[first].sum, kind)) {
        first++;
    }
    if (first == sums->count) {
        return;
    }
    json_write_key(&making->json, key);
    JsonAttempt attempt = {0};
    while (json_try_line(&making->json, &attempt, LINE_COLUMNS)) {
        (kind == CHANGE_ADD ? json_begin_object : json_begin_list)(&making->json);
        for (int32_t i = first; i < sums->count; i++) {
            if (is_told(&sums->rows[i].sum, kind)) {
                put_change(making, &sums->rows[i].sum);
            }
        }
        json_end(&making->json);
    }
}

static void put_changes(Making *making, ChangeSums *sums) {
    for (int32_t i = 0; i < sums->count; i++) {
        cut_change(&sums->rows[i]);
    }
    put_changes_of(making, sums, CHANGE_ADD, S("effects"));
    put_changes_of(making, sums, CHANGE_SET, S("set"));
    put_changes_of(making, sums, CHANGE_UNSET, S("unset"));
}

static Str label_of(Making *making, const TaleLink *link) {
    return link->jump || utf8_is_blank(link->text) ? word(making, GO_ON) : link->text;
}

// Sums what the passage itself changes, whatever is answered.
static void sum_changes(Arena *passing, TalePieces *pieces, ChangeSums *sums) {
    for (int32_t i = 0; i < pieces->changes.count; i++) {
        if (pieces->changes.rows[i].when.len == 0) {
            sum_change(passing, sums, &pieces->changes.rows[i]);
        }
    }
}

static void put_option(Making *making, TaleLink *link, int32_t place, const ChangeSums *always) {
    Arena *passing = making->maker->passing;
    ChangeSums sums = {0};
    for (int32_t i = 0; i < always->count; i++) {
        *rows_append(passing, &sums) = always->rows[i];
    }
    for (int32_t i = 0; i < link->changes.count; i++) {
        sum_change(passing, &sums, &link->changes.rows[i]);
    }
    json_begin_object(&making->json);
    json_write_member_text(&making->json, S("id"), (Str){&"abcdef"[place], 1});
    put_text(making, S("text"), label_of(making, link));
    if (link->when.len > 0) {
        json_write_member_text(&making->json, S("if"), link->when);
    }
    put_changes(making, &sums);
    json_write_member_text(&making->json, S("next"), target_id(making, link));
    json_end(&making->json);
}

static void put_more(Making *making, Str id) {
    json_begin_object(&making->json);
    json_write_member_text(&making->json, S("id"), S("f"));
    json_write_member_text(&making->json, S("text"), word(making, MORE));
    json_write_member_text(&making->json, S("next"), id);
    json_end(&making->json);
}

static void put_rule(Making *making, TaleChange *change) {
    ChangeSum sum = {*change, change};
    ChangeSums one = {.rows = &sum, .count = 1};
    JsonAttempt attempt = {0};
    while (json_try_line(&making->json, &attempt, LINE_COLUMNS)) {
        json_begin_object(&making->json);
        json_write_member_text(&making->json, S("if"), change->when);
        put_changes(making, &one);
        json_end(&making->json);
    }
}

// Changes that hang on a condition are rules.
static void put_rules(Making *making, TalePieces *pieces) {
    bool any = false;
    for (int32_t i = 0; i < pieces->changes.count; i++) {
        TaleChange *change = &pieces->changes.rows[i];
        if (change->when.len == 0) {
            continue;
        }
        if (!any) {
            json_write_key(&making->json, S("rules"));
            json_begin_list(&making->json);
        }
        any = true;
        put_rule(making, change);
    }
    if (any) {
        json_end(&making->json);
    }
}

// Links from `from` on; where they are too many, the last answer leads to a scene with the others. Whoever comes there
// has met the rules.
static void put_choice(Making *making, TalePieces *pieces, int32_t from, const ChangeSums *always, Str more) {
    int32_t left = pieces->links.count - from;
    int32_t count = left <= MOST_LINKS ? left : MOST_LINKS - 1;
    json_write_key(&making->json, S("ask"));
    json_begin_object(&making->json);
    json_write_member_text(&making->json, S("kind"), S("choice"));
    if (from == 0) {
        put_rules(making, pieces);
    }
    json_write_key(&making->json, S("options"));
    json_begin_list(&making->json);
    for (int32_t i = 0; i < count; i++) {
        put_option(making, &pieces->links.rows[from + i], i, always);
    }
    if (count < left) {
        put_more(making, more);
    }
    json_end(&making->json);
    json_end(&making->json);
}

static void put_choices(Making *making, const Passage *passage, TalePieces *pieces) {
    TaleMaker *maker = making->maker;
    if (pieces->links.count > MOST_LINKS) {
        tale_tell(making, CONSTRUCT_LINK, BECAME_CONVERTED, REASON_MANY_LINKS, passage->line,
                  str_format(maker->passing, "%d", pieces->links.count));
    }
    ChangeSums always = {0};
    sum_changes(maker->passing, pieces, &always);
    int32_t from = 0;
    for (;;) {
        bool last = pieces->links.count - from <= MOST_LINKS;
        Str more = last ? (Str){0} : tale_own_id(making, S("suite"), 2);
        put_choice(making, pieces, from, &always, more);
        if (last || tale_is_full(making)) {
            return;
        }
        from += MOST_LINKS - 1;
        json_end(&making->json);
        json_begin_object(&making->json);
        json_write_member_text(&making->json, S("id"), more);
    }
}

static void put_single(Making *making, const TaleLink *link) {
    json_write_member_text(&making->json, S("next"), target_id(making, link));
    if (link->when.len > 0) {
        loss_settle(making->maker->report, CONSTRUCT_LINK, BECAME_DEGRADED);
        tale_tell(making, CONSTRUCT_LINK, BECAME_DEGRADED, REASON_LINK_CONDITION, link->line, link->target);
    } else if (!link->jump && !str_equal(label_of(making, link), word(making, GO_ON))) {
        json_write_member_text(&making->json, S("x-link"), link->text);
        loss_settle(making->maker->report, CONSTRUCT_LINK, BECAME_KEPT);
        tale_tell(making, CONSTRUCT_LINK, BECAME_KEPT, REASON_LINK_LABEL, link->line, link->text);
    } else {
        loss_settle(making->maker->report, CONSTRUCT_LINK, BECAME_CONVERTED);
    }
}

static void put_ending(Making *making, Str title, Str text) {
    json_write_key(&making->json, S("ending"));
    json_begin_object(&making->json);
    put_text(making, S("title"), title);
    put_text(making, S("text"), text);
    json_end(&making->json);
}

// A passage may be called by a sign that shows nothing.
static Str shown_name(Making *making, const Passage *passage, int32_t place) {
    return utf8_is_blank(passage->name) ? making->maker->ids[place] : passage->name;
}

void tale_put_passage(Making *making, int32_t place, TalePieces *pieces) {
    const Passage *passage = &making->maker->story->rows[place];
    Str name = shown_name(making, passage, place);
    TaleTexts lines = {0};
    split_texts(making, pieces, &lines);
    bool ends = pieces->links.count == 0;
    bool closes = ends && lines.count > 0 && lines.rows[lines.count - 1].when.len == 0;
    json_begin_object(&making->json);
    json_write_member_text(&making->json, S("id"), making->maker->ids[place]);
    put_text(making, S("title"), name);
    tale_put_place(making, passage);
    put_lines(making, &lines, lines.count - closes);
    if (ends) {
        put_ending(making, name, closes ? lines.rows[lines.count - 1].text : name);
    } else if (pieces->links.count == 1) {
        put_single(making, &pieces->links.rows[0]);
    } else {
        put_choices(making, passage, pieces);
        for (int32_t i = 0; i < pieces->links.count; i++) {
            loss_settle(making->maker->report, CONSTRUCT_LINK, BECAME_CONVERTED);
        }
    }
    json_end(&making->json);
}

void tale_put_absent(Making *making) {
    for (int32_t i = 0; i < making->absent.count && !tale_is_full(making); i += 2) {
        Str name = utf8_is_blank(making->absent.rows[i]) ? making->absent.rows[i + 1] : making->absent.rows[i];
        json_begin_object(&making->json);
        json_write_member_text(&making->json, S("id"), making->absent.rows[i + 1]);
        put_text(making, S("title"), name);
        put_ending(making, name, head_to_complete(making->maker->wish->language));
        json_end(&making->json);
    }
}

static void put_variables(Making *making, bool numbers, Str key) {
    const TaleMaker *maker = making->maker;
    int32_t count = 0;
    for (int32_t i = 0; i < maker->count; i++) {
        const TaleVariable *variable = &maker->rows[i];
        bool number = variable->kind == VARIABLE_NUMBER;
        if (!variable->used || number != numbers) {
            continue;
        }
        if (count++ == 0) {
            json_write_key(&making->json, key);
            json_begin_list(&making->json);
        }
        (number ? json_begin_object : json_begin_inline_object)(&making->json);
        json_write_member_text(&making->json, S("id"), variable->id);
        if (number) {
            json_write_member_text(&making->json, S("name"), variable->name);
            json_write_member_int(&making->json, S("min"), -LIMIT_INTEGER);
            json_write_member_int(&making->json, S("max"), LIMIT_INTEGER);
            json_write_member_int(&making->json, S("start"), variable->start);
            json_write_member_text(&making->json, S("shown"), S("never"));
        }
        json_end(&making->json);
    }
    if (count > 0) {
        json_end(&making->json);
    }
}

void tale_put_head(Making *making) {
    enum { LONGEST = 600 };
    const TaleMaker *maker = making->maker;
    const HeadWish *wish = maker->wish;
    JsonWriter *json = &making->json;
    int32_t alone = 2 + maker->story->count / 4;
    alone = alone < LONGEST / 2 ? alone : LONGEST / 2;
    head_put_names(json, wish, S("scenario"));
    put_text(making, S("title"), wish->title);
    head_put_to_complete(json, wish->language, alone, alone * 2);
    head_put_competency(json, wish->language);
    put_variables(making, true, S("gauges"));
    put_variables(making, false, S("facts"));
    json_write_member_text(json, S("start"), maker->ids[making->start]);
}
