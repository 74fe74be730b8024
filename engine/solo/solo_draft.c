#include "solo/solo_draft.h"

#include "base/utf8.h"
#include "session/space.h"

#include <string.h>

static void take_over(WalkModel *model, const Ask *ask, const Answer *before) {
    WalkDraft *draft = &model->draft;
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
    int32_t count = walk_list_options(model, options);
    for (int32_t i = 0; i < count; i++) {
        draft->focus = options[i] == before->option ? i : draft->focus;
    }
    if (before->text.len > 0) {
        walk_draft_set_text(model, before->text);
        draft->corrected = draft->noticed ^ before->found;
        draft->noticed_before = draft->noticed; // none of it is news
    }
}

void walk_draft_begin(WalkModel *model, const Answer *before) {
    const Ask *ask = walk_ask(&model->session.walk);
    model->draft = (WalkDraft){.carried = -1};
    memset(model->seen, 0, sizeof model->seen);
    for (int32_t i = 0; i < LIMIT_ITEMS; i++) {
        model->draft.where[i] = -1;
    }
    if (ask->kind == ASK_RANK) {
        (void)session_shown_order(&model->session, model->draft.order);
    }
    if (before && !ask->private_answer) {
        take_over(model, ask, before);
    } else {
        arena_finish(&model->text_arena);
    }
}

// A correction holds as long as the detector says what it said when it was corrected.
void walk_draft_set_text(WalkModel *model, Str text) {
    WalkDraft *draft = &model->draft;
    Span uses = ask_detectors(model->scenario, walk_ask(&model->session.walk));
    Arena fresh = {0};
    Str kept = str_copy(&fresh, str_slice(text, 0, utf8_offset(text, LIMIT_ANSWER_CHARS)));
    uint32_t noticed = 0;
    detector_run_answer(model->bank, &model->scratch, uses, kept, &noticed, &draft->undecided);
    for (int32_t i = 0; i < uses.count; i++) {
        DetectorId detector = model->scenario->detector_uses.rows[uses.first + i].detector.id;
        bool found = (noticed >> i & 1) != 0;
        model->seen[i] = found ? detector_run(model->bank, &fresh, detector, kept) : (DetectorResult){0};
    }
    draft->corrected &= ~(noticed ^ draft->noticed);
    draft->noticed_before = draft->noticed;
    draft->noticed = noticed;
    draft->text = kept;
    arena_finish(&model->text_arena);
    model->text_arena = fresh;
}

bool walk_draft_focus(WalkModel *model, int32_t index) {
    if (index < 0 || index >= walk_count_shown(model) || index == model->draft.focus) {
        return false;
    }
    model->draft.focus = index;
    return true;
}

bool walk_draft_toggle(WalkModel *model, int32_t index) {
    const Ask *ask = walk_ask(&model->session.walk);
    OptionId options[LIMIT_OPTIONS + 1];
    if (ask->kind != ASK_MULTIPLE || index < 0 || index >= walk_list_options(model, options)) {
        return false;
    }
    model->draft.set ^= UINT32_C(1) << (options[index] - ask->options.first);
    model->draft.focus = index;
    return true;
}

bool walk_draft_carry(WalkModel *model, int32_t index) {
    const Ask *ask = walk_ask(&model->session.walk);
    if (ask->kind != ASK_RANK || index < -1 || index >= ask->items.count) {
        return false;
    }
    bool changed = model->draft.carried != -1 || index != -1;
    model->draft.carried = index == model->draft.carried ? -1 : index;
    model->draft.focus = index < 0 ? model->draft.focus : index;
    return changed;
}

bool walk_draft_move(WalkModel *model, int32_t index, int32_t place) {
    const Ask *ask = walk_ask(&model->session.walk);
    WalkDraft *draft = &model->draft;
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

bool walk_draft_put(WalkModel *model, int32_t index, int32_t where) {
    const Ask *ask = walk_ask(&model->session.walk);
    bool rate = ask->kind == ASK_RATE;
    int32_t places = rate ? model->scenario->scales.rows[ask->scale].labels.count : ask->bins.count;
    if ((!rate && ask->kind != ASK_CLASSIFY) || index < 0 || index >= ask->items.count || where < -1 ||
        where >= places) {
        return false;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&model->session, order);
    model->draft.where[order[index]] = where;
    model->draft.focus = index;
    return true;
}

bool walk_draft_tick(WalkModel *model, int32_t index) {
    Span uses = ask_detectors(model->scenario, walk_ask(&model->session.walk));
    if (index < 0 || index >= uses.count) {
        return false;
    }
    model->draft.corrected ^= UINT32_C(1) << index;
    return true;
}

uint32_t walk_draft_ticked(const WalkModel *model) {
    return model->draft.noticed ^ model->draft.corrected;
}

Answer walk_draft_answer(const WalkModel *model) {
    const WalkDraft *draft = &model->draft;
    const Ask *ask = walk_ask(&model->session.walk);
    Answer answer = {0};
    if (model->phase == PHASE_WORDS) {
        answer.option = ask->kind == ASK_CHOICE ? OPTION_OWN_WORDS : 0;
        answer.text = str_trim(draft->text);
        answer.found = walk_draft_ticked(model);
        answer.undecided = draft->undecided;
        answer.confirmed = true;
        return answer;
    }
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = walk_list_options(model, options);
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

bool walk_can_submit(const WalkModel *model) {
    const Ask *ask = walk_ask(&model->session.walk);
    if (model->phase == PHASE_WORDS) {
        return str_trim(model->draft.text).len > 0;
    }
    if (model->phase != PHASE_ASK) {
        return false;
    }
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        if (model->draft.where[i] < 0) {
            return false;
        }
    }
    Answer answer = walk_draft_answer(model);
    return answer.option == OPTION_OWN_WORDS || walk_accepts(&model->session.walk, &answer);
}
