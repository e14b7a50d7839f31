import type { BackendRequest } from "@codespar/backend";
import { findNativeTool } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";

type Range = readonly [min: number, max: number];

// the FAQ's table of typical latencies, in milliseconds
const sessionCreation: Range = [200, 400];
const discovery: Range = [50, 100];
const cardPayment: Range = [300, 600];
// less than the table's most where a meta-tool makes one or two look-ups beside the call
const byCategory: Readonly<Record<string, Range>> = {
  payments: [400, 1100],
  fiscal: [500, 2000],
  logistics: [200, 480],
  messaging: [100, 300],
};
const checkout: Range = [300, 800];
/** A provider's own look-up, which stands beside a slower call. */
const lookup: Range = [20, 60];

/** Milliseconds that one native call takes. */
export function nativeLatency(random: RandomSource, name: string): number {
  const tool = findNativeTool(name);
  if (tool === undefined) return 0;
  if (tool.risk === "read") return draw(random, lookup);
  if (/checkout|preference|payment_link/.test(tool.noun)) return draw(random, checkout);
  if (/payment_intent|capture/.test(name)) return draw(random, cardPayment);
  return draw(random, byCategory[tool.category] ?? lookup);
}

/** Milliseconds that CodeSpar itself takes for a request that asks no provider. */
export function requestLatency(random: RandomSource, { method, path, body }: BackendRequest): number {
  if (method === "POST" && path === "/v1/sessions") return draw(random, sessionCreation);
  if (body?.includes('"codespar_discover"') === true) return draw(random, discovery);
  return 0;
}

function draw(random: RandomSource, [min, max]: Range): number {
  return min + random.integer(max - min + 1);
}
