#include "exchange/exchange.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/utf8.h"
#include "exchange/archive.h"
#include "exchange/gift.h"
#include "exchange/h5p.h"
#include "exchange/ink.h"
#include "exchange/moodle.h"
#include "exchange/slug.h"
#include "exchange/twee.h"
#include "exchange/twine.h"
#include "exchange/windows1252.h"
#include "exchange/xml.h"
#include "scenario/scenario_parse.h"
#include "scenario/scenario_write.h"

#include <string.h>

static const struct {
    Str name, ending;
} KINDS[EXCHANGE_KIND_COUNT] = {
    [EXCHANGE_UNKNOWN] = {S_INIT(""), S_INIT("")},
    [EXCHANGE_GIFT] = {S_INIT("gift"), S_INIT(".gift")},
    [EXCHANGE_TWEE] = {S_INIT("twee"), S_INIT(".twee")},
    [EXCHANGE_TWINE] = {S_INIT("twine"), S_INIT("")}, // is not written
    [EXCHANGE_MOODLE] = {S_INIT("moodle"), S_INIT(".xml")},
    [EXCHANGE_H5P] = {S_INIT("h5p"), S_INIT(".h5p")},
    [EXCHANGE_INK] = {S_INIT("ink"), S_INIT(".ink")}, // is not read
};

static const Str FAULTS[] = {
    [EXCHANGE_FINE] = S_INIT(""),
    [EXCHANGE_EMPTY] = TR_INIT("Nothing stands in it that could be asked or told."),
    [EXCHANGE_NO_TEXT] =
        TR_INIT("It is no text: a picture, a document of a word processor, or a text in UTF-16. Save it "
                "as plain text in UTF-8."),
    [EXCHANGE_NO_KIND] = TR_INIT("It is of no kind that is read here: GIFT, Moodle XML, Twee, Twine’s HTML, "
                                 "or an H5P package."),
    [EXCHANGE_BROKEN] = TR_INIT("It is broken there, and was not read."),
    [EXCHANGE_IS_A_CASE] = TR_INIT("It is a case already: play, check or edit it."),
    [EXCHANGE_TOO_LARGE] =
        TR_INIT("It is too large: a case has at most 16 MiB and 100,000 scenes, a file 500 stories. Split the file."),
    [EXCHANGE_SEVERAL] = TR_INIT("It has several stories: name one with --story, or a folder with -o that takes all."),
    [EXCHANGE_NO_STORY] = TR_INIT("It has no story of that number."),
    [EXCHANGE_NOTHING] = TR_INIT("Nothing of the case has a place in such a file."),
    [EXCHANGE_NO_DOOR] = TR_INIT("What reads and writes such files is missing: install Palabre again."),
};

Str exchange_kind_name(ExchangeKind kind) {
    return KINDS[kind].name;
}

ExchangeKind exchange_kind_of_path(Str path) {
    for (int32_t i = 1; i < EXCHANGE_KIND_COUNT; i++) {
        if (KINDS[i].ending.len > 0 && path_ends(path, KINDS[i].ending)) {
            return (ExchangeKind)i;
        }
    }
    return EXCHANGE_UNKNOWN;
}

Str exchange_kind_ending(ExchangeKind kind) {
    return KINDS[kind].ending;
}

Str exchange_fault_words(ExchangeFault fault) {
    return FAULTS[fault];
}

// Whether all of it is UTF-8 without a zero, looked at part by part: a sequence is not parted.
static bool is_utf8(Str text, FileDraft *source) {
    enum { PART = 256 * 1024, LONGEST = 4 };
    while (text.len > 0) {
        ptrdiff_t end = text.len < PART ? text.len : PART;
        for (int32_t i = 1; i < LONGEST && end < text.len && (text.text[end] & 0xC0) == 0x80; i++) {
            end--;
        }
        Str part = str_slice(text, 0, end);
        if (memchr(part.text, '\0', (size_t)part.len) || utf8_find_invalid(part) >= 0) {
            return false;
        }
        text = str_slice(text, end, text.len);
        file_draft_pass(source, text);
    }
    return true;
}

static void tell_old_encoding(LossReport *report) {
    loss_judge(report, &(Loss){.construct = CONSTRUCT_FILE, .became = BECAME_DEGRADED, .reason = REASON_NOT_UTF8});
}

// The file as UTF-8 without a byte order mark; an old one is read as Windows-1252, which has a letter for nearly every
// byte but a zero, and must not outgrow what a file may have.
static ExchangeFault decode(Arena *arena, Str *text, Exchange *exchange) {
    if (str_begins(*text, S("\xEF\xBB\xBF"))) {
        *text = str_slice(*text, 3, text->len);
    }
    if (is_utf8(*text, exchange->source)) {
        return EXCHANGE_FINE;
    }
    exchange->source = NULL;
    if (!windows1252_decode(arena, *text, text)) {
        return EXCHANGE_NO_TEXT;
    }
    tell_old_encoding(&exchange->report);
    return text->len > LIMIT_FILE_BYTES ? EXCHANGE_TOO_LARGE : EXCHANGE_FINE;
}

static bool is_case(Str text) {
    return str_begins(str_trim(text), S("{")) && str_find(text, S("\"format\"")) > 0;
}

// A case is called as the file calls itself, else as the file is called.
static HeadWish wish_for(Arena *arena, Arena *scratch, const Exchange *exchange, Str title, Str language) {
    title = utf8_is_blank(title) ? exchange->name : title;
    return (HeadWish){.id = slug_make(arena, scratch, title, S("import")),
                      .title = utf8_is_blank(title) ? S("import") : title,
                      .language = language};
}

static ExchangeFault import_bank(Arena *arena, Arena *scratch, const Bank *bank, const HeadWish *wish,
                                 Exchange *exchange) {
    if (bank->questions.count == 0) {
        return EXCHANGE_EMPTY;
    }
    if (bank->questions.count >= LIMIT_SCENES) {
        return EXCHANGE_TOO_LARGE;
    }
    exchange->bytes = bank_write_case(arena, scratch, bank, wish, &exchange->report);
    return exchange->bytes.len > LIMIT_FILE_BYTES ? EXCHANGE_TOO_LARGE : EXCHANGE_FINE;
}

static ExchangeFault import_gift(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    Arena passing = {0};
    Bank bank = {.arena = &passing, .tables = arena};
    HeadWish wish = wish_for(arena, scratch, exchange, (Str){0}, exchange->language);
    Gift *gift = gift_begin(arena, scratch, &bank, text, &exchange->report);
    BankMaker *maker = bank_begin_case(arena, scratch, &wish, &exchange->report, exchange->body);
    ArenaMark mark = arena_mark(&passing);
    bool more = true, fits = true;
    while (more && fits) {
        more = gift_read(gift);
        bank_put_part(maker, &bank);
        loss_keep(&exchange->report);
        bank_empty(&bank);
        arena_rewind(&passing, mark);
        fits = bank_put_bytes(maker) <= LIMIT_FILE_BYTES && bank_count_put(maker) < LIMIT_SCENES;
    }
    arena_finish(&passing);
    exchange->bytes = bank_end_case(maker);
    fits = fits && exchange->bytes.len + file_draft_len(exchange->body) <= LIMIT_FILE_BYTES;
    return bank_count_put(maker) == 0 ? EXCHANGE_EMPTY : fits ? EXCHANGE_FINE : EXCHANGE_TOO_LARGE;
}

static ExchangeFault import_moodle(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    Bank bank = {.arena = arena};
    HeadWish wish = wish_for(arena, scratch, exchange, (Str){0}, exchange->language);
    bool whole = moodle_read(&bank, scratch, text, &exchange->report);
    return whole ? import_bank(arena, scratch, &bank, &wish, exchange) : EXCHANGE_BROKEN;
}

static ExchangeFault import_story(Arena *arena, Arena *scratch, Tale *story, Exchange *exchange) {
    if (story->count >= LIMIT_SCENES / 2) {
        return EXCHANGE_TOO_LARGE;
    }
    HeadWish wish = wish_for(arena, scratch, exchange, str_trim(story->title), exchange->language);
    TaleCase made = {.body = exchange->body};
    if (!tale_write_case(arena, scratch, story, &wish, &exchange->report, &made)) {
        return EXCHANGE_EMPTY;
    }
    exchange->bytes = made.bytes;
    return made.bytes.len + file_draft_len(made.body) > LIMIT_FILE_BYTES ? EXCHANGE_TOO_LARGE : EXCHANGE_FINE;
}

static ExchangeFault import_twee(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    Tale story = {.source = exchange->source};
    twee_read(arena, scratch, text, &story, &exchange->report);
    return import_story(arena, scratch, &story, exchange);
}

static ExchangeFault import_twine(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    Tales stories = {0};
    int32_t wanted = exchange->story > 0 ? exchange->story : 1;
    twine_read(arena, text, exchange->source, wanted, &stories);
    if (stories.count > TWINE_MOST_STORIES) {
        return EXCHANGE_TOO_LARGE;
    }
    for (int32_t i = 0; i < stories.count; i++) {
        const Tale *story = &stories.rows[i];
        *rows_append(arena, exchange) = (ExchangeStory){story->title, story->html, story->line};
    }
    if (stories.count == 0) {
        return EXCHANGE_EMPTY;
    }
    if (stories.count > 1 && exchange->story == 0) {
        return EXCHANGE_SEVERAL;
    }
    if (exchange->story > stories.count) {
        return EXCHANGE_NO_STORY;
    }
    return import_story(arena, scratch, &stories.rows[wanted - 1], exchange);
}

// Canonical, as everything else that Palabre writes.
static Str lay_out(Arena *arena, Arena *scratch, const Exchange *exchange, Str bytes) {
    Findings findings = {.arena = scratch};
    Arena thinking = {0};
    const Scenario *scenario = scenario_parse(scratch, &thinking, exchange->framework, bytes, &findings);
    Str laid_out = scenario->playable ? scenario_write(arena, &thinking, scenario, WRITE_AS_IS) : bytes;
    arena_finish(&thinking);
    return laid_out;
}

static ExchangeFault import_branching(Arena *arena, Arena *scratch, const H5pPackage *package, const HeadWish *wish,
                                      Exchange *exchange) {
    Str bytes;
    if (!h5p_write_case(arena, scratch, package, wish, &exchange->report, &bytes)) {
        return EXCHANGE_BROKEN;
    }
    exchange->bytes = bytes.len > LIMIT_FILE_BYTES ? bytes : lay_out(arena, scratch, exchange, bytes);
    return bytes.len > LIMIT_FILE_BYTES ? EXCHANGE_TOO_LARGE : EXCHANGE_FINE;
}

static ExchangeFault import_h5p(Arena *arena, Arena *scratch, Str bytes, Exchange *exchange) {
    H5pPackage package;
    if (!h5p_open(arena, scratch, bytes, &package, &exchange->report)) {
        return EXCHANGE_BROKEN;
    }
    bool named = package.language.len > 0 && !exchange->insists;
    HeadWish wish = wish_for(arena, scratch, exchange, package.title, named ? package.language : exchange->language);
    wish.rights = package.rights;
    ExchangeFault fault = EXCHANGE_FINE;
    if (h5p_is_story(&package)) {
        fault = import_branching(arena, scratch, &package, &wish, exchange);
    } else {
        Bank bank = {.arena = arena};
        h5p_read_quiz(&bank, scratch, &package, &wish, &exchange->report);
        fault = import_bank(arena, scratch, &bank, &wish, exchange);
    }
    h5p_close(&package);
    return fault;
}

static ExchangeKind kind_of(Str text) {
    return h5p_is(text)                                               ? EXCHANGE_H5P
           : moodle_is(text)                                          ? EXCHANGE_MOODLE
           : twine_is(text)                                           ? EXCHANGE_TWINE
           : twee_is(text)                                            ? EXCHANGE_TWEE
           : gift_is(text) && !str_begins(str_trim(text), S("<?xml")) ? EXCHANGE_GIFT
                                                                      : EXCHANGE_UNKNOWN;
}

static ExchangeFault import_kind(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    switch (exchange->kind) {
    case EXCHANGE_GIFT:
        return import_gift(arena, scratch, text, exchange);
    case EXCHANGE_TWEE:
        return import_twee(arena, scratch, text, exchange);
    case EXCHANGE_TWINE:
        return import_twine(arena, scratch, text, exchange);
    case EXCHANGE_MOODLE:
        return import_moodle(arena, scratch, text, exchange);
    case EXCHANGE_H5P:
        return import_h5p(arena, scratch, text, exchange);
    case EXCHANGE_INK:
    case EXCHANGE_UNKNOWN:
    case EXCHANGE_KIND_COUNT:
        break;
    }
    return EXCHANGE_NO_KIND;
}

ExchangeFault exchange_import(Arena *arena, Arena *scratch, Str bytes, Exchange *exchange) {
    exchange->report.arena = arena;
    Str text = bytes;
    ExchangeFault unread = archive_is(bytes) ? EXCHANGE_FINE : decode(arena, &text, exchange);
    if (unread != EXCHANGE_FINE) {
        return unread;
    }
    if (str_trim(text).len == 0) {
        return EXCHANGE_EMPTY;
    }
    if (is_case(text) && !h5p_is(text)) {
        return EXCHANGE_IS_A_CASE;
    }
    exchange->kind = kind_of(text);
    if ((archive_is(bytes) && !archive_is_there()) || (exchange->kind == EXCHANGE_MOODLE && !xml_is_there())) {
        return EXCHANGE_NO_DOOR;
    }
    ArenaMark mark = arena_mark(scratch);
    ExchangeFault fault = import_kind(arena, scratch, text, exchange);
    arena_rewind(scratch, mark);
    loss_sort(&exchange->report);
    return fault;
}

ExchangeFault exchange_import_story(Arena *arena, Arena *scratch, const Exchange *first, Exchange *exchange) {
    ASSERT(exchange->story >= 1 && exchange->story <= first->count);
    const ExchangeStory *wanted = &first->rows[exchange->story - 1];
    exchange->report.arena = arena;
    exchange->kind = first->kind;
    exchange->source = first->source;
    if (first->report.counts[CONSTRUCT_FILE].found > 0) {
        tell_old_encoding(&exchange->report);
    }
    ArenaMark mark = arena_mark(scratch);
    Tale story;
    twine_read_story(arena, wanted->html, wanted->line, exchange->source, &story);
    ExchangeFault fault = import_story(arena, scratch, &story, exchange);
    arena_rewind(scratch, mark);
    loss_sort(&exchange->report);
    return fault;
}

static void export_bank(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, Exchange *exchange) {
    Bank bank = {.arena = arena};
    bank_read_case(&bank, scratch, scenario, bytes, &exchange->report);
    bool gift = exchange->kind == EXCHANGE_GIFT;
    exchange->bytes = (gift ? gift_write : moodle_write)(arena, scratch, &bank, &exchange->report);
}

ExchangeFault exchange_export(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, Exchange *exchange) {
    exchange->report.arena = arena;
    if (exchange->kind == EXCHANGE_H5P && !archive_is_there()) {
        return EXCHANGE_NO_DOOR;
    }
    if (exchange->kind == EXCHANGE_TWEE) {
        exchange->bytes = twee_write(arena, scratch, scenario, bytes, &exchange->report);
    } else if (exchange->kind == EXCHANGE_INK) {
        exchange->bytes = ink_write(arena, scratch, scenario, bytes, &exchange->report);
    } else if (exchange->kind == EXCHANGE_H5P) {
        exchange->bytes = h5p_write(arena, scratch, scenario, bytes, &exchange->report);
    } else {
        export_bank(arena, scratch, scenario, bytes, exchange);
    }
    loss_sort(&exchange->report);
    return exchange->bytes.len == 0 ? EXCHANGE_NOTHING : EXCHANGE_FINE;
}
