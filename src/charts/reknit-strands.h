#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ReknitStrandsVariant:
 * @REKNIT_STRANDS_HEADER: a low band for the head of a strategy
 * @REKNIT_STRANDS_EMPTY: a short, taller weave above the words of an empty state
 * @REKNIT_STRANDS_SESSION: a thin line for full-page sessions
 */
typedef enum
{
  REKNIT_STRANDS_HEADER,
  REKNIT_STRANDS_EMPTY,
  REKNIT_STRANDS_SESSION,
} ReknitStrandsVariant;

#define REKNIT_TYPE_STRANDS_VARIANT (reknit_strands_variant_get_type ())
GType reknit_strands_variant_get_type (void) G_GNUC_CONST;

#define REKNIT_TYPE_STRANDS (reknit_strands_get_type ())
G_DECLARE_FINAL_TYPE (ReknitStrands, reknit_strands, REKNIT, STRANDS, GtkWidget)

GtkWidget           *reknit_strands_new              (ReknitStrandsVariant variant, const char *pattern);
ReknitStrandsVariant reknit_strands_get_variant      (ReknitStrands *self);
void                 reknit_strands_set_variant      (ReknitStrands *self, ReknitStrandsVariant variant);
const char          *reknit_strands_get_pattern      (ReknitStrands *self);
void                 reknit_strands_set_pattern      (ReknitStrands *self, const char *pattern);
const GdkRGBA       *reknit_strands_get_first_color  (ReknitStrands *self);
void                 reknit_strands_set_first_color  (ReknitStrands *self, const GdkRGBA *color);
const GdkRGBA       *reknit_strands_get_second_color (ReknitStrands *self);
void                 reknit_strands_set_second_color (ReknitStrands *self, const GdkRGBA *color);

G_END_DECLS
