import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@codespar/sandbox-core";
import { afterEach, expect, it } from "vitest";
import { startSandboxServer } from "../server.ts";
import { apiClient } from "./testing/api-client.ts";

const directory = mkdtempSync(join(tmpdir(), "codespar-pages-"));
const boleto = {
  method: "boleto",
  amount: 15_990,
  currency: "BRL",
  customer: { name: "Maria", document: "52998224725" },
};
const getPdf = (payment: object): string => Reflect.get(Object(Reflect.get(payment, "boleto")), "pdf_url");

afterEach(() => rmSync(directory, { recursive: true, force: true }));

it("addresses of an embedded sandbox name the command that opens them, and it does", async () => {
  const sandbox = createSandbox({ data: directory, now: "2026-11-21T18:00:00Z" });
  const url = new URL(getPdf(await apiClient(sandbox).execute(["asaas"], "codespar_pay", boleto)));
  await sandbox.close();
  expect(url.hash).toBe(`#run:npx+@codespar/sandbox+--data+${directory}`);
  // what that command does, on a port of its own
  const server = await startSandboxServer({ port: 0, data: directory, now: "2026-11-21T18:00:00Z" });
  const response = await fetch(server.url + url.pathname);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  await server.close();
});

it("addresses of a sandbox in memory say which command serves a sandbox, which explains itself", async () => {
  const sandbox = createSandbox({ seed: 1 });
  const url = new URL(getPdf(await apiClient(sandbox).execute(["asaas"], "codespar_pay", boleto)));
  expect(url.hash).toBe("#run:npx+@codespar/sandbox");
  const server = await startSandboxServer({ port: 0 });
  const response = await fetch(server.url + url.pathname);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("npx @codespar/sandbox");
  await server.close();
});

it("the same seed gives the same addresses, and no seed gives others each time", async () => {
  const open = async (options: object) => {
    const sandbox = createSandbox({
      ...options,
      now: "2026-11-21T18:00:00Z",
      publicUrl: "http://127.0.0.1:4010",
    });
    return getPdf(await apiClient(sandbox).execute(["asaas"], "codespar_pay", boleto));
  };
  expect(await open({ seed: 1 })).toBe(await open({ seed: 1 }));
  expect(await open({ seed: 1 })).not.toContain("#");
  const capability = (url: string) => /[0-9a-f]{32}/.exec(url)?.[0];
  expect(capability(await open({}))).not.toBe(capability(await open({})));
});
