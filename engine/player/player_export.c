#include "base/date.h"
#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "player/player_parts.h"
#include "report/debrief_html.h"

typedef struct {
    Player *player;
    Arena *arena;
    bool with_words;
    struct {
        PageSection *rows;
        int32_t count, capacity;
    } sections;
} Exporting;

typedef struct {
    Str *rows;
    int32_t count, capacity;
} RowTable;

static Str words(const Exporting *exporting, Str source) {
    return catalog_text(&exporting->player->app.catalog, source);
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
        *table_append(exporting->arena, &exporting->sections) = (PageSection){heading, rows->rows, rows->count, note};
    }
}

static void add_portraits(Exporting *exporting) {
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->portraits.count; i++) {
        const ToldPortrait *portrait = &debrief->portraits.rows[i];
        RowTable rows = {0};
        add_pair(exporting, &rows, words(exporting, TR("On arrival")), portrait->arrival);
        add_pair(exporting, &rows, words(exporting, TR("At departure")), portrait->departure);
        add_section(exporting, portrait->name, &rows, (Str){0});
    }
}

static Str typed_words(const Exporting *exporting, const ToldDecision *decision) {
    return decision->typed && !exporting->with_words ? words(exporting, TR("in your own words")) : decision->words;
}

static void add_line(StrBuilder *told, Str line) {
    if (line.len > 0) {
        str_addf(told, "\n%.*s", S_ARG(line));
    }
}

static void add_decisions(Exporting *exporting) {
    static const Str MASTERY[] = {S_INIT(""), TR_INIT("not yet"), TR_INIT("mastered")};
    RowTable rows = {0};
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->decisions.count; i++) {
        const ToldDecision *decision = &debrief->decisions.rows[i];
        if (decision->is_private) {
            continue;
        }
        Str said = typed_words(exporting, decision);
        if (decision->mastery != 0) {
            said = PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0} ({1})"), said,
                                 words(exporting, MASTERY[decision->mastery]));
        }
        StrBuilder told = {.arena = exporting->arena};
        str_add(&told, decision->title);
        add_line(&told, said);
        for (int32_t j = 0; j < decision->why_count; j++) {
            const Why *why = decision->whys[j];
            add_line(&told, why->text);
            add_line(&told, why->gives);
            add_line(&told, why->costs);
            add_line(&told, why->instead);
        }
        add_line(&told, decision->why);
        add_row(exporting, &rows, str_built(&told));
    }
    add_section(exporting, words(exporting, TR("What you answered")), &rows, (Str){0});
}

static void add_competencies(Exporting *exporting) {
    RowTable rows = {0};
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->competencies.count; i++) {
        const ToldCompetency *row = &debrief->competencies.rows[i];
        Str said = row->words;
        if (debrief->score == SCORE_NUMBERS && row->profile.occasions >= 2) {
            Str part = str_format(exporting->arena, "%d", row->profile.sum - row->profile.low);
            Str whole = str_format(exporting->arena, "%d", row->profile.high - row->profile.low);
            said = PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0} of {1}"), part, whole);
        }
        add_pair(exporting, &rows, row->name, said);
    }
    Str limits = TR("These marks describe choices in a made-up case. They do not judge a person.");
    add_section(exporting, words(exporting, TR("What your choices worked on")), &rows, words(exporting, limits));
}

static void add_steps(Exporting *exporting) {
    RowTable rows = {0};
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->steps.count; i++) {
        add_pair(exporting, &rows, debrief->steps.rows[i].title, debrief->steps.rows[i].words);
    }
    add_section(exporting, words(exporting, TR("Steps to take, steps to avoid")), &rows, (Str){0});
}

static void add_points(Exporting *exporting) {
    RowTable rows = {0};
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->points.count; i++) {
        add_row(exporting, &rows, debrief->points.rows[i].text);
    }
    add_section(exporting, words(exporting, TR("Worth keeping")), &rows, (Str){0});
}

static void add_mirror(Exporting *exporting) {
    RowTable rows = {0};
    const ToldDebrief *debrief = &exporting->player->debrief;
    for (int32_t i = 0; i < debrief->mirror.count; i++) {
        const ToldMirror *row = &debrief->mirror.rows[i];
        add_pair(exporting, &rows, row->name, str_format(exporting->arena, "× %d", row->count));
    }
    if (debrief->mirrored && rows.count == 0) {
        add_row(exporting, &rows, words(exporting, TR("Nothing of this kind was noticed in your words this time.")));
    }
    add_section(exporting, words(exporting, TR("In your own words")), &rows, (Str){0});
}

static void add_texts(Exporting *exporting, Str heading, const Str *texts, int32_t count) {
    RowTable rows = {0};
    for (int32_t i = 0; i < count; i++) {
        add_row(exporting, &rows, texts[i]);
    }
    add_section(exporting, words(exporting, heading), &rows, (Str){0});
}

// "27 November 2026"; what is no date stays as it is.
static Str date_words(const Exporting *exporting, Str date) {
    static const Str MONTHS[] = {TR_INIT("January"),   TR_INIT("February"), TR_INIT("March"),    TR_INIT("April"),
                                 TR_INIT("May"),       TR_INIT("June"),     TR_INIT("July"),     TR_INIT("August"),
                                 TR_INIT("September"), TR_INIT("October"),  TR_INIT("November"), TR_INIT("December")};
    enum { MONTH_AT = 5, DAY_AT = 8 };
    int32_t month = 0, day = 0;
    if (!date_is_valid(date) || !str_to_int(str_slice(date, MONTH_AT, DAY_AT - 1), &month) ||
        !str_to_int(str_slice(date, DAY_AT, date.len), &day)) {
        return date;
    }
    Str year = str_slice(date, 0, MONTH_AT - 1), name = words(exporting, MONTHS[month - 1]);
    return day == 1 ? PLAYER_FORMAT(exporting->player, exporting->arena, TR("1 {0} {1}"), name, year)
                    : PLAYER_FORMAT(exporting->player, exporting->arena, TR("{0} {1} {2}"),
                                    str_format(exporting->arena, "%d", day), name, year);
}

static const PageCurve *page_curves(const Exporting *exporting) {
    const ToldDebrief *debrief = &exporting->player->debrief;
    PageCurve *curves = arena_push(exporting->arena, PageCurve, debrief->curves.count);
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        const ToldCurve *curve = &debrief->curves.rows[i];
        curves[i] = (PageCurve){curve->name, curve->min, curve->max, curve->values};
    }
    return curves;
}

static Str make_page(Exporting *exporting) {
    Player *player = exporting->player;
    const ToldDebrief *debrief = &player->debrief;
    add_portraits(exporting);
    int32_t portraits = exporting->sections.count;
    add_competencies(exporting);
    add_steps(exporting);
    add_decisions(exporting);
    add_points(exporting);
    add_mirror(exporting);
    add_texts(exporting, TR("To talk about"), debrief->questions.rows, debrief->questions.count);
    add_texts(exporting, TR("My notes"), &player->note, exporting->with_words ? 1 : 0);
    add_texts(exporting, TR("Where to turn"), debrief->resources.rows, debrief->resources.count);
    add_texts(exporting, TR("Sources"), debrief->sources.rows, debrief->sources.count);
    DebriefPage page = {.language = player->app.language,
                        .title = debrief->title,
                        .subtitle = PLAYER_FORMAT(player, exporting->arena, TR("Palabre · {0} · {1}"),
                                                  player->open.scenario->title, date_words(exporting, player->today)),
                        .lead = debrief->text,
                        .curves = page_curves(exporting),
                        .curve_count = debrief->curves.count,
                        .point_count = debrief->point_count,
                        .curves_after = portraits,
                        .curves_label = debrief->curves_told,
                        .curves_heading = words(exporting, TR("The relationship, from arrival to departure")),
                        .first_point = words(exporting, TR("Arrival")),
                        .last_point = words(exporting, TR("Departure")),
                        .turning = debrief->turning,
                        .turning_label = debrief->turning_words,
                        .sections = exporting->sections.rows,
                        .section_count = exporting->sections.count,
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
        path = path_join(
            arena, player->app.folders.documents,
            str_format(arena, "Palabre – %.*s – %.*s%.*s.html", S_ARG(title), S_ARG(player->today), S_ARG(number)));
        if (!file_exists(path)) {
            return path;
        }
    }
    return (Str){0};
}

void player_tell_export(Player *player, const WriterReport *report, int64_t now_ms) {
    player->exporting = 0;
    player->exported_walk = report->done ? player->exported_walk : 0;
    if (report->done) {
        app_say(&player->app, TOAST_DONE, TR("The debrief is in your documents, as “{0}”."),
                path_name(player->exported), now_ms);
    } else {
        app_say(&player->app, TOAST_TROUBLE, TR("The debrief could not be written: {0}. It is still here."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
    }
}

void player_export(Player *player, bool with_words, int64_t now_ms) {
    if (player->exporting != 0) {
        return;
    }
    Exporting exporting = {.player = player, .arena = &player->scratch, .with_words = with_words};
    Str path = player->app.folders.documents.len > 0 ? free_path(player, &player->scratch) : (Str){0};
    if (path.len == 0) {
        app_say(&player->app, TOAST_TROUBLE, TR("There is no folder for documents here: nothing was written."),
                (Str){0}, now_ms);
        return;
    }
    arena_finish(&player->export_arena);
    player->exported = str_copy(&player->export_arena, path);
    player->exported_walk = player->walk + 1;
    if (!player->app.writer) {
        player_tell_export(player, &(WriterReport){.error = {.code = ERROR_SYSTEM}}, now_ms);
        return;
    }
    player->exporting = writer_save(player->app.writer, path, make_page(&exporting));
}
