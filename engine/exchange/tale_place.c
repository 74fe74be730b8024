#include "exchange/tale_making.h"

// A number as JavaScript writes it; what stands behind its point is left out.
static bool read_number(Str text, int32_t *number) {
    Str whole = str_trim(str_cut(&text, '.'));
    return str_to_int(whole, number) && *number <= LIMIT_INTEGER && *number >= -LIMIT_INTEGER;
}

static void settle(Making *making, const Passage *passage, Became became, Str about) {
    loss_find(making->maker->report, CONSTRUCT_METADATA);
    loss_settle(making->maker->report, CONSTRUCT_METADATA, became);
    if (became != BECAME_CONVERTED) {
        tale_tell(making, CONSTRUCT_METADATA, became, REASON_NO_PLACE_IN_CASE, passage->line, about);
    }
}

void tale_put_place(Making *making, const Passage *passage) {
    Str down = passage->position, across = str_cut(&down, ',');
    int32_t at[2];
    if (read_number(across, &at[0]) && read_number(down, &at[1])) {
        json_write_key(&making->json, S("at"));
        json_begin_inline_list(&making->json);
        json_write_int(&making->json, at[0]);
        json_write_int(&making->json, at[1]);
        json_end(&making->json);
        bool usual = passage->size.len == 0 || str_equal(passage->size, S("100,100"));
        settle(making, passage, usual ? BECAME_CONVERTED : BECAME_DEGRADED, passage->size);
    } else if (passage->position.len > 0) {
        settle(making, passage, BECAME_DROPPED, passage->position);
    }
}
