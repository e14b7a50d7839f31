/** A webhook as it came in. */
export interface ReceivedWebhook {
  id: number;
  /** Real time, RFC 3339. */
  at: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface WebhookReceiver {
  /** Takes a webhook at the receiver's own address; undefined for every other path. */
  receive(path: string, request: Request): Promise<Response> | undefined;
  /** The receiver's own path, which cannot be guessed. */
  path: string;
  /** Newest first. */
  received(): readonly ReceivedWebhook[];
  /** What it responds with from now on. */
  status: number;
  clear(): void;
}

const kept = 50;
/** Bytes of a body. */
const longest = 65_536;

/** Takes webhooks within the sandbox server and keeps the last ones, to show what is sent. */
export function webhookReceiver(token: string, now: () => number): WebhookReceiver {
  const path = `/dashboard/receiver/${token}`;
  let all: ReceivedWebhook[] = [];
  let count = 0;

  async function take(request: Request): Promise<Response> {
    const body = (await request.text()).slice(0, longest);
    count += 1;
    const entry = {
      id: count,
      at: new Date(now()).toISOString(),
      headers: Object.fromEntries(request.headers),
      body,
    };
    all = [entry, ...all].slice(0, kept);
    return new Response(null, { status: receiver.status });
  }

  const receiver: WebhookReceiver = {
    path,
    status: 200,
    receive: (wanted, request) => (wanted === path && request.method === "POST" ? take(request) : undefined),
    received: () => all,
    clear() {
      all = [];
    },
  };
  return receiver;
}
