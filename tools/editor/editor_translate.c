// The texts of the case for translators, and a case of its own made of what comes back.
#include "base/catalog.h"
#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "editor/editor_parts.h"

void editor_translate_forget(Editor *editor) {
    arena_finish(&editor->translating.arena);
    editor->translating = (EditorTranslating){0};
}

static Str id_of(const Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    return scenario_name(scenario, scenario->id);
}

static Str folder_of(const Editor *editor) {
    Str path = editor->document.file.path;
    return path.len > 0 ? path_folder(path) : editor->app.folders.documents;
}

void editor_translate_show(Editor *editor) {
    Str name = str_format(&editor->scratch, "%.*s.po", S_ARG(id_of(editor)));
    editor_translate_forget(editor);
    arena_finish(&editor->overlay_arena);
    Str path = path_join(&editor->scratch, folder_of(editor), name);
    editor->path = path_tell(&editor->overlay_arena, path, (Str){0});
    editor->overlay = EDITOR_TRANSLATE;
}

static void tell(Editor *editor, Str source, const Str *arguments, int32_t count, bool trouble) {
    EditorTranslating *translating = &editor->translating;
    translating->told = catalog_format(&translating->arena, &editor->app.catalog, source, arguments, count);
    translating->trouble = trouble;
}

static void tell_error(Editor *editor, Str source, const Error *error) {
    tell(editor, source, (const Str[]){error_text(&editor->scratch, &editor->app.catalog, error)}, 1, true);
}

void editor_translate_export(Editor *editor, int64_t now_ms) {
    Error error = {0};
    Str path = path_read(&editor->scratch, str_trim(editor->path));
    editor_translate_forget(editor);
    if (file_exists(path)) {
        tell(editor, TR("There is a file of this name already. Choose another name."), NULL, 0, true);
        return;
    }
    Str po = translation_write(&editor->scratch, &editor->app.catalog, editor->document.reading.scenario);
    if (file_save(path, po, &error)) {
        editor->overlay = EDITOR_PLAIN;
        app_say(&editor->app, TOAST_DONE, TR("The texts are in {0}."),
                folders_tell(&editor->scratch, &editor->app.folders, path), now_ms);
    } else {
        tell_error(editor, TR("It cannot be saved there: {0}."), &error);
    }
}

// "s01-a-case" becomes "s01-a-case-en".
static Str translated_id(Editor *editor, Str language) {
    char *small = arena_push_text(&editor->scratch, language.len);
    for (ptrdiff_t i = 0; i < language.len; i++) {
        bool capital = language.text[i] >= 'A' && language.text[i] <= 'Z';
        small[i] = (char)(language.text[i] + (capital ? 'a' - 'A' : 0));
    }
    Str id = str_format(&editor->scratch, "%.*s-%.*s", S_ARG(id_of(editor)), (int)language.len, small);
    return scenario_is_slug(id) ? id : document_new_id(&editor->scratch, id_of(editor), NULL, 0);
}

static void tell_written(Editor *editor, const Translation *translation, Str path) {
    int32_t all = translation->translated + translation->gaps.count;
    Str texts = str_format(&editor->scratch, "%d", translation->translated);
    Str of = str_format(&editor->scratch, "%d", all), gone = str_format(&editor->scratch, "%d", translation->gone);
    Str source = translation->gone > 0 ? TR("Translated texts: {0} of {1}. {2} is the new situation. Texts of the file "
                                            "that are not in this one any more: {3}.")
                                       : TR("Translated texts: {0} of {1}. {2} is the new situation.");
    Str told = folders_tell(&editor->scratch, &editor->app.folders, path);
    tell(editor, source, (const Str[]){texts, of, told, gone}, translation->gone > 0 ? 4 : 3, false);
}

static void write_translated(Editor *editor, const Translation *translation) {
    Error error = {0};
    Document copy;
    Str id = translated_id(editor, translation->language), path = {0};
    for (int32_t i = 0; path.len == 0 || file_exists(path); i++) {
        id = i > 0 ? document_new_id(&editor->scratch, id, NULL, 0) : id;
        path = path_join(&editor->scratch, folder_of(editor), str_format(&editor->scratch, "%.*s.json", S_ARG(id)));
    }
    const Operations *step = &translation->step;
    document_init(&copy, &editor->framework);
    document_begin(&copy, &editor->scratch, editor->document.reading.bytes);
    OperationResult result = document_edit(&copy, &editor->scratch, step->rows, step->count, &(Moment){0});
    if (result == OPERATION_TOO_LARGE) {
        error.code = ERROR_TOO_LARGE;
    }
    bool written = result == OPERATION_DONE && document_save_copy(&copy, path, id, &error) == SAVE_DONE;
    document_finish(&copy);
    if (written) {
        tell_written(editor, translation, path);
    } else {
        tell_error(editor, TR("It cannot be saved there: {0}."), &error);
    }
}

void editor_translate_import(Editor *editor) {
    static const Str WHY[] = {
        [TRANSLATION_NO_PO] = TR_INIT("This is no PO file: line {0} says nothing that can be understood."),
        [TRANSLATION_NO_LANGUAGE] =
            TR_INIT("The file does not say into which language it was translated: its header “Language:” is empty."),
        [TRANSLATION_SAME_LANGUAGE] = TR_INIT("By its header, the file is in the language of this situation."),
        [TRANSLATION_OF_ANOTHER] = TR_INIT("Nothing in this file is a translation of a text of this situation."),
    };
    Error error = {0};
    Str po = {0}, path = path_read(&editor->scratch, str_trim(editor->path));
    EditorTranslating *translating = &editor->translating;
    editor_translate_forget(editor);
    if (!file_load(&editor->scratch, path, LIMIT_FILE_BYTES, &po, &error)) {
        tell_error(editor, TR("The file could not be read: {0}."), &error);
        return;
    }
    const Scenario *scenario = editor->document.reading.scenario;
    TranslationResult result = translation_read(&translating->arena, scenario, po, &translating->read);
    if (result == TRANSLATION_READ) {
        write_translated(editor, &translating->read);
    } else {
        translating->read.gaps.count = 0;
        tell(editor, WHY[result], (const Str[]){str_format(&editor->scratch, "%d", translating->read.line)}, 1, true);
    }
}
