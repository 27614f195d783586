#pragma once

#include "reknit-content-node.h"
#include "reknit-help-directory.h"
#include "reknit-help.h"

G_BEGIN_DECLS

ReknitHelpSection   *reknit_help_section_new_from_node   (const ReknitContentNode *node);
ReknitHelpLine      *reknit_help_line_new_from_node      (const ReknitContentNode *node);
ReknitHelpDirectory *reknit_help_directory_new_from_node (const ReknitContentNode *node);

G_END_DECLS
