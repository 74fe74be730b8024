#include "solo/solo_shown.h"

#include "base/utf8.h"

SoloOptions solo_options(const Solo *solo) {
    SoloOptions shown = {0};
    OptionId options[LIMIT_OPTIONS + 1];
    const Ask *ask = solo_ask(solo);
    shown.count = solo_list_options(solo, options);
    for (int32_t i = 0; i < shown.count; i++) {
        bool own = options[i] == OPTION_OWN_WORDS;
        bool before = ask->kind == ASK_CHOICE && options[i] == solo->draft.before;
        shown.rows[i] = (SoloOption){.option = options[i],
                                     .letter = (char)('A' + i),
                                     .focused = i == solo->draft.focus,
                                     .ticked = !own && (solo->draft.set >> (options[i] - ask->options.first) & 1) != 0,
                                     .before = before && !solo->draft.first_time,
                                     .first = before && solo->draft.first_time};
    }
    return shown;
}

SoloItems solo_items(const Solo *solo) {
    const Ask *ask = solo_ask(solo);
    SoloItems shown = {0};
    if (ask == NULL || solo->phase > SOLO_PHASE_CONFIDENCE || ask->items.count == 0) {
        return shown;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&solo->session, order);
    bool rank = ask->kind == ASK_RANK;
    shown.count = ask->items.count;
    shown.place_count = rank ? 0 : solo_count_places(solo->scenario, ask);
    for (int32_t i = 0; i < shown.count; i++) {
        int32_t item = rank ? solo->draft.order[i] : order[i];
        shown.rows[i] = (SoloItem){.item = item,
                                   .where = rank ? i : solo->draft.where[item],
                                   .focused = i == solo->draft.focus,
                                   .carried = rank && i == solo->draft.carried};
    }
    return shown;
}

static int32_t count_ticked(uint32_t set) {
    int32_t count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static void show_missing(const Solo *solo, const Ask *ask, SoloDecision *shown) {
    if (solo->phase == SOLO_PHASE_WORDS) {
        shown->missing = str_trim(solo->draft.text).len == 0;
        return;
    }
    if (ask->kind == ASK_MULTIPLE) {
        int32_t offered = solo_count_shown(solo);
        int32_t ticked = count_ticked(solo->draft.set);
        shown->max = ask->max == 0 || ask->max > offered ? offered : ask->max;
        shown->min = ask->min == NOT_SAID ? 1 : ask->min;
        shown->min = shown->min > offered ? offered : shown->min;
        shown->missing = ticked < shown->min ? shown->min - ticked : 0;
        shown->over = ticked > shown->max ? ticked - shown->max : 0;
        return;
    }
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        shown->missing += solo->draft.where[i] < 0;
    }
}

// Told from the decision itself, so that it stays the same until the next one: what follows the answer is seen already
// while its feedback is read.
static void show_length(const Solo *solo, SoloDecision *shown) {
    const Session *session = &solo->session;
    int32_t made = shown->number > 0 ? shown->number - 1 : 0;
    bool answered = made < session->way.count;
    SceneId scene = answered ? session->before.rows[made].scene : session->walk.scene;
    shown->length = remaining_length(&solo->remaining, solo->usual, scene, made);
}

SoloDecision solo_decision(const Solo *solo) {
    enum { SECOND_MS = 1000 };
    const Ask *ask = solo_ask(solo);
    SoloDecision shown = {0};
    int32_t way = solo->session.way.count;
    shown.number = solo->phase <= SOLO_PHASE_CONFIDENCE ? way + 1 : way;
    show_length(solo, &shown);
    if (ask == NULL) {
        return shown;
    }
    shown.kind = ask->kind;
    shown.is_private = ask->private_answer;
    if (solo->phase == SOLO_PHASE_FEEDBACK) {
        return shown;
    }
    show_missing(solo, ask, &shown);
    shown.can_submit = solo_can_submit(solo);
    shown.limit_runs = solo_limit_runs(solo);
    shown.limit_left = (int32_t)((solo->limit_left_ms + SECOND_MS - 1) / SECOND_MS);
    return shown;
}

SoloTyped solo_typed(const Solo *solo) {
    const Ask *ask = solo_ask(solo);
    const SoloDraft *draft = &solo->draft;
    SoloTyped shown = {.chars = utf8_count(draft->text)};
    if (ask == NULL || solo->phase > SOLO_PHASE_CONFIDENCE || ask->private_answer) {
        return shown;
    }
    Span uses = ask_detectors(solo->scenario, ask);
    shown.count = uses.count;
    for (int32_t i = 0; i < uses.count; i++) {
        const DetectorResult *seen = &solo->seen[i];
        shown.rows[i] = (SoloDetector){
            .use = &solo->scenario->detector_uses.rows[uses.first + i],
            .ticked = (solo_draft_ticked(solo) >> i & 1) != 0,
            .noticed = (draft->noticed >> i & 1) != 0,
            .is_new = (draft->noticed & ~draft->noticed_before) >> i & 1,
            .is_gone = (draft->noticed_before & ~draft->noticed) >> i & 1,
            .undecided = (draft->undecided >> i & 1) != 0,
            .hits = seen->hits,
            .hit_count = seen->hit_count,
            .seen = seen->hit_count > 0 ? str_slice(draft->text, seen->hits[0].from, seen->hits[0].to) : (Str){0}};
    }
    return shown;
}
