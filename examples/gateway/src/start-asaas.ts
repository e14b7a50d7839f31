import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";

/** Asaas's HTTP over a simulation: an account, its API key, its webhooks, and customers who pay. */
export async function startAsaas() {
  const sandbox = createSandbox({ now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["asaas"] });
  const server = await serveEmulator({ emulator, onError: (error) => console.error(error) });
  const webhookToken = "a-token-of-the-shop-0123456789";
  return {
    url: server.urls.get("asaas") ?? "",
    apiKey: await emulator.credential("asaas", "the shop"),
    webhookToken,
    sendWebhooksTo: (url: string) => emulator.addWebhook("asaas", "the shop", { url, secret: webhookToken }),
    /** The customer pays meanwhile. */
    waitAMinute: () => sandbox.clock.advance("1m"),
    async close() {
      await server.close();
      emulator.close();
      await sandbox.close();
    },
  };
}
