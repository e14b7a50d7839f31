import { readMagic } from "../../simulation/faults-and-magic.ts";

/** The code that a caller asks for by `sandbox:reject:<code>` as one of these texts. */
export function magicRejection(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    const match = /^reject:([A-Za-z0-9]+)$/.exec(readMagic(text) ?? "");
    if (match) return match[1];
  }
  return undefined;
}

/** Whether a caller asks for a slow authority by `sandbox:processing` as one of these texts. */
export function isMagicProcessing(texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => readMagic(text) === "processing");
}
