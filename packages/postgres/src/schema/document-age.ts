/**
 * When what a provider made was made, read from its row, so that versions which do not know of it write it as well. Not by
 * JSON: an id may hold what PostgreSQL has no text for. Inside a text of the row the quotes have a backslash before them.
 */
export const documentAge = `
ALTER TABLE codespar.provider_documents ADD COLUMN created_at bigint
  GENERATED ALWAYS AS (substring(row FROM '"createdAt":([0-9]+)')::bigint) STORED;
CREATE INDEX provider_documents_age ON codespar.provider_documents (created_at);
`;
