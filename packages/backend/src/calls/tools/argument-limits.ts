import type { ArgumentLimit } from "../../ports/argument-issue.ts";
import type { NativeIssue } from "./native-issue.ts";

/** The first of a tool's limits that the arguments go beyond. */
export function findLimitIssue(
  limits: readonly ArgumentLimit[] = [],
  args: Readonly<Record<string, unknown>>,
): NativeIssue | undefined {
  for (const limit of limits) {
    if (!applies(limit, args)) continue;
    for (const [path, value] of valuesAt(args, limit.path.split("."))) {
      const issue = typeof value === "number" ? getIssue(limit, path, value) : undefined;
      if (issue !== undefined) return issue;
    }
  }
  return undefined;
}

function applies({ when = {} }: ArgumentLimit, args: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when).every(([path, values]) => {
    const found = valuesAt(args, path.split("."));
    const given = found.length === 0 ? [null] : found.map(([, value]) => value ?? null);
    return given.some((value) => values.some((wanted) => wanted === value));
  });
}

function getIssue(limit: ArgumentLimit, path: string, value: number): NativeIssue | undefined {
  const { minimum, maximum, decimals, when = {} } = limit;
  const field = path.split(".").at(-1) ?? path;
  const beside = Object.entries(when)
    .map(([name, values]) => ` with ${name} ${values.map((wanted) => wanted ?? "left out").join(" or ")}`)
    .join("");
  if (minimum !== undefined && value < minimum)
    return {
      path,
      problem: "range",
      limit: minimum,
      message: `${field} must be at least ${minimum}${beside}, not ${value}.`,
    };
  if (maximum !== undefined && value > maximum)
    return {
      path,
      problem: "range",
      limit: maximum,
      message: `${field} must be at most ${maximum}${beside}, not ${value}.`,
    };
  if (decimals !== undefined && getDecimals(value) > decimals) {
    const most = decimals === 0 ? "no decimals" : `at most ${decimals} decimals`;
    return { path, problem: "decimals", message: `${field} must have ${most}${beside}, not ${value}.` };
  }
  return undefined;
}

/** Digits after the point in the shortest text of a number, which is how it travels. */
function getDecimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** What is there, by its path; nothing for an argument that is left out. */
function valuesAt(value: unknown, keys: readonly string[], at = ""): [path: string, value: unknown][] {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined ? [] : [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  const members = key === "*" ? Object.entries(value) : [[key, getMember(value, key)] as const];
  return members.flatMap(([name, member]) => valuesAt(member, rest, at === "" ? name : `${at}.${name}`));
}

function getMember(value: object, key: string): unknown {
  // Object.hasOwn does not narrow
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
