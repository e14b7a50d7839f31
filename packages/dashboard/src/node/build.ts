import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

/** Where the published sandbox and gateway take the files from, unless another folder is named. */
const [folder = fileURLToPath(new URL("../../dist", import.meta.url))] = process.argv.slice(2);
await bundle(folder);
