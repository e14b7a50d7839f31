/** What is made or noted once for a database, however many processes start on it. */
export const installationFunctions = `
-- The first organisation of this database; the given one, with its key, when there was none.
CREATE FUNCTION codespar.create_first_organisation_1(
  p_id text, p_plan text, p_overage_enabled boolean, p_row text,
  p_key_id text, p_key_hash text, p_key_row text)
RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO codespar.installation (organisation) VALUES (p_id) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO codespar.organisations (id, plan, overage_enabled, row)
      VALUES (p_id, p_plan, p_overage_enabled, p_row);
    INSERT INTO codespar.api_keys (id, organisation, hash, row) VALUES (p_key_id, p_id, p_key_hash, p_key_row);
  END IF;
  RETURN (SELECT organisation FROM codespar.installation);
END $$;

-- Null when the keys are those of the database; else the id of the one that is another, or that is lacking.
CREATE FUNCTION codespar.check_master_keys_1(p_ids text[], p_fingerprints text[])
RETURNS TABLE (other text, lacking text) LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE codespar.master_keys IN EXCLUSIVE MODE;
  SELECT m.id INTO other FROM codespar.master_keys m
    JOIN unnest(p_ids, p_fingerprints) AS given (id, fingerprint) ON given.id = m.id
    WHERE given.fingerprint <> m.fingerprint LIMIT 1;
  SELECT m.id INTO lacking FROM codespar.master_keys m WHERE m.is_current AND m.id <> ALL (p_ids);
  IF other IS NULL AND lacking IS NULL THEN
    INSERT INTO codespar.master_keys (id, fingerprint, is_current)
      SELECT id, fingerprint, false FROM unnest(p_ids, p_fingerprints) AS given (id, fingerprint)
      ON CONFLICT DO NOTHING;
    UPDATE codespar.master_keys m SET is_current = (m.id = p_ids[1]) WHERE m.is_current <> (m.id = p_ids[1]);
  END IF;
  RETURN NEXT;
END $$;
`;
