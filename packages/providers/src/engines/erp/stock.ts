import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { addRecord, type ErpRecord } from "./records.ts";

/** `count` is what is there now, whatever was before · `in` came · `out` went */
export type StockOperation = "count" | "in" | "out";

export interface StockMovement extends ErpRecord {
  product: number;
  warehouse: number;
  operation: StockOperation;
  quantity: number;
}

const kind = "stock_movement";

/** Quantities have at most six places; sums are taken in whole millionths. */
const MILLIONTHS = 1_000_000;

/** Records a movement. */
export function moveStock(
  context: SimulationContext,
  movement: Omit<StockMovement, keyof ErpRecord>,
): StockMovement {
  return addRecord(context, kind, movement);
}

/** What is left of a product in a warehouse, by its movements in order. */
export function getStock(
  context: SimulationContext,
  { product, warehouse }: Pick<StockMovement, "product" | "warehouse">,
): number {
  let held = 0;
  for (const movement of listMovements(context, product)) {
    if (movement.warehouse !== warehouse) continue;
    const quantity = Math.round(movement.quantity * MILLIONTHS);
    if (movement.operation === "count") held = quantity;
    else held += movement.operation === "in" ? quantity : -quantity;
  }
  return held / MILLIONTHS;
}

/** The warehouses that a product was ever in. */
export function listWarehouses(context: SimulationContext, product: number): number[] {
  return [...new Set(listMovements(context, product).map(({ warehouse }) => warehouse))];
}

function listMovements(context: SimulationContext, product: number): StockMovement[] {
  return context
    .list<StockMovement>(kind)
    .filter((movement) => movement.product === product)
    .toSorted((a, b) => a.id - b.id);
}
