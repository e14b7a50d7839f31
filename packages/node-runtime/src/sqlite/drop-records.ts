import type { SessionRecord } from "@codespar/backend";
import type { SqlDatabase } from "./sql-database.ts";

/** Removes what expired before, `limit` of each kind at most. Returns how many. */
export function dropRecords(sql: SqlDatabase, before: number, limit: number): number {
  return (
    dropSessions(sql, before, limit) +
    sql.run(
      `DELETE FROM records WHERE (kind, organisation, id) IN (
         SELECT kind, organisation, id FROM records
         WHERE kind IN ('approval', 'delivery', 'resolution') AND row ->> 'createdAt' < ?
         AND NOT (kind = 'delivery' AND row ->> 'status' = 'pending') LIMIT ?)`,
      before,
      limit,
    ) +
    sql.run(
      `DELETE FROM api_keys WHERE id IN (
         SELECT id FROM api_keys WHERE row ->> 'revokedAt' IS NOT NULL AND row ->> 'revokedAt' < ? LIMIT ?)`,
      before,
      limit,
    ) +
    sql.run(
      `DELETE FROM counters WHERE name IN (
         SELECT name FROM counters WHERE expires_at IS NOT NULL AND expires_at < ? LIMIT ?)`,
      before,
      limit,
    ) +
    sql.run(
      `DELETE FROM provider_documents WHERE (organisation, kind, id) IN (
         SELECT organisation, kind, id FROM provider_documents WHERE row ->> 'createdAt' < ? LIMIT ?)`,
      before,
      limit,
    )
  );
}

/** In the order of their ids, which is that of time: the young ones need not be looked at. */
function dropSessions(sql: SqlDatabase, before: number, limit: number): number {
  let dropped = 0;
  let last = "";
  while (dropped < limit) {
    const old = sql.jsons<SessionRecord>("SELECT row FROM sessions WHERE id > ? ORDER BY id LIMIT 200", last);
    for (const { id, createdAt, expiresAt, closedAt } of old) {
      if (createdAt >= before) return dropped;
      last = id;
      if ((closedAt ?? expiresAt) >= before || dropped === limit) continue;
      dropped += sql.run("DELETE FROM sessions WHERE id = ?", id);
    }
    if (old.length < 200) return dropped;
  }
  return dropped;
}
