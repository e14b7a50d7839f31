#!/usr/bin/env node
// Old Nodes have to read this file, so it is plain and loads nothing before it has looked at the version.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isOld = major < 22 || (major === 22 && minor < 19);

if (isOld) {
  process.stderr.write(`@codespar/mcp needs Node 22.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  import("./cli/cli.ts").then(({ main }) => main(process.argv.slice(2)));
}

export {};
