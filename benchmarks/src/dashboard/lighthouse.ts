import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import type { Report } from "../figure.ts";
import { findChromium } from "./open-page.ts";

const run = promisify(execFile);
/** Run by the package manager and no dependency: it brings 150 packages that nothing else here needs. */
const version = "13.5.0";
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

interface Result {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
}

/** Lighthouse's four figures of the overview and of a checkout page, on a phone and on a desk. */
export async function lighthouse({ figure, progress }: Report): Promise<void> {
  const server = await startSandboxServer({ port: 0, plan: "growth", rateLimit: false });
  try {
    const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const { data } = await session.execute({
      name: "codespar_checkout",
      arguments: { amount: 12_980, currency: "BRL", description: "pedido-1042" },
    });
    const cookie = await signIn(server);
    const pages: [string, string][] = [
      ["overview", `${server.url}/`],
      ["checkout page", data?.url ?? ""],
    ];
    for (const [name, url] of pages) {
      for (const form of ["mobile", "desktop"] as const) {
        progress(`${name}, ${form}`);
        const result = await audit(url, form, cookie);
        for (const category of categories) {
          const { score = null, auditRefs = [] } = result.categories[category] ?? {};
          const missed = auditRefs
            .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
            .map(({ id }) => `${id} (${result.audits[id]?.title})`);
          figure({
            name: `${name}, ${form}: ${category}`,
            value: Math.round((score ?? 0) * 100),
            unit: "of 100",
            target: { atLeast: 95 },
            reason: `${missed.join("; ")}${category === "seo" ? ". Pages behind a key or a secret link must not be found by a search" : ""}`,
          });
        }
      }
    }
  } finally {
    await server.close();
  }
}

async function signIn({ url, inspectorUrl }: { url: string; inspectorUrl(): string }): Promise<string> {
  const [, link] = inspectorUrl().split("#signin=");
  const response = await fetch(`${url}/dashboard/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ link }),
  });
  return response.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
}

async function audit(url: string, form: "mobile" | "desktop", cookie: string): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "codespar-lighthouse-"));
  const output = join(folder, "report.json");
  try {
    await run(
      "npx",
      [
        "-y",
        `lighthouse@${version}`,
        url,
        "--quiet",
        "--output=json",
        `--output-path=${output}`,
        `--only-categories=${categories.join(",")}`,
        ...(form === "desktop" ? ["--preset=desktop"] : []),
        `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() }, timeout: 300_000 },
    );
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
