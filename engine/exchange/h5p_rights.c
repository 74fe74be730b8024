#include "exchange/h5p_rights.h"

#include "base/limits.h"
#include "exchange/h5p_value.h"
#include "exchange/rich.h"

// H5P has the version beside the licence, SPDX in its id.
static const struct {
    Str h5p, spdx;
    bool versions; // otherwise there is one
} LICENSES[] = {
    {S_INIT("CC BY"), S_INIT("CC-BY"), true},
    {S_INIT("CC BY-SA"), S_INIT("CC-BY-SA"), true},
    {S_INIT("CC BY-ND"), S_INIT("CC-BY-ND"), true},
    {S_INIT("CC BY-NC"), S_INIT("CC-BY-NC"), true},
    {S_INIT("CC BY-NC-SA"), S_INIT("CC-BY-NC-SA"), true},
    {S_INIT("CC BY-NC-ND"), S_INIT("CC-BY-NC-ND"), true},
    {S_INIT("CC0 1.0"), S_INIT("CC0-1.0"), false},
    {S_INIT("ODC PDDL"), S_INIT("PDDL-1.0"), false},
};

static const Str VERSIONS[] = {S_INIT("1.0"), S_INIT("2.0"), S_INIT("2.5"), S_INIT("3.0"), S_INIT("4.0")};

// Undisclosed: what H5P writes where nothing was chosen.
static bool is_disclosed(Str license) {
    return license.len > 0 && !str_equal(license, S("U"));
}

static void drop(LossReport *report, Str key) {
    loss_judge(
        report,
        &(Loss){.construct = CONSTRUCT_METADATA, .became = BECAME_DROPPED, .reason = REASON_SETTING, .about = key});
}

static Str plain(Arena *arena, Str text) {
    RichSeen seen = {0};
    return str_copy(arena, rich_read(arena, rich_decode(arena, text), RICH_PLAIN, &seen)); // outlives the file
}

static bool is_version(Str version) {
    for (int32_t i = 0; i < COUNT(VERSIONS); i++) {
        if (str_equal(version, VERSIONS[i])) {
            return true;
        }
    }
    return false;
}

// An id of SPDX; else, of a licence that is none, what is said of it besides.
static Str read_license(Arena *arena, const JsonValue *metadata, LossReport *report) {
    Str license = h5p_text(metadata, S("license"));
    Str version = h5p_text(metadata, S("licenseVersion"));
    Str more = plain(arena, h5p_text(metadata, S("licenseExtras")));
    for (int32_t i = 0; i < COUNT(LICENSES); i++) {
        if (str_equal(license, LICENSES[i].h5p) && (!LICENSES[i].versions || is_version(version))) {
            if (more.len > 0) {
                drop(report, S("licenseExtras"));
            }
            return LICENSES[i].versions ? str_format(arena, "%.*s-%.*s", S_ARG(LICENSES[i].spdx), S_ARG(version))
                                        : LICENSES[i].spdx;
        }
    }
    if (is_disclosed(license)) {
        drop(report, S("license"));
    }
    return more;
}

HeadRights h5p_read_rights(Arena *arena, const JsonValue *metadata, LossReport *report) {
    HeadRights rights = {.license = read_license(arena, metadata, report)};
    Str *authors = arena_push(arena, Str, LIMIT_TEXTS);
    bool roles = false, more = false;
    const JsonValue *author = h5p_items(h5p_member(metadata, S("authors")));
    for (; author; author = json_next(author)) {
        Str name = plain(arena, h5p_text(author, S("name")));
        Str role = h5p_text(author, S("role"));
        if (name.len > 0 && rights.author_count < LIMIT_TEXTS) {
            authors[rights.author_count++] = name;
        } else if (name.len > 0) {
            more = true;
        }
        roles = roles || (role.len > 0 && !str_equal(role, S("Author")));
    }
    if (roles) {
        drop(report, S("role"));
    }
    if (more) {
        drop(report, S("authors"));
    }
    rights.authors = authors;
    return rights;
}

static void write_license(H5pOut *out, JsonWriter *json) {
    Str license = out->scenario->license;
    for (int32_t i = 0; i < COUNT(LICENSES); i++) {
        Str version = str_slice(license, LICENSES[i].spdx.len + 1, license.len);
        bool known = LICENSES[i].versions ? str_begins(license, LICENSES[i].spdx) && is_version(version)
                                          : str_equal(license, LICENSES[i].spdx);
        if (known) {
            json_write_member_text(json, S("license"), LICENSES[i].h5p);
            if (LICENSES[i].versions) {
                json_write_member_text(json, S("licenseVersion"), version);
            }
            return;
        }
    }
    json_write_member_text(json, S("license"), S("U"));
    if (license.len > 0) {
        json_write_member_text(json, S("licenseExtras"), h5p_out_field(out, license, S("license")));
    }
}

void h5p_write_rights(H5pOut *out, JsonWriter *json) {
    const Span authors = out->scenario->authors;
    write_license(out, json);
    if (authors.count == 0) {
        return;
    }
    json_write_key(json, S("authors"));
    json_begin_list(json);
    for (int32_t i = 0; i < authors.count; i++) {
        json_begin_object(json);
        Str name = out->scenario->texts.rows[authors.first + i];
        json_write_member_text(json, S("name"), h5p_out_field(out, name, S("authors")));
        json_write_member_text(json, S("role"), S("Author"));
        json_end(json);
    }
    json_end(json);
}
