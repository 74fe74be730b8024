#include "exchange/loss_words.h"

typedef struct {
    Str key, words;
} LossKey;

static const LossKey KEYS[] = {
    {S_INIT("about"), TR_INIT("What is said of somebody or something")},
    {S_INIT("age"), TR_INIT("An age")},
    {S_INIT("at"), TR_INIT("Where a scene lies on the map")},
    {S_INIT("attitude"), TR_INIT("The attitude of an answer")},
    {S_INIT("authors"), TR_INIT("The authors")},
    {S_INIT("bands"), TR_INIT("What a result brings")},
    {S_INIT("better"), TR_INIT("Whether high or low is better")},
    {S_INIT("bin"), TR_INIT("Where an item belongs")},
    {S_INIT("competencies"), TR_INIT("The competencies")},
    {S_INIT("confidence"), TR_INIT("The question how sure one is")},
    {S_INIT("debrief"), TR_INIT("The debrief")},
    {S_INIT("detectors"), TR_INIT("What is noticed in typed answers")},
    {S_INIT("effects"), TR_INIT("What an answer changes")},
    {S_INIT("initials"), TR_INIT("The initials of a character")},
    {S_INIT("intro"), TR_INIT("Where and when it happens")},
    {S_INIT("key"), TR_INIT("What is expected")},
    {S_INIT("label"), TR_INIT("The short name of an answer")},
    {S_INIT("license"), TR_INIT("The licence")},
    {S_INIT("limit"), TR_INIT("A time limit")},
    {S_INIT("max"), TR_INIT("How many at most")},
    {S_INIT("min"), TR_INIT("How many at least")},
    {S_INIT("minutes"), TR_INIT("How long it takes")},
    {S_INIT("model"), TR_INIT("A possible answer, shown after")},
    {S_INIT("mood"), TR_INIT("The mood of a line")},
    {S_INIT("name"), TR_INIT("A name")},
    {S_INIT("near"), TR_INIT("Places that count half")},
    {S_INIT("not_first"), TR_INIT("That it is not for a first time")},
    {S_INIT("notice"), TR_INIT("What is to be known before")},
    {S_INIT("objectives"), TR_INIT("What one can practise")},
    {S_INIT("own_words"), TR_INIT("An answer in own words")},
    {S_INIT("panel"), TR_INIT("What experienced colleagues answered")},
    {S_INIT("past"), TR_INIT("What an answer became in the story")},
    {S_INIT("portraits"), TR_INIT("The portraits at an end")},
    {S_INIT("private"), TR_INIT("That an answer stays with the person")},
    {S_INIT("prompts"), TR_INIT("The questions for a group")},
    {S_INIT("pronunciations"), TR_INIT("How names are said")},
    {S_INIT("readers"), TR_INIT("Who read it again")},
    {S_INIT("reply"), TR_INIT("What follows an answer")},
    {S_INIT("resources"), TR_INIT("Where to turn")},
    {S_INIT("revision"), TR_INIT("The author’s own version")},
    {S_INIT("role"), TR_INIT("A role")},
    {S_INIT("rules"), TR_INIT("What several answers bring together")},
    {S_INIT("scale"), TR_INIT("The words of a scale")},
    {S_INIT("scores"), TR_INIT("What an answer shows of a competency")},
    {S_INIT("set"), TR_INIT("What is noted of an answer")},
    {S_INIT("shown"), TR_INIT("Who sees a gauge")},
    {S_INIT("shuffle"), TR_INIT("A drawn order")},
    {S_INIT("sources"), TR_INIT("Sources")},
    {S_INIT("stance"), TR_INIT("Whether an answer is advised")},
    {S_INIT("step"), TR_INIT("The step of a talk")},
    {S_INIT("summary"), TR_INIT("The summary")},
    {S_INIT("theme"), TR_INIT("The theme")},
    {S_INIT("tint"), TR_INIT("The colour of a character")},
    {S_INIT("title"), TR_INIT("A title")},
    {S_INIT("tone"), TR_INIT("Whether an end is good or hard")},
    {S_INIT("trainer"), TR_INIT("The notes for trainers")},
    {S_INIT("traps"), TR_INIT("The trap in an answer")},
    {S_INIT("unset"), TR_INIT("What is noted no more")},
    {S_INIT("why"), TR_INIT("The feedback of an answer")},
    {S_INIT("with"), TR_INIT("Who is there")},
};

Str loss_key_words(Str key) {
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(KEYS[i].key, key)) {
            return KEYS[i].words;
        }
    }
    return (Str){0};
}
