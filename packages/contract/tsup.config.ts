import { copyFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig } from "tsup";

const zod = dirname(createRequire(import.meta.url).resolve("zod/package.json"));

export default defineConfig({
  entry: ["src/index.ts", "src/native-tools.ts", "src/schemas.ts"],
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  // As one file instead of a hundred, and without its messages in sixty languages, which all are loaded by whoever imports it: a
  // third of a fresh process's first call. Its types, and its package, stay what they are.
  noExternal: ["zod"],
  esbuildPlugins: [
    {
      name: "zod in English",
      setup({ onLoad }) {
        onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export {};" }));
      },
    },
  ],
  esbuildOptions(options) {
    options.mainFields = ["module", "main"];
    // the sources are in the package
    options.sourcesContent = false;
  },
  clean: true,
  onSuccess: () => copyFile(join(zod, "LICENSE"), join("dist", "zod-LICENSE")),
});
