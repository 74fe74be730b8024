#include "base/limits.h"
#include "exchange/slug.h"
#include "exchange/tale_making.h"

#include <string.h>

void tale_tell(Making *making, Construct construct, Became became, LossReason reason, int32_t line, Str about) {
    LossReport *report = making->maker->report;
    loss_tell(report, &(Loss){.construct = construct,
                              .became = became,
                              .reason = reason,
                              .line = line,
                              .about = loss_own(report, about)});
}

TaleFormat tale_format(const Tale *story) {
    static const struct {
        Str name;
        TaleFormat format;
    } FORMATS[] = {{S_INIT("Harlowe"), TALE_HARLOWE},
                   {S_INIT("SugarCube"), TALE_SUGARCUBE},
                   {S_INIT("Chapbook"), TALE_CHAPBOOK},
                   {S_INIT("Snowman"), TALE_SNOWMAN}};
    for (int32_t i = 0; i < COUNT(FORMATS); i++) {
        if (str_begins(story->format, FORMATS[i].name)) {
            return FORMATS[i].format;
        }
    }
    return TALE_UNKNOWN;
}

static bool has_tag(Str tags, Str wanted) {
    while (tags.len > 0) {
        if (str_equal(str_cut(&tags, ' '), wanted)) {
            return true;
        }
    }
    return false;
}

static bool is_setting(const Passage *passage) {
    return str_equal(passage->name, S("StoryInit")) || has_tag(passage->tags, S("startup"));
}

static bool is_special(const Passage *passage) {
    static const Str NAMES[] = {S_INIT("StoryInit"),     S_INIT("StoryCaption"),  S_INIT("PassageHeader"),
                                S_INIT("PassageFooter"), S_INIT("PassageReady"),  S_INIT("PassageDone"),
                                S_INIT("StoryAuthor"),   S_INIT("StorySubtitle"), S_INIT("StoryMenu"),
                                S_INIT("StorySettings"), S_INIT("StoryIncludes"), S_INIT("StoryBanner"),
                                S_INIT("StoryInterface")};
    static const Str TAGS[] = {S_INIT("script"), S_INIT("stylesheet"),  S_INIT("header"),      S_INIT("footer"),
                               S_INIT("widget"), S_INIT("Twine.image"), S_INIT("Twine.audio"), S_INIT("startup")};
    bool special = false;
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        special = special || str_equal(passage->name, NAMES[i]);
    }
    for (int32_t i = 0; i < COUNT(TAGS); i++) {
        special = special || has_tag(passage->tags, TAGS[i]);
    }
    return special;
}

// The name, or with a number when another passage has it.
static Str own_name(Making *making, const Passage *passage, int32_t kept) {
    TaleMaker *maker = making->maker;
    Str name = passage->name;
    // After the first number that is taken too the next is one that only this passage can have.
    for (int32_t number = 2; *table_slot(maker->arena, &maker->passages, name) != 0; number += kept) {
        name = str_format(maker->arena, "%.*s (%d)", S_ARG(passage->name), number);
    }
    if (!str_equal(name, passage->name)) {
        tale_tell(making, CONSTRUCT_PASSAGE, BECAME_CONVERTED, REASON_SAME_NAME, passage->line, passage->name);
    }
    return name;
}

Str tale_own_id(Making *making, Str name, int32_t number) {
    TaleMaker *maker = making->maker;
    Table *ids = &making->scene_ids;
    ArenaMark mark = arena_mark(maker->passing);
    Str slug = slug_make(maker->arena, maker->passing, name, S("passage"));
    arena_rewind(maker->passing, mark);
    int32_t tried = table_find(ids, slug); // the last number it was tried with: many may be called alike
    Str id = slug;
    for (number = number > tried ? number : tried + 1; table_find(ids, id) != 0; number++) {
        id = str_format(maker->arena, "%.*s-%d", (int)(slug.len < LIMIT_SLUG - 12 ? slug.len : LIMIT_SLUG - 12),
                        slug.text, number);
    }
    *table_slot(maker->arena, ids, id) = 1;
    if (tried > 0) {
        *table_slot(maker->arena, ids, slug) = number - 1;
    }
    return id;
}

static void drop_special(TaleMaker *maker, const Passage *passage) {
    loss_judge(maker->report, &(Loss){.construct = CONSTRUCT_SPECIAL,
                                      .became = BECAME_DROPPED,
                                      .reason = REASON_SPECIAL,
                                      .line = passage->line,
                                      .about = passage->name});
}

// Specials go, settings aside; those that stay get names and ids of their own.
static void choose_passages(Making *making, Tale *story) {
    TaleMaker *maker = making->maker;
    int32_t kept = 0;
    maker->ids = arena_push(maker->arena, Str, story->count + 1);
    for (int32_t i = 0; i < story->count; i++) {
        Passage passage = story->rows[i];
        if (is_setting(&passage)) {
            *rows_append(maker->arena, &making->settings) = passage;
        } else if (is_special(&passage)) {
            drop_special(maker, &passage);
        } else {
            passage.name = own_name(making, &passage, kept);
            *table_slot(maker->arena, &maker->passages, passage.name) = kept + 1;
            maker->ids[kept] = tale_own_id(making, passage.name, kept + 1);
            loss_find(maker->report, CONSTRUCT_PASSAGE);
            story->rows[kept++] = passage;
        }
    }
    story->count = kept;
}

static int32_t find_start(Making *making) {
    const Tale *story = making->maker->story;
    int32_t place = table_find(&making->maker->passages, story->start.len > 0 ? story->start : S("Start"));
    if (place == 0) {
        tale_tell(making, CONSTRUCT_PASSAGE, BECAME_CONVERTED, REASON_NO_START, story->rows[0].line,
                  story->rows[0].name);
        return 0;
    }
    return place - 1;
}

static void settle_change(Making *making, const TaleChange *change, Became became, LossReason reason) {
    TaleMaker *maker = making->maker;
    loss_settle(maker->report, CONSTRUCT_SET, became);
    if (reason != REASON_NONE) {
        tale_tell(making, CONSTRUCT_SET, became, reason, change->line, change->source);
    }
    bool lives = became == BECAME_CONVERTED || became == BECAME_DEGRADED;
    maker->rows[change->variable].used = maker->rows[change->variable].used || lives;
}

static void keep_change(Making *making, TalePieces *pieces, const TaleChange *change, LossReason reason) {
    *rows_append(making->maker->passing, &pieces->texts) = (TaleText){change->source, change->when};
    settle_change(making, change, BECAME_KEPT, reason);
}

// Values that a story begins with; facts are false then.
static bool is_beginning(Making *making, const TaleChange *change) {
    bool assigns = change->kind == CHANGE_ASSIGN && change->amount <= LIMIT_INTEGER && change->when.len == 0;
    if (assigns) {
        making->maker->rows[change->variable].start = change->amount;
    }
    return assigns || (change->kind == CHANGE_UNSET && change->when.len == 0);
}

// What a passage sets takes effect on the ways out of it: there is no other place for it.
static void place_changes(Making *making, TalePieces *pieces, bool starts) {
    int32_t kept = 0;
    for (int32_t i = 0; i < pieces->changes.count; i++) {
        TaleChange change = pieces->changes.rows[i];
        if (starts && is_beginning(making, &change)) {
            change.source = str_copy(making->maker->arena, change.source);
            *rows_append(making->maker->arena, &making->beginnings) = change;
        } else if (change.kind == CHANGE_ASSIGN) {
            keep_change(making, pieces, &change, REASON_EXPRESSION);
        } else if (pieces->links.count == 0) {
            settle_change(making, &change, BECAME_DROPPED, REASON_SET_AT_END);
        } else if (pieces->links.count == 1) {
            keep_change(making, pieces, &change, REASON_SET_NOWHERE);
        } else {
            pieces->changes.rows[kept++] = change;
        }
    }
    pieces->changes.count = kept;
}

// Twine sets them again whenever the first passage is met.
static void settle_beginnings(Making *making) {
    for (int32_t i = 0; i < making->beginnings.count; i++) {
        const TaleChange *change = &making->beginnings.rows[i];
        bool again = making->returns && !change->once;
        settle_change(making, change, again ? BECAME_DEGRADED : BECAME_CONVERTED,
                      again ? REASON_SET_ONCE : REASON_NONE);
    }
}

static void place_link_changes(Making *making, TalePieces *pieces) {
    for (int32_t i = 0; i < pieces->links.count; i++) {
        TaleLink *link = &pieces->links.rows[i];
        int32_t kept = 0;
        for (int32_t j = 0; j < link->changes.count; j++) {
            TaleChange change = link->changes.rows[j];
            change.when = (Str){0}; // the link's own
            if (change.kind == CHANGE_ASSIGN || pieces->links.count == 1) {
                LossReason reason = change.kind == CHANGE_ASSIGN ? REASON_EXPRESSION : REASON_SET_NOWHERE;
                keep_change(making, pieces, &change, reason);
            } else {
                link->changes.rows[kept++] = change;
            }
        }
        link->changes.count = kept;
    }
}

// Settles those that found a place, once the answers are written.
static void settle_placed(Making *making, const TalePieces *pieces) {
    for (int32_t i = 0; i < pieces->changes.count; i++) {
        const TaleChange *change = &pieces->changes.rows[i];
        settle_change(making, change, BECAME_DEGRADED, change->cut ? REASON_SET_LARGE : REASON_SET_LATER);
    }
    for (int32_t i = 0; i < pieces->links.count; i++) {
        const TaleChanges *changes = &pieces->links.rows[i].changes;
        for (int32_t j = 0; j < changes->count; j++) {
            bool cut = changes->rows[j].cut;
            settle_change(making, &changes->rows[j], cut ? BECAME_DEGRADED : BECAME_CONVERTED,
                          cut ? REASON_SET_LARGE : REASON_NONE);
        }
    }
}

// Of a passage that is no part of the story, with what it would set.
static void drop_link(Making *making, const TaleLink *link, Str passage) {
    loss_settle(making->maker->report, CONSTRUCT_LINK, BECAME_DROPPED);
    tale_tell(making, CONSTRUCT_LINK, BECAME_DROPPED, REASON_SPECIAL, link->line, passage);
    for (int32_t i = 0; i < link->changes.count; i++) {
        settle_change(making, &link->changes.rows[i], BECAME_DROPPED, REASON_SPECIAL);
    }
}

// What is set before the story begins is set where it begins, before what that sets itself.
static void take_settings(Making *making, TalePieces *first) {
    TaleChanges own = first->changes;
    first->changes = (TaleChanges){0};
    for (int32_t i = 0; i < making->settings.count; i++) {
        const Passage *passage = &making->settings.rows[i];
        TalePieces pieces;
        tale_take_apart(making->maker, passage, &pieces);
        if (pieces.huge) {
            loss_judge(making->maker->report, &(Loss){.construct = CONSTRUCT_SPECIAL,
                                                      .became = BECAME_DEGRADED,
                                                      .reason = REASON_HUGE,
                                                      .line = passage->line});
        }
        for (int32_t j = 0; j < pieces.changes.count; j++) {
            TaleChange *change = rows_append(making->maker->passing, &first->changes);
            *change = pieces.changes.rows[j];
            change->once = true;
        }
        for (int32_t j = 0; j < pieces.links.count; j++) {
            drop_link(making, &pieces.links.rows[j], passage->name);
        }
    }
    for (int32_t i = 0; i < own.count; i++) {
        *rows_append(making->maker->passing, &first->changes) = own.rows[i];
    }
}

// A case has so many gauges and facts: what is beyond is as if it could not be said.
static void bound_variables(TaleMaker *maker) {
    int32_t numbers = 0, facts = 0;
    for (int32_t i = 0; i < maker->count; i++) {
        bool number = maker->rows[i].kind == VARIABLE_NUMBER;
        numbers += number;
        facts += !number;
        if (numbers > LIMIT_GAUGES || facts > LIMIT_FACTS) {
            maker->rows[i].kind = VARIABLE_OTHER;
        }
    }
}

// Reads what begins with &.
static bool is_dollar(Str entity) {
    if (!str_begins(entity, S("&#"))) {
        return false;
    }
    Str code = str_slice(entity, 2, entity.len);
    bool hexadecimal = str_begins(code, S("x")) || str_begins(code, S("X"));
    code = str_slice(code, hexadecimal, code.len);
    while (str_begins(code, S("0"))) {
        code = str_slice(code, 1, code.len);
    }
    return str_begins(code, hexadecimal ? S("24") : S("36"));
}

static bool may_set(const Passage *passage) {
    Str rest = passage->text;
    bool may = str_find(rest, S("$")) >= 0;
    for (ptrdiff_t at; passage->encoded && !may && (at = str_find(rest, S("&"))) >= 0;) {
        may = is_dollar(str_slice(rest, at, rest.len));
        rest = str_slice(rest, at + 1, rest.len);
    }
    return may;
}

static void survey_passage(TaleMaker *maker, const Passage *passage) {
    if (may_set(passage)) {
        ArenaMark mark = arena_mark(maker->passing);
        TalePieces pieces;
        tale_take_apart(maker, passage, &pieces);
        arena_rewind(maker->passing, mark);
    }
}

// Once to learn what the variables are, with a report that is thrown away.
static void survey(Making *making) {
    TaleMaker *maker = making->maker;
    LossReport *report = maker->report;
    LossReport none = {.arena = maker->arena, .count = LIMIT_FINDINGS}; // full: no row is kept
    maker->report = &none;
    maker->surveys = true;
    for (int32_t i = 0; i < maker->story->count; i++) {
        file_draft_pass(maker->story->source, maker->story->rows[i].text);
        survey_passage(maker, &maker->story->rows[i]);
    }
    for (int32_t i = 0; i < making->settings.count; i++) {
        survey_passage(maker, &making->settings.rows[i]);
    }
    maker->surveys = false;
    maker->report = report;
    bound_variables(maker);
}

static void settle_passage(Making *making, const Passage *passage, LossReason reason) {
    Became became = reason == REASON_NONE ? BECAME_CONVERTED : BECAME_DEGRADED;
    loss_settle(making->maker->report, CONSTRUCT_PASSAGE, became);
    if (reason != REASON_NONE) {
        tale_tell(making, CONSTRUCT_PASSAGE, became, reason, passage->line, (Str){0});
    }
}

static void put_scene(Making *making, int32_t place) {
    TaleMaker *maker = making->maker;
    const Passage *passage = &maker->story->rows[place];
    ArenaMark mark = arena_mark(maker->passing);
    TalePieces pieces;
    maker->here = maker->ids[place];
    making->crowded = REASON_NONE;
    tale_take_apart(maker, passage, &pieces);
    place_link_changes(making, &pieces);
    if (place == making->start) {
        take_settings(making, &pieces);
    }
    place_changes(making, &pieces, place == making->start);
    tale_put_passage(making, place, &pieces);
    settle_placed(making, &pieces);
    settle_passage(making, passage, pieces.huge ? REASON_HUGE : making->crowded);
    arena_rewind(maker->passing, mark);
}

// No more of a case is worth writing once it is larger than one may be: it is refused.
bool tale_is_full(const Making *making) {
    return file_draft_len(making->body) + making->json.out.count > LIMIT_FILE_BYTES;
}

static void hand_out(Making *making) {
    enum { PART = 64 * 1024 };
    if (making->body && making->json.out.count >= PART) {
        file_draft_add(making->body, json_take(&making->json));
    }
}

static void put_scenes(Making *making) {
    const Tale *story = making->maker->story;
    json_begin_object(&making->json);
    (void)json_take(&making->json); // the brace is the head's
    json_write_key(&making->json, S("scenes"));
    json_begin_list(&making->json);
    for (int32_t i = 0; i < story->count && !tale_is_full(making); i++) {
        file_draft_pass(story->source, story->rows[i].text);
        put_scene(making, i);
        hand_out(making);
    }
    tale_put_absent(making);
    json_end(&making->json);
    json_end(&making->json);
}

// Which gauges and facts there are is known once all scenes are written, so that the head comes last.
static Str put_head_before(Making *making) {
    JsonWriter scenes = making->json;
    making->json = json_writer(making->maker->passing);
    json_begin_object(&making->json);
    tale_put_head(making);
    str_add_char(&making->json.out, ',');
    Str head = json_take(&making->json);
    if (making->body) {
        file_draft_add(making->body, json_take(&scenes));
        return str_copy(making->maker->arena, head);
    }
    str_add(&scenes.out, head); // room for it
    char *text = scenes.out.rows;
    memmove(text + head.len, text, (size_t)(scenes.out.count - head.len));
    memcpy(text, head.text, (size_t)head.len);
    return str_built(&scenes.out);
}

bool tale_write_case(Arena *arena, Arena *scratch, Tale *story, const HeadWish *wish, LossReport *report,
                     TaleCase *made) {
    ArenaMark mark = arena_mark(scratch);
    TaleMaker maker = {.arena = arena,
                       .passing = scratch,
                       .story = story,
                       .wish = wish,
                       .report = report,
                       .format = tale_format(story)};
    Making making = {.maker = &maker, .json = json_writer(arena), .body = made->body};
    choose_passages(&making, story);
    if (story->count == 0) {
        return false;
    }
    making.start = find_start(&making);
    survey(&making);
    put_scenes(&making);
    settle_beginnings(&making);
    made->bytes = put_head_before(&making);
    arena_rewind(scratch, mark);
    return true;
}
