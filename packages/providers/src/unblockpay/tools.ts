import { defineTools } from "../tools/define-tools.ts";
import { nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const coin = oneOf("USDC", "USDT");

const fiat = oneOf("BRL", "MXN", "USD");

const blockchain = oneOf("solana", "polygon", "ethereum", "base", "tron");

const customer_id = text("Whoever this is for; made and checked beforehand.");

const quote_id = text("Of unblockpay_get_exchange_rate, at most five minutes old.");

const wallet = object(
  {
    currency: coin,
    payment_rail: blockchain,
    address: text("Of a wallet elsewhere."),
    wallet_id: text("Of a wallet at UnblockPay, instead of address."),
  },
  "currency",
  "payment_rail",
);

const rail = oneOf("pix", "spei", "wire", "ach");

/** The native tools of UnblockPay. */
export const unblockpayTools = defineTools({
  unblockpay_create_wallet: {
    description: "Opens a stablecoin wallet for a customer on one chain.",
    input: nativeInput({ customer_id, name: text(), blockchain }, "customer_id", "name", "blockchain"),
  },
  unblockpay_get_wallet: {
    description: "Reads one wallet and its address.",
    input: nativeInput({ customer_id, wallet_id: text() }, "customer_id", "wallet_id"),
  },
  unblockpay_create_onramp: {
    description: "Turns reais or pesos that come in by Pix or SPEI into stablecoins in a wallet.",
    input: nativeInput(
      {
        amount: number("In the sender's currency."),
        quote_id,
        customer_id,
        sender: object(
          { currency: fiat, payment_rail: rail, name: text(), document: text("CPF, CNPJ or RFC.") },
          "currency",
          "payment_rail",
        ),
        receiver: wallet,
        partner_fee_id: text(),
      },
      "amount",
      "quote_id",
      "customer_id",
      "sender",
      "receiver",
    ),
  },
  unblockpay_create_offramp: {
    description:
      "Turns stablecoins of a wallet into reais or pesos on a bank account that was registered before.",
    input: nativeInput(
      {
        amount: number("In the sender's coin."),
        quote_id,
        customer_id,
        sender: wallet,
        receiver: object(
          { currency: fiat, payment_rail: rail, external_account_id: text() },
          "currency",
          "payment_rail",
          "external_account_id",
        ),
        partner_fee_id: text(),
      },
      "amount",
      "quote_id",
      "customer_id",
      "sender",
      "receiver",
    ),
  },
  unblockpay_get_transaction: {
    description: "Reads one onramp or offramp and its state.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  unblockpay_get_exchange_rate: {
    description: "Quotes what one stablecoin costs or brings in reais, pesos or dollars, for five minutes.",
    input: nativeInput(
      {
        symbol: text("Such as USDC/BRL."),
        type: { ...oneOf("on_ramp"), description: "Left out for an offramp." },
      },
      "symbol",
    ),
  },
  unblockpay_create_transfer: {
    description:
      "Sends stablecoins from a wallet to another address. Its call is not documented where we have looked.",
    input: nativeInput(
      { amount: number("In the coin."), sender: wallet, receiver: wallet },
      "amount",
      "sender",
      "receiver",
    ),
  },
});
