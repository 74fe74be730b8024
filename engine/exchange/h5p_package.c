#include "base/limits.h"
#include "exchange/archive.h"
#include "exchange/h5p.h"
#include "exchange/h5p_rights.h"
#include "exchange/h5p_value.h"
#include "exchange/rich.h"

#define MANIFEST "h5p.json"
#define CONTENT "content/content.json"

enum { MOST_VALUES = 200000 }; // cJSON takes eighty bytes for each

typedef struct {
    Arena *arena;
    LossReport *report;
    Str name; // of the file that is parsed
    Str bytes;
    bool told;
} Opening;

static bool refuse(Opening *opening, LossReason reason, Str about) {
    loss_judge(opening->report,
               &(Loss){.construct = CONSTRUCT_FILE, .became = BECAME_DROPPED, .reason = reason, .about = about});
    return false;
}

bool h5p_is(Str bytes) {
    if (archive_is(bytes)) {
        return true;
    }
    Str text = str_begins(bytes, S("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    if (!str_begins(str_trim(text), S("{"))) {
        return false;
    }
    bool library = str_find(text, S("\"library\"")) > 0 && str_find(text, S("\"H5P.")) > 0;
    return library || str_find(text, S("\"branchingScenario\"")) > 0;
}

static void tell_json(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)about;
    Opening *opening = context;
    if (fault == JSON_BOM || opening->told) {
        return;
    }
    opening->told = true;
    JsonPlace place = {.offset = offset};
    json_locate(opening->arena, opening->bytes, &place, 1);
    (void)refuse(opening, fault == JSON_TOO_DEEP ? REASON_PACKAGE_DEEP : REASON_PACKAGE_JSON,
                 str_format(opening->arena, "%.*s:%d:%d", S_ARG(opening->name), place.line, place.column));
}

static bool parse(Opening *opening, Arena *scratch, Str name, Str bytes, JsonDoc *doc) {
    int32_t values;
    opening->name = name;
    opening->bytes = h5p_without_fractions(opening->arena, bytes, &values);
    if (values > MOST_VALUES) {
        return refuse(opening, REASON_PACKAGE_LARGE, name);
    }
    return json_parse(scratch, opening->bytes, doc, tell_json, opening);
}

// A tag such as "fr-ca" names a language; a case may be in two of them.
static Str own_language(Str tag) {
    Str language = str_cut(&tag, '-');
    return str_equal(language, S("fr")) ? S("fr") : str_equal(language, S("en")) ? S("en") : (Str){0};
}

// A service wraps what an archive has in two files, and the content once more.
static const JsonValue *unwrap(H5pPackage *package, const JsonValue *root) {
    const JsonValue *outer = h5p_member(root, S("params"));
    const JsonValue *inner = h5p_member(outer, S("params"));
    Str library = h5p_text(root, S("library"));
    Str title = h5p_text(root, S("h5p/title"));
    title = title.len > 0 ? title : h5p_text(outer, S("metadata/title"));
    if (outer) {
        package->library = library.len > 0 ? library : package->library;
        package->title = package->title.len > 0 ? package->title : title;
        package->language =
            package->language.len > 0 ? package->language : own_language(h5p_text(root, S("h5p/language")));
    }
    return inner ? inner : outer ? outer : root;
}

// Who wrote it and how others may use it; what else is said of how it came about has no key in a case.
static void read_credits(Opening *opening, const JsonValue *metadata, H5pPackage *package) {
    static const Str KEYS[] = {S_INIT("source"), S_INIT("yearFrom"), S_INIT("yearTo"), S_INIT("changes"),
                               S_INIT("authorComments")};
    package->rights = h5p_read_rights(opening->arena, metadata, opening->report);
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        const JsonValue *value = h5p_member(metadata, KEYS[i]);
        if (value && (json_first(value) || json_type(value) == JSON_INTEGER || h5p_text(metadata, KEYS[i]).len > 0)) {
            loss_judge(opening->report, &(Loss){.construct = CONSTRUCT_METADATA,
                                                .became = BECAME_DROPPED,
                                                .reason = REASON_SETTING,
                                                .about = KEYS[i]});
        }
    }
}

static bool read_manifest(Opening *opening, Arena *scratch, Str bytes, H5pPackage *package) {
    JsonDoc doc;
    if (!parse(opening, scratch, S(MANIFEST), bytes, &doc)) {
        return false;
    }
    package->title = str_copy(opening->arena, h5p_text(doc.root, S("title")));
    package->language = own_language(h5p_text(doc.root, S("language")));
    read_credits(opening, doc.root, package);
    package->library = str_copy(opening->arena, h5p_text(doc.root, S("mainLibrary")));
    json_finish(&doc);
    return package->library.len > 0 || refuse(opening, REASON_PACKAGE_FIELD, S("mainLibrary"));
}

static bool read_archive(Opening *opening, Arena *scratch, Str bytes, H5pPackage *package) {
    static const LossReason REASONS[] = {
        [ARCHIVE_BROKEN] = REASON_PACKAGE_BROKEN,   [ARCHIVE_ENCRYPTED] = REASON_PACKAGE_LOCKED,
        [ARCHIVE_UNSAFE] = REASON_PACKAGE_NAME,     [ARCHIVE_COMPRESSED] = REASON_PACKAGE_METHOD,
        [ARCHIVE_TOO_LARGE] = REASON_PACKAGE_LARGE, [ARCHIVE_TOO_MANY] = REASON_PACKAGE_MANY};
    ArchiveFile files[] = {{.name = S(MANIFEST)}, {.name = S(CONTENT)}};
    Str about;
    ArchiveFault fault = archive_read(opening->arena, bytes, files, COUNT(files), &about);
    if (fault != ARCHIVE_FINE) {
        return refuse(opening, REASONS[fault], about);
    }
    for (int32_t i = 0; i < COUNT(files); i++) {
        if (!files[i].found) {
            return refuse(opening, REASON_PACKAGE_PART, files[i].name);
        }
    }
    package->content = files[1].bytes;
    return read_manifest(opening, scratch, files[0].bytes, package);
}

bool h5p_open(Arena *arena, Arena *scratch, Str bytes, H5pPackage *package, LossReport *report) {
    Opening opening = {.arena = arena, .report = report};
    *package = (H5pPackage){.content = bytes};
    bool archive = archive_is(bytes);
    if (archive && !read_archive(&opening, scratch, bytes, package)) {
        return false;
    }
    if (!parse(&opening, scratch, S(CONTENT), package->content, &package->doc)) {
        return false;
    }
    package->content = opening.bytes;
    package->params = unwrap(package, package->doc.root);
    if (!archive) {
        read_credits(&opening, h5p_at(package->doc.root, S("params/metadata")), package);
    }
    if (!h5p_is_object(package->params)) {
        json_finish(&package->doc);
        return refuse(&opening, REASON_PACKAGE_FIELD, S("params"));
    }
    RichSeen seen = {0};
    package->title = rich_read(arena, rich_decode(arena, package->title), RICH_PLAIN, &seen);
    return true;
}

void h5p_close(H5pPackage *package) {
    json_finish(&package->doc);
}

bool h5p_is_story(const H5pPackage *package) {
    Str name = h5p_machine_name(package->library);
    return h5p_member(package->params, S("branchingScenario")) != NULL || str_equal(name, S("H5P.BranchingScenario"));
}
