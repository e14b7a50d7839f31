import pg from "pg";

/** A provider with a memory of its own, in the same database: what it did outlives the calling process. */
export interface TestProvider {
  /** Does it. What is asked for twice is done twice. False: it has promised that this never happens. */
  pay(operation: string): Promise<boolean>;
  /** Whether it was done; if not, it never will be. */
  find(operation: string): Promise<"done" | "never">;
  close(): Promise<void>;
}

export const providerTables = `
CREATE TABLE payments (operation text PRIMARY KEY, times integer NOT NULL);
CREATE TABLE promises (operation text PRIMARY KEY);
-- one after the other for an operation, as a provider with a lock does it
CREATE FUNCTION pay(p_operation text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_operation, 1));
  IF EXISTS (SELECT 1 FROM promises WHERE operation = p_operation) THEN RETURN false; END IF;
  INSERT INTO payments AS p VALUES (p_operation, 1) ON CONFLICT (operation) DO UPDATE SET times = p.times + 1;
  RETURN true;
END $$;
CREATE FUNCTION find(p_operation text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_operation, 1));
  IF EXISTS (SELECT 1 FROM payments WHERE operation = p_operation) THEN RETURN true; END IF;
  INSERT INTO promises VALUES (p_operation) ON CONFLICT DO NOTHING;
  RETURN false;
END $$;
`;

export function testProvider(url: string): TestProvider {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  pool.on("error", () => {});
  const ask = async (text: string, operation: string) =>
    (await pool.query(text, [operation])).rows[0]?.answer === true;
  return {
    pay: (operation) => ask("SELECT pay($1) AS answer", operation),
    find: async (operation) => ((await ask("SELECT find($1) AS answer", operation)) ? "done" : "never"),
    close: () => pool.end(),
  };
}
