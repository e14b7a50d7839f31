import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

/** What loading one module took in a fresh process, and what else it brought. */
export interface Load {
  ms: number;
  /** The processor's part of it, which other programs do not lengthen. */
  cpuMs: number;
  /** URLs, when they were asked for. */
  loaded: string[];
  /** Opening a session and paying, each in milliseconds. */
  calls: number[];
}

/** The process that loads: `load-module.ts <module> [list | <base URL of a first call> | embedded]`. */
const [module = "", task = ""] = process.argv.slice(2);
const loaded: string[] = [];
if (task === "list") {
  registerHooks({
    load(url, context, nextLoad) {
      loaded.push(url);
      return nextLoad(url, context);
    },
  });
}
const specifier = module.startsWith("/") ? pathToFileURL(module).href : module;
const cpuBegun = process.cpuUsage();
const begun = performance.now();
const { CodeSpar } = await import(specifier);
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(cpuBegun);
const cpuMs = (user + system) / 1000;
const calls = task === "" || task === "list" ? [] : await timeFirstCalls();
process.send?.({ ms, cpuMs, loaded, calls } satisfies Load);
process.disconnect();

async function timeFirstCalls(): Promise<number[]> {
  const baseUrl = task === "embedded" ? undefined : task;
  const codespar = new CodeSpar({ apiKey: "csk_test_benchmark", baseUrl });
  const start = performance.now();
  const session = await codespar.sessions.create({ servers: ["asaas"] });
  const opened = performance.now();
  const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 9990, currency: "BRL" } };
  await session.execute(pay);
  const paid = performance.now();
  await codespar.close();
  return [opened - start, paid - opened];
}
