// Tells what became of everything in a file of another tool, or in a situation that is made one.
#include "player/screen_parts.h"

void screen_loss_more(Ui *ui, int32_t count) {
    if (count > SCREEN_MOST_ROWS) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("… and {0} more."), ui_number(ui, count - SCREEN_MOST_ROWS)),
                             .color = COLOR_SOFT});
    }
}

void screen_loss_begin(Ui *ui, Str key, Str heading) {
    ui_card_begin(ui, (UiBox){.key = key, .gap = 8, .role = ROLE_LIST, .name = heading});
    ui_heading(ui, heading);
}

static Str count_words(Ui *ui, const Player *player, Became became, int32_t count) {
    const Catalog *catalog = &player->app.catalog;
    const Str SOURCES[BECAME_COUNT] = {
        [BECAME_CONVERTED] = catalog_plural(catalog, TRP("{0} converted", "{0} converted"), count),
        [BECAME_DEGRADED] = catalog_plural(catalog, TRP("{0} degraded", "{0} degraded"), count),
        [BECAME_KEPT] = catalog_plural(catalog, TRP("{0} kept", "{0} kept"), count),
        [BECAME_DROPPED] = catalog_plural(catalog, TRP("{0} dropped", "{0} dropped"), count)};
    return UI_FORMAT(ui, SOURCES[became], ui_number(ui, count));
}

// "Short answers (3): 2 converted, 1 dropped"
static Str class_words(Ui *ui, const Player *player, const LossReport *report, Construct construct) {
    const LossCount *count = &report->counts[construct];
    StrBuilder became = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < BECAME_COUNT; i++) {
        if (count->became[i] > 0) {
            Str words = count_words(ui, player, (Became)i, count->became[i]);
            str_addf(&became, "%s%.*s", became.count > 0 ? ", " : "", S_ARG(words));
        }
    }
    return UI_FORMAT(ui, TR("{0} ({1}): {2}"), ui_words(ui, loss_class(construct)), ui_number(ui, count->found),
                     str_built(&became));
}

void screen_loss_classes(Ui *ui, const Player *player, const LossReport *report) {
    screen_loss_begin(ui, S("classes"), ui_words(ui, TR("What became of it")));
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        if (report->counts[i].found > 0) {
            ui_text(ui, (UiText){.text = class_words(ui, player, report, (Construct)i)});
        }
    }
    ui_card_end(ui);
}

void screen_loss_rows(Ui *ui, const Player *player, const LossGroups *groups, Str heading) {
    if (groups->count == 0) {
        return;
    }
    screen_loss_begin(ui, S("losses"), heading);
    for (int32_t i = 0; i < groups->count && i < SCREEN_MOST_ROWS; i++) {
        const Loss *loss = groups->rows[i].first;
        bool error = loss_is_error(loss->reason);
        Str became = ui_words(ui, error ? TR("error") : loss_became(loss->became));
        Str message = loss_group_message(ui_arena(ui), &player->app.catalog, &groups->rows[i]);
        Str text = loss->line > 0 ? UI_FORMAT(ui, TR("Line {0}, {1}: {2}"), ui_number(ui, loss->line), became, message)
                                  : UI_FORMAT(ui, TR("The whole file, {0}: {1}"), became, message);
        ui_text(ui, (UiText){.text = text, .color = error ? COLOR_OCHRE_INK : COLOR_INK});
    }
    screen_loss_more(ui, groups->count);
    ui_card_end(ui);
}

// Only the first few of those that are alike but for what they are about, and how many more; a key is like no other.
static int32_t say_alike(Ui *ui, const Player *player, const LossGroups *groups, int32_t from) {
    enum { MOST_ALIKE = 3 };
    const LossGroup *first = &groups->rows[from];
    int32_t end = from, more = 0;
    for (; end < groups->count && loss_group_alike(first, &groups->rows[end]); end++) {
        if (end - from < MOST_ALIKE || first->first->construct == CONSTRUCT_CASE_TEXT) {
            Str text = loss_group_message(ui_arena(ui), &player->app.catalog, &groups->rows[end]);
            ui_text(ui, (UiText){.text = text});
        } else {
            more += groups->rows[end].count;
        }
    }
    if (more > 0) {
        Str what = ui_words(ui, loss_class(first->first->construct));
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0}: {1} more, likewise."), what, ui_number(ui, more)),
                             .color = COLOR_SOFT});
    }
    return end;
}

static void say_fate(Ui *ui, const Player *player, const LossGroups *groups, Became became, Str heading) {
    int32_t at = 0;
    while (at < groups->count && groups->rows[at].first->became != became) {
        at++;
    }
    if (at == groups->count) {
        return;
    }
    screen_loss_begin(ui, loss_became(became), heading);
    while (at < groups->count && groups->rows[at].first->became == became) {
        at = say_alike(ui, player, groups, at);
    }
    ui_card_end(ui);
}

// First comes what loses most of its meaning unseen.
void screen_loss_fates(Ui *ui, const Player *player, const LossGroups *groups) {
    say_fate(ui, player, groups, BECAME_DEGRADED, ui_words(ui, TR("What loses something")));
    say_fate(ui, player, groups, BECAME_DROPPED, ui_words(ui, TR("What has no place there")));
    say_fate(ui, player, groups, BECAME_KEPT, ui_words(ui, TR("What stays to be read")));
    say_fate(ui, player, groups, BECAME_CONVERTED, ui_words(ui, TR("To look at again")));
}
