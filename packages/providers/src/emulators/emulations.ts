import { asaasEmulation } from "../asaas/emulate.ts";
import type { EmulationDefinition } from "../emulation/emulation-definition.ts";
import { stripeEmulation } from "../stripe/emulate.ts";

/** Every provider whose own HTTP the sandbox speaks, by its id. */
export const emulations: ReadonlyMap<string, EmulationDefinition> = new Map(
  [asaasEmulation, stripeEmulation].map((definition) => [definition.id, definition]),
);
