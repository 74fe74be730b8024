// The door for JSON, as to what it takes and what it refuses: the whole grammar, byte by byte, as two tables.
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct {
    const char *name;
    Str bytes;
} ACCEPTED[] = {
    // Lists
    {"an empty list", S_INIT("[]")},
    {"a list with spaces inside", S_INIT("[[]   ]")},
    {"a list of an empty text", S_INIT("[\"\"]")},
    {"a list of a false", S_INIT("[false]")},
    {"a list of one of each kind", S_INIT("[null, 1, \"1\", {}, [], true]")},
    {"a list of a null", S_INIT("[null]")},
    {"a list with a line end and a space", S_INIT("[1\n]")},
    {"a list with a space in front", S_INIT(" [1]")},
    {"a list of nulls", S_INIT("[1,null,null,null,2]")},
    {"a list with a space behind", S_INIT("[2] ")},
    {"a list over many lines", S_INIT("[\r\n\t1,\r\n\t2\r\n]\r\n")},
    {"lists in lists", S_INIT("[[[[]]],[[]],[]]")},
    {"a list of empty objects", S_INIT("[{},{},{}]")},
    // Numbers
    {"a zero", S_INIT("[0]")},
    {"a negative zero", S_INIT("[-0]")},
    {"a one", S_INIT("[1]")},
    {"a negative one", S_INIT("[-1]")},
    {"a number of two digits", S_INIT("[20]")},
    {"a number of three digits", S_INIT("[123]")},
    {"a negative number", S_INIT("[-123]")},
    {"a number behind a space", S_INIT("[ 4]")},
    {"the largest integer", S_INIT("[9007199254740992]")},
    {"the smallest integer", S_INIT("[-9007199254740992]")},
    {"an integer of sixteen digits", S_INIT("[1234567890123456]")},
    {"an integer beyond 32 bits", S_INIT("[4294967296]")},
    {"zeros inside a number", S_INIT("[1000000]")},
    {"zeros in a row", S_INIT("[0,0,0,-0]")},
    // Objects
    {"an object", S_INIT("{\"asd\":\"sdf\"}")},
    {"an object of two members", S_INIT("{\"asd\":\"sdf\", \"dfg\":\"fgh\"}")},
    {"an empty object", S_INIT("{}")},
    {"an empty key", S_INIT("{\"\":0}")},
    {"an escaped NUL that is none", S_INIT("{\"foo\\\\u0000bar\": 42}")},
    {"long texts", S_INIT("{\"x\":[{\"id\": \"xxxxxxxxxxxxxxxx\"}], \"id\": \"xxxxxxxxxxxxxxxx\"}")},
    {"an object of a list", S_INIT("{\"a\":[]}")},
    {"escaped keys", S_INIT("{\"title\":\"\\u041f\\u043e\\u043b\", \"\\u0061\":1}")},
    {"line ends in an object", S_INIT("{\n\"a\": \"b\"\n}")},
    {"one key in two objects", S_INIT("[{\"a\":1},{\"a\":2}]")},
    {"one key at two depths", S_INIT("{\"a\":{\"a\":{\"a\":1}}}")},
    {"keys that begin alike", S_INIT("{\"a\":1,\"ab\":2,\"abc\":3,\"b\":4,\"\":5}")},
    {"keys that differ in case", S_INIT("{\"a\":1,\"A\":2}")},
    {"keys that differ in an accent", S_INIT("{\"e\":1,\"\xC3\xA9\":2,\"e\xCC\x81\":3}")},
    {"keys that differ in one bit", S_INIT("{\"a\":1,\"c\":2,\"e\":3,\"i\":4,\"q\":5}")},
    {"a key that is a prefix, the longer first", S_INIT("{\"abc\":1,\"ab\":2,\"a\":3,\"\":4}")},
    {"a key of escapes", S_INIT("{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\":1}")},
    {"a key with a slash and a tilde", S_INIT("{\"a/b\":{\"c~d\":1}}")},
    {"spaces on both sides of every mark", S_INIT(" { \"a\" : [ 1 , 2 ] , \"b\" : { } } ")},
    {"tabs for spaces", S_INIT("{\t\"a\"\t:\t1\t}")},
    {"carriage returns for line ends", S_INIT("{\r\"a\":1\r}\r")},
    {"the key of a prototype", S_INIT("{\"__proto__\":1}")},
    // Texts
    {"one, two and three bytes of UTF-8, escaped", S_INIT("[\"\\u0060\\u012a\\u12AB\"]")},
    {"a pair of surrogates", S_INIT("[\"\\uD801\\udc37\"]")},
    {"two pairs of surrogates", S_INIT("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]")},
    {"every short escape", S_INIT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]")},
    {"a backslash and a u that is no escape", S_INIT("[\"\\\\u0000\"]")},
    {"an escaped quote", S_INIT("[\"\\\"\"]")},
    {"a comment inside a text", S_INIT("[\"a/*b*/c/*d//e\"]")},
    {"a backslash and a letter", S_INIT("[\"\\\\a\"]")},
    {"a backslash and an n", S_INIT("[\"\\\\n\"]")},
    {"an escaped control character", S_INIT("[\"\\u0012\"]")},
    {"an escaped character that has no code point yet", S_INIT("[\"\\uFFFF\"]")},
    {"a text in a list with spaces", S_INIT("[ \"asd\"]")},
    {"the last code point, escaped", S_INIT("[\"\\uDBFF\\uDFFF\"]")},
    {"a no-break space, escaped", S_INIT("[\"new\\u00A0line\"]")},
    {"a non-character of plane ten", S_INIT("[\"\xF4\x8F\xBF\xBF\"]")},
    {"the non-character U+FFFF", S_INIT("[\"\xEF\xBF\xBF\"]")},
    {"a bare pi", S_INIT("[\"\xCF\x80\"]")},
    {"a character without a meaning yet", S_INIT("[\"\xF0\x9B\xBF\xBF\"]")},
    {"a word with a space", S_INIT("[\"asd \"]")},
    {"a text alone", S_INIT("\" \"")},
    {"U+2028 and U+2029 as they are", S_INIT("[\"\xE2\x80\xA8\xE2\x80\xA9\"]")},
    {"two bytes of UTF-8, escaped", S_INIT("[\"\\u0123\"]")},
    {"the euro, bare and escaped", S_INIT("[\"\xE2\x82\xAC\\u20ac\"]")},
    {"a delete character", S_INIT("[\"\x7F\"]")},
    {"hexadecimal digits in both cases", S_INIT("[\"\\uABCD\\uabcd\\uAbCd\"]")},
    {"a byte order mark inside a text", S_INIT("[\"\xEF\xBB\xBF\"]")},
    {"an escaped byte order mark", S_INIT("[\"\\uFEFF\"]")},
    {"French as it is written", S_INIT("[\"\xC2\xAB\xE2\x80\xAF"
                                       "o\xC3\xB9 \xC3\xAAtes-vous\xE2\x80\xAF?\xE2\x80\xAF\xC2\xBB\"]")},
    {"an emoji of several code points", S_INIT("[\"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\xA4\"]")},
    {"the code points around the surrogates", S_INIT("[\"\\uD7FF\\uE000\xED\x9F\xBF\xEE\x80\x80\"]")},
    {"a quote right after eight plain bytes", S_INIT("[\"12345678\"]")},
    {"a backslash right after eight plain bytes", S_INIT("[\"12345678\\n\"]")},
    {"bytes with the high bit before a quote", S_INIT("[\"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\"]")},
    {"an exclamation mark and a number sign beside quotes", S_INIT("[\"!\\\"#!\\\"#!\\\"#\"]")},
    {"a form for printf", S_INIT("[\"%s%n%d\"]")},
    {"marks of JSON inside a text", S_INIT("[\"{[]}:,\\\"\"]")},
    {"an empty text at the end", S_INIT("[\"a\",\"\"]")},
    {"a right-to-left override and its end", S_INIT("[\"\xE2\x80\xAE\xE2\x80\xAC\"]")},
    // The whole
    {"a false alone", S_INIT("false")},
    {"a number alone", S_INIT("42")},
    {"a negative number alone", S_INIT("-1")},
    {"a null alone", S_INIT("null")},
    {"a word alone", S_INIT("\"asd\"")},
    {"a true alone", S_INIT("true")},
    {"an empty text alone", S_INIT("\"\"")},
    {"a line end behind", S_INIT("[\"a\"]\n")},
    {"a true in a list", S_INIT("[true]")},
    {"spaces around", S_INIT(" [] ")},
    {"every kind of space in front", S_INIT(" \t\r\n1")},
    {"every kind of space behind", S_INIT("1 \t\r\n")},
    {"a zero alone", S_INIT("0")},
    {"a number at the very end", S_INIT("9007199254740992")},
};

static const struct {
    const char *name;
    Str bytes;
    JsonFault fault; // the first one
    int32_t offset;
} REFUSED[] = {
    // Lists
    {"a true without its comma before", S_INIT("[1 true]"), JSON_BAD, 3},
    {"a byte that is no UTF-8 in a list", S_INIT("[a\xE5]"), JSON_NOT_UTF8, 2},
    {"a colon for a comma", S_INIT("[\"\":1]"), JSON_BAD, 3},
    {"a comma after the end", S_INIT("[\"\"],"), JSON_TRAILING_TEXT, 4},
    {"a comma before the first element", S_INIT("[,1]"), JSON_BAD, 1},
    {"two commas between elements", S_INIT("[1,,2]"), JSON_BAD, 3},
    {"two commas at the end", S_INIT("[\"x\",,]"), JSON_BAD, 5},
    {"an end too many", S_INIT("[\"x\"]]"), JSON_TRAILING_TEXT, 5},
    {"a comma too many at the end", S_INIT("[1,]"), JSON_BAD, 3},
    {"a list that is cut after a text", S_INIT("[\"x\""), JSON_BAD, 4},
    {"a bare letter as an element", S_INIT("[x"), JSON_BAD, 1},
    {"a list within without its comma", S_INIT("[3[4]]"), JSON_BAD, 2},
    {"semicolons for commas", S_INIT("[1;2]"), JSON_BAD, 2},
    {"a comma alone", S_INIT("[,]"), JSON_BAD, 1},
    {"a minus alone", S_INIT("[-]"), JSON_BAD_NUMBER, 1},
    {"an element missing in the middle", S_INIT("[   , \"\"]"), JSON_BAD, 4},
    {"a list over three lines that is cut", S_INIT("[\"a\",\n4\n,1"), JSON_BAD, 10},
    {"a number and a comma at the end", S_INIT("[1,]"), JSON_BAD, 3},
    {"a number and many commas at the end", S_INIT("[1,,]"), JSON_BAD, 3},
    {"a vertical tab in a text, a form feed outside", S_INIT("[\"\va\"\\f]"), JSON_BAD, 2},
    {"a star as an element", S_INIT("[*]"), JSON_BAD, 1},
    {"a list that is never closed", S_INIT("[\"\""), JSON_BAD, 3},
    {"a list that is cut after a comma", S_INIT("[1,"), JSON_BAD, 3},
    {"a list cut after a line end", S_INIT("[1,\n1\n,1"), JSON_BAD, 8},
    {"a list cut in an object", S_INIT("[{}"), JSON_BAD, 3},
    {"an opening alone", S_INIT("["), JSON_BAD, 1},
    {"a closing alone", S_INIT("]"), JSON_BAD, 0},
    {"a list closed as an object", S_INIT("[1}"), JSON_BAD, 2},
    {"a list closed by a parenthesis", S_INIT("[1)"), JSON_BAD, 2},
    {"a list opened by a parenthesis", S_INIT("(1]"), JSON_BAD, 0},
    {"a list of a colon", S_INIT("[:]"), JSON_BAD, 1},
    {"three elements and no comma", S_INIT("[1 2 3]"), JSON_BAD, 3},
    // Literals
    {"a null that is cut", S_INIT("[nul]"), JSON_BAD, 1},
    {"a true that is cut", S_INIT("[tru]"), JSON_BAD, 1},
    {"a false that is cut", S_INIT("[fals]"), JSON_BAD, 1},
    {"a true in capitals", S_INIT("[TRUE]"), JSON_BAD, 1},
    {"a True with a capital", S_INIT("[True]"), JSON_BAD, 1},
    {"a null with a letter too many", S_INIT("[nulll]"), JSON_BAD, 5},
    {"a true run into a number", S_INIT("[true1]"), JSON_BAD, 5},
    {"a true cut by the end", S_INIT("[tru"), JSON_BAD, 1},
    {"a false cut by the end", S_INIT("[fals"), JSON_BAD, 1},
    {"a null cut by the end", S_INIT("nul"), JSON_BAD, 0},
    {"the word undefined", S_INIT("[undefined]"), JSON_BAD, 1},
    {"the word None", S_INIT("[None]"), JSON_BAD, 1},
    {"the word NaN", S_INIT("[NaN]"), JSON_BAD, 1},
    {"the word Infinity", S_INIT("[Infinity]"), JSON_BAD, 1},
    {"the word Inf", S_INIT("[Inf]"), JSON_BAD, 1},
    {"a bare French word", S_INIT("[vrai]"), JSON_BAD, 1},
    {"a bare word with an accent", S_INIT("[\xC3\xA9t\xC3\xA9]"), JSON_BAD, 1},
    // Numbers
    {"two pluses", S_INIT("[++1234]"), JSON_BAD_NUMBER, 1},
    {"a plus before a number", S_INIT("[+1]"), JSON_BAD_NUMBER, 1},
    {"a plus before Inf", S_INIT("[+Inf]"), JSON_BAD_NUMBER, 1},
    {"a leading zero after a minus", S_INIT("[-01]"), JSON_BAD_NUMBER, 1},
    {"two points", S_INIT("[-1.0.]"), JSON_BAD_NUMBER, 1},
    {"a point at the end", S_INIT("[-2.]"), JSON_BAD_NUMBER, 1},
    {"a minus before NaN", S_INIT("[-NaN]"), JSON_BAD_NUMBER, 1},
    {"a point before a minus", S_INIT("[.-1]"), JSON_BAD_NUMBER, 1},
    {"a point first", S_INIT("[.2e-3]"), JSON_BAD_NUMBER, 1},
    {"points like a date", S_INIT("[0.1.2]"), JSON_BAD_NUMBER, 1},
    {"an exponent with a plus and no digit", S_INIT("[0.3e+]"), JSON_BAD_NUMBER, 1},
    {"an exponent without a digit", S_INIT("[0.3e]"), JSON_BAD_NUMBER, 1},
    {"a point before an exponent", S_INIT("[0.e1]"), JSON_BAD_NUMBER, 1},
    {"a capital exponent with a plus and no digit", S_INIT("[0E+]"), JSON_BAD_NUMBER, 1},
    {"a capital exponent without a digit", S_INIT("[0E]"), JSON_BAD_NUMBER, 1},
    {"a zero with an exponent without a digit", S_INIT("[0e]"), JSON_BAD_NUMBER, 1},
    {"a one with an exponent and a minus and no digit", S_INIT("[1.0e-]"), JSON_BAD_NUMBER, 1},
    {"a space inside a number", S_INIT("[1 000]"), JSON_BAD, 3},
    {"a narrow no-break space inside a number",
     S_INIT("[1\xE2\x80\xAF"
            "000]"),
     JSON_BAD, 2},
    {"a comma inside a number", S_INIT("{\"a\":1,5}"), JSON_BAD, 7},
    {"two exponents", S_INIT("[1eE2]"), JSON_BAD_NUMBER, 1},
    {"a point before an exponent with a plus", S_INIT("[2.e+3]"), JSON_BAD_NUMBER, 1},
    {"a point before an exponent with a minus", S_INIT("[2.e-3]"), JSON_BAD_NUMBER, 1},
    {"a nine, a point and an exponent", S_INIT("[9.e+]"), JSON_BAD_NUMBER, 1},
    {"a full-width digit", S_INIT("[\xEF\xBC\x91]"), JSON_BAD, 1},
    {"a sum", S_INIT("[1+2]"), JSON_BAD_NUMBER, 1},
    {"a difference", S_INIT("[1-2]"), JSON_BAD_NUMBER, 1},
    {"a hexadecimal number of one digit", S_INIT("[0x1]"), JSON_BAD, 2},
    {"a hexadecimal number of two digits", S_INIT("[0x42]"), JSON_BAD, 2},
    {"a plus and a minus", S_INIT("[0e+-1]"), JSON_BAD_NUMBER, 1},
    {"a fraction with letters behind", S_INIT("[-123.123foo]"), JSON_BAD_NUMBER, 1},
    {"a byte that is no UTF-8 in a number", S_INIT("[123\xE5]"), JSON_NOT_UTF8, 4},
    {"a byte that is no UTF-8 in an exponent", S_INIT("[1e1\xE5]"), JSON_NOT_UTF8, 4},
    {"a byte that is no UTF-8 after a zero", S_INIT("[0\xE5]"), JSON_NOT_UTF8, 2},
    {"a minus before Infinity", S_INIT("[-Infinity]"), JSON_BAD_NUMBER, 1},
    {"a minus before letters", S_INIT("[-foo]"), JSON_BAD_NUMBER, 1},
    {"a minus, a space, a number", S_INIT("[- 1]"), JSON_BAD_NUMBER, 1},
    {"a leading zero before digits", S_INIT("[-012]"), JSON_BAD_NUMBER, 1},
    {"a minus and a point", S_INIT("[-.123]"), JSON_BAD_NUMBER, 1},
    {"a number with a letter behind", S_INIT("[-1x]"), JSON_BAD, 3},
    {"an exponent with a letter behind", S_INIT("[1ea]"), JSON_BAD_NUMBER, 1},
    {"a point and no digit", S_INIT("[1.]"), JSON_BAD_NUMBER, 1},
    {"a point and a digit alone", S_INIT("[.123]"), JSON_BAD_NUMBER, 1},
    {"a number with letters in it", S_INIT("[1a2]"), JSON_BAD, 2},
    {"a number with letters and a minus", S_INIT("[1.8011670033376514H-308]"), JSON_BAD_NUMBER, 1},
    {"a zero before a digit", S_INIT("[012]"), JSON_BAD_NUMBER, 1},
    {"two zeros", S_INIT("[00]"), JSON_BAD_NUMBER, 1},
    {"two minuses", S_INIT("[--1]"), JSON_BAD_NUMBER, 1},
    {"a number with a currency sign", S_INIT("[5\xE2\x82\xAC]"), JSON_BAD, 2},
    {"a fraction", S_INIT("[0.5]"), JSON_BAD_NUMBER, 1},
    {"a fraction that is an integer", S_INIT("[1.0]"), JSON_BAD_NUMBER, 1},
    {"an exponent that gives an integer", S_INIT("[1e3]"), JSON_BAD_NUMBER, 1},
    {"a capital exponent", S_INIT("[1E22]"), JSON_BAD_NUMBER, 1},
    {"an exponent with a plus", S_INIT("[0e+1]"), JSON_BAD_NUMBER, 1},
    {"a negative exponent", S_INIT("[1e-2]"), JSON_BAD_NUMBER, 1},
    {"a number that a double takes for infinite", S_INIT("[1e999]"), JSON_BAD_NUMBER, 1},
    {"one beyond the largest integer", S_INIT("[9007199254740993]"), JSON_BAD_NUMBER, 1},
    {"one beyond the smallest integer", S_INIT("[-9007199254740993]"), JSON_BAD_NUMBER, 1},
    {"an integer of seventeen digits", S_INIT("[10000000000000000]"), JSON_BAD_NUMBER, 1},
    {"an integer of sixty digits", S_INIT("[123456789012345678901234567890123456789012345678901234567890]"),
     JSON_BAD_NUMBER, 1},
    {"a fraction alone", S_INIT("3.14"), JSON_BAD_NUMBER, 0},
    // Objects
    {"a list for a member", S_INIT("{[: \"x\"}"), JSON_BAD, 1},
    {"an unquoted value", S_INIT("{\"x\": truth}"), JSON_BAD, 6},
    {"a comma for a colon", S_INIT("{\"x\", null}"), JSON_BAD, 4},
    {"two colons", S_INIT("{\"x\"::\"b\"}"), JSON_BAD, 5},
    {"an emoji for a key", S_INIT("{\xF0\x9F\x87\xA8\xF0\x9F\x87\xAD}"), JSON_BAD, 1},
    {"a word behind a value", S_INIT("{\"a\":\"a\" 123}"), JSON_BAD, 9},
    {"apostrophes around a key", S_INIT("{key: 'value'}"), JSON_BAD, 1},
    {"a continuation byte in a key", S_INIT("{\"\xB9\":\"0\",}"), JSON_NOT_UTF8, 2},
    {"a missing colon", S_INIT("{\"a\" b}"), JSON_BAD, 5},
    {"a missing key", S_INIT("{:\"b\"}"), JSON_BAD, 1},
    {"a missing value", S_INIT("{\"a\":"), JSON_BAD, 5},
    {"a missing value before the end", S_INIT("{\"a\":}"), JSON_BAD, 5},
    {"neither colon nor value", S_INIT("{\"a\""), JSON_BAD, 4},
    {"a number for a key", S_INIT("{1:1}"), JSON_BAD, 1},
    {"a huge number for a key", S_INIT("{9999E9999:1}"), JSON_BAD, 1},
    {"null for a key", S_INIT("{null:null,null:null}"), JSON_BAD, 1},
    {"five commas at the end", S_INIT("{\"id\":0,,,,,}"), JSON_BAD, 8},
    {"a key in apostrophes", S_INIT("{'a':0}"), JSON_BAD, 1},
    {"a comma at the end of an object", S_INIT("{\"id\":0,}"), JSON_BAD, 8},
    {"a comment behind an object", S_INIT("{\"a\":\"b\"}/**/"), JSON_TRAILING_TEXT, 9},
    {"an open comment behind an object", S_INIT("{\"a\":\"b\"}/**//"), JSON_TRAILING_TEXT, 9},
    {"a line comment behind an object", S_INIT("{\"a\":\"b\"}//"), JSON_TRAILING_TEXT, 9},
    {"a slash behind an object", S_INIT("{\"a\":\"b\"}/"), JSON_TRAILING_TEXT, 9},
    {"two commas between members", S_INIT("{\"a\":\"b\",,\"c\":\"d\"}"), JSON_BAD, 9},
    {"a key without quotes", S_INIT("{a: \"b\"}"), JSON_BAD, 1},
    {"an object cut in a text", S_INIT("{\"a\":\"a"), JSON_BAD, 7},
    {"an object of one text", S_INIT("{ \"foo\" : \"bar\", \"a\" }"), JSON_BAD, 21},
    {"a hash sign behind an object", S_INIT("{\"a\":\"b\"}#"), JSON_TRAILING_TEXT, 9},
    {"a comma before the first member", S_INIT("{,\"a\":1}"), JSON_BAD, 1},
    {"two members and no comma", S_INIT("{\"a\":1 \"b\":2}"), JSON_BAD, 7},
    {"an equals sign for a colon", S_INIT("{\"a\"=1}"), JSON_BAD, 4},
    {"an object closed as a list", S_INIT("{\"a\":1]"), JSON_BAD, 6},
    {"an object in place of a key", S_INIT("{{}:1}"), JSON_BAD, 1},
    {"two values of one key", S_INIT("{\"a\":1 2}"), JSON_BAD, 7},
    {"a comment in an object", S_INIT("{\"a\":/*comment*/\"b\"}"), JSON_BAD, 5},
    {"a key twice", S_INIT("{\"a\":1,\"a\":2}"), JSON_DUPLICATE_KEY, 7},
    {"a key twice with the same value", S_INIT("{\"a\":1,\"a\":1}"), JSON_DUPLICATE_KEY, 7},
    {"an empty key twice", S_INIT("{\"\":1,\"b\":2,\"\":3}"), JSON_DUPLICATE_KEY, 12},
    {"a key twice, once escaped", S_INIT("{\"a\":1,\"\\u0061\":2}"), JSON_DUPLICATE_KEY, 7},
    {"a key twice, a pair of surrogates once", S_INIT("{\"\xF0\x9F\x98\x80\":1,\"\\uD83D\\uDE00\":2}"),
     JSON_DUPLICATE_KEY, 10},
    {"a key twice around an object that has it too", S_INIT("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1}],\"a\":2}"),
     JSON_DUPLICATE_KEY, 33},
    {"a key twice among keys that begin alike", S_INIT("{\"ab\":0,\"abc\":1,\"a\":2,\"abcd\":3,\"b\":4,\"abc\":5}"),
     JSON_DUPLICATE_KEY, 37},
    // Texts
    {"a space in place of a value", S_INIT(" "), JSON_BAD, 1},
    {"half a pair, then half an escape", S_INIT("[\"\\uD800\\\"]"), JSON_LONE_SURROGATE, 2},
    {"half a pair, then an escape of no digit", S_INIT("[\"\\uD800\\u\"]"), JSON_LONE_SURROGATE, 2},
    {"half a pair, then an escape of one digit", S_INIT("[\"\\uD800\\u1\"]"), JSON_LONE_SURROGATE, 2},
    {"half a pair, then an escape of three digits and a letter", S_INIT("[\"\\uD800\\u1x\"]"), JSON_LONE_SURROGATE, 2},
    {"an accent without quotes", S_INIT("[\xC3\xA9]"), JSON_BAD, 1},
    {"a backslash before a NUL", S_INIT("[\"\\\0\"]"), JSON_BAD, 2},
    {"an escape of two hexadecimal digits", S_INIT("[\"\\x00\"]"), JSON_BAD, 2},
    {"three backslashes before the closing quote", S_INIT("[\"\\\\\\\"]"), JSON_BAD, 7},
    {"a backslash before a tab", S_INIT("[\"\\\t\"]"), JSON_BAD, 2},
    {"a backslash before an emoji", S_INIT("[\"\\\xF0\x9F\x8C\x80\"]"), JSON_BAD, 2},
    {"a backslash before the closing quote", S_INIT("[\"\\\"]"), JSON_BAD, 5},
    {"a unicode escape of three digits", S_INIT("[\"\\u00A\"]"), JSON_BAD, 2},
    {"half a pair, then an escape cut short", S_INIT("[\"\\uD834\\uDd\"]"), JSON_LONE_SURROGATE, 2},
    {"half a pair, then a bare letter", S_INIT("[\"\\uD800\\uD800\\x\"]"), JSON_LONE_SURROGATE, 2},
    {"a byte that is no UTF-8 in an escape", S_INIT("[\"\\u\xE5\"]"), JSON_NOT_UTF8, 4},
    {"an escape of a letter that has none", S_INIT("[\"\\a\"]"), JSON_BAD, 2},
    {"a unicode escape with a wrong digit", S_INIT("[\"\\uqqqq\"]"), JSON_BAD, 2},
    {"a byte that is no UTF-8 after a backslash", S_INIT("[\"\\\xE5\"]"), JSON_NOT_UTF8, 3},
    {"a thin space before a text", S_INIT("[\xE2\x80\x89\"asd\"]"), JSON_BAD, 1},
    {"an escape without quotes", S_INIT("[\\n]"), JSON_BAD, 1},
    {"a quote alone", S_INIT("\""), JSON_BAD, 1},
    {"a text in apostrophes", S_INIT("['single quote']"), JSON_BAD, 1},
    {"a word alone", S_INIT("abc"), JSON_BAD, 0},
    {"a text that ends in a backslash", S_INIT("[\"\\"), JSON_BAD, 2},
    {"a line end in a text", S_INIT("[\"new\nline\"]"), JSON_BAD, 5},
    {"a carriage return in a text", S_INIT("[\"new\rline\"]"), JSON_BAD, 5},
    {"a tab in a text", S_INIT("[\"\t\"]"), JSON_BAD, 2},
    {"the control character 1F in a text", S_INIT("[\"a\x1F\"]"), JSON_BAD, 3},
    {"an escape with a capital U", S_INIT("\"\\UA66D\""), JSON_BAD, 1},
    {"a text with a word behind", S_INIT("\"\"x"), JSON_TRAILING_TEXT, 2},
    {"guillemets for quotes",
     S_INIT("[\xC2\xAB"
            "oui\xC2\xBB]"),
     JSON_BAD, 1},
    {"typographic quotes",
     S_INIT("[\xE2\x80\x9C"
            "oui\xE2\x80\x9D]"),
     JSON_BAD, 1},
    {"a raw NUL in a text", S_INIT("[\"a\0a\"]"), JSON_NUL_IN_TEXT, 3},
    {"a NUL in a long text", S_INIT("[\"la relation d'aide\0suppose\"]"), JSON_NUL_IN_TEXT, 20},
    {"an escaped NUL", S_INIT("[\"a\\u0000b\"]"), JSON_NUL_IN_TEXT, 3},
    {"an escaped NUL in a key", S_INIT("{\"a\\u0000b\":1}"), JSON_NUL_IN_TEXT, 3},
    {"a high surrogate alone", S_INIT("[\"\\uDADA\"]"), JSON_LONE_SURROGATE, 2},
    {"a low surrogate alone", S_INIT("[\"\\uDc00\"]"), JSON_LONE_SURROGATE, 2},
    {"a pair in the wrong order", S_INIT("[\"\\uDd1e\\uD834\"]"), JSON_LONE_SURROGATE, 2},
    {"two high surrogates", S_INIT("[\"\\uD888\\uD888\"]"), JSON_LONE_SURROGATE, 2},
    {"a high surrogate before a letter", S_INIT("[\"\\uD800a\"]"), JSON_LONE_SURROGATE, 2},
    {"a high surrogate before a line end", S_INIT("[\"\\uD800\\n\"]"), JSON_LONE_SURROGATE, 2},
    {"a high surrogate before an ordinary escape", S_INIT("[\"\\uDBFF\\u0041\"]"), JSON_LONE_SURROGATE, 2},
    {"a lone surrogate in a key", S_INIT("{\"\\uDFFF\":1}"), JSON_LONE_SURROGATE, 2},
    // The whole
    {"nothing at all", S_INIT(""), JSON_BAD, 0},
    {"line ends and nothing else", S_INIT("\n\n"), JSON_BAD, 2},
    {"an angle bracket and a point", S_INIT("<.>"), JSON_BAD, 0},
    {"an angle bracket and a null", S_INIT("[<null>]"), JSON_BAD, 1},
    {"a letter behind a list", S_INIT("[1]x"), JSON_TRAILING_TEXT, 3},
    {"a list with two ends", S_INIT("[1]]"), JSON_TRAILING_TEXT, 3},
    {"a text that is never closed in a list", S_INIT("[\"asd]"), JSON_BAD, 6},
    {"a bare word with an escape", S_INIT("a\\u00e5"), JSON_BAD, 0},
    {"an opening behind a list", S_INIT("[][]"), JSON_TRAILING_TEXT, 2},
    {"an object behind an object", S_INIT("{}{}"), JSON_TRAILING_TEXT, 2},
    {"a closing in front of a list", S_INIT("][]"), JSON_BAD, 0},
    {"a brace behind a value", S_INIT("1}"), JSON_TRAILING_TEXT, 1},
    {"a comma in place of the end", S_INIT("{\"x\": true,"), JSON_BAD, 11},
    {"half a byte order mark", S_INIT("\xEF\xBB{}"), JSON_NOT_UTF8, 0},
    {"a byte that is no UTF-8 alone", S_INIT("\xE5"), JSON_NOT_UTF8, 0},
    {"a NUL outside a text", S_INIT("[\0]"), JSON_BAD, 1},
    {"a NUL in place of a value", S_INIT("\0"), JSON_BAD, 0},
    {"a NUL between a key and its colon", S_INIT("{\"a\"\0:1}"), JSON_BAD, 4},
    {"a NUL behind the end", S_INIT("{}\0"), JSON_TRAILING_TEXT, 2},
    {"a letter behind a number", S_INIT("2@"), JSON_TRAILING_TEXT, 1},
    {"an object closed twice", S_INIT("{}}"), JSON_TRAILING_TEXT, 2},
    {"an object whose value is never given", S_INIT("{\"\":"), JSON_BAD, 4},
    {"a comment in front", S_INIT("/* a */{}"), JSON_BAD, 0},
    {"words behind an object", S_INIT("{\"a\": true} \"x\""), JSON_TRAILING_TEXT, 12},
    {"an apostrophe in a list", S_INIT("['"), JSON_BAD, 1},
    {"an opening and a comma", S_INIT("[,"), JSON_BAD, 1},
    {"an opening and a brace", S_INIT("[{"), JSON_BAD, 2},
    {"an opening and half a text", S_INIT("[\"a"), JSON_BAD, 3},
    {"an opening and a text", S_INIT("[\"a\""), JSON_BAD, 4},
    {"a brace alone", S_INIT("{"), JSON_BAD, 1},
    {"a brace and a bracket", S_INIT("{]"), JSON_BAD, 1},
    {"a brace and a comma", S_INIT("{,"), JSON_BAD, 1},
    {"a brace and an opening", S_INIT("{["), JSON_BAD, 1},
    {"a brace and half a key", S_INIT("{\"a"), JSON_BAD, 3},
    {"a brace and a key in apostrophes", S_INIT("{'a'"), JSON_BAD, 1},
    {"many openings of both kinds", S_INIT("[\"\\{[\"\\{[\"\\{[\"\\{"), JSON_BAD, 2},
    {"an accent alone", S_INIT("\xC3\xA9"), JSON_BAD, 0},
    {"a star alone", S_INIT("*"), JSON_BAD, 0},
    {"a hash sign behind a value", S_INIT("{\"a\":\"b\"}#{}"), JSON_TRAILING_TEXT, 9},
    {"an escaped line end in front of a text", S_INIT("[\\u000A\"\"]"), JSON_BAD, 1},
    {"a list cut after a number", S_INIT("[1"), JSON_BAD, 2},
    {"a list cut in a false", S_INIT("[ false, fals"), JSON_BAD, 9},
    {"a list cut in a true", S_INIT("[ false, tru"), JSON_BAD, 9},
    {"an object cut after a text", S_INIT("{\"asd\":\"asd\""), JSON_BAD, 12},
    {"a form feed for a space", S_INIT("[\f]"), JSON_BAD, 1},
    {"a vertical tab for a space", S_INIT("[\v1]"), JSON_BAD, 1},
    {"a no-break space for a space", S_INIT("[\xC2\xA0]"), JSON_BAD, 1},
    {"a word joiner for a space", S_INIT("[\xE2\x81\xA0]"), JSON_BAD, 1},
    {"a byte order mark and nothing else", S_INIT("\xEF\xBB\xBF"), JSON_BAD, 3},
    {"a byte order mark inside", S_INIT("[\xEF\xBB\xBF]"), JSON_BAD, 1},
    {"two byte order marks", S_INIT("\xEF\xBB\xBF\xEF\xBB\xBF{}"), JSON_BAD, 3},
    {"UTF-16, little end first, with its mark", S_INIT("\xFF\xFE[\0]\0"), JSON_NOT_UTF8, 0},
    {"UTF-16, big end first, with its mark", S_INIT("\xFE\xFF\0[\0]"), JSON_NOT_UTF8, 0},
    {"UTF-16, little end first", S_INIT("[\0\"\0a\0\"\0]\0"), JSON_NOT_UTF8, 0},
    {"UTF-16, big end first", S_INIT("\0[\0\"\0a\0\"\0]"), JSON_NOT_UTF8, 0},
    {"UTF-32, little end first", S_INIT("[\0\0\0]\0\0\0"), JSON_NOT_UTF8, 0},
    {"UTF-32, big end first", S_INIT("\0\0\0[\0\0\0]"), JSON_NOT_UTF8, 0},
    {"a file of NULs", S_INIT("\0\0\0\0\0\0\0\0"), JSON_NOT_UTF8, 0},
    {"an overlong slash", S_INIT("[\"\xC0\xAF\"]"), JSON_NOT_UTF8, 2},
    {"an overlong NUL", S_INIT("[\"\xC0\x80\"]"), JSON_NOT_UTF8, 2},
    {"an overlong form of three bytes", S_INIT("[\"\xE0\x80\xAF\"]"), JSON_NOT_UTF8, 2},
    {"an overlong form of six bytes", S_INIT("[\"\xFC\x83\xBF\xBF\xBF\xBF\"]"), JSON_NOT_UTF8, 2},
    {"a surrogate written as UTF-8", S_INIT("[\"\xED\xA0\x80\"]"), JSON_NOT_UTF8, 2},
    {"a code point beyond the last", S_INIT("[\"\xF4\xBF\xBF\xBF\"]"), JSON_NOT_UTF8, 2},
    {"a sequence cut by the closing quote", S_INIT("[\"\xE0\xFF\"]"), JSON_NOT_UTF8, 2},
    {"a sequence cut by the end", S_INIT("[\"\xE2\x80"), JSON_NOT_UTF8, 2},
    {"Latin-1", S_INIT("[\"\xE9t\xE9\"]"), JSON_NOT_UTF8, 2},
    {"a continuation byte alone", S_INIT("[\"\x81\"]"), JSON_NOT_UTF8, 2},
    {"the byte FF", S_INIT("[\"\xFF\"]"), JSON_NOT_UTF8, 2},
    {"the head of a picture", S_INIT("\x89PNG\r\n\x1A\n"), JSON_NOT_UTF8, 0},
    {"the head of a zip archive", S_INIT("PK\x03\x04"), JSON_BAD, 0},
};

typedef struct {
    int32_t count;
    JsonFault fault; // the first one
    int32_t offset;
} Faults;

static void keep_first(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)about;
    Faults *faults = context;
    if (fault != JSON_BOM && faults->count++ == 0) {
        faults->fault = fault;
        faults->offset = offset;
    }
}

static void what_the_grammar_allows_is_accepted(void **state) {
    (void)state;
    Arena arena = {0};
    int32_t wrong = 0;
    for (int32_t i = 0; i < COUNT(ACCEPTED); i++) {
        JsonDoc doc;
        Faults faults = {0};
        if (!json_parse(&arena, ACCEPTED[i].bytes, &doc, keep_first, &faults) || faults.count > 0) {
            print_error("%s: fault %d at %d\n", ACCEPTED[i].name, (int)faults.fault, (int)faults.offset);
            wrong++;
        }
        json_finish(&doc);
    }
    arena_finish(&arena);
    assert_int_equal(wrong, 0);
}

static void what_it_does_not_allow_is_refused_at_its_first_wrong_byte(void **state) {
    (void)state;
    Arena arena = {0};
    int32_t wrong = 0;
    for (int32_t i = 0; i < COUNT(REFUSED); i++) {
        JsonDoc doc;
        Faults faults = {0};
        bool accepted = json_parse(&arena, REFUSED[i].bytes, &doc, keep_first, &faults);
        if (accepted || faults.fault != REFUSED[i].fault || faults.offset != REFUSED[i].offset) {
            print_error("%s: %d faults, the first is %d at %d\n", REFUSED[i].name, (int)faults.count, (int)faults.fault,
                        (int)faults.offset);
            wrong++;
        }
        assert_null(doc.root);
    }
    arena_finish(&arena);
    assert_int_equal(wrong, 0);
}

// Each is copied on its own, so that a sanitizer sees a reader that looks past the end.
static void every_beginning_of_an_accepted_text_ends_in_a_verdict(void **state) {
    (void)state;
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(ACCEPTED); i++) {
        for (ptrdiff_t len = 0; len < ACCEPTED[i].bytes.len; len++) {
            JsonDoc doc;
            Faults faults = {0};
            Str copy = str_copy(&arena, str_slice(ACCEPTED[i].bytes, 0, len));
            bool accepted = json_parse(&arena, copy, &doc, keep_first, &faults);
            assert_true(accepted == (faults.count == 0));
            assert_true(faults.offset <= len);
            json_finish(&doc);
        }
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_grammar_allows_is_accepted),
        cmocka_unit_test(what_it_does_not_allow_is_refused_at_its_first_wrong_byte),
        cmocka_unit_test(every_beginning_of_an_accepted_text_ends_in_a_verdict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
