import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { textAt } from "../json/read-arguments.ts";
import { simulate } from "../testing/simulate.ts";
import { openFinanceSimulation } from "./simulate.ts";

const document = { document: { identification: "11144477735", rel: "CPF" } };
const permissions = ["ACCOUNTS_READ", "ACCOUNTS_BALANCES_READ", "RESOURCES_READ"];

it("has the tools of the catalogue", () => {
  expect(Object.keys(openFinanceSimulation.tools)).toEqual(nativeToolNames("open-finance"));
});

it("asks for a consent, which the holder gives in their own time and which ends when it is revoked", async () => {
  const simulation = simulate(openFinanceSimulation);
  const made = await simulation.call("open_finance_create_consent", {
    data: { loggedUser: document, permissions },
  });
  expect(made).toMatchObject({ data: { data: { status: "AWAITING_AUTHORISATION", permissions } } });
  const consentId = made.ok ? (textAt(made.data, "data.consentId") ?? "") : "";
  const read = () => simulation.call("open_finance_get_consent", { consentId });
  simulation.advance(31_000);
  expect(await read()).toMatchObject({
    data: { data: { status: "AUTHORISED", statusUpdateDateTime: "2026-11-20T15:00:30Z" } },
  });
  expect(await simulation.call("open_finance_revoke_consent", { consentId })).toEqual({ ok: true, data: {} });
  expect(await read()).toMatchObject({
    data: { data: { status: "REJECTED", rejection: { reason: { code: "CUSTOMER_MANUALLY_REVOKED" } } } },
  });
});

it("refuses a consent that is over before it begins, and one that nobody gave", async () => {
  const simulation = simulate(openFinanceSimulation);
  const data = { loggedUser: document, permissions, expirationDateTime: "2026-11-20T15:00:00Z" };
  expect(await simulation.call("open_finance_create_consent", { data })).toMatchObject({
    ok: false,
    providerCode: "DATA_EXPIRACAO_INVALIDA",
  });
  expect(await simulation.call("open_finance_get_consent", { consentId: "urn:sandbox:1" })).toMatchObject({
    ok: false,
    code: "not_found",
  });
});
