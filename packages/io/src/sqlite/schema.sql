-- Schema of the embedded archive, version 1 (PRAGMA user_version). Read by open.ts; a change here is a new version and a migration.
-- Rules: what can be derived is a view or dies by foreign key with what it rests on; ids are TEXT, joins go over INTEGER n.

-- The queue: work that is not finished. `owner` is the process a task is on loan to, null while it waits.
CREATE TABLE tasks (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  input TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,                   -- the stage it stands in front of
  document TEXT NOT NULL,                -- the document in progress as JSON
  attempts INTEGER NOT NULL DEFAULT 0,   -- counted when taken, so that a crash is counted
  crashes INTEGER NOT NULL DEFAULT 0,    -- owners that died while they held it
  not_before INTEGER NOT NULL DEFAULT 0, -- ms since 1970
  again TEXT,                            -- the document as submitted once more since work on it began
  owner TEXT
) STRICT;
CREATE INDEX tasks_waiting ON tasks (topic, crashes, attempts, n) WHERE owner IS NULL;
CREATE INDEX tasks_on_loan ON tasks (owner) WHERE owner IS NOT NULL;

-- Processes that take tasks. Dead when the pid is gone or the heartbeat is old.
CREATE TABLE owners (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  heartbeat INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The ledger: one row for every input ever submitted. `state` is null until work on it has ended once.
CREATE TABLE entries (
  input TEXT PRIMARY KEY,
  state TEXT,
  code TEXT,
  reason TEXT,
  document TEXT,
  steps TEXT NOT NULL DEFAULT '[]',
  submission TEXT                        -- of what is quarantined: what was submitted, as JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_document ON entries (document);

-- Current version of every document.
CREATE TABLE documents (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  input TEXT NOT NULL,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  revision TEXT NOT NULL,                -- what comparing looked at, see revisionOf
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  source_key TEXT NOT NULL,              -- lower case
  published_at TEXT,
  published_sort TEXT,                   -- UTC, comparable as text
  content_hash TEXT NOT NULL,
  stamp INTEGER NOT NULL,                -- rises with every put: validates cached copies
  cluster TEXT NOT NULL,                 -- smallest id among documents joined by copy links
  copy_of TEXT,                          -- the cluster's original, null for the original itself
  story TEXT NOT NULL                    -- smallest id among documents joined by links
) STRICT;
CREATE INDEX documents_key ON documents (key);
CREATE INDEX documents_url ON documents (url);
CREATE INDEX documents_source ON documents (source_key);
CREATE INDEX documents_cluster ON documents (cluster);
CREATE INDEX documents_story ON documents (story);
CREATE INDEX documents_newest ON documents (published_sort DESC, id);

-- Apart from the rows, which are written again whenever a document joins a story.
CREATE TABLE bodies (
  n INTEGER PRIMARY KEY REFERENCES documents (n) ON DELETE CASCADE,
  body TEXT NOT NULL                     -- the document as JSON, without its claims
) STRICT;
CREATE VIEW whole_documents AS SELECT d.*, b.body FROM documents d JOIN bodies b ON b.n = d.n;

-- Versions that were replaced: kept, never searched.
CREATE TABLE versions (
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  body TEXT NOT NULL,                    -- the document as JSON, with its claims
  PRIMARY KEY (document, version)
) STRICT, WITHOUT ROWID;

-- Which inputs gave a document, and what bytes: two inputs may name the same URL, and the smaller keeps it.
CREATE TABLE claimants (
  document TEXT NOT NULL,
  input TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (document, input)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  doc INTEGER NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  stance TEXT NOT NULL,
  grp TEXT NOT NULL,                     -- group of same claims
  min REAL,                              -- -infinity and infinity where open; null when the value is no number
  max REAL,
  unit TEXT,
  speaker_entity TEXT,
  place_entity TEXT,
  score REAL NOT NULL
) STRICT;
CREATE INDEX claims_doc ON claims (doc, ordinal);
CREATE INDEX claims_group ON claims (grp);
CREATE INDEX claims_score ON claims (score DESC, id);
CREATE INDEX claims_value ON claims (unit, min);
CREATE INDEX claims_speaker ON claims (speaker_entity, stance);
-- What facets count: of a hundred thousand claims they read this index alone.
CREATE INDEX claims_facets ON claims (kind, stance, unit, place_entity);

-- Apart from the rows, of which a search reads thousands to show twenty.
CREATE TABLE claim_bodies (
  n INTEGER PRIMARY KEY REFERENCES claims (n) ON DELETE CASCADE,
  body TEXT NOT NULL                     -- the claim as JSON
) STRICT;
CREATE VIEW whole_claims AS SELECT c.*, b.body FROM claims c JOIN claim_bodies b ON b.n = c.n;

-- Entities of a claim in any role: subject, speaker, place, named in the evidence.
CREATE TABLE claim_entities (
  entity TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  PRIMARY KEY (entity, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_entities_claim ON claim_entities (claim);

-- Entities a document mentions, and how often.
CREATE TABLE mentions (
  entity TEXT NOT NULL,
  doc INTEGER NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  count INTEGER NOT NULL,
  PRIMARY KEY (entity, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_doc ON mentions (doc);

-- Forms and names under which current documents know an entity; `uses` counts documents, a row goes when it reaches 0.
CREATE TABLE entity_forms (
  entity TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (entity, type, name, provisional)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_names (
  name_key TEXT NOT NULL,                -- stems of the name
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (name_key, entity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_names_entity ON entity_names (entity);

-- Full text over stems made by nlp's tokenizer. The ascii tokenizer only parts them at spaces again:
-- everything the tokenizer keeps inside a token is a token character here.
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  evidence, subject, measure, title, speaker, place,
  content='', contentless_delete=1, tokenize="ascii tokenchars '.,''&-_'"
);
CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title, text,
  content='', contentless_delete=1, tokenize="ascii tokenchars '.,''&-_'"
);

-- Segments are merged sixteen at a time instead of four: a tenth more documents a second, for a search that looks into some more.
INSERT INTO claims_fts (claims_fts, rank) VALUES ('automerge', 16), ('crisismerge', 64);
INSERT INTO documents_fts (documents_fts, rank) VALUES ('automerge', 16), ('crisismerge', 64);

-- Words as written (lower case) and their stems: a prefix is looked up here, since "regulat*" is no prefix of the stem "regul".
CREATE TABLE words (
  word TEXT PRIMARY KEY,
  stem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Places of documents among others: under each of their keys, by day of publication.
CREATE TABLE candidates (
  key TEXT NOT NULL,
  day TEXT NOT NULL,                     -- empty when unknown
  document TEXT NOT NULL,
  PRIMARY KEY (key, day, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidates_document ON candidates (document, key);

-- Pairs of other documents that a document parted when it came, or joined when it left its place; kept until it is compared.
CREATE TABLE moved_pairs (
  document TEXT NOT NULL,
  kind TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (document, kind, a, b)
) STRICT, WITHOUT ROWID;

-- What comparing found, by pairs of documents (of a document with itself, too): a function of the two, so that it does
-- not matter which of them was compared last.
CREATE TABLE links (
  a TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (a, b, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_b ON links (b);

-- Under the pair, so that what a pair has lies together. Groups are copied from the claims; a claim's group cannot change
-- without its document (and so this row) being replaced. A claim that is not in `claims` is of a version that was replaced:
-- its page has taken it back.
CREATE TABLE collisions (
  doc_a TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, -- the documents of the two claims, the smaller id first
  doc_b TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  a TEXT NOT NULL,                       -- the two claims
  b TEXT NOT NULL,
  type TEXT NOT NULL,
  reason TEXT NOT NULL,
  score REAL NOT NULL,
  answer TEXT,                           -- 'a' or 'b'
  group_a TEXT NOT NULL,
  group_b TEXT NOT NULL,
  contradiction TEXT NOT NULL,           -- contradictionId of the two groups
  PRIMARY KEY (doc_a, doc_b, a, b, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX collisions_doc_b ON collisions (doc_b);
CREATE INDEX collisions_contradiction ON collisions (contradiction);

CREATE TABLE near_misses (
  doc_a TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  doc_b TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  body TEXT NOT NULL,                    -- NearMiss[] as JSON: read by one claim now and then, written for every pair
  PRIMARY KEY (doc_a, doc_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_misses_doc_b ON near_misses (doc_b);

-- Feeds and sitemaps that are watched.
CREATE TABLE sources (
  url TEXT PRIMARY KEY,
  body TEXT NOT NULL                     -- Source as JSON
) STRICT, WITHOUT ROWID;

-- Who gets the digest by mail.
CREATE TABLE subscribers (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  body TEXT NOT NULL                     -- Subscriber as JSON
) STRICT, WITHOUT ROWID;

-- Searches that people keep, each with what came of it.
CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  body TEXT NOT NULL,                    -- SavedSearch as JSON
  log TEXT NOT NULL                      -- SearchLog as JSON
) STRICT, WITHOUT ROWID;

-- People's decisions on contradictions: only ever added to. The latest is the contradiction's state; one without any is open.
CREATE TABLE reviews (
  contradiction TEXT NOT NULL,           -- also under 'document contradiction' for each document that it rests on
  at TEXT NOT NULL,                      -- ISO 8601, UTC
  by TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL,                    -- Review as JSON
  PRIMARY KEY (contradiction, at, by)
) STRICT, WITHOUT ROWID;

-- The audit log: who changed what, and who tried to. Only ever added to.
CREATE TABLE acts (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,                      -- ISO 8601, UTC
  body TEXT NOT NULL                     -- Act as JSON
) STRICT;
CREATE INDEX acts_at ON acts (at, n);

-- What people set right in claims and entities: only ever added to; what takes an edit back is one, too.
CREATE TABLE edits (
  subject TEXT NOT NULL,                 -- the edit's id, and what it is about: a document, entities
  at TEXT NOT NULL,                      -- ISO 8601, UTC
  id TEXT NOT NULL,
  body TEXT NOT NULL,                    -- Edit as JSON
  PRIMARY KEY (subject, at, id)
) STRICT, WITHOUT ROWID;

-- The visible state of every input. `copy` and the outcome of two inputs with one URL are derived from what the archive
-- holds now, so that order of arrival does not matter and nothing goes stale.
CREATE VIEW entry_states AS
SELECT
  e.input,
  CASE
    WHEN e.state IS NULL THEN 'waiting'
    WHEN d.id IS NULL OR NOT (e.state = 'indexed' OR e.code IS 'same-url') THEN e.state
    WHEN d.input <> e.input AND c.content_hash = d.content_hash THEN 'unchanged'
    WHEN d.input <> e.input THEN 'dropped'
    WHEN d.copy_of IS NOT NULL THEN 'copy'
    ELSE 'indexed'
  END AS state,
  CASE
    WHEN d.id IS NULL OR NOT (e.state = 'indexed' OR e.code IS 'same-url') THEN e.code
    WHEN d.input <> e.input AND c.content_hash IS NOT d.content_hash THEN 'same-url'
  END AS code,
  CASE
    WHEN d.id IS NULL OR NOT (e.state = 'indexed' OR e.code IS 'same-url') THEN e.reason
    WHEN d.input <> e.input AND c.content_hash IS d.content_hash THEN 'The same bytes for the same URL came from ' || d.input
    WHEN d.input <> e.input THEN 'The document of this URL is read from ' || d.input
    WHEN d.copy_of IS NOT NULL THEN 'A copy of ' || d.copy_of
  END AS reason,
  e.document,
  e.steps,
  coalesce(d.input <> e.input AND (e.state = 'indexed' OR e.code IS 'same-url'), 0) AS lost
FROM entries e
LEFT JOIN documents d ON d.id = e.document
LEFT JOIN claimants c ON c.document = e.document AND c.input = e.input;
