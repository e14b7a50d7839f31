import { fileURLToPath } from "node:url";

/**
 * A file of others' data that lies beside the repository, for tests alone: specs and recordings are read there and never
 * copied. It may be absent.
 */
export function sharedFile(path: string): string {
  return fileURLToPath(new URL(`../../../../../shared/${path}`, import.meta.url));
}
