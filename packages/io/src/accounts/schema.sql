-- Schema of accounts.sqlite, version 1 (PRAGMA user_version). Apart from the archive: a copy of that gives no access.
CREATE TABLE users (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  role TEXT NOT NULL,
  password TEXT NOT NULL,                -- salt and argon2id hash as hex, parted by '$'
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  secret TEXT PRIMARY KEY,               -- SHA-256 as hex
  name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
  ends INTEGER NOT NULL                  -- ms since 1970
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  secret TEXT NOT NULL UNIQUE,           -- SHA-256 as hex
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Tries to sign in that failed, of names that exist and of names that do not.
CREATE TABLE failures (
  name TEXT NOT NULL COLLATE NOCASE,
  at INTEGER NOT NULL                    -- ms since 1970
) STRICT;
CREATE INDEX failures_name ON failures (name, at);
