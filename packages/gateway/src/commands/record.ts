import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../cli/usage-error.ts";
import { diffLines } from "../record/diff-lines.ts";
import { type Exchange, recordingSender } from "../record/recording-sender.ts";
import { writeRecording } from "../record/write-recording.ts";
import { findConnector } from "../trial/find-connector.ts";
import { readCredentials } from "../trial/read-credentials.ts";
import { openTrial, type Trial } from "../trial/trial-world.ts";
import type { CommandInput } from "./command-input.ts";

const customer = { name: "Teste CodeSpar", document: "111.444.777-35", email: "teste@example.com" };
const description = "CodeSpar record";

/**
 * `record PROVIDER`: walks a Pix through the provider's test environment and writes what was said as a fixture, every value
 * substituted. What would be written is shown first.
 */
export async function record({
  command,
  config,
  directory,
  environment,
  terminal,
}: CommandInput): Promise<void> {
  const definition = findConnector("record", command.operands);
  const { id } = definition;
  const credentials = await readCredentials(definition, environment, terminal);
  const exchanges: Exchange[] = [];
  const baseUrl = config.providers.testAddresses.get(id);
  const send = recordingSender(exchanges);
  await walk(await openTrial({ definition, credentials, baseUrl, send }));
  const text = writeRecording({
    definition,
    exchanges,
    credentials,
    inputs: [...Object.values(customer), customer.document.replaceAll(/\D/g, ""), description],
    date: new Date().toISOString().slice(0, 10),
  });
  const folder = resolve(directory, command.text("out") ?? join("fixtures", id));
  const path = join(folder, "pix.json");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  for (const line of diffLines(before, text)) terminal.print(line);
  if (!command.yes) {
    if (terminal.confirm === undefined) {
      throw new UsageError(`Nothing was written. Look at it, and say --yes to write ${path}.`);
    }
    if (!(await terminal.confirm(`Write this to ${path}?`))) return terminal.complain("nothing was written.");
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  terminal.complain(`wrote ${path}.`);
}

/** Made, shown, found, cancelled, shown again; one that is not there; one that is refused. */
async function walk(trial: Trial): Promise<void> {
  const made = await trial.pay({ method: "pix", amount: 500, currency: "BRL", customer, description });
  await trial.pay({ action: "get", payment_id: made.payment_id });
  await trial.findLastEffect();
  await trial.pay({ action: "cancel", payment_id: made.payment_id });
  await trial.pay({ action: "get", payment_id: made.payment_id });
  // what is printed when something is wrong belongs to it as well
  await trial
    .pay({ method: "pix", amount: 1, currency: "BRL", customer, description })
    .catch(() => undefined);
}
