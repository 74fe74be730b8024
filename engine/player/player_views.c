// What is shown, worked out from the rest.
#include "player/player_parts.h"

Telling player_telling(const Player *player, int32_t walk, Arena *arena) {
    return (Telling){.session = &player->walks[walk].session,
                     .story = &player->walks[walk].story,
                     .catalog = &player->app.catalog,
                     .arena = arena,
                     .numbers = app_setting(&player->app, SETTING_NUMBERS)};
}

static ToldComparison compare_walks(Player *player) {
    int32_t rows[] = {player->walk_parents[player->compared], player->compared};
    Telling tellings[2];
    ComparedSession sessions[2];
    for (int i = 0; i < 2; i++) {
        const Solo *walk = &player->walks[rows[i]];
        tellings[i] = player_telling(player, rows[i], &player->view_arena);
        sessions[i] = (ComparedSession){
            .telling = &tellings[i], .left_at = walk->parent_decision, .limits_off = walk->limits_off};
    }
    return comparison_create(&sessions[0], &sessions[1]);
}

void player_rebuild_views(Player *player) {
    arena_finish(&player->view_arena);
    player->debrief = (ToldDebrief){0};
    player->comparison = (ToldComparison){0};
    Telling telling = player_telling(player, player->walk, &player->view_arena);
    const Solo *walk = player_walk(player);
    if ((player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_COMPARE) && walk &&
        walk->phase == SOLO_PHASE_ENDED) {
        player->debrief = debrief_create(&telling);
    }
    if (player->screen == SCREEN_COMPARE) {
        player->comparison = compare_walks(player);
    }
}

LibraryView player_cards(const Player *player, Arena *arena) {
    LibraryFilter filter = {.theme = player->filter.theme,
                            .text = player->filter.search,
                            .language = player->app.language,
                            .quizzes_only = player->filter.quizzes,
                            .most_minutes = player->filter.brief ? LIBRARY_BRIEF : 0};
    return library_filter(&player->library, arena, &filter);
}

// Who needs larger letters reads fewer of them at a time; and listening takes longer than reading.
int32_t player_time_percent(const Player *player) {
    bool limits = !app_setting(&player->app, SETTING_LIMITS_OFF) && !app_setting(&player->app, SETTING_SPEECH);
    return limits ? app_setting(&player->app, SETTING_TEXT_SCALE) : 0;
}
