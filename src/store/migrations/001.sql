-- Times are Unix seconds, UTC. A column declared ANY holds what was written, or a BLOB while it is sealed.

CREATE TABLE partner (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  name TEXT NOT NULL, color TEXT NOT NULL, position INTEGER NOT NULL UNIQUE CHECK (position IN (1, 2)),
  passphrase_wrap BLOB, recovery_wrap BLOB, names_in_notices INTEGER NOT NULL
) STRICT;

CREATE TABLE household (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  alone INTEGER NOT NULL, settled INTEGER
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER REFERENCES partner ON DELETE CASCADE,
  form TEXT NOT NULL, subject INTEGER NOT NULL, body ANY
) STRICT;
CREATE UNIQUE INDEX draft_place ON draft (coalesce (author, 0), form, subject);

CREATE TABLE issue (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  title ANY, happened ANY, feelings ANY, need ANY, own_part ANY,
  kind TEXT NOT NULL, state TEXT NOT NULL, outcome ANY, follow_up INTEGER
) STRICT;
CREATE INDEX issue_state ON issue (state, id);

CREATE TABLE issue_view (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  issue INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  body ANY
) STRICT;
CREATE INDEX issue_view_issue ON issue_view (issue);

CREATE TABLE feeling_entry (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  felt INTEGER, feelings ANY, situation ANY, reason ANY, wish ANY
) STRICT;
CREATE INDEX feeling_entry_felt ON feeling_entry (felt);

CREATE TABLE feeling_reply (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES feeling_entry ON DELETE CASCADE,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  reflection ANY
) STRICT;
CREATE INDEX feeling_reply_entry ON feeling_reply (entry);

CREATE TABLE talk (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  topic TEXT NOT NULL,
  issue INTEGER REFERENCES issue ON DELETE SET NULL,
  turn_seconds INTEGER NOT NULL, phase TEXT NOT NULL,
  speaker INTEGER REFERENCES partner ON DELETE SET NULL,
  clock_started INTEGER, clock_spent INTEGER NOT NULL, back_at INTEGER, ended INTEGER
) STRICT;
CREATE INDEX talk_ended ON talk (ended);

CREATE TABLE talk_turn (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  talk INTEGER NOT NULL REFERENCES talk ON DELETE CASCADE,
  speaker INTEGER REFERENCES partner ON DELETE SET NULL,
  seconds INTEGER NOT NULL, reflection TEXT, correction TEXT, confirmed INTEGER NOT NULL, validation TEXT
) STRICT;
CREATE INDEX talk_turn_talk ON talk_turn (talk);

CREATE TABLE talk_pause (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  talk INTEGER NOT NULL REFERENCES talk ON DELETE CASCADE,
  back_at INTEGER, ended INTEGER
) STRICT;
CREATE INDEX talk_pause_talk ON talk_pause (talk);

CREATE TABLE takeaway (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  talk INTEGER NOT NULL REFERENCES talk ON DELETE CASCADE,
  partner INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE,
  body TEXT NOT NULL,
  UNIQUE (talk, partner)
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  kind TEXT NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX agreement_kind ON agreement (kind);

CREATE TABLE agreement_revision (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  agreement INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
  number INTEGER NOT NULL,
  UNIQUE (agreement, number)
) STRICT;

CREATE TABLE agreement_rule (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES agreement_revision ON DELETE CASCADE,
  position INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_rule_revision ON agreement_rule (revision, position);

CREATE TABLE signature (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES agreement_revision ON DELETE CASCADE,
  partner INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE,
  UNIQUE (revision, partner)
) STRICT;

CREATE TABLE reminder (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  kind TEXT NOT NULL, subject INTEGER NOT NULL,
  rule TEXT NOT NULL, starts TEXT NOT NULL, zone TEXT NOT NULL,
  enabled INTEGER NOT NULL, lead_minutes INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_kind ON reminder (kind, subject);

CREATE TABLE occurrence (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  reminder INTEGER NOT NULL REFERENCES reminder ON DELETE CASCADE,
  local TEXT NOT NULL, due INTEGER, fired_at INTEGER, next_fire INTEGER, state TEXT NOT NULL,
  UNIQUE (reminder, local)
) STRICT;
CREATE INDEX occurrence_state ON occurrence (state, due);

CREATE TABLE check_in (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  occurrence INTEGER REFERENCES occurrence ON DELETE SET NULL,
  due INTEGER, state TEXT NOT NULL, revealed INTEGER, closed INTEGER
) STRICT;
CREATE INDEX check_in_due ON check_in (due);

CREATE TABLE check_in_answer (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  check_in INTEGER NOT NULL REFERENCES check_in ON DELETE CASCADE,
  author INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE,
  shared INTEGER, ready INTEGER, appreciation ANY,
  closeness ANY, heard ANY, trust ANY, affection ANY, stress ANY, went_well ANY, wish ANY,
  UNIQUE (check_in, author)
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  check_in INTEGER REFERENCES check_in ON DELETE SET NULL,
  raised_by INTEGER REFERENCES partner ON DELETE SET NULL,
  body TEXT NOT NULL, source_table TEXT, source_id INTEGER NOT NULL, done INTEGER
) STRICT;
CREATE INDEX agenda_item_done ON agenda_item (done, id);

CREATE TABLE next_step (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  check_in INTEGER NOT NULL REFERENCES check_in ON DELETE CASCADE,
  partner INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE,
  body TEXT NOT NULL, done INTEGER,
  UNIQUE (check_in, partner)
) STRICT;
CREATE INDEX next_step_done ON next_step (done);

CREATE TABLE link (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  from_table TEXT NOT NULL, from_id INTEGER NOT NULL, to_table TEXT NOT NULL, to_id INTEGER NOT NULL,
  UNIQUE (from_table, from_id, to_table, to_id)
) STRICT;
CREATE INDEX link_to ON link (to_table, to_id);

CREATE TABLE earlier_text (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  of_table TEXT NOT NULL, of_id INTEGER NOT NULL, body ANY
) STRICT;
CREATE INDEX earlier_text_of ON earlier_text (of_table, of_id);

CREATE TABLE question_state (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  question TEXT NOT NULL UNIQUE, shown INTEGER, talked INTEGER
) STRICT;
