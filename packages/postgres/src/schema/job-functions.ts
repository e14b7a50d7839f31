/** Taking jobs so that no more than so many of a group are under a lease, whichever worker took them: one taker at a time. */
export const jobFunctions = `
CREATE FUNCTION codespar.take_jobs_fairly_1(
  p_kind text, p_now bigint, p_limit integer, p_lease_until bigint, p_most_per_group integer)
RETURNS TABLE (id text, kind text, in_group text, has_group boolean, due_at bigint, attempts integer, payload text)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO codespar.job_kinds VALUES (p_kind) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM codespar.job_kinds k WHERE k.kind = p_kind FOR UPDATE;
  RETURN QUERY
  WITH RECURSIVE groups (name) AS (
    (SELECT j.in_group FROM codespar.jobs j WHERE j.kind = p_kind ORDER BY j.in_group LIMIT 1)
    UNION ALL
    SELECT (SELECT j.in_group FROM codespar.jobs j WHERE j.kind = p_kind AND j.in_group > g.name
      ORDER BY j.in_group LIMIT 1)
    FROM groups g WHERE g.name IS NOT NULL
  ), leased AS (
    SELECT g.name, (SELECT COUNT(*) FROM codespar.jobs j
      WHERE j.kind = p_kind AND j.in_group = g.name AND j.is_leased AND j.due_at > p_now) AS count
    FROM groups g WHERE g.name IS NOT NULL
  ), due AS (
    SELECT j.number, j.due_at, l.count + row_number() OVER (PARTITION BY l.name ORDER BY j.due_at, j.number) AS turn
    FROM leased l CROSS JOIN LATERAL (
      SELECT d.number, d.due_at FROM codespar.jobs d
      WHERE d.kind = p_kind AND d.in_group = l.name AND d.due_at <= p_now
      ORDER BY d.due_at, d.number LIMIT GREATEST(0, LEAST(p_limit, p_most_per_group - l.count))
    ) j
  ), picked AS (
    SELECT d.number, d.due_at, d.turn FROM due d ORDER BY d.turn, d.due_at, d.number LIMIT p_limit
  ), taken AS (
    UPDATE codespar.jobs j SET due_at = p_lease_until, is_leased = true, attempts = j.attempts + 1
    FROM picked p WHERE j.number = p.number AND j.due_at <= p_now
    RETURNING j.id, j.kind, j.in_group, j.has_group, p.due_at, j.attempts, j.payload, p.turn, j.number
  )
  SELECT t.id, t.kind, t.in_group, t.has_group, t.due_at, t.attempts, t.payload FROM taken t
  ORDER BY t.turn, t.due_at, t.number;
END $$;
`;
