#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

// Stands in for libhunspell, which need not be there: it knows the words of a list, and suggests those of which a
// letter or two are another.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 200, WORD_BYTES = 64, SUGGESTED_MOST = 15 };

typedef struct {
    char words[WORDS_MOST][WORD_BYTES];
    int count;
} Fake;

// NOLINTBEGIN(readability-identifier-naming): the names of its header
void *Hunspell_create(const char *rules, const char *words);
void Hunspell_destroy(void *handle);
int Hunspell_spell(void *handle, const char *word);
int Hunspell_suggest(void *handle, char ***list, const char *word);
void Hunspell_free_list(void *handle, char ***list, int count);
char *Hunspell_get_dic_encoding(void *handle);
// NOLINTEND(readability-identifier-naming)

void *Hunspell_create(const char *rules, const char *words) {
    (void)rules;
    Fake *fake = calloc(1, sizeof *fake);
    FILE *file = fopen(words, "r");
    char line[WORD_BYTES];
    int number = 0;
    while (file && fgets(line, sizeof line, file) && fake->count < WORDS_MOST) {
        line[strcspn(line, "\r\n")] = '\0';
        if (number++ > 0) { // the first line is their count
            memcpy(fake->words[fake->count++], line, sizeof line);
        }
    }
    if (file) {
        (void)fclose(file);
    }
    return fake;
}

void Hunspell_destroy(void *handle) {
    free(handle);
}

// With a capital, as at the beginning of a sentence, it is the same word.
int Hunspell_spell(void *handle, const char *word) {
    Fake *fake = handle;
    char small[WORD_BYTES * 2];
    (void)snprintf(small, sizeof small, "%s", word);
    if (small[0] >= 'A' && small[0] <= 'Z') {
        small[0] = (char)(small[0] + 'a' - 'A');
    }
    for (int i = 0; i < fake->count; i++) {
        if (strcmp(fake->words[i], small) == 0 || strcmp(fake->words[i], word) == 0) {
            return 1;
        }
    }
    return 0;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

static int distance(const char *a, const char *b) {
    int row[WORD_BYTES + 1];
    int length = (int)strlen(b);
    for (int j = 0; j <= length; j++) {
        row[j] = j;
    }
    for (int i = 0; a[i] != '\0'; i++) {
        int before = row[0];
        row[0] = i + 1;
        for (int j = 1; j <= length; j++) {
            int now = least(least(row[j], row[j - 1]) + 1, before + (a[i] != b[j - 1]));
            before = row[j];
            row[j] = now;
        }
    }
    return row[length];
}

int Hunspell_suggest(void *handle, char ***list, const char *word) {
    Fake *fake = handle;
    int count = 0;
    *list = calloc(SUGGESTED_MOST, sizeof **list);
    for (int i = 0; i < fake->count && count < SUGGESTED_MOST; i++) {
        if (distance(word, fake->words[i]) <= 2) {
            (*list)[count++] = strdup(fake->words[i]);
        }
    }
    if (count == 0) {
        free(*list);
        *list = NULL;
    }
    return count;
}

void Hunspell_free_list(void *handle, char ***list, int count) {
    (void)handle;
    for (int i = 0; i < count; i++) {
        free((*list)[i]);
    }
    free(*list);
}

char *Hunspell_get_dic_encoding(void *handle) {
    static char encoding[] = "UTF-8";
    (void)handle;
    return encoding;
}
