// Every maximum of Palabre, in one place. A limit exists either because the format promises it to authors
// (docs/FORMAT.md lists those) or because it bounds time or memory; the comment says which work it bounds.
#pragma once

enum {
    // Bytes and JSON.
    LIMIT_FILE_BYTES = 16 * 1024 * 1024, // `too-large`; also keeps every offset inside an int32_t
    LIMIT_JSON_DEPTH = 64,               // `too-deep`
    LIMIT_TEXT_CHARS = 4000,             // `too-long`, in code points
    LIMIT_INTEGER = 1000000,             // gauges and every other number an author writes, both signs

    LIMIT_FINDINGS = 10000, // kept of one file; a hostile one could hold millions

    // The case.
    LIMIT_SCENES = 100000,
    LIMIT_COMPETENCIES = 12,
    LIMIT_GAUGES = 32,
    LIMIT_FACTS = 256,
    LIMIT_CHARACTERS = 64,
    LIMIT_SOURCES = 256,
    LIMIT_PRONUNCIATIONS = 256,
    LIMIT_PRONUNCIATION_CHARS = 100,
    LIMIT_TEXTS = 64, // objectives, resources, prompts, questions, lines of a scene, routes, rules
    LIMIT_DETECTORS = 256,
    LIMIT_SLUG = 64,
    LIMIT_NAME = 32,
    LIMIT_OPTIONS = 8, // of a `multiple`; a `choice` has at most 6
    LIMIT_ITEMS = 24,
    LIMIT_BINS = 5,
    LIMIT_LEVELS = 7,
    LIMIT_PANEL = 99, // colleagues in a panel: shares stay exact in 64 bits
    LIMIT_MARK = 2,   // a mark lies in -2 … 2
    LIMIT_EFFECT = 100,

    // Conditions.
    LIMIT_CONDITION_CHARS = 512,
    LIMIT_CONDITION_DEPTH = 32,

    // Detectors: together with the match limits of scenario/detector they keep an answer under 100 ms of CPU.
    LIMIT_ANSWER_CHARS = 600,
    LIMIT_ANSWER_LETTERS = 12, // fewer letters than this find nothing
    LIMIT_PATTERN_BYTES = 4000,
    LIMIT_PATTERNS = 24,
    LIMIT_ASK_DETECTORS = 12,

    // Exploration.
    LIMIT_BOUNDS_STATES = 2000000, // beyond it bounds are outer bounds
    LIMIT_CHECK_STATES = 20000,    // so many that `check` stays quick
    LIMIT_OUTCOMES = 65536,        // different consequences one decision may have
    LIMIT_PROFILE_ANSWERS = 4096,  // that are weighed for the profile, so that a step stays under 100 ms of CPU

    // A kept session.
    LIMIT_SESSION_LINES = 100000,
    LIMIT_SESSION_BYTES = 8 * 1024 * 1024, // of its lines, as many as a journal has
    LIMIT_SESSION_LABEL = 100,             // code points
    LIMIT_SESSION_PEOPLE = 1000
};
