#pragma once

void reknit_ui_init (void);
