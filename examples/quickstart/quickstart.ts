import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";

const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
const session = await codespar.sessions.create({ servers: ["asaas"] });

const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});

if (result.success) console.log(`${result.provider}: ${result.data.pix?.qr_code}`);
await session.close();

assert.equal(result.provider, "asaas");
