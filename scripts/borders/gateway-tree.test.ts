import { build } from "esbuild";
import { expect, it } from "vitest";

it("loads no simulated provider with the gateway, by whatever way", async () => {
  const { metafile } = await build({
    entryPoints: ["packages/gateway/src/bin.ts", "packages/gateway/src/index.ts"],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "unused",
    format: "esm",
    platform: "node",
    splitting: true,
    conditions: ["@codespar/source"],
    // what others publish holds none; ours is followed by its source
    plugins: [
      {
        name: "ours alone",
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
            kind === "entry-point" || path.startsWith("@codespar/") ? undefined : { external: true },
          );
        },
      },
    ],
    logLevel: "silent",
  });
  const files = Object.keys(metafile.inputs);
  expect(files.some((file) => file.includes("packages/providers/src/asaas/connect.ts"))).toBe(true);
  const simulated = /simulat|sandbox|\/engines\//;
  expect(files.filter((file) => simulated.test(file.replace(/^.*packages\//, "packages/")))).toEqual([]);
});
