#include "exchange/bank_case.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/paragraph.h"

#include <string.h>

static const Words END = {S_INIT("Fin"), S_INIT("The end")};
static const Words END_TEXT = {S_INIT("Toutes les questions ont été posées."), S_INIT("All questions were asked.")};

Str bank_word(const BankMaker *maker, Words words) {
    return words_in(words, maker->wish->language);
}

Str bank_to_complete(const BankMaker *maker) {
    return head_to_complete(maker->wish->language);
}

void bank_tell(BankMaker *maker, const BankQuestion *question, Became became, LossReason reason, Str about) {
    loss_tell(maker->report, &(Loss){.construct = question->construct,
                                     .became = became,
                                     .reason = reason,
                                     .line = question->line,
                                     .about = about});
}

static bool is_long(Str text) {
    return text.len > LIMIT_TEXT_CHARS && utf8_count(text) > LIMIT_TEXT_CHARS;
}

static void tell_long(BankMaker *maker, int32_t line) {
    if (!maker->told_long) {
        loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_QUESTION,
                                         .became = BECAME_DEGRADED,
                                         .reason = REASON_TOO_LONG,
                                         .line = line});
    }
    maker->told_long = true;
}

void bank_put_text(BankMaker *maker, Str key, Str text, int32_t line) {
    if (is_long(text)) {
        tell_long(maker, line);
        text = str_slice(text, 0, utf8_offset(text, LIMIT_TEXT_CHARS - 1));
        text = str_format(maker->scratch, "%.*s…", S_ARG(text));
    }
    if (!utf8_is_blank(text)) {
        json_write_member_text(&maker->json, key, text);
    }
}

// A scene has so many lines: where paragraphs are more, several share one.
static void split_text(BankMaker *maker, Str text, int32_t line, BankTexts *parts) {
    enum { MOST = LIMIT_TEXTS - 1 };
    Str rest = text, paragraph;
    while (paragraph_take(&rest, &paragraph)) {
        Str *last = parts->count > 0 ? &parts->rows[parts->count - 1] : NULL;
        bool crowded = parts->count >= MOST / 2;
        Str both = last ? (Str){last->text, paragraph.text + paragraph.len - last->text} : paragraph;
        if (utf8_is_blank(paragraph)) {
            continue;
        }
        if (crowded && !is_long(both)) {
            *last = both;
        } else if (parts->count < MOST) {
            *rows_append(maker->scratch, parts) = paragraph;
        } else {
            maker->told_long = false;
            tell_long(maker, line);
            return;
        }
    }
}

static void put_lines(BankMaker *maker, const BankTexts *parts, int32_t count) {
    if (count == 0) {
        return;
    }
    json_write_key(&maker->json, S("lines"));
    json_begin_list(&maker->json);
    for (int32_t i = 0; i < count; i++) {
        json_begin_object(&maker->json);
        json_write_member_text(&maker->json, S("text"), parts->rows[i]);
        json_end(&maker->json);
    }
    json_end(&maker->json);
}

void bank_put_lines(BankMaker *maker, Str text, int32_t line) {
    BankTexts parts = {0};
    split_text(maker, text, line, &parts);
    put_lines(maker, &parts, parts.count);
}

Str bank_put_lines_but_last(BankMaker *maker, Str text, int32_t line) {
    BankTexts parts = {0};
    split_text(maker, text, line, &parts);
    if (parts.count == 0) {
        return (Str){0};
    }
    put_lines(maker, &parts, parts.count - 1);
    return parts.rows[parts.count - 1];
}

static bool is_scene_id(BankMaker *maker, Str id) {
    return scenario_is_slug(id) && !bank_is_given_id(id) && !str_equal(id, S("end")) &&
           table_find(&maker->ids, id) == 0;
}

static Str scene_id(BankMaker *maker, const BankQuestion *question) {
    if (question->id.len > 0 && is_scene_id(maker, question->id)) {
        *table_slot(maker->arena, &maker->ids, question->id) = maker->number;
        return question->id;
    }
    return bank_numbered(maker->arena, 'q', maker->number);
}

void bank_begin_scene(BankMaker *maker, const BankQuestion *question, Str name) {
    json_begin_object(&maker->json);
    maker->number++;
    json_write_member_text(&maker->json, S("id"), scene_id(maker, question));
    bank_put_text(maker, S("title"), name, question->line);
}

static void put_id(BankMaker *maker, const BankQuestion *question) {
    if (question->id.len == 0) {
        return;
    }
    bool as_scene = table_find(&maker->ids, question->id) == maker->number;
    loss_settle(maker->report, CONSTRUCT_ID, as_scene ? BECAME_CONVERTED : BECAME_KEPT);
    if (!as_scene) {
        json_write_member_text(&maker->json, S("x-idnumber"), question->id);
        loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_ID,
                                         .became = BECAME_KEPT,
                                         .reason = REASON_KEPT_ASIDE,
                                         .line = question->line,
                                         .about = question->id});
    }
}

static void put_tags(BankMaker *maker, const BankQuestion *question) {
    if (question->tags.len == 0) {
        return;
    }
    JsonWriter list = json_line_writer(maker->scratch);
    json_begin_list(&list);
    for (Str rest = question->tags; rest.len > 0;) {
        Str tag = str_cut(&rest, '\n');
        json_write_text(&list, tag);
        loss_settle(maker->report, CONSTRUCT_TAG, BECAME_KEPT);
        loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_TAG,
                                         .became = BECAME_KEPT,
                                         .reason = REASON_KEPT_ASIDE,
                                         .line = question->line,
                                         .about = tag});
    }
    json_end(&list);
    json_write_key(&maker->json, S("x-tags"));
    json_write_raw(&maker->json, json_written(&list));
}

static void put_settings(BankMaker *maker, const BankQuestion *question) {
    if (question->settings.count == 0) {
        return;
    }
    JsonWriter list = json_line_writer(maker->scratch);
    json_begin_list(&list);
    for (int32_t i = 0; i < question->settings.count; i++) {
        const BankSetting *setting = &maker->bank->settings.rows[question->settings.first + i];
        json_begin_object(&list);
        json_write_member_text(&list, S("name"), setting->name);
        json_write_member_text(&list, S("text"), setting->text);
        json_end(&list);
        loss_settle(maker->report, CONSTRUCT_SETTING, BECAME_KEPT);
        loss_tell(maker->report, &(Loss){.construct = CONSTRUCT_SETTING,
                                         .became = BECAME_KEPT,
                                         .reason = REASON_KEPT_ASIDE,
                                         .line = question->line,
                                         .about = setting->name});
    }
    json_end(&list);
    json_write_key(&maker->json, S("x-settings"));
    json_write_raw(&maker->json, json_written(&list));
}

void bank_end_scene(BankMaker *maker, const BankQuestion *question) {
    if (question->category.len > 0) {
        json_write_member_text(&maker->json, S("x-category"), question->category);
    }
    if (!question->of_many) {
        put_id(maker, question);
        put_settings(maker, question);
        put_tags(maker, question);
    }
    json_end(&maker->json);
}

// All that stands before the first scene.
static void put_head(BankMaker *maker, int32_t count) {
    enum { LONGEST = 600 };
    const HeadWish *wish = maker->wish;
    int32_t alone = 1 + count / 2 < LONGEST ? 1 + count / 2 : LONGEST;
    int32_t group = 2 + count < LONGEST ? 2 + count : LONGEST;
    json_begin_object(&maker->json);
    head_put_names(&maker->json, wish, S("quiz"));
    bank_put_text(maker, S("title"), wish->title, 0);
    head_put_to_complete(&maker->json, wish->language, alone, group);
    head_put_rights(&maker->json, &wish->rights);
    head_put_competency(&maker->json, wish->language);
    json_write_member_text(&maker->json, S("start"), maker->start);
    json_write_key(&maker->json, S("scenes"));
    json_begin_list(&maker->json);
}

static void put_end(BankMaker *maker) {
    JsonWriter *json = &maker->json;
    json_begin_object(json);
    json_write_member_text(json, S("id"), S("end"));
    json_write_key(json, S("ending"));
    json_begin_object(json);
    json_write_member_text(json, S("title"), bank_word(maker, END));
    json_write_member_text(json, S("text"), bank_word(maker, END_TEXT));
    json_end(json);
    json_end(json);
}

bool bank_is_end(const Ending *ending) {
    return (str_equal(ending->title, END.fr) && str_equal(ending->text, END_TEXT.fr)) ||
           (str_equal(ending->title, END.en) && str_equal(ending->text, END_TEXT.en));
}

BankMaker *bank_begin_case(Arena *arena, Arena *scratch, const HeadWish *wish, LossReport *report, FileDraft *body) {
    BankMaker *maker = arena_push(arena, BankMaker, 1);
    *maker = (BankMaker){.json = json_writer(arena),
                         .arena = arena,
                         .scratch = scratch,
                         .wish = wish,
                         .report = report,
                         .body = body,
                         .competency = head_competency(wish->language)};
    return maker;
}

// How many questions there are is known when all are put: until then the head is the longest that there can be.
static void begin(BankMaker *maker) {
    BankMaker first = *maker;
    first.number = 1;
    maker->start = maker->bank->questions.count > 0 ? scene_id(&first, &maker->bank->questions.rows[0]) : S("end");
    put_head(maker, LIMIT_SCENES);
    maker->head = maker->json.out.count;
    if (maker->body) { // it goes before
        (void)json_take(&maker->json);
    }
}

static void hand_out(BankMaker *maker) {
    enum { PART = 64 * 1024 };
    if (maker->body && maker->json.out.count >= PART) {
        file_draft_add(maker->body, json_take(&maker->json));
    }
}

void bank_put_part(BankMaker *maker, const Bank *bank) {
    maker->bank = bank;
    if (maker->head == 0) {
        begin(maker);
    }
    for (int32_t i = 0; i < bank->questions.count; i++) {
        ArenaMark mark = arena_mark(maker->scratch);
        maker->told_long = false;
        bank_put_question(maker, &bank->questions.rows[i]);
        arena_rewind(maker->scratch, mark);
        hand_out(maker);
    }
    maker->questions += bank->questions.count;
}

int32_t bank_count_put(const BankMaker *maker) {
    return maker->questions;
}

ptrdiff_t bank_put_bytes(const BankMaker *maker) {
    return file_draft_len(maker->body) + maker->json.out.count;
}

// The head ends where the longest one would.
Str bank_end_case(BankMaker *maker) {
    put_end(maker);
    json_end(&maker->json);
    json_end(&maker->json);
    BankMaker first = *maker;
    first.json = json_writer(maker->scratch);
    first.told_long = true; // it was
    put_head(&first, maker->questions);
    Str head = str_built(&first.json.out), whole = json_written(&maker->json);
    if (maker->body) {
        file_draft_add(maker->body, whole);
        return str_copy(maker->arena, head);
    }
    ptrdiff_t at = maker->head - head.len;
    ASSERT(at >= 0);
    memcpy(maker->json.out.rows + at, head.text, (size_t)head.len);
    return str_slice(whole, at, whole.len);
}

Str bank_write_case(Arena *arena, Arena *scratch, const Bank *bank, const HeadWish *wish, LossReport *report) {
    BankMaker *maker = bank_begin_case(arena, scratch, wish, report, NULL);
    bank_put_part(maker, bank);
    return bank_end_case(maker);
}
