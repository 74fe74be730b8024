#include "platform/speech_dispatcher.h"

#define COBJMACROS
#include <windows.h> // first: the others rest on it

#include <initguid.h> // what follows defines the names of classes

#include <SDL.h>
#include <sapi.h>

// The voices of Windows (SAPI), found when the program runs: a Windows without them is one without a voice.
bool dispatcher_open(Dispatcher *dispatcher) {
    ISpVoice *voice = NULL;
    HRESULT ready = CoInitializeEx(NULL, COINIT_MULTITHREADED);
    HRESULT outcome =
        FAILED(ready) ? ready
                      : CoCreateInstance(&CLSID_SpVoice, NULL, CLSCTX_INPROC_SERVER, &IID_ISpVoice, (void **)&voice);
    if (FAILED(outcome) && SUCCEEDED(ready)) {
        CoUninitialize();
    }
    dispatcher->library = outcome == REGDB_E_CLASSNOTREG ? NULL : dispatcher; // not NULL: it is on this machine
    dispatcher->connection = SUCCEEDED(outcome) ? voice : NULL;
    return dispatcher->connection != NULL;
}

// "fr" is 40C, that of France: what a voice says it speaks is a number.
static unsigned number_of(const char *language) {
    wchar_t name[LOCALE_NAME_MAX_LENGTH] = {0};
    (void)MultiByteToWideChar(CP_UTF8, 0, language, -1, name, LOCALE_NAME_MAX_LENGTH - 1);
    LCID known = LocaleNameToLCID(name, 0);
    return SUBLANGID(LANGIDFROMLCID(known)) == SUBLANG_NEUTRAL
               ? MAKELANGID(PRIMARYLANGID(LANGIDFROMLCID(known)), SUBLANG_DEFAULT)
               : LANGIDFROMLCID(known);
}

static ISpObjectToken *find_voice(const wchar_t *wanted) {
    ISpObjectTokenCategory *category = NULL;
    IEnumSpObjectTokens *found = NULL;
    ISpObjectToken *voice = NULL;
    HRESULT outcome = CoCreateInstance(&CLSID_SpObjectTokenCategory, NULL, CLSCTX_INPROC_SERVER,
                                       &IID_ISpObjectTokenCategory, (void **)&category);
    if (SUCCEEDED(outcome) && SUCCEEDED(ISpObjectTokenCategory_SetId(category, SPCAT_VOICES, FALSE)) &&
        SUCCEEDED(ISpObjectTokenCategory_EnumTokens(category, wanted, NULL, &found))) {
        (void)IEnumSpObjectTokens_Next(found, 1, &voice, NULL);
        IEnumSpObjectTokens_Release(found);
    }
    if (category) {
        ISpObjectTokenCategory_Release(category);
    }
    return voice;
}

// A language that no voice speaks is said by the one there is.
static void use_language(Dispatcher *dispatcher, const char *language) {
    if (!language || (dispatcher->language && SDL_strcmp(language, dispatcher->language) == 0)) {
        return;
    }
    SDL_free(dispatcher->language);
    dispatcher->language = SDL_strdup(language);
    char wanted[32];
    wchar_t wide[32];
    (void)SDL_snprintf(wanted, sizeof wanted, "Language=%X", number_of(language));
    (void)MultiByteToWideChar(CP_UTF8, 0, wanted, -1, wide, 32);
    ISpObjectToken *voice = find_voice(wide);
    if (voice) {
        (void)ISpVoice_SetVoice((ISpVoice *)dispatcher->connection, voice);
        ISpObjectToken_Release(voice);
    }
}

bool dispatcher_say(Dispatcher *dispatcher, const char *text, const char *language) {
    use_language(dispatcher, language);
    wchar_t *wide = (wchar_t *)SDL_iconv_string("UTF-16LE", "UTF-8", text, SDL_strlen(text) + 1);
    HRESULT said = wide ? ISpVoice_Speak((ISpVoice *)dispatcher->connection, wide, SPF_ASYNC | SPF_IS_NOT_XML, NULL)
                        : E_OUTOFMEMORY;
    SDL_free(wide);
    return SUCCEEDED(said);
}

bool dispatcher_cancel(Dispatcher *dispatcher) {
    ISpVoice *voice = dispatcher->connection;
    return SUCCEEDED(ISpVoice_Speak(voice, NULL, SPF_ASYNC | SPF_PURGEBEFORESPEAK, NULL));
}

void dispatcher_close(Dispatcher *dispatcher) {
    if (dispatcher->connection) {
        ISpVoice_Release((ISpVoice *)dispatcher->connection);
        CoUninitialize();
    }
    dispatcher->connection = NULL;
    SDL_free(dispatcher->language);
    dispatcher->language = NULL;
}
