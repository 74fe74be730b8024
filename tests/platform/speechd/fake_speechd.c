#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "fake_speechd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern FakeSpeechd fake_speechd;
FakeSpeechd fake_speechd;

void *spd_open2(const char *client, const char *connection, const char *user, int mode, const void *address,
                int autospawn, char **error);
int spd_say(void *connection, int priority, const char *text);
int spd_set_language(void *connection, const char *language);
int spd_cancel(void *connection);
void spd_close(void *connection);
void g_free(void *memory);

static int hear(const char *what, const char *text) {
    while (fake_speechd.mode == SPEECHD_HANGS) {
        pause();
    }
    fake_speechd.broken = fake_speechd.broken || fake_speechd.mode == SPEECHD_HANGS_UP;
    if (fake_speechd.broken) {
        return -1;
    }
    size_t len = strlen(fake_speechd.heard);
    (void)snprintf(fake_speechd.heard + len, sizeof fake_speechd.heard - len, "%s%s\n", what, text);
    return 0;
}

void *spd_open2(const char *client, const char *connection, const char *user, int mode, const void *address,
                int autospawn, char **error) {
    (void)client, (void)connection, (void)user, (void)mode, (void)address, (void)autospawn;
    fake_speechd.opened++;
    fake_speechd.broken = 0;
    if (fake_speechd.mode == SPEECHD_ABSENT) {
        *error = strdup("no dispatcher");
        return NULL;
    }
    return &fake_speechd;
}

int spd_say(void *connection, int priority, const char *text) {
    (void)connection, (void)priority;
    return hear("", text);
}

int spd_set_language(void *connection, const char *language) {
    (void)connection;
    return hear("language ", language);
}

int spd_cancel(void *connection) {
    (void)connection;
    return hear("stop", "");
}

void spd_close(void *connection) {
    (void)connection;
    (void)hear("close", "");
    fake_speechd.broken = 0;
}

void g_free(void *memory) {
    free(memory);
}
