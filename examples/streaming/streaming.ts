import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";

const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
await using session = await codespar.sessions.create({ servers: ["nuvem-fiscal"] });

const stream = session.sendStream({
  name: "codespar_invoice",
  arguments: {
    type: "nfe",
    customer: {
      name: "Ana Souza",
      document: "529.982.247-25",
      address: { postal_code: "01310-100", number: "1578" },
    },
    items: [{ description: "Café em grãos, 1 kg", quantity: 2, unit_amount: 6490 }],
  },
});

const stages: string[] = [];
for await (const event of stream) {
  if (event.type === "tool_call.routed") console.log(`${event.data.provider} takes it`);
  if (event.type === "tool_call.progress") {
    stages.push(event.data.stage);
    console.log(`${event.data.stage}: ${event.data.message}`);
  }
}

const invoice = await stream.result();
assert.ok(invoice.success);
console.log(`NF-e ${invoice.data.number}, key ${invoice.data.access_key}`);
assert.deepEqual(stages, ["validating", "signing", "transmitting", "authorizing"]);
