// Rules of the format beyond types and links: ids that are told apart, exactly one way on from a scene,
// bands that rise… All of it is found while the case is read. Internal to the scenario room.
#pragma once

#include "scenario/findings.h"
#include "scenario/framework.h"
#include "scenario/scenario.h"

// Also computes the ranks of rank keys. `cut`: a list was too long, and what stands beyond was not read.
void rules_check(Scenario *scenario, const Framework *framework, bool cut, Findings *findings);
