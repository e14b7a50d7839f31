export { temporaryDirectory } from "./testing/temporary-directory.ts";
