#include "player/library.h"

#include "base/path.h"
#include "base/utf8.h"
#include "scenario/scenario_parse.h"
#include "session/event.h"

static void add_part(StrBuilder *text, Str part) {
    str_add(text, part);
    str_add_char(text, '\n');
}

// The theme's and the competencies' names in both languages: the interface may be in either.
static Str search_text(const CardMaker *maker, const Scenario *scenario) {
    StrBuilder text = {.arena = maker->scratch};
    const Theme *theme = framework_find_theme(maker->framework, scenario_name(scenario, scenario->theme));
    const Str parts[] = {
        scenario->title, scenario->summary, theme ? theme->name.fr : (Str){0}, theme ? theme->name.en : (Str){0},
        scenario->intro, scenario->notice};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        add_part(&text, parts[i]);
    }
    for (int32_t i = 0; i < scenario->objectives.count; i++) {
        add_part(&text, scenario->texts.rows[scenario->objectives.first + i]);
    }
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        add_part(&text, scenario->scenes.rows[i].title);
    }
    for (CompetencyId i = 1; i < scenario->competencies.count; i++) {
        const Competency *competency = &scenario->competencies.rows[i];
        const SharedCompetency *shared =
            framework_find_competency(maker->framework, scenario_name(scenario, competency->id));
        add_part(&text, competency->name);
        add_part(&text, shared ? shared->name.fr : (Str){0});
        add_part(&text, shared ? shared->name.en : (Str){0});
    }
    return utf8_fold_search(maker->arena, str_built(&text));
}

// Without what stands before the first letter or digit, as an opening quotation mark.
static Str sort_title(Arena *arena, Str title) {
    Str folded = utf8_fold_search(arena, title);
    ptrdiff_t start = 0;
    while (start < folded.len && !(folded.text[start] >= 'a' && folded.text[start] <= 'z') &&
           !(folded.text[start] >= '0' && folded.text[start] <= '9')) {
        start++;
    }
    return start < folded.len ? str_slice(folded, start, folded.len) : folded;
}

static void keep_finding(Arena *arena, const Finding *finding, Finding *kept) {
    *kept = *finding;
    kept->member = str_copy(arena, finding->member);
    kept->pointer = str_copy(arena, finding->pointer);
    for (int32_t i = 0; i < FINDING_ARGUMENTS; i++) {
        kept->arguments[i] = str_copy(arena, finding->arguments[i]);
    }
}

static void keep_first_error(const CardMaker *maker, Findings *findings, Str bytes, Card *card) {
    findings_locate(findings, NULL, maker->scratch, bytes);
    for (int32_t i = 0; i < findings->count; i++) {
        if (finding_severity(findings->rows[i].code) == SEVERITY_ERROR) {
            keep_finding(maker->arena, &findings->rows[i], &card->finding);
            return;
        }
    }
}

static Card finish_card(const CardMaker *maker, Card card, Str path) {
    card.path = str_copy(maker->arena, path);
    card.told.title = card.told.title.len > 0 ? card.told.title : str_copy(maker->arena, path_name(path));
    card.order = sort_title(maker->arena, card.told.title);
    return card;
}

Card library_make_card(const CardMaker *maker, Str path, const Scenario *scenario, Findings *findings, Str bytes) {
    Card card = {.broken = !scenario->playable,
                 .told = card_create(maker->arena, scenario),
                 .search = search_text(maker, scenario)};
    card.look.len = bytes.len;
    if (card.broken) {
        keep_first_error(maker, findings, bytes, &card);
    }
    return finish_card(maker, card, path);
}

Card library_read_card(const CardMaker *maker, Str path) {
    Str bytes = {0};
    Card card = {.broken = true};
    Error error = {0};
    if (!file_load(maker->parse, path, LIMIT_FILE_BYTES, &bytes, &error)) {
        Error *kept = arena_push(maker->arena, Error, 1);
        *kept = error;
        card.error = kept;
        return finish_card(maker, card, path);
    }
    Findings findings = {.arena = maker->parse};
    const Scenario *scenario = scenario_parse(maker->parse, maker->scratch, maker->framework, bytes, &findings);
    return library_make_card(maker, path, scenario, &findings, bytes);
}

// Only of what was begun: working out the hash of every case would take as long as a fifth of its parsing.
static bool is_same(const Card *card, const JournalHeader *header) {
    Arena arena = {0};
    Str bytes = {0};
    bool same = header->len == card->look.len && file_load(&arena, card->path, LIMIT_FILE_BYTES, &bytes, NULL) &&
                str_equal(event_hash(&arena, bytes), header->hash);
    arena_finish(&arena);
    return same;
}

void library_mark_card(Card *card, const JournalList *journals) {
    card->started = card->changed = false;
    for (int32_t i = journals->count - 1; i >= 0; i--) { // of several the latest is told
        const JournalHeader *header = &journals->rows[i].header;
        if (header->kind == JOURNAL_SOLO && card->told.id.len > 0 && str_equal(header->case_id, card->told.id)) {
            // else it was begun with another copy
            if (journal_is_of(header, card->path, (Str){0}, 0) || is_same(card, header)) {
                card->started = true;
                card->started_on = header->date;
            }
        }
    }
}
