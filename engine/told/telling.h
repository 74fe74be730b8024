// Telling a session, for every surface: a terminal, a window, a page, a room before a projector. This header names
// single things; others make more of them:
//
//     told/telling_scenes.h   what was heard and answered on the way
//     told/feedback.h         what follows an answer
//     told/debrief.h          the look back at the end
//     told/comparison.h       two sessions of a case, side by side
//     told/card.h             the case itself, before it is played
//
//     Telling telling = {.session = &session, .story = &story, .catalog = &catalog, .arena = &frame};
//     ToldScenes scenes = telling_scenes(&telling, session.way.count);
//     …
//     ToldDebrief debrief = debrief_create(&telling);       // of a finished session
//
// Texts are borrowed from the case, the session or the arena. Words of ours are in the catalogue's language already;
// surfaces lay them out, and add no sentence of their own.
#pragma once

#include "base/catalog.h"
#include "session/remaining.h"
#include "session/story.h"

typedef struct {
    const Session *session;
    const Story *story; // of that session
    const Catalog *catalog;
    Arena *arena; // keeps what is told
    bool numbers; // wanted instead of words by who reads; a case may want them too
} Telling;

#define TOLD_LIST(Type)   \
    struct {              \
        const Type *rows; \
        int32_t count;    \
    }

#define TELLING_FORMAT(telling, source, ...)                                                 \
    catalog_format((telling)->arena, (telling)->catalog, source, (const Str[]){__VA_ARGS__}, \
                   (int32_t)(sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)))
Str telling_words(const Telling *telling, Str source);
Str telling_plural(const Telling *telling, Str one, Str many, int32_t count); // {0} is the count
Str telling_number(const Telling *telling, int32_t number);

const Scenario *telling_scenario(const Telling *telling);
const Event *telling_event(const Telling *telling, int32_t decision); // the answer to it, from 1, on the present way
const Walk *telling_walk_after(const Telling *telling, int32_t decision);
const Ask *telling_ask(const Telling *telling, const Event *answer);

// The item, counted within its ask, that stands at `place` (from 0) in the order that the person gave to them; where
// they are not ordered, in that in which they were shown.
int32_t telling_item_at(const Telling *telling, const Event *answer, int32_t place);

bool telling_has_numbers(const Telling *telling); // instead of words

bool telling_shows_gauge(const Gauge *gauge, const Scene *scene); // not of somebody else than the scene is held with
// Two characters may have gauges of one name: then it takes theirs besides.
Str telling_gauge_name(const Telling *telling, GaugeId id);
// Where a gauge stands: in its author's word, or in numbers when they are wanted or there is no word.
Str telling_band_word(const Scenario *scenario, const Gauge *gauge, int32_t value); // empty: it has none there
Str telling_gauge_words(const Telling *telling, GaugeId id, int32_t value);

enum { TOLD_CLEAR_CHANGE = 8 }; // what is more goes far

typedef struct {
    Str words; // "Trust, much more: confident"
    Str now;   // "confident", or "confident, at its highest"
    bool far;
} ToldChange;

// Empty when the gauge did not move, or not so far that another word tells of it.
ToldChange telling_gauge_change(const Telling *telling, GaugeId id, int32_t before, int32_t after);

Str telling_scene_title(const Telling *telling, SceneId id);                 // its title, else its prompt, else its id
Str telling_prompt(const Telling *telling, const Ask *ask);                  // the author's, or ours
Str telling_option(const Telling *telling, const Ask *ask, OptionId option); // as it stands among the answers
Str telling_option_label(const Telling *telling, OptionId option);           // in short
Str telling_place(const Telling *telling, const Ask *ask, int32_t place);    // of a level or a bin
Str telling_detector_marks(const Telling *telling, const DetectorUse *use);  // "Listening, Frame": what it marks
Str telling_progress(const Telling *telling, int32_t number, WalkLength length); // "Decision 3 of about 17"
Str telling_own(const Telling *telling, Str answer);                             // "You: …"
Str telling_confidence_asked(const Telling *telling);                            // "How sure are you?"
Str telling_confidence(const Telling *telling, int32_t confidence);              // empty for 0
Str telling_private(const Telling *telling);            // a private answer is for the person alone
Str telling_jumped(const Telling *telling);             // no answer led to what follows
Str telling_undecided(const Telling *telling);          // of a detector that came to no end
Str telling_mark(const Telling *telling, int32_t mark); // empty for 0
Str telling_profile(const Telling *telling, Profile profile);

// "Listening: present". A label that ends as a sentence does keeps its end; without a text it announces what follows,
// and without a label the text stands alone.
Str telling_labelled(const Telling *telling, Str label, Str text);

typedef struct {
    Str label, text;
} ToldPair;

Str telling_pair(const Telling *telling, ToldPair pair); // the same

// A reason, part by part: the author's text has no label, then come "What it makes possible", "What it costs" and
// "Another answer", as far as they were written.
typedef struct {
    ToldPair rows[4];
    int32_t count;
} ToldReasons;

ToldReasons telling_reasons(const Telling *telling, const Why *why);

// Tells the text below the title of an ending: without a first sentence that is the title over again.
Str telling_ending_text(const Ending *ending);

// An answer in one line: what it became in the story (`past`), else its label or text; a typed one in quotation marks;
// sets, orders and places one after the other.
Str telling_answer(const Telling *telling, const Ask *ask, const Answer *answer);
// The same, but that what has several parts takes a line for each.
Str telling_answer_lines(const Telling *telling, const Ask *ask, const Answer *answer);
