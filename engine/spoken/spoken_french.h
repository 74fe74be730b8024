// The rules of French alone. For engine/spoken/ only.
#pragma once

#include "spoken/spoken_scan.h"

ScanRule french_hours, french_ordinal, french_line, french_phone, french_roman; // spoken_french_number.c
ScanRule french_sir, french_both;                                               // spoken_french_people.c
ScanRule french_misread, french_elided;                                         // spoken_french_voice.c
void french_add_cardinal(StrBuilder *said, int32_t number);                     // 0 … 999
