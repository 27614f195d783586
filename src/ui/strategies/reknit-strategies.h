#pragma once

void reknit_strategies_register (void);
