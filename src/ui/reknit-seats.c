#include "reknit-seats.h"

/**
 * ReknitSeats:
 *
 * Who sits at the keyboard: the first partner, the second, or both together. A partner with a passphrase gives it each
 * time they sit down. Their key stays open when they get up, so that what both said can be laid open in one step; what
 * hides it meanwhile is that the store reads for whoever sits there now. A lock closes all keys.
 */
struct _ReknitSeats
{
  GObject        parent_instance;

  ReknitStore   *store;
  ReknitVault   *vault;
  ReknitPartner *first;
  ReknitPartner *second;
  ReknitPartner *current;
};

enum { PROP_0, PROP_STORE, PROP_VAULT, PROP_CURRENT, PROP_FIRST, PROP_SECOND, PROP_HAS_COUPLE, N_PROPS };
enum { ABOUT_TO_LOCK, LOCKED, PARTNERS_CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitSeats, reknit_seats, G_TYPE_OBJECT)

static gboolean
replace_partner (ReknitPartner **place,
                 ReknitPartner  *partner)
{
  if (*place == partner)
    return FALSE;

  g_set_object (place, partner);
  return TRUE;
}

static void
offer_wraps (ReknitSeats   *self,
             ReknitPartner *partner)
{
  g_autoptr (GBytes) passphrase = NULL;
  g_autoptr (GBytes) recovery = NULL;
  g_autoptr (ReknitKeyWraps) wraps = NULL;
  gint64 id = reknit_record_get_id (REKNIT_RECORD (partner));

  g_object_get (partner, "passphrase-wrap", &passphrase, "recovery-wrap", &recovery, NULL);
  if (passphrase == NULL || reknit_vault_has_key (self->vault, id))
    return;

  wraps = reknit_key_wraps_new (passphrase, recovery);
  reknit_vault_add_wraps (self->vault, id, wraps);
}

static void
load_partners (ReknitSeats *self)
{
  g_autoptr (ReknitPartner) first = reknit_partner_at (self->store, 1);
  g_autoptr (ReknitPartner) second = reknit_partner_at (self->store, 2);
  gboolean had_couple = reknit_seats_has_couple (self);

  if (first != NULL)
    offer_wraps (self, first);
  if (second != NULL)
    offer_wraps (self, second);

  if (self->current != NULL && self->current != first && self->current != second)
    reknit_seats_lock (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (replace_partner (&self->first, first))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST]);
  if (replace_partner (&self->second, second))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECOND]);
  if (had_couple != reknit_seats_has_couple (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_COUPLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
on_store_changed (ReknitSeats     *self,
                  ReknitChangeSet *changes)
{
  if (!reknit_change_set_has_table (changes, "partner"))
    return;

  load_partners (self);
  g_signal_emit (self, signals[PARTNERS_CHANGED], 0);
}

static void
sit (ReknitSeats   *self,
     ReknitPartner *partner)
{
  reknit_store_set_reader (self->store, partner != NULL ? reknit_record_get_id (REKNIT_RECORD (partner)) : 0);
  g_set_object (&self->current, partner);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
reknit_seats_constructed (GObject *object)
{
  ReknitSeats *self = REKNIT_SEATS (object);

  G_OBJECT_CLASS (reknit_seats_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->vault, "opened", G_CALLBACK (reknit_store_keys_changed), self->store, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->vault, "closed", G_CALLBACK (reknit_store_keys_changed), self->store, G_CONNECT_SWAPPED);
  load_partners (self);
}

static void
reknit_seats_dispose (GObject *object)
{
  ReknitSeats *self = REKNIT_SEATS (object);

  g_clear_object (&self->current);
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->vault);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (reknit_seats_parent_class)->dispose (object);
}

static void
reknit_seats_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ReknitSeats *self = REKNIT_SEATS (object);

  switch (prop_id)
    {
    case PROP_STORE: g_value_set_object (value, self->store); break;
    case PROP_VAULT: g_value_set_object (value, self->vault); break;
    case PROP_CURRENT: g_value_set_object (value, self->current); break;
    case PROP_FIRST: g_value_set_object (value, self->first); break;
    case PROP_SECOND: g_value_set_object (value, self->second); break;
    case PROP_HAS_COUPLE: g_value_set_boolean (value, reknit_seats_has_couple (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seats_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ReknitSeats *self = REKNIT_SEATS (object);

  switch (prop_id)
    {
    case PROP_STORE: self->store = g_value_dup_object (value); break;
    case PROP_VAULT: self->vault = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seats_class_init (ReknitSeatsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = reknit_seats_constructed;
  object_class->dispose = reknit_seats_dispose;
  object_class->get_property = reknit_seats_get_property;
  object_class->set_property = reknit_seats_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, REKNIT_TYPE_STORE, construct);
  properties[PROP_VAULT] = g_param_spec_object ("vault", NULL, NULL, REKNIT_TYPE_VAULT, construct);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, REKNIT_TYPE_PARTNER, readable);
  properties[PROP_FIRST] = g_param_spec_object ("first", NULL, NULL, REKNIT_TYPE_PARTNER, readable);
  properties[PROP_SECOND] = g_param_spec_object ("second", NULL, NULL, REKNIT_TYPE_PARTNER, readable);
  properties[PROP_HAS_COUPLE] = g_param_spec_boolean ("has-couple", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReknitSeats::about-to-lock:
   *
   * The seat is about to be left, and maybe its key to be locked: the last moment to seal what was typed.
   */
  signals[ABOUT_TO_LOCK] = g_signal_new ("about-to-lock", REKNIT_TYPE_SEATS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * ReknitSeats::locked:
   *
   * All is locked, also where nobody sat: what was asked of a passphrase is off, and what was typed of one goes.
   */
  signals[LOCKED] = g_signal_new ("locked", REKNIT_TYPE_SEATS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ReknitSeats::partners-changed:
   *
   * There is another partner, or one is called something else now.
   */
  signals[PARTNERS_CHANGED] = g_signal_new ("partners-changed", REKNIT_TYPE_SEATS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
reknit_seats_init (ReknitSeats *self)
{
}

/**
 * reknit_seats_new:
 * @store: the open store
 * @vault: the vault that seals for it; keys that partners already have are added to it
 *
 * Returns: (transfer full): the seats, *together* at first
 */
ReknitSeats *
reknit_seats_new (ReknitStore *store,
                  ReknitVault *vault)
{
  return g_object_new (REKNIT_TYPE_SEATS, "store", store, "vault", vault, NULL);
}

/**
 * reknit_seats_get_store:
 *
 * Returns: (transfer none): the store that is read and written from these seats
 */
ReknitStore *
reknit_seats_get_store (ReknitSeats *self)
{
  return self->store;
}

/**
 * reknit_seats_get_vault:
 *
 * Returns: (transfer none): the vault with the partners' keys
 */
ReknitVault *
reknit_seats_get_vault (ReknitSeats *self)
{
  return self->vault;
}

/**
 * reknit_seats_get_current:
 *
 * Returns: (transfer none) (nullable): whose seat is taken; %NULL for *together*
 */
ReknitPartner *
reknit_seats_get_current (ReknitSeats *self)
{
  return self->current;
}

/**
 * reknit_seats_get_current_id:
 *
 * Returns: the id of the partner whose seat is taken; 0 for *together*
 */
gint64
reknit_seats_get_current_id (ReknitSeats *self)
{
  return self->current != NULL ? reknit_record_get_id (REKNIT_RECORD (self->current)) : 0;
}

/**
 * reknit_seats_get_first:
 *
 * Returns: (transfer none) (nullable): the partner of the first strand; %NULL before the first run
 */
ReknitPartner *
reknit_seats_get_first (ReknitSeats *self)
{
  return self->first;
}

/**
 * reknit_seats_get_second:
 *
 * Returns: (transfer none) (nullable): the partner of the second strand; %NULL for somebody who began alone
 */
ReknitPartner *
reknit_seats_get_second (ReknitSeats *self)
{
  return self->second;
}

/**
 * reknit_seats_get_other:
 * @partner: (nullable): one of the two
 *
 * Returns: (transfer none) (nullable): the other one; %NULL where there is none
 */
ReknitPartner *
reknit_seats_get_other (ReknitSeats   *self,
                        ReknitPartner *partner)
{
  if (partner == NULL)
    return NULL;

  return partner == self->first ? self->second : self->first;
}

/**
 * reknit_seats_find:
 * @id: a partner's id, such as the author of a record
 *
 * Returns: (transfer none) (nullable): that partner
 */
ReknitPartner *
reknit_seats_find (ReknitSeats *self,
                   gint64       id)
{
  if (self->first != NULL && reknit_record_get_id (REKNIT_RECORD (self->first)) == id)
    return self->first;
  if (self->second != NULL && reknit_record_get_id (REKNIT_RECORD (self->second)) == id)
    return self->second;

  return NULL;
}

/**
 * reknit_seats_has_couple:
 *
 * Returns: whether both partners are there
 */
gboolean
reknit_seats_has_couple (ReknitSeats *self)
{
  return self->first != NULL && self->second != NULL;
}

/**
 * reknit_seats_needs_passphrase:
 * @partner: one of the two
 *
 * Returns: whether @partner's seat can be taken only with their passphrase
 */
gboolean
reknit_seats_needs_passphrase (ReknitSeats   *self,
                               ReknitPartner *partner)
{
  return reknit_vault_has_key (self->vault, reknit_record_get_id (REKNIT_RECORD (partner)));
}

static void
take (ReknitSeats   *self,
      ReknitPartner *partner)
{
  if (self->current == partner)
    return;

  g_signal_emit (self, signals[ABOUT_TO_LOCK], 0);
  sit (self, partner);
}

static void
take_now (GTask *task)
{
  take (g_task_get_source_object (task), g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
on_verified (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (reknit_vault_verify_finish (REKNIT_VAULT (source), result, &error))
    take_now (task);
  else
    g_task_return_error (task, error);
}

static void
on_unlocked (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (reknit_vault_unlock_finish (REKNIT_VAULT (source), result, &error))
    take_now (task);
  else
    g_task_return_error (task, error);
}

/**
 * reknit_seats_take_async:
 * @partner: who sits down
 * @passphrase: (nullable): their passphrase; not looked at where none is needed
 * @cancellable: (nullable): to give up waiting
 * @callback: called when the seat is taken, or was refused
 * @user_data: for @callback
 *
 * Takes @partner's seat, in place of whoever sat there. Trying a passphrase takes about half a second,
 * in a thread of its own.
 */
void
reknit_seats_take_async (ReknitSeats         *self,
                         ReknitPartner       *partner,
                         const char          *passphrase,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = reknit_record_get_id (REKNIT_RECORD (partner));

  g_task_set_source_tag (task, reknit_seats_take_async);
  g_task_set_task_data (task, g_object_ref (partner), g_object_unref);

  if (passphrase == NULL)
    passphrase = "";
  if (self->current == partner || !reknit_seats_needs_passphrase (self, partner))
    take_now (task);
  else if (reknit_vault_is_open (self->vault, id))
    reknit_vault_verify_async (self->vault, id, passphrase, cancellable, on_verified, g_steal_pointer (&task));
  else
    reknit_vault_unlock_async (self->vault, id, passphrase, cancellable, on_unlocked, g_steal_pointer (&task));
}

/**
 * reknit_seats_take_finish:
 * @result: what the callback was given
 * @error: return location; a `REKNIT_VAULT_ERROR` with words for people
 *
 * Returns: whether the seat is taken
 */
gboolean
reknit_seats_take_finish (ReknitSeats   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * reknit_seats_take_recovered:
 * @partner: who sits down
 *
 * Takes the seat of a partner whose key was just opened with their recovery code.
 */
void
reknit_seats_take_recovered (ReknitSeats   *self,
                             ReknitPartner *partner)
{
  g_return_if_fail (reknit_vault_is_open (self->vault, reknit_record_get_id (REKNIT_RECORD (partner))));

  take (self, partner);
}

/**
 * reknit_seats_take_together:
 *
 * Leaves the seat that is taken, if any: both sit down together, where only shared text can be read.
 */
void
reknit_seats_take_together (ReknitSeats *self)
{
  take (self, NULL);
}

/**
 * reknit_seats_lock:
 *
 * Locks every key and goes back to *together*: on idle, on suspend, and when the last window closes. Whoever is about
 * to sit down is refused.
 */
void
reknit_seats_lock (ReknitSeats *self)
{
  reknit_seats_take_together (self);
  reknit_vault_lock_all (self->vault);
  g_signal_emit (self, signals[LOCKED], 0);
}
