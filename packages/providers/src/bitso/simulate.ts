import type { JsonObject } from "@codespar/contract";
import { formatOffsetTimestamp, MEXICO_CITY, randomAlphanumerics, randomHex } from "@codespar/formats";
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
  takeHolding,
} from "../engines/crypto/exchange.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { readMagic } from "../simulation/faults-and-magic.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { bitsoTools } from "./tools.ts";

const MINUTE = 60_000;
const WITHDRAWAL = "withdrawal";

interface Withdrawal {
  wid: string;
  originId: string | undefined;
  currency: string;
  amount: string;
  method: string;
  network: string;
  protocol: string | undefined;
  details: JsonObject;
  status: "complete" | "failed" | "pending";
  createdAt: number;
}

/** Bitso (docs.bitso.com, v3): books such as `btc_mxn`, decimals as text, responses in `{ success, payload }`. */
export const bitsoSimulation = defineSimulation({
  id: "bitso",
  tools: bitsoTools,
  handlers: {
    bitso_get_ticker(args, { now }) {
      const name = textAt(args, "book") ?? "";
      const price = getPrice(name);
      if (price === undefined) return unknownBook(name);
      return {
        success: true,
        payload: {
          book: name,
          last: String(price.last),
          bid: String(price.bid),
          ask: String(price.ask),
          high: String(price.high),
          low: String(price.low),
          vwap: String(price.last),
          volume: String(price.volume),
          change_24: "0.00",
          created_at: localTime(now),
        },
      };
    },
    bitso_get_orderbook(args, { now }) {
      const name = textAt(args, "book") ?? "";
      const price = getPrice(name);
      if (price === undefined) return unknownBook(name);
      const side = (which: "bid" | "ask") =>
        bookLevels(price, which).map(([at, amount]) => ({
          book: name,
          price: String(at),
          amount: String(amount),
        }));
      return {
        success: true,
        payload: { asks: side("ask"), bids: side("bid"), updated_at: localTime(now), sequence: "1" },
      };
    },
    bitso_create_order: order,
    bitso_get_order(args, context) {
      const oids = (textAt(args, "oid") ?? "").split("-");
      const found = oids.map((oid) => findOrder(context, oid));
      if (found.includes(undefined)) return new Refusal("not_found", "Incorrect OID", "0312");
      return { success: true, payload: found.flatMap(showOpen) };
    },
    bitso_cancel_order(args, context) {
      const oid = textAt(args, "oid") ?? "";
      if (findOrder(context, oid) === undefined) return new Refusal("not_found", "Incorrect OID", "0312");
      return { success: true, payload: cancelOrder(context, oid) === undefined ? [] : [oid] };
    },
    bitso_get_balances: (_args, context) => ({
      success: true,
      payload: {
        balances: Object.entries(listHoldings(context)).map(([name, { available, locked }]) => ({
          currency: name.toLowerCase(),
          total: formatExactDecimal((parseExactDecimal(available) ?? 0n) + (parseExactDecimal(locked) ?? 0n)),
          locked,
          available,
          pending_deposit: "0.00",
          pending_withdrawal: "0.00",
        })),
      },
    }),
    bitso_create_withdrawal: withdraw,
  },
  due: {
    complete(kind, id, context) {
      const withdrawal = context.get<Withdrawal>(kind, id);
      if (withdrawal?.status === "pending") context.put(kind, id, { ...withdrawal, status: "complete" });
    },
    fail(kind, id, context) {
      const withdrawal = context.get<Withdrawal>(kind, id);
      if (withdrawal?.status !== "pending") return;
      context.put(kind, id, { ...withdrawal, status: "failed" });
      // the money stays with the account
      takeHolding(context, withdrawal.currency, -(parseExactDecimal(withdrawal.amount) ?? 0n));
    },
  },
});

const forces = {
  goodtillcancelled: "rest",
  fillorkill: "never_rest",
  immediateorcancel: "never_rest",
  postonly: "only_rest",
} as const;

const problems: Readonly<Record<OrderProblem, readonly [message: string, code?: string]>> = {
  unknown_book: ["Unknown Order book", "0301"],
  short: ["Insufficient funds"],
  too_small: ["The amount is too small"],
  too_fine: ["The amount has more decimals than the book takes"],
};

function order(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const [coin = "", currency = ""] = (textAt(args, "book") ?? "").toUpperCase().split("_");
  const major = parseExactDecimal(textAt(args, "major") ?? "");
  const minor = parseExactDecimal(textAt(args, "minor") ?? "");
  const limit = parseExactDecimal(textAt(args, "price") ?? "");
  if (major !== undefined && minor !== undefined)
    return new Refusal("invalid_request", "Order request cannot include both minor and major", "0308");
  if (major === undefined && minor === undefined)
    return new Refusal("invalid_request", "Order request must include either minor or major", "0309");
  if (args.stop !== undefined) return new Refusal("not_simulated", "Orders with a stop are not simulated");
  const isLimit = args.type === "limit";
  if (isLimit && (limit === undefined || limit === 0n || major === undefined))
    return new Refusal("invalid_request", "Required field missing", "0303");
  const reference = textAt(args, "origin_id");
  if (reference !== undefined && listOrders(context).some((known) => known.reference === reference))
    return new Refusal("invalid_request", "The origin_id was used before");
  const force = args.time_in_force;
  const made = placeOrder(context, {
    id: randomAlphanumerics(context.random, 16),
    reference,
    coin,
    currency,
    side: args.side === "sell" ? "sell" : "buy",
    type: isLimit ? "limit" : "market",
    amount: major === undefined ? { money: minor ?? 0n } : { coins: major },
    limit: isLimit ? limit : undefined,
    // what is bought at the market's price never waits
    force:
      isLimit && typeof force === "string" && Object.hasOwn(forces, force)
        ? forces[force as keyof typeof forces] // one of its own keys
        : "rest",
  });
  if (typeof made !== "string") return { success: true, payload: { oid: made.id } };
  const [message, code] = problems[made];
  return new Refusal("invalid_request", message, code);
}

/** The method returns what is open alone. */
function showOpen(found: ExchangeOrder | undefined): JsonObject[] {
  if (found?.status !== "open") return [];
  return [
    omitUndefined({
      oid: found.id,
      origin_id: found.reference,
      book: `${found.coin}_${found.currency}`.toLowerCase(),
      side: found.side,
      type: found.type,
      status: "open",
      original_amount: found.coins,
      unfilled_amount: found.coins,
      price: found.limit,
      created_at: localTime(found.createdAt),
      updated_at: localTime(found.updatedAt),
      time_in_force: "goodtillcancelled",
    }),
  ];
}

/** Orders by the caller's own ids, those that are open. */
export function findOpenOrders(args: JsonObject, context: SimulationContext): JsonObject {
  const ids = (textAt(args, "origin_ids") ?? "").split(",");
  const found = listOrders(context).filter(({ reference }) => ids.includes(reference ?? ""));
  return { success: true, payload: found.flatMap(showOpen) };
}

/** The trades of an order by the caller's own id: one, of all that it was for. */
export function findTrades(args: JsonObject, context: SimulationContext): JsonObject {
  const id = textAt(args, "origin_id");
  const found = listOrders(context).filter((one) => one.reference === id && one.status === "filled");
  return {
    success: true,
    payload: found.map((one) => ({
      oid: one.id,
      origin_id: one.reference ?? null,
      book: `${one.coin}_${one.currency}`.toLowerCase(),
      side: one.side,
      major: one.filled,
      price: one.filledAt ?? null,
      created_at: localTime(one.updatedAt),
    })),
  };
}

function withdraw(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const currency = (textAt(args, "currency") ?? "").toUpperCase();
  const amount = parseExactDecimal(textAt(args, "amount") ?? "") ?? 0n;
  const originId = textAt(args, "origin_id");
  if (amount === 0n) return new Refusal("invalid_request", "The amount is too small");
  const repeated = context.list<Withdrawal>(WITHDRAWAL).some((known) => known.originId === originId);
  // a repeat makes no second one and does not return the first
  if (originId !== undefined && repeated)
    return new Refusal("invalid_request", "The origin_id was used before");
  if (!takeHolding(context, currency, amount)) return new Refusal("invalid_request", "Insufficient funds");
  const network = textAt(args, "network") ?? "";
  const withdrawal: Withdrawal = {
    wid: randomHex(context.random, 32),
    originId,
    currency,
    amount: formatExactDecimal(amount),
    method: textAt(args, "method") ?? network,
    network,
    protocol: textAt(args, "protocol"),
    details: omitUndefined({
      origin_id: originId,
      beneficiary_name: textAt(args, "beneficiary"),
      beneficiary_clabe: textAt(args, "clabe"),
      numeric_ref: textAt(args, "numeric_ref"),
      concepto: textAt(args, "notes_ref"),
      pix_key: textAt(args, "pix_key"),
      withdrawal_address: textAt(args, "address"),
    }),
    status: "pending",
    createdAt: context.now,
  };
  context.put(WITHDRAWAL, withdrawal.wid, withdrawal);
  const isFailing =
    readMagic(originId) === "withdrawal_fails" || readMagic(textAt(args, "notes_ref")) === "withdrawal_fails";
  context.schedule(context.now + MINUTE, isFailing ? "fail" : "complete", WITHDRAWAL, withdrawal.wid);
  return { success: true, payload: showWithdrawal(withdrawal) };
}

/** Withdrawals by the caller's own ids or by Bitso's. */
export function findWithdrawals(args: JsonObject, context: SimulationContext): JsonObject {
  const origins = (textAt(args, "origin_ids") ?? "").split(",");
  const wids = (textAt(args, "wids") ?? "").split(",");
  const found = context
    .list<Withdrawal>(WITHDRAWAL)
    .filter(
      ({ wid, originId = "" }) => wids.includes(wid) || (originId !== "" && origins.includes(originId)),
    );
  return { success: true, payload: found.map(showWithdrawal) };
}

function showWithdrawal(withdrawal: Withdrawal): JsonObject {
  const { wid, status, currency, amount, method, network, protocol, details, createdAt } = withdrawal;
  return omitUndefined({
    wid,
    status,
    created_at: formatOffsetTimestamp(createdAt, "UTC"),
    currency: currency.toLowerCase(),
    method,
    amount,
    asset: currency.toLowerCase(),
    network,
    protocol,
    details,
  });
}

function getPrice(book: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = book.toUpperCase().split("_");
  return marketPrice(coin, currency);
}

function unknownBook(book: string): Refusal {
  return new Refusal("invalid_request", `Unknown OrderBook ${book}`, "0301");
}

function localTime(at: number): string {
  return formatOffsetTimestamp(at, MEXICO_CITY);
}
