CREATE TABLE entry (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  title TEXT, body TEXT, position INTEGER NOT NULL, due INTEGER, done INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_position ON entry (position);
