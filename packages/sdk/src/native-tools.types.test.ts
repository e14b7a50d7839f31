import { expectTypeOf, it } from "vitest";
import type { NativeToolInputs } from "./native-tools.ts";
import type { Session } from "./sessions/session.ts";

// Never called: the compiler is the test.
export function typed({ execute }: Session, anyName: string) {
  execute({ name: "asaas_get_payment", arguments: { id: "pay_1" } });
  execute({ name: "a_tool_of_ones_own", arguments: { anything: 1 } });
  execute({ name: anyName, arguments: { anything: 1 } });
  // @ts-expect-error a misspelled argument
  execute({ name: "asaas_get_payment", arguments: { idd: "pay_1" } });
  // @ts-expect-error an argument of another type
  execute({ name: "asaas_get_payment", arguments: { id: 1 } });
}

it("types native tools by their schemas, where that is asked for", () => {
  expectTypeOf(typed).toBeFunction();
  expectTypeOf<NativeToolInputs["asaas_get_payment"]>().toEqualTypeOf<{ id: string }>();
});
