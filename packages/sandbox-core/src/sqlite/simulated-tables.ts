/** The simulated providers' tables, in the same file as the backend's store. */
export const simulatedTables = `
CREATE TABLE simulated_documents (
  number INTEGER PRIMARY KEY, server TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  row TEXT NOT NULL, UNIQUE (server, account, kind, id)
) STRICT;
CREATE INDEX simulated_documents_by_id ON simulated_documents (kind, id);
CREATE TABLE simulated_due (
  number INTEGER PRIMARY KEY, due_at INTEGER NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL
) STRICT;
CREATE INDEX simulated_due_by_time ON simulated_due (due_at, id);
CREATE TABLE simulated_operations (
  server TEXT NOT NULL, operation TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (server, operation)
) STRICT, WITHOUT ROWID;
`;
