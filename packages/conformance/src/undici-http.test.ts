import { runConformance } from "./run-conformance.ts";
import { undiciHttp } from "./servers.ts";

runConformance("undici-http", undiciHttp);
