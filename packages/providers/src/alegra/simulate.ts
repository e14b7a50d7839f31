import { defineSimulation } from "../simulation/define-simulation.ts";
import { alegraTools } from "./tools.ts";

/** Alegra (developer.alegra.com): Colombia, Mexico and Argentina; values in the account's currency, records by `{ id }`. */
export const alegraSimulation = defineSimulation({
  id: "alegra",
  tools: alegraTools,
  handlers: {},
});
