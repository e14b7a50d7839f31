import { sessionStripes, usageStripes } from "./operation-functions.ts";

/**
 * An execution in two or three round trips: all that it reads before it begins is read at once, and may be kept for a
 * moment, since beginning checks that it still holds. Whatever changes it changes the account's version, whichever
 * process and version of the software wrote it. The version's row is locked last, at the commit, so that no two wait in a
 * circle.
 */
export const openingFunctions = `
-- In a condition: the commit need not wait for the disk, for the write is no loss.
CREATE FUNCTION codespar.may_be_lost() RETURNS boolean LANGUAGE sql AS $$
  SELECT set_config('synchronous_commit', 'off', true) IS NOT NULL
$$;

-- what a session's calls may use, by the names that it has elsewhere; null in rows that the version before wrote
ALTER TABLE codespar.sessions ADD COLUMN connection_names text[], ADD COLUMN circuit_names text[];

CREATE TABLE codespar.account_versions (
  organisation text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL
) WITH (fillfactor = 50);

CREATE FUNCTION codespar.note_change_1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_organisation text;
BEGIN
  IF TG_TABLE_NAME = 'organisations' THEN v_organisation := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN v_organisation := OLD.organisation;
  ELSE v_organisation := NEW.organisation;
  END IF;
  IF v_organisation IS NOT NULL THEN
    INSERT INTO codespar.account_versions AS a VALUES (v_organisation, 1)
      ON CONFLICT (organisation) DO UPDATE SET version = a.version + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER note_change AFTER INSERT OR UPDATE OF plan, overage_enabled, row ON codespar.organisations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION codespar.note_change_1();
CREATE CONSTRAINT TRIGGER note_change
  AFTER INSERT OR UPDATE OF organisation, hash, previous_hash, revoked_at, row ON codespar.api_keys
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION codespar.note_change_1();
CREATE CONSTRAINT TRIGGER note_change AFTER INSERT OR UPDATE ON codespar.records
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind IN ('connection', 'trigger'))
  EXECUTE FUNCTION codespar.note_change_1();
CREATE CONSTRAINT TRIGGER note_deletion AFTER DELETE ON codespar.records
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.kind IN ('connection', 'trigger'))
  EXECUTE FUNCTION codespar.note_change_1();

-- No row: there is no such key. Whether it works is for the caller to say. All of it as it is at one moment.
CREATE FUNCTION codespar.open_call_1(p_hash text, p_organisation text, p_session text, p_key text, p_period text)
RETURNS TABLE (
  key_row text, last_used_at bigint, organisation_row text, plan text, overage_enabled boolean, version bigint,
  session_row text, expires_at bigint, closed_at bigint, tool_calls bigint, are_names_known boolean,
  connections text[], connection_versions integer[], circuits text[], healths text[],
  trigger_row text, trigger_version integer, held text, used bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_organisation text;
  v_connection_names text[];
  v_circuit_names text[];
BEGIN
  SELECT k.row, k.last_used_at, k.organisation INTO key_row, last_used_at, v_organisation
    FROM codespar.api_keys k WHERE k.hash = p_hash OR k.previous_hash = p_hash LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  v_organisation := COALESCE(v_organisation, p_organisation);
  SELECT o.row, o.plan, o.overage_enabled INTO organisation_row, plan, overage_enabled
    FROM codespar.organisations o WHERE o.id = v_organisation;
  IF NOT FOUND THEN
    RETURN NEXT;
    RETURN;
  END IF;
  version := COALESCE((SELECT a.version FROM codespar.account_versions a WHERE a.organisation = v_organisation), 0);
  SELECT s.row, s.expires_at, s.closed_at, s.connection_names, s.circuit_names, s.tool_calls + COALESCE(
      (SELECT SUM(c.calls) FROM codespar.session_calls c WHERE c.session_id = s.id), 0)
    INTO session_row, expires_at, closed_at, v_connection_names, v_circuit_names, tool_calls
    FROM codespar.sessions s WHERE s.id = p_session AND s.organisation = v_organisation;
  are_names_known := v_connection_names IS NOT NULL;
  SELECT array_agg(r.row), array_agg(r.version) INTO connections, connection_versions FROM codespar.records r
    WHERE r.kind = 'connection' AND r.organisation = v_organisation AND r.name = ANY (v_connection_names);
  SELECT array_agg(h.provider), array_agg(h.row) INTO circuits, healths FROM codespar.provider_health h
    WHERE h.provider = ANY (v_circuit_names);
  SELECT r.row, r.version INTO trigger_row, trigger_version FROM codespar.records r
    WHERE r.kind = 'trigger' AND r.organisation = v_organisation ORDER BY r.id DESC LIMIT 1;
  SELECT k.operation INTO held FROM codespar.operation_keys k WHERE k.organisation = v_organisation AND k.key = p_key;
  SELECT COALESCE(SUM(u.used), 0) INTO used FROM codespar.usage_stripes u
    WHERE u.organisation = v_organisation AND u.period = p_period;
  RETURN NEXT;
END $$;

-- As before; also noted as dispatched, moves the session's expiry, and checks that what was read earlier still holds.
CREATE FUNCTION codespar.begin_operation_2(
  p_id text, p_organisation text, p_session text, p_key text, p_fingerprint text, p_verb text, p_tool text,
  p_server text, p_metadata text, p_user text, p_amount bigint, p_currency text, p_created bigint, p_period text,
  p_arguments text, p_state text, p_charged boolean, p_lease_until bigint, p_quota bigint, p_counters text[],
  p_adds bigint[], p_limits bigint[], p_are_amounts boolean[], p_expiries bigint[], p_order integer[], p_approval text,
  p_approval_version integer, p_approval_patch text, p_replaces text, p_provider text, p_account text,
  p_attempts text[], p_last_provider text, p_last_outcome text, p_last_at text, p_dispatched text, p_opened bigint,
  p_session_expires bigint, p_reads_used boolean)
RETURNS TABLE (outcome text, held text, used bigint, refused integer) LANGUAGE plpgsql AS $$
DECLARE
  v_connection integer := pg_backend_pid();
  v_stripe smallint := (v_connection % ${usageStripes})::smallint;
  v_charged integer := p_charged::integer;
  v_taken bigint;
  v_value bigint;
  v_refused integer;
  v_index integer;
  -- what was read earlier is no longer so: a key was revoked, a connection replaced, the session closed
  v_is_stale boolean := p_opened IS NOT NULL AND (
    p_opened <> COALESCE((SELECT a.version FROM codespar.account_versions a WHERE a.organisation = p_organisation), 0)
    OR NOT EXISTS (SELECT 1 FROM codespar.sessions s
      WHERE s.id = p_session AND s.organisation = p_organisation AND s.closed_at IS NULL));
BEGIN
  INSERT INTO codespar.operation_keys AS k VALUES (p_organisation, p_key, p_id)
    ON CONFLICT (organisation, key) DO UPDATE SET operation = excluded.operation WHERE k.operation = p_replaces;
  IF NOT FOUND THEN
    RETURN QUERY SELECT CASE WHEN v_is_stale AND k.operation <> p_id THEN 'stale' ELSE 'held' END, k.operation, NULL::bigint, NULL::integer FROM codespar.operation_keys k
      WHERE k.organisation = p_organisation AND k.key = p_key;
    RETURN;
  END IF;
  IF v_is_stale THEN
    -- as it was: the one that is replaced may still be asked for
    IF p_replaces IS NULL THEN
      DELETE FROM codespar.operation_keys k WHERE k.organisation = p_organisation AND k.key = p_key;
    ELSE
      UPDATE codespar.operation_keys k SET operation = p_replaces WHERE k.organisation = p_organisation AND k.key = p_key;
    END IF;
    RETURN QUERY SELECT 'stale'::text, NULL::text, NULL::bigint, NULL::integer;
    RETURN;
  END IF;

  LOOP
    UPDATE codespar.usage_stripes s SET used = s.used + v_charged, reserved = s.reserved + 1 - v_charged
      WHERE s.organisation = p_organisation AND s.period = p_period AND s.stripe = v_stripe
        AND s.quota IS NOT DISTINCT FROM p_quota AND (p_quota IS NULL OR s.used + s.reserved < s.allowance);
    EXIT WHEN FOUND;
    v_taken := codespar.refill_usage_1(p_organisation, p_period, p_quota, v_stripe);
    IF v_taken IS NOT NULL THEN
      DELETE FROM codespar.operation_keys k WHERE k.organisation = p_organisation AND k.key = p_key;
      RETURN QUERY SELECT 'quota'::text, NULL::text, v_taken, NULL::integer;
      RETURN;
    END IF;
  END LOOP;

  FOR v_index IN 1 .. cardinality(p_counters) LOOP
    INSERT INTO codespar.counters AS c VALUES (p_counters[v_index], p_adds[v_index], p_expiries[v_index])
      ON CONFLICT (name) DO UPDATE SET value = c.value + excluded.value,
        expires_at = COALESCE(c.expires_at, excluded.expires_at)
      RETURNING value INTO v_value;
    IF v_value > p_limits[v_index] AND (v_refused IS NULL OR p_order[v_index] < v_refused) THEN
      v_refused := p_order[v_index];
    END IF;
  END LOOP;

  IF v_refused IS NULL AND p_approval IS NOT NULL THEN
    UPDATE codespar.records r SET version = r.version + 1, patch = p_approval_patch
      WHERE r.kind = 'approval' AND r.organisation = p_organisation AND r.id = p_approval
        AND r.version = p_approval_version;
    IF NOT FOUND THEN v_refused := 0; END IF;
  END IF;

  IF v_refused IS NOT NULL THEN
    FOR v_index IN 1 .. cardinality(p_counters) LOOP
      UPDATE codespar.counters SET value = value - p_adds[v_index] WHERE name = p_counters[v_index];
    END LOOP;
    UPDATE codespar.usage_stripes s SET used = s.used - v_charged, reserved = s.reserved - 1 + v_charged
      WHERE s.organisation = p_organisation AND s.period = p_period AND s.stripe = v_stripe;
    DELETE FROM codespar.operation_keys k WHERE k.organisation = p_organisation AND k.key = p_key;
    RETURN QUERY SELECT CASE v_refused WHEN 0 THEN 'approval' ELSE 'policy' END, NULL::text, NULL::bigint, v_refused;
    RETURN;
  END IF;

  IF p_session_expires IS NOT NULL THEN
    -- whoever has it locked moves it as far at this moment: the calls of a session need not wait for one another
    UPDATE codespar.sessions SET expires_at = p_session_expires WHERE id = (
      SELECT s.id FROM codespar.sessions s WHERE s.id = p_session AND s.organisation = p_organisation
        AND s.closed_at IS NULL AND s.expires_at < p_session_expires FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
  INSERT INTO codespar.operations_open (id, organisation, session_id, key, fingerprint, verb, tool, server, metadata,
      user_id, amount, currency, created_at, period, arguments, state, provider, account, attempts, charged, lease,
      lease_until, stripe, counters, adds, are_amounts, last_provider, last_outcome, last_at, dispatched)
    VALUES (p_id, p_organisation, p_session, p_key, p_fingerprint, p_verb, p_tool, p_server, p_metadata, p_user,
      p_amount, p_currency, p_created, p_period, p_arguments, p_state, p_provider, p_account, p_attempts, p_charged, 1,
      p_lease_until, v_stripe, p_counters, p_adds, p_are_amounts, p_last_provider, p_last_outcome, p_last_at,
      p_dispatched);
  IF p_charged THEN
    INSERT INTO codespar.usage_deltas VALUES (p_organisation, p_period, p_tool, p_created / 86400000, 1);
  END IF;
  INSERT INTO codespar.session_calls AS c VALUES (p_session, (v_connection % ${sessionStripes})::smallint, 1)
    ON CONFLICT (session_id, stripe) DO UPDATE SET calls = c.calls + 1;
  RETURN QUERY SELECT 'started'::text, NULL::text, CASE WHEN p_reads_used THEN (
    SELECT SUM(s.used)::bigint FROM codespar.usage_stripes s
      WHERE s.organisation = p_organisation AND s.period = p_period) END, NULL::integer;
END $$;
`;
