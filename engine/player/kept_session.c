#include "player/kept_session.h"

#include "group/audience.h"
#include "scenario/scenario_parse.h"
#include "session/replay.h"

static StoreHeader copy_header(Arena *arena, const StoreHeader *header) {
    StoreHeader copy = *header;
    Str *texts[] = {&copy.id,    &copy.case_id, &copy.title,       &copy.hash,
                    &copy.begun, &copy.kept,    &copy.erase_after, &copy.label};
    for (int32_t i = 0; i < COUNT(texts); i++) {
        *texts[i] = str_copy(arena, *texts[i]);
    }
    return copy;
}

static void tell_room(KeptSession *kept, const Telling *telling, Str lines) {
    GroupStart start = {.solo = {.scenario = kept->scenario}};
    if (kept->header.kind == STORE_GROUP && group_resume(&kept->group, &start, lines) != SOLO_RESUMED_NOTHING) {
        kept->room = group_tell(telling, &kept->group);
        kept->lines = lines;
        kept->like = walk_create(&kept->arena, kept->scenario);
        kept->steps = group_steps_list(&kept->arena, kept->scenario, lines);
    }
}

static void play_back(KeptSession *kept, const Catalog *catalog, Str lines) {
    Arena scratch = {0};
    int32_t bad_line = 0;
    Str walk = str_copy(&kept->arena, replay_first_walk(&scratch, lines));
    session_init(&kept->session, &kept->arena, kept->scenario);
    story_begin(&kept->story, &kept->session);
    kept->whole = replay_lines(&kept->session, &scratch, walk, &bad_line);
    Telling telling = kept_session_telling(kept, catalog, &kept->arena);
    tell_room(kept, &telling, walk);
    if (kept->session.walk.status == WALK_ENDED) {
        kept->debrief = debrief_create(&telling);
    }
    arena_finish(&scratch);
}

KeptSession *kept_session_create(const Framework *framework, const Catalog *catalog, const StoreSession *session) {
    Arena arena = {0}, scratch = {0};
    KeptSession *kept = arena_push(&arena, KeptSession, 1);
    kept->arena = arena;
    kept->header = copy_header(&kept->arena, &session->header);
    Findings findings = {.arena = &scratch};
    Scenario *scenario = scenario_parse(&kept->arena, &scratch, framework, session->case_bytes, &findings);
    if (scenario->playable) {
        kept->scenario = scenario;
        play_back(kept, catalog, session->lines);
    }
    arena_finish(&scratch);
    return kept;
}

void kept_session_destroy(KeptSession *kept) {
    if (kept) {
        group_finish(&kept->group);
        group_finish(&kept->then);
        Arena arena = kept->arena;
        arena_finish(&arena);
    }
}

Telling kept_session_telling(const KeptSession *kept, const Catalog *catalog, Arena *arena) {
    return (Telling){.session = &kept->session, .story = &kept->story, .catalog = catalog, .arena = arena};
}

Telling kept_session_telling_then(const KeptSession *kept, const Catalog *catalog, Arena *arena) {
    if (kept->then_pages == 0) { // the group could not be brought back
        return kept_session_telling(kept, catalog, arena);
    }
    return (Telling){
        .session = &kept->then.solo.session, .story = &kept->then.solo.story, .catalog = catalog, .arena = arena};
}

void kept_session_step(KeptSession *kept, int32_t step) {
    if (step < 0 || step >= kept->steps.count) {
        return;
    }
    GroupStart start = {.solo = {.scenario = kept->scenario, .reads = &kept->like}};
    group_finish(&kept->then);
    kept->step = step;
    bool stands = group_steps_stand(&kept->then, &start, kept->lines, &kept->steps.rows[step]);
    kept->then.page = 0;
    kept->then_pages = stands ? audience_count_pages(&kept->then) : 0;
}

bool kept_session_can_turn(const KeptSession *kept, int32_t pages) {
    int32_t page = kept->then.page + pages, step = kept->step + pages;
    return (page >= 0 && page < kept->then_pages) || (step >= 0 && step < kept->steps.count);
}

void kept_session_turn(KeptSession *kept, int32_t pages) {
    int32_t page = kept->then.page + pages;
    if (page >= 0 && page < kept->then_pages) {
        kept->then.page = page;
    } else if (kept_session_can_turn(kept, pages)) {
        kept_session_step(kept, kept->step + pages);
        kept->then.page = pages < 0 && kept->then_pages > 0 ? kept->then_pages - 1 : 0;
    }
}
