// Internal to report/xapi*.c.
#pragma once

#include "base/json_write.h"
#include "report/xapi.h"
#include "told/telling.h"

#define XAPI_BASE "https://palabre.example/xapi/" // names of things: nothing is there, nothing is fetched

typedef struct {
    XapiWriter *xapi;
    const Scenario *scenario;
    Telling telling;
    JsonWriter *writer;
} XapiAnswer;

void xapi_write_words(JsonWriter *writer, Str key, Str language, Str text); // a language map; nothing of an empty text
void xapi_write_definition(const XapiAnswer *about, const Ask *ask); // of a decision, as a member of an open object
// What was answered, and whether it was right: members of an open result. A typed answer has neither.
void xapi_write_response(const XapiAnswer *about, const Ask *ask, const Answer *answer);
