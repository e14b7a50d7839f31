import type { WebhookEvent } from "@codespar/contract";
import { checkKnownOptions, type OptionNames } from "../api/request-options.ts";
import { decode } from "./bytes.ts";
import { readDelivery, type WebhookInput } from "./read-delivery.ts";
import { isSignedWith } from "./verify-signature.ts";
import { WebhookError } from "./webhook-error.ts";

export interface UnwrapOptions {
  /** How far the delivery's time may be from ours, either way. @default 300 */
  toleranceSeconds?: number | undefined;
  /** Whether this event was handled before. Remember the id here, or once you have handled it. */
  seen?: ((eventId: string) => boolean | Promise<boolean>) | undefined;
  /** Milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

const unwrapOptionNames: OptionNames<UnwrapOptions> = { toleranceSeconds: true, seen: true, now: true };

/**
 * Verifies a delivery and gives its event. Throws `WebhookError` for what must not be acted on.
 * @example
 * const event = await unwrapWebhook(request, process.env.WEBHOOK_SECRET);
 */
export async function unwrapWebhook(
  input: WebhookInput,
  secret: string | readonly string[],
  options: UnwrapOptions = {},
): Promise<WebhookEvent> {
  checkKnownOptions(options, unwrapOptionNames, "options");
  const { toleranceSeconds = 300, seen, now = Date.now } = options;
  const delivery = await readDelivery(input);
  checkTime(delivery.timestamp, now() / 1_000, toleranceSeconds);
  if (!(await isSignedWith(delivery, [secret].flat()))) {
    throw new WebhookError(
      "webhook_signature_invalid",
      "No signature matches. Is this the trigger's secret, and the body exactly as it arrived?",
    );
  }
  if (await seen?.(delivery.id)) {
    throw new WebhookError("webhook_duplicate", `Event ${delivery.id} was handled before.`);
  }
  return parseEvent(delivery.body);
}

function checkTime(timestamp: string, now: number, tolerance: number): void {
  const age = now - Number(timestamp);
  // Written so that NaN is refused as well.
  if (/^\d+$/.test(timestamp) && Math.abs(age) <= tolerance) return;
  throw new WebhookError(
    "webhook_timestamp_outside_window",
    `The delivery's time is not within ${tolerance} seconds of ours. Is this machine's clock right?`,
  );
}

function parseEvent(body: Uint8Array): WebhookEvent {
  try {
    // Signed by CodeSpar, so it is what the contract says.
    return JSON.parse(decode(body)) as WebhookEvent;
  } catch (cause) {
    throw new WebhookError("webhook_body_malformed", "The body is signed but is not JSON.", cause);
  }
}
