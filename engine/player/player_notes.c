// The notebook: what is typed goes to the store at each pause, and once more when its page is left.
#include "player/player_parts.h"

#include "base/path.h"
#include "player/notes_picture.h"

// What is typed again and again would else fill an arena that lasts.
static void set_entry(Player *player, const NotebookPage *page, Str id, Str day) {
    PlayerNotes *notes = &player->kept.notes;
    Arena fresh = {0};
    NotebookPage entry = {.kind = NOTEBOOK_ENTRY};
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
        entry.answers[i] = str_copy(&fresh, page->answers[i]);
    }
    Str entry_id = str_copy(&fresh, id), entry_day = str_copy(&fresh, day);
    Str *others[] = {&notes->position_id, &notes->position_day, &notes->position.after_day, &notes->next_id,
                     &notes->doomed_id};
    for (int32_t i = 0; i < COUNT(others); i++) {
        *others[i] = str_copy(&fresh, *others[i]);
    }
    arena_finish(&notes->arena);
    notes->arena = fresh;
    notes->entry = entry;
    notes->entry_id = entry_id;
    notes->entry_day = entry_day;
}

static void empty_entry(Player *player) {
    set_entry(player, &(NotebookPage){0}, (Str){0}, (Str){0});
    player->kept.notes.unsaved = false;
    player->kept.notes.kept++;
}

static void type(Player *player, int32_t prompt, Str text, int64_t now_ms) {
    PlayerNotes *notes = &player->kept.notes;
    if (prompt >= 0 && prompt < NOTEBOOK_PROMPTS) {
        NotebookPage page = notes->entry;
        page.answers[prompt] = text;
        set_entry(player, &page, notes->entry_id, notes->entry_day);
        notes->unsaved = true;
        notes->typed_at_ms = now_ms;
    }
}

static KeptJob *write_page(Player *player, const NotebookPage *page, Str id, Str day) {
    KeptJob *job = player_kept_job(player, KEPT_JOB_WRITE_NOTE);
    job->note = (StoreNote){.id = id.len > 0 ? str_copy(&job->arena, id) : store_new_id(&job->arena),
                            .day = str_copy(&job->arena, day.len > 0 ? day : player->today),
                            .line = notebook_write(&job->arena, page)};
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
static KeptJob *save_entry(Player *player) {
    PlayerNotes *notes = &player->kept.notes;
    notes->unsaved = false;
    if (!notebook_is_empty(&notes->entry)) {
        return write_page(player, &notes->entry, notes->entry_id, notes->entry_day);
    }
    return notes->entry_id.len > 0 ? erase_page(player, notes->entry_id) : NULL;
}

static bool is_begun(const PlayerNotes *notes) {
    return notes->unsaved || !notebook_is_empty(&notes->entry);
}

static bool can_save(const Player *player) {
    return player_kept_can_change(player) && !player->kept.job;
}

void player_notes_pause(Player *player, int64_t now_ms) {
    const PlayerNotes *notes = &player->kept.notes;
    if (notes->unsaved && now_ms - notes->typed_at_ms >= NOTES_PAUSE_MS && can_save(player)) {
        KeptJob *job = save_entry(player);
        if (job) {
            job->quiet = true;
        }
    }
}

int64_t player_notes_next_tick(const Player *player) {
    const PlayerNotes *notes = &player->kept.notes;
    return notes->unsaved && can_save(player) ? notes->typed_at_ms + NOTES_PAUSE_MS : -1;
}

static const StoreNote *note_at(const Player *player, int32_t row) {
    const KeptJob *shown = player->kept.shown;
    return shown && row >= 0 && row < shown->notes.count ? &shown->notes.rows[row] : NULL;
}

static void write_on(Player *player, const StoreNote *note) {
    NotebookPage page;
    Arena scratch = {0};
    if (notebook_read(&scratch, note->line, &page) && page.kind == NOTEBOOK_ENTRY) {
        set_entry(player, &page, note->id, note->day);
        player->kept.notes.kept++;
    }
    arena_finish(&scratch);
}

// What is being written is kept first.
static void change(Player *player, int32_t row) {
    PlayerNotes *notes = &player->kept.notes;
    const StoreNote *note = note_at(player, row);
    if (!note || player->kept.job) {
        return;
    }
    if (is_begun(notes) && save_entry(player)) {
        notes->next_id = str_copy(&notes->arena, note->id);
    } else {
        write_on(player, note);
    }
}

static void write_on_next(Player *player) {
    const KeptJob *shown = player->kept.shown;
    Str id = player->kept.notes.next_id;
    player->kept.notes.next_id = (Str){0};
    for (int32_t i = 0; id.len > 0 && !player->kept.notes.unsaved && i < shown->notes.count; i++) {
        if (str_equal(shown->notes.rows[i].id, id)) {
            write_on(player, &shown->notes.rows[i]);
            return;
        }
    }
}

int32_t player_notes_waiting(const Player *player) {
    const KeptJob *shown = player->kept.shown;
    int32_t found = -1;
    for (int32_t i = 0; shown && i < shown->notes.count && found < 0; i++) {
        NotebookPage page;
        Arena scratch = {0};
        bool waits = !shown->notes.rows[i].damaged && notebook_read(&scratch, shown->notes.rows[i].line, &page) &&
                     page.kind == NOTEBOOK_POSITION && page.after_day.len == 0;
        found = waits ? i : -1;
        arena_finish(&scratch);
    }
    return found;
}

static void begin_position(Player *player, bool after) {
    PlayerNotes *notes = &player->kept.notes;
    const StoreNote *note = after ? note_at(player, player_notes_waiting(player)) : NULL;
    notes->position = notebook_new_position();
    notes->position_id = notes->position_day = (Str){0};
    notes->places_self = true;
    if (note && notebook_read(&notes->arena, note->line, &notes->position)) {
        notes->position_id = str_copy(&notes->arena, note->id);
        notes->position_day = str_copy(&notes->arena, note->day);
        notes->position.after_day = str_copy(&notes->arena, player->today);
    }
}

static void place(Player *player, int32_t row, int32_t value) {
    PlayerNotes *notes = &player->kept.notes;
    if (notes->places_self && row >= 0 && row < NOTEBOOK_TIMES * NOTEBOOK_BEHAVIOURS && value >= 0 &&
        value <= NOTEBOOK_MOST) {
        notes->position.places[row / NOTEBOOK_BEHAVIOURS][row % NOTEBOOK_BEHAVIOURS] = value;
    }
}

static void keep_position(Player *player) {
    PlayerNotes *notes = &player->kept.notes;
    if (notes->places_self && !notebook_is_empty(&notes->position)) {
        (void)write_page(player, &notes->position, notes->position_id, notes->position_day);
    }
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
    empty_entry(player);
    player->kept.notes.position = notebook_new_position();
    player->kept.notes.places_self = false;
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
    NotebookPage page;
    const StoreNote *note = note_at(player, row);
    Arena scratch = {0};
    if (note && notebook_read(&scratch, note->line, &page) && page.kind == NOTEBOOK_POSITION) {
        KeptJob *job = export_job(player, KEPT_JOB_EXPORT_MARK, TR("Palabre – a mark for myself – {0}.svg"));
        job->picture = notes_picture(&job->arena, &player->app.catalog, &page, note->day);
        player_kept_give(player, job);
    }
    arena_finish(&scratch);
}

static bool can_export(const Player *player) {
    return !player->kept.job && player->app.writer && player->app.folders.documents.len > 0;
}

static void write_or_erase(Player *player, const NotesAction *action) {
    if (!player_kept_can_change(player)) {
        return;
    }
    if (action->kind == NOTES_KEEP) {
        (void)save_entry(player);
    } else if (action->kind == NOTES_KEEP_POSITION) {
        keep_position(player);
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
        type(player, action->index, action->text, now_ms);
        return;
    }
    player->overlay = OVERLAY_NONE;
    switch (action->kind) {
    case NOTES_PLACE:
        place(player, action->index, action->value);
        break;
    case NOTES_POSITION:
        begin_position(player, action->index != 0);
        break;
    case NOTES_DROP_POSITION:
        player->kept.notes.places_self = false;
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
    case NOTES_KEEP_POSITION:
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
    if (is_begun(notes) && can_save(player)) {
        (void)save_entry(player);
    } else if (is_begun(notes)) {
        notes->unsaved = true;
        notes->typed_at_ms = 0;
    }
}

void player_notes_end(Player *player) {
    if (is_begun(&player->kept.notes) && player->app.writer) {
        writer_wait(player->app.writer);
        player_take_reports(player, 0);
        player_notes_leave(player);
    }
}

// What was typed since then is another version of the same page, and what was saved at a pause is still being written.
static void entry_is_kept(Player *player, const KeptJob *job) {
    PlayerNotes *notes = &player->kept.notes;
    Arena scratch = {0};
    if (!job->quiet && str_equal(notebook_write(&scratch, &notes->entry), job->note.line)) {
        empty_entry(player);
    } else {
        set_entry(player, &notes->entry, job->note.id, job->note.day);
    }
    arena_finish(&scratch);
}

// A page that was erased does not come back with what stood of it in the fields.
static void page_is_erased(Player *player, const KeptJob *job) {
    PlayerNotes *notes = &player->kept.notes;
    Str id = job->note.id;
    if (str_equal(notes->entry_id, id) && (job->quiet || notes->unsaved)) {
        set_entry(player, &notes->entry, (Str){0}, (Str){0});
    } else if (str_equal(notes->entry_id, id)) {
        empty_entry(player);
    }
    if (str_equal(notes->position_id, id)) {
        notes->places_self = false;
    }
}

void player_notes_kept(Player *player, const KeptJob *job) {
    NotebookPage page;
    Arena scratch = {0};
    bool entry = notebook_read(&scratch, job->note.line, &page) && page.kind == NOTEBOOK_ENTRY;
    arena_finish(&scratch);
    if (!job->done) {
        player->kept.notes.next_id = (Str){0};
    } else if (job->kind == KEPT_JOB_ERASE_NOTE) {
        page_is_erased(player, job);
    } else if (entry) {
        entry_is_kept(player, job);
    } else {
        player->kept.notes.places_self = false;
    }
    write_on_next(player);
}
