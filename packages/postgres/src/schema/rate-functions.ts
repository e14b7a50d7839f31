/** Rate limits that the processes of a gateway draw from. What is lost with the server is no loss: the buckets are full then. */
export const rateFunctions = `
CREATE UNLOGGED TABLE codespar.rate_buckets (
  name text COLLATE "C" PRIMARY KEY,
  units bigint NOT NULL,
  at bigint NOT NULL,
  full_at bigint NOT NULL
) WITH (fillfactor = 50);

-- A token bucket by the database's clock: it gains its limit in each millisecond, and a request takes 60,000.
CREATE FUNCTION codespar.draw_rate_1(p_name text, p_limit bigint, p_wanted bigint)
RETURNS TABLE (granted bigint, units bigint) LANGUAGE plpgsql AS $$
DECLARE
  v_now bigint;
  v_capacity bigint := p_limit * 60000;
  b codespar.rate_buckets;
BEGIN
  PERFORM codespar.may_be_lost();
  IF p_wanted > 0 THEN
    INSERT INTO codespar.rate_buckets VALUES (p_name, v_capacity, 0, 0) ON CONFLICT DO NOTHING;
    SELECT * INTO b FROM codespar.rate_buckets r WHERE r.name = p_name FOR UPDATE;
  ELSE
    SELECT * INTO b FROM codespar.rate_buckets r WHERE r.name = p_name;
  END IF;
  v_now := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  units := LEAST(v_capacity, COALESCE(b.units, v_capacity) + GREATEST(0, v_now - COALESCE(b.at, v_now)) * p_limit);
  granted := LEAST(p_wanted, units / 60000);
  IF p_wanted > 0 THEN
    units := units - granted * 60000;
    UPDATE codespar.rate_buckets r SET units = draw_rate_1.units, at = v_now,
      full_at = v_now + (v_capacity - draw_rate_1.units) / p_limit WHERE r.name = p_name;
  END IF;
  RETURN NEXT;
END $$;
`;
