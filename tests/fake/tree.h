// Reads what a frame tells those who do not see it, for tests.
#pragma once

#include "ui/ui.h"

// The first of these; NULL: there is none.
static inline const UiTreeNode *find_node(const UiFrame *frame, UiRole role, Str name) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        if (node->role == role && str_equal(node->name, name)) {
            return node;
        }
    }
    return NULL;
}
