import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { collectAddresses, collectPictures, type FoundAddress } from "./collect-addresses.ts";
import {
  type NativeWalk,
  shopUrl,
  type WalkedResult,
  walkEverything,
  walkNatively,
} from "./walk-everything.ts";

let server: SandboxServer;
let directory: string;
let results: WalkedResult[];
let natively: NativeWalk;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "codespar-addresses-"));
  server = await startSandboxServer({
    port: 0,
    data: directory,
    now: "2026-11-21T18:00:00Z",
    plan: "enterprise",
    rateLimit: false,
    seed: 1,
  });
  const walked = await walkEverything(server);
  const behind = nativeAnswers();
  natively = await walkNatively(server, walked);
  await server.sandbox.clock.advance("3d");
  const events = server.sandbox.events.map((event) => ({ call: `event ${event.type}`, data: event }));
  results = [...walked.results, ...behind, ...natively.results, ...nativeResults(directory), ...events];
}, 300_000);

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

/** What the native tools returned to the meta-tools. */
function nativeAnswers(): WalkedResult[] {
  const { calls, inspection } = server.sandbox;
  const operations = new Set(calls.map(({ operationId }) => operationId));
  return [...operations].flatMap((id) =>
    inspection
      .calls(id)
      .flatMap(({ tool, response }) => (response?.ok === true ? [{ call: tool, data: response.data }] : [])),
  );
}

/** What the simulated providers themselves returned, as they keep it for a repetition. */
function nativeResults(data: string): WalkedResult[] {
  const database = new DatabaseSync(join(data, "sandbox.sqlite"), { readOnly: true });
  const rows = database.prepare("SELECT server, operation, row FROM simulated_operations").all();
  database.close();
  return rows.map(({ server: provider, operation, row }) => ({
    call: `${provider} ${operation}`,
    data: JSON.parse(String(row)),
  }));
}

const types: readonly (readonly [RegExp, string, RegExp])[] = [
  [/\.pdf$/, "application/pdf", /^%PDF-/],
  [/\.png$/, "image/png", /^.PNG/s],
  [/\.svg$/, "image/svg+xml", /^<svg/],
  [/\.xml$/, "application/xml", /^<\?xml/],
  [/\.txt$/, "text/plain", /^\|0000\|/],
  [/./, "text/html", /^<!doctype html>/],
];

it("every address in every result opens on the server, as what it says it is", async () => {
  const found = new Map<string, FoundAddress & { call: string }>();
  for (const { call, data } of results) {
    for (const address of collectAddresses(data)) {
      // what an API calls itself is for programs with its credentials: a reserved name (RFC 2606), nobody's host
      const isOfApi = /^https:\/\/api\.\w+\.example\//.test(address.url);
      if (!address.url.startsWith(shopUrl) && !isOfApi) found.set(address.url, { ...address, call });
    }
  }
  const problems: string[] = [];
  for (const { url, path, call } of found.values()) {
    const problem = await getProblem(url);
    if (problem !== undefined) problems.push(`${problem}: ${url} in ${path} of ${call}`);
  }
  expect(problems).toEqual([]);
  // a walk that finds no addresses would find no dead ones
  expect(found.size).toBeGreaterThan(100);
}, 300_000);

it("the walk reaches nearly every native tool that is simulated", () => {
  const { tools, reached, unsimulated } = natively;
  // what a meta-tool called in turn
  for (const { call } of results) for (const name of call.split(" ")) reached.add(name);
  const simulated = tools.filter((name) => !unsimulated.has(name));
  const missed = simulated.filter((name) => !reached.has(name));
  process.stdout.write(
    `addresses: ${simulated.length - missed.length} of ${simulated.length} simulated native tools returned something (${unsimulated.size} have no simulation); not ${missed.join(" ")}\n`,
  );
  // a capture needs a card that is held, a return of Pix one that was paid, an ERP's order a contact's own number: no address
  // stands in what they return
  expect(missed.length / simulated.length).toBeLessThan(0.2);
});

it("every picture in a result is a picture, as wide as a code is", () => {
  const pictures = results.flatMap(({ data }) => collectPictures(data));
  expect(pictures.length).toBeGreaterThan(5);
  for (const png of pictures) {
    // IHDR (ISO/IEC 15948): the width stands after signature, length and name
    expect(new DataView(png.buffer).getUint32(16)).toBeGreaterThan(100);
  }
});

async function getProblem(url: string): Promise<string | undefined> {
  if (!url.startsWith(`${server.url}/pages/`)) return "another host";
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  const [, type = "", start = /./] = types.find(([name]) => name.test(new URL(url).pathname)) ?? [];
  if (response.status !== 200) return `status ${response.status}`;
  if (!response.headers.get("content-type")?.startsWith(type)) return `not ${type}`;
  return start.test(body.toString("latin1")) ? undefined : "another content";
}
