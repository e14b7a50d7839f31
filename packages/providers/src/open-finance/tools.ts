import { defineTools } from "../tools/define-tools.ts";
import { date, integer, list, nativeInput, object, oneOf, text, within } from "../tools/native-input.ts";

const account = { accountId: text() };

const page = { page: integer("From 1."), "page-size": within(25, 1000), "pagination-key": text() };

const consentId = nativeInput({ consentId: text("urn:…") }, "consentId");

const document = object({
  document: object({ identification: text("CPF or CNPJ, digits."), rel: oneOf("CPF", "CNPJ") }),
});

/** The native tools of Open Finance Brasil. */
export const openFinanceTools = defineTools({
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
  },
  open_finance_get_balance: {
    description: "Reads the balances of one shared account.",
    input: nativeInput(account, "accountId"),
  },
  open_finance_list_transactions: {
    description: "Lists the transactions of one shared account.",
    input: nativeInput(
      {
        ...account,
        ...page,
        fromBookingDate: date(),
        toBookingDate: date(),
        creditDebitIndicator: oneOf("CREDITO", "DEBITO"),
      },
      "accountId",
    ),
  },
  open_finance_list_credit_cards: {
    description: "Lists the credit card accounts that the holder shares.",
    input: nativeInput(page),
  },
});
