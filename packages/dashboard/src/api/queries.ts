import type { ToolCallDetail, WebhookEvent } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "./use-api.ts";

/** A native request behind a tool call, as the sandbox noted it. */
export interface NativeCall {
  provider: string;
  tool: string;
  arguments: unknown;
  at: string;
  effect: boolean;
  answer: unknown;
}

/** What a simulated provider keeps. */
export interface SimulatedDocument {
  server: string;
  account: string;
  id: string;
  document: Readonly<Record<string, unknown>>;
}

export interface SandboxClock {
  now: string;
  next_due_at: string | null;
}

/** One call, with arguments and result for as long as they are kept. */
export function useCall(id: string) {
  const { codespar } = useApi();
  return useQuery({
    queryKey: ["call", id],
    queryFn: ({ signal }): Promise<ToolCallDetail> => codespar.toolCalls.get(id, { signal }),
    meta: { live: true },
  });
}

/** The events that came of a call, oldest first. */
export function useCallEvents(id: string) {
  const { codespar } = useApi();
  return useQuery({
    queryKey: ["call-events", id],
    async queryFn({ signal }): Promise<WebhookEvent[]> {
      const { data } = await codespar.events.list({ tool_call_id: id, limit: 100 }, { signal });
      return [...data].reverse();
    },
    meta: { live: true },
  });
}

/** The native requests behind a call; nothing where no sandbox notes them. */
export function useNativeCalls(id: string) {
  const { control } = useApi();
  return useQuery({
    queryKey: ["native-calls", id],
    queryFn: async () =>
      (await control?.get<{ data: NativeCall[] }>(`native-calls/${encodeURIComponent(id)}`))?.data ?? [],
    enabled: control !== undefined,
    meta: { live: true },
  });
}

export type DocumentKind = "charge" | "checkout" | "invoice" | "message" | "shipment";

/** What the sandbox's simulated providers keep of a kind, newest first; nothing elsewhere. */
export function useDocuments(kind: DocumentKind) {
  const { control } = useApi();
  return useQuery({
    queryKey: ["documents", kind],
    queryFn: async () =>
      (await control?.get<{ data: SimulatedDocument[] }>(`documents?kind=${kind}&limit=500`))?.data ?? [],
    enabled: control !== undefined,
    meta: { live: true },
  });
}

/** The sandbox's clock; undefined elsewhere. */
export function useClock() {
  const { control } = useApi();
  return useQuery({
    queryKey: ["clock"],
    queryFn: () => control?.get<SandboxClock>("clock") ?? null,
    enabled: control !== undefined,
    meta: { live: true },
  });
}
