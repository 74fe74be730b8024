// A session: what an analysis of it alone tells.
#include "push/parcel_inside.h"

#include "session/replay.h"

#include <math.h>

typedef struct {
    const ParcelCase *of;
    Str key; // of the session
} Sending;

static AnalysisOut tell(Arena *arena, const ParcelCase *of, const Group *group) {
    AnalysisWork *work = analysis_begin(arena, of->scenario, ANALYSIS_LAST);
    analysis_add(work, group);
    return analysis_end(work).out;
}

// Its decisions, beside groups that never began: these change none of them, and marks are told of so many sessions
// only.
static AnalysisOut tell_decisions(Arena *arena, const ParcelCase *of, const Group *group, AnalysisAnswer counted) {
    AnalysisWork *work = analysis_begin(arena, of->scenario, counted);
    analysis_add(work, group);
    for (int32_t i = 1; i < STATS_LEAST_PEOPLE; i++) {
        analysis_add(work, of->idle);
    }
    return analysis_end(work).out;
}

static StrBuilder *begin_row(Parcel *parcel, const Sending *sending, ParcelTable table) {
    StrBuilder *rows = parcel_rows(parcel, table);
    str_add(rows, sending->key);
    return rows;
}

// The level at which the group was sure, and how far from the panel it then was.
static void add_sure(StrBuilder *rows, const AnalysisDecision *decision) {
    int32_t level = ANALYSIS_SURE;
    while (level > 0 && decision->sure[level - 1].sessions == 0) {
        level--;
    }
    if (level > 0) {
        str_addf(rows, "\t%d\t%.17g", level, decision->sure[level - 1].distance.median);
    } else {
        str_add(rows, S("\t\\N\t\\N"));
    }
}

// The facility is the mean of its marks and of no marks of the groups beside, as a share of the most.
static void add_marks(StrBuilder *rows, const AnalysisDecision *decision) {
    const double HUNDRED = 100;
    double marks = decision->item.facility.value * decision->most * (double)STATS_LEAST_PEOPLE / HUNDRED;
    str_addf(rows, "\t%ld\t%d", lround(marks), decision->most);
}

static void add_answer(Parcel *parcel, const Sending *sending, ParcelCounted counted,
                       const AnalysisDecision *decision) {
    StrBuilder *rows = begin_row(parcel, sending, PARCEL_ANSWERS);
    uint32_t offered = 0, followed = 0;
    for (int32_t i = 0; i < decision->options.count; i++) {
        offered |= (uint32_t)(decision->options.rows[i].offered > 0) << i;
        followed |= (uint32_t)(decision->options.rows[i].followed > 0) << i;
    }
    str_addf(rows, "\t%d\t%d", decision->scene, counted);
    if (decision->sessions > 0) {
        str_addf(rows, "\t%lld", (long long)decision->spent_ms.median);
    } else {
        str_add(rows, S("\t\\N")); // voted on, and never answered
    }
    str_addf(rows, "\t%u\t%u", offered, followed);
    add_sure(rows, decision);
    if (parcel_is_suspended(sending->of)) {
        str_add(rows, S("\t0\t0"));
    } else {
        add_marks(rows, decision);
    }
    str_addf(rows, "\t%.*s\t%.*s\t%.*s\n", S_ARG(parcel_flag(decision->paired > 0)),
             S_ARG(parcel_flag(decision->moved > 0)), S_ARG(parcel_flag(decision->moved_apart > 0)));
}

// The hands of an item, a place each and the abstentions; then how many could raise theirs there.
static void add_cells(StrBuilder *rows, const Disclosed *counts, int32_t item) {
    str_add(rows, S("\t{"));
    for (int32_t i = 0; i <= counts->places; i++) {
        const DisclosedCell *cell = &counts->cells[item][i < counts->places ? i : DISCLOSED_ABSTAINED];
        str_add(rows, i > 0 ? S(",") : S(""));
        if (cell->hidden) {
            str_add(rows, S("NULL"));
        } else {
            str_addf(rows, "%lld", (long long)cell->hands);
        }
    }
    str_add(rows, S("}\t{"));
    for (int32_t i = 0; i <= counts->places; i++) {
        const DisclosedCell *cell = &counts->cells[item][i < counts->places ? i : DISCLOSED_ABSTAINED];
        str_addf(rows, "%s%lld", i > 0 ? "," : "", (long long)cell->of);
    }
    str_add(rows, S("}\n"));
}

static void add_votes(Parcel *parcel, const Sending *sending, ParcelCounted counted, const AnalysisDecision *decision) {
    Str paired = parcel_flag(decision->paired > 0);
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        const AnalysisVote *vote = &decision->votes[round];
        for (int32_t item = 0; item < vote->counts.rows; item++) {
            StrBuilder *rows = begin_row(parcel, sending, PARCEL_VOTES);
            str_addf(rows, "\t%d\t%d\t%d\t%d\t%lld\t%.*s", decision->scene, counted, round + 1, item,
                     (long long)vote->counts.voters[item], S_ARG(paired));
            add_cells(rows, &vote->counts, item);
        }
        if (vote->left_out > 0) {
            str_addf(begin_row(parcel, sending, PARCEL_VOTES), "\t%d\t%d\t%d\t0\t\\N\tf\t\\N\t\\N\n", decision->scene,
                     counted, round + 1);
        }
    }
}

// Abstentions stand behind the places.
static int32_t place_of(const AnalysisDecision *decision, int32_t cell) {
    return cell == DISCLOSED_ABSTAINED ? decision->votes[ANALYSIS_BEFORE].counts.places : cell;
}

static void add_moves(Parcel *parcel, const Sending *sending, ParcelCounted counted, const AnalysisDecision *decision) {
    for (int32_t i = 0; i < decision->moves.count; i++) {
        const AnalysisMove *move = &decision->moves.rows[i];
        str_addf(begin_row(parcel, sending, PARCEL_MOVES), "\t%d\t%d\t%d\t%d\t%lld\t%lld\n", decision->scene, counted,
                 place_of(decision, move->from), place_of(decision, move->to), (long long)move->low,
                 (long long)move->high);
    }
}

static void add_decisions(Parcel *parcel, const Sending *sending, ParcelCounted counted, const AnalysisOut *out) {
    for (int32_t i = 0; i < out->told.decisions.count; i++) {
        const AnalysisDecision *decision = &out->told.decisions.rows[i];
        add_answer(parcel, sending, counted, decision);
        add_votes(parcel, sending, counted, decision);
        add_moves(parcel, sending, counted, decision);
    }
}

static bool is_same(const Parcel *a, const Parcel *b) {
    return str_equal(str_built(&a->rows[PARCEL_ANSWERS]), str_built(&b->rows[PARCEL_ANSWERS])) &&
           str_equal(str_built(&a->rows[PARCEL_VOTES]), str_built(&b->rows[PARCEL_VOTES])) &&
           str_equal(str_built(&a->rows[PARCEL_MOVES]), str_built(&b->rows[PARCEL_MOVES]));
}

// Most groups never go back: then both ways of counting give the same rows, which leave once.
static void add_counted(Parcel *parcel, const Sending *sending, const AnalysisOut *first, const AnalysisOut *last) {
    Parcel parts[2] = {0};
    add_decisions(&parts[0], sending, PARCEL_BOTH, first);
    add_decisions(&parts[1], sending, PARCEL_BOTH, last);
    bool same = is_same(&parts[0], &parts[1]);
    parcel_finish(&parts[0]);
    parcel_finish(&parts[1]);
    if (same) {
        add_decisions(parcel, sending, PARCEL_BOTH, last);
    } else {
        add_decisions(parcel, sending, PARCEL_FIRST, first);
        add_decisions(parcel, sending, PARCEL_LAST, last);
    }
}

// A list of texts as PostgreSQL reads it: "…", with \ before " and \; and COPY takes each \ for two.
static void add_quoted(StrBuilder *rows, Str text) {
    str_add_char(rows, '"');
    for (ptrdiff_t i = 0; i < text.len; i++) {
        bool marked = text.text[i] == '"' || text.text[i] == '\\';
        str_add(rows, marked ? S("\\\\") : S(""));
        str_add(rows, text.text[i] == '\\' ? S("\\") : S(""));
        str_add_char(rows, text.text[i]);
    }
    str_add_char(rows, '"');
}

// The steps, each as scene and answer, so that the order of their bytes is that of the case; # marks one that the
// trainer went on to. No answer begins with # or has it in it.
static void add_way(StrBuilder *rows, Arena *arena, const AnalysisWay *way) {
    str_add(rows, S("\t{"));
    for (int32_t i = 0; i < way->count; i++) {
        const AnalysisStep *step = &way->steps[i];
        str_add(rows, i > 0 ? S(",") : S(""));
        add_quoted(rows, str_format(arena, "%06d:%.*s%s", step->scene, S_ARG(step->notation), step->jumped ? "#" : ""));
    }
    str_add(rows, S("}\n"));
}

static void add_session(Parcel *parcel, const Sending *sending, const StoreHeader *header) {
    str_addf(begin_row(parcel, sending, PARCEL_SESSIONS), "\t%.*s\t%.*s\t%.*s", S_ARG(sending->of->edition),
             S_ARG(header->begun), S_ARG(header->erase_after));
}

static void add_ending(StrBuilder *rows, const Analysis *once) {
    const AnalysisWay *way = &once->ways.rows[0];
    str_addf(rows, "\t%lld", (long long)once->people);
    if (way->ending > 0) {
        str_addf(rows, "\t%d", way->ending);
    } else {
        str_add(rows, S("\t\\N"));
    }
    str_addf(rows, "\t%.*s", S_ARG(parcel_flag(way->jumped)));
}

static void add_passed(Parcel *parcel, const Sending *sending, const Analysis *once) {
    for (int32_t i = 0; i < once->flows.count; i++) {
        str_addf(begin_row(parcel, sending, PARCEL_PASSAGES), "\t%d\t%d\n", once->flows.rows[i].from,
                 once->flows.rows[i].to);
    }
    for (int32_t i = 0; i < once->met.count; i++) {
        if (once->met.rows[i].times > 0) {
            str_addf(begin_row(parcel, sending, PARCEL_MET), "\t%d\t%d\n", i, once->met.rows[i].times);
        }
    }
}

static void add_walks(Parcel *parcel, const Sending *sending, const Analysis *once) {
    for (int32_t i = 0; i < once->gauges.count; i++) {
        const AnalysisGauge *gauge = &once->gauges.rows[i];
        if (once->scenario->gauges.rows[gauge->gauge].shown == SHOWN_NEVER) {
            continue;
        }
        StrBuilder *rows = begin_row(parcel, sending, PARCEL_WALKS);
        str_addf(rows, "\t%d\t{", gauge->gauge);
        for (int32_t point = 0; point < gauge->count; point++) {
            str_addf(rows, "%s%d", point > 0 ? "," : "", (int)gauge->rows[point].median);
        }
        str_add(rows, S("}\n"));
    }
}

static void add_profiles(Parcel *parcel, const Sending *sending, const Analysis *once) {
    for (int32_t i = 0; i < once->competencies.count; i++) {
        const AnalysisCompetency *competency = &once->competencies.rows[i];
        const Profile *profile = &once->ways.rows[0].profiles[competency->competency];
        ProfileWord told = PROFILE_TOO_FEW;
        while (competency->sessions[told] == 0) {
            told++;
        }
        str_addf(begin_row(parcel, sending, PARCEL_PROFILES), "\t%d\t%d\t%d\t%d\t%d\t%d\n", competency->competency,
                 told, profile->sum, profile->low, profile->high, profile->occasions);
    }
}

static void add_told(Parcel *parcel, Arena *arena, const Sending *sending, const Group *group) {
    const Analysis once = tell(arena, sending->of, group).told;
    AnalysisOut first = tell_decisions(arena, sending->of, group, ANALYSIS_FIRST),
                last = tell_decisions(arena, sending->of, group, ANALYSIS_LAST);
    add_ending(parcel_rows(parcel, PARCEL_SESSIONS), &once);
    add_way(parcel_rows(parcel, PARCEL_SESSIONS), arena, &once.ways.rows[0]);
    add_counted(parcel, sending, &first, &last);
    add_passed(parcel, sending, &once);
    add_walks(parcel, sending, &once);
    if (!parcel_is_suspended(sending->of)) {
        add_profiles(parcel, sending, &once);
    }
}

ParcelFate parcel_add_session(Parcel *parcel, const ParcelCase *of, const StoreSession *session) {
    Arena arena = {0};
    Group group = {0};
    GroupStart start = {.solo = {.scenario = of->scenario, .reads = &of->like}};
    ParcelFate fate = PARCEL_UNPLAYED;
    if (group_resume(&group, &start, replay_first_walk(&arena, session->lines)) != SOLO_RESUMED_NOTHING) {
        Sending sending = {of, parcel_session_key(&arena, session)};
        fate = group.present < DISCLOSED_LEAST ? PARCEL_SMALL : PARCEL_GOES;
        add_session(parcel, &sending, &session->header);
        if (fate == PARCEL_GOES) {
            add_told(parcel, &arena, &sending, &group);
        } else {
            str_add(parcel_rows(parcel, PARCEL_SESSIONS), S("\t\\N\t\\N\tf\t{}\n"));
        }
        group_finish(&group);
    }
    arena_finish(&arena);
    return fate;
}
