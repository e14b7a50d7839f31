/** What one coin costs in dollars, and what one dollar costs in each currency. Fixed, so that a quote is known beforehand. */
const dollarsPerCoin: Readonly<Record<string, number>> = {
  BTC: 100_000,
  ETH: 4000,
  SOL: 200,
  USDC: 1,
  USDT: 1,
};
const perDollar: Readonly<Record<string, number>> = {
  USD: 1,
  USDC: 1,
  USDT: 1,
  BRL: 5.4,
  MXN: 18.5,
  ARS: 1400,
  COP: 4000,
};
const SPREAD = 0.001;

export interface MarketPrice {
  last: number;
  bid: number;
  ask: number;
  low: number;
  high: number;
  open: number;
  /** Coins traded in a day. */
  volume: number;
}

/** The price of a coin in a currency, such as `BTC` in `BRL`; undefined when the pair is not traded. */
export function marketPrice(coin: string, currency: string): MarketPrice | undefined {
  const dollars = own(dollarsPerCoin, coin);
  const rate = own(perDollar, currency);
  if (dollars === undefined || rate === undefined || coin === currency) return undefined;
  const last = dollars * rate;
  return {
    last,
    bid: round(last * (1 - SPREAD)),
    ask: round(last * (1 + SPREAD)),
    low: round(last * 0.98),
    high: round(last * 1.02),
    open: round(last * 0.99),
    volume: 25,
  };
}

/** One side of the order book, best price first: each level a tenth of a percent further away and a tenth of a coin more. */
export function bookLevels(
  price: MarketPrice,
  side: "bid" | "ask",
  depth = 5,
): [price: number, amount: number][] {
  const step = side === "bid" ? -SPREAD : SPREAD;
  return Array.from({ length: depth }, (_, level) => [
    round(price.last * (1 + step * (level + 1))),
    (level + 1) / 10,
  ]);
}

function own(table: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
