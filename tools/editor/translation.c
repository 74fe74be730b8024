#include "editor/translation.h"

#include "editor/po.h"
#include "editor/texts.h"

// The id of the element that a pointer leads to; empty where it has none.
static Str id_at(const Scenario *scenario, Str at) {
    Pointed place;
    bool object = pointer_find(scenario, at, &place) && !place.field && place.row != 0;
    const Field *field = object ? shape_find_field(place.shape, S("id")) : NULL;
    if (!field) {
        return (Str){0};
    }
    const char *row = shape_row(scenario, place.shape, place.row);
    return scenario_name(scenario, *(const Name *)(const void *)(row + field->offset));
}

// Where a text stands, elements by their ids: "/scenes/le-carnet/lines/0/text".
static Str context_of(Arena *arena, const Scenario *scenario, Str at) {
    StrBuilder context = {.arena = arena};
    for (ptrdiff_t from = 1; from < at.len;) {
        Str rest = str_slice(at, from, at.len), token = str_cut(&rest, '/');
        ptrdiff_t to = from + token.len;
        bool numbered = token.len > 0 && token.text[0] >= '0' && token.text[0] <= '9';
        Str id = numbered ? id_at(scenario, str_slice(at, 0, to)) : (Str){0};
        str_addf(&context, "/%.*s", S_ARG(id.len > 0 ? id : token));
        from = to + 1;
    }
    return str_built(&context);
}

static PoMessage header_of(Arena *arena, const Scenario *scenario) {
    static const char FIELDS[] = "Project-Id-Version: %.*s\nPO-Revision-Date: \nLast-Translator: \nLanguage-Team: \n"
                                 "Language: \nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                                 "Content-Transfer-Encoding: 8bit\nX-Source-Language: %.*s\n";
    Str id = scenario_name(scenario, scenario->id), language = scenario->language;
    return (PoMessage){.text = str_format(arena, FIELDS, S_ARG(id), S_ARG(language))};
}

// The scene that it stands in, and that a pattern is no sentence.
static Str note_of(Arena *arena, const Catalog *catalog, const FormRow *row, const FormTargets *scenes) {
    Str rest = str_slice(row->at, 1, row->at.len);
    int32_t scene = 0;
    if (texts_is_pattern(row)) {
        return catalog_text(catalog, TR("A pattern: the words by which something is found, in the other language."));
    }
    bool in_scene = str_equal(str_cut(&rest, '/'), S("scenes")) && str_to_int(str_cut(&rest, '/'), &scene);
    return in_scene && scene < scenes->count ? str_copy(arena, scenes->rows[scene].label) : (Str){0};
}

Str translation_write(Arena *arena, const Catalog *catalog, const Scenario *scenario) {
    Form texts = texts_of(arena, scenario);
    FormTargets scenes = form_targets(arena, scenario, TARGET_SCENE, (Str){0});
    PoMessages messages = {0};
    *rows_append(arena, &messages) = header_of(arena, scenario);
    for (int32_t i = 0; i < texts.count; i++) {
        const FormRow *row = &texts.rows[i];
        Str note = note_of(arena, catalog, row, &scenes);
        *rows_append(arena, &messages) =
            (PoMessage){.note = note, .context = context_of(arena, scenario, row->at), .id = row->text};
    }
    return po_write(arena, &messages);
}

// As a case names it: "en-GB" of "en_GB.UTF-8".
static Str language_of(Arena *arena, const PoMessages *messages) {
    Str language = po_header(messages, S("Language"));
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t i = 0; i < language.len && language.text[i] != '.' && language.text[i] != '@'; i++) {
        str_add_char(&out, language.text[i] == '_' ? '-' : language.text[i]);
    }
    return str_built(&out);
}

// Messages stand in the order of the texts as a rule: the search goes on where it ended.
static const PoMessage *find_message(const PoMessages *messages, Str context, int32_t *from) {
    for (int32_t i = 0; i < messages->count; i++) {
        int32_t here = (*from + i) % messages->count;
        if (str_equal(messages->rows[here].context, context)) {
            *from = here + 1;
            return &messages->rows[here];
        }
    }
    return NULL;
}

static void take_texts(Arena *arena, const Scenario *scenario, const PoMessages *messages, Translation *translation) {
    Form texts = texts_of(arena, scenario);
    int32_t from = 0, known = 0;
    for (int32_t i = 0; i < texts.count; i++) {
        const FormRow *row = &texts.rows[i];
        const PoMessage *message = find_message(messages, context_of(arena, scenario, row->at), &from);
        bool same = message && str_equal(message->id, row->text);
        bool done = same && message->text.len > 0 && !message->fuzzy;
        known += message != NULL;
        if (done) {
            *rows_append(arena, &translation->step) = operation_text(arena, row->at, message->text);
            translation->translated++;
        } else {
            *rows_append(arena, &translation->gaps) = (TranslationGap){.row = *row, .stale = message && !same};
        }
    }
    for (int32_t i = 0; i < messages->count; i++) {
        translation->gone += messages->rows[i].context.len > 0;
    }
    translation->gone -= known;
}

TranslationResult translation_read(Arena *arena, const Scenario *scenario, Str po, Translation *translation) {
    PoMessages messages;
    *translation = (Translation){0};
    if (!po_read(arena, po, &messages, &translation->line)) {
        return TRANSLATION_NO_PO;
    }
    translation->language = language_of(arena, &messages);
    if (translation->language.len == 0) {
        return TRANSLATION_NO_LANGUAGE;
    }
    if (str_equal(translation->language, scenario->language)) {
        return TRANSLATION_SAME_LANGUAGE;
    }
    *rows_append(arena, &translation->step) = operation_text(arena, S("/language"), translation->language);
    take_texts(arena, scenario, &messages, translation);
    return translation->translated > 0 ? TRANSLATION_READ : TRANSLATION_OF_ANOTHER;
}
