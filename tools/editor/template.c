#include "editor/template.h"

#include "base/catalog.h"
#include "base/embedded.h"
#include "base/error.h"
#include "editor/operation.h"

const Template TEMPLATES[] = {
    {.name = TR_INIT("An empty page"), .about = TR_INIT("One scene, and all to be written.")},
    {.key = S_INIT("conclude"),
     .name = TR_INIT("An interview to conclude"),
     .about = TR_INIT("Ten minutes are left: announce it, sum up, who does what, and what is said at the door.")},
    {.key = S_INIT("tension"),
     .name = TR_INIT("A tension"),
     .about = TR_INIT("Somebody is angry: receive it, reword it, set a limit, promise what you will do.")},
    {.key = S_INIT("prejudice"),
     .name = TR_INIT("A prejudice"),
     .about = TR_INIT("A hurtful remark: say that you disagree, protect who heard it, come back to the request.")},
    {.key = S_INIT("on-behalf"),
     .name = TR_INIT("Doing it in somebody’s place"),
     .about = TR_INIT("Do it, do it together, or let it be done: four decisions in front of a screen.")},
    {.key = S_INIT("concordance"),
     .name = TR_INIT("Compared with a panel"),
     .about = TR_INIT("Three uncertain cases: each idea is rated, and what colleagues answered is shown.")},
    {.key = S_INIT("quiz"),
     .name = TR_INIT("A quiz"),
     .about = TR_INIT("One answer, several answers, things to be sorted, each with its why.")},
};

const int32_t TEMPLATE_COUNT = COUNT(TEMPLATES);

const Template *template_find(Str key) {
    const Template *found = NULL;
    for (int32_t i = 0; i < TEMPLATE_COUNT && !found; i++) {
        found = str_equal(TEMPLATES[i].key, key) ? &TEMPLATES[i] : NULL;
    }
    return found;
}

static Str one_scene(Arena *arena, Str language, bool french) {
    static const char BEGUN[] = "{\"format\": 1, \"id\": \"\", \"kind\": \"scenario\", \"language\": \"%.*s\", "
                                "\"title\": \"\", \"summary\": \"\", \"theme\": \"ecoute\", "
                                "\"minutes\": {\"alone\": 10, \"group\": 30}, \"competencies\": [\"eco\"], "
                                "\"start\": \"%s\", \"scenes\": [{\"id\": \"%s\", \"lines\": [{\"text\": \"\"}], "
                                "\"ending\": {\"title\": \"\", \"text\": \"\"}}]}";
    const char *scene = french ? "debut" : "beginning";
    return str_format(arena, BEGUN, S_ARG(language), scene, scene);
}

Str template_begin(Arena *arena, const Template *from, Str language) {
    bool french = str_begins(language, S("fr"));
    Str name = str_format(arena, "%.*s.%s.json", S_ARG(from->key), french ? "fr" : "en");
    Str bytes = from->key.len > 0 ? embedded_find(name) : one_scene(arena, language, french), begun = bytes;
    Operation id = operation_text(arena, S("/id"), french ? S("nouvelle-situation") : S("new-situation"));
    OperationResult result = operation_apply(arena, NULL, bytes, &id, &begun);
    ASSERT(result == OPERATION_DONE);
    return begun;
}
