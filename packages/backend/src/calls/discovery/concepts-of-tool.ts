import { related } from "./lexicon/related.ts";
import type { ToolEntry } from "./tool-entry.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a tool is about. */
export interface ToolConcepts {
  /** Concepts with how much the tool is about them, 0 to 1. */
  strengths: ReadonlyMap<string, number>;
  /** The name's words, each with its concepts: what a query should cover. */
  name: readonly (readonly string[])[];
}

const strength = {
  name: 1,
  keywords: 0.9,
  capability: 0.6,
  innerWord: 0.5,
  category: 0.6,
  description: 0.35,
};
const methods: ReadonlySet<string> = new Set([
  "pix",
  "boleto",
  "credit_card",
  "debit_card",
  "spei",
  "oxxo",
  "pse",
  "webpay",
  "wallet",
]);
const channels: ReadonlySet<string> = new Set(["whatsapp", "sms", "email"]);
const categoryConcepts: Readonly<Record<string, string>> = { banking: "bank" };

/** Reads what is known of a tool; the name alone is enough. */
export function conceptsOfTool(entry: ToolEntry, vocabulary: Vocabulary): ToolConcepts {
  const strengths = new Map<string, number>();
  const note = (concept: string, value: number) => {
    if (value > (strengths.get(concept) ?? 0)) strengths.set(concept, value);
  };
  const read = (text: string, value: number) => {
    for (const { text: word, meanings } of vocabulary.read(text)) {
      note(literal(word), value);
      for (const { concept, weight } of meanings) note(concept, value * weight);
    }
  };

  const name = vocabulary
    .read(entry.words)
    .map(({ text, meanings }) => [literal(text), ...meanings.map(({ concept }) => concept)]);
  read(entry.words, strength.name);
  for (const word of entry.words.split(" ")) read(word, strength.innerWord);
  for (const part of entry.keywords.split(",")) read(part, strength.keywords);
  for (const capability of usedCapabilities(entry, strengths)) {
    read(capability.replaceAll("_", " "), strength.capability);
    if (capability === "credit_card") note("installments", strength.capability);
  }
  for (const [concept, value] of [...strengths]) {
    for (const [other, share] of Object.entries(related[concept] ?? {})) note(other, value * share);
  }
  for (const category of entry.categories) note(categoryConcepts[category] ?? category, strength.category);
  for (const country of entry.countries) note(`country:${country}`, entry.countries.length === 1 ? 1 : 0.8);
  note(`server:${entry.server}`, 1);
  read(entry.ownDescription, strength.description);
  return { strengths, name };
}

/** The concept that a word is by its letters: what is asked for literally fits a little better than a synonym. */
export function literal(word: string): string {
  return `"${word.length > 4 && word.endsWith("s") ? word.slice(0, -1) : word}"`;
}

/** Methods belong to the tools that charge, channels to those that send. */
function usedCapabilities({ capabilities }: ToolEntry, strengths: ReadonlyMap<string, number>): string[] {
  const charges = strengths.has("charge") || strengths.has("checkout");
  const sends = ["message", "send", "template"].some((concept) => strengths.has(concept));
  return capabilities.filter(
    (capability) => (charges && methods.has(capability)) || (sends && channels.has(capability)),
  );
}
