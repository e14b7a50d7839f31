import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { variables } from "../config/environment.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const instructions = read("Dockerfile")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line.trim() !== "");
const compose = read("compose.yaml").replaceAll(/^\s*#.*\n/gm, "");

it("the image runs unprivileged, has no package manager, and is told to stop as the gateway expects", () => {
  const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
  const user = last.findIndex((line) => line.startsWith("USER "));
  expect(last[user]).toBe("USER node");
  // nothing after it could change what root owns
  expect(last.slice(user).filter((line) => /^(?:RUN|COPY|ADD) /.test(line))).toEqual([]);
  expect(last.find((line) => line.startsWith("RUN "))).toMatch(/rm -rf .*node_modules.*npm/);
  expect(last).toContain("STOPSIGNAL SIGTERM");
  expect(last.find((line) => line.startsWith("ENTRYPOINT "))).toMatch(/^ENTRYPOINT \["node", /);
});

it("neither image nor compose file has a secret in it, only names of files", () => {
  for (const text of [...instructions, ...compose.split("\n")]) {
    expect(text).not.toMatch(/(?:PASSWORD|MASTER_KEY|DATABASE_URL)\s*[:=](?!\s*\{)/);
  }
  expect(compose).toMatch(/CODESPAR_MASTER_KEY_FILE: \/run\/secrets\/master-key/);
  expect(compose).toMatch(/DATABASE_URL_FILE: \/run\/secrets\/database-url/);
});

it("the gateways have a read-only root, no capabilities, and are reached on this machine alone", () => {
  for (const line of ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"]) {
    expect(compose).toContain(line);
  }
  const ports = [...compose.matchAll(/ports: \["([^"]+)"\]/g)].map(([, port]) => port);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

it("sets only variables that there are", () => {
  const known = [...Object.keys(variables), "CODESPAR_KEY_FILE", "CODESPAR_MASTER_KEY_FILE"];
  const set = [
    ...instructions.join("\n").matchAll(/(CODESPAR_\w+)=/g),
    ...compose.matchAll(/(CODESPAR_\w+):(?!\?)/g),
  ];
  expect(set.length).toBeGreaterThan(5);
  for (const [, name] of set) expect(known).toContain(name);
});
