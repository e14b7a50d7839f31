/**
 * Days of the log and of the events as tables of their own. Both functions give way to running queries: what cannot be
 * done in a moment is done the next time.
 */
export const partitionFunctions = `
-- False: it is there already, or rows of its time lie in the rest, where they may stay.
CREATE FUNCTION codespar.add_day_1(p_table text, p_name text, p_from text, p_to text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_is_taken boolean;
BEGIN
  IF to_regclass('codespar.' || p_name) IS NOT NULL THEN RETURN false; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended('codespar days', 0)) THEN RETURN false; END IF;
  PERFORM set_config('lock_timeout', '300ms', true);
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM codespar.%I WHERE id >= %L AND id < %L)',
    p_table || '_rest', p_from, p_to) INTO v_is_taken;
  IF v_is_taken THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE codespar.%I PARTITION OF codespar.%I FOR VALUES FROM (%L) TO (%L)',
    p_name, p_table, p_from, p_to);
  RETURN true;
EXCEPTION WHEN lock_not_available OR insufficient_privilege OR duplicate_table OR check_violation THEN RETURN false;
END $$;

-- Drops a day when nothing in it is younger or has something that is to be erased first. Returns its rows; null: it stays.
CREATE FUNCTION codespar.drop_day_1(p_table text, p_name text, p_from text, p_to text, p_before bigint)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_stays boolean;
  v_rows bigint;
BEGIN
  IF to_regclass('codespar.' || p_name) IS NULL THEN RETURN NULL; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended('codespar days', 0)) THEN RETURN NULL; END IF;
  IF p_table = 'operations_log' THEN
    SELECT EXISTS (SELECT 1 FROM codespar.operation_payloads WHERE id >= p_from AND id < p_to) INTO v_stays;
  ELSE
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM codespar.%I WHERE data IS NOT NULL)', p_name) INTO v_stays;
  END IF;
  IF v_stays THEN RETURN NULL; END IF;
  EXECUTE format('SELECT count(*) FILTER (WHERE created_at >= %s) > 0, count(*) FROM codespar.%I', p_before, p_name)
    INTO v_stays, v_rows;
  IF v_stays THEN RETURN NULL; END IF;
  PERFORM set_config('lock_timeout', '300ms', true);
  EXECUTE format('DROP TABLE codespar.%I', p_name);
  RETURN v_rows;
EXCEPTION WHEN lock_not_available OR insufficient_privilege THEN RETURN NULL;
END $$;
`;
