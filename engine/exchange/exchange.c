#include "exchange/exchange.h"

#include "base/limits.h"
#include "base/path.h"
#include "base/utf8.h"
#include "exchange/gift.h"
#include "exchange/windows1252.h"

#include <string.h>

static const struct {
    Str name, ending;
} KINDS[EXCHANGE_KIND_COUNT] = {
    [EXCHANGE_UNKNOWN] = {S_INIT(""), S_INIT("")}, [EXCHANGE_GIFT] = {S_INIT("gift"), S_INIT(".gift")}};

static const Str FAULTS[] = {
    [EXCHANGE_FINE] = S_INIT(""),
    [EXCHANGE_EMPTY] = TR_INIT("Nothing stands in it that could be asked or told."),
    [EXCHANGE_NO_TEXT] =
        TR_INIT("It is no text: a picture, a document of a word processor, or a text in UTF-16. Save it "
                "as plain text in UTF-8."),
    [EXCHANGE_NO_KIND] = TR_INIT("It is of no kind that is read here: GIFT."),
    [EXCHANGE_IS_A_CASE] = TR_INIT("It is a case already: play, check or edit it."),
    [EXCHANGE_TOO_LARGE] =
        TR_INIT("The case would be larger than one may be (16 MiB, 100,000 scenes): split the file."),
    [EXCHANGE_NOTHING] = TR_INIT("Nothing of the case can be asked in such a file."),
};

Str exchange_kind_name(ExchangeKind kind) {
    return KINDS[kind].name;
}

ExchangeKind exchange_kind_of_path(Str path) {
    for (int32_t i = 1; i < EXCHANGE_KIND_COUNT; i++) {
        if (path_ends(path, KINDS[i].ending)) {
            return (ExchangeKind)i;
        }
    }
    return EXCHANGE_UNKNOWN;
}

Str exchange_fault_words(ExchangeFault fault) {
    return FAULTS[fault];
}

// The file as UTF-8 without a byte order mark; an old one is read as Windows-1252, which has a letter for nearly every
// byte.
static bool decode(Arena *arena, Str *text, LossReport *report) {
    if (str_begins(*text, S("\xEF\xBB\xBF"))) {
        *text = str_slice(*text, 3, text->len);
    }
    if (text->len > 0 && memchr(text->text, '\0', (size_t)text->len)) {
        return false;
    }
    if (utf8_find_invalid(*text) < 0) {
        return true;
    }
    if (!windows1252_decode(arena, *text, text)) {
        return false;
    }
    loss_judge(report, &(Loss){.construct = CONSTRUCT_FILE, .became = BECAME_DEGRADED, .reason = REASON_NOT_UTF8});
    return true;
}

static bool is_case(Str text) {
    return str_begins(str_trim(text), S("{")) && str_find(text, S("\"format\"")) > 0;
}

static Str slug_of(Arena *arena, Arena *scratch, Str name) {
    StrBuilder slug = {.arena = arena};
    Str folded = utf8_fold_case(scratch, utf8_fold(scratch, name, -1).text);
    for (ptrdiff_t at = 0; at < folded.len && slug.count < LIMIT_SLUG; at++) {
        char c = folded.text[at];
        bool sign = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (sign) {
            str_add_char(&slug, c);
        } else if (slug.count > 0 && slug.rows[slug.count - 1] != '-') {
            str_add_char(&slug, '-');
        }
    }
    Str text = str_built(&slug);
    text = str_slice(text, 0, text.len - str_ends(text, S("-")));
    return text.len > 0 ? text : S("import");
}

static ExchangeFault import_gift(Arena *arena, Arena *scratch, Str text, Exchange *exchange) {
    Bank bank = {.arena = arena};
    gift_read(&bank, scratch, text, &exchange->report);
    if (bank.questions.count == 0) {
        return EXCHANGE_EMPTY;
    }
    if (bank.questions.count >= LIMIT_SCENES) {
        return EXCHANGE_TOO_LARGE;
    }
    BankWish wish = {.id = slug_of(arena, scratch, exchange->name),
                     .title = str_trim(exchange->name).len > 0 ? exchange->name : S("import"),
                     .language = exchange->language};
    exchange->bytes = bank_write_case(arena, scratch, &bank, &wish, &exchange->report);
    return exchange->bytes.len > LIMIT_FILE_BYTES ? EXCHANGE_TOO_LARGE : EXCHANGE_FINE;
}

ExchangeFault exchange_import(Arena *arena, Arena *scratch, Str bytes, Exchange *exchange) {
    exchange->report.arena = arena;
    Str text = bytes;
    if (!decode(arena, &text, &exchange->report)) {
        return EXCHANGE_NO_TEXT;
    }
    if (str_trim(text).len == 0) {
        return EXCHANGE_EMPTY;
    }
    if (is_case(text)) {
        return EXCHANGE_IS_A_CASE;
    }
    if (!gift_is(text)) {
        return EXCHANGE_NO_KIND;
    }
    exchange->kind = EXCHANGE_GIFT;
    ArenaMark mark = arena_mark(scratch);
    ExchangeFault fault = import_gift(arena, scratch, text, exchange);
    arena_rewind(scratch, mark);
    loss_sort(&exchange->report);
    return fault;
}

ExchangeFault exchange_export(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, Exchange *exchange) {
    exchange->report.arena = arena;
    Bank bank = {.arena = arena};
    bank_read_case(&bank, scratch, scenario, bytes, &exchange->report);
    if (bank.questions.count == 0) {
        return EXCHANGE_NOTHING;
    }
    exchange->bytes = gift_write(arena, scratch, &bank, &exchange->report);
    loss_sort(&exchange->report);
    return exchange->bytes.len == 0 ? EXCHANGE_NOTHING : EXCHANGE_FINE;
}
