import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

// the published sandbox and gateway carry these files
await bundle(fileURLToPath(new URL("../../dist", import.meta.url)));
