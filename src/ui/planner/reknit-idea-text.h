#pragma once

#include "reknit-idea-choice.h"
#include "reknit-idea-rating.h"

G_BEGIN_DECLS

#define REKNIT_IDEA_N_FACETS 6

typedef struct
{
  ReknitIdeaTraits  trait;
  const char       *label;
} ReknitIdeaValue;

/**
 * ReknitIdeaFacet:
 * @mask: all its values
 * @name: what it is about: “Budget”
 * @any: what leaves it open: “Any Budget”
 * @values: what it can be, up to one without a trait
 *
 * One side of what an idea asks for, in words. They are marked for translation, not translated.
 */
typedef struct
{
  ReknitIdeaTraits  mask;
  const char       *name;
  const char       *any;
  ReknitIdeaValue   values[5];
} ReknitIdeaFacet;

const ReknitIdeaFacet *reknit_idea_text_get_facet (guint index);
const char            *reknit_idea_text_get_label (const ReknitIdeaValue *value);
char                  *reknit_idea_text_traits    (ReknitIdeaTraits traits);
char                  *reknit_idea_text_done      (const ReknitIdeaMatch *match);

G_END_DECLS
