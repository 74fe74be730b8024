// Which texts of a situation groups played.
#include "cli/sessions.h"

static bool is_of(const SessionsText *text, const StoreHeader *header) {
    return str_equal(text->first->case_id, header->case_id) && str_equal(text->first->hash, header->hash) &&
           text->first->len == header->len;
}

static SessionsText *find(Arena *arena, SessionsTexts *texts, const StoreHeader *header) {
    for (int32_t i = 0; i < texts->count; i++) {
        if (is_of(&texts->rows[i], header)) {
            return &texts->rows[i];
        }
    }
    SessionsText *fresh = rows_append(arena, texts);
    *fresh = (SessionsText){.first = header, .first_day = header->begun, .last_day = header->begun};
    return fresh;
}

// Situation by situation, and of each the text that came into use last first.
static bool comes_before(const SessionsText *a, const SessionsText *b) {
    int cases = str_compare(a->first->case_id, b->first->case_id), days = str_compare(a->first_day, b->first_day);
    days = days != 0 ? days : str_compare(a->last_day, b->last_day);
    return cases != 0                   ? cases < 0
           : days != 0                  ? days > 0
           : a->sessions != b->sessions ? a->sessions > b->sessions
                                        : str_compare(a->first->hash, b->first->hash) < 0;
}

SessionsTexts sessions_find_texts(Arena *arena, const StoreHeaderList *list) {
    SessionsTexts texts = {0};
    for (int32_t i = 0; i < list->count; i++) {
        const StoreHeader *header = &list->rows[i];
        if (header->kind == STORE_GROUP && !header->damaged) {
            SessionsText *text = find(arena, &texts, header);
            text->sessions++;
            text->first_day = str_compare(header->begun, text->first_day) < 0 ? header->begun : text->first_day;
            text->last_day = str_compare(header->begun, text->last_day) > 0 ? header->begun : text->last_day;
        }
    }
    for (int32_t i = 1; i < texts.count; i++) {
        for (int32_t j = i; j > 0 && comes_before(&texts.rows[j], &texts.rows[j - 1]); j--) {
            SessionsText moved = texts.rows[j];
            texts.rows[j] = texts.rows[j - 1];
            texts.rows[j - 1] = moved;
        }
    }
    for (int32_t i = 0; i < texts.count; i++) {
        bool another = i == 0 || !str_equal(texts.rows[i].first->case_id, texts.rows[i - 1].first->case_id);
        texts.rows[i].number = another ? 1 : texts.rows[i - 1].number + 1;
    }
    return texts;
}

static bool is_of_several(const SessionsTexts *texts, int32_t row) {
    for (int32_t i = 0; i < texts->count; i++) {
        if (i != row && str_equal(texts->rows[i].first->case_id, texts->rows[row].first->case_id)) {
            return true;
        }
    }
    return false;
}

bool sessions_tell_texts(Cli *cli, const SessionsTexts *texts) {
    bool any = false;
    for (int32_t i = 0; i < texts->count; i++) {
        const SessionsText *text = &texts->rows[i];
        if (is_of_several(texts, i)) {
            Str sessions = cli_plural(cli, TRP("{0} session", "{0} sessions"), text->sessions);
            cli_complain(CLI_FORMAT(cli, TR("“{0}”, text {1}: {2}, from {3} to {4}."), text->first->title,
                                    str_slice(text->first->hash, 0, SESSIONS_SHORT_HASH), sessions, text->first_day,
                                    text->last_day));
            any = true;
        }
    }
    return any;
}
