import { runConformance } from "./run-conformance.ts";
import { embedded } from "./servers.ts";

runConformance("embedded", embedded);
