#include "report/xapi.h"

#include "analysis/disclosed.h"
#include "base/digest.h"
#include "base/emphasis.h"
#include "report/figures.h"
#include "report/xapi_inside.h"
#include "session/response.h"

enum { SECOND_MS = 1000, TEN_MS = 10, MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400, HUNDRED = 100, DECIMALS = 4 };

// A session that is being written.
typedef struct {
    XapiAnswer about;
    const XapiSession *kept;
    const Group *group;
    const Session *session;
    uint8_t registration[DIGEST_UUID_BYTES];
} Writing;

static int32_t digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The id of a session is random: with the marks of version 4 it is a UUID.
static bool read_registration(Str id, uint8_t uuid[DIGEST_UUID_BYTES]) {
    for (int32_t i = 0; i < DIGEST_UUID_BYTES; i++) {
        int32_t high = id.len == 2 * DIGEST_UUID_BYTES ? digit_of(id.text[2 * i]) : -1;
        int32_t low = high >= 0 ? digit_of(id.text[2 * i + 1]) : -1;
        if (low < 0) {
            return false;
        }
        uuid[i] = (uint8_t)(high * 16 + low);
    }
    uuid[6] = (uint8_t)((uuid[6] & 0x0F) | 0x40);
    uuid[8] = (uint8_t)((uuid[8] & 0x3F) | 0x80);
    return true;
}

// Hundredths of a second, which is as fine as a duration may be.
static Str duration_text(Arena *arena, int64_t ms) {
    int64_t hundredths = ms > 0 ? ms / TEN_MS : 0;
    int64_t rest = hundredths % HUNDRED;
    Str whole = str_format(arena, "%lld", (long long)(hundredths / HUNDRED));
    return rest == 0 ? str_format(arena, "PT%.*sS", S_ARG(whole))
                     : str_format(arena, "PT%.*s.%02dS", S_ARG(whole), (int)rest);
}

// A session that went on past midnight stays on its day.
static Str time_text(Arena *arena, Str day, int64_t ms) {
    int64_t last = (int64_t)DAY_S * SECOND_MS - 1, at = ms < 0 ? 0 : ms > last ? last : ms;
    int32_t seconds = (int32_t)(at / SECOND_MS);
    return str_format(arena, "%.*sT%02d:%02d:%02d.%03dZ", S_ARG(day), (int)(seconds / HOUR_S),
                      (int)(seconds % HOUR_S / MINUTE_S), (int)(seconds % MINUTE_S), (int)(at % SECOND_MS));
}

static Str case_iri(const Writing *writing) {
    const Scenario *scenario = writing->about.scenario;
    return str_format(writing->about.xapi->arena, XAPI_BASE "case/%.*s", S_ARG(scenario_name(scenario, scenario->id)));
}

static void write_actor(const Writing *writing) {
    JsonWriter *writer = writing->about.writer;
    json_write_key(writer, S("actor"));
    json_begin_object(writer);
    json_write_member_text(writer, S("objectType"), S("Group"));
    json_write_key(writer, S("account"));
    json_begin_object(writer);
    json_write_member_text(writer, S("homePage"), S(XAPI_BASE));
    json_write_member_text(writer, S("name"), digest_uuid_write(writing->about.xapi->arena, writing->registration));
    json_end(writer);
    json_end(writer);
}

static void write_verb(const Writing *writing, Str verb) {
    JsonWriter *writer = writing->about.writer;
    json_write_key(writer, S("verb"));
    json_begin_object(writer);
    json_write_member_text(writer, S("id"),
                           str_format(writing->about.xapi->arena, "http://adlnet.gov/expapi/verbs/%.*s", S_ARG(verb)));
    xapi_write_words(writer, S("display"), S("en"), verb);
    json_end(writer);
}

static void begin_object(const Writing *writing, Str id) {
    JsonWriter *writer = writing->about.writer;
    json_write_key(writer, S("object"));
    json_begin_object(writer);
    json_write_member_text(writer, S("objectType"), S("Activity"));
    json_write_member_text(writer, S("id"), id);
}

static void write_case(const Writing *writing) {
    JsonWriter *writer = writing->about.writer;
    const Scenario *scenario = writing->about.scenario;
    bool quiz = scenario->kind == KIND_QUIZ;
    Arena *arena = writing->about.xapi->arena;
    begin_object(writing, case_iri(writing));
    json_write_key(writer, S("definition"));
    json_begin_object(writer);
    json_write_member_text(writer, S("type"),
                           quiz ? S("http://adlnet.gov/expapi/activities/assessment")
                                : S("http://adlnet.gov/expapi/activities/simulation"));
    xapi_write_words(writer, S("name"), scenario->language, emphasis_plain(arena, scenario->title));
    xapi_write_words(writer, S("description"), scenario->language, emphasis_plain(arena, scenario->summary));
    json_end(writer);
    json_end(writer);
}

static void write_context(const Writing *writing, bool within) {
    JsonWriter *writer = writing->about.writer;
    json_write_key(writer, S("context"));
    json_begin_object(writer);
    json_write_member_text(writer, S("registration"),
                           digest_uuid_write(writing->about.xapi->arena, writing->registration));
    json_write_member_text(writer, S("platform"), S("Palabre"));
    json_write_member_text(writer, S("revision"), writing->kept->hash);
    json_write_member_text(writer, S("language"), writing->about.scenario->language);
    if (within) {
        json_write_key(writer, S("contextActivities"));
        json_begin_object(writer);
        json_write_key(writer, S("parent"));
        json_begin_list(writer);
        json_begin_object(writer);
        json_write_member_text(writer, S("id"), case_iri(writing));
        json_end(writer);
        json_end(writer);
        json_end(writer);
    }
    json_write_key(writer, S("extensions"));
    json_begin_object(writer);
    json_write_member_int(writer, S(XAPI_BASE "people"), writing->group->present);
    json_end(writer);
    json_end(writer);
}

// `name` tells the statements of one session apart: the number of a line of its log, or that and a word.
static void begin_statement(const Writing *writing, Str name, Str verb) {
    JsonWriter *writer = writing->about.writer;
    json_begin_object(writer);
    json_write_member_text(writer, S("id"), digest_uuid(writing->about.xapi->arena, writing->registration, name));
    write_actor(writing);
    write_verb(writing, verb);
}

static void end_statement(const Writing *writing, int64_t at_ms) {
    JsonWriter *writer = writing->about.writer;
    Str time = time_text(writing->about.xapi->arena, writing->kept->begun, at_ms);
    json_write_member_text(writer, S("timestamp"), time);
    json_end(writer);
    writing->about.xapi->statements += 1;
}

static Str number(const Writing *writing, int32_t seq) {
    return str_format(writing->about.xapi->arena, "%d", seq);
}

static void write_begin(const Writing *writing, const Event *start) {
    begin_statement(writing, number(writing, start->seq), S("initialized"));
    write_case(writing);
    write_context(writing, false);
    end_statement(writing, start->at_ms);
}

static void write_score(const Writing *writing, const Walk *before, const Event *event) {
    JsonWriter *writer = writing->about.writer;
    Arena *arena = writing->about.xapi->arena;
    Profile profiles[LIMIT_COMPETENCIES + 1] = {0}, all = {0};
    profile_add(profiles, arena, before, &event->answer, NULL);
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        all.sum += profiles[c].sum;
        all.low += profiles[c].low;
        all.high += profiles[c].high;
    }
    if (all.low >= all.high || response_waits(writing->about.scenario)) {
        return;
    }
    double scaled = (double)(all.sum - all.low) / (double)(all.high - all.low);
    json_write_key(writer, S("score"));
    json_begin_object(writer);
    json_write_key(writer, S("scaled"));
    json_write_raw(writer, figures_number(arena, scaled, DECIMALS, '.'));
    json_write_member_int(writer, S("raw"), all.sum);
    json_write_member_int(writer, S("min"), all.low);
    json_write_member_int(writer, S("max"), all.high);
    json_end(writer);
}

// What else is known of an answer; `found`: ids of what was noticed in own words.
static void write_extensions(const Writing *writing, const Ask *ask, const Event *event, bool taken_back) {
    JsonWriter *writer = writing->about.writer;
    const Scenario *scenario = writing->about.scenario;
    Span uses = ask_detectors(scenario, ask);
    bool typed = ask->kind == ASK_WRITE || event->answer.option == OPTION_OWN_WORDS;
    if (!taken_back && !event->answer.time_up && event->answer.confidence == 0 && !typed) {
        return;
    }
    json_write_key(writer, S("extensions"));
    json_begin_object(writer);
    if (taken_back) {
        json_write_member_bool(writer, S(XAPI_BASE "taken-back"), true);
    }
    if (event->answer.time_up) {
        json_write_member_bool(writer, S(XAPI_BASE "time-up"), true);
    }
    if (event->answer.confidence > 0) {
        json_write_member_int(writer, S(XAPI_BASE "sure"), event->answer.confidence);
    }
    if (typed) {
        json_write_key(writer, S(XAPI_BASE "found"));
        json_begin_list(writer);
        for (int32_t i = 0; i < uses.count; i++) {
            DetectorId detector = scenario->detector_uses.rows[uses.first + i].detector.id;
            if ((event->answer.found >> i & 1) != 0) {
                json_write_text(writer, scenario_name(scenario, scenario->detectors.rows[detector].id));
            }
        }
        json_end(writer);
    }
    json_end(writer);
}

static void write_answer(const Writing *writing, const Walk *before, int32_t row) {
    JsonWriter *writer = writing->about.writer;
    Arena *arena = writing->about.xapi->arena;
    const Session *session = writing->session;
    const Scenario *scenario = writing->about.scenario;
    const Event *event = &session->events.rows[row];
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[event->scene].ask];
    Str scene = scenario_name(scenario, scenario->scenes.rows[event->scene].id);
    if (ask->private_answer) {
        return;
    }
    begin_statement(writing, number(writing, event->seq), S("answered"));
    begin_object(writing, str_format(arena, "%.*s/scene/%.*s", S_ARG(case_iri(writing)), S_ARG(scene)));
    xapi_write_definition(&writing->about, ask);
    json_end(writer);
    json_write_key(writer, S("result"));
    json_begin_object(writer);
    if (event->given.of_record) {
        write_score(writing, before, event);
    }
    xapi_write_response(&writing->about, ask, &event->answer);
    json_write_member_text(writer, S("duration"),
                           duration_text(arena, event->at_ms - session->events.rows[row - 1].at_ms));
    write_extensions(writing, ask, event, session_find_place(session, row) < 0);
    json_end(writer);
    write_context(writing, true);
    end_statement(writing, event->at_ms);
}

static void write_end(const Writing *writing) {
    const Session *session = writing->session;
    const Scenario *scenario = writing->about.scenario;
    const Event *last = &session->events.rows[session->events.count - 1];
    JsonWriter *writer = writing->about.writer;
    Arena *arena = writing->about.xapi->arena;
    bool ended = session->walk.status == WALK_ENDED;
    begin_statement(writing, str_format(arena, "%d end", last->seq), ended ? S("completed") : S("terminated"));
    write_case(writing);
    json_write_key(writer, S("result"));
    json_begin_object(writer);
    json_write_member_bool(writer, S("completion"), ended);
    json_write_member_text(writer, S("duration"), duration_text(arena, last->at_ms));
    if (ended) {
        json_write_key(writer, S("extensions"));
        json_begin_object(writer);
        json_write_member_text(writer, S(XAPI_BASE "ending"),
                               scenario_name(scenario, scenario->scenes.rows[session->walk.scene].id));
        json_end(writer);
    }
    json_end(writer);
    write_context(writing, false);
    end_statement(writing, last->at_ms);
}

// The walk before each answer, also of a way that was left, is found by folding once more.
static void write_events(const Writing *writing) {
    const Session *session = writing->session;
    Arena arena = {0};
    Session again;
    session_init(&again, &arena, session->scenario);
    again.unwritten = true;
    for (int32_t row = 0; row < session->events.count; row++) {
        const Event *event = &session->events.rows[row];
        if (event->kind == EVENT_START) {
            write_begin(writing, event);
        } else if (event->kind == EVENT_ANSWER) {
            write_answer(writing, &again.walk, row);
        }
        LogLine line = {.seq = event->seq, .at_ms = event->at_ms, .kind = event_word(event->kind)};
        (void)session_replay(&again, event, &line);
    }
    arena_finish(&arena);
}

bool xapi_add(XapiWriter *xapi, const XapiSession *session, const Group *group) {
    Writing writing = {.kept = session, .group = group, .session = &group->solo.session};
    if (group->present < DISCLOSED_LEAST || !read_registration(session->id, writing.registration)) {
        return false;
    }
    Arena arena = {0};
    XapiWriter within = {.arena = &arena, .catalog = xapi->catalog};
    JsonWriter writer = json_writer(&arena);
    Session silent = {.scenario = writing.session->scenario};
    writing.about = (XapiAnswer){.xapi = &within,
                                 .scenario = silent.scenario,
                                 .telling = {.session = &silent, .catalog = xapi->catalog, .arena = &arena},
                                 .writer = &writer};
    json_begin_list(&writer);
    write_events(&writing);
    write_end(&writing);
    json_end(&writer);
    // The list of one session without its brackets.
    Str list = json_written(&writer);
    str_add(&xapi->out, xapi->statements > 0 ? S(",") : S("["));
    str_add(&xapi->out, str_slice(list, 1, list.len - 3));
    xapi->statements += within.statements;
    arena_finish(&arena);
    return true;
}

Str xapi_written(XapiWriter *xapi) {
    str_add(&xapi->out, xapi->statements > 0 ? S("\n]\n") : S("[]\n"));
    return str_built(&xapi->out);
}
