/** One delivery as it goes out. */
export interface OutgoingDelivery {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Aborts when the receiver has had its time. */
  signal: AbortSignal;
}

/**
 * Posts to a receiver and returns its status; rejects when there is no response. It follows no redirect, and connects to
 * no private or link-local address: only it sees which addresses a name stands for.
 */
export type Deliver = (delivery: OutgoingDelivery) => Promise<{ status: number }>;
