import type { Confidence } from "../wire/source.ts";
import type { WireEntry } from "../wire/wire-entry.ts";
import type { PixVerb } from "./pix-tools.ts";

export interface PixPlace {
  /** What the bank puts in front of the Banco Central's paths, such as `/pix/v2`. */
  base: string;
  /** The name of the host, where it is not the bank's own. */
  host?: string | undefined;
  /** The paths are the specification's; this is what is known of the bank's own host and prefix. */
  confidence?: Confidence | undefined;
}

/** The Banco Central's API Pix (2.9.0) as one bank has it. */
export function pixWire<const Prefix extends string>(
  prefix: Prefix,
  { base, ...place }: PixPlace,
): Readonly<Record<`${Prefix}_${PixVerb}`, WireEntry>> {
  const entries: Readonly<Record<PixVerb, WireEntry>> = {
    create_pix_charge: { put: `${base}/cob/{txid}`, status: 201 },
    get_pix_charge: { get: `${base}/cob/{txid}` },
    update_pix_charge: { patch: `${base}/cob/{txid}` },
    list_pix_received: { get: `${base}/pix` },
    refund_pix: { put: `${base}/pix/{e2eId}/devolucao/{id}`, status: 201 },
    get_pix_refund: { get: `${base}/pix/{e2eId}/devolucao/{id}` },
    create_webhook: { put: `${base}/webhook/{chave}` },
  };
  const named = Object.entries(entries).map(([verb, entry]) => [`${prefix}_${verb}`, { ...entry, ...place }]);
  // names that are put together are text to the compiler
  return Object.fromEntries(named) as Record<`${Prefix}_${PixVerb}`, WireEntry>;
}
