// The pages to print share this. Internal to report/html_print*.c.
#pragma once

#include "report/html_print.h"
#include "report/html_text.h"

Str print_words(const HtmlPrint *page, Str source);
void print_add_words(const HtmlPrint *page, StrBuilder *out, const char *tag, const char *name, Str source);

extern const Str PRINT_CARDS_STYLE, PRINT_SHEET_STYLE, PRINT_GRID_STYLE, PRINT_READING_STYLE, PRINT_STORY_STYLE;
void print_add_cards(const HtmlPrint *page, StrBuilder *out);
void print_add_sheet(const HtmlPrint *page, StrBuilder *out);
void print_add_grid(const HtmlPrint *page, StrBuilder *out);
void print_add_reading(const HtmlPrint *page, StrBuilder *out);
void print_add_story(const HtmlPrint *page, StrBuilder *out);
