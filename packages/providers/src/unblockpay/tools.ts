import { defineTools } from "../tools/define-tools.ts";
import { nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const coin = oneOf("USDC", "USDT");

const fiat = oneOf("BRL", "MXN", "USD");

const blockchain = oneOf("solana", "polygon", "ethereum", "base");

const wallet = object({ currency: coin, payment_rail: blockchain, address: text(), wallet_id: text() });

const account = object({
  currency: fiat,
  payment_rail: oneOf("pix", "spei", "wire", "ach"),
  name: text(),
  document: text("CPF, CNPJ or RFC."),
  pix_key: text(),
  clabe: text("18 digits."),
  external_account_id: text(),
});

/** The native tools of UnblockPay. */
export const unblockpayTools = defineTools({
  unblockpay_create_wallet: {
    description: "Opens a stablecoin wallet for a customer on one chain.",
    input: nativeInput({ customer_id: text(), name: text(), blockchain }, "name", "blockchain"),
  },
  unblockpay_get_wallet: {
    description: "Reads one wallet, its address and its balances.",
    input: nativeInput({ wallet_id: text() }, "wallet_id"),
  },
  unblockpay_create_onramp: {
    description: "Turns reais or pesos that come in by Pix or SPEI into stablecoins in a wallet.",
    input: nativeInput(
      {
        amount: number("In the sender's currency."),
        quote_id: text(),
        sender: account,
        receiver: wallet,
        partner_fee_id: text(),
      },
      "amount",
      "sender",
      "receiver",
    ),
  },
  unblockpay_create_offramp: {
    description: "Turns stablecoins of a wallet into reais or pesos on a bank account.",
    input: nativeInput(
      {
        amount: number("In the sender's coin."),
        quote_id: text(),
        sender: wallet,
        receiver: account,
        partner_fee_id: text(),
      },
      "amount",
      "sender",
      "receiver",
    ),
  },
  unblockpay_get_transaction: {
    description: "Reads one onramp, offramp or transfer and its state.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  unblockpay_get_exchange_rate: {
    description: "Reads what one stablecoin costs and brings in reais, pesos or dollars.",
    input: nativeInput({ from: coin, to: fiat }, "from", "to"),
  },
  unblockpay_create_transfer: {
    description: "Sends stablecoins from a wallet to another address.",
    input: nativeInput(
      { amount: number("In the coin."), sender: wallet, receiver: wallet },
      "amount",
      "sender",
      "receiver",
    ),
  },
});
