import { marketPrice } from "../engines/crypto/crypto-market.ts";
import { textAt } from "../json/read-arguments.ts";
import { nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import { defineServer, Refusal } from "../simulation/provider-definition.ts";

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

/** UnblockPay (docs.unblockpay.com): snake_case, decimals as numbers, `sender` and `receiver` on each transaction. */
export const unblockpay = defineServer({
  id: "unblockpay",
  tools: {
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
      handle(args, { now }) {
        const from = textAt(args, "from") ?? "";
        const to = textAt(args, "to") ?? "";
        const price = marketPrice(from, to);
        if (price === undefined)
          return new Refusal("invalid_request", `There is no rate from ${from} to ${to}.`);
        return {
          from,
          to,
          rate: price.last,
          buy_rate: price.ask,
          sell_rate: price.bid,
          updated_at: new Date(now).toISOString(),
        };
      },
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
  },
});
