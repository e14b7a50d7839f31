import type { JsonObject } from "@codespar/contract";
import { PIX_ISPB } from "@codespar/formats";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { openFinanceTools } from "./tools.ts";

/** The one account that the holder shares: nothing ever moves on it. */
const ACCOUNT_ID = "92792126019929279212650822221989319252576";

/** Open Finance Brasil (openfinancebrasil.atlassian.net): data and meta envelopes, amounts as text in reais. */
export const openFinanceSimulation = defineSimulation({
  id: "open-finance",
  tools: openFinanceTools,
  handlers: {
    open_finance_list_accounts: (_args, { merchant, now }) =>
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
    open_finance_get_balance(args, { now }) {
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
    open_finance_list_transactions: (args, { now }) =>
      textAt(args, "accountId") === ACCOUNT_ID ? envelope([], now) : unknownAccount(),
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
