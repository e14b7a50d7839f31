import { z } from "zod";
import type { ListInput } from "../meta-tools/list-input.ts";
import { text, timestamp } from "./fields.ts";

const untold = { advertised: false };

/** What a `list` action takes; a model is shown the cursor alone. */
export const listFields = {
  since: timestamp.meta(untold).optional(),
  until: timestamp.meta(untold).optional(),
  limit: z.int().min(1).max(100).meta(untold).optional(),
  cursor: text(500).optional(),
};

const listOnly = ["status", "since", "until", "limit", "cursor"] as const;
const listAlso: ReadonlySet<string> = new Set([...listOnly, "action", "reference", "provider"]);

/** Refuses what would be ignored: filters without `list`, and with it all that is no filter. */
export function checkListFields(
  input: ListInput & { action?: string | undefined; status?: string | undefined },
  context: z.RefinementCtx,
): void {
  const isList = input.action === "list";
  const given = Object.entries(input).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const wrong = isList
    ? given.filter((field) => !listAlso.has(field))
    : listOnly.filter((field) => given.includes(field));
  for (const field of wrong) {
    const message = isList
      ? `${field} is no filter of a list. Leave it out; reference, status, since, until, limit, cursor and provider are.`
      : `${field} goes with action "list". Leave it out.`;
    context.addIssue({ code: "custom", path: [field], message });
  }
  const { since, until } = input;
  if (isList && since !== undefined && until !== undefined && Date.parse(since) >= Date.parse(until))
    context.addIssue({ code: "custom", path: ["until"], message: "until must be later than since." });
}
