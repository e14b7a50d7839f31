import { runConformance } from "./run-conformance.ts";
import { fetchHttp } from "./servers.ts";

runConformance("fetch-http", fetchHttp);
