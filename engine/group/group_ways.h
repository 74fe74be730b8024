// The way that the last replay of a group left, beside the present one. Internal to group/.
#pragma once

#include "group/group.h"
#include "told/comparison.h"

// `telling` is of the present way; there is one that was left.
ToldComparison group_compare_ways(const Group *group, const Telling *telling);
