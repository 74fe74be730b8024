// One writing of a bank as a case: what bank_case.c (the case, its scenes, texts) and bank_case_ask.c (decisions)
// share. Internal to exchange/bank.
#pragma once

#include "base/json_write.h"
#include "exchange/bank.h"
#include "scenario/framework.h"

struct BankMaker {
    JsonWriter json;
    Arena *arena, *scratch;
    const Bank *bank;
    const HeadWish *wish;
    LossReport *report;
    Str competency;
    Table ids;         // of scenes
    Str start;         // the id of the first one
    int32_t questions; // that were written
    FileDraft *body;   // takes what is written; NULL: it stays where it is
    int32_t head;      // bytes that are left free for it
    int32_t number;    // of the scene that is written, from 1
    Str stances[3];    // members of an option, once they were written: of the best, of one in between, of a wrong one
    Str bands;         // of what is put in places
    bool told_long;    // once a question
};

typedef ROWS_OF(Str) BankTexts;

// One question in several scenes: pairs that belong to the places `first` … `first + count - 1`.
typedef struct {
    const BankQuestion *question;
    const BankTexts *places;
    int32_t first, count;
    int32_t part, parts; // from 1
} BankPlaces;

// bank_case.c
void bank_begin_scene(BankMaker *maker, const BankQuestion *question, Str name);
void bank_end_scene(BankMaker *maker, const BankQuestion *question);
void bank_put_lines(BankMaker *maker, Str text, int32_t line);         // all of it
Str bank_put_lines_but_last(BankMaker *maker, Str text, int32_t line); // gives the last paragraph
void bank_put_text(BankMaker *maker, Str key, Str text, int32_t line); // cut when it is too long
void bank_tell(BankMaker *maker, const BankQuestion *question, Became became, LossReason reason, Str about);
Str bank_word(const BankMaker *maker, Words words);
Str bank_to_complete(const BankMaker *maker); // what stands where nothing could be read

// bank_case_ask.c: a question as scenes, with what becomes of it.
void bank_put_question(BankMaker *maker, const BankQuestion *question);
