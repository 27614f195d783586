#include "reknit-agreement-page.h"

#include "reknit-agreement-texts.h"
#include "reknit-agreement-view.h"
#include "reknit-tools.h"

/**
 * ReknitAgreementPage:
 *
 * A practice that is an agreement of the two.
 */
struct _ReknitAgreementPage
{
  ReknitPracticePage parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitAgreementPage, reknit_agreement_page, REKNIT_TYPE_PRACTICE_PAGE)

static const char *
get_kind (ReknitPractice *practice)
{
  const char *kind = reknit_practice_get_parameter (practice, "kind");

  return kind != NULL ? kind : "";
}

static void
reknit_agreement_page_constructed (GObject *object)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (object);

  G_OBJECT_CLASS (reknit_agreement_page_parent_class)->constructed (object);
  reknit_practice_page_set_child (page, reknit_agreement_view_new (page, get_kind (reknit_practice_page_get_practice (page))));
}

static void
reknit_agreement_page_class_init (ReknitAgreementPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = reknit_agreement_page_constructed;
}

static void
reknit_agreement_page_init (ReknitAgreementPage *self)
{
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  return reknit_agreement_text_for_card (seats, get_kind (practice));
}

/**
 * reknit_agreement_page_register:
 *
 * Makes the page the one that works the tool "agreement".
 */
void
reknit_agreement_page_register (void)
{
  reknit_tools_register ("agreement", REKNIT_TYPE_AGREEMENT_PAGE);
  reknit_tools_register_live_line ("agreement", describe);
}
