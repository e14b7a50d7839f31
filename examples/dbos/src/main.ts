import { CodeSpar } from "@codespar/sdk";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { launchWorker } from "./launch-worker.ts";

const [id = "order-1"] = process.argv.slice(2);
const databaseUrl = process.env.DBOS_SYSTEM_DATABASE_URL;
if (databaseUrl === undefined) throw new Error("Set DBOS_SYSTEM_DATABASE_URL; `pnpm postgres` prints one.");

const fulfil = await launchWorker(databaseUrl, {
  codespar: new CodeSpar(),
  retry: { maxAttempts: 10, intervalSeconds: 1 },
  print: (line) => console.log(line),
});
const { status } = await fulfil({
  id,
  amount: 6490,
  customer: {
    name: "Ana Souza",
    document: "529.982.247-25",
    street: "Rua da Quitanda",
    number: "86",
    postalCode: "20040-020",
  },
});
console.log(`${id}: ${status}`);
await DBOS.shutdown();
