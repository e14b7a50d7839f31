import { statementBetween } from "../engines/banking/statement-between.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { integer, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import { defineServer } from "../simulation/provider-definition.ts";

/** Nubank, Brazil: snake_case English, values in centavos. */
export const nubank = defineServer({
  id: "nubank",
  tools: {
    nubank_get_balance: {
      description: "Reads the account's available balance in centavos.",
      input: nativeInput({ account_id: text("Default: the account that was connected.") }),
      handle: (_args, context) => ({ available: receivedAmount(context), blocked: 0, currency: "BRL" }),
    },
    nubank_get_statement: {
      description: "Reads the account's transactions between two dates, oldest first.",
      input: nativeInput({
        account_id: text(),
        from_date: text("YYYY-MM-DD."),
        to_date: text("YYYY-MM-DD."),
      }),
      handle: (args, context) => ({
        transactions: statementBetween(context, textAt(args, "from_date"), textAt(args, "to_date")).map(
          ({ charge, amount, date }) => ({
            post_date: date,
            type: amount < 0 ? "TRANSFER_OUT" : "TRANSFER_IN",
            amount: Math.abs(amount),
            detail: charge.reference ?? charge.id,
          }),
        ),
      }),
    },
    nubank_create_pix_transfer: {
      description: "Pays by Pix out of the account, by key or by bank details.",
      input: nativeInput(
        {
          amount: integer("Centavos."),
          pix_key: text(),
          beneficiary: object({
            name: text(),
            document: text("CPF or CNPJ, digits."),
            ispb: text(),
            branch: text(),
            account_number: text(),
            account_type: oneOf("checking_account", "savings_account", "payment_account"),
          }),
          message: text("Shown to the receiver."),
          external_id: text("Your own id of the payment."),
        },
        "amount",
      ),
    },
    nubank_get_pix_transfer: {
      description: "Reads the state of one payment by Pix.",
      input: nativeInput({ transfer_id: text() }, "transfer_id"),
    },
    nubank_list_pix_keys: {
      description: "Lists the Pix keys that are registered for the account.",
      input: nativeInput({ account_id: text() }),
      handle: (_args, { merchant }) => ({
        keys: [{ kind: "evp", value: merchant.pixKey, status: "ACTIVE", owner: merchant.name }],
      }),
    },
    nubank_get_card_bill: {
      description: "Reads the open or a closed bill of the account's credit card.",
      input: nativeInput({ bill_id: text(), state: oneOf("open", "future", "closed", "overdue") }),
    },
  },
});
