import pg from "pg";

/** Commits that wrote something, and bytes of its write-ahead log, while `work` runs. */
export async function measureWrites(
  url: string,
  work: () => Promise<void>,
): Promise<{ commits: number; walBytes: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const read = async () => {
    // each transaction that writes takes a number; this one takes one too
    const { rows } = await client.query(
      `SELECT pg_current_xact_id()::text::float8 AS transactions,
         (pg_current_wal_insert_lsn() - '0/0')::float8 AS wal`,
    );
    return { transactions: Number(rows[0]?.transactions), wal: Number(rows[0]?.wal) };
  };
  // page images after a checkpoint are spread over many calls; here they would fall on few
  await client.query("CHECKPOINT");
  await work();
  const before = await read();
  await work();
  const after = await read();
  await client.end();
  return { commits: after.transactions - before.transactions - 1, walBytes: after.wal - before.wal };
}
