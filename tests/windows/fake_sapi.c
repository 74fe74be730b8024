// Stands in for the voice of Windows (SAPI), which Wine 8 has none of: a COM server that writes what it is to say, a
// line each, to the file that FAKE_SAPI_HEARD names. What Palabre does not ask for is not there.
#define COBJMACROS
#include <windows.h> // first: the others rest on it

#include <initguid.h> // what follows defines the names of classes

#include <sapi.h>
#include <stdbool.h>
#include <stdio.h>

static void hear(const char *what, const WCHAR *words) {
    char text[8192] = {0};
    (void)WideCharToMultiByte(CP_UTF8, 0, words, -1, text, sizeof text - 1, NULL, NULL);
    FILE *heard = _wfopen(_wgetenv(L"FAKE_SAPI_HEARD"), L"ab");
    if (heard) {
        (void)fprintf(heard, "%s%s\n", what, text);
        (void)fclose(heard);
    }
}

static HRESULT STDMETHODCALLTYPE say_what_it_is(ISpVoice *self, REFIID wanted, void **object) {
    *object = IsEqualGUID(wanted, &IID_ISpVoice) || IsEqualGUID(wanted, &IID_IUnknown) ? self : NULL;
    return *object ? S_OK : E_NOINTERFACE;
}

static ULONG STDMETHODCALLTYPE stay(ISpVoice *self) {
    (void)self;
    return 1;
}

// Which one is not told: of those that Wine lists none has a name.
static HRESULT STDMETHODCALLTYPE take_voice(ISpVoice *self, ISpObjectToken *token) {
    (void)self;
    hear(token ? "another voice" : "the usual voice", L"");
    return S_OK;
}

static HRESULT STDMETHODCALLTYPE speak(ISpVoice *self, LPCWSTR words, DWORD flags, ULONG *stream) {
    (void)self, (void)stream;
    hear((flags & SPF_PURGEBEFORESPEAK) != 0 ? "stop"
         : (flags & SPF_IS_NOT_XML) != 0     ? ""
                                             : "markup ",
         words ? words : L"");
    return S_OK;
}

static ISpVoiceVtbl voice_calls = {
    .QueryInterface = say_what_it_is, .AddRef = stay, .Release = stay, .SetVoice = take_voice, .Speak = speak};
static ISpVoice voice = {&voice_calls};

static HRESULT STDMETHODCALLTYPE say_what_makes_it(IClassFactory *self, REFIID wanted, void **object) {
    *object = IsEqualGUID(wanted, &IID_IClassFactory) || IsEqualGUID(wanted, &IID_IUnknown) ? self : NULL;
    return *object ? S_OK : E_NOINTERFACE;
}

static ULONG STDMETHODCALLTYPE stay_to_make(IClassFactory *self) {
    (void)self;
    return 1;
}

static HRESULT STDMETHODCALLTYPE make(IClassFactory *self, IUnknown *outer, REFIID wanted, void **object) {
    (void)self;
    return outer ? CLASS_E_NOAGGREGATION : say_what_it_is(&voice, wanted, object);
}

static HRESULT STDMETHODCALLTYPE keep_loaded(IClassFactory *self, BOOL keep) {
    (void)self, (void)keep;
    return S_OK;
}

static IClassFactoryVtbl factory_calls = {say_what_makes_it, stay_to_make, stay_to_make, make, keep_loaded};
static IClassFactory factory = {&factory_calls};

HRESULT WINAPI DllGetClassObject(REFCLSID wanted, REFIID what, void **object) {
    bool known = IsEqualGUID(wanted, &CLSID_SpVoice);
    *object = NULL;
    return known ? say_what_makes_it(&factory, what, object) : CLASS_E_CLASSNOTAVAILABLE;
}

HRESULT WINAPI DllCanUnloadNow(void) {
    return S_FALSE;
}
