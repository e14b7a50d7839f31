/** API keys within what a plan allows: those of one organisation are made one after the other. */
export const keyFunctions = `
CREATE FUNCTION codespar.create_api_key_1(
  p_id text, p_organisation text, p_hash text, p_previous_hash text, p_revoked_at bigint, p_row text,
  p_last_used_at bigint, p_most bigint)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF p_most IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('codespar api keys ' || p_organisation, 0));
    IF (SELECT count(*) FROM codespar.api_keys WHERE organisation = p_organisation AND revoked_at IS NULL) >= p_most
    THEN RETURN false; END IF;
  END IF;
  INSERT INTO codespar.api_keys (id, organisation, hash, previous_hash, revoked_at, last_used_at, row)
    VALUES (p_id, p_organisation, p_hash, p_previous_hash, p_revoked_at, p_last_used_at, p_row)
    ON CONFLICT (id) DO UPDATE SET organisation = p_organisation, hash = p_hash, previous_hash = p_previous_hash,
      revoked_at = p_revoked_at, last_used_at = p_last_used_at, row = p_row;
  RETURN true;
END $$;
`;
