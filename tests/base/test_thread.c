#include "base/thread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>

#include <cmocka.h>

// Two threads hand a ball to and fro.
typedef struct {
    ThreadMutex *mutex;
    ThreadCondition *passed;
    bool is_here;
    int32_t throws;
} Game;

enum { THROWS = 10000 };

static void play(Game *game, bool here) {
    thread_mutex_lock(game->mutex);
    while (game->throws < THROWS) {
        if (game->is_here == here) {
            game->is_here = !here;
            game->throws++;
            thread_condition_wake_all(game->passed);
        } else {
            thread_condition_wait(game->passed, game->mutex);
        }
    }
    thread_condition_wake_one(game->passed);
    thread_mutex_unlock(game->mutex);
}

static void play_there(void *context) {
    play(context, false);
}

static void two_threads_take_turns(void **state) {
    (void)state;
    Arena arena = {0};
    Game game = {.mutex = thread_mutex_create(&arena), .passed = thread_condition_create(&arena), .is_here = true};
    Thread *thread = thread_start(&arena, play_there, &game);
    assert_non_null(thread);
    play(&game, true);
    thread_join(thread);
    assert_int_equal(game.throws, THROWS);
    thread_condition_destroy(game.passed);
    thread_mutex_destroy(game.mutex);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(two_threads_take_turns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
