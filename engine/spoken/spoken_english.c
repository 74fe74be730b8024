// The words of English: abbreviations, initials, units, names of signs.
#include "spoken/spoken_scan.h"

static const SpokenAs WORDS[] = {
    {S_INIT("e.g."), S_INIT("for example")},
    {S_INIT("i.e."), S_INIT("that is")},
    {S_INIT("etc."), S_INIT("et cetera.")},
    {S_INIT("etc"), S_INIT("et cetera")},
    {S_INIT("vs"), S_INIT("versus")},
    {S_INIT("vs."), S_INIT("versus")},
    {S_INIT("n°"), S_INIT("number ")},
    {S_INIT("№"), S_INIT("number ")},
    {S_INIT("and/or"), S_INIT("and, or")},
    {S_INIT("he/she"), S_INIT("he or she")},
    {S_INIT("his/her"), S_INIT("his or her")},
    {S_INIT("him/her"), S_INIT("him or her")},
    {S_INIT("yes/no"), S_INIT("yes or no")},
    {S_INIT("s/he"), S_INIT("she or he")},
    {S_INIT("↑"), S_INIT("up arrow")},
    {S_INIT("↓"), S_INIT("down arrow")},
    {S_INIT("←"), S_INIT("left arrow")},
    {S_INIT("→"), S_INIT("right arrow")},
    {S_INIT("&"), S_INIT("and")},
    {S_INIT("24/7"), S_INIT("twenty-four seven")},
    {S_INIT("St"), S_INIT("Saint")},
};

static const SpokenAs INITIALS[] = {
    {S_INIT("CAF"), S_INIT("")},    {S_INIT("NASA"), S_INIT("nasa")}, {S_INIT("UNICEF"), S_INIT("unicef")},
    {S_INIT("PIN"), S_INIT("pin")}, {S_INIT("AIDS"), S_INIT("aids")}, {S_INIT("USA"), S_INIT("")},
    {S_INIT("RSA"), S_INIT("")},    {S_INIT("FAQ"), S_INIT("")},      {S_INIT("ID"), S_INIT("")},
    {S_INIT("IT"), S_INIT("")},     {S_INIT("UN"), S_INIT("")},       {S_INIT("EU"), S_INIT("")},
};

static const Str SHORT_WORDS[] = {
    S_INIT("am"), S_INIT("an"), S_INIT("as"), S_INIT("at"), S_INIT("be"), S_INIT("by"), S_INIT("do"), S_INIT("go"),
    S_INIT("he"), S_INIT("if"), S_INIT("in"), S_INIT("is"), S_INIT("me"), S_INIT("my"), S_INIT("no"), S_INIT("of"),
    S_INIT("oh"), S_INIT("on"), S_INIT("or"), S_INIT("so"), S_INIT("to"), S_INIT("up"), S_INIT("us"), S_INIT("we"),
};

static const SpokenUnit UNITS[] = {
    {S_INIT("%"), S_INIT("percent"), S_INIT("percent")},
    {S_INIT("€"), S_INIT("euro"), S_INIT("euros")},
    {S_INIT("$"), S_INIT("dollar"), S_INIT("dollars")},
    {S_INIT("£"), S_INIT("pound"), S_INIT("pounds")},
    {S_INIT("min"), S_INIT("minute"), S_INIT("minutes")},
    {S_INIT("h"), S_INIT("hour"), S_INIT("hours")},
    {S_INIT("s"), S_INIT("second"), S_INIT("seconds")},
    {S_INIT("km"), S_INIT("kilometre"), S_INIT("kilometres")},
    {S_INIT("cm"), S_INIT("centimetre"), S_INIT("centimetres")},
    {S_INIT("m"), S_INIT("metre"), S_INIT("metres")},
    {S_INIT("kg"), S_INIT("kilo"), S_INIT("kilos")},
    {S_INIT("°"), S_INIT("degree"), S_INIT("degrees")},
    {S_INIT("°C"), S_INIT("degree"), S_INIT("degrees")},
};

static const SpokenAs RELATIONS[] = {
    {S_INIT("<="), S_INIT("less than or equal to")},
    {S_INIT(">="), S_INIT("greater than or equal to")},
    {S_INIT("≤"), S_INIT("less than or equal to")},
    {S_INIT("≥"), S_INIT("greater than or equal to")},
    {S_INIT("<"), S_INIT("less than")},
    {S_INIT(">"), S_INIT("greater than")},
    {S_INIT("="), S_INIT("equals")},
    {S_INIT("±"), S_INIT("plus or minus")},
    {S_INIT("÷"), S_INIT("divided by")},
    {S_INIT("§"), S_INIT("section")},
};

const Tongue TONGUE_ENGLISH = {
    .language = S_INIT("en"),
    .decimal = '.',
    .thousands = ',',
    .point = S_INIT("point"),
    .out_of = S_INIT("out of"),
    .to = S_INIT("to"),
    .times = S_INIT("times"),
    .minus = S_INIT("minus"),
    .plus = S_INIT("plus"),
    .at = S_INIT("at"),
    .dot = S_INIT("dot"),
    .dash = S_INIT("dash"),
    .underscore = S_INIT("underscore"),
    .slash = S_INIT("slash"),
    .letters = {S_INIT("A"), S_INIT("B"), S_INIT("C"), S_INIT("D"), S_INIT("E"), S_INIT("F"), S_INIT("G"),
                S_INIT("H"), S_INIT("I"), S_INIT("J"), S_INIT("K"), S_INIT("L"), S_INIT("M"), S_INIT("N"),
                S_INIT("O"), S_INIT("P"), S_INIT("Q"), S_INIT("R"), S_INIT("S"), S_INIT("T"), S_INIT("U"),
                S_INIT("V"), S_INIT("W"), S_INIT("X"), S_INIT("Y"), S_INIT("Z")},
    .months = {S_INIT("January"), S_INIT("February"), S_INIT("March"), S_INIT("April"), S_INIT("May"), S_INIT("June"),
               S_INIT("July"), S_INIT("August"), S_INIT("September"), S_INIT("October"), S_INIT("November"),
               S_INIT("December")},
    .words = WORDS,
    .word_count = COUNT(WORDS),
    .initials = INITIALS,
    .initial_count = COUNT(INITIALS),
    .short_words = SHORT_WORDS,
    .short_word_count = COUNT(SHORT_WORDS),
    .units = UNITS,
    .unit_count = COUNT(UNITS),
    .relations = RELATIONS,
    .relation_count = COUNT(RELATIONS),
};
