import type { Currency, PaymentMethod } from "@codespar/contract";
import { seededRandom } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryState } from "../../simulation/memory-state.ts";
import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { contextOf } from "../../testing/context-of.ts";
import {
  cancelCharge,
  captureCharge,
  chargeDue,
  closeDispute,
  confirmCharge,
  disputeCharge,
  listCharges,
  refundCharge,
} from "./change-charge.ts";
import type { Charge } from "./charge.ts";
import { getAvailableAt, getFee, type MoneyTerms } from "./charge.ts";
import { getChargeFee } from "./charge-money.ts";
import { createCharge } from "./create-charge.ts";
import {
  getBalance,
  getChange,
  ledgerAccounts,
  listTransactions,
  postTransaction,
  UnbalancedTransaction,
} from "./ledger.ts";
import { getStatement } from "./statement.ts";
import { transferFunds } from "./transfer-funds.ts";

const DAY = 86_400_000;
const currencies = ["BRL", "MXN", "USD"] as const;
const methodOf: Readonly<Record<(typeof currencies)[number], PaymentMethod>> = {
  BRL: "pix",
  MXN: "oxxo",
  USD: "credit_card",
};

/** One account at one simulated server, without anything around it. */
function openAccount() {
  let now = Date.UTC(2026, 10, 20, 15);
  const state = new MemoryState();
  const random = seededRandom(1);
  const context = () => contextOf(state, { now, random });
  return {
    context,
    advance(ms: number) {
      const end = now + ms;
      for (let work = state.takeDue(end); work !== undefined; work = state.takeDue(end)) {
        now = Math.max(now, work.at);
        const task = work.task as keyof typeof chargeDue; // the engine plans no others
        chargeDue[task](work.kind, work.id, context());
      }
      now = end;
    },
  };
}

const terms = fc.record({
  fixed: fc.integer({ min: 0, max: 500 }),
  basisPoints: fc.integer({ min: 0, max: 1_000 }),
  days: fc.constantFrom(0, 1, 14, 30, 32),
});

type Command = (account: ReturnType<typeof openAccount>) => void;

const pickCharge = (account: ReturnType<typeof openAccount>, at: number): Charge | undefined => {
  const charges = listCharges(account.context());
  return charges[at % Math.max(charges.length, 1)];
};

let sequence = 0;
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      amount: fc.integer({ min: 1_000, max: 900_000 }),
      currency: fc.constantFrom(...currencies),
      isCard: fc.boolean(),
      capture: fc.boolean(),
      money: terms,
    })
    .map(
      ({ isCard, currency, ...more }): Command =>
        ({ context }) => {
          sequence += 1;
          createCharge(context(), {
            ...more,
            currency,
            id: `pay_${sequence}`,
            method: isCard ? "credit_card" : methodOf[currency],
            cardToken: "tok_visa",
          });
        },
    ),
  fc.record({ at: fc.nat(), part: fc.integer({ min: 1, max: 100 }) }).map(
    ({ at, part }): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        if (charge !== undefined)
          captureCharge(account.context(), charge.id, Math.ceil((charge.amount * part) / 100));
      },
  ),
  fc.nat().map(
    (at): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        if (charge !== undefined) confirmCharge(account.context(), charge.id);
      },
  ),
  fc.nat().map(
    (at): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        if (charge !== undefined) cancelCharge(account.context(), charge.id);
      },
  ),
  fc.record({ at: fc.nat(), part: fc.option(fc.integer({ min: 1, max: 120 })) }).map(
    ({ at, part }): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        sequence += 1;
        if (charge !== undefined)
          refundCharge(account.context(), charge.id, {
            id: `re_${sequence}`,
            amount: part === null ? undefined : Math.ceil((charge.amount * part) / 100),
          });
      },
  ),
  fc.record({ at: fc.nat(), fee: fc.integer({ min: 0, max: 5_500 }) }).map(
    ({ at, fee }): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        sequence += 1;
        if (charge !== undefined)
          disputeCharge(account.context(), charge.id, { id: `dp_${sequence}`, reason: "fraudulent", fee });
      },
  ),
  fc.record({ at: fc.nat(), outcome: fc.constantFrom("won", "lost") }).map(
    ({ at, outcome }): Command =>
      (account) => {
        const charge = pickCharge(account, at);
        if (charge !== undefined) closeDispute(account.context(), charge.id, outcome);
      },
  ),
  fc.record({ amount: fc.integer({ min: 1, max: 500_000 }), fee: fc.integer({ min: 0, max: 500 }) }).map(
    (transfer): Command =>
      ({ context }) => {
        sequence += 1;
        transferFunds(context(), { ...transfer, id: `tr_${sequence}`, currency: "BRL" });
      },
  ),
  fc.integer({ min: 1, max: 40 }).map(
    (days): Command =>
      (account) =>
        account.advance(days * DAY),
  ),
);

function expectSound({ context }: ReturnType<typeof openAccount>): void {
  const transactions = listTransactions(context());
  // double entry: no movement makes or loses money
  for (const { postings } of transactions)
    expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  for (const currency of currencies) {
    const own = transactions.filter((each) => each.currency === currency);
    let everything = 0;
    for (const account of ledgerAccounts) {
      const posted = own.reduce((sum, transaction) => sum + getChange(transaction, account), 0);
      expect(getBalance(context(), account, currency)).toBe(posted);
      everything += posted;
    }
    expect(everything).toBe(0);
    // the statement begins at nothing, each line follows from the one before, and the last is the balance
    const lines = getStatement(context(), currency);
    let before = 0;
    for (const { change, balance } of lines) {
      expect(balance).toBe(before + change);
      before = balance;
    }
    expect(before).toBe(getBalance(context(), "available", currency));
    expectCharges(context(), currency);
  }
}

/** The merchant has what its charges say: paid, less fees, refunds and what is disputed or sent on. */
function expectCharges(context: SimulationContext, currency: Currency): void {
  let expected = 0;
  let given = 0;
  for (const charge of listCharges(context)) {
    if (charge.currency !== currency || charge.paidAt === undefined) continue;
    const paid = charge.capturedAmount ?? charge.amount;
    const refunded = charge.refunds.reduce((sum, { amount }) => sum + amount, 0);
    expect(refunded).toBeLessThanOrEqual(paid);
    const { dispute } = charge;
    const held = dispute === undefined || dispute.outcome === "won" ? 0 : dispute.amount;
    expected += paid - getChargeFee(charge) - refunded - held - (dispute?.fee ?? 0);
    const lost = dispute?.outcome === "lost" ? dispute.amount : 0;
    given += paid - refunded - lost;
  }
  const sent = getBalance(context, "bank", currency);
  const transferFees = listTransactions(context)
    .filter((each) => each.currency === currency && each.type === "transfer_fee")
    .reduce((sum, transaction) => sum + getChange(transaction, "fees"), 0);
  const owned = getBalance(context, "available", currency) + getBalance(context, "pending", currency);
  expect(owned).toBe(expected - sent - transferFees);
  expect(getBalance(context, "payers", currency)).toBe(0 - given);
}

describe("the ledger of an account", () => {
  it("balances after any sequence of commands", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const account = openAccount();
        for (const act of commands) act(account);
        expectSound(account);
        // and once everything that is pending has become available
        account.advance(120 * DAY);
        expectSound(account);
        for (const currency of currencies) expect(getBalance(account.context(), "pending", currency)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it("never sends more than can be spent", () => {
    const account = openAccount();
    createCharge(account.context(), {
      id: "pay_a",
      method: "credit_card",
      amount: 10_000,
      currency: "BRL",
      cardToken: "tok_visa",
      money: { fixed: 49, basisPoints: 299, days: 32 },
    });
    const transfer = { id: "tr_a", amount: 1, fee: 0, currency: "BRL" } as const;
    expect(transferFunds(account.context(), transfer)).toBeInstanceOf(Refusal);
    account.advance(40 * DAY);
    expect(transferFunds(account.context(), { ...transfer, amount: 9_653 })).toBeInstanceOf(Refusal);
    expect(transferFunds(account.context(), { ...transfer, amount: 9_652 })).toMatchObject({
      source: "tr_a",
    });
    expect(getBalance(account.context(), "available", "BRL")).toBe(0);
  });

  it("writes a movement once, and refuses one that makes money", () => {
    const { context } = openAccount();
    const movement = { type: "transfer", source: "t", currency: "BRL", at: 1, availableAt: 1 } as const;
    const postings = [
      { account: "available", amount: -5 },
      { account: "bank", amount: 5 },
    ] as const;
    postTransaction(context(), { ...movement, postings: [...postings] });
    postTransaction(context(), { ...movement, postings: [...postings] });
    expect(getBalance(context(), "bank", "BRL")).toBe(5);
    const wrong = [{ account: "available", amount: 5 }] as const;
    expect(() => postTransaction(context(), { ...movement, source: "u", postings: [...wrong] })).toThrow(
      UnbalancedTransaction,
    );
    expect(getBalance(context(), "available", "BRL")).toBe(-5);
  });
});

describe("terms", () => {
  // theoxys/asaas-mock-server: R$ 0.49 and 2.99 % of R$ 100.00 are R$ 3.48, and 2026-01-05 and 32 days are 2026-02-06
  const card: MoneyTerms = { fixed: 49, basisPoints: 299, days: 32 };

  it("keep a fixed and a proportional part, rounded to a minor unit", () => {
    expect(getFee(10_000, card)).toBe(348);
    expect(getFee(150, { fixed: 0, basisPoints: 99, days: 0 })).toBe(1);
    expect(getFee(151, { fixed: 0, basisPoints: 99, days: 0 })).toBe(1);
    expect(getFee(152, { fixed: 0, basisPoints: 99, days: 0 })).toBe(2);
    expect(getFee(20, card)).toBe(20);
  });

  it("make money available at midnight of a bank day where it is paid", () => {
    const available = (paid: string, days: number) =>
      new Date(getAvailableAt(Date.parse(paid), "BRL", { ...card, days })).toISOString();
    expect(available("2026-01-05T15:00:00Z", 32)).toBe("2026-02-06T03:00:00.000Z");
    // recorded at Asaas: a card of 2026-07-14 is in the balance on 2026-08-17, 2026-08-15 being a Saturday
    expect(available("2026-07-14T15:00:00Z", 32)).toBe("2026-08-17T03:00:00.000Z");
    expect(available("2026-01-05T15:00:00Z", 0)).toBe("2026-01-05T15:00:00.000Z");
  });
});
