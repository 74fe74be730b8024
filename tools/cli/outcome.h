// What import and export say of an exchange.
#pragma once

#include "cli/cli.h"
#include "exchange/exchange.h"

// The losses as lines of messages, those that say the same in one, the counts as a result, and the report as JSON where
// one is wanted. Gives EXIT_DATA when something of the file is wrong.
int outcome_tell(Cli *cli, Str source, const Exchange *exchange, Str loss_path);
int outcome_refuse(Cli *cli, Str source, const Exchange *exchange, ExchangeFault fault); // nothing was made
