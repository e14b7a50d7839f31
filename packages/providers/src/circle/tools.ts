import { defineTools } from "../tools/define-tools.ts";
import { flag, matching, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const idempotencyKey = matching(
  "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$",
  "UUID version 4; a second request with it does nothing more.",
);

/** An amount as text, in one of these currencies. */
const money = (...currencies: string[]) =>
  object(
    { amount: matching("^\\d{1,20}(\\.\\d{1,18})?$", "Such as 159.90."), currency: oneOf(...currencies) },
    "amount",
    "currency",
  );

const byId = nativeInput({ id: text("UUID.") }, "id");

/** The native tools of Circle. */
export const circleTools = defineTools({
  circle_create_wallet: {
    description: "Opens a wallet for a customer within the account.",
    input: nativeInput({ idempotencyKey, description: text() }, "idempotencyKey"),
  },
  circle_get_wallet: {
    description: "Reads one wallet and its balances.",
    input: nativeInput({ walletId: text() }, "walletId"),
  },
  circle_create_payment: {
    description: "Takes a payment from a card in dollars.",
    input: nativeInput(
      {
        idempotencyKey,
        amount: money("USD"),
        source: object({ id: text(), type: oneOf("card") }, "id", "type"),
        verification: oneOf("none", "cvv", "three_d_secure"),
        verificationSuccessUrl: text(),
        verificationFailureUrl: text(),
        autoCapture: flag(),
        description: text(),
        metadata: object(
          { email: text(), phoneNumber: text(), sessionId: text(), ipAddress: text() },
          "email",
          "sessionId",
          "ipAddress",
        ),
        keyId: text(),
        encryptedData: text("The card's code, encrypted with Circle's public key."),
      },
      "idempotencyKey",
      "amount",
      "source",
      "verification",
      "metadata",
    ),
  },
  circle_get_payment: { description: "Reads one payment and its state.", input: byId },
  circle_create_payout: {
    description: "Pays out of a wallet to an address of the address book.",
    input: nativeInput(
      {
        idempotencyKey,
        source: object({ type: oneOf("wallet"), id: text() }, "type", "id"),
        destination: object({ type: oneOf("address_book"), id: text() }, "type", "id"),
        amount: money("USD", "EUR", "BTC", "ETH"),
        toAmount: object({ currency: oneOf("USD", "EUR", "BTC", "ETH", "MTC") }, "currency"),
      },
      "idempotencyKey",
      "source",
      "destination",
      "amount",
    ),
  },
  circle_create_bank_payout: {
    description: "Pays out of the business account to a bank account.",
    input: nativeInput(
      {
        idempotencyKey,
        destination: object({ type: oneOf("wire", "cbit"), id: text() }, "type", "id"),
        amount: money("USD", "EUR"),
      },
      "idempotencyKey",
      "destination",
      "amount",
    ),
  },
  circle_get_payout: { description: "Reads one payout and its state.", input: byId },
  circle_create_transfer: {
    description: "Moves money from a wallet to another or to an address on a chain.",
    input: nativeInput(
      {
        idempotencyKey,
        source: object({ type: oneOf("wallet"), id: text() }, "type", "id"),
        destination: object(
          {
            type: oneOf("wallet", "blockchain"),
            id: text("Of a wallet."),
            address: text("On a chain."),
            addressTag: text(),
            chain: text("Such as SOL, ETH, ALGO."),
          },
          "type",
        ),
        amount: money("USD", "EUR", "BTC", "ETH"),
      },
      "idempotencyKey",
      "source",
      "destination",
      "amount",
    ),
  },
  circle_get_balance: {
    description: "Reads what the account holds and what is not yet settled.",
    input: nativeInput({}),
  },
});
