#include "base/thread.h"

#include <stdbool.h>
#include <windows.h>

struct Thread {
    HANDLE system;
    ThreadBody *body;
    void *context;
};

struct ThreadMutex {
    SRWLOCK system;
};

struct ThreadCondition {
    CONDITION_VARIABLE system;
};

static DWORD WINAPI run(void *context) {
    const Thread *thread = context;
    thread->body(thread->context);
    return 0;
}

Thread *thread_start(Arena *arena, ThreadBody *body, void *context) {
    Thread *thread = arena_push(arena, Thread, 1);
    *thread = (Thread){.body = body, .context = context};
    thread->system = CreateThread(NULL, 0, run, thread, 0, NULL);
    return thread->system ? thread : NULL;
}

void thread_join(Thread *thread) {
    (void)WaitForSingleObject(thread->system, INFINITE);
    (void)CloseHandle(thread->system);
}

ThreadMutex *thread_mutex_create(Arena *arena) {
    ThreadMutex *mutex = arena_push(arena, ThreadMutex, 1);
    InitializeSRWLock(&mutex->system);
    return mutex;
}

void thread_mutex_destroy(ThreadMutex *mutex) {
    (void)mutex; // the system lent nothing
}

void thread_mutex_lock(ThreadMutex *mutex) {
    AcquireSRWLockExclusive(&mutex->system);
}

void thread_mutex_unlock(ThreadMutex *mutex) {
    ReleaseSRWLockExclusive(&mutex->system);
}

ThreadCondition *thread_condition_create(Arena *arena) {
    ThreadCondition *condition = arena_push(arena, ThreadCondition, 1);
    InitializeConditionVariable(&condition->system);
    return condition;
}

void thread_condition_destroy(ThreadCondition *condition) {
    (void)condition; // as above
}

void thread_condition_wait(ThreadCondition *condition, ThreadMutex *mutex) {
    (void)SleepConditionVariableSRW(&condition->system, &mutex->system, INFINITE, 0);
}

void thread_condition_wake_one(ThreadCondition *condition) {
    WakeConditionVariable(&condition->system);
}

void thread_condition_wake_all(ThreadCondition *condition) {
    WakeAllConditionVariable(&condition->system);
}
