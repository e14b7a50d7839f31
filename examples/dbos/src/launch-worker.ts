import { DBOS } from "@dbos-inc/dbos-sdk";
import { type FulfilOrder, type OrderWorkflowOptions, orderWorkflow } from "./order-workflow.ts";

/**
 * Starts DBOS on the database, which it makes where there is none, and goes on with what a worker before it left behind.
 * Returns a function that fulfils an order once, however often it is called with it.
 */
export async function launchWorker(databaseUrl: string, options: OrderWorkflowOptions): Promise<FulfilOrder> {
  const fulfil = orderWorkflow(options);
  DBOS.setConfig({ name: "orders", systemDatabaseUrl: databaseUrl, logLevel: "error" });
  await DBOS.launch();
  return async (order) => {
    const workflow = await DBOS.startWorkflow(fulfil, { workflowID: order.id })(order);
    return workflow.getResult({ pollingIntervalMs: 100 });
  };
}
