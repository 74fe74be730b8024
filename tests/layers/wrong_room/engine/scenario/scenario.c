#include "scenario/scenario.h"
#include "session/session.h"
