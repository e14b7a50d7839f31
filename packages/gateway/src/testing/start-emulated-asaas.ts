import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { onTestFinished } from "vitest";

/** Asaas's test environment, emulated, with accounts whose customers pay. */
export async function startEmulatedAsaas() {
  const sandbox = createSandbox({ seed: 7, now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["asaas"] });
  const errors: unknown[] = [];
  const emulated = await serveEmulator({ emulator, onError: (error) => errors.push(error) });
  onTestFinished(async () => {
    await emulated.close();
    emulator.close();
    await sandbox.close();
  });
  return {
    sandbox,
    emulator,
    url: emulated.urls.get("asaas") ?? "",
    errors,
    /** The key of an account. */
    getKey: (account: string) => emulator.credential("asaas", account),
  };
}
