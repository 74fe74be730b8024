// Threads, and what two of them share. Memory is the arena's, which must outlive them; what the system lent goes back
// by join and destroy.
//
//     ThreadMutex *mutex = thread_mutex_create(&arena);
//     ThreadCondition *given = thread_condition_create(&arena);
//     Thread *thread = thread_start(&arena, run, context);
//     …
//     thread_mutex_lock(mutex);
//     while (!something) {
//         thread_condition_wait(given, mutex);
//     }
//     thread_mutex_unlock(mutex);
#pragma once

#include "base/arena.h"

typedef struct Thread Thread;
typedef struct ThreadMutex ThreadMutex;
typedef struct ThreadCondition ThreadCondition;
typedef void ThreadBody(void *context);

// NULL: the system gave none. Signals never interrupt it: they are for the thread that draws.
Thread *thread_start(Arena *arena, ThreadBody *body, void *context);
void thread_join(Thread *thread); // waits until its body has returned

ThreadMutex *thread_mutex_create(Arena *arena);
void thread_mutex_destroy(ThreadMutex *mutex);
void thread_mutex_lock(ThreadMutex *mutex);
void thread_mutex_unlock(ThreadMutex *mutex);

ThreadCondition *thread_condition_create(Arena *arena);
void thread_condition_destroy(ThreadCondition *condition);
// Gives the mutex back while it waits. May return without a cause.
void thread_condition_wait(ThreadCondition *condition, ThreadMutex *mutex);
void thread_condition_wake_one(ThreadCondition *condition);
void thread_condition_wake_all(ThreadCondition *condition);
