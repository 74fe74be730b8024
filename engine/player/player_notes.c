// The notebook: what is typed goes to the store at each pause, and once more when its page is left.
#include "player/player_parts.h"

#include "base/path.h"
#include "player/notes_picture.h"

// What is typed again and again would else fill an arena that lasts.
static void renew_texts(PlayerNotes *notes) {
    Arena fresh = {0};
    for (int32_t i = 0; i < NOTEBOOK_KINDS; i++) {
        NotesDraft *draft = &notes->drafts[i];
        for (int32_t j = 0; j < NOTEBOOK_PROMPTS; j++) {
            draft->page.answers[j] = str_copy(&fresh, draft->page.answers[j]);
        }
        Str *others[] = {&draft->page.after_day, &draft->id, &draft->day, &draft->was};
        for (int32_t j = 0; j < COUNT(others); j++) {
            *others[j] = str_copy(&fresh, *others[j]);
        }
    }
    notes->doomed_id = str_copy(&fresh, notes->doomed_id);
    notes->next_id = str_copy(&fresh, notes->next_id);
    arena_finish(&notes->arena);
    notes->arena = fresh;
}

// The texts are borrowed for the call.
static void set_draft(PlayerNotes *notes, NotesDraft draft) {
    notes->drafts[draft.page.kind] = draft;
    renew_texts(notes);
}

static void set_home(PlayerNotes *notes, NotebookKind kind, Str id, Str day) {
    notes->drafts[kind].id = id;
    notes->drafts[kind].day = day;
    renew_texts(notes);
}

static void empty_entry(PlayerNotes *notes) {
    set_draft(notes, (NotesDraft){.page = {.kind = NOTEBOOK_ENTRY}});
    notes->kept++;
}

static void touch(NotesDraft *draft, int64_t now_ms) {
    draft->touched = draft->unsaved = true;
    draft->changed_at_ms = now_ms;
}

static void type(PlayerNotes *notes, int32_t prompt, Str text, int64_t now_ms) {
    NotesDraft *draft = &notes->drafts[NOTEBOOK_ENTRY];
    if (prompt >= 0 && prompt < NOTEBOOK_PROMPTS) {
        draft->page.answers[prompt] = text;
        renew_texts(notes);
        touch(draft, now_ms);
        notes->placed = false;
    }
}

static KeptJob *write_line(Player *player, Str id, Str day, Str line) {
    KeptJob *job = player_kept_job(player, KEPT_JOB_WRITE_NOTE);
    job->note = (StoreNote){.id = id.len > 0 ? str_copy(&job->arena, id) : store_new_id(&job->arena),
                            .day = str_copy(&job->arena, day.len > 0 ? day : player->today),
                            .line = str_copy(&job->arena, line)};
    player_kept_give(player, job);
    return job;
}

static KeptJob *erase_page(Player *player, Str id) {
    KeptJob *job = player_kept_job(player, KEPT_JOB_ERASE_NOTE);
    job->note.id = str_copy(&job->arena, id);
    player_kept_give(player, job);
    return job;
}

// A page whose words were all taken away is none any more. NULL: there is nothing to do.
static KeptJob *save(Player *player, NotebookKind kind) {
    NotesDraft *draft = &player->kept.notes.drafts[kind];
    draft->unsaved = false;
    if (notebook_is_empty(&draft->page)) {
        return draft->id.len > 0 ? erase_page(player, draft->id) : NULL;
    }
    Arena scratch = {0};
    KeptJob *job = write_line(player, draft->id, draft->day, notebook_write(&scratch, &draft->page));
    arena_finish(&scratch);
    return job;
}

static void save_quietly(Player *player, NotebookKind kind) {
    KeptJob *job = save(player, kind);
    if (job) {
        job->quiet = true;
    }
}

static bool is_begun(const PlayerNotes *notes, NotebookKind kind) {
    const NotesDraft *draft = &notes->drafts[kind];
    return kind == NOTEBOOK_POSITION ? notes->places_self && draft->touched
                                     : draft->unsaved || !notebook_is_empty(&draft->page);
}

static bool can_save(const Player *player) {
    return player_kept_can_change(player) && !player->kept.job;
}

void player_notes_pause(Player *player, int64_t now_ms) {
    for (NotebookKind kind = 0; kind < NOTEBOOK_KINDS; kind++) {
        const NotesDraft *draft = &player->kept.notes.drafts[kind];
        if (draft->unsaved && now_ms - draft->changed_at_ms >= NOTES_PAUSE_MS && can_save(player)) {
            save_quietly(player, kind);
        }
    }
}

int64_t player_notes_next_tick(const Player *player) {
    int64_t next = -1;
    for (NotebookKind kind = 0; kind < NOTEBOOK_KINDS && can_save(player); kind++) {
        const NotesDraft *draft = &player->kept.notes.drafts[kind];
        int64_t at = draft->changed_at_ms + NOTES_PAUSE_MS;
        next = draft->unsaved && (next < 0 || at < next) ? at : next;
    }
    return next;
}

static const StoreNote *note_at(const Player *player, int32_t row) {
    const KeptJob *shown = player->kept.shown;
    return shown && row >= 0 && row < shown->notes.count ? &shown->notes.rows[row] : NULL;
}

static const NotebookPage *page_at(const Player *player, int32_t row, NotebookKind kind) {
    const KeptNote *page = note_at(player, row) ? &player->kept.shown->pages[row] : NULL;
    return page && page->read && page->page.kind == kind ? &page->page : NULL;
}

static void write_on(Player *player, int32_t row) {
    const StoreNote *note = note_at(player, row);
    const NotebookPage *page = page_at(player, row, NOTEBOOK_ENTRY);
    if (page) {
        set_draft(&player->kept.notes, (NotesDraft){.page = *page, .id = note->id, .day = note->day});
        player->kept.notes.kept++;
    }
}

// What is being written is kept first.
static void change(Player *player, int32_t row) {
    PlayerNotes *notes = &player->kept.notes;
    const StoreNote *note = note_at(player, row);
    if (!note || player->kept.job) {
        return;
    }
    if (is_begun(notes, NOTEBOOK_ENTRY) && save(player, NOTEBOOK_ENTRY)) {
        notes->next_id = str_copy(&notes->arena, note->id);
    } else {
        write_on(player, row);
    }
}

static void write_on_next(Player *player) {
    const KeptJob *shown = player->kept.shown;
    Str id = player->kept.notes.next_id;
    player->kept.notes.next_id = (Str){0};
    for (int32_t i = 0; id.len > 0 && !player->kept.notes.drafts[NOTEBOOK_ENTRY].unsaved && i < shown->notes.count;
         i++) {
        if (str_equal(shown->notes.rows[i].id, id)) {
            write_on(player, i);
            return;
        }
    }
}

int32_t player_notes_waiting(const Player *player) {
    const KeptJob *shown = player->kept.shown;
    for (int32_t i = 0; shown && i < shown->notes.count; i++) {
        const NotebookPage *page = page_at(player, i, NOTEBOOK_POSITION);
        if (page && page->after_day.len == 0) {
            return i;
        }
    }
    return -1;
}

static void begin_position(Player *player, bool after) {
    int32_t row = after ? player_notes_waiting(player) : -1;
    NotesDraft draft = {.page = notebook_new_position()};
    if (row >= 0) {
        const StoreNote *note = note_at(player, row);
        draft = (NotesDraft){
            .page = *page_at(player, row, NOTEBOOK_POSITION), .id = note->id, .day = note->day, .was = note->line};
        draft.page.after_day = player->today;
    }
    set_draft(&player->kept.notes, draft);
    player->kept.notes.places_self = true;
}

static void place(PlayerNotes *notes, int32_t row, int32_t value, int64_t now_ms) {
    NotesDraft *draft = &notes->drafts[NOTEBOOK_POSITION];
    if (notes->places_self && row >= 0 && row < NOTEBOOK_TIMES * NOTEBOOK_BEHAVIOURS && value >= 0 &&
        value <= NOTEBOOK_MOST) {
        draft->page.places[row / NOTEBOOK_BEHAVIOURS][row % NOTEBOOK_BEHAVIOURS] = value;
        touch(draft, now_ms);
    }
}

static void keep_position(Player *player) {
    if (player->kept.notes.places_self) {
        (void)save(player, NOTEBOOK_POSITION);
    }
}

static void end_position(PlayerNotes *notes) {
    notes->places_self = false;
    set_draft(notes, (NotesDraft){.page = notebook_new_position()});
}

// Undoes what a pause saved of it.
static void drop_position(Player *player) {
    PlayerNotes *notes = &player->kept.notes;
    const NotesDraft *draft = &notes->drafts[NOTEBOOK_POSITION];
    if (draft->touched && draft->id.len > 0) {
        KeptJob *job =
            draft->was.len > 0 ? write_line(player, draft->id, draft->day, draft->was) : erase_page(player, draft->id);
        job->quiet = true;
    }
    end_position(notes);
    notes->placed = true;
}

static void ask_erase(Player *player, int32_t row) {
    const StoreNote *note = note_at(player, row);
    if (note) {
        player->kept.notes.doomed_id = str_copy(&player->kept.notes.arena, note->id);
        player->overlay = OVERLAY_NOTES_ERASE;
    }
}

static void erase_doomed(Player *player) {
    Str id = player->kept.notes.doomed_id;
    player->kept.notes.doomed_id = (Str){0};
    if (id.len > 0) {
        (void)erase_page(player, id);
    }
}

void player_notes_forget(Player *player) {
    empty_entry(&player->kept.notes);
    end_position(&player->kept.notes);
}

static void erase_all(Player *player) {
    const KeptJob *shown = player->kept.shown;
    KeptJob *job = player_kept_job(player, KEPT_JOB_ERASE_OWN);
    for (int32_t i = 0; shown && i < shown->list.count; i++) {
        if (shown->list.rows[i].kind == STORE_SOLO) {
            kept_job_add(job, &shown->list.rows[i]);
        }
    }
    player_notes_forget(player);
    player_kept_give(player, job);
}

static KeptJob *export_job(Player *player, KeptJobKind kind, Str source) {
    KeptJob *job = player_kept_job(player, kind);
    Str name = PLAYER_FORMAT(player, &job->arena, source, player->today);
    job->path = path_join(&job->arena, player->app.folders.documents, name);
    return job;
}

static void export_notes(Player *player) {
    KeptJob *job = export_job(player, KEPT_JOB_EXPORT_NOTES, TR("Palabre – my notebook – {0}.txt"));
    job->catalog = player->app.catalog;
    player_kept_give(player, job);
}

static void export_mark(Player *player, int32_t row) {
    const NotebookPage *page = page_at(player, row, NOTEBOOK_POSITION);
    if (page) {
        KeptJob *job = export_job(player, KEPT_JOB_EXPORT_MARK, TR("Palabre – a mark for myself – {0}.svg"));
        job->picture = notes_picture(&job->arena, &player->app.catalog, page, note_at(player, row)->day);
        player_kept_give(player, job);
    }
}

static bool can_export(const Player *player) {
    return !player->kept.job && player->app.writer && player->app.folders.documents.len > 0;
}

static void write_or_erase(Player *player, const NotesAction *action) {
    if (!player_kept_can_change(player)) {
        return;
    }
    if (action->kind == NOTES_KEEP) {
        (void)save(player, NOTEBOOK_ENTRY);
    } else if (action->kind == NOTES_POSITION) {
        begin_position(player, action->index != 0);
    } else if (action->kind == NOTES_KEEP_POSITION) {
        keep_position(player);
    } else if (action->kind == NOTES_DROP_POSITION) {
        drop_position(player);
    } else if (action->kind == NOTES_ERASE) {
        erase_doomed(player);
    } else if (action->kind == NOTES_ERASE_ALL) {
        erase_all(player);
    }
}

void player_notes_update(Player *player, const NotesAction *action, int64_t now_ms) {
    if (player->screen != SCREEN_NOTEBOOK) {
        return;
    }
    if (action->kind == NOTES_TYPE) {
        type(&player->kept.notes, action->index, action->text, now_ms);
        return;
    }
    player->overlay = OVERLAY_NONE;
    switch (action->kind) {
    case NOTES_PLACE:
        place(&player->kept.notes, action->index, action->value, now_ms);
        break;
    case NOTES_CHANGE:
        change(player, action->index);
        break;
    case NOTES_ASK_ERASE:
        ask_erase(player, action->index);
        break;
    case NOTES_SHOW_ALL:
        player->kept.notes.shows_all = true;
        break;
    case NOTES_EXPORT:
        if (can_export(player)) {
            export_notes(player);
        }
        break;
    case NOTES_EXPORT_MARK:
        if (can_export(player)) {
            export_mark(player, action->index);
        }
        break;
    case NOTES_KEEP:
    case NOTES_POSITION:
    case NOTES_KEEP_POSITION:
    case NOTES_DROP_POSITION:
    case NOTES_ERASE:
    case NOTES_ERASE_ALL:
        if (!player->kept.job) {
            write_or_erase(player, action);
        }
        break;
    case NOTES_NOTHING:
    case NOTES_TYPE:
        break;
    }
}

// A page that was saved at a pause is written once more, for that to be told. While the writer is busy it has to wait.
void player_notes_leave(Player *player) {
    PlayerNotes *notes = &player->kept.notes;
    notes->placed = false;
    for (NotebookKind kind = 0; kind < NOTEBOOK_KINDS; kind++) {
        if (is_begun(notes, kind) && can_save(player)) {
            (void)save(player, kind);
        } else if (is_begun(notes, kind)) {
            notes->drafts[kind].unsaved = true;
            notes->drafts[kind].changed_at_ms = 0;
        }
    }
}

void player_notes_end(Player *player) {
    for (NotebookKind kind = 0; kind < NOTEBOOK_KINDS && player->app.writer; kind++) {
        if (is_begun(&player->kept.notes, kind)) {
            writer_wait(player->app.writer);
            player_take_reports(player, 0);
            player_notes_leave(player);
        }
    }
}

static void end_draft(PlayerNotes *notes, NotebookKind kind) {
    if (kind == NOTEBOOK_ENTRY) {
        empty_entry(notes);
    } else {
        end_position(notes);
    }
}

// A change since then is another version of the same page, and what was saved at a pause is still under the
// hand, as long as its screen is there.
static void page_is_kept(Player *player, const KeptJob *job, NotebookKind kind) {
    PlayerNotes *notes = &player->kept.notes;
    if (kind == NOTEBOOK_POSITION && !notes->places_self) {
        return; // it was dropped
    }
    Arena scratch = {0};
    bool same = str_equal(notebook_write(&scratch, &notes->drafts[kind].page), job->note.line);
    arena_finish(&scratch);
    bool here = player->screen == SCREEN_NOTEBOOK;
    if (same && (!job->quiet || !here)) {
        end_draft(notes, kind);
        notes->placed = here && kind == NOTEBOOK_POSITION;
    } else {
        set_home(notes, kind, job->note.id, job->note.day);
    }
}

// A page that was erased does not come back with what stood of it in the fields.
static void page_is_erased(Player *player, const KeptJob *job) {
    PlayerNotes *notes = &player->kept.notes;
    const NotesDraft *entry = &notes->drafts[NOTEBOOK_ENTRY];
    if (str_equal(entry->id, job->note.id) && (job->quiet || entry->unsaved)) {
        set_home(notes, NOTEBOOK_ENTRY, (Str){0}, (Str){0});
    } else if (str_equal(entry->id, job->note.id)) {
        empty_entry(notes);
    } else if (str_equal(notes->drafts[NOTEBOOK_POSITION].id, job->note.id)) {
        end_position(notes);
    }
}

void player_notes_kept(Player *player, const KeptJob *job) {
    NotebookPage page;
    Arena scratch = {0};
    if (!job->done) {
        player->kept.notes.next_id = (Str){0};
    } else if (job->kind == KEPT_JOB_ERASE_NOTE) {
        page_is_erased(player, job);
    } else if (notebook_read(&scratch, job->note.line, &page)) {
        page_is_kept(player, job, page.kind);
    }
    arena_finish(&scratch);
    write_on_next(player);
}
