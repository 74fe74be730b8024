#include "base/date.h"

enum { YEAR_LEN = 4, MONTH_AT = 5, DAY_AT = 8, DATE_LEN = 10 };

typedef struct {
    int32_t year, month, day;
} Day;

static int32_t days_of_month(int32_t year, int32_t month) {
    static const int32_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

static bool has_form(Str date) {
    for (ptrdiff_t i = 0; i < date.len; i++) {
        bool dash = i == YEAR_LEN || i == DAY_AT - 1;
        if (dash ? date.text[i] != '-' : date.text[i] < '0' || date.text[i] > '9') {
            return false;
        }
    }
    return date.len == DATE_LEN;
}

static bool read_day(Str date, Day *day) {
    return has_form(date) && str_to_int(str_slice(date, 0, YEAR_LEN), &day->year) &&
           str_to_int(str_slice(date, MONTH_AT, DAY_AT - 1), &day->month) &&
           str_to_int(str_slice(date, DAY_AT, DATE_LEN), &day->day) && day->month >= 1 && day->month <= 12 &&
           day->day >= 1 && day->day <= days_of_month(day->year, day->month);
}

bool date_is_valid(Str date) {
    Day day;
    return read_day(date, &day);
}

// March is taken as the first month, so that a leap day is the last of its year, and year 0 begins the first era
// (Hinnant, chrono-compatible low-level date algorithms).
int32_t date_days(Str date) {
    enum { YEAR_DAYS = 365, ERA_YEARS = 400, ERA_DAYS = 146097, BEFORE_1970 = 719468 };
    Day day;
    if (!read_day(date, &day)) {
        return -1;
    }
    int32_t year = day.year - (day.month <= 2);
    int32_t era = (year >= 0 ? year : year - ERA_YEARS + 1) / ERA_YEARS;
    int32_t of_era = year - era * ERA_YEARS;
    int32_t of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * ERA_DAYS + of_era * YEAR_DAYS + of_era / 4 - of_era / 100 + of_year - BEFORE_1970;
}

Str date_told(Arena *arena, const Catalog *catalog, Str date) {
    static const Str MONTHS[] = {TR_INIT("January"),   TR_INIT("February"), TR_INIT("March"),    TR_INIT("April"),
                                 TR_INIT("May"),       TR_INIT("June"),     TR_INIT("July"),     TR_INIT("August"),
                                 TR_INIT("September"), TR_INIT("October"),  TR_INIT("November"), TR_INIT("December")};
    Day day;
    if (!read_day(date, &day)) {
        return date;
    }
    const Str PARTS[] = {str_format(arena, "%d", day.day), catalog_text(catalog, MONTHS[day.month - 1]),
                         str_slice(date, 0, YEAR_LEN)};
    return day.day == 1 ? catalog_format(arena, catalog, TR("1 {0} {1}"), PARTS + 1, 2)
                        : catalog_format(arena, catalog, TR("{0} {1} {2}"), PARTS, COUNT(PARTS));
}
