#include "reknit-vault-private.h"

#include "reknit-sealer.h"
#include "reknit-text-seal-private.h"
#include "reknit-vault-error-private.h"
#include "reknit-wrap-private.h"

/**
 * ReknitVault:
 *
 * Keeps the partners' keys and seals private text with them. A key is random; it is stored only wrapped,
 * once by its owner's passphrase and once by a recovery code, and stands in memory only while it is open.
 * Changing the passphrase wraps the same key anew, and no text is sealed again.
 *
 * The vault stores nothing: what it returns as [struct@KeyWraps] is the caller's to keep.
 *
 * All of it belongs to the main thread, but for sealing, opening and the two questions of [iface@Sealer],
 * which any thread may call.
 */
struct _ReknitVault
{
  GObject parent_instance;

  ReknitKdfCost kdf_cost;
  GRWLock lock;
  GHashTable *owners;
};

typedef struct
{
  gint64 id;
  ReknitKeyWraps *wraps;
  ReknitSecret *key;
  guint epoch;
} Owner;

enum
{
  PROP_0,
  PROP_KDF_COST,
  N_PROPS,
};

enum
{
  OPENED,
  CLOSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void reknit_vault_sealer_init (ReknitSealerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReknitVault, reknit_vault, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (REKNIT_TYPE_SEALER, reknit_vault_sealer_init))

static void
owner_free (Owner *owner)
{
  g_clear_pointer (&owner->wraps, reknit_key_wraps_unref);
  g_clear_pointer (&owner->key, reknit_secret_free);
  g_free (owner);
}

static Owner *
find_owner (ReknitVault *self,
            gint64       id)
{
  return g_hash_table_lookup (self->owners, &id);
}

/* An owner stays once known, so that its epoch only rises. Call with the writer lock. */
static Owner *
ensure_owner (ReknitVault *self,
              gint64       id)
{
  Owner *owner = find_owner (self, id);

  if (owner == NULL)
    {
      owner = g_new0 (Owner, 1);
      owner->id = id;
      g_hash_table_insert (self->owners, &owner->id, owner);
    }
  return owner;
}

static const ReknitSecret *
find_key (ReknitVault *self,
          gint64       id,
          GError     **error)
{
  Owner *owner = find_owner (self, id);

  if (owner != NULL && owner->key != NULL)
    return owner->key;
  reknit_vault_set_error (error, owner != NULL && owner->wraps != NULL ? REKNIT_VAULT_ERROR_LOCKED
                                                                       : REKNIT_VAULT_ERROR_NO_KEY);
  return NULL;
}

static gboolean
reknit_vault_sealer_has_key (ReknitSealer *sealer,
                             gint64        id)
{
  ReknitVault *self = REKNIT_VAULT (sealer);
  g_autoptr (GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&self->lock);
  Owner *owner = find_owner (self, id);

  return owner != NULL && owner->wraps != NULL;
}

static gboolean
reknit_vault_sealer_is_open (ReknitSealer *sealer,
                             gint64        id)
{
  ReknitVault *self = REKNIT_VAULT (sealer);
  g_autoptr (GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&self->lock);
  Owner *owner = find_owner (self, id);

  return owner != NULL && owner->key != NULL;
}

static GBytes *
reknit_vault_sealer_seal (ReknitSealer *sealer,
                          gint64        owner,
                          const char   *table,
                          gint64        id,
                          const char   *column,
                          const char   *text,
                          GError      **error)
{
  ReknitVault *self = REKNIT_VAULT (sealer);
  g_autoptr (GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&self->lock);
  const ReknitSecret *key = find_key (self, owner, error);

  return key != NULL ? reknit_text_seal (key, &(ReknitPlace) { owner, table, id, column }, text, error) : NULL;
}

static char *
reknit_vault_sealer_open (ReknitSealer *sealer,
                          gint64        owner,
                          const char   *table,
                          gint64        id,
                          const char   *column,
                          GBytes       *sealed,
                          GError      **error)
{
  ReknitVault *self = REKNIT_VAULT (sealer);
  g_autoptr (GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&self->lock);
  const ReknitSecret *key = find_key (self, owner, error);

  return key != NULL ? reknit_text_open (key, &(ReknitPlace) { owner, table, id, column }, sealed, error) : NULL;
}

static void
reknit_vault_sealer_init (ReknitSealerInterface *iface)
{
  iface->has_key = reknit_vault_sealer_has_key;
  iface->is_open = reknit_vault_sealer_is_open;
  iface->seal = reknit_vault_sealer_seal;
  iface->open = reknit_vault_sealer_open;
}

static void
reknit_vault_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_KDF_COST:
      REKNIT_VAULT (object)->kdf_cost = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_vault_finalize (GObject *object)
{
  ReknitVault *self = REKNIT_VAULT (object);

  g_hash_table_unref (self->owners);
  g_rw_lock_clear (&self->lock);
  G_OBJECT_CLASS (reknit_vault_parent_class)->finalize (object);
}

static void
reknit_vault_class_init (ReknitVaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = reknit_vault_set_property;
  object_class->finalize = reknit_vault_finalize;

  /**
   * ReknitVault:kdf-cost:
   *
   * What a guess at a passphrase costs that is set from now on.
   */
  properties[PROP_KDF_COST] = g_param_spec_enum ("kdf-cost", NULL, NULL, REKNIT_TYPE_KDF_COST,
                                                 REKNIT_KDF_COST_MODERATE,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReknitVault::opened:
   * @self: the vault
   * @owner: whose key was opened
   *
   * A key has come into memory: private text of @owner can be read and written.
   */
  signals[OPENED] = g_signal_new ("opened", REKNIT_TYPE_VAULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * ReknitVault::closed:
   * @self: the vault
   * @owner: whose key was closed
   *
   * A key has been wiped from memory. What was read with it should leave the screen now.
   */
  signals[CLOSED] = g_signal_new ("closed", REKNIT_TYPE_VAULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
reknit_vault_init (ReknitVault *self)
{
  reknit_sodium_ensure ();
  g_rw_lock_init (&self->lock);
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) owner_free);
}

/**
 * reknit_vault_new:
 *
 * Returns: (transfer full): a vault without keys
 */
ReknitVault *
reknit_vault_new (void)
{
  return g_object_new (REKNIT_TYPE_VAULT, NULL);
}

/* Wipes the key under the lock; what waits for this owner finds a newer epoch and gives up. */
static gboolean
wipe_key (ReknitVault *self,
          Owner       *owner)
{
  g_autoptr (GRWLockWriterLocker) locker = g_rw_lock_writer_locker_new (&self->lock);
  gboolean was_open = owner->key != NULL;

  g_clear_pointer (&owner->key, reknit_secret_free);
  owner->epoch++;
  return was_open;
}

static void
close_owner (ReknitVault *self,
             Owner       *owner)
{
  if (wipe_key (self, owner))
    g_signal_emit (self, signals[CLOSED], 0, owner->id);
}

/**
 * reknit_vault_add_wraps:
 * @self: a vault
 * @owner: a partner's id
 * @wraps: what was stored for @owner
 *
 * Tells the vault that @owner has a key. It is closed, unless it is open already and @wraps holds that
 * same key, as when a change that could not be stored is taken back.
 */
void
reknit_vault_add_wraps (ReknitVault    *self,
                        gint64          owner,
                        ReknitKeyWraps *wraps)
{
  Owner *known;

  g_return_if_fail (REKNIT_IS_VAULT (self));
  g_return_if_fail (owner > 0);
  g_return_if_fail (wraps != NULL);

  reknit_vault_set_wraps (self, owner, wraps);
  known = find_owner (self, owner);
  if (known->key == NULL || !reknit_wrap_is_of (reknit_key_wraps_get_passphrase (wraps), known->key))
    close_owner (self, known);
}

/**
 * reknit_vault_get_wraps:
 * @self: a vault
 * @owner: a partner's id
 *
 * Returns: (transfer none) (nullable): what is to be stored for @owner; %NULL without a key
 */
ReknitKeyWraps *
reknit_vault_get_wraps (ReknitVault *self,
                        gint64       owner)
{
  Owner *known;

  g_return_val_if_fail (REKNIT_IS_VAULT (self), NULL);

  known = find_owner (self, owner);
  return known != NULL ? known->wraps : NULL;
}

/**
 * reknit_vault_remove:
 * @self: a vault
 * @owner: a partner's id
 *
 * Forgets @owner's key. What is still sealed with it can't be opened unless its wraps are added again.
 */
void
reknit_vault_remove (ReknitVault *self,
                     gint64       owner)
{
  Owner *known;

  g_return_if_fail (REKNIT_IS_VAULT (self));

  known = find_owner (self, owner);
  if (known == NULL)
    return;
  g_rw_lock_writer_lock (&self->lock);
  g_clear_pointer (&known->wraps, reknit_key_wraps_unref);
  g_rw_lock_writer_unlock (&self->lock);
  close_owner (self, known);
}

/**
 * reknit_vault_has_key:
 * @self: a vault
 * @owner: a partner's id
 *
 * Returns: whether @owner has a key, open or not
 */
gboolean
reknit_vault_has_key (ReknitVault *self,
                      gint64       owner)
{
  return reknit_sealer_has_key (REKNIT_SEALER (self), owner);
}

/**
 * reknit_vault_is_open:
 * @self: a vault
 * @owner: a partner's id
 *
 * Returns: whether @owner's key is in memory
 */
gboolean
reknit_vault_is_open (ReknitVault *self,
                      gint64       owner)
{
  return reknit_sealer_is_open (REKNIT_SEALER (self), owner);
}

/**
 * reknit_vault_lock:
 * @self: a vault
 * @owner: a partner's id
 *
 * Wipes @owner's key from memory. What is under way for @owner, such as unlocking, ends with
 * %REKNIT_VAULT_ERROR_LOCKED: a lock is never undone by something that was begun before it.
 */
void
reknit_vault_lock (ReknitVault *self,
                   gint64       owner)
{
  Owner *known;

  g_return_if_fail (REKNIT_IS_VAULT (self));

  known = find_owner (self, owner);
  if (known != NULL)
    close_owner (self, known);
}

/**
 * reknit_vault_lock_all:
 * @self: a vault
 *
 * Wipes every key from memory, and only then tells of it.
 */
void
reknit_vault_lock_all (ReknitVault *self)
{
  g_autoptr (GArray) closed = NULL;
  GHashTableIter iter;
  Owner *owner;

  g_return_if_fail (REKNIT_IS_VAULT (self));

  closed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->owners);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &owner))
    if (wipe_key (self, owner))
      g_array_append_val (closed, owner->id);
  for (guint i = 0; i < closed->len; i++)
    g_signal_emit (self, signals[CLOSED], 0, g_array_index (closed, gint64, i));
}

guint
reknit_vault_get_epoch (ReknitVault *self,
                        gint64       owner)
{
  g_autoptr (GRWLockWriterLocker) locker = g_rw_lock_writer_locker_new (&self->lock);

  return ensure_owner (self, owner)->epoch;
}

const ReknitSecret *
reknit_vault_peek_key (ReknitVault *self,
                       gint64       owner,
                       GError     **error)
{
  return find_key (self, owner, error);
}

ReknitKdfCost
reknit_vault_get_cost (ReknitVault *self)
{
  return self->kdf_cost;
}

void
reknit_vault_take_key (ReknitVault  *self,
                       gint64        owner,
                       ReknitSecret *key)
{
  Owner *known;
  gboolean was_open;

  g_rw_lock_writer_lock (&self->lock);
  known = ensure_owner (self, owner);
  was_open = known->key != NULL;
  g_clear_pointer (&known->key, reknit_secret_free);
  known->key = key;
  g_rw_lock_writer_unlock (&self->lock);

  if (!was_open)
    g_signal_emit (self, signals[OPENED], 0, owner);
}

void
reknit_vault_set_wraps (ReknitVault    *self,
                        gint64          owner,
                        ReknitKeyWraps *wraps)
{
  g_autoptr (GRWLockWriterLocker) locker = g_rw_lock_writer_locker_new (&self->lock);
  Owner *known = ensure_owner (self, owner);
  ReknitKeyWraps *old = known->wraps;

  known->wraps = reknit_key_wraps_ref (wraps);
  g_clear_pointer (&old, reknit_key_wraps_unref);
}
