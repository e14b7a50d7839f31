import { defineSimulation } from "../simulation/define-simulation.ts";
import { totvsTools } from "./tools.ts";

/** TOTVS Protheus, Brazil (tdn.totvs.com): the fields of its tables, SA1 customers, SB1 products, SC5 and SC6 orders, SB2 stock. */
export const totvsSimulation = defineSimulation({
  id: "totvs",
  tools: totvsTools,
  handlers: {},
});
