// Texts as they stand on a page of HTML. Whatever is written there goes through here: nothing in it is ever markup, and
// a text that runs from right to left turns nothing around it.
#pragma once

#include "base/str.h"

// In a page's @page, for the boxes in the margin that a browser prints.
#define HTML_PAGE_NUMBERS \
    "@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt system-ui,sans-serif;color:#5A6B70}"

extern const Str HTML_TEXT_STYLE; // part of each page's: each line has a direction of its own, as in the window

void html_add_text(StrBuilder *page, Str text);   // words of ours, or in an attribute or a title
void html_add_lines(StrBuilder *page, Str text);  // a person's own: line ends kept, stars are stars
void html_add_marked(StrBuilder *page, Str text); // an author's: *emphasis*, line ends kept
// An author's in an element of that class, "" for none; nothing when it is empty.
void html_add_element(StrBuilder *page, const char *tag, const char *name, Str text);
void html_add_own(StrBuilder *page, const char *tag, Str text); // a person's own in an element
