#include "session/session.h"

#include "scenario/scenario.h"

// Neither a comment that says free(x) nor a text nor a longer name is a call.
const char *TEXT = "[free(x);\" \\";
void scene_free(void);
