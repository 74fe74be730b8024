// The detectors' bench on their form: what is found in each phrase is seen in its field, and told below it.
#include "base/limits.h"
#include "base/utf8.h"
#include "editor/panel.h"
#include "scenario/detector_bank.h"

enum { LINKS_MOST = 5, EXCERPT_CHARS = 60 };

typedef struct {
    Str sign;
    UiTint tint;
} Look;

static Look look_of(const BenchTrial *trial) {
    if (trial->state != BENCH_DONE) {
        return (Look){S("…"), UI_TINT_SAND};
    }
    if (trial->result.verdict == DETECTOR_UNDECIDED) {
        return (Look){S("⚠"), UI_TINT_OCHRE};
    }
    if (trial->kind == BENCH_TRIED) {
        bool found = trial->result.verdict == DETECTOR_FOUND;
        return found ? (Look){S("•"), UI_TINT_TEAL} : (Look){S("–"), UI_TINT_SAND};
    }
    return bench_is_otherwise(trial) ? (Look){S("✗"), UI_TINT_TERRACOTTA} : (Look){S("✓"), UI_TINT_TEAL};
}

static Str tell_found(const BenchTrial *trial) {
    static const Str WORDS[][2] = {
        [BENCH_TO_FIND] = {TR_INIT("Not found, and it should be"), TR_INIT("Found, as it should be")},
        [BENCH_NOT_TO_FIND] = {TR_INIT("Not found, as it should be"), TR_INIT("Found, and it should not be")},
        [BENCH_TRIED] = {TR_INIT("Not found"), TR_INIT("Found")},
    };
    return WORDS[trial->kind][trial->result.verdict == DETECTOR_FOUND];
}

static Str tell_verdict(const Page *page, const BenchTrial *trial) {
    if (trial->state == BENCH_WAITS) {
        return panel_words(page, TR("Not tried yet"));
    }
    if (trial->state == BENCH_REFUSED) {
        return panel_words(page, TR("Not tried: a pattern has to be mended first"));
    }
    if (trial->result.verdict == DETECTOR_UNDECIDED) {
        return panel_words(page, TR("Undecided: too costly on this phrase, which counts as not found"));
    }
    return panel_words(page, tell_found(trial));
}

// The pattern that it hangs on, as its field is called, where that is not plain.
static Str tell_pattern(const Page *page, const BenchTrial *trial) {
    const Detector *detector = &page->scenario->detectors.rows[trial->detector];
    int32_t pattern = trial->result.pattern;
    if (trial->state != BENCH_DONE || pattern < 0 || trial->pattern_count < 2) {
        return (Str){0};
    }
    bool unless = pattern >= detector->match.count;
    FormRow row = {.shape = shape_find_field(&SHAPE_CASE, S("detectors"))->shape,
                   .number = unless ? pattern - detector->match.count + 1 : pattern + 1};
    row.field = shape_find_field(row.shape, unless ? S("unless") : S("match"));
    return panel_tell_row(page, &row);
}

static Str tell_time(const Page *page, int64_t us) {
    enum { TENTH = 100, TEN = 10 };
    Ui *ui = page->ui;
    int64_t tenths = (us + TENTH / 2) / TENTH;
    if (tenths == 0) {
        return UI_FORMAT(ui, TR("under {0} ms"), UI_FORMAT(ui, TR("{0}.{1}"), S("0"), S("1")));
    }
    Str whole = ui_number(ui, tenths / TEN), tenth = ui_number(ui, tenths % TEN);
    return UI_FORMAT(ui, TR("{0} ms"), tenths < TEN * TEN ? UI_FORMAT(ui, TR("{0}.{1}"), whole, tenth) : whole);
}

// For who does not see what is highlighted.
static Str tell_hits(const Page *page, const BenchTrial *trial) {
    StrBuilder told = {.arena = ui_arena(page->ui)};
    for (int32_t i = 0; i < trial->result.hit_count; i++) {
        const DetectorHit *hit = &trial->result.hits[i];
        Str seen = UI_FORMAT(page->ui, TR("“{0}”"), str_slice(trial->text, hit->from, hit->to));
        str_add(&told, i > 0 ? S(", ") : (Str){0});
        str_add(&told, seen);
    }
    return str_built(&told);
}

static Str tell_aloud(const Page *page, const BenchTrial *trial, Str verdict) {
    Str hits = trial->state == BENCH_DONE ? tell_hits(page, trial) : (Str){0};
    return hits.len > 0 ? UI_FORMAT(page->ui, TR("{0}: {1}"), verdict, hits) : verdict;
}

// What holds of the phrase in a play, whatever the detector.
static Str tell_limit(const Page *page, const BenchTrial *trial) {
    if (utf8_count(trial->text) > LIMIT_ANSWER_CHARS) {
        return UI_FORMAT(page->ui, TR("Only its first {0} characters are read."),
                         ui_number(page->ui, LIMIT_ANSWER_CHARS));
    }
    if (trial->kind != BENCH_NOT_TO_FIND && utf8_count_letters(trial->text) < LIMIT_ANSWER_LETTERS) {
        return UI_FORMAT(page->ui, TR("In a play an answer of fewer than {0} letters is not looked at."),
                         ui_number(page->ui, LIMIT_ANSWER_LETTERS));
    }
    return (Str){0};
}

// Where a pattern cannot be read on: the character there, or the last one.
static void mark_fault(const Page *page, Str at, UiField *field) {
    const Findings *findings = &page->editor->document.reading.findings;
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        if (finding->code == FINDING_BAD_PATTERN && finding->inside >= 0 && str_equal(finding->pointer, at)) {
            bool end = finding->inside >= field->text.len;
            ptrdiff_t from = end ? utf8_previous_grapheme(field->text, field->text.len) : finding->inside;
            ptrdiff_t to = utf8_next_grapheme(field->text, from);
            UiTintColors colors = ui_tint(UI_TINT_TERRACOTTA);
            UiHighlight *mark = arena_push(ui_arena(page->ui), UiHighlight, 1);
            *mark = (UiHighlight){from, to, colors.light, colors.main, colors.ink};
            field->highlights = mark;
            field->highlight_count = 1;
        }
    }
}

static void mark_hits(const Page *page, const BenchTrial *trial, UiField *field) {
    UiTintColors colors = ui_tint((int32_t)look_of(trial).tint);
    UiHighlight *marks = arena_push(ui_arena(page->ui), UiHighlight, trial->result.hit_count);
    for (int32_t i = 0; i < trial->result.hit_count; i++) {
        const DetectorHit *hit = &trial->result.hits[i];
        marks[i] = (UiHighlight){hit->from, hit->to, colors.light, colors.main, colors.ink};
    }
    field->highlights = marks;
    field->highlight_count = trial->result.hit_count;
}

void panel_mark_found(const Page *page, Str at, UiField *field) {
    const BenchTrial *trial = bench_find(&page->editor->bench, at);
    if (trial && trial->state == BENCH_DONE) {
        mark_hits(page, trial, field);
    } else if (!trial && page->editor->bench.bank) {
        mark_fault(page, at, field);
    }
}

static void say_small(const Page *page, Str text) {
    ui_text(page->ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_SOFT});
}

void panel_say_verdict(const Page *page, Str at, bool typed) {
    Ui *ui = page->ui;
    const BenchTrial *trial = bench_find(&page->editor->bench, at);
    if (!trial) {
        return;
    }
    Look look = look_of(trial);
    ColorRole ink = ui_tint((int32_t)look.tint).ink;
    Str verdict = tell_verdict(page, trial), pattern = tell_pattern(page, trial), limit = tell_limit(page, trial);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_START});
    ui_text(ui, (UiText){.text = look.sign, .style = TEXT_SMALL, .color = ink, .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    ui_text(ui, (UiText){.text = verdict,
                         .aloud = tell_aloud(page, trial, verdict),
                         .style = TEXT_SMALL,
                         .color = ink,
                         .live = typed});
    if (trial->state == BENCH_DONE) {
        Str took = tell_time(page, trial->took_us);
        say_small(page, pattern.len > 0 ? UI_FORMAT(ui, TR("{0} · {1}"), pattern, took) : took);
    }
    if (limit.len > 0) {
        say_small(page, limit);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

bool panel_has_verdict(const Page *page, Str at) {
    const BenchTrial *trial = bench_find(&page->editor->bench, at);
    return trial && trial->state == BENCH_DONE;
}

static void say_keep(const Page *page, const FormRow *row, bool yes) {
    Ui *ui = page->ui;
    const Examples *examples = &page->scenario->examples.rows[row->row];
    Span kept = yes ? examples->yes : examples->no;
    if (ui_button(ui, (UiButton){.key = S("keep"),
                                 .index = yes,
                                 .text = panel_words(page, yes ? TR("Keep: to be found") : TR("Keep: not to be found")),
                                 .compact = true,
                                 .disabled = kept.count >= LIMIT_TEXTS})) {
        Str list = pointer_join(ui_arena(ui), row->at, yes ? S("yes") : S("no"));
        panel_want(page, (EditorAction){.kind = EDITOR_KEEP_PHRASE, .at = list});
    }
}

// One phrase for all detectors: each says what it makes of it.
void panel_say_phrase(const Page *page, const FormRow *row) {
    Ui *ui = page->ui;
    Str phrase, name = panel_words(page, TR("Try a phrase, which is not kept"));
    ui_box_begin(ui, (UiBox){.key = S("bench"), .gap = 4, .whole = true});
    bool typed = ui_has_focus(ui, ui_id(ui, S("phrase"), 0));
    ui_text(ui, (UiText){.text = name, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    UiField field = {.key = S("phrase"),
                     .name = name,
                     .text = page->editor->bench.phrase,
                     .multiline = true,
                     .rows = 1,
                     .most_chars = LIMIT_ANSWER_CHARS};
    panel_mark_found(page, row->at, &field);
    panel_follow_focus(page, row->at, ui_id(ui, S("phrase"), 0));
    if (ui_field(ui, field, &phrase)) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_PHRASE, .text = phrase});
    }
    panel_say_verdict(page, row->at, typed);
    if (bench_find(&page->editor->bench, row->at)) {
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
        say_keep(page, row, true);
        say_keep(page, row, false);
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_links(const Page *page) {
    Ui *ui = page->ui;
    const BenchTrials *trials = &page->editor->bench.trials;
    for (int32_t i = 0, said = 0; i < trials->count && said < LINKS_MOST; i++) {
        const BenchTrial *trial = &trials->rows[i];
        if (!bench_is_otherwise(trial)) {
            continue;
        }
        Str cut = str_slice(trial->text, 0, utf8_offset(trial->text, EXCERPT_CHARS));
        Str text = cut.len < trial->text.len ? str_format(ui_arena(ui), "%.*s…", S_ARG(cut)) : trial->text;
        if (ui_button(ui, (UiButton){.key = S("otherwise"),
                                     .index = i,
                                     .text = UI_FORMAT(ui, TR("“{0}”"), text),
                                     .name = UI_FORMAT(ui, TR("{0}: {1}"), text, tell_verdict(page, trial)),
                                     .kind = BUTTON_QUIET,
                                     .compact = true})) {
            panel_want(page, (EditorAction){.kind = EDITOR_LOOK, .at = trial->at});
        }
        said++;
    }
}

static int32_t count_tried(const BenchSum *sum) {
    return sum->count - sum->refused - sum->waiting;
}

static Str tell_sum(const Page *page, const BenchSum *sum) {
    if (sum->otherwise == 0) {
        return panel_tell_count(
            page, TRP("{0} phrase: it comes out as it should", "{0} phrases: all come out as they should"),
            count_tried(sum));
    }
    Str source = catalog_plural(&page->editor->app.catalog,
                                TRP("{0} of {1} phrases comes out otherwise", "{0} of {1} phrases come out otherwise"),
                                sum->otherwise);
    return UI_FORMAT(page->ui, source, ui_number(page->ui, sum->otherwise), ui_number(page->ui, sum->count));
}

static void say_rest(const Page *page, const BenchSum *sum) {
    if (sum->undecided > 0) {
        say_small(page, panel_tell_count(page, TRP("{0} is undecided", "{0} are undecided"), sum->undecided));
    }
    if (sum->waiting > 0) {
        say_small(page, panel_tell_count(page, TRP("{0} is not tried yet", "{0} are not tried yet"), sum->waiting));
    }
    if (sum->refused > 0) {
        say_small(page, panel_tell_count(
                            page, TRP("{0} waits for a pattern to be mended", "{0} wait for a pattern to be mended"),
                            sum->refused));
    }
}

// Of all phrases of all detectors.
void panel_say_bench(const Page *page) {
    Ui *ui = page->ui;
    const BenchSum *sum = &page->editor->bench.sum;
    if (sum->count == 0) {
        return;
    }
    bool fine = sum->otherwise == 0;
    ui_box_begin(ui, (UiBox){.key = S("sum"), .gap = 2, .align = UI_START});
    if (count_tried(sum) > 0) {
        ui_text(ui, (UiText){.text = tell_sum(page, sum),
                             .style = TEXT_STRONG,
                             .color = fine ? COLOR_TEAL_INK : COLOR_TERRACOTTA_INK,
                             .live = true});
    }
    say_rest(page, sum);
    say_links(page);
    ui_box_end(ui);
}
