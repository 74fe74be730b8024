// The detectors of a file, by hand: those of tests that measure them, or hold them to their examples.
#pragma once

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

#include "scenario/learned.h"

#include "detector_case.h"

static inline Str load_file(Arena *arena, const char *path) {
    Str bytes = {0};
    Error error;
    if (!file_load(arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, &error)) {
        fail_msg("%s cannot be read", path);
    }
    return bytes;
}

static inline void add_list(Case *c, Span *span, const JsonValue *object, Str key) {
    const JsonValue *list = object ? json_member(object, key) : NULL;
    for (const JsonValue *text = list ? json_first(list) : NULL; text; text = json_next(text)) {
        add_text(c, span, str_copy(&c->arena, json_text(text)));
    }
}

// The names of the detectors stand in their `name`, after `prefix`.
static inline void add_detectors(Case *c, Str prefix, const JsonValue *detectors) {
    for (const JsonValue *value = detectors ? json_first(detectors) : NULL; value; value = json_next(value)) {
        Detector *detector = add_detector(c);
        Str id = json_text(json_member(value, S("id")));
        detector->name = str_format(&c->arena, "%.*s%.*s", S_ARG(prefix), S_ARG(id));
        add_list(c, &detector->match, value, S("match"));
        add_list(c, &detector->unless, value, S("unless"));
        const JsonValue *examples = json_member(value, S("examples"));
        add_list(c, &examples_of(c, detector)->yes, examples, S("yes"));
        add_list(c, &examples_of(c, detector)->no, examples, S("no"));
    }
}

static inline void load_shared(Case *c) {
    begin_case(c);
    JsonDoc doc;
    Str bytes = load_file(&c->arena, "../scenarios/detectors.fr.json");
    assert_true(json_parse(&c->scratch, bytes, &doc, NULL, NULL));
    add_detectors(c, S(""), json_member(doc.root, S("detectors")));
    json_finish(&doc);
    c->scenario.language = S("fr");
    Learned learned = learned_of(c->scenario.language);
    for (DetectorId id = 1; id < c->scenario.detectors.count; id++) {
        Detector *detector = &c->scenario.detectors.rows[id];
        detector->learned = learned_row(&learned, detector->name);
    }
}

static inline DetectorId find_by_name(const Case *c, Str name) {
    DetectorId id = c->scenario.detectors.count - 1;
    while (id > 0 && !str_equal(c->scenario.detectors.rows[id].name, name)) {
        id--;
    }
    return id;
}
