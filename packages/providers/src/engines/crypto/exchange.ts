import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { marketPrice } from "./crypto-market.ts";
import { formatExactDecimal, parseExactDecimal } from "./exact-decimal.ts";

const UNIT = 10n ** 18n;
/** The smallest part of a coin that is traded. */
const LOT = 10n ** 10n;
const HOLDINGS = "crypto_holdings";
const ORDER = "crypto_order";

/** What an account holds of one currency or coin, as exact decimals. */
export interface Holding {
  available: string;
  locked: string;
}

/** One order in a book, in no exchange's dialect. Amounts are exact decimals. */
export interface ExchangeOrder {
  id: string;
  reference: string | undefined;
  coin: string;
  currency: string;
  side: "buy" | "sell";
  type: string;
  /** Of one coin; undefined at the market's price. */
  limit: string | undefined;
  coins: string;
  filled: string;
  /** Of one coin, of what was filled. */
  filledAt: string | undefined;
  status: "cancelled" | "filled" | "open";
  /** Milliseconds since the epoch. */
  createdAt: number;
  updatedAt: number;
}

export interface OrderDraft {
  id: string;
  reference?: string | undefined;
  coin: string;
  currency: string;
  side: "buy" | "sell";
  type: string;
  /** How much: coins, or money at the market's price, of which as many coins as it pays for whole. Units of 10⁻¹⁸. */
  amount: { coins: bigint } | { money: bigint };
  limit?: bigint | undefined;
  /** `rest`: what is not filled at once waits · `never_rest`: it is cancelled · `only_rest`: what would be filled at once is cancelled. */
  force: "never_rest" | "only_rest" | "rest";
}

/** Why nothing was ordered. */
export type OrderProblem = "short" | "too_fine" | "too_small" | "unknown_book";

/** What a fresh account of the sandbox holds, so that there is something to trade with. */
const opening: Readonly<Record<string, string>> = {
  MXN: "1000000.00",
  BRL: "1000000.00",
  BTC: "10.00",
  ETH: "100.00",
  USDC: "100000.00",
};

export function listHoldings(context: SimulationContext): Readonly<Record<string, Holding>> {
  const known = context.get<Record<string, Holding>>(HOLDINGS, "own");
  return (
    known ??
    Object.fromEntries(
      Object.entries(opening).map(([name, available]) => [name, { available, locked: "0.00" }]),
    )
  );
}

/** Takes from what is available. False where that is less: then nothing is taken. */
export function takeHolding(context: SimulationContext, name: string, amount: bigint): boolean {
  return move(context, { [name]: { available: -amount } });
}

/** Orders at the one price that a market has: all of it is filled at once, or all of it waits until it is cancelled. */
export function placeOrder(context: SimulationContext, draft: OrderDraft): ExchangeOrder | OrderProblem {
  const { coin, currency, side, limit, amount, force } = draft;
  const market = marketPrice(coin, currency);
  if (market === undefined) return "unknown_book";
  const best = toExact(String(side === "buy" ? market.ask : market.bid));
  const coins = "coins" in amount ? amount.coins : floorToLot((amount.money * UNIT) / best);
  if (coins <= 0n) return "too_small";
  const isFilled = limit === undefined || (side === "buy" ? limit >= best : limit <= best);
  const price = isFilled ? best : (limit ?? best);
  // nothing is rounded in silence
  if (coins % LOT !== 0n || (coins * price) % UNIT !== 0n) return "too_fine";
  const money = (coins * price) / UNIT;
  const isCancelled = isFilled ? force === "only_rest" : force === "never_rest";
  const order: ExchangeOrder = {
    id: draft.id,
    reference: draft.reference,
    coin,
    currency,
    side,
    type: draft.type,
    limit: limit === undefined ? undefined : formatExactDecimal(limit),
    coins: formatExactDecimal(coins),
    filled: isFilled && !isCancelled ? formatExactDecimal(coins) : "0.00",
    filledAt: isFilled && !isCancelled ? formatExactDecimal(best) : undefined,
    status: isCancelled ? "cancelled" : isFilled ? "filled" : "open",
    createdAt: context.now,
    updatedAt: context.now,
  };
  const [gives, given, gets, got] =
    side === "buy" ? [currency, money, coin, coins] : [coin, coins, currency, money];
  const isPaid =
    isCancelled ||
    move(
      context,
      isFilled
        ? { [gives]: { available: -given }, [gets]: { available: got } }
        : { [gives]: { available: -given, locked: given } },
    );
  if (!isPaid) return "short";
  context.put(ORDER, order.id, order);
  return order;
}

/** Cancels what waits, and frees what it kept. Undefined where there is no such order, or it waits no more. */
export function cancelOrder(context: SimulationContext, id: string): ExchangeOrder | undefined {
  const order = findOrder(context, id);
  if (order?.status !== "open") return undefined;
  const coins = toExact(order.coins);
  const [name, kept] =
    order.side === "buy"
      ? [order.currency, (coins * toExact(order.limit ?? "0")) / UNIT]
      : [order.coin, coins];
  move(context, { [name]: { available: kept, locked: -kept } });
  const cancelled: ExchangeOrder = { ...order, status: "cancelled", updatedAt: context.now };
  context.put(ORDER, id, cancelled);
  return cancelled;
}

export function findOrder(context: SimulationContext, id: string): ExchangeOrder | undefined {
  return context.get<ExchangeOrder>(ORDER, id);
}

/** In the order in which they were placed. */
export function listOrders(context: SimulationContext): ExchangeOrder[] {
  return context.list<ExchangeOrder>(ORDER);
}

/** Adds to several holdings at once, or to none where one of them would fall below nothing. */
function move(
  context: SimulationContext,
  changes: Readonly<Record<string, { available?: bigint; locked?: bigint }>>,
): boolean {
  const holdings: Record<string, Holding> = { ...listHoldings(context) };
  for (const [name, { available = 0n, locked = 0n }] of Object.entries(changes)) {
    const before = holdings[name] ?? { available: "0.00", locked: "0.00" };
    const [free, kept] = [toExact(before.available) + available, toExact(before.locked) + locked];
    if (free < 0n || kept < 0n) return false;
    holdings[name] = { available: formatExactDecimal(free), locked: formatExactDecimal(kept) };
  }
  context.put(HOLDINGS, "own", holdings);
  return true;
}

function floorToLot(coins: bigint): bigint {
  return coins - (coins % LOT);
}

function toExact(text: string): bigint {
  const value = parseExactDecimal(text);
  if (value === undefined) throw new RangeError(`${text} is no decimal.`);
  return value;
}
