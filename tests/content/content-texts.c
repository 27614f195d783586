#include "content-texts.h"

const char *const CONTENT_SUGGESTIONS[] = {
  "ground-rules", "time-out", "break-ideas", "needs", "own-part", "speaker-starts", "listener-reflections",
  "listener-validations", "takeaways", "feeling-answers", "appreciations", "went-well", "wishes", "next-steps",
  "daily-rituals", "affectionate-rituals", "phone-free", "special-days", "getting-ready", "packing", "celebrations",
  NULL,
};

typedef struct
{
  TextFunc func;
  gpointer user_data;
} Visit;

static void
tell (const Visit *visit,
      TextKind     kind,
      const char  *text)
{
  visit->func (kind, text, visit->user_data);
}

static void
tell_all (const Visit       *visit,
          TextKind           kind,
          const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    tell (visit, kind, texts[i]);
}

static void
visit_list (GListModel *list,
            void      (*visit_item) (gpointer item, const Visit *visit),
            const Visit *visit)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      visit_item (item, visit);
    }
}

static void
visit_step (gpointer     item,
            const Visit *visit)
{
  tell (visit, TEXT_SENTENCE, reknit_guidance_note_get_text (item));
}

static void
visit_case (gpointer     item,
            const Visit *visit)
{
  tell (visit, TEXT_SENTENCE, reknit_guidance_note_get_heading (item));
  tell (visit, TEXT_SENTENCE, reknit_guidance_note_get_text (item));
}

static void
visit_practice (gpointer     item,
                const Visit *visit)
{
  ReknitGuidance *guidance = reknit_practice_load_guidance (item);

  tell (visit, TEXT_HEADING, reknit_practice_get_title (item));
  tell (visit, TEXT_SENTENCE, reknit_practice_get_summary (item));
  tell (visit, TEXT_SENTENCE, reknit_guidance_get_what (guidance));
  visit_list (reknit_guidance_get_steps (guidance), visit_step, visit);
  visit_list (reknit_guidance_get_cases (guidance), visit_case, visit);
  /* The heading of a reason is its source, which is not translated. */
  visit_list (reknit_guidance_get_reasons (guidance), visit_step, visit);
}

static void
visit_strategy (gpointer     item,
                const Visit *visit)
{
  tell (visit, TEXT_HEADING, reknit_strategy_get_title (item));
  tell (visit, TEXT_HEADING, reknit_strategy_get_name (item));
  tell (visit, TEXT_SENTENCE, reknit_strategy_get_summary (item));
  visit_list (reknit_strategy_get_practices (item), visit_practice, visit);
}

static void
visit_feeling (gpointer     item,
               const Visit *visit)
{
  tell (visit, TEXT_FEELING, reknit_feeling_get_title (item));
}

static void
visit_family (gpointer     item,
              const Visit *visit)
{
  tell (visit, TEXT_HEADING, reknit_feeling_family_get_title (item));
  visit_list (reknit_feeling_family_get_feelings (item), visit_feeling, visit);
}

static void
visit_suggestion (gpointer     item,
                  const Visit *visit)
{
  if (reknit_suggestion_get_cue (item) != NULL)
    tell (visit, TEXT_SENTENCE, reknit_suggestion_get_cue (item));
  tell (visit, TEXT_SENTENCE, reknit_suggestion_get_text (item));
}

static void
visit_idea (gpointer     item,
            const Visit *visit)
{
  tell (visit, TEXT_SENTENCE, reknit_idea_get_title (item));
  tell (visit, TEXT_SENTENCE, reknit_idea_get_summary (item));
  tell_all (visit, TEXT_PREPARATION, reknit_idea_get_prepare (item));
}

static void
visit_question (gpointer     item,
                const Visit *visit)
{
  tell (visit, TEXT_SENTENCE, reknit_question_get_text (item));
}

static void
visit_help (gpointer     item,
            const Visit *visit)
{
  tell (visit, TEXT_HEADING, reknit_help_section_get_title (item));
  tell_all (visit, TEXT_HELP, reknit_help_section_get_paragraphs (item));
  tell_all (visit, TEXT_HELP, reknit_help_section_get_questions (item));
}

static void
visit_line (gpointer     item,
            const Visit *visit)
{
  if (reknit_help_line_get_note (item) != NULL)
    tell (visit, TEXT_HELP_NOTE, reknit_help_line_get_note (item));
}

static void
visit_country (gpointer     item,
               const Visit *visit)
{
  tell (visit, TEXT_HEADING, reknit_help_country_get_title (item));
  visit_list (reknit_help_country_get_lines (item), visit_line, visit);
}

/* Every text of the content that a person may read and a translator has translated. */
void
content_texts_foreach (ReknitContent *content,
                       TextFunc       func,
                       gpointer       user_data)
{
  const Visit visit = { func, user_data };
  ReknitHelpDirectory *directory = reknit_content_get_help_directory (content);

  visit_list (reknit_content_get_strategies (content), visit_strategy, &visit);
  visit_list (reknit_content_get_feelings (content), visit_family, &visit);
  for (guint i = 0; CONTENT_SUGGESTIONS[i] != NULL; i++)
    visit_list (reknit_content_get_suggestions (content, CONTENT_SUGGESTIONS[i]), visit_suggestion, &visit);
  visit_list (reknit_content_get_ideas (content), visit_idea, &visit);
  visit_list (reknit_content_get_questions (content), visit_question, &visit);
  visit_list (reknit_content_get_help (content), visit_help, &visit);
  tell_all (&visit, TEXT_HELP, reknit_help_directory_get_paragraphs (directory));
  visit_list (reknit_help_directory_get_countries (directory), visit_country, &visit);
}
