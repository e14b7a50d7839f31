import fc from "fast-check";
import { expect, it } from "vitest";
import { ProviderSlots } from "./provider-slots.ts";

function setUp(most: number) {
  const due = new Set<() => void>();
  const slots = new ProviderSlots(most, {
    after(_delayMs, callback) {
      due.add(callback);
      return () => due.delete(callback);
    },
  });
  /** A second passes. */
  const pass = () => {
    for (const callback of [...due]) callback();
  };
  return { slots, due, pass };
}

it("lets as many in as there are places, the next when one leaves, and nobody who waits a second in vain", async () => {
  const { slots, due, pass } = setUp(2);
  const [first, second] = [await slots.take("asaas acme"), await slots.take("asaas acme")];
  const third = slots.take("asaas acme");
  const fourth = slots.take("asaas acme");
  expect(await slots.take("asaas loja")).toBeTypeOf("function");
  first?.();
  const leave = await third;
  expect(leave).toBeTypeOf("function");
  pass();
  expect(await fourth).toBeUndefined();
  leave?.();
  second?.();
  expect(await slots.take("asaas acme")).toBeTypeOf("function");
  expect(due.size).toBe(0);
});

it("never has more taken than there are places, whatever comes and goes, and forgets nobody", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom("take", "leave", "pass", "one comes as one leaves"), { maxLength: 40 }),
      async (most, steps) => {
        const { slots, pass } = setUp(most);
        const holders: (() => void)[] = [];
        const taking: Promise<void>[] = [];
        const entered: number[] = [];
        let outcomes = 0;
        const take = () => {
          const number = taking.length;
          taking.push(
            slots.take("a").then((leave) => {
              outcomes += 1;
              if (leave === undefined) return;
              entered.push(number);
              holders.push(leave);
            }),
          );
        };
        for (const step of steps) {
          if (step.endsWith("leave") || step.endsWith("leaves")) holders.shift()?.();
          if (step === "pass") pass();
          else if (step !== "leave") take();
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
          expect(holders.length).toBeLessThanOrEqual(most);
        }
        pass();
        await Promise.all(taking);
        expect(outcomes).toBe(taking.length);
        expect(entered).toEqual(entered.toSorted((a, b) => a - b));
      },
    ),
  );
});
