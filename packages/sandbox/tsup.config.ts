import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/server.ts", "src/emulator.ts", "src/msw.ts", "src/bin.ts"],
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  // the sources are in the package
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
  // the inspector, as its own package has built it
  onSuccess: () =>
    cp(
      fileURLToPath(new URL("../dashboard/dist", import.meta.url)),
      fileURLToPath(new URL("dist/inspector", import.meta.url)),
      {
        recursive: true,
      },
    ),
});
