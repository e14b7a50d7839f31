import { findUnknownOption, type OptionNames } from "@codespar/contract";
import { invalidRequest } from "../errors/invalid-request.ts";

export type { OptionNames };

/** Refuses what is no option: JavaScript would ignore it, and a key that is ignored pays twice. `what` is empty at the top. */
export function checkKnownOptions<Options>(
  options: Options | undefined,
  names: OptionNames<Options>,
  what: string,
): void {
  if (options === undefined || options === null) return;
  if (typeof options !== "object") throw invalidRequest(what, `must be an object, not a ${typeof options}.`);
  const unknown = findUnknownOption(options, names);
  if (unknown === undefined) return;
  const path = what === "" ? unknown.name : `${what}.${unknown.name}`;
  throw invalidRequest(path, `is not an option. ${unknown.hint}`);
}
