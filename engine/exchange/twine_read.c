#include "base/limits.h"
#include "exchange/rich.h"
#include "exchange/rich_tables.h"
#include "exchange/twine.h"

// What is left of the file, and the line it begins at.
typedef struct {
    Str text;
    int32_t line;
} Html;

static void skip(Html *html, ptrdiff_t len) {
    Str skipped = str_slice(html->text, 0, len);
    for (ptrdiff_t at = str_find(skipped, S("\n")); at >= 0; at = str_find(skipped, S("\n"))) {
        skipped = str_slice(skipped, at + 1, skipped.len);
        html->line++;
    }
    html->text = str_slice(html->text, len, html->text.len);
}

static ptrdiff_t find_or_end(Str text, Str what) {
    ptrdiff_t at = str_find(text, what);
    return at < 0 ? text.len : at;
}

// The content of an element whose opening tag was taken, up to its closing tag, which goes too.
static Str take_content(Html *html, Str closing) {
    ptrdiff_t end = find_or_end(html->text, closing);
    Str content = str_slice(html->text, 0, end);
    skip(html, end);
    skip(html, closing.len < html->text.len ? closing.len : html->text.len);
    return content;
}

// The next tag, which `html` then begins with; false when there is none.
static bool find_tag(Html *html, Str *tag) {
    for (;;) {
        ptrdiff_t at = str_find(html->text, S("<"));
        if (at < 0) {
            return false;
        }
        skip(html, at);
        *tag = rich_tag(html->text);
        if (tag->len > 0) {
            return true;
        }
        skip(html, 1);
    }
}

// A copy, which is looked at when the file is no longer in memory where it stands.
static Str own(Arena *arena, Str value) {
    return str_copy(arena, rich_decode(arena, value));
}

// `start` is the number of the one that the story begins with, as it was written; empty: not said.
static void read_passage(Arena *arena, Html *html, Str tag, Str start, Tale *story) {
    enum { NAME, TAGS, POSITION, SIZE, PID, ATTRIBUTE_COUNT };
    static const Str NAMES[ATTRIBUTE_COUNT] = {[NAME] = S_INIT("name"),
                                               [TAGS] = S_INIT("tags"),
                                               [POSITION] = S_INIT("position"),
                                               [SIZE] = S_INIT("size"),
                                               [PID] = S_INIT("pid")};
    Str values[ATTRIBUTE_COUNT];
    Passage *passage = rows_append(arena, story);
    rich_attributes(tag, NAMES, values, ATTRIBUTE_COUNT);
    passage->line = html->line;
    passage->name = own(arena, values[NAME]);
    passage->tags = own(arena, values[TAGS]);
    passage->position = own(arena, values[POSITION]);
    passage->size = own(arena, values[SIZE]);
    if (start.len > 0 && str_equal(values[PID], start)) {
        story->start = passage->name;
    }
    skip(html, tag.len);
    passage->body_line = html->line;
    passage->text = take_content(html, S("</tw-passagedata>"));
    passage->encoded = true;
    file_draft_pass(story->source, html->text);
}

// Script and style hold text alone, whatever tags stand in it.
static bool skip_script(Html *html, Str tag) {
    Str closing = str_begins(tag, S("<script"))  ? S("</script>")
                  : str_begins(tag, S("<style")) ? S("</style>")
                                                 : (Str){0};
    if (closing.len == 0) {
        return false;
    }
    skip(html, tag.len);
    (void)take_content(html, closing);
    return true;
}

static void read_story(Arena *arena, Html *html, Str head, Tale *story) {
    Str start = rich_attribute(head, S("startnode"));
    story->format = own(arena, rich_attribute(head, S("format")));
    skip(html, head.len);
    Str tag;
    while (story->count < LIMIT_SCENES / 2 && find_tag(html, &tag) && !str_begins(tag, S("<tw-storydata"))) {
        if (str_begins(tag, S("<tw-passagedata"))) {
            read_passage(arena, html, tag, start, story);
        } else if (str_begins(tag, S("</tw-storydata"))) {
            skip(html, tag.len);
            break;
        } else if (!skip_script(html, tag)) {
            skip(html, tag.len);
        }
    }
}

bool twine_is(Str text) {
    return str_find(text, S("<tw-storydata")) >= 0;
}

// Whether it has passages; without `keeps` they are not kept.
static bool take_story(Arena *arena, Html *html, Str head, bool keeps, Tale *story) {
    Html begin = *html;
    story->title = own(arena, rich_attribute(head, S("name")));
    ArenaMark mark = arena_mark(arena);
    read_story(arena, html, head, story);
    bool any = story->count > 0;
    if (!keeps) {
        arena_rewind(arena, mark);
        *story = (Tale){.title = story->title};
    }
    story->html = str_slice(begin.text, 0, html->text.text - begin.text.text);
    story->line = begin.line;
    return any;
}

void twine_read(Arena *arena, Str text, FileDraft *source, int32_t wanted, Tales *stories) {
    Html html = {text, 1};
    Str tag;
    while (stories->count <= TWINE_MOST_STORIES && find_tag(&html, &tag)) {
        if (str_begins(tag, S("<tw-storydata"))) {
            Tale story = {.source = source};
            if (take_story(arena, &html, tag, stories->count + 1 == wanted, &story)) {
                *rows_append(arena, stories) = story;
            }
        } else if (!skip_script(&html, tag)) {
            skip(&html, tag.len);
        }
    }
}

void twine_read_story(Arena *arena, Str html, int32_t line, FileDraft *source, Tale *story) {
    Html rest = {html, line};
    *story = (Tale){.source = source};
    (void)take_story(arena, &rest, rich_tag(html), true, story);
}
