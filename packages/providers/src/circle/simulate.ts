import type { JsonObject } from "@codespar/contract";
import { generateUuid, randomHex } from "@codespar/formats";
import { formatExactDecimal, parseExactDecimal } from "../engines/crypto/exact-decimal.ts";
import { isObject, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { readMagic } from "../simulation/faults-and-magic.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { circleTools } from "./tools.ts";
import {
  creditWallet,
  debitWallet,
  findWallet,
  getMerchantWallet,
  listBalances,
  type Money,
  openWallet,
  type Wallet,
} from "./wallets.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A payment, a payout or a transfer, as Circle shows it but for what is settled with it. */
interface Movement {
  kind: "payment" | "payout" | "transfer";
  id: string;
  amount: Money;
  /** The wallet that pays, or that a payment is credited to. */
  walletId: string;
  source: JsonObject;
  destination: JsonObject;
  /** What the caller sent besides. */
  description: string | undefined;
  metadata: JsonObject | undefined;
  toAmount: JsonObject | undefined;
  status: "complete" | "confirmed" | "failed" | "paid" | "pending";
  errorCode: string | undefined;
  transactionHash: string | undefined;
  createdAt: number;
  updatedAt: number;
}

/** Circle: dollars and coins as text, responses in `data`, and for each idempotency key one result. */
export const circleSimulation = defineSimulation({
  id: "circle",
  tools: circleTools,
  handlers: {
    circle_create_wallet: (args, context) =>
      once(args, context, () => {
        const wallet = openWallet(context, {
          type: "end_user_wallet",
          description: textAt(args, "description"),
        });
        return { data: walletJson(wallet) };
      }),
    circle_get_wallet(args, context) {
      const wallet = findWallet(context, textAt(args, "walletId") ?? "");
      return wallet === undefined ? notFound("wallet") : { data: walletJson(wallet) };
    },
    circle_create_payment: (args, context) => once(args, context, () => begin("payment", args, context)),
    circle_get_payment: (args, context) => readMovement("payment", args, context),
    circle_create_payout: (args, context) => once(args, context, () => begin("payout", args, context)),
    circle_create_bank_payout: (args, context) => once(args, context, () => begin("payout", args, context)),
    circle_get_payout: (args, context) => readMovement("payout", args, context),
    circle_create_transfer: (args, context) => once(args, context, () => begin("transfer", args, context)),
    circle_get_balance(_args, context) {
      const unsettled = new Map<string, bigint>();
      for (const { status, amount } of context.list<Movement>("payment"))
        if (status === "confirmed")
          unsettled.set(amount.currency, (unsettled.get(amount.currency) ?? 0n) + toExact(amount.amount));
      return {
        data: {
          available: listBalances(getMerchantWallet(context)),
          unsettled: [...unsettled].map(([currency, amount]) => ({
            amount: formatExactDecimal(amount),
            currency,
          })),
        },
      };
    },
  },
  due: {
    confirm(kind, id, context) {
      move(kind, id, context, { status: "confirmed" });
      // a card's money settles on the next day
      context.schedule(context.now + DAY, "settle", kind, id);
    },
    settle(kind, id, context) {
      const payment = context.get<Movement>(kind, id);
      if (payment === undefined) return;
      creditWallet(context, getMerchantWallet(context), payment.amount);
      move(kind, id, context, { status: "paid" });
    },
    fail: (kind, id, context) => move(kind, id, context, { status: "failed" }),
    complete(kind, id, context) {
      const moved = context.get<Movement>(kind, id);
      if (moved === undefined) return;
      const receiver = findWallet(context, textAt(moved.destination, "id") ?? "");
      if (kind === "transfer" && moved.destination.type === "wallet" && receiver !== undefined)
        creditWallet(context, receiver, moved.amount);
      const isOnChain = moved.destination.type === "blockchain";
      move(kind, id, context, {
        status: "complete",
        transactionHash: isOnChain ? `0x${randomHex(context.random, 64)}` : undefined,
      });
    },
  },
});

/** One result for an idempotency key, whatever else is in a repetition. */
function once(
  { idempotencyKey }: JsonObject,
  context: CallContext,
  make: () => JsonObject | Refusal,
): JsonObject | Refusal {
  const key = String(idempotencyKey).toLowerCase();
  const known = context.get<{ result: JsonObject }>("request", key);
  if (known !== undefined) return known.result;
  const result = make();
  if (!(result instanceof Refusal)) context.put("request", key, { result });
  return result;
}

function begin(kind: Movement["kind"], args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = {
    amount: textAt(args, "amount.amount") ?? "",
    currency: textAt(args, "amount.currency") ?? "",
  };
  if (parseExactDecimal(amount.amount) === 0n)
    return new Refusal("invalid_request", "API parameter invalid: amount must be positive.", "2");
  const source = objectAt(args, "source");
  const destination = objectAt(args, "destination");
  const from =
    kind === "payment" || source.id === undefined
      ? getMerchantWallet(context)
      : findWallet(context, String(source.id));
  if (from === undefined) return notFound("wallet");
  if (destination.type === "wallet" && findWallet(context, String(destination.id)) === undefined)
    return notFound("wallet");
  const description = textAt(args, "description");
  const isDeclined = kind === "payment" && readMagic(description) === "payment_fails";
  const isShort = kind !== "payment" && !debitWallet(context, from, amount);
  const movement: Movement = {
    kind,
    id: generateUuid(context.random),
    amount,
    walletId: from.walletId,
    source: kind === "payment" || source.id !== undefined ? source : { type: "wallet", id: from.walletId },
    destination,
    description,
    metadata: isObject(args.metadata) ? pick(args.metadata, ["email", "phoneNumber"]) : undefined,
    toAmount: isObject(args.toAmount) ? args.toAmount : undefined,
    status: "pending",
    errorCode: isDeclined ? "payment_denied" : isShort ? "insufficient_funds" : undefined,
    transactionHash: undefined,
    createdAt: context.now,
    updatedAt: context.now,
  };
  context.put(kind, movement.id, movement);
  const next = movement.errorCode === undefined ? (kind === "payment" ? "confirm" : "complete") : "fail";
  context.schedule(context.now + MINUTE, next, kind, movement.id);
  return { data: movementJson({ ...movement, errorCode: undefined }) };
}

function move(kind: string, id: string, context: SimulationContext, changes: Partial<Movement>): void {
  const before = context.get<Movement>(kind, id);
  if (before !== undefined) context.put(kind, id, { ...before, ...changes, updatedAt: context.now });
}

/** A movement of a kind; what went wrong shows once it has failed. */
export function readMovement(
  kind: Movement["kind"],
  args: JsonObject,
  context: SimulationContext,
): JsonObject | Refusal {
  const movement = context.get<Movement>(kind, textAt(args, "id") ?? "");
  if (movement === undefined) return notFound(kind);
  const errorCode = movement.status === "failed" ? movement.errorCode : undefined;
  return { data: movementJson({ ...movement, errorCode }) };
}

function movementJson(movement: Movement): JsonObject {
  const { kind, id, amount, walletId, source, destination, status, errorCode, transactionHash } = movement;
  const times = {
    createDate: new Date(movement.createdAt).toISOString(),
    ...(kind === "transfer" ? {} : { updateDate: new Date(movement.updatedAt).toISOString() }),
  };
  const money = { ...amount };
  if (kind === "transfer")
    return omitUndefined({
      id,
      source,
      destination,
      amount: money,
      transactionHash,
      status,
      errorCode,
      ...times,
    });
  if (kind === "payout")
    return omitUndefined({
      id,
      sourceWalletId: walletId,
      destination,
      amount: money,
      toAmount: movement.toAmount && { amount: amount.amount, ...movement.toAmount },
      status,
      errorCode,
      ...times,
    });
  return omitUndefined({
    id,
    type: "payment",
    merchantId: "5dfa1127-050b-4ba6-b9b5-b2015aa4c882",
    merchantWalletId: walletId,
    amount: money,
    source,
    description: movement.description,
    status,
    captured: status === "confirmed" || status === "paid",
    refunds: [],
    metadata: movement.metadata,
    errorCode,
    ...times,
  });
}

function walletJson(wallet: Wallet): JsonObject {
  const { walletId, entityId, type, description } = wallet;
  return omitUndefined({ walletId, entityId, type, description, balances: listBalances(wallet) });
}

function notFound(what: string): Refusal {
  return new Refusal("not_found", `There is no such ${what}.`);
}

function toExact(amount: string): bigint {
  return parseExactDecimal(amount) ?? 0n;
}

function objectAt(args: JsonObject, field: string): JsonObject {
  const value = valueAt(args, field);
  return isObject(value) ? value : {};
}

function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])),
  );
}
