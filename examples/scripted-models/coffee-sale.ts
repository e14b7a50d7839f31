/** What the customer asks in every example. */
export const question =
  "Charge R$ 12.50 by Pix for a coffee, then send the code to +5511987654321 on WhatsApp.";

/** One turn of a model: a call of a tool, or its last words. */
export type Turn = { name: string; arguments: object } | string;

/** What a scripted model does in each turn: `result` is what it reads of the last call. */
export function nextTurn(count: number, result: string): Turn {
  if (count === 1) {
    return { name: "codespar_pay", arguments: { method: "pix", amount: 1250, currency: "BRL" } };
  }
  if (count > 2) return "The Pix code for R$ 12.50 is on its way by WhatsApp.";
  // frameworks write JSON each in a way of their own; a Pix code begins like this (BR Code, field 00)
  const [code] = /000201[^"\\\n,]+/.exec(result) ?? [];
  if (code === undefined) throw new Error(`No Pix code in ${result}`);
  const message = `Your coffee: ${code}`;
  return { name: "codespar_notify", arguments: { channel: "whatsapp", to: "+5511987654321", message } };
}
