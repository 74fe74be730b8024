#include "exchange/head.h"

#include "scenario/framework.h"

Str head_competency(Str language) {
    static const Words COMPETENCY = {S_INIT("a_completer"), S_INIT("to_complete")};
    return words_in(COMPETENCY, language);
}

Str head_to_complete(Str language) {
    static const Words TO_COMPLETE = {S_INIT("À compléter"), S_INIT("To be completed")};
    return words_in(TO_COMPLETE, language);
}

void head_put_names(JsonWriter *json, const HeadWish *wish, Str kind) {
    json_write_member_int(json, S("format"), 1);
    json_write_member_text(json, S("id"), wish->id);
    json_write_member_text(json, S("kind"), kind);
    json_write_member_text(json, S("language"), wish->language);
}

void head_put_to_complete(JsonWriter *json, Str language, int32_t alone, int32_t group) {
    json_write_member_text(json, S("summary"), head_to_complete(language));
    json_write_member_text(json, S("theme"), S("a-completer"));
    json_write_key(json, S("minutes"));
    json_begin_inline_object(json);
    json_write_member_int(json, S("alone"), alone);
    json_write_member_int(json, S("group"), group);
    json_end(json);
}

void head_put_rights(JsonWriter *json, const HeadRights *rights) {
    if (rights->author_count > 0) {
        json_write_key(json, S("authors"));
        json_begin_inline_list(json);
        for (int32_t i = 0; i < rights->author_count; i++) {
            json_write_text(json, rights->authors[i]);
        }
        json_end(json);
    }
    if (rights->license.len > 0) {
        json_write_member_text(json, S("license"), rights->license);
    }
}

void head_put_competency(JsonWriter *json, Str language) {
    json_write_key(json, S("competencies"));
    json_begin_list(json);
    json_begin_object(json);
    json_write_member_text(json, S("id"), head_competency(language));
    json_write_member_text(json, S("name"), head_to_complete(language));
    json_end(json);
    json_end(json);
}
