import type { JsonObject } from "@codespar/contract";
import { PIX_ISPB } from "@codespar/formats";
import { textAt } from "../json/read-arguments.ts";
import { integer, list, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import { defineServer, Refusal } from "../simulation/provider-definition.ts";

/** The one account that the holder shares: nothing ever moves on it. */
const ACCOUNT_ID = "92792126019929279212650822221989319252576";
const account = { accountId: text() };
const page = { page: integer("From 1."), "page-size": integer("25 to 1000.") };
const consentId = nativeInput({ consentId: text("urn:…") }, "consentId");
const document = object({
  document: object({ identification: text("CPF or CNPJ, digits."), rel: oneOf("CPF", "CNPJ") }),
});

/** Open Finance Brasil (openfinancebrasil.atlassian.net): data and meta envelopes, amounts as text in reais. */
export const openFinance = defineServer({
  id: "open-finance",
  tools: {
    open_finance_create_consent: {
      description: "Asks a customer's consent to read their accounts and cards for a time.",
      input: nativeInput(
        {
          data: object(
            {
              loggedUser: document,
              businessEntity: document,
              permissions: list(text(), "Such as ACCOUNTS_READ, ACCOUNTS_BALANCES_READ, RESOURCES_READ."),
              expirationDateTime: text("ISO 8601 in UTC, at most 12 months ahead."),
            },
            "loggedUser",
            "permissions",
          ),
        },
        "data",
      ),
    },
    open_finance_get_consent: {
      description: "Reads a consent: awaiting authorisation, authorised or rejected.",
      input: consentId,
    },
    open_finance_revoke_consent: {
      description: "Ends a consent, so that nothing can be read under it any more.",
      input: consentId,
    },
    open_finance_list_accounts: {
      description: "Lists the accounts that the holder shares.",
      input: nativeInput({
        ...page,
        accountType: oneOf("CONTA_DEPOSITO_A_VISTA", "CONTA_POUPANCA", "CONTA_PAGAMENTO_PRE_PAGA"),
      }),
      handle: (_args, { merchant, now }) =>
        envelope(
          [
            {
              brandName: "Banco Sandbox",
              companyCnpj: merchant.cnpj,
              type: "CONTA_DEPOSITO_A_VISTA",
              compeCode: "001",
              branchCode: "0001",
              number: "12345678",
              checkDigit: "9",
              accountId: ACCOUNT_ID,
              ispb: PIX_ISPB.bancoDoBrasil,
            },
          ],
          now,
        ),
    },
    open_finance_get_balance: {
      description: "Reads the balances of one shared account.",
      input: nativeInput(account, "accountId"),
      handle(args, { now }) {
        if (textAt(args, "accountId") !== ACCOUNT_ID) return unknownAccount();
        const none = { amount: "0.00", currency: "BRL" };
        return {
          data: {
            availableAmount: none,
            blockedAmount: none,
            automaticallyInvestedAmount: none,
            updateDateTime: isoSecond(now),
          },
          meta: { requestDateTime: isoSecond(now) },
        };
      },
    },
    open_finance_list_transactions: {
      description: "Lists the transactions of one shared account.",
      input: nativeInput(
        {
          ...account,
          ...page,
          fromBookingDate: text("YYYY-MM-DD."),
          toBookingDate: text("YYYY-MM-DD."),
          creditDebitIndicator: oneOf("CREDITO", "DEBITO"),
        },
        "accountId",
      ),
      handle: (args, { now }) =>
        textAt(args, "accountId") === ACCOUNT_ID ? envelope([], now) : unknownAccount(),
    },
    open_finance_list_credit_cards: {
      description: "Lists the credit card accounts that the holder shares.",
      input: nativeInput(page),
    },
  },
});

function envelope(data: JsonObject[], now: number): JsonObject {
  return { data, meta: { totalRecords: data.length, totalPages: 1, requestDateTime: isoSecond(now) } };
}

function unknownAccount(): Refusal {
  return new Refusal("not_found", "The consent covers no such account.", "RECURSO_NAO_ENCONTRADO");
}

function isoSecond(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
