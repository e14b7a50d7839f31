import type { JsonObject } from "@codespar/contract";
import { generateUuid, unixSeconds } from "@codespar/formats";
import { bookLevels, type MarketPrice, marketPrice } from "../engines/crypto/crypto-market.ts";
import { formatExactDecimal, parseExactDecimal } from "../engines/crypto/exact-decimal.ts";
import {
  cancelOrder,
  type ExchangeOrder,
  findOrder,
  listHoldings,
  listOrders,
  type OrderProblem,
  placeOrder,
} from "../engines/crypto/exchange.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { mercadoBitcoinTools } from "./tools.ts";

/** Mercado Bitcoin, Brazil (api.mercadobitcoin.net, v4): pairs such as `BTC-BRL`, prices and amounts as text. */
export const mercadoBitcoinSimulation = defineSimulation({
  id: "mercado-bitcoin",
  tools: mercadoBitcoinTools,
  handlers: {
    mercado_bitcoin_get_ticker(args, { now }) {
      const tickers = [];
      for (const pair of (textAt(args, "symbols") ?? "").split(",")) {
        const price = getPrice(pair);
        if (price === undefined) return unknownPair(pair);
        tickers.push({
          pair,
          last: eightDecimals(price.last),
          buy: eightDecimals(price.bid),
          sell: eightDecimals(price.ask),
          high: eightDecimals(price.high),
          low: eightDecimals(price.low),
          open: eightDecimals(price.open),
          vol: eightDecimals(price.volume),
          date: unixSeconds(now),
        });
      }
      return { tickers };
    },
    mercado_bitcoin_get_orderbook(args, { now }) {
      const pair = textAt(args, "symbol") ?? "";
      const price = getPrice(pair);
      if (price === undefined) return unknownPair(pair);
      const depth = Math.min(Math.max(1, Math.trunc(numberAt(args, "limit") ?? 5)), 20);
      const side = (name: "bid" | "ask") =>
        bookLevels(price, name, depth).map((level) => level.map(eightDecimals));
      return { asks: side("ask"), bids: side("bid"), timestamp: now * 1_000_000 };
    },
    mercado_bitcoin_create_order: order,
    mercado_bitcoin_get_order(args, context) {
      const found = findOwn(args, context);
      return found === undefined ? notFound() : showOrder(found);
    },
    mercado_bitcoin_cancel_order(args, context) {
      const found = findOwn(args, context);
      if (found === undefined) return notFound();
      if (cancelOrder(context, found.id) === undefined)
        return new Refusal("invalid_request", "The order is not open any more.");
      return { status: "cancelled" };
    },
    mercado_bitcoin_list_orders(args, context) {
      const [from, to] = [numberAt(args, "created_at_from"), numberAt(args, "created_at_to")];
      const [side, status, executed] = ["side", "status", "has_executions"].map((name) => textAt(args, name));
      const found = listOrders(context).filter(
        (one) =>
          `${one.coin}-${one.currency}` === args.symbol &&
          (from === undefined || unixSeconds(one.createdAt) >= from) &&
          (to === undefined || unixSeconds(one.createdAt) <= to) &&
          (side === undefined || one.side === side) &&
          (status === undefined || statuses[one.status] === status) &&
          (executed === undefined || (one.status === "filled") === (executed === "true")),
      );
      return { orders: found.map(showOrder) };
    },
    mercado_bitcoin_get_balance: (_args, context) => ({
      balances: Object.entries(listHoldings(context))
        .filter(([symbol]) => symbol === "BRL" || marketPrice(symbol, "BRL") !== undefined)
        .map(([symbol, { available, locked }]) => ({
          symbol,
          available,
          on_hold: locked,
          total: formatExactDecimal(exact(available) + exact(locked)),
        })),
    }),
  },
});

const statuses = { open: "working", filled: "filled", cancelled: "cancelled" } as const;

const problems: Readonly<Record<OrderProblem, string>> = {
  unknown_book: "The symbol is not traded.",
  short: "Insufficient balance.",
  too_small: "The quantity is too small.",
  too_fine: "The quantity or the price has more decimals than the pair takes.",
};

function order(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const pair = textAt(args, "symbol") ?? "";
  const [coin = "", currency = ""] = pair.split("-");
  if (getPrice(pair) === undefined) return unknownPair(pair);
  if (args.type === "stoplimit") return new Refusal("not_simulated", "Orders with a stop are not simulated.");
  const isLimit = args.type !== "market";
  const [qty, cost, limit] = ["qty", "cost", "limitPrice"].map((name) =>
    parseExactDecimal(textAt(args, name) ?? ""),
  );
  const isByCost = !isLimit && args.side === "buy" && qty === undefined;
  const amount = isByCost ? cost : qty;
  if (amount === undefined) return new Refusal("invalid_request", "The order needs qty or cost.");
  if (isLimit && (limit === undefined || limit === 0n))
    return new Refusal("invalid_request", "The order needs limitPrice.");
  const made = placeOrder(context, {
    id: generateUuid(context.random),
    reference: textAt(args, "externalId"),
    coin,
    currency,
    side: args.side === "sell" ? "sell" : "buy",
    type: textAt(args, "type") ?? "",
    amount: isByCost ? { money: amount } : { coins: amount },
    limit: isLimit ? limit : undefined,
    force: args.type === "post-only" ? "only_rest" : "rest",
  });
  return typeof made === "string" ? new Refusal("invalid_request", problems[made]) : { orderId: made.id };
}

function findOwn(args: JsonObject, context: SimulationContext): ExchangeOrder | undefined {
  const found = findOrder(context, textAt(args, "orderId") ?? "");
  return found !== undefined && `${found.coin}-${found.currency}` === args.symbol ? found : undefined;
}

/** Prices are numbers, quantities texts. */
function showOrder(one: ExchangeOrder): JsonObject {
  const { id, reference, coin, currency, side, type, limit, coins, filled, filledAt, status } = one;
  const [created_at, updated_at] = [unixSeconds(one.createdAt), unixSeconds(one.updatedAt)];
  return omitUndefined({
    id,
    instrument: `${coin}-${currency}`,
    externalId: reference,
    side,
    type,
    qty: coins,
    limitPrice: limit === undefined ? undefined : Number(limit),
    status: statuses[status],
    filledQty: filled,
    avgPrice: filledAt === undefined ? 0 : Number(filledAt),
    fee: "0.00",
    created_at,
    updated_at,
    executions:
      filledAt === undefined
        ? []
        : [
            {
              id: `${id}-1`,
              price: filledAt,
              qty: filled,
              fee_rate: "0.00",
              side,
              liquidity: "taker",
              executed_at: updated_at,
            },
          ],
  });
}

function notFound(): Refusal {
  return new Refusal("not_found", "Order not found.", "TRADING|GET_ORDER|ORDER_NOT_FOUND");
}

function exact(text: string): bigint {
  return parseExactDecimal(text) ?? 0n;
}

function getPrice(pair: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = pair.split("-");
  return currency === "BRL" ? marketPrice(coin, currency) : undefined;
}

function unknownPair(pair: string): Refusal {
  return new Refusal("invalid_request", `Symbol ${pair} is not traded.`, "API|INVALID_SYMBOL");
}

function eightDecimals(value: number): string {
  return value.toFixed(8);
}
