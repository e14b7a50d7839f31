import { mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "./vitest.config.ts";

// Without "module": Node cannot load what older vendors have behind it.
const conditions = ["@codespar/source", "node", "import", "default"];

/** A package's own tests, with the oldest versions that it admits in place of these vendors' newest. */
export function onOldest(installedAs: Readonly<Record<string, string>>): ViteUserConfig {
  const alias = Object.entries(installedAs).map(([vendor, replacement]) => ({
    find: new RegExp(`^${vendor}(?=/|$)`),
    replacement,
  }));
  return mergeConfig(
    { ...base, resolve: { conditions }, ssr: { resolve: { conditions } } },
    { resolve: { alias }, test: { include: ["src/**/*.test.ts"] } },
  );
}
