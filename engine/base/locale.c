#include "base/locale.h"

#include "base/embedded.h"
#include "base/error.h"
#include "base/system.h"

static bool speaks_english(Str locale) {
    bool unset =
        locale.len == 0 || str_equal(locale, S("C")) || str_begins(locale, S("C.")) || str_equal(locale, S("POSIX"));
    return !unset && !str_begins(locale, S("fr"));
}

Str locale_language(Arena *arena) {
    static const Str NAMES[] = {S_INIT("LC_ALL"), S_INIT("LC_MESSAGES"), S_INIT("LANG")};
    for (int i = 0; i < 3; i++) {
        Str locale = system_environment(arena, NAMES[i]);
        if (locale.len > 0) {
            return speaks_english(locale) ? S("en") : S("fr");
        }
    }
    return S("fr");
}

bool locale_is_language(Str language) {
    return str_equal(language, S("fr")) || str_equal(language, S("en"));
}

void locale_read_catalog(Catalog *catalog, Str language) {
    *catalog = (Catalog){0};
    if (str_begins(language, S("fr"))) {
        bool read = catalog_read(catalog, embedded_find(S("fr.mo")));
        ASSERT(read); // it is compiled in
    }
}
