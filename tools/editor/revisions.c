#include "editor/revisions.h"

#include "base/error.h"
#include "base/json.h"
#include "base/table.h"
#include "editor/difference.h"

#include <string.h>

// Kept when there is too much: together with what is copied meanwhile it stays under the whole.
enum { KEPT_BYTES = REVISIONS_MOST_BYTES / 8 * 3, SHALLOW_SPACES = 4 };

struct Piece {
    Str bytes;
    Piece *moved; // its copy while the line is copied
};

void revisions_finish(Revisions *revisions) {
    arena_finish(&revisions->arena);
    *revisions = (Revisions){0};
}

static bool begins_piece(Str bytes, ptrdiff_t at) {
    ptrdiff_t spaces = 0;
    while (at + spaces < bytes.len && bytes.text[at + spaces] == ' ') {
        spaces++;
    }
    char first = at + spaces < bytes.len ? bytes.text[at + spaces] : '\0';
    return spaces <= SHALLOW_SPACES && first != ']' && first != '}';
}

static Str cut_piece(Str *rest) {
    const char *end = rest->text;
    ptrdiff_t len = 0;
    do {
        end = memchr(rest->text + len, '\n', (size_t)(rest->len - len));
        len = end ? end + 1 - rest->text : rest->len;
    } while (len < rest->len && !begins_piece(*rest, len));
    Str piece = str_slice(*rest, 0, len);
    *rest = str_slice(*rest, len, rest->len);
    return piece;
}

typedef ROWS_OF(Str) Cut;

// Pieces that stand at the same place in both states from the beginning, or from the end, in the next one [from, to).
typedef struct {
    int32_t from, to;
    int32_t moved; // behind them, from the state before to the next one
} Middle;

static Middle find_middle(const Revision *before, const Cut *cut) {
    Middle middle = {.to = cut->count, .moved = cut->count - (before ? before->piece_count : 0)};
    int32_t had_to = before ? before->piece_count : 0;
    while (middle.from < middle.to && middle.from < had_to &&
           str_equal(before->pieces[middle.from]->bytes, cut->rows[middle.from])) {
        middle.from++;
    }
    while (middle.to > middle.from && had_to > middle.from &&
           str_equal(before->pieces[had_to - 1]->bytes, cut->rows[middle.to - 1])) {
        middle.to--;
        had_to--;
    }
    return middle;
}

static Piece *add_piece(Revisions *revisions, Revision *revision, Str bytes) {
    Piece *piece = arena_push(&revisions->arena, Piece, 1);
    piece->bytes = str_copy(&revisions->arena, bytes);
    revision->size += (int64_t)sizeof(Piece) + bytes.len;
    return piece;
}

// A piece that changed its place is looked for by what it says.
static void fill_middle(Revisions *revisions, Arena *scratch, Revision *revision, const Cut *cut, Middle middle) {
    const Revision *before = revisions->current;
    Table known = {0};
    for (int32_t i = middle.from; before && i < middle.to - middle.moved; i++) {
        *table_slot(scratch, &known, before->pieces[i]->bytes) = i + 1;
    }
    for (int32_t i = middle.from; i < middle.to; i++) {
        int32_t same = table_find(&known, cut->rows[i]);
        revision->pieces[i] = same > 0 ? before->pieces[same - 1] : add_piece(revisions, revision, cut->rows[i]);
    }
}

static void fill_pieces(Revisions *revisions, Arena *scratch, Revision *revision, Str bytes) {
    Cut cut = {0};
    for (Str rest = bytes; rest.len > 0;) {
        *rows_append(scratch, &cut) = cut_piece(&rest);
    }
    Middle middle = find_middle(revisions->current, &cut);
    revision->piece_count = cut.count;
    revision->pieces = arena_push(&revisions->arena, Piece *, cut.count);
    revision->size += cut.count * (int64_t)sizeof(Piece *);
    for (int32_t i = 0; i < middle.from; i++) {
        revision->pieces[i] = revisions->current->pieces[i];
    }
    for (int32_t i = middle.to; i < cut.count; i++) {
        revision->pieces[i] = revisions->current->pieces[i - middle.moved];
    }
    fill_middle(revisions, scratch, revision, &cut, middle);
}

static Revision *add_revision(Revisions *revisions, const RevisionStep *step) {
    ArenaMark before = arena_mark(&revisions->arena);
    Revision *revision = arena_push(&revisions->arena, Revision, 1);
    revision->before = before;
    revision->step = *step;
    revision->step.at = str_copy(&revisions->arena, step->at);
    revision->size = (int64_t)sizeof(Revision) + step->at.len;
    return revision;
}

// The oldest that is kept with all that are newer than the current one.
static Revision *find_first_kept(const Revisions *revisions) {
    Revision *first = revisions->current;
    int64_t size = first->len;
    for (const Revision *at = first; at; at = at->newer) {
        size += at->size;
    }
    while (first->older && (first == revisions->current || size + first->older->size <= KEPT_BYTES)) {
        first = first->older;
        size += first->size;
    }
    return first;
}

// A value that one member is to have in all states; `line` is how it begins in the canonical form.
typedef struct {
    Str line, json;
} Rewriting;

static Str rewrite(Arena *arena, const Rewriting *rewriting, Str piece) {
    Str had = json_value_at(piece, 0);
    ptrdiff_t from = had.text - piece.text;
    return difference_put(arena, piece, from, from + had.len, rewriting->json);
}

static Revision *copy_revision(Revisions *to, Arena *scratch, const Revision *from, const Rewriting *rewriting) {
    Revision *copy = add_revision(to, &from->step);
    copy->id = from->id;
    copy->sealed = from->sealed;
    copy->piece_count = from->piece_count;
    copy->pieces = arena_push(&to->arena, Piece *, from->piece_count);
    copy->size += from->piece_count * (int64_t)sizeof(Piece *);
    for (int32_t i = 0; i < from->piece_count; i++) {
        Piece *piece = from->pieces[i];
        bool rewritten = rewriting && str_begins(piece->bytes, rewriting->line);
        if (!piece->moved) {
            piece->moved = add_piece(to, copy, rewritten ? rewrite(scratch, rewriting, piece->bytes) : piece->bytes);
        }
        copy->pieces[i] = piece->moved;
        copy->len += (int32_t)piece->moved->bytes.len;
    }
    return copy;
}

// Copies the line from its first kept state on, and lets the rest go.
static void copy_line(Revisions *revisions, const Rewriting *rewriting) {
    Arena scratch = {0};
    Revisions kept = {.last_id = revisions->last_id, .redo_count = revisions->redo_count};
    Revision *last = NULL;
    for (const Revision *from = find_first_kept(revisions); from; from = from->newer) {
        Revision *copy = copy_revision(&kept, &scratch, from, rewriting);
        copy->older = last;
        if (last) {
            last->newer = copy;
        }
        last = copy;
        kept.current = from == revisions->current ? copy : kept.current;
    }
    for (const Revision *at = kept.current->older; at; at = at->older) {
        kept.undo_count++;
    }
    arena_finish(&scratch);
    arena_finish(&revisions->arena);
    *revisions = kept;
}

// A state that begins with all its pieces needs as much again while it is copied.
static void forget_oldest(Revisions *revisions) {
    enum { MOST = REVISIONS_MOST_BYTES / 8 * 5 };
    if (arena_size(&revisions->arena) > MOST && revisions->undo_count > 1) {
        copy_line(revisions, NULL);
    }
}

void revisions_forget_newer(Revisions *revisions) {
    Revision *newer = revisions->current ? revisions->current->newer : NULL;
    if (newer) {
        revisions->current->newer = NULL;
        revisions->redo_count = 0;
        arena_rewind(&revisions->arena, newer->before);
    }
}

void revisions_push(Revisions *revisions, Arena *scratch, Str bytes, const RevisionStep *step) {
    ArenaMark mark = arena_mark(scratch);
    revisions_forget_newer(revisions);
    Revision *revision = add_revision(revisions, step);
    revision->id = ++revisions->last_id;
    revision->len = (int32_t)bytes.len;
    fill_pieces(revisions, scratch, revision, bytes);
    revision->older = revisions->current;
    if (revision->older) {
        revision->older->newer = revision;
        revisions->undo_count++;
    }
    revisions->current = revision;
    arena_rewind(scratch, mark);
    forget_oldest(revisions);
}

void revisions_replace(Revisions *revisions, Arena *scratch, Str bytes, const RevisionStep *step) {
    bool undone = revisions_undo(revisions);
    ASSERT(undone);
    revisions_push(revisions, scratch, bytes, step);
}

bool revisions_undo(Revisions *revisions) {
    if (!revisions->current || !revisions->current->older) {
        return false;
    }
    revisions->current = revisions->current->older;
    revisions->undo_count--;
    revisions->redo_count++;
    return true;
}

bool revisions_redo(Revisions *revisions) {
    if (!revisions->current || !revisions->current->newer) {
        return false;
    }
    revisions->current = revisions->current->newer;
    revisions->undo_count++;
    revisions->redo_count--;
    return true;
}

Str revisions_bytes(Arena *arena, const Revision *revision) {
    char *bytes = arena_push_text(arena, revision->len);
    ptrdiff_t len = 0;
    for (int32_t i = 0; i < revision->piece_count; i++) {
        Str piece = revision->pieces[i]->bytes;
        memcpy(bytes + len, piece.text, (size_t)piece.len);
        len += piece.len;
    }
    ASSERT(len == revision->len);
    return (Str){bytes, len};
}

void revisions_rewrite(Revisions *revisions, Str key, Str json) {
    Arena scratch = {0};
    Str line = str_format(&scratch, "  \"%.*s\": ", S_ARG(key));
    copy_line(revisions, &(Rewriting){.line = line, .json = json});
    arena_finish(&scratch);
}
