import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkBundle } from "./consumers/check-bundle.ts";
import { findSimulated } from "./consumers/find-simulated.ts";
import { measureInstall } from "./consumers/measure-install.ts";
import { bundlers, runAsPage } from "./consumers/run-bundled.ts";
import { checkList } from "./packages/check-list.ts";
import { type PackedPackage, packPackages } from "./packages/pack-packages.ts";
import { run } from "./packages/run.ts";
import { temporaryFolder } from "./packages/temporary-folder.ts";

/** The oldest compiler that reads the declarations, also without `skipLibCheck`. */
const lowestTypeScript = "5.0.4";

const limits = { megabytes: 20, packages: 12 };

const { values } = parseArgs({ options: { node: { type: "string", multiple: true, default: [] } } });
const programs = new URL("./consumers/programs/", import.meta.url);

using root = temporaryFolder("consumer");
const { check, finish } = checkList();
const packed = packPackages(root.path);

/** An empty folder with these tarballs, installed by npm as a user would. */
function install(name: string, packages: readonly PackedPackage[], others: Record<string, string>): string {
  const folder = join(root.path, name);
  mkdirSync(folder);
  const dependencies = Object.fromEntries(
    packages.map((each) => [each.manifest.name, `file:${each.tarball}`]),
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies: { ...dependencies, ...others } }),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, timeoutMs: 300_000 });
  return folder;
}

const sdkFolder = install("sdk", withDependencies("@codespar/sdk"), {});

/** A package of ours with those of ours that it brings. */
function withDependencies(name: string, found = new Set<string>()): PackedPackage[] {
  found.add(name);
  const { dependencies = {} } = packed.find(({ manifest }) => manifest.name === name)?.manifest ?? {};
  for (const dependency of Object.keys(dependencies)) {
    if (dependency.startsWith("@codespar/") && !found.has(dependency)) withDependencies(dependency, found);
  }
  return packed.filter(({ manifest }) => found.has(manifest.name));
}

await check("installed size of @codespar/sdk", () => {
  const { megabytes, packages } = measureInstall(sdkFolder);
  const measured = `${megabytes.toFixed(1)} MB in ${packages.length} packages`;
  if (megabytes <= limits.megabytes && packages.length <= limits.packages) return measured;
  throw new Error(
    `${measured}, more than ${limits.megabytes} MB or ${limits.packages} packages:\n${packages.join("\n")}`,
  );
});
for (const target of ["browser", "worker"] as const) {
  await check(`@codespar/sdk bundles for a ${target}`, () => checkBundle(sdkFolder, target));
}

await check(`types of @codespar/sdk under TypeScript ${lowestTypeScript}`, () => {
  const compiler = `npm:typescript@${lowestTypeScript}`;
  // the types of Node that this compiler can read
  const lowest = install("lowest", withDependencies("@codespar/sdk"), {
    typescript: compiler,
    "@types/node": "20.11.30",
  });
  const program = readFileSync(new URL("lowest.ts", programs));
  for (const name of ["lowest.ts", "lowest.mts", "lowest.cts"]) writeFileSync(join(lowest, name), program);
  const ways = [
    ["commonjs", "node10", "lowest.ts"],
    ["node16", "node16", "lowest.cts"],
    ["node16", "node16", "lowest.mts"],
    ["esnext", "bundler", "lowest.ts"],
  ] as const;
  for (const [module, moduleResolution, file] of ways) {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"];
    const found = ["--module", module, "--moduleResolution", moduleResolution, file];
    run("npx", ["tsc", ...options, ...found], { cwd: lowest });
  }
  return ways.map(([module, moduleResolution]) => `${module} by ${moduleResolution}`).join(", ");
});

const peers = Object.assign({}, ...packed.map(({ manifest }) => vendorPeers(manifest)));
const folder = install("all", packed, {
  ...peers,
  typescript: getVersion("typescript"),
  "@types/node": getVersion("@types/node"),
});
const entries = packed.flatMap((each) => each.entries);
writeFileSync(join(folder, "entries.json"), JSON.stringify(entries));
for (const program of ["import-all.mjs", "require-all.cjs", "offline-pix.mjs", "bundled-shop.mjs"]) {
  writeFileSync(join(folder, program), readFileSync(new URL(program, programs)));
}

for (const [name, bundle] of Object.entries(bundlers)) {
  await check(`an embedded sandbox in a page, bundled by ${name}`, async () =>
    runAsPage(folder, await bundle(folder, "bundled-shop.mjs")),
  );
}

const versions = values.node.length > 0 ? values.node : [undefined];
for (const version of versions) {
  const [command, prefix] =
    version === undefined ? ["node", []] : ["npx", ["-y", "-p", `node@${version}`, "--", "node"]];
  const named = run(command, [...prefix, "--version"], { cwd: folder, timeoutMs: 300_000 }).trim();
  await check(`${named} imports every entry`, () =>
    run(command, [...prefix, "import-all.mjs"], { cwd: folder }).trim(),
  );
  await check(`${named} requires every entry`, () =>
    run(command, [...prefix, "require-all.cjs"], { cwd: folder }).trim(),
  );
  await check(`${named} takes a Pix offline with a test key alone`, () =>
    run(command, [...prefix, "offline-pix.mjs"], { cwd: folder }).trim(),
  );
}
if (values.node.length > 0) {
  for (const [name, expected] of [
    ["mcp", /^@codespar\/mcp needs Node 22\.19 or newer; this is 18\.20\.8\.$/m],
    [
      "gateway",
      /^codespar-gateway: Node v18\.20\.8 is too old: @codespar\/gateway needs 22\.19 or newer\.$/m,
    ],
  ] as const) {
    await check(`a Node that is too old gets one clear line from @codespar/${name}`, () => {
      const old = ["-y", "-p", "node@18.20.8", "--", "node"];
      const bin = `node_modules/@codespar/${name}/dist/bin.js`;
      const told = getFailure(() => run("npx", [...old, bin], { cwd: folder, timeoutMs: 300_000 }));
      const [line] = expected.exec(told) ?? [];
      if (line === undefined || /^ +at /m.test(told)) throw new Error(told);
      return line;
    });
  }
}
await check(
  "the gateway's command starts",
  () =>
    run("node", ["node_modules/@codespar/gateway/dist/bin.js", "check"], { cwd: folder }).split("\n", 1)[0],
);
await check("the installed gateway loads nothing simulated", async () => {
  const simulated = await findSimulated(folder, "./node_modules/@codespar/gateway/dist/bin.js");
  if (simulated.length > 0) throw new Error(simulated.join("\n"));
});
await check("the sandbox's command starts", () => {
  run("node", ["node_modules/@codespar/sandbox/dist/bin.js", "--help"], { cwd: folder });
});

writeFileSync(join(folder, "consumer.ts"), readFileSync(new URL("consumer.ts", programs)));
const imports = entries.map((entry, index) => `import * as entry${index} from "${entry}";`);
const names = entries.map((_entry, index) => `entry${index}`);
writeFileSync(
  join(folder, "entries.ts"),
  `${imports.join("\n")}\nexport const all = [${names.join(", ")}];\n`,
);
for (const [module, moduleResolution] of [
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
] as const) {
  await check(`types resolve under ${moduleResolution}`, () => {
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2023",
      "--lib",
      "es2023,dom,dom.iterable,esnext.disposable",
    ];
    run(
      "npx",
      [
        "tsc",
        ...options,
        "--skipLibCheck",
        "--module",
        module,
        "--moduleResolution",
        moduleResolution,
        "consumer.ts",
        "entries.ts",
      ],
      { cwd: folder },
    );
  });
}
finish();

/** Vendors that an adapter leaves to its user to install, as new as the adapter was tested with. */
function vendorPeers({ peerDependencies = {}, devDependencies = {} }: PackedPackage["manifest"]) {
  const vendors = Object.entries(peerDependencies).filter(([name]) => !name.startsWith("@codespar/"));
  return Object.fromEntries(vendors.map(([name, range]) => [name, devDependencies[name] ?? range]));
}

function getFailure(action: () => unknown): string {
  try {
    return `It did not fail: ${action()}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function getVersion(name: string): string {
  const manifest: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  return manifest.devDependencies[name] ?? "*";
}
