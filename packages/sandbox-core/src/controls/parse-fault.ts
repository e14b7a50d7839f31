import { suggest } from "@codespar/contract";
import type { Fault } from "@codespar/providers/simulated";

interface Field {
  name: keyof Fault;
  type: "boolean" | "number" | "string";
}

/** The members of a fault as the wire writes them. */
const fields: Readonly<Record<string, Field>> = {
  down: { name: "down", type: "boolean" },
  unauthorized: { name: "unauthorized", type: "boolean" },
  error_before_processing: { name: "errorBeforeProcessing", type: "boolean" },
  flaky: { name: "flaky", type: "number" },
  slow_ms: { name: "slowMs", type: "number" },
  timeout_before_commit: { name: "timeoutBeforeCommit", type: "boolean" },
  commit_then_timeout: { name: "commitThenTimeout", type: "boolean" },
  forget: { name: "forget", type: "boolean" },
  tool: { name: "tool", type: "string" },
  times: { name: "times", type: "number" },
};

/** A fault from its JSON, in snake_case; text says what is wrong with it. */
export function parseFault(json: object): Fault | string {
  const fault: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) return `fault.${name} is not known. ${hintFor(name)}`;
    const fits = field.type === "number" ? isCount(value) : typeof value === field.type;
    if (!fits)
      return `fault.${name} must be ${field.type === "number" ? "a whole number" : `a ${field.type}`}.`;
    fault[field.name] = value;
  }
  return fault; // each member was checked against the table
}

/** A fault as its JSON has it. */
export function formatFault(fault: Fault): Record<string, unknown> {
  const named = Object.entries(fields).map(([wire, { name }]) => [wire, fault[name]]);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function hintFor(name: string): string {
  const names = Object.keys(fields);
  const [near] = suggest(name, names);
  return near === undefined ? `Take one of ${names.join(", ")}.` : `Did you mean ${near}?`;
}
