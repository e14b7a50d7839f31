import { expect, it } from "vitest";
import type { z } from "zod";
import type { EndpointId } from "../endpoints.ts";
import { endpoints } from "../endpoints.ts";
import type { EventData } from "../events/event-data.ts";
import type * as contract from "../index.ts";
import type { MetaToolArguments } from "../meta-tools/arguments.ts";
import type { MetaToolInputs, MetaToolName, MetaToolOutputs } from "../meta-tools/meta-tools.ts";
import type { MetaToolData } from "../meta-tools/outputs.ts";
import type { ShipQuote } from "../meta-tools/ship.ts";
import type { checkoutListSchema, checkoutOutputSchema } from "./checkout.ts";
import type { eventDataSchemas } from "./event-data.ts";
import type { metaToolInputSchemas, metaToolOutputSchemas } from "./meta-tools.ts";
import type { paymentListSchema, payOutputSchema } from "./pay.ts";
import {
  type QueryName,
  querySchemas,
  type RequestName,
  type ResponseName,
  requestSchemas,
  responseSchemas,
} from "./registry.ts";

// `satisfies` beside each schema proves that it yields the interface; these prove that no field of it is forgotten.
type Known<Value> = Value extends readonly (infer Item)[]
  ? Known<Item>[]
  : Value extends object
    ? { [Key in keyof Value as string extends Key ? never : Key]: Known<Value[Key]> }
    : Value;
type Equal<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;
type Same<Schema extends z.ZodType, Wire> = Equal<Known<z.output<Schema>>, Known<Wire>>;
type Expect<Proof extends true> = Proof;

type Writable<Value> = Value extends readonly (infer Item)[]
  ? Writable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
    : Value;
type FieldOf<Union> = Union extends unknown ? keyof Union : never;

type InputProofs = {
  [Name in MetaToolName]: Same<(typeof metaToolInputSchemas)[Name], MetaToolInputs[Name]>;
};
type OutputProofs = {
  [Name in MetaToolName]: Same<(typeof metaToolOutputSchemas)[Name], MetaToolOutputs[Name]>;
};
type Requests = typeof requestSchemas;
type Responses = typeof responseSchemas;

export type Proofs = [
  Expect<Equal<InputProofs[MetaToolName], true>>,
  Expect<Equal<OutputProofs[MetaToolName], true>>,
  Expect<Same<typeof payOutputSchema, contract.PayOutput>>,
  Expect<Same<typeof paymentListSchema, contract.PaymentList>>,
  Expect<Same<typeof checkoutOutputSchema, contract.CheckoutOutput>>,
  Expect<Same<typeof checkoutListSchema, contract.CheckoutList>>,
  Expect<Equal<MetaToolData<"codespar_pay", "list">, contract.PaymentList>>,
  Expect<Equal<MetaToolData<"codespar_pay", "capture">, contract.PayOutput>>,
  Expect<Equal<MetaToolData<"codespar_pay">, contract.PayOutput>>,
  Expect<Equal<MetaToolData<"codespar_checkout", "list">, contract.CheckoutList>>,
  Expect<Equal<MetaToolData<"codespar_checkout">, contract.CheckoutOutput>>,
  Expect<Same<Requests["CreateSessionRequest"], contract.CreateSessionRequest>>,
  Expect<Same<Requests["ToolCallRequest"], contract.ToolCallRequest>>,
  Expect<Same<Requests["UpdateBillingRequest"], contract.UpdateBillingRequest>>,
  Expect<Same<Requests["CreateApiKeyRequest"], contract.CreateApiKeyRequest>>,
  Expect<Same<Requests["CreateTriggerRequest"], contract.CreateTriggerRequest>>,
  Expect<Same<Requests["UpdateTriggerRequest"], contract.UpdateTriggerRequest>>,
  Expect<Same<Requests["CreateConnectSessionRequest"], contract.CreateConnectSessionRequest>>,
  Expect<Same<Requests["CreateConnectionRequest"], contract.CreateConnectionRequest>>,
  Expect<Same<Requests["ApprovalDecisionRequest"], contract.ApprovalDecisionRequest>>,
  Expect<Same<Responses["Session"], contract.Session>>,
  Expect<Same<Responses["ToolCallDetail"], contract.ToolCallDetail>>,
  Expect<Same<Responses["QueuedToolCall"], contract.QueuedToolCall>>,
  Expect<Same<Responses["Server"], contract.Server>>,
  Expect<Same<Responses["ServerList"], contract.ServerList>>,
  Expect<Same<Responses["Usage"], contract.Usage>>,
  Expect<Same<Responses["Billing"], contract.Billing>>,
  Expect<Same<Responses["ApiKeyWithSecret"], contract.ApiKeyWithSecret>>,
  Expect<Same<Responses["TriggerWithSecret"], contract.TriggerWithSecret>>,
  Expect<Same<Responses["Delivery"], contract.Delivery>>,
  Expect<Same<Responses["ConnectSession"], contract.ConnectSession>>,
  Expect<Same<Responses["ConnectionWebhookUrl"], contract.ConnectionWebhookUrl>>,
  Expect<Same<Responses["Connection"], contract.Connection>>,
  Expect<Same<Responses["Approval"], contract.Approval>>,
  Expect<Same<Responses["SessionConnectionList"], contract.SessionConnectionList>>,
  Expect<Equal<MetaToolData<"codespar_ship", "quote">["quotes"], ShipQuote[]>>,
  Expect<
    Equal<
      { [Type in keyof EventData]: Same<(typeof eventDataSchemas)[Type], EventData[Type]> }[keyof EventData],
      true
    >
  >,
  Expect<Equal<Same<Responses["WebhookEvent"], contract.AnyWebhookEvent>, true>>,
  // what a caller writes can be on the wire, and no field of the wire is left out of it
  Expect<
    Equal<
      {
        [Name in MetaToolName]: Writable<MetaToolArguments[Name]> extends MetaToolInputs[Name] ? 1 : Name;
      }[MetaToolName],
      1
    >
  >,
  Expect<
    Equal<
      {
        [Name in MetaToolName]: Exclude<keyof MetaToolInputs[Name], FieldOf<MetaToolArguments[Name]>>;
      }[MetaToolName],
      never
    >
  >,
];

type Named<Key extends string> = Extract<(typeof endpoints)[EndpointId], Record<Key, string>>;
export type NameProofs = [
  Expect<Equal<Exclude<Named<"request">["request"], RequestName>, never>>,
  Expect<Equal<Exclude<Named<"query">["query"], QueryName>, never>>,
  Expect<Equal<Exclude<Named<"response">["response"], ResponseName>, never>>,
];

it("has a schema for every body that an endpoint names, and no other", () => {
  const rows = Object.values(endpoints);
  const named = (key: string) =>
    new Set(
      rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name === key ? [value] : []))),
    );
  expect(new Set(Object.keys(requestSchemas))).toEqual(named("request"));
  expect(new Set(Object.keys(querySchemas))).toEqual(named("query"));
  expect(new Set(Object.keys(responseSchemas))).toEqual(named("response"));
});
