import type { Deliver, OutgoingDelivery } from "@codespar/backend";

/** Posts a webhook: on Node by its own client, which sees the addresses a name stands for; elsewhere by fetch. */
export const deliverWebhook: Deliver = async (delivery) => {
  // only Node has this member; elsewhere there is no resolver to ask
  if (typeof process === "undefined" || process.versions?.node === undefined) return deliverByFetch(delivery);
  const { deliverOnNode } = await import("@codespar/node-runtime/delivery");
  return deliverOnNode(delivery);
};

async function deliverByFetch({ url, headers, body, signal }: OutgoingDelivery): Promise<{ status: number }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers },
    body,
    signal,
    redirect: "manual",
  });
  await response.body?.cancel();
  return { status: response.status };
}
