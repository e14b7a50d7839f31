import type { JsonObject } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { openFinanceTools } from "./tools.ts";

/** The one account and the one card that the holder shares: nothing ever moves on them. */
const ACCOUNT_ID = "92792126019929279212650822221989319252576";
const CARD_ID = "XXZTR3459087";
const CONSENT_KIND = "consent";
/** Milliseconds until the holder consents in their bank's app. */
const AUTHORISATION_DELAY = 30_000;

/** Open Finance Brasil (OpenBanking-Brasil/openapi): envelopes of data, links and meta, amounts as text in reais. */
export const openFinanceSimulation = defineSimulation({
  id: "open-finance",
  tools: openFinanceTools,
  handlers: {
    open_finance_create_consent: createConsent,
    open_finance_get_consent: (args, context) => showConsent(args, context),
    open_finance_revoke_consent(args, context) {
      const consent = findConsent(args, context);
      if (consent instanceof Refusal) return consent;
      const rejection = { rejectedBy: "USER", reason: { code: "CUSTOMER_MANUALLY_REVOKED" } };
      putConsent(context, { ...consent, status: "REJECTED", rejection });
      return {};
    },
    open_finance_list_accounts: (_args, { merchant, now }) =>
      page("accounts/v2/accounts", now, [
        {
          brandName: "Banco Sandbox",
          companyCnpj: merchant.cnpj,
          type: "CONTA_DEPOSITO_A_VISTA",
          compeCode: "001",
          branchCode: "0001",
          number: "12345678",
          checkDigit: "9",
          accountId: ACCOUNT_ID,
        },
      ]),
    open_finance_get_balance(args, { now }) {
      if (textAt(args, "accountId") !== ACCOUNT_ID) return unknownAccount();
      const none = { amount: "0.00", currency: "BRL" };
      const data = {
        availableAmount: none,
        blockedAmount: none,
        automaticallyInvestedAmount: none,
        updateDateTime: isoSecond(now),
      };
      return { ...page(`accounts/v2/accounts/${ACCOUNT_ID}/balances`, now, []), data };
    },
    open_finance_list_transactions: (args, { now }) =>
      textAt(args, "accountId") === ACCOUNT_ID
        ? page(`accounts/v2/accounts/${ACCOUNT_ID}/transactions`, now, [])
        : unknownAccount(),
    open_finance_list_credit_cards: (_args, { merchant, now }) =>
      page("credit-cards-accounts/v2/accounts", now, [
        {
          creditCardAccountId: CARD_ID,
          brandName: "Banco Sandbox",
          companyCnpj: merchant.cnpj,
          name: "Cartão Sandbox",
          productType: "OUTROS",
          productAdditionalInfo: "Sandbox",
          creditCardNetwork: "VISA",
        },
      ]),
  },
  due: {
    authorise_consent(_kind, id, context) {
      const consent = context.get<JsonObject>(CONSENT_KIND, id);
      if (consent?.status === "AWAITING_AUTHORISATION")
        putConsent(context, { ...consent, status: "AUTHORISED" });
    },
  },
});

function createConsent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const now = isoSecond(context.now);
  const expires = textAt(args, "data.expirationDateTime");
  if (expires !== undefined && !(Date.parse(expires) > context.now))
    return new Refusal("invalid_request", "expirationDateTime must lie ahead.", "DATA_EXPIRACAO_INVALIDA");
  const consentId = `urn:sandbox:${generateUuid(context.random)}`;
  const consent: JsonObject = {
    consentId,
    creationDateTime: now,
    status: "AWAITING_AUTHORISATION",
    statusUpdateDateTime: now,
    permissions: textsAt(args, "data.permissions"),
    ...(expires === undefined ? {} : { expirationDateTime: expires }),
  };
  context.put(CONSENT_KIND, consentId, consent);
  context.schedule(context.now + AUTHORISATION_DELAY, "authorise_consent", CONSENT_KIND, consentId);
  return showConsent({ consentId }, context);
}

function putConsent(context: SimulationContext, consent: JsonObject): void {
  const changed = { ...consent, statusUpdateDateTime: isoSecond(context.now) };
  context.put(CONSENT_KIND, textAt(consent, "consentId") ?? "", changed);
}

function showConsent(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const consent = findConsent(args, context);
  if (consent instanceof Refusal) return consent;
  return {
    data: consent,
    links: { self: address(`consents/v3/consents/${textAt(consent, "consentId") ?? ""}`) },
    meta: { requestDateTime: isoSecond(context.now) },
  };
}

function findConsent(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "consentId") ?? "";
  return (
    context.get<JsonObject>(CONSENT_KIND, id) ??
    new Refusal("not_found", `There is no consent ${id}.`, "NAO_INFORMADO")
  );
}

function page(path: string, now: number, data: JsonObject[]): JsonObject {
  return {
    data,
    links: { self: address(path) },
    meta: { totalRecords: data.length, totalPages: 1, requestDateTime: isoSecond(now) },
  };
}

function address(path: string): string {
  return `https://api.bank.example/open-banking/${path}`;
}

function unknownAccount(): Refusal {
  return new Refusal("not_found", "The consent covers no such account.", "RECURSO_NAO_ENCONTRADO");
}

function isoSecond(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
