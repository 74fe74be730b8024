// What h5p_quiz.c (which content is what), h5p_question.c (questions with answers) and h5p_blanks.c (gaps) share.
// Internal to exchange/h5p.
#pragma once

#include "exchange/h5p_content.h"

typedef struct {
    H5pReader *reader;
    Bank *bank;
} H5pQuiz;

// A question to be filled: its name, its place, the text of what is seen before it.
BankQuestion h5p_begin_question(H5pQuiz *quiz, const H5pContent *content, QuestionKind kind, Construct construct);
// Answers without a text are left out, and told.
void h5p_add_answer(H5pQuiz *quiz, BankQuestion *question, const BankAnswer *answer);
// Counts what stands in it and adds it to the bank; with fewer than `least` answers it is told as broken.
void h5p_add_question(H5pQuiz *quiz, BankQuestion *question, int32_t least);
Str h5p_overall(H5pQuiz *quiz, const JsonValue *ranges); // feedback by the score that was reached, as one text

void h5p_read_multichoice(H5pQuiz *quiz, const H5pContent *content);
void h5p_read_true_false(H5pQuiz *quiz, const H5pContent *content);
void h5p_read_single_choices(H5pQuiz *quiz, const H5pContent *content);
void h5p_read_blanks(H5pQuiz *quiz, const H5pContent *content);
