import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** A file of the built app, as it is and compressed. */
export interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
}

const compress = promisify(gzip);

/** Reads files of the built app, each once. Only plain names below its folder are read. */
export function assetReader() {
  const known = new Map<string, Asset>();

  return async function readAsset(folder: string, path: string): Promise<Asset | undefined> {
    const isPlain = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path);
    const type = types[extname(path)];
    if (!isPlain || type === undefined) return undefined;
    const file = join(folder, path);
    const found = known.get(file);
    if (found !== undefined) return found;
    try {
      const body = new Uint8Array(await readFile(file));
      const asset = { type, body, gzipped: new Uint8Array(await compress(body)) };
      known.set(file, asset);
      return asset;
    } catch {
      return undefined;
    }
  };
}
