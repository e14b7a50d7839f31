import { defineSimulation } from "../simulation/define-simulation.ts";
import { bindErpTools } from "./tools.ts";

/** Bind ERP, Mexico (developers.bind.com.mx): PascalCase, ids are UUIDs, lists by OData, values in pesos. */
export const bindErpSimulation = defineSimulation({
  id: "bind-erp",
  tools: bindErpTools,
  handlers: {},
});
