// A page that tries a shop out offline: bundled by esbuild and webpack, run without anything of Node's.
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";

const sandbox = createSandbox({ seed: 1 });
const codespar = new CodeSpar({ apiKey: "csk_test_page", transport: sandbox.transport });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});
await sandbox.payments.confirm(result.data.payment_id);
console.log(sandbox.events.at(-1).type);
