/** "CSpr": distinguishes our files from other programs' SQLite files. */
export const applicationId = 0x43537072;
/** Raised with every change of the tables below. */
export const schemaVersion = 4;

/** Each table has the row as JSON, and as columns what it is looked for by. */
export const schema = `
CREATE TABLE operations (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL, session_id TEXT NOT NULL, key TEXT NOT NULL, tool TEXT NOT NULL,
  state TEXT NOT NULL, created_at INTEGER NOT NULL, completed_at INTEGER, lease_until INTEGER NOT NULL,
  has_payload INTEGER NOT NULL, row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operations_by_organisation ON operations (organisation, id);
CREATE INDEX operations_by_key ON operations (organisation, key, id);
CREATE INDEX operations_open ON operations (lease_until)
  WHERE state IN ('queued', 'running', 'dispatched', 'unknown');
CREATE INDEX operations_with_payload ON operations (completed_at)
  WHERE has_payload = 1 AND state IN ('succeeded', 'refused', 'failed');
CREATE INDEX operations_by_age ON operations (created_at);
CREATE TABLE keys (
  organisation TEXT NOT NULL, key TEXT NOT NULL, operation TEXT NOT NULL, PRIMARY KEY (organisation, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE streams (
  operation TEXT NOT NULL, number INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (operation, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE provider_documents (
  organisation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL,
  PRIMARY KEY (organisation, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tallies (
  organisation TEXT NOT NULL, period TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY (organisation, period, kind, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE counters (
  name TEXT PRIMARY KEY, value INTEGER NOT NULL, expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX counters_by_end ON counters (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE reservations (operation TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE organisations (id TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY, organisation TEXT, hash TEXT NOT NULL, previous_hash TEXT, row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX api_keys_by_hash ON api_keys (hash);
CREATE INDEX api_keys_by_previous_hash ON api_keys (previous_hash) WHERE previous_hash IS NOT NULL;
CREATE INDEX api_keys_revoked ON api_keys (row ->> 'revokedAt') WHERE row ->> 'revokedAt' IS NOT NULL;
CREATE INDEX api_keys_by_organisation ON api_keys (organisation, id);
CREATE TABLE sessions (id TEXT PRIMARY KEY, organisation TEXT NOT NULL, row TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_organisation ON sessions (organisation, id);
CREATE TABLE records (
  kind TEXT NOT NULL, organisation TEXT NOT NULL, id TEXT NOT NULL, name TEXT, in_group TEXT, row TEXT NOT NULL,
  PRIMARY KEY (kind, organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX records_by_name ON records (kind, organisation, name) WHERE name IS NOT NULL;
CREATE INDEX records_dated ON records (kind, row ->> 'createdAt') WHERE kind IN ('approval', 'delivery', 'resolution');
CREATE INDEX records_by_group ON records (kind, organisation, in_group, id);
CREATE TABLE events (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL, type TEXT NOT NULL, created_at INTEGER NOT NULL,
  has_data INTEGER NOT NULL, row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_organisation ON events (organisation, id);
CREATE INDEX events_by_type ON events (organisation, type, id);
CREATE INDEX events_with_data ON events (created_at) WHERE has_data = 1;
CREATE INDEX events_by_age ON events (created_at);
CREATE TABLE jobs (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, in_group TEXT NOT NULL,
  due_at INTEGER NOT NULL, is_leased INTEGER NOT NULL, row TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_by_kind ON jobs (kind, due_at);
CREATE INDEX jobs_by_group ON jobs (kind, in_group, due_at);
CREATE INDEX jobs_leased ON jobs (kind, in_group, due_at) WHERE is_leased = 1;
CREATE INDEX jobs_by_time ON jobs (due_at);
CREATE TABLE health (provider TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE numbers (series TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** The names of the tables that these statements make. */
export function tableNames(statements: string): string[] {
  return [...statements.matchAll(/CREATE TABLE (\w+)/g)].map(([, name = ""]) => name);
}
