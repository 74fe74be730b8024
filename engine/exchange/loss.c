#include "exchange/loss.h"

#include "base/error.h"
#include "base/json_write.h"
#include "exchange/loss_words.h"

#include <stdlib.h>

static const Str BECAME[BECAME_COUNT] = {[BECAME_CONVERTED] = TR_INIT("converted"),
                                         [BECAME_DEGRADED] = TR_INIT("degraded"),
                                         [BECAME_KEPT] = TR_INIT("kept"),
                                         [BECAME_DROPPED] = TR_INIT("dropped")};

void loss_find(LossReport *report, Construct construct) {
    report->counts[construct].found++;
}

void loss_settle(LossReport *report, Construct construct, Became became) {
    report->counts[construct].became[became]++;
}

void loss_tell(LossReport *report, const Loss *loss) {
    ASSERT(loss->reason != REASON_NONE);
    report->error_count += loss_is_error(loss->reason);
    if (report->count < LIMIT_FINDINGS) {
        *rows_append(report->arena, report) = *loss;
    }
}

Str loss_own(LossReport *report, Str about) {
    return report->count < LIMIT_FINDINGS ? str_copy(report->arena, about) : (Str){0};
}

void loss_keep(LossReport *report) {
    for (; report->kept < report->count; report->kept++) {
        Loss *row = &report->rows[report->kept];
        row->about = str_copy(report->arena, row->about);
    }
}

void loss_judge(LossReport *report, const Loss *loss) {
    loss_find(report, loss->construct);
    loss_settle(report, loss->construct, loss->became);
    loss_tell(report, loss);
}

void loss_count_markup(LossReport *report, const RichSeen *seen, int32_t line) {
    const struct {
        LossReason reason;
        Became became;
        int32_t count;
    } LOSSES[] = {{REASON_NONE, BECAME_CONVERTED, seen->converted},
                  {REASON_MARKUP_TEXT, BECAME_DEGRADED, seen->degraded},
                  {REASON_MARKUP_DROPPED, BECAME_DROPPED, seen->dropped}};
    for (int32_t i = 0; i < COUNT(LOSSES); i++) {
        report->counts[CONSTRUCT_MARKUP].found += LOSSES[i].count;
        report->counts[CONSTRUCT_MARKUP].became[LOSSES[i].became] += LOSSES[i].count;
        if (LOSSES[i].count > 0 && LOSSES[i].reason != REASON_NONE) {
            loss_tell(report, &(Loss){.construct = CONSTRUCT_MARKUP,
                                      .became = LOSSES[i].became,
                                      .reason = LOSSES[i].reason,
                                      .line = line,
                                      .about = str_format(report->arena, "%d", LOSSES[i].count)});
        }
    }
    if (seen->stars) {
        loss_judge(
            report,
            &(Loss){.construct = CONSTRUCT_STAR, .became = BECAME_DEGRADED, .reason = REASON_STARS, .line = line});
    }
}

typedef struct {
    Loss loss;
    int32_t place; // two of one line stay as they came
} Placed;

static int compare_placed(const void *a, const void *b) {
    const Placed *left = a, *right = b;
    int32_t by_line = left->loss.line - right->loss.line;
    return by_line != 0 ? by_line : left->place - right->place;
}

Str loss_place(const LossReport *report, int32_t *line) {
    const LossPart *in = NULL;
    for (int32_t i = 0; i < report->parts.count && report->parts.rows[i].line <= *line; i++) {
        in = &report->parts.rows[i];
    }
    *line -= in ? in->line - in->first : 0;
    return in ? in->file : (Str){0};
}

void loss_sort(LossReport *report) {
    ArenaMark mark = arena_mark(report->arena);
    Placed *placed = arena_push(report->arena, Placed, report->count);
    for (int32_t i = 0; i < report->count; i++) {
        placed[i] = (Placed){report->rows[i], i};
    }
    if (report->count > 0) {
        qsort(placed, (size_t)report->count, sizeof *placed, compare_placed);
    }
    for (int32_t i = 0; i < report->count; i++) {
        report->rows[i] = placed[i].loss;
    }
    arena_rewind(report->arena, mark);
}

Str loss_construct(Construct construct) {
    return LOSS_CONSTRUCTS[construct];
}

Str loss_class(Construct construct) {
    return LOSS_CLASSES[construct];
}

Str loss_became(Became became) {
    return BECAME[became];
}

bool loss_is_error(LossReason reason) {
    return LOSS_REASONS[reason].is_error;
}

Str loss_message(Arena *arena, const Catalog *catalog, const Loss *loss) {
    return catalog_format(arena, catalog, LOSS_REASONS[loss->reason].message, &loss->about, 1);
}

static void write_classes(JsonWriter *json, const LossReport *report) {
    json_write_key(json, S("classes"));
    json_begin_object(json);
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        const LossCount *count = &report->counts[i];
        if (count->found == 0) {
            continue;
        }
        json_write_key(json, LOSS_CONSTRUCTS[i]);
        json_begin_inline_object(json);
        json_write_member_int(json, S("found"), count->found);
        for (int32_t became = 0; became < BECAME_COUNT; became++) {
            json_write_member_int(json, BECAME[became], count->became[became]);
        }
        json_end(json);
    }
    json_end(json);
}

static void write_losses(JsonWriter *json, const Catalog *catalog, const LossReport *report) {
    json_write_key(json, S("losses"));
    json_begin_list(json);
    for (int32_t i = 0; i < report->count; i++) {
        const Loss *loss = &report->rows[i];
        int32_t line = loss->line;
        Str file = loss_place(report, &line);
        json_begin_object(json);
        if (file.len > 0) {
            json_write_member_text(json, S("file"), file);
        }
        json_write_member_int(json, S("line"), line);
        json_write_member_text(json, S("construct"), LOSS_CONSTRUCTS[loss->construct]);
        json_write_member_text(json, S("became"), BECAME[loss->became]);
        json_write_member_text(json, S("message"), loss_message(json->out.arena, catalog, loss));
        json_write_member_bool(json, S("error"), loss_is_error(loss->reason));
        json_end(json);
    }
    json_end(json);
}

Str loss_write(Arena *arena, const Catalog *catalog, const LossReport *report, Str source, Str kind) {
    JsonWriter json = json_writer(arena);
    json_begin_object(&json);
    json_write_member_int(&json, S("version"), 1);
    json_write_member_text(&json, S("source"), source);
    json_write_member_text(&json, S("kind"), kind);
    write_classes(&json, report);
    write_losses(&json, catalog, report);
    json_end(&json);
    return json_written(&json);
}
