// The texts of a case for translators, and a case in another language made of what they give back.
//
//     Str po = translation_write(&arena, &catalog, scenario);
//     …
//     Translation translation;
//     if (translation_read(&arena, scenario, po, &translation) == TRANSLATION_READ) {
//         document_edit(&copy, &scratch, translation.step.rows, translation.step.count, &moment);
//     }
//
// A message is known by where its text stands, by ids where there are any, so that scenes may move meanwhile; its id is
// the text. A text that was changed since is stale: what was made of the old one is not taken.
#pragma once

#include "base/catalog.h"
#include "editor/form.h"

typedef struct {
    FormRow row; // of texts.h, of the case that is translated
    bool stale;  // else nobody translated it, or nobody was sure
} TranslationGap;

typedef struct {
    Operations step; // sets language and texts
    Str language;
    int32_t translated;
    ROWS_OF(TranslationGap) gaps;
    int32_t gone; // messages of which the case has no text any more
    int32_t line; // TRANSLATION_NO_PO: the first that is none of a PO file
} Translation;

typedef enum {
    TRANSLATION_READ,
    TRANSLATION_NO_PO,
    TRANSLATION_NO_LANGUAGE,   // its header does not say into which
    TRANSLATION_SAME_LANGUAGE, // as the case
    TRANSLATION_OF_ANOTHER     // none of its messages is of this case
} TranslationResult;

Str translation_write(Arena *arena, const Catalog *catalog, const Scenario *scenario);
TranslationResult translation_read(Arena *arena, const Scenario *scenario, Str po, Translation *translation);
