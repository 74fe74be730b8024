#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/thread.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>

struct Thread {
    pthread_t system;
    ThreadBody *body;
    void *context;
};

struct ThreadMutex {
    pthread_mutex_t system;
};

struct ThreadCondition {
    pthread_cond_t system;
};

static void *run(void *context) {
    const Thread *thread = context;
    thread->body(thread->context);
    return NULL;
}

Thread *thread_start(Arena *arena, ThreadBody *body, void *context) {
    sigset_t all;
    sigset_t before;
    Thread *thread = arena_push(arena, Thread, 1);
    thread->body = body;
    thread->context = context;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // a thread begins with the mask of the one that started it
    bool started = pthread_create(&thread->system, NULL, run, thread) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started ? thread : NULL;
}

void thread_join(Thread *thread) {
    pthread_join(thread->system, NULL);
}

ThreadMutex *thread_mutex_create(Arena *arena) {
    ThreadMutex *mutex = arena_push(arena, ThreadMutex, 1);
    pthread_mutex_init(&mutex->system, NULL);
    return mutex;
}

void thread_mutex_destroy(ThreadMutex *mutex) {
    pthread_mutex_destroy(&mutex->system);
}

void thread_mutex_lock(ThreadMutex *mutex) {
    pthread_mutex_lock(&mutex->system);
}

void thread_mutex_unlock(ThreadMutex *mutex) {
    pthread_mutex_unlock(&mutex->system);
}

ThreadCondition *thread_condition_create(Arena *arena) {
    ThreadCondition *condition = arena_push(arena, ThreadCondition, 1);
    pthread_cond_init(&condition->system, NULL);
    return condition;
}

void thread_condition_destroy(ThreadCondition *condition) {
    pthread_cond_destroy(&condition->system);
}

void thread_condition_wait(ThreadCondition *condition, ThreadMutex *mutex) {
    pthread_cond_wait(&condition->system, &mutex->system);
}

void thread_condition_wake_one(ThreadCondition *condition) {
    pthread_cond_signal(&condition->system);
}

void thread_condition_wake_all(ThreadCondition *condition) {
    pthread_cond_broadcast(&condition->system);
}
