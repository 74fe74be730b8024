// A page with every widget in every state, for looking at and for pictures that must stay the same:
//     gallery FONTS WIDTHxHEIGHT paper|night|projector|contrast TEXT_SCALE "STEPS"
#include "platform/window.h"
#include "ui/widgets.h"

#include <stdio.h>

typedef struct {
    UiPreferences preferences;
    int32_t chosen, filter;
    bool ticked[3];
    Arena arena;
    Str text, line;
} Gallery;

static void say_buttons(Gallery *gallery, Ui *ui) {
    (void)gallery;
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_heading(ui, S("Boutons"));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .align = UI_CENTER});
    ui_button(ui, (UiButton){.key = S("p"), .text = S("Valider"), .hint = S("Entrée"), .kind = BUTTON_PRIMARY});
    ui_button(ui,
              (UiButton){
                  .key = S("pd"), .text = S("Valider"), .hint = S("Entrée"), .kind = BUTTON_PRIMARY, .disabled = true});
    ui_button(ui, (UiButton){.key = S("s"), .text = S("Rejouer un tournant")});
    ui_button(ui, (UiButton){.key = S("q"), .text = S("Plus tard"), .kind = BUTTON_QUIET});
    ui_button(ui, (UiButton){.key = S("d"), .text = S("Tout effacer"), .kind = BUTTON_DANGER});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 4, .radius = 14, .fill = COLOR_NIGHT});
    ui_button(ui, (UiButton){.key = S("n"), .text = S("Annuler"), .hint = S("Ctrl+Z"), .kind = BUTTON_ON_NIGHT});
    ui_button(ui, (UiButton){.key = S("nd"), .text = S("Rétablir"), .kind = BUTTON_ON_NIGHT, .disabled = true});
    ui_box_end(ui);
    ui_keycap(ui, S("Retour arr."));
    ui_avatar(ui, S("ML"), UI_TINT_TERRACOTTA, 56);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .align = UI_CENTER});
    static const Str TAGS[] = {S_INIT("Orienter"), S_INIT("Conclure"), S_INIT("Tensions · CNV"),
                               S_INIT("À la place de"), S_INIT("Préjugés")};
    for (int32_t i = 0; i < 5; i++) {
        ui_tag(ui, TAGS[i], i);
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

static void say_choices(Gallery *gallery, Ui *ui) {
    static const Str PILLS[] = {S_INIT("Tous"), S_INIT("Conclure"), S_INIT("Tensions · CNV"), S_INIT("Préjugés")};
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_heading(ui, S("Choix"));
    gallery->filter = ui_choices(
        ui,
        (UiChoices){.key = S("filter"), .name = S("Thème"), .labels = PILLS, .count = 4, .chosen = gallery->filter});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    for (int32_t i = 0; i < 3; i++) {
        static const Str TABS[] = {S_INIT("La première fois"), S_INIT("Cette fois"), S_INIT("Comparer")};
        ui_tab(ui, (UiToggle){
                       .key = S("tab"), .index = i, .text = TABS[i], .checked = i == 0, .place = i + 1, .set_size = 3});
    }
    ui_box_end(ui);
    static const Str TICKS[] = {S_INIT("Reformulation"), S_INIT("Émotion nommée"), S_INIT("Limites de temps")};
    for (int32_t i = 0; i < 3; i++) {
        gallery->ticked[i] ^= ui_checkbox(
            ui, (UiToggle){
                    .key = S("tick"), .index = i, .text = TICKS[i], .checked = gallery->ticked[i], .disabled = i == 2});
    }
    gallery->chosen = ui_combo(ui, S("combo"), S("Thème"), PILLS, 4, gallery->chosen);
    ui_card_end(ui);
}

static void say_answers(Ui *ui) {
    ui_answer(ui,
              (UiAnswer){.key = S("a"),
                         .letter = S("A"),
                         .place = 1,
                         .set_size = 3,
                         .text = S("« Monsieur, si vous continuez à crier, je ne pourrai pas m’occuper de vous. »")});
    ui_answer(
        ui,
        (UiAnswer){
            .key = S("b"),
            .letter = S("B"),
            .place = 2,
            .set_size = 3,
            .wants_focus = true,
            .text = S(
                "« Trois déplacements pour rien… Vous êtes à bout, et vous avez besoin que quelqu’un prenne enfin votre dossier en main. C’est ça ? »")});
    ui_answer(ui, (UiAnswer){.key = S("e"),
                             .letter = S("E"),
                             .quiet = true,
                             .place = 3,
                             .set_size = 3,
                             .text = S("Le dire avec mes mots…")});
    ui_answer(ui, (UiAnswer){.key = S("m"),
                             .checkbox = true,
                             .checked = true,
                             .text = S("Ouvrir la messagerie avec elle"),
                             .note = S("votre réponse d’avant")});
}

static void say_meters(Ui *ui) {
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_heading(ui, S("La relation"));
    ui_meter(ui, (UiMeter){.name = S("Confiance"), .word = S("fragile"), .permille = 340, .tint = UI_TINT_TEAL});
    ui_meter(
        ui,
        (UiMeter){.name = S("Tension"), .word = S("haute"), .permille = 780, .tint = UI_TINT_TERRACOTTA, .trend = 1});
    ui_meter(ui, (UiMeter){.name = S("Autonomie"), .word = S("moyenne"), .permille = 500, .tint = UI_TINT_OCHRE});
    ui_meter(ui, (UiMeter){.name = S("Temps"), .word = S("aucun"), .permille = 0, .tint = UI_TINT_PLUM, .trend = -1});
    ui_card_end(ui);
    ui_card_begin(ui, (UiBox){.gap = 6, .fill = COLOR_OCHRE_LIGHT, .stroke = COLOR_OCHRE, .shadow = true});
    ui_heading(ui, S("Temps de réponse"));
    ui_text(ui, (UiText){.text = S("0:18"), .style = TEXT_FIGURE});
    ui_text(ui, (UiText){.text = S("Au-delà, le silence répond pour vous."), .style = TEXT_SMALL, .color = COLOR_SOFT});
    ui_card_end(ui);
}

static void say_texts(Gallery *gallery, Ui *ui) {
    static const UiHighlight MARKS[] = {{0, 20, COLOR_TEAL_LIGHT, COLOR_TEAL, COLOR_TEAL_INK},
                                        {101, 120, COLOR_OCHRE_LIGHT, COLOR_OCHRE, COLOR_OCHRE_INK}};
    Str text;
    if (ui_field(
            ui,
            (UiField){.key = S("line"), .name = S("Rechercher"), .placeholder = S("Rechercher"), .text = gallery->line},
            &text)) {
        gallery->line = str_copy(&gallery->arena, text);
    }
    if (ui_field(ui,
                 (UiField){.key = S("text"),
                           .name = S("Vos mots"),
                           .text = gallery->text,
                           .multiline = true,
                           .rows = 3,
                           .style = TEXT_READING,
                           .most_chars = 600,
                           .highlights = MARKS,
                           .highlight_count = 2},
                 &text)) {
        gallery->text = str_copy(&gallery->arena, text);
    }
    ui_text(
        ui,
        (UiText){
            .text = S(
                "« Trois fois que je viens ! Trois fois ! Et à chaque fois on me dit que c’est pas vous. Vous vous foutez de moi, ou quoi ? »"),
            .style = TEXT_SPEECH});
    ui_text(ui, (UiText){.text = S("Il a haussé le ton. Derrière lui, deux personnes *relèvent la tête*."),
                         .style = TEXT_NOTE,
                         .color = COLOR_SOFT,
                         .marked = true});
}

static const UiFrame *answer(void *context, Window *window, const UiInput *input, WindowSize size) {
    Gallery *gallery = context;
    Ui *ui = window_ui(window);
    ui_begin(ui, input, size.width, size.height, gallery->preferences);
    ui_enter_page(ui, S("gallery"));
    ui_box_begin(ui,
                 (UiBox){.key = S("page"), .height = UI_GROW, .gap = 16, .padding = UI_PAD2(40, 20), .scrolls = true});
    ui_text(ui, (UiText){.text = S("Que voulez-vous travailler ?"), .style = TEXT_TITLE, .role = ROLE_HEADING});
    bool wide = ui_width(ui) >= 900;
    ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 20});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 12});
    say_answers(ui);
    say_texts(gallery, ui);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = wide ? 340 : UI_GROW, .gap = 12});
    say_meters(ui);
    say_buttons(gallery, ui);
    say_choices(gallery, ui);
    ui_box_end(ui);
    ui_box_end(ui);
    ui_box_end(ui);
    (void)ui_shortcut(ui, 'h', 0, S("toute la conversation"));
    return ui_end(ui);
}

int main(int argc, char **argv) {
    if (argc != 6) {
        return 2;
    }
    static const char THEMES[] = "pnrc"; // paper, night, projector, contrast
    Gallery gallery = {
        .preferences = {.text_scale = 100},
        .line = S(""),
        .text = S(
            "Si je comprends bien, vous êtes venu trois fois et personne ne vous a dit où en est votre dossier. Je vous promets que ce sera réglé avant vendredi.")};
    Str tall = str_from_c(argv[2]);
    Str wide = str_cut(&tall, 'x');
    int32_t width = 0, height = 0;
    if (!str_to_int(wide, &width) || !str_to_int(tall, &height) ||
        !str_to_int(str_from_c(argv[4]), &gallery.preferences.text_scale)) {
        return 2;
    }
    for (int32_t i = 0; i < 4; i++) {
        gallery.preferences.theme =
            argv[3][0] == THEMES[i] || argv[3][1] == THEMES[i] ? (ThemeId)i : gallery.preferences.theme;
    }
    Error error;
    Machine *machine =
        machine_create(&(MachineOptions){.fonts = str_from_c(argv[1]), .script = str_from_c(argv[5])}, &error);
    WindowOptions window = {.name = S("gallery"), .width = width, .height = height};
    if (machine == NULL || window_open(machine, &window, &error) == NULL) {
        machine_destroy(machine);
        return 3;
    }
    bool fine = machine_run(machine, &(App){.context = &gallery, .answer = answer}, &error);
    machine_destroy(machine);
    arena_finish(&gallery.arena);
    return fine ? 0 : 3;
}
