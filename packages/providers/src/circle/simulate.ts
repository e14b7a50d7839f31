import { defineSimulation } from "../simulation/define-simulation.ts";
import { circleTools } from "./tools.ts";

/** Circle (developers.circle.com): dollars and USDC as text, responses in `data`, an idempotency key with every request. */
export const circleSimulation = defineSimulation({
  id: "circle",
  tools: circleTools,
  handlers: {
    circle_get_balance: () => ({ data: { available: [], unsettled: [] } }),
  },
});
