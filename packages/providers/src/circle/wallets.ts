import { generateUuid } from "@codespar/formats";
import { formatExactDecimal, parseExactDecimal } from "../engines/crypto/exact-decimal.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";

/** A wallet within the account; what it holds, by currency, as exact decimals. */
export interface Wallet {
  walletId: string;
  entityId: string;
  type: "end_user_wallet" | "merchant";
  description: string | undefined;
  balances: Record<string, string>;
}

export interface Money {
  amount: string;
  currency: string;
}

const kind = "wallet";

/** The wallet that the account itself holds, made when it is first asked for. */
export function getMerchantWallet(context: SimulationContext): Wallet {
  const known = context.list<Wallet>(kind).find(({ type }) => type === "merchant");
  return known ?? openWallet(context, { type: "merchant", description: "Master Wallet" });
}

/** Opens a wallet with nothing in it. */
export function openWallet(
  context: SimulationContext,
  { type, description }: Pick<Wallet, "description" | "type">,
): Wallet {
  const wallet: Wallet = {
    walletId: String(1_000_000_000 + context.nextNumber("wallet")),
    entityId: generateUuid(context.random),
    type,
    description,
    balances: {},
  };
  context.put(kind, wallet.walletId, wallet);
  return wallet;
}

export function findWallet(context: SimulationContext, id: string): Wallet | undefined {
  return context.get<Wallet>(kind, id);
}

/** Adds to what a wallet holds. */
export function creditWallet(context: SimulationContext, wallet: Wallet, { amount, currency }: Money): void {
  write(context, wallet, currency, held(wallet, currency) + toExact(amount));
}

/** Takes from what a wallet holds. False where it holds less: then nothing is taken. */
export function debitWallet(
  context: SimulationContext,
  wallet: Wallet,
  { amount, currency }: Money,
): boolean {
  const rest = held(wallet, currency) - toExact(amount);
  if (rest < 0n) return false;
  write(context, wallet, currency, rest);
  return true;
}

/** What a wallet holds, in the provider's words. */
export function listBalances({ balances }: Wallet): { amount: string; currency: string }[] {
  return Object.entries(balances).map(([currency, amount]) => ({ amount, currency }));
}

function held({ balances }: Wallet, currency: string): bigint {
  return toExact(balances[currency] ?? "0");
}

function toExact(amount: string): bigint {
  const value = parseExactDecimal(amount);
  if (value === undefined) throw new RangeError(`${amount} is no decimal.`);
  return value;
}

function write(context: SimulationContext, wallet: Wallet, currency: string, value: bigint): void {
  const balances = { ...wallet.balances, [currency]: formatExactDecimal(value) };
  context.put(kind, wallet.walletId, { ...wallet, balances });
}
