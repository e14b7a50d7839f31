import { expect, it } from "vitest";
import { splitWords } from "./split-words.ts";

it.each([
  ["Cobrança via NF-e", ["cobranca", "via", "nf", "e"]],
  ["¿Dónde está mi envío?", ["donde", "esta", "mi", "envio"]],
  ["stripe_create_refund", ["stripe", "create", "refund"]],
  ["Cobranc\u0327a", ["cobranca"]],
  ["…🙂", []],
])("reads %s", (text, words) => {
  expect(splitWords(text)).toEqual(words);
});
