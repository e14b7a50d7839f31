import type { Json, PayOutput, ShipQuoteOutput } from "@codespar/contract";
import { expectTypeOf, it } from "vitest";
import { dataOf } from "../loop/previous-results.ts";
import type { Session } from "./session.ts";

const ship = { origin: { postal_code: "01310-100" }, destination: { postal_code: "20040-020" } };

// Never called: the compiler is the test.
export function typed(session: Session, anyName: string, anyArguments: Record<string, unknown>) {
  const pay = session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 5000, currency: "BRL" },
  });
  expectTypeOf(pay).resolves.toExtend<{ success: boolean }>();
  pay.then((result) => result.success && expectTypeOf(result.data).toEqualTypeOf<PayOutput>());
  session
    .execute({ name: "codespar_ship", arguments: { action: "quote", ...ship, packages: [] } })
    .then((result) => result.success && expectTypeOf(result.data).toEqualTypeOf<ShipQuoteOutput>());
  session
    .execute({ name: "stripe_create_subscription", arguments: { customer: "cus_1", action: 1 } })
    .then((result) => result.success && expectTypeOf(result.data).toEqualTypeOf<Json>());
  session.execute({ name: anyName, arguments: anyArguments });
  session.loop({
    steps: [
      { id: "pay", name: "codespar_pay", arguments: { method: "pix", amount: 1, currency: "BRL" } },
      {
        name: "codespar_invoice",
        arguments: (previous) => ({
          type: "nfe",
          payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
        }),
        when: (previous) => previous[0]?.success === true,
        compensate: (result) => ({ name: "codespar_invoice", arguments: { id: result.tool_call_id } }),
      },
      { name: "bling_create_order", arguments: { anything: [1] } },
    ],
  });
  // @ts-expect-error arguments of another tool
  session.loop({ steps: [{ name: "codespar_notify", arguments: { method: "pix" } }] });
  const amount = { amount: 1, currency: "BRL" } as const;
  // @ts-expect-error a method that does not exist
  session.execute({ name: "codespar_pay", arguments: { method: "pixx", ...amount } });
  const channel = "sms";
  // @ts-expect-error a misspelled argument
  session.execute({ name: "codespar_notify", arguments: { channel, to: "+5511987654321", mesage: "x" } });
  // @ts-expect-error an action that does not exist
  session.execute({ name: "codespar_ship", arguments: { action: "quotes", ...ship } });
}

it("types arguments and data by the tool's name", () => {
  expectTypeOf(typed).toBeFunction();
});
