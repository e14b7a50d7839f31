import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `@codespar/dashboard/build`, which is there in this repository alone. */
interface Builder {
  buildApp(options: { onProgress(line: string): void }): Promise<string>;
}

let found: Promise<string> | undefined;

/** Where the built dashboard is: beside this file as published, built on demand when run from source. */
export function findAssets(): Promise<string> {
  found ??= find().catch((error: unknown) => {
    // what failed once is tried again
    found = undefined;
    throw error;
  });
  return found;
}

async function find(): Promise<string> {
  const published = new URL("./dashboard/", import.meta.url);
  if (existsSync(new URL("index.html", published))) return fileURLToPath(published);
  // a name that bundlers do not follow
  const name = "@codespar/dashboard/build";
  const { buildApp }: Builder = await import(name);
  return buildApp({ onProgress: () => {} });
}
