#include "solo/solo_draft.h"

#include "base/utf8.h"
#include "session/space.h"

#include <string.h>

static void take_over(Solo *solo, const Ask *ask, const Answer *before) {
    SoloDraft *draft = &solo->draft;
    draft->before = before->option;
    draft->set = before->set;
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (ask->kind == ASK_RANK) {
            draft->order[before->items[i] - 1] = (uint8_t)i;
        } else {
            draft->where[i] = before->items[i];
        }
    }
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = solo_list_options(solo, options);
    for (int32_t i = 0; i < count; i++) {
        draft->focus = options[i] == before->option ? i : draft->focus;
    }
    if (before->text.len > 0) {
        solo_draft_set_text(solo, before->text);
        draft->corrected = draft->noticed ^ before->found;
        draft->noticed_before = draft->noticed; // none of it is news
    }
}

void solo_draft_begin(Solo *solo, const Answer *before) {
    const Ask *ask = walk_ask(&solo->session.walk);
    solo->draft = (SoloDraft){.carried = -1};
    memset(solo->seen, 0, sizeof solo->seen);
    for (int32_t i = 0; i < LIMIT_ITEMS; i++) {
        solo->draft.where[i] = -1;
    }
    if (ask->kind == ASK_RANK) {
        (void)session_shown_order(&solo->session, solo->draft.order);
    }
    if (before && !ask->private_answer) {
        take_over(solo, ask, before);
    } else {
        arena_finish(&solo->text_arena);
    }
}

// A correction holds as long as the detector says what it said when it was corrected.
void solo_draft_set_text(Solo *solo, Str text) {
    SoloDraft *draft = &solo->draft;
    Span uses = ask_detectors(solo->scenario, walk_ask(&solo->session.walk));
    Arena fresh = {0};
    Str kept = str_copy(&fresh, str_slice(text, 0, utf8_offset(text, LIMIT_ANSWER_CHARS)));
    uint32_t noticed = 0;
    detector_run_answer(solo->bank, &solo->scratch, uses, kept, &noticed, &draft->undecided);
    for (int32_t i = 0; i < uses.count; i++) {
        DetectorId detector = solo->scenario->detector_uses.rows[uses.first + i].detector.id;
        bool found = (noticed >> i & 1) != 0;
        solo->seen[i] = found ? detector_run(solo->bank, &fresh, detector, kept) : (DetectorResult){0};
    }
    draft->corrected &= ~(noticed ^ draft->noticed);
    draft->noticed_before = draft->noticed;
    draft->noticed = noticed;
    draft->text = kept;
    arena_finish(&solo->text_arena);
    solo->text_arena = fresh;
}

bool solo_draft_focus(Solo *solo, int32_t index) {
    if (index < 0 || index >= solo_count_shown(solo) || index == solo->draft.focus) {
        return false;
    }
    solo->draft.focus = index;
    return true;
}

bool solo_draft_toggle(Solo *solo, int32_t index) {
    const Ask *ask = walk_ask(&solo->session.walk);
    OptionId options[LIMIT_OPTIONS + 1];
    if (ask->kind != ASK_MULTIPLE || index < 0 || index >= solo_list_options(solo, options)) {
        return false;
    }
    solo->draft.set ^= UINT32_C(1) << (options[index] - ask->options.first);
    solo->draft.focus = index;
    return true;
}

bool solo_draft_carry(Solo *solo, int32_t index) {
    const Ask *ask = walk_ask(&solo->session.walk);
    if (ask->kind != ASK_RANK || index < -1 || index >= ask->items.count) {
        return false;
    }
    bool changed = solo->draft.carried != -1 || index != -1;
    solo->draft.carried = index == solo->draft.carried ? -1 : index;
    solo->draft.carried_from = solo->draft.carried;
    solo->draft.focus = index < 0 ? solo->draft.focus : index;
    return changed;
}

bool solo_draft_move(Solo *solo, int32_t index, int32_t place) {
    const Ask *ask = walk_ask(&solo->session.walk);
    SoloDraft *draft = &solo->draft;
    if (ask->kind != ASK_RANK || index < 0 || index >= ask->items.count) {
        return false;
    }
    int32_t to = place < 0 ? 0 : place >= ask->items.count ? ask->items.count - 1 : place;
    uint8_t moved = draft->order[index];
    for (int32_t i = index; i < to; i++) {
        draft->order[i] = draft->order[i + 1];
    }
    for (int32_t i = index; i > to; i--) {
        draft->order[i] = draft->order[i - 1];
    }
    draft->order[to] = moved;
    draft->carried = draft->carried == index ? to : -1;
    draft->focus = to;
    return to != index;
}

bool solo_draft_put(Solo *solo, int32_t index, int32_t where) {
    const Ask *ask = walk_ask(&solo->session.walk);
    bool placed = ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY;
    if (!placed || index < 0 || index >= ask->items.count || where < -1 ||
        where >= solo_count_places(solo->scenario, ask)) {
        return false;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&solo->session, order);
    solo->draft.where[order[index]] = where;
    solo->draft.focus = index;
    return true;
}

bool solo_draft_tick(Solo *solo, int32_t index) {
    Span uses = ask_detectors(solo->scenario, walk_ask(&solo->session.walk));
    if (index < 0 || index >= uses.count) {
        return false;
    }
    solo->draft.corrected ^= UINT32_C(1) << index;
    return true;
}

uint32_t solo_draft_ticked(const Solo *solo) {
    return solo->draft.noticed ^ solo->draft.corrected;
}

Answer solo_draft_answer(const Solo *solo) {
    const SoloDraft *draft = &solo->draft;
    const Ask *ask = walk_ask(&solo->session.walk);
    Answer answer = {0};
    if (solo->phase == SOLO_PHASE_WORDS) {
        answer.option = ask->kind == ASK_CHOICE ? OPTION_OWN_WORDS : 0;
        answer.text = str_trim(draft->text);
        answer.found = solo_draft_ticked(solo);
        answer.undecided = draft->undecided;
        answer.confirmed = true;
        return answer;
    }
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = solo_list_options(solo, options);
    if (ask->kind == ASK_CHOICE && draft->focus < count) {
        answer.option = options[draft->focus];
    }
    answer.set = ask->kind == ASK_MULTIPLE ? draft->set : 0;
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (ask->kind == ASK_RANK) {
            answer.items[draft->order[i]] = (uint8_t)(i + 1);
        } else {
            answer.items[i] = (uint8_t)(draft->where[i] < 0 ? 0 : draft->where[i]);
        }
    }
    return answer;
}

bool solo_can_submit(const Solo *solo) {
    const Ask *ask = walk_ask(&solo->session.walk);
    if (solo->phase == SOLO_PHASE_WORDS) {
        return str_trim(solo->draft.text).len > 0;
    }
    if (solo->phase != SOLO_PHASE_ASK) {
        return false;
    }
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        if (solo->draft.where[i] < 0) {
            return false;
        }
    }
    Answer answer = solo_draft_answer(solo);
    return answer.option == OPTION_OWN_WORDS || space_accepts(&solo->session.walk, &answer);
}
