#include "reknit-tools.h"

/* Which page works a tool, and which line tells of it. Filled once at the start, by the name that the content uses. */
typedef struct
{
  GType              page_type;
  ReknitLiveLineFunc live_line;
} Tool;

static GHashTable *tools;

static Tool *
get_tool (const char *name)
{
  Tool *tool;

  if (tools == NULL)
    tools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  tool = g_hash_table_lookup (tools, name);
  if (tool == NULL)
    {
      tool = g_new0 (Tool, 1);
      g_hash_table_insert (tools, g_strdup (name), tool);
    }
  return tool;
}

/**
 * reknit_tools_register:
 * @tool: the tool's name in the content
 * @page_type: a subclass of #ReknitPracticePage
 *
 * Makes a practice page the one that works @tool.
 */
void
reknit_tools_register (const char *tool,
                       GType       page_type)
{
  get_tool (tool)->page_type = page_type;
}

/**
 * reknit_tools_find:
 * @tool: the tool's name in the content
 *
 * Returns: the page that works @tool; `G_TYPE_INVALID` while there is none
 */
GType
reknit_tools_find (const char *tool)
{
  const Tool *found = tools != NULL ? g_hash_table_lookup (tools, tool) : NULL;

  return found != NULL ? found->page_type : G_TYPE_INVALID;
}

/**
 * reknit_tools_register_live_line:
 * @tool: the tool's name in the content
 * @func: says how things stand there
 *
 * Gives the cards of @tool a line that lives.
 */
void
reknit_tools_register_live_line (const char         *tool,
                                 ReknitLiveLineFunc  func)
{
  get_tool (tool)->live_line = func;
}

/**
 * reknit_tools_describe:
 * @seats: whose seat is taken
 * @practice: a practice
 *
 * Returns: (transfer full): the line for the practice's card: how things stand, or what it is for
 */
char *
reknit_tools_describe (ReknitSeats    *seats,
                       ReknitPractice *practice)
{
  const Tool *tool = tools != NULL ? g_hash_table_lookup (tools, reknit_practice_get_tool (practice)) : NULL;
  char *line = tool != NULL && tool->live_line != NULL ? tool->live_line (seats, practice) : NULL;

  return line != NULL ? line : g_strdup (reknit_practice_get_summary (practice));
}
