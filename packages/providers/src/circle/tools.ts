import { defineTools } from "../tools/define-tools.ts";
import { nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const idempotencyKey = text("UUID; a second request with it does nothing more.");

const money = object(
  { amount: text("Such as 159.90."), currency: text("Such as USD.") },
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
    description: "Takes a payment from a card or a bank account and settles it in USDC.",
    input: nativeInput(
      {
        idempotencyKey,
        amount: money,
        source: object({ id: text(), type: oneOf("card", "ach", "sepa", "wire", "pix") }, "id", "type"),
        verification: oneOf("none", "cvv", "three_d_secure"),
        description: text(),
        metadata: object({ email: text(), phoneNumber: text(), sessionId: text(), ipAddress: text() }),
        keyId: text(),
        encryptedData: text("The card's code, encrypted with Circle's public key."),
      },
      "idempotencyKey",
      "amount",
      "source",
    ),
  },
  circle_get_payment: { description: "Reads one payment and its state.", input: byId },
  circle_create_payout: {
    description: "Pays USDC out to a bank account in its own currency.",
    input: nativeInput(
      {
        idempotencyKey,
        source: object({ type: oneOf("wallet"), id: text() }),
        destination: object({ type: oneOf("wire", "pix", "sepa", "cubix"), id: text() }, "type", "id"),
        amount: money,
        toAmount: object({ currency: text("What the receiver gets, such as BRL.") }),
      },
      "idempotencyKey",
      "destination",
      "amount",
    ),
  },
  circle_get_payout: { description: "Reads one payout and its state.", input: byId },
  circle_create_transfer: {
    description: "Moves USDC from a wallet to another or to an address on a chain.",
    input: nativeInput(
      {
        idempotencyKey,
        source: object({ type: oneOf("wallet"), id: text() }, "type", "id"),
        destination: object(
          {
            type: oneOf("wallet", "blockchain", "verified_blockchain"),
            id: text(),
            address: text(),
            addressTag: text(),
            chain: text("Such as SOL, ETH, MATIC."),
          },
          "type",
        ),
        amount: money,
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
