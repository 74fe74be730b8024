#include "scenario/findings.h"

#include "base/error.h"
#include "base/limits.h"
#include "scenario/finding_words.h"
#include "scenario/scenario.h"

#include <stdlib.h>

bool findings_is_full(const Findings *findings) {
    return findings->count >= LIMIT_FINDINGS;
}

Finding *findings_add(Findings *findings, FindingCode code, int32_t place, Str about) {
    bool kept = !findings_is_full(findings);
    Finding *finding = kept ? rows_append(findings->arena, findings) : &findings->spare;
    *finding = (Finding){.code = code, .place = place, .index = -1, .inside = -1};
    finding->arguments[0] = kept ? str_copy(findings->arena, about) : (Str){0};
    if (FINDING_KINDS[code].severity == SEVERITY_ERROR) {
        findings->error_count++;
    }
    return finding;
}

static int compare_ints(int32_t a, int32_t b) {
    return (a > b) - (a < b);
}

// Tells all findings apart that read differently, for qsort keeps no order.
static int compare_findings(const void *a, const void *b) {
    const Finding *left = a;
    const Finding *right = b;
    int order = compare_ints(left->offset, right->offset);
    order = order != 0 ? order : compare_ints((int32_t)left->code, (int32_t)right->code);
    order = order != 0 ? order : compare_ints(left->variant, right->variant);
    for (int32_t i = 0; order == 0 && i < FINDING_ARGUMENTS; i++) {
        order = str_compare(left->arguments[i], right->arguments[i]);
    }
    return order;
}

static JsonElements list_scenes(Arena *scratch, const Scenario *scenario) {
    int32_t count = scenario ? scenario->scenes.count - 1 : 0;
    int32_t *places = arena_push(scratch, int32_t, count);
    for (int32_t i = 0; i < count; i++) {
        places[i] = scenario->scenes.rows[i + 1].place;
    }
    return (JsonElements){places, count};
}

void findings_locate(Findings *findings, const Scenario *scenario, Arena *scratch, Str bytes) {
    ArenaMark mark = arena_mark(scratch);
    for (int32_t i = 0; i < findings->count; i++) {
        Finding *finding = &findings->rows[i];
        finding->offset = json_find_part(bytes, finding->place, finding->member, finding->index, finding->inside);
    }
    if (findings->count > 0) {
        qsort(findings->rows, (size_t)findings->count, sizeof(Finding), compare_findings);
    }
    JsonPlace *places = arena_push(scratch, JsonPlace, findings->count);
    for (int32_t i = 0; i < findings->count; i++) {
        places[i].offset = findings->rows[i].offset;
    }
    json_locate_among(findings->arena, bytes, list_scenes(scratch, scenario), places, findings->count);
    for (int32_t i = 0; i < findings->count; i++) {
        findings->rows[i].line = places[i].line;
        findings->rows[i].column = places[i].column;
        findings->rows[i].pointer = places[i].pointer;
    }
    arena_rewind(scratch, mark);
}

Str finding_code(FindingCode code) {
    return FINDING_KINDS[code].code;
}

Severity finding_severity(FindingCode code) {
    return FINDING_KINDS[code].severity;
}

static const FindingWords *words_of(const Finding *finding) {
    const FindingKind *kind = &FINDING_KINDS[finding->code];
    ASSERT(finding->variant >= 0 && finding->variant < kind->variant_count);
    return &kind->variants[finding->variant];
}

static Str say(Arena *arena, const Catalog *catalog, const Finding *finding, Str sentence) {
    Str arguments[FINDING_ARGUMENTS];
    for (int32_t i = 0; i < FINDING_ARGUMENTS; i++) {
        bool ours = (finding->words & (1 << i)) != 0;
        arguments[i] = ours ? catalog_text(catalog, finding->arguments[i]) : finding->arguments[i];
    }
    return catalog_format(arena, catalog, sentence, arguments, FINDING_ARGUMENTS);
}

Str finding_message(Arena *arena, const Catalog *catalog, const Finding *finding) {
    return say(arena, catalog, finding, words_of(finding)->message);
}

Str finding_advice(Arena *arena, const Catalog *catalog, const Finding *finding) {
    return say(arena, catalog, finding, words_of(finding)->advice);
}
