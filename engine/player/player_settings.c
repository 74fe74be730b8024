#include "base/embedded.h"
#include "player/player_parts.h"

int32_t player_language(const Player *player) {
    return player->for_run.language != LANGUAGE_AUTO ? player->for_run.language : player->settings.language;
}

int32_t player_text_scale(const Player *player) {
    return player->for_run.text_scale > 0 ? player->for_run.text_scale : player->settings.text_scale;
}

int32_t player_theme(const Player *player) {
    return player->for_run.has_theme ? player->for_run.theme : (int32_t)settings_theme(player->settings.theme);
}

// French, unless the person or the system chose English.
static Str chosen_language(const Player *player) {
    int32_t language = player_language(player);
    if (language != LANGUAGE_AUTO) {
        return language == LANGUAGE_FR ? S("fr") : S("en");
    }
    return str_begins(player->system_language, S("en")) ? S("en") : S("fr");
}

void player_set_language(Player *player) {
    player->language = chosen_language(player);
    player->catalog = (Catalog){0};
    Str bytes = embedded_find(str_format(&player->scratch, "%.*s.mo", S_ARG(player->language)));
    if (bytes.len > 0 && !catalog_read(&player->catalog, bytes)) {
        player->catalog = (Catalog){0};
    }
}

void player_save_settings(Player *player) {
    if (player->writer && player->folders.settings.len > 0) {
        (void)writer_save(player->writer, player->folders.settings,
                          settings_write(&player->scratch, &player->settings));
    }
}

// Listening takes longer than reading.
bool player_limits_time(const Player *player) {
    return !player->settings.limits_off && !player->settings.speech;
}

static void set_limits(Player *player, int64_t now_ms) {
    WalkAction action = {.kind = WALK_SET_LIMITS, .value = player_limits_time(player), .now_ms = now_ms};
    for (int32_t i = 0; i < player->walk_count; i++) {
        player_update_walk(player, i, &action);
    }
}

static bool is_scale(int32_t percent) {
    return percent >= SCALE_LEAST && percent <= SCALE_MOST && percent % SCALE_STEP == 0;
}

void player_change_setting(Player *player, const Action *action, int64_t now_ms) {
    Settings *settings = &player->settings;
    int32_t index = action->index;
    switch (action->kind) {
    case ACTION_SET_LANGUAGE:
        player->for_run.language = LANGUAGE_AUTO;
        settings->language = index >= 0 && index < LANGUAGE_COUNT ? index : settings->language;
        player_set_language(player);
        break;
    case ACTION_SET_TEXT_SCALE:
        player->for_run.text_scale = 0;
        settings->text_scale = is_scale(index) ? index : settings->text_scale;
        break;
    case ACTION_SET_THEME:
        player->for_run.has_theme = false;
        settings->theme = index >= 0 && index < CHOICE_COUNT ? index : settings->theme;
        break;
    case ACTION_SET_EASY_FONT:
        settings->easy_font = index != 0;
        break;
    case ACTION_SET_REDUCED_MOTION:
        settings->reduced_motion = index != 0;
        break;
    case ACTION_SET_SPEECH:
        settings->speech = index != 0;
        set_limits(player, now_ms);
        break;
    case ACTION_SET_LIMITS_OFF:
        settings->limits_off = index != 0;
        set_limits(player, now_ms);
        break;
    default:
        settings->numbers = index != 0;
        break;
    }
    player_rebuild_views(player);
    player_save_settings(player);
}
