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

Str figures_who(const FiguresOf *of) {
    if (of->versions) {
        return catalog_text(of->catalog, TR("two texts side by side"));
    }
    int32_t sessions = of->analysis->told.sessions;
    Str number = str_format(of->arena, "%d", sessions);
    return of->group.len > 0
               ? of->group
               : catalog_format(of->arena, of->catalog,
                                catalog_plural(of->catalog, TRP("{0} session", "{0} sessions"), sessions), &number, 1);
}

Str figures_report_title(const FiguresOf *of) {
    const Str PARTS[] = {of->analysis->told.scenario->title, figures_who(of), days_of(of)};
    return catalog_format(of->arena, of->catalog, TR("Analysis · {0} · {1} · {2}"), PARTS, COUNT(PARTS));
}
