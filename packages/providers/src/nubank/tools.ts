import { defineTools } from "../tools/define-tools.ts";
import { integer, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

/** The native tools of Nubank. */
export const nubankTools = defineTools({
  nubank_get_balance: {
    description: "Reads the account's available balance in centavos.",
    input: nativeInput({ account_id: text("Default: the account that was connected.") }),
  },
  nubank_get_statement: {
    description: "Reads the account's transactions between two dates, oldest first.",
    input: nativeInput({
      account_id: text(),
      from_date: text("YYYY-MM-DD."),
      to_date: text("YYYY-MM-DD."),
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
  },
  nubank_get_card_bill: {
    description: "Reads the open or a closed bill of the account's credit card.",
    input: nativeInput({ bill_id: text(), state: oneOf("open", "future", "closed", "overdue") }),
  },
});
