import { readFileSync } from "node:fs";
import type { Policy } from "@codespar/sdk";
import { UsageError } from "../config/usage-error.ts";

/** What a call may cost before a person has to approve it: `BRL=50000` in minor units. */
const limitForm = /^([A-Z]{3})=(\d{1,15})$/;

/** The policy that sessions are opened with, from a file and from `--require-approval`; undefined when neither is given. */
export function readPolicy(file: string | undefined, limits: readonly string[] = []): Policy | undefined {
  const policy = file === undefined ? undefined : parse(file);
  if (limits.length === 0) return policy;
  const { require_approval } = policy ?? {};
  return {
    ...policy,
    require_approval: { ...require_approval, above: { ...require_approval?.above, ...readLimits(limits) } },
  };
}

function parse(file: string): Policy {
  let policy: unknown;
  try {
    policy = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `--policy ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  // what is in it the API checks, when the first session is opened
  if (typeof policy === "object" && policy !== null && !Array.isArray(policy)) return policy;
  throw new UsageError(`--policy ${file} holds no object, such as {"max_amount_per_day":{"BRL":500000}}.`);
}

function readLimits(limits: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    limits.map((limit) => {
      const [, currency = "", amount] = limitForm.exec(limit) ?? [];
      if (amount !== undefined) return [currency, Number(amount)];
      throw new UsageError(
        `--require-approval ${limit} is not a limit. Write it as BRL=50000: a currency and an amount in minor units, here R$ 500.00.`,
      );
    }),
  );
}
