// The steps that make the tables and the views on a server, compiled into the program: "1.sql", "2.sql" …
// Each is taken once (server_install). One that was published is never changed: what is to be otherwise is a new step.
#pragma once

#include "base/str.h"

Str schema_find(Str name); // empty: there is no such step
