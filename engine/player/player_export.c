#include "base/file.h"
#include "base/utf8.h"
#include "player/player_parts.h"
#include "report/debrief_html.h"

enum { MOST_SECTIONS = 16 };

typedef struct {
    Player *player;
    Arena *arena;
    bool with_words;
    PageSection sections[MOST_SECTIONS];
    int32_t count;
} Exporting;

typedef struct {
    Str *rows;
    int32_t count, capacity;
} RowTable;

static Str words(const Exporting *exporting, Str source) {
    return catalog_text(&exporting->player->catalog, source);
}

static void add_row(const Exporting *exporting, RowTable *table, Str row) {
    if (row.len > 0) {
        *table_append(exporting->arena, table) = row;
    }
}

static void add_pair(const Exporting *exporting, RowTable *table, Str label, Str text) {
    if (text.len > 0) {
        add_row(exporting, table, PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0}: {1}"), label, text));
    }
}

static void add_section(Exporting *exporting, Str heading, const RowTable *rows, Str note) {
    if (rows->count > 0) {
        Str small = note.len > 0 ? words(exporting, note) : note;
        exporting->sections[exporting->count++] =
            (PageSection){words(exporting, heading), rows->rows, rows->count, small};
    }
}

static void add_portraits(Exporting *exporting) {
    RowTable rows = {0};
    const DebriefModel *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->portraits.count; i++) {
        const ShownPortrait *portrait = &debrief->portraits.rows[i];
        add_row(exporting, &rows, portrait->name);
        if (portrait->arrival.len > 0) {
            add_row(exporting, &rows,
                    PLAYER_FORMAT(exporting->player, exporting->arena, TR("On arrival: {0}"), portrait->arrival));
        }
        if (portrait->departure.len > 0) {
            add_row(exporting, &rows,
                    PLAYER_FORMAT(exporting->player, exporting->arena, TR("On leaving: {0}"), portrait->departure));
        }
    }
    add_section(exporting, TR("On arrival, on leaving"), &rows, (Str){0});
}

static Str typed_words(const Exporting *exporting, const WalkModel *model, const ShownDecision *decision) {
    const Event *event = &model->session.events.rows[decision->seq - 1];
    const Ask *ask = &model->scenario->asks.rows[model->scenario->scenes.rows[event->scene].ask];
    bool typed = answer_is_typed(ask, &event->answer);
    return typed && !exporting->with_words ? words(exporting, TR("in your own words")) : decision->words;
}

static void add_decisions(Exporting *exporting) {
    static const Str MASTERY[] = {S_INIT(""), TR_INIT("not yet"), TR_INIT("mastered")};
    RowTable rows = {0};
    const DebriefModel *debrief = &exporting->player->debrief;
    const WalkModel *model = player_walk(exporting->player);
    for (int32_t i = 0; i < debrief->decisions.count; i++) {
        const ShownDecision *decision = &debrief->decisions.rows[i];
        if (decision->is_private) {
            continue;
        }
        Str said = typed_words(exporting, model, decision);
        if (decision->mastery != 0) {
            said = PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0} ({1})"), said,
                                 words(exporting, MASTERY[decision->mastery]));
        }
        add_pair(exporting, &rows, decision->title, said);
        for (int32_t j = 0; j < decision->why_count; j++) {
            const Why *why = decision->whys[j];
            add_row(exporting, &rows, why->text);
            add_row(exporting, &rows, why->gives);
            add_row(exporting, &rows, why->costs);
            add_row(exporting, &rows, why->instead);
        }
    }
    add_section(exporting, TR("What you did:"), &rows, (Str){0});
}

static void add_competencies(Exporting *exporting) {
    RowTable rows = {0};
    const DebriefModel *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->competencies.count; i++) {
        const ShownCompetency *row = &debrief->competencies.rows[i];
        Str said = row->words;
        if (debrief->score == SCORE_NUMBERS && row->profile.occasions >= 2) {
            Str part = str_format(exporting->arena, "%d", row->profile.sum - row->profile.low);
            Str whole = str_format(exporting->arena, "%d", row->profile.high - row->profile.low);
            said = PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0} of {1}"), part, whole);
        }
        add_pair(exporting, &rows, row->name, said);
    }
    add_section(exporting, TR("Competencies in this walk:"), &rows,
                TR("These marks describe choices in a fictional case. They do not evaluate a person."));
}

static void add_steps(Exporting *exporting) {
    RowTable rows = {0};
    const DebriefModel *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->steps.count; i++) {
        add_pair(exporting, &rows, debrief->steps.rows[i].title, debrief->steps.rows[i].words);
    }
    add_section(exporting, TR("Steps:"), &rows, (Str){0});
    rows = (RowTable){0};
    for (int32_t i = 0; i < debrief->mirror.count; i++) {
        const ShownMirror *row = &debrief->mirror.rows[i];
        add_pair(exporting, &rows, row->name, str_format(exporting->arena, "%d", row->count));
    }
    add_section(exporting, TR("In your own words, in this fiction:"), &rows, (Str){0});
    rows = (RowTable){0};
    for (int32_t i = 0; i < debrief->points.count; i++) {
        add_row(exporting, &rows, debrief->points.rows[i].text);
    }
    add_section(exporting, TR("Worth keeping:"), &rows, (Str){0});
}

static void add_texts(Exporting *exporting, Str heading, const Str *texts, int32_t count) {
    RowTable rows = {0};
    for (int32_t i = 0; i < count; i++) {
        add_row(exporting, &rows, texts[i]);
    }
    add_section(exporting, heading, &rows, (Str){0});
}

static const PageCurve *page_curves(const Exporting *exporting) {
    const DebriefModel *debrief = &exporting->player->debrief;
    PageCurve *curves = arena_push(exporting->arena, PageCurve, debrief->curves.count);
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        const Curve *curve = &debrief->curves.rows[i];
        curves[i] = (PageCurve){curve->name, curve->min, curve->max, curve->values};
    }
    return curves;
}

static Str make_page(Exporting *exporting) {
    Player *player = exporting->player;
    const DebriefModel *debrief = &player->debrief;
    add_portraits(exporting);
    add_decisions(exporting);
    add_competencies(exporting);
    add_steps(exporting);
    add_texts(exporting, TR("My notes"), &player->note, exporting->with_words ? 1 : 0);
    add_texts(exporting, TR("Questions to take further:"), debrief->questions.rows, debrief->questions.count);
    add_texts(exporting, TR("Where to turn:"), debrief->resources.rows, debrief->resources.count);
    add_texts(exporting, TR("Sources:"), debrief->sources.rows, debrief->sources.count);
    Str turning = debrief->turning > 0
                      ? PLAYER_FORMAT(player, exporting->arena, TR("Turning point: {0}"), debrief->turning_label)
                      : (Str){0};
    DebriefPage page = {.language = player->language,
                        .title = debrief->title,
                        .subtitle = PLAYER_FORMAT(player, exporting->arena, TR("Palabre · {0} · {1}"),
                                                  player->open.scenario->title, player->today),
                        .lead = debrief->text,
                        .curves = page_curves(exporting),
                        .curve_count = debrief->curves.count,
                        .point_count = debrief->point_count,
                        .curves_heading = words(exporting, TR("The relationship, from arrival to departure")),
                        .first_point = words(exporting, TR("On arrival")),
                        .last_point = words(exporting, TR("On leaving")),
                        .turning = debrief->turning,
                        .turning_label = turning,
                        .sections = exporting->sections,
                        .section_count = exporting->count,
                        .footer = words(exporting, TR("These are marks of authors, of their time. They are open to "
                                                      "discussion."))};
    return debrief_html(exporting->arena, &page);
}

// A title as part of a file's name on every system: signs that one of them keeps for itself go, spaces are plain.
static Str name_part(Arena *arena, Str title) {
    enum { MOST_BYTES = 120, NARROW_SPACE = 0x202F, WIDE_SPACE = 0xA0 };
    StrBuilder name = {.arena = arena};
    for (ptrdiff_t at = 0; at < title.len && name.count < MOST_BYTES;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(title, &at);
        bool space = code <= ' ' || code == NARROW_SPACE || code == WIDE_SPACE;
        bool kept = code >= 0 && str_find(S("<>:\"/\\|?*"), str_slice(title, from, at)) < 0;
        if (space) {
            str_add_char(&name, ' ');
        } else if (kept) {
            str_add(&name, str_slice(title, from, at));
        }
    }
    return str_trim(str_built(&name));
}

// The first name that nothing has yet.
static Str free_path(const Player *player, Arena *arena) {
    enum { TRIES = 1000 };
    Str title = name_part(arena, player->open.scenario->title);
    Str path = {0};
    for (int32_t i = 1; i <= TRIES; i++) {
        Str number = i > 1 ? str_format(arena, " (%d)", i) : (Str){0};
        path = file_join(
            arena, player->folders.documents,
            str_format(arena, "Palabre – %.*s – %.*s%.*s.html", S_ARG(title), S_ARG(player->today), S_ARG(number)));
        if (!file_exists(path)) {
            return path;
        }
    }
    return (Str){0};
}

void player_tell_export(Player *player, const WriterReport *report, int64_t now_ms) {
    player->exporting = 0;
    if (report->done) {
        player_say(player, TOAST_DONE, TR("The debrief is in your documents, as “{0}”."), file_name(player->exported),
                   now_ms);
    } else {
        player_say(player, TOAST_TROUBLE, TR("The debrief could not be written: {0}. It is still here."),
                   player_error_words(player, &report->error), now_ms);
    }
}

void player_export(Player *player, bool with_words, int64_t now_ms) {
    if (player->exporting != 0) {
        return;
    }
    Exporting exporting = {.player = player, .arena = &player->scratch, .with_words = with_words};
    Str path = player->folders.documents.len > 0 ? free_path(player, &player->scratch) : (Str){0};
    if (path.len == 0) {
        player_say(player, TOAST_TROUBLE, TR("There is no folder for documents here: nothing was written."), (Str){0},
                   now_ms);
        return;
    }
    arena_finish(&player->export_arena);
    player->exported = str_copy(&player->export_arena, path);
    if (!player->writer) {
        player_tell_export(player, &(WriterReport){.error = {.code = ERROR_SYSTEM}}, now_ms);
        return;
    }
    player->exporting = writer_save(player->writer, path, make_page(&exporting));
}
