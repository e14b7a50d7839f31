import { startPostgres } from "./start-postgres.ts";

const { url, close } = await startPostgres();
console.log(`DBOS_SYSTEM_DATABASE_URL=${url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
