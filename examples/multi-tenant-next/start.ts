import { runMultiTenant } from "./run/run-multi-tenant.ts";

await runMultiTenant((line) => console.log(line));
