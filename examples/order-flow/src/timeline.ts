import { styleText } from "node:util";
import { renderUnicodeCompact } from "uqr";
import { describeStep } from "./describe-step.ts";
import { formatAmount, formatTime } from "./format.ts";
import type { Step } from "./place-order.ts";

type Write = (line: string) => void;

/** Writes an order down as it happens: one paragraph a step. */
export function createTimeline(write: Write) {
  let count = 0;

  function facts(entries: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(entries)) {
      if (value !== undefined) write(`      ${styleText("dim", name.padEnd(9))} ${value}`);
    }
    write("");
  }

  function heading(
    mark: string,
    at: string | number,
    title: string,
    who: string,
    rest: readonly string[],
  ): void {
    const details = [styleText("cyan", who), ...rest.map((text) => styleText("dim", text))].join("  ");
    write(`  ${mark}  ${styleText("dim", formatTime(at))}  ${styleText("bold", title)}  ${details}`);
  }

  return {
    /** One of the six calls. */
    step(step: Step): void {
      const { name, result } = step;
      const { title, amount, facts: rows } = describeStep(step);
      count += 1;
      const rest = [name, ...(amount === undefined ? [] : [amount]), `${result.duration_ms} ms`];
      heading(
        styleText("green", String(count)),
        result.called_at,
        title,
        result.provider ?? "codespar",
        rest,
      );
      facts({ call: result.tool_call_id, ...rows });
    },
    /** What somebody other than the agent did. */
    happening(at: string | number, title: string, rows: Readonly<Record<string, string | undefined>>): void {
      heading(styleText("yellow", "·"), at, title, "customer", []);
      facts(rows);
    },
    pix({ qr_code, amount, currency }: { qr_code: string; amount: number; currency: string }): void {
      // light on dark whatever the terminal's theme, or a phone reads nothing
      for (const line of renderUnicodeCompact(qr_code, { border: 2 }).split("\n")) {
        write(`      ${styleText(["whiteBright", "bgBlack"], line)}`);
      }
      write(`      ${styleText("dim", `Pix ${formatAmount(amount, currency)}, copia e cola:`)}`);
      write(`      ${qr_code}`);
      write("");
    },
  };
}
