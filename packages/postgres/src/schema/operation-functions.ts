/** Stripes that the calls of an organisation in a period are counted in. */
export const usageStripes = 32;
/** Rows that the calls of a session are counted in. */
export const sessionStripes = 8;

/**
 * The transitions that are more than one statement. Locks are taken in one order everywhere, so that nobody waits in a
 * circle: the operation, its key, usage, counters (by name), the approval, the session, documents, events, jobs.
 * Each has its version in its name: a new version of the software may bring another one while the old still calls this.
 */
export const operationFunctions = `
CREATE FUNCTION codespar.attempt(provider text, outcome text, at text, reason text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"provider":' || to_json(provider) || ',"outcome":' || to_json(outcome) || ',"at":' || to_json(at)
    || COALESCE(',"reason":' || reason, '') || '}'
$$;

-- Deals the rest of the quota out to the stripes again, the asking stripe first. Returns what is used when nothing is left.
CREATE FUNCTION codespar.refill_usage_1(p_organisation text, p_period text, p_quota bigint, p_stripe smallint)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_taken bigint;
  v_rest bigint;
BEGIN
  IF p_quota IS NOT NULL THEN
    -- what is full without looking at the unfinished is full, and nobody needs to be held up
    SELECT COALESCE(SUM(used + reserved), 0) INTO v_taken FROM codespar.usage_stripes
      WHERE organisation = p_organisation AND period = p_period;
    IF v_taken >= p_quota THEN RETURN v_taken; END IF;
  END IF;
  INSERT INTO codespar.usage_periods VALUES (p_organisation, p_period) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM codespar.usage_periods WHERE organisation = p_organisation AND period = p_period FOR UPDATE;
  INSERT INTO codespar.usage_stripes
    SELECT p_organisation, p_period, number, 0, 0, p_quota, 0 FROM generate_series(0, ${usageStripes - 1}) AS number
    ON CONFLICT DO NOTHING;
  PERFORM 1 FROM codespar.usage_stripes WHERE organisation = p_organisation AND period = p_period
    ORDER BY stripe FOR UPDATE;
  SELECT SUM(used + reserved) INTO v_taken FROM codespar.usage_stripes
    WHERE organisation = p_organisation AND period = p_period;
  IF v_taken >= p_quota THEN RETURN v_taken; END IF;
  v_rest := p_quota - v_taken;
  -- a share for each, and what does not divide to the first, counted from the one that asks
  UPDATE codespar.usage_stripes SET quota = p_quota, allowance = CASE WHEN p_quota IS NULL THEN 0 ELSE
      used + reserved + v_rest / ${usageStripes} + CASE
        WHEN (stripe - p_stripe + ${usageStripes}) % ${usageStripes} < v_rest % ${usageStripes} THEN 1 ELSE 0 END END
    WHERE organisation = p_organisation AND period = p_period;
  RETURN NULL;
END $$;

CREATE FUNCTION codespar.begin_operation_1(
  p_id text, p_organisation text, p_session text, p_key text, p_fingerprint text, p_verb text, p_tool text,
  p_server text, p_metadata text, p_user text, p_amount bigint, p_currency text, p_created bigint, p_period text,
  p_arguments text, p_state text, p_charged boolean, p_lease_until bigint, p_quota bigint, p_counters text[],
  p_adds bigint[], p_limits bigint[], p_are_amounts boolean[], p_expiries bigint[], p_order integer[], p_approval text,
  p_approval_version integer, p_approval_patch text, p_replaces text)
RETURNS TABLE (outcome text, held text, used bigint, refused integer) LANGUAGE plpgsql AS $$
DECLARE
  v_connection integer := pg_backend_pid();
  v_stripe smallint := (v_connection % ${usageStripes})::smallint;
  v_charged integer := p_charged::integer;
  v_taken bigint;
  v_value bigint;
  v_refused integer;
  v_index integer;
BEGIN
  INSERT INTO codespar.operation_keys AS k VALUES (p_organisation, p_key, p_id)
    ON CONFLICT (organisation, key) DO UPDATE SET operation = excluded.operation WHERE k.operation = p_replaces;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'held'::text, k.operation, NULL::bigint, NULL::integer FROM codespar.operation_keys k
      WHERE k.organisation = p_organisation AND k.key = p_key;
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

  INSERT INTO codespar.operations_open (id, organisation, session_id, key, fingerprint, verb, tool, server, metadata,
      user_id, amount, currency, created_at, period, arguments, state, attempts, charged, lease, lease_until, stripe,
      counters, adds, are_amounts)
    VALUES (p_id, p_organisation, p_session, p_key, p_fingerprint, p_verb, p_tool, p_server, p_metadata, p_user,
      p_amount, p_currency, p_created, p_period, p_arguments, p_state, '{}', p_charged, 1, p_lease_until, v_stripe,
      p_counters, p_adds, p_are_amounts);
  IF p_charged THEN
    INSERT INTO codespar.usage_deltas VALUES (p_organisation, p_period, p_tool, p_created / 86400000, 1);
  END IF;
  INSERT INTO codespar.session_calls AS c VALUES (p_session, (v_connection % ${sessionStripes})::smallint, 1)
    ON CONFLICT (session_id, stripe) DO UPDATE SET calls = c.calls + 1;
  RETURN QUERY SELECT 'started'::text, NULL::text, NULL::bigint, NULL::integer;
END $$;

-- No row: the lease was lost, it had settled, or it is not there.
CREATE FUNCTION codespar.settle_operation_1(
  p_id text, p_lease integer, p_state text, p_is_final boolean, p_provider text, p_attempts text[],
  p_ended_outcome text, p_reason text, p_last_provider text, p_last_outcome text, p_last_at text, p_error text,
  p_answer_status integer, p_answer_body text, p_completed bigint, p_lease_until bigint, p_charged boolean,
  p_consumes_amounts boolean, p_consumes_calls boolean,
  p_document_organisations text[], p_document_kinds text[], p_document_ids text[], p_documents text[],
  p_event_ids text[], p_event_organisations text[], p_event_types text[], p_event_times bigint[],
  p_event_sessions text[], p_event_calls text[], p_event_metadata text[], p_event_data text[],
  p_job_ids text[], p_job_kinds text[], p_job_groups text[], p_job_times bigint[], p_job_attempts integer[],
  p_job_payloads text[])
RETURNS SETOF codespar.operations_open LANGUAGE plpgsql AS $$
DECLARE
  o codespar.operations_open;
  v_index integer;
  v_delta integer;
BEGIN
  SELECT * INTO o FROM codespar.operations_open WHERE id = p_id AND lease = p_lease AND state <> 'unknown' FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;

  IF p_state = 'failed' THEN
    DELETE FROM codespar.operation_keys k
      WHERE k.organisation = o.organisation AND k.key = o.key AND k.operation = o.id;
  END IF;

  v_delta := p_charged::integer - o.charged::integer;
  IF v_delta <> 0 OR NOT o.charged THEN
    UPDATE codespar.usage_stripes s
      SET used = s.used + v_delta, reserved = s.reserved - (NOT o.charged)::integer
      WHERE s.organisation = o.organisation AND s.period = o.period AND s.stripe = o.stripe;
  END IF;
  IF v_delta <> 0 THEN
    INSERT INTO codespar.usage_deltas VALUES (o.organisation, o.period, o.tool, o.created_at / 86400000, v_delta);
  END IF;
  IF p_is_final THEN
    FOR v_index IN 1 .. cardinality(o.counters) LOOP
      IF NOT (CASE WHEN o.are_amounts[v_index] THEN p_consumes_amounts ELSE p_consumes_calls END) THEN
        UPDATE codespar.counters SET value = value - o.adds[v_index] WHERE name = o.counters[v_index];
      END IF;
    END LOOP;
  END IF;

  IF p_attempts IS NOT NULL THEN
    o.attempts := p_attempts;
    o.last_provider := p_last_provider;
    o.last_outcome := p_last_outcome;
    o.last_at := p_last_at;
  ELSIF o.last_outcome IN ('pending', 'unknown') THEN
    o.attempts[cardinality(o.attempts)] := codespar.attempt(o.last_provider, p_ended_outcome, o.last_at, p_reason);
    o.last_outcome := p_ended_outcome;
  END IF;
  o.state := p_state;
  IF p_is_final THEN o.dispatched := NULL; END IF;
  o.provider := p_provider;
  o.error := p_error;
  o.charged := p_charged;
  o.completed_at := p_completed;
  o.lease_until := p_lease_until;
  o.answer_status := p_answer_status;
  o.answer_body := p_answer_body;

  IF p_is_final THEN
    DELETE FROM codespar.operations_open WHERE id = p_id;
    INSERT INTO codespar.operations_log (id, organisation, session_id, key, fingerprint, verb, tool, server, metadata,
        user_id, amount, currency, created_at, period, state, provider, account, attempts, error, charged,
        completed_at, lease, lease_until)
      VALUES (o.id, o.organisation, o.session_id, o.key, o.fingerprint, o.verb, o.tool, o.server, o.metadata,
        o.user_id, o.amount, o.currency, o.created_at, o.period, o.state, o.provider, o.account, o.attempts, o.error,
        o.charged, o.completed_at, o.lease, o.lease_until);
    INSERT INTO codespar.operation_payloads
      VALUES (o.id, o.organisation, o.key, o.completed_at, o.arguments, o.answer_status, o.answer_body);
  ELSE
    UPDATE codespar.operations_open SET state = o.state, provider = o.provider, attempts = o.attempts,
        last_provider = o.last_provider, last_outcome = o.last_outcome, last_at = o.last_at, error = o.error,
        charged = o.charged, completed_at = o.completed_at, lease_until = o.lease_until,
        answer_status = o.answer_status, answer_body = o.answer_body
      WHERE id = p_id;
  END IF;

  IF cardinality(p_documents) > 0 THEN
    INSERT INTO codespar.provider_documents
      SELECT * FROM unnest(p_document_organisations, p_document_kinds, p_document_ids, p_documents)
      ON CONFLICT DO NOTHING;
  END IF;
  IF cardinality(p_event_ids) > 0 THEN
    INSERT INTO codespar.events (id, organisation, type, created_at, session_id, tool_call_id, metadata, data)
      SELECT * FROM unnest(p_event_ids, p_event_organisations, p_event_types, p_event_times, p_event_sessions,
        p_event_calls, p_event_metadata, p_event_data)
      ON CONFLICT DO NOTHING;
  END IF;
  IF cardinality(p_job_ids) > 0 THEN
    INSERT INTO codespar.jobs (id, kind, in_group, has_group, due_at, attempts, payload)
      SELECT id, kind, COALESCE(in_group, ''), in_group IS NOT NULL, due_at, attempts, payload
      FROM unnest(p_job_ids, p_job_kinds, p_job_groups, p_job_times, p_job_attempts, p_job_payloads)
        AS job (id, kind, in_group, due_at, attempts, payload)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NEXT o;
END $$;
`;
