import { responseSchemas } from "@codespar/contract/schemas";
import { afterEach, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server.ts";
import { readPdf } from "./testing/read-pdf.ts";

let server: SandboxServer | undefined;

afterEach(() => server?.close());

it("an invoice of the plan is available as a PDF, by anybody with its address", async () => {
  server = await startSandboxServer({ port: 0, now: "2026-04-15T10:30:00Z", seed: 1, plan: "starter" });
  const { url, apiKey } = server;
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  const checkout = await fetch(`${url}/v1/billing/checkout`, {
    method: "POST",
    headers,
    body: JSON.stringify({ plan: "growth" }),
  });
  const { checkout_url } = responseSchemas.BillingCheckout.parse(await checkout.json());
  await fetch(checkout_url, { method: "POST", body: new URLSearchParams({ action: "pay" }) });
  const list = await (await fetch(`${url}/v1/billing/invoices`, { headers })).json();
  const pdfUrl: string = list.data[0].pdf_url;
  const response = await fetch(pdfUrl);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const [page] = await readPdf(new Uint8Array(await response.arrayBuffer()), 1);
  for (const text of ["CS-0001", "250.67", "-15.47", "Growth plan", "NOT AN INVOICE"]) {
    expect(page?.text).toContain(text);
  }
  const guessed = pdfUrl.replace(/[0-9a-f]{32}/, "0".repeat(32));
  expect((await fetch(guessed)).status).toBe(404);
});
