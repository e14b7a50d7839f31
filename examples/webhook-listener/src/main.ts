import { runWebhookListener } from "./run-webhook-listener.ts";

await runWebhookListener((line) => console.log(line));
