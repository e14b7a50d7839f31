import { getResponseTools, handleFunctionCall } from "@codespar/openai";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { openAdapterWorld } from "./adapter-world.ts";
import { pix } from "./failure-cases.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false });

const held = { require_approval: { above: { BRL: 1000 } } };
const declined = '{"method":"credit_card","amount":5000,"currency":"BRL","card_token":"tok_chargeDeclined"}';

it.each([
  ["a result", pix.arguments, undefined, 0],
  ["a failure", declined, undefined, 1],
  ["a call that waits for a person", pix.arguments, held, 2],
])("the output schema that Responses is told describes %s", async (_, args, policy, shape) => {
  const { session } = await openAdapterWorld({ policy });
  const tools = await getResponseTools(session, { tools: ["codespar_pay"], outputSchemas: true });
  const schema = tools[0]?.output_schema;
  const call = { type: "function_call", call_id: "call_1", name: "codespar_pay", arguments: args } as const;
  const output = JSON.parse(String((await handleFunctionCall(session, call)).output));
  expect(ajv.validate(Object(schema), output), ajv.errorsText()).toBe(true);
  expect(ajv.validate(Object(schema).anyOf[shape], output), ajv.errorsText()).toBe(true);
});
