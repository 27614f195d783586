#include "reknit-print.h"

/* The preview of the dialog would write the page into a temporary file; the page on the screen shows the same. */
static gboolean
on_preview (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview)
{
  g_signal_connect_swapped (preview, "ready", G_CALLBACK (gtk_print_operation_preview_end_preview), preview);
  return TRUE;
}

/**
 * reknit_print_operation_new:
 * @job_name: what the printer's queue shows to whoever looks at it; it must say nothing
 *
 * Returns: (transfer full): an operation that puts nothing on the disk but what somebody chooses in its dialog
 */
GtkPrintOperation *
reknit_print_operation_new (const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, job_name);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), NULL);
  return operation;
}
