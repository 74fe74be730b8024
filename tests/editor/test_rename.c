// An id is changed with all that names it, and with nothing else.
#include "editor_desk.h"

#include "base/system.h"

#include <string.h>

// Each kind of reference that the format has, and "same" in every place where it means something else. ' for ", and a
// letter in the place of each id: scene, option, option of another decision, items of a rank, a rate and a classify,
// bin, character, source, gauge, fact, competency, detector.
static const char CASE[] =
    "{'format':1,'id':'same','kind':'scenario','language':'en','title':'same','summary':'same','theme':'accueil',"
    "'minutes':{'alone':1,'group':1},'sources':[{'id':'<R>','title':'same'}],"
    "'competencies':['eco',{'id':'<M>','name':'same'}],"
    "'gauges':[{'id':'<G>','name':'same','of':'<C>','start':5,'halve_when':'<G> > 3 and <F>'}],"
    "'facts':[{'id':'<F>','about':'same'},{'id':'latch','on':'<G>>5 or score(<M>) > 1','off':'not <F>'}],"
    "'characters':[{'id':'<C>','name':'same'}],'detectors':[{'id':'<D>','name':'same','match':['same']}],"
    "'start':'<S>','scenes':["
    "{'id':'<S>','with':'<C>','lines':[{'by':'<C>','text':'same','if':'seen(<S>) or visits( <S> ) > <G>'}],"
    "'sources':['<R>'],'ask':{'kind':'choice','prompt':'same',"
    "'next':[{'if':'chose(<S>, <O>)','to':'<S>'},{'to':'two'}],"
    "'rules':[{'if':'found(<D>) and mark(<M>) > 0','set':['<F>'],'traps':['same']}],"
    "'panel':{'n':2,'answers':{'<O>':1,'other':1},'voices':[{'who':'same','answer':'<O>'},"
    "{'who':'same','answer':'\\'same\\'{+<D>,-<D>}'}]},"
    "'options':[{'id':'<O>','text':'same','scores':{'<M>':1},'effects':{'<G>':2},'set':['<F>'],'unset':['<F>'],"
    "'sources':['<R>'],'reply':[{'by':'<C>','text':'same','if':'<F>'}]},"
    "{'id':'other','text':'same','if':'<F>','next':'<S>'}],"
    "'own_words':{'detectors':[{'id':'<D>','scores':{'<M>':1}}],'next':'<S>'},'limit':{'seconds':5,'option':'<O>'}}},"
    "{'id':'two','ask':{'kind':'multiple','next':'three','options':[{'id':'<P>','text':'same'},{'id':'b','text':'x'}],"
    "'panel':{'n':1,'answers':{'<P>':1,'b':1},'voices':[{'who':'same','answer':'b,<P>'}]}}},"
    "{'id':'three','ask':{'kind':'rank','next':'four','items':[{'id':'<I>','text':'same','sources':['<R>']},"
    "{'id':'i-same','text':'x'},{'id':'i3','text':'x'}],'key':['i-same',['<I>','i3']],"
    "'bands':[{'from':0,'effects':{'<G>':1},'set':['<F>']}],'rules':[{'if':'place(<I>) = 1 and share() > 2'}],"
    "'panel':{'n':1,'answers':{'<I>':{'1':1,'2':1}},'voices':[{'who':'x','answer':'i-same><I>>i3'}]}}},"
    "{'id':'four','ask':{'kind':'rate','next':'five','items':[{'id':'<J>','text':'same'}],"
    "'scale':{'labels':['same','y','z']},'rules':[{'if':'level(<J>) > 1'}],"
    "'panel':{'n':1,'answers':{'<J>':{'0':1}},'voices':[{'who':'x','answer':'<J>=2'}]}}},"
    "{'id':'five','ask':{'kind':'classify','next':'six',"
    "'bins':[{'id':'<B>','text':'same','effects':{'<G>':1}},{'id':'b2','text':'x'}],"
    "'items':[{'id':'<K>','text':'same','bin':'<B>'},{'id':'k2','text':'x'}],'near':[['<B>','b2']],"
    "'rules':[{'if':'in(<K>, <B>)'}],"
    "'panel':{'n':1,'answers':{'<K>':{'<B>':1}},'voices':[{'who':'x','answer':'<K>=<B>,k2=b2'}]}}},"
    "{'id':'six','ask':{'kind':'write','next':[{'if':'found(<D>)','to':'end'},"
    "{'if':'found(six, <D>) or chose(<S>,own-words)','to':'<S>'},{'to':'end'}],'detectors':[{'id':'<D>'}]}},"
    "{'id':'end','ending':{'title':'same','text':'same','portraits':[{'of':'<C>','arrival':'same',"
    "'departure':[{'if':'<G> > 1','text':'same'},{'text':'same'}]}]}}],"
    "'debrief':{'points':[{'text':'same','scenes':['<S>']}],'mirror':['<D>']},'x-notes':{'same':'same'}}";

static const struct {
    char letter;
    const char *at;
    const char *had;
} IDS[] = {{'S', "/scenes/0/id", "same"},
           {'O', "/scenes/0/ask/options/0/id", "same"},
           {'P', "/scenes/1/ask/options/0/id", "same"},
           {'I', "/scenes/2/ask/items/0/id", "same"},
           {'J', "/scenes/3/ask/items/0/id", "same"},
           {'K', "/scenes/4/ask/items/0/id", "same"},
           {'B', "/scenes/4/ask/bins/0/id", "same"},
           {'C', "/characters/0/id", "same"},
           {'R', "/sources/0/id", "same"},
           {'G', "/gauges/0/id", "same"},
           {'F', "/facts/0/id", "fact"},
           {'M', "/competencies/1/id", "mark"},
           {'D', "/detectors/0/id", "trace"}};

// The case with each id as it is to be: that of `letter` is `id`.
static Str make_case(Desk *desk, char letter, const char *id) {
    StrBuilder bytes = {.arena = &desk->arena};
    for (const char *c = CASE; *c != '\0'; c++) {
        if (*c != '<' || c[2] != '>' || c[1] < 'A' || c[1] > 'Z') {
            str_add_char(&bytes, (char)(*c == '\'' ? '"' : *c));
            continue;
        }
        for (int32_t i = 0; i < COUNT(IDS); i++) {
            if (IDS[i].letter == c[1]) {
                str_add(&bytes, str_from_c(c[1] == letter ? id : IDS[i].had));
            }
        }
        c += 2;
    }
    return str_built(&bytes);
}

static void what_names_something_follows_it_and_nothing_else_does(void **state) {
    Writing *writing = *state;
    for (int32_t i = 0; i < COUNT(IDS); i++) {
        begin_with(writing, make_case(writing->desk, IDS[i].letter, "renamed"));
        Str expected = bytes_of(writing);
        begin_with(writing, make_case(writing->desk, '-', ""));
        Str before = bytes_of(writing);
        assert_int_equal(writing->document.reading.findings.error_count, 0);
        assert_int_equal(give_id(writing, IDS[i].at, "renamed"), OPERATION_DONE);
        assert_str(bytes_of(writing), expected);
        assert_int_equal(writing->document.reading.findings.error_count, 0);
        assert_int_equal(writing->document.revisions.undo_count, 1);
        assert_int_equal(give_id(writing, IDS[i].at, IDS[i].had), OPERATION_DONE);
        assert_str(bytes_of(writing), before);
        undo(writing);
        undo(writing);
        assert_str(bytes_of(writing), before);
    }
}

// Every id of a case that uses each key of the format, and of one that is shipped: there every tenth, or all in a
// longer run.
static void every_id_can_be_changed_and_changed_back(void **state) {
    enum { TENTH = 10 };
    Writing *writing = *state;
    const Str bytes[] = {writing->desk->complete, load_case(writing->desk, S01)};
    int32_t count = 0;
    int32_t met = 0;
    bool all = system_environment(&writing->desk->lasting, S("PALABRE_PROPERTY_FACTOR")).len > 0;
    for (int32_t i = 0; i < COUNT(bytes); i++) {
        begin_with(writing, bytes[i]);
        Str before = bytes_of(writing);
        for (ptrdiff_t at = 0; at < before.len; at++) {
            if (!str_begins(str_slice(before, at, before.len), S("\"id\": \"")) || (i > 0 && !all && ++met % TENTH)) {
                continue;
            }
            char *pointer = str_to_c(&writing->desk->arena, pointer_at(&writing->desk->arena, before, (int32_t)at));
            Str value = value_at(writing, pointer);
            char *had = str_to_c(&writing->desk->arena, str_slice(value, 1, value.len - 1));
            Pointed place;
            assert_true(pointer_find(writing->document.reading.scenario, str_from_c(pointer), &place));
            if (place.field->kind == FIELD_REF) {
                assert_int_equal(give_id(writing, pointer, "fresh"), OPERATION_NO_PLACE); // a name of something else
                continue;
            }
            assert_int_equal(give_id(writing, pointer, "fresh"), OPERATION_DONE);
            assert_int_equal(writing->document.reading.findings.error_count, 0);
            assert_int_equal(give_id(writing, pointer, had), OPERATION_DONE);
            assert_str(bytes_of(writing), before);
            count++;
        }
    }
    assert_true(count > 40);
}

static void an_id_that_cannot_be_is_refused(void **state) {
    Writing *writing = *state;
    begin_with(writing, make_case(writing->desk, '-', ""));
    static const struct {
        const char *at, *id;
        OperationResult result;
    } TRIES[] = {{"/scenes/0/id", "same", OPERATION_NOTHING},
                 {"/scenes/0/id", "two", OPERATION_TAKEN},
                 {"/scenes/0/id", "A b", OPERATION_BAD_ID},
                 {"/scenes/0/id", "", OPERATION_BAD_ID},
                 {"/gauges/0/id", "fact", OPERATION_TAKEN},
                 {"/gauges/0/id", "eco", OPERATION_TAKEN},
                 {"/gauges/0/id", "and", OPERATION_BAD_ID},
                 {"/gauges/0/id", "a-b", OPERATION_BAD_ID},
                 {"/facts/1/id", "trace", OPERATION_TAKEN},
                 {"/scenes/0/ask/options/0/id", "other", OPERATION_TAKEN},
                 {"/scenes/0/ask/options/0/id", "own-words", OPERATION_SHARED},
                 {"/scenes/2/ask/items/0/id", "i3", OPERATION_TAKEN},
                 {"/scenes/4/ask/bins/0/id", "b2", OPERATION_TAKEN},
                 {"/scenes/5/ask/detectors/0/id", "trace2", OPERATION_NO_PLACE},
                 {"/competencies/0", "eco2", OPERATION_NO_PLACE},
                 {"/scenes/0", "x", OPERATION_NO_PLACE},
                 {"/scenes/0/title", "x", OPERATION_NO_PLACE},
                 {"/scenes/99/id", "x", OPERATION_NO_PLACE}};
    for (int32_t i = 0; i < COUNT(TRIES); i++) {
        OperationResult result = give_id(writing, TRIES[i].at, TRIES[i].id);
        if (result != TRIES[i].result) {
            fail_msg("%s, %s: %d", TRIES[i].at, TRIES[i].id, (int)result);
        }
    }
    assert_int_equal(writing->document.revisions.undo_count, 0);
    assert_int_equal(give_id(writing, "/id", "another-case"), OPERATION_DONE);
    ASSERT_AT(writing, "/id", "\"another-case\"");
    ASSERT_AT(writing, "/scenes/0/id", "\"same\"");
}

// Two scenes have one id: the first is meant by what names them.
static void a_case_with_errors_is_renamed_as_far_as_it_can_be_read(void **state) {
    Writing *writing = *state;
    begin_with(writing, S("{\"format\": 1, \"start\": \"a\", \"scenes\": [{\"id\": \"a\", \"next\": \"a\"}, {\"id\": "
                          "\"a\", \"next\": \"b\", \"lines\": [{\"text\": 3, \"if\": \"seen(a) and (\"}]}]}"));
    assert_int_equal(give_id(writing, "/scenes/1/id", "b"), OPERATION_DONE);
    ASSERT_AT(writing, "/start", "\"a\"");
    ASSERT_AT(writing, "/scenes/1/next", "\"b\"");
    assert_int_equal(give_id(writing, "/scenes/0/id", "c"), OPERATION_DONE);
    ASSERT_AT(writing, "/start", "\"c\"");
    ASSERT_AT(writing, "/scenes/0/next", "\"c\"");
    ASSERT_AT(writing, "/scenes/1/lines/0/if", "\"seen(c) and (\"");
    ASSERT_AT(writing, "/scenes/1/lines/0/text", "3");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(what_names_something_follows_it_and_nothing_else_does),
        TEST(every_id_can_be_changed_and_changed_back),
        TEST(an_id_that_cannot_be_is_refused),
        TEST(a_case_with_errors_is_renamed_as_far_as_it_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
