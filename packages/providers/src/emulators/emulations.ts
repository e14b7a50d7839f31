import { asaasEmulation } from "../asaas/emulate.ts";
import type { EmulationDefinition } from "../emulation/emulation-definition.ts";
import { mercadopagoEmulation } from "../mercadopago/emulate.ts";
import { stripeEmulation } from "../stripe/emulate.ts";

/** Every provider whose own HTTP the sandbox speaks, by its id. */
export const emulations: ReadonlyMap<string, EmulationDefinition> = new Map(
  [asaasEmulation, mercadopagoEmulation, stripeEmulation].map((definition) => [definition.id, definition]),
);
