/** Several writes of records and keys: all, or none and the place of the first that does not hold. */
export const togetherFunctions = `
CREATE FUNCTION codespar.write_together_1(p_writes json) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  w record;
  v_place integer := -1;
  v_holds boolean;
BEGIN
  FOR w IN SELECT * FROM json_to_recordset(p_writes) AS write (
      type text, kind text, organisation text, id text, name text, in_group text, row text, arguments text,
      created_at bigint, is_pending boolean, version integer, most bigint,
      hash text, previous_hash text, revoked_at bigint, last_used_at bigint, expected_hash text)
  LOOP
    v_place := v_place + 1;
    CASE w.type
      WHEN 'insert_record' THEN
        IF w.most IS NOT NULL THEN
          PERFORM pg_advisory_xact_lock(hashtextextended('codespar ' || w.kind || ' ' || w.organisation, 0));
        END IF;
        v_holds := w.most IS NULL OR w.most > (
          SELECT count(*) FROM codespar.records r WHERE r.kind = w.kind AND r.organisation = w.organisation);
        IF v_holds THEN
          INSERT INTO codespar.records (kind, organisation, id, name, in_group, row, arguments, created_at, is_pending,
              version)
            VALUES (w.kind, w.organisation, w.id, w.name, w.in_group, w.row, w.arguments, w.created_at, w.is_pending, 1)
            ON CONFLICT DO NOTHING;
          v_holds := FOUND;
        END IF;
      WHEN 'replace_record' THEN
        v_holds := codespar.replace_record_1(w.kind, w.organisation, w.id, w.name, w.in_group, w.row, w.arguments,
          w.created_at, w.is_pending, w.version);
      WHEN 'create_api_key' THEN
        v_holds := codespar.create_api_key_1(w.id, w.organisation, w.hash, w.previous_hash, w.revoked_at, w.row,
          w.last_used_at, CASE WHEN w.organisation IS NULL THEN NULL ELSE w.most END);
      WHEN 'update_api_key' THEN
        UPDATE codespar.api_keys SET organisation = w.organisation, hash = w.hash, previous_hash = w.previous_hash,
            revoked_at = w.revoked_at, row = w.row
          WHERE id = w.id AND revoked_at IS NULL AND hash = w.expected_hash;
        v_holds := FOUND;
    END CASE;
    -- rolls back to before the first write
    IF NOT v_holds THEN RAISE EXCEPTION USING ERRCODE = 'CS001'; END IF;
  END LOOP;
  RETURN -1;
EXCEPTION WHEN SQLSTATE 'CS001' THEN RETURN v_place;
END $$;
`;
