import type { Channel, Unlike } from "./channels/channel.ts";
import type { FailureCase } from "./failure-cases.ts";

const hows: Readonly<Record<Unlike["how"], string>> = {
  words: "in the framework's own words",
  ends: "the run ends with an error",
  told: "told to the model",
  asks: "the framework asks a person first",
  cannot: "does not occur",
};

/** What each channel carries, as the page that users read. */
export function describeChannels(channels: readonly Channel[], failures: readonly FailureCase[]): string {
  return `# What a model is told when a call fails

Written by \`packages/conformance/src/adapters/channels.test.ts\`, which makes every one of these calls with the real vendor
package, a scripted model and the real backend. The same page says what each framework adds or takes away.

## Everywhere

The model reads \`{status, code, message, retryable, next, …}\`; \`next\` says in words what to do.

${table(
  ["what happened", "`status`", "`code`", "may be tried again"],
  failures.map(({ name, expected }) =>
    "throws" in expected
      ? [name, "thrown", code(expected.throws), "no"]
      : [name, code(expected.status), code(expected.code), expected.retryable ? "yes" : "no"],
  ),
)}

## How a failure is marked

${table(
  ["channel", "mark"],
  channels.map(({ name, mark, marksApproval }) => [
    name,
    mark === undefined
      ? 'none; a failure is `{"error": …}`'
      : `${code(mark)}${marksApproval === true ? ", also for a call that waits for approval" : ""}`,
  ]),
)}

## What is otherwise

${table(["what happened", "channel", "instead", "why"], rowsOfUnlike(channels, failures))}

## What identifies a call

A call that changes something is made under a key of its scope (the session, or \`idempotencyScope\`), its id, its name and its
arguments: replaying a message pays nobody twice. An id is taken for unique within one message at most, because some servers count
their ids again in every turn, leave them empty or use the tool's name. A call that only reads is always made again. Give each
conversation a session or an \`idempotencyScope\` of its own. \`packages/conformance/src/adapters/call-ids.test.ts\` makes calls with
all these ids over every channel.

${table(
  ["channel", "equal calls with one id are distinguished by", "the framework's own rule"],
  channels.map(({ name, equalCalls, ids }) => [name, equalCalls, ids === undefined ? "" : ids.why]),
)}
`;
}

/** One row for each failure and reason, with the channels that share it. */
function rowsOfUnlike(channels: readonly Channel[], failures: readonly FailureCase[]): string[][] {
  return failures.flatMap(({ name: failure }) => {
    const namesBy = new Map<string, string[]>();
    for (const { name, unlike = {} } of channels) {
      const { how, why } = unlike[failure] ?? {};
      if (how === undefined) continue;
      const row = `${hows[how]} | ${why}`;
      namesBy.set(row, [...(namesBy.get(row) ?? []), name]);
    }
    return [...namesBy].map(([row, names]) => [failure, names.join("; "), row]);
  });
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
