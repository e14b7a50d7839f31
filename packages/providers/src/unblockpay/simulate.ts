import type { JsonObject } from "@codespar/contract";
import { generateUuid, randomHex, unixSeconds } from "@codespar/formats";
import { marketPrice } from "../engines/crypto/crypto-market.ts";
import { parseExactDecimal } from "../engines/crypto/exact-decimal.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { unblockpayTools } from "./tools.ts";

const MINUTE = 60_000;
const QUOTE_LIFE = 5 * MINUTE;

interface Quote {
  id: string;
  symbol: string;
  expiresAt: number;
}

interface Transaction {
  id: string;
  status: "awaiting_deposit" | "completed" | "processing";
  arguments: JsonObject;
  createdAt: number;
}

interface Wallet {
  id: string;
  customer_id: string;
  name: string;
  blockchain: string;
  address: string;
}

/**
 * UnblockPay (docs.unblockpay.com): a quote of five minutes, then a transaction that waits for its deposit. What
 * `sender_deposit_instructions` says is not documented where we have looked: it repeats what was asked for.
 */
export const unblockpaySimulation = defineSimulation({
  id: "unblockpay",
  tools: unblockpayTools,
  handlers: {
    unblockpay_create_wallet(args, context) {
      const wallet: Wallet = {
        id: generateUuid(context.random),
        customer_id: textAt(args, "customer_id") ?? "",
        name: textAt(args, "name") ?? "",
        blockchain: textAt(args, "blockchain") ?? "",
        address: `0x${randomHex(context.random, 40)}`,
      };
      context.put("wallet", wallet.id, wallet);
      return { ...wallet };
    },
    unblockpay_get_wallet(args, context) {
      const wallet = context.get<Wallet>("wallet", textAt(args, "wallet_id") ?? "");
      return wallet === undefined || wallet.customer_id !== args.customer_id
        ? new Refusal("not_found", "There is no such wallet.")
        : { ...wallet };
    },
    unblockpay_get_exchange_rate(args, context) {
      const symbol = textAt(args, "symbol") ?? "";
      const [coin = "", currency = ""] = symbol.split("/");
      const price = marketPrice(coin, currency);
      if (price === undefined) return new Refusal("invalid_request", `There is no rate for ${symbol}.`);
      const quote: Quote = { id: generateUuid(context.random), symbol, expiresAt: context.now + QUOTE_LIFE };
      context.put("quote", quote.id, quote);
      const quotation = String(args.type === "on_ramp" ? price.ask : price.bid);
      return { id: quote.id, quotation, symbol, expires_at: unixSeconds(quote.expiresAt) };
    },
    unblockpay_create_onramp: (args, context) =>
      begin(args, context, [textAt(args, "receiver.currency"), textAt(args, "sender.currency")]),
    unblockpay_create_offramp: (args, context) =>
      begin(args, context, [textAt(args, "sender.currency"), textAt(args, "receiver.currency")]),
    unblockpay_get_transaction(args, context) {
      const found = context.get<Transaction>("transaction", textAt(args, "transaction_id") ?? "");
      return found === undefined
        ? new Refusal("not_found", "There is no such transaction.")
        : showTransaction(found);
    },
  },
  due: {
    deposit(kind, id, context) {
      const found = context.get<Transaction>(kind, id);
      if (found?.status !== "awaiting_deposit") return;
      context.put(kind, id, { ...found, status: "processing" });
      context.schedule(context.now + MINUTE, "complete", kind, id);
    },
    complete(kind, id, context) {
      const found = context.get<Transaction>(kind, id);
      if (found?.status === "processing") context.put(kind, id, { ...found, status: "completed" });
    },
  },
});

function begin(
  args: JsonObject,
  context: CallContext,
  [coin, currency]: [coin: string | undefined, currency: string | undefined],
): JsonObject | Refusal {
  const quote = context.get<Quote>("quote", textAt(args, "quote_id") ?? "");
  if (quote === undefined) return new Refusal("not_found", "There is no such quote.");
  if (context.now >= quote.expiresAt) return new Refusal("invalid_request", "The quote has expired.");
  if (quote.symbol !== `${coin}/${currency}`)
    return new Refusal("invalid_request", `The quote is for ${quote.symbol}.`);
  const amount = parseExactDecimal(textAt(args, "amount") ?? "");
  if (amount === undefined || amount === 0n)
    return new Refusal("invalid_request", "amount must be a positive decimal.");
  const transaction: Transaction = {
    id: generateUuid(context.random),
    status: "awaiting_deposit",
    arguments: args,
    createdAt: context.now,
  };
  context.put("transaction", transaction.id, transaction);
  context.schedule(context.now + MINUTE, "deposit", "transaction", transaction.id);
  return showTransaction(transaction);
}

function showTransaction({ id, status, arguments: args, createdAt }: Transaction): JsonObject {
  const { amount, quote_id, customer_id, sender, receiver } = args;
  return omitUndefined({
    id,
    status,
    amount,
    quote_id,
    customer_id,
    sender,
    receiver,
    sender_deposit_instructions: omitUndefined({
      amount,
      currency: textAt(args, "sender.currency"),
      payment_rail: textAt(args, "sender.payment_rail"),
    }),
    created_at: new Date(createdAt).toISOString(),
  });
}
