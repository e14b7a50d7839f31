import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How the app is built: from the sources of sdk and contract, so that nothing needs to be built before. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    mode: "production",
    base: "/dashboard/",
    logLevel: "error",
    publicDir: false,
    resolve: { conditions: ["@codespar/source", "browser", "module", "import", "default"] },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2023",
      // the content security policy allows files of the server's own alone
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  };
}

/** Writes the app's files into a folder. */
export async function bundle(outDir: string): Promise<void> {
  const { build } = await import("vite");
  await build(viteConfig(outDir));
}
