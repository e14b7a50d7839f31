import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../testing/temporary-directory.ts";
import { assetReader } from "./read-asset.ts";

it("reads files of the app with their type, compressed beside as they are, each once", async () => {
  using directory = temporaryDirectory();
  const app = join(directory.path, "app");
  mkdirSync(join(app, "assets"), { recursive: true });
  writeFileSync(join(app, "assets", "main-1a2b.js"), "export const a = 1;");
  const readAsset = assetReader();
  const found = await readAsset(app, "assets/main-1a2b.js");
  expect(found?.type).toBe("text/javascript; charset=utf-8");
  expect(new TextDecoder().decode(found?.body)).toBe("export const a = 1;");
  expect(gunzipSync(found?.gzipped ?? "").toString()).toBe("export const a = 1;");
  writeFileSync(join(app, "assets", "main-1a2b.js"), "changed");
  expect(await readAsset(app, "assets/main-1a2b.js")).toBe(found);
});

it.each([
  "../secret.html",
  "assets/../../secret.html",
  "..%2fsecret.html",
  "/etc/hosts.html",
  ".hidden.html",
  "assets//x.html",
  "secret.txt",
  "secret",
  "no-such.html",
  "",
])("gives nothing for %j", async (path) => {
  using directory = temporaryDirectory();
  const app = join(directory.path, "app");
  mkdirSync(app);
  for (const name of ["secret.html", "secret.txt", "secret"])
    writeFileSync(join(directory.path, name), "secret");
  writeFileSync(join(app, "secret.txt"), "secret");
  writeFileSync(join(app, ".hidden.html"), "secret");
  expect(await assetReader()(app, path)).toBeUndefined();
});
