// How a report is called.
#include "base/date.h"
#include "report/figures.h"

// "From 3 September to 28 November", or the one day.
static Str days_of(const FiguresOf *of) {
    const Str PARTS[] = {date_told(of->arena, of->catalog, of->first_day),
                         date_told(of->arena, of->catalog, of->last_day)};
    return str_equal(of->first_day, of->last_day)
               ? PARTS[0]
               : catalog_format(of->arena, of->catalog, TR("{0} – {1}"), PARTS, COUNT(PARTS));
}

static Str told_sessions(const FiguresOf *of) {
    int32_t sessions = of->analysis->told.sessions;
    Str number = str_format(of->arena, "%d", sessions);
    return catalog_format(of->arena, of->catalog,
                          catalog_plural(of->catalog, TRP("{0} session", "{0} sessions"), sessions), &number, 1);
}

// Both names; and how many sessions, where others are told of beside theirs.
static Str told_sides(const FiguresOf *of) {
    const Str NAMES[] = {figures_side_name(of, &of->sides[0]), figures_side_name(of, &of->sides[1])};
    Str both = catalog_format(of->arena, of->catalog, TR("{0} and {1}"), NAMES, COUNT(NAMES));
    int32_t theirs = of->sides[0].analysis->told.sessions + of->sides[1].analysis->told.sessions;
    return theirs >= of->analysis->told.sessions
               ? both
               : str_format(of->arena, "%.*s, %.*s", S_ARG(told_sessions(of)), S_ARG(both));
}

Str figures_who(const FiguresOf *of) {
    return of->versions        ? catalog_text(of->catalog, TR("two texts side by side"))
           : of->sides         ? told_sides(of)
           : of->group.len > 0 ? of->group
                               : told_sessions(of);
}

Str figures_report_title(const FiguresOf *of) {
    const Str PARTS[] = {of->analysis->told.scenario->title, figures_who(of), days_of(of)};
    return catalog_format(of->arena, of->catalog, TR("Analysis · {0} · {1} · {2}"), PARTS, COUNT(PARTS));
}
