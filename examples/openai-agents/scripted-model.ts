import { assistantMessage, functionCall, modelResponder, ScriptedModel } from "@openai/agents/testing";

/** Stands for the model: asks for a Pix, sends its code on, and says what it did. */
export function scriptedModel(): ScriptedModel {
  return new ScriptedModel([
    [functionCall("codespar_pay", { method: "pix", amount: 1250, currency: "BRL" }, { callId: "call_1" })],
    modelResponder(({ request }) => {
      const message = `Your coffee: ${pixCodeIn(JSON.stringify(request.input))}`;
      const args = { channel: "whatsapp", to: "+5511987654321", message };
      return [functionCall("codespar_notify", args, { callId: "call_2" })];
    }),
    [assistantMessage("The Pix code for R$ 12.50 is on its way by WhatsApp.")],
  ]);
}

function pixCodeIn(history: string): string {
  return /000201[^"\\]+/.exec(history)?.[0] ?? "";
}
