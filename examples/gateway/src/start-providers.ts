import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";

const shop = "the shop";
const webhookToken = "a-token-of-the-shop-0123456789";

/** The HTTP of Asaas and of Nuvem Fiscal over a simulation: accounts, their credentials, their webhooks, and customers who pay. */
export async function startProviders() {
  const sandbox = createSandbox({ now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["asaas", "nuvem-fiscal"] });
  const server = await serveEmulator({ emulator, onError: (error) => console.error(error) });
  return {
    urls: Object.fromEntries(server.urls),
    /** What the shop's owner knows, by provider. */
    credentials: {
      asaas: { api_key: await emulator.credential("asaas", shop), webhook_token: webhookToken },
      "nuvem-fiscal": await emulator.connection("nuvem-fiscal", shop, ""),
    },
    sendWebhooksTo: (url: string) => emulator.addWebhook("asaas", shop, { url, secret: webhookToken }),
    /** The customer pays meanwhile. */
    waitAMinute: () => sandbox.clock.advance("1m"),
    async close() {
      await server.close();
      emulator.close();
      await sandbox.close();
    },
  };
}
