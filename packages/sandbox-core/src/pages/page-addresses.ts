import { sha256Hex } from "@codespar/backend";
import type { DocumentKey } from "@codespar/providers/simulated";

/** What an address says: which document, and the proof that the address was given out. */
export interface PageAddress {
  server: string;
  kind: string;
  id: string;
  capability: string;
  /** What of the document; empty for its page. */
  file: string;
}

export interface PageAddressesOptions {
  /** Anybody who knows it can make addresses. */
  secret: string;
  /** Where the pages are served, without a slash at its end. */
  baseUrl(): string;
  /** What opens the addresses, as a command; stands behind them in a fragment. @default something serves them */
  command?: string | undefined;
}

/** Words for the kinds of documents that have pages. */
const words: Readonly<Record<string, string>> = {
  charge: "payments",
  checkout: "checkouts",
  invoice: "invoices",
  shipment: "shipments",
  plan_invoice: "plan-invoices",
};
const kinds = new Map(Object.entries(words).map(([kind, word]) => [word, kind]));

const path =
  /^\/pages\/(payments|checkouts|invoices|shipments|plan-invoices)\/([a-z0-9-]{1,40})\/([^/]{1,4000})\/([0-9a-f]{32})(?:\/([^/]{0,200}))?$/;

/** The addresses of a sandbox's pages: each carries 128 bits that only this sandbox can make. */
export class PageAddresses {
  readonly #options: PageAddressesOptions;

  constructor(options: PageAddressesOptions) {
    this.#options = options;
  }

  /** The address of a document's page or, with its query, of a file of it. */
  getUrl(document: DocumentKey, file: string): string {
    const { baseUrl, command } = this.#options;
    const word = words[document.kind];
    if (word === undefined) throw new RangeError(`A ${document.kind} has no page.`);
    const page = `/pages/${word}/${document.server}/${encode(document.id)}/${this.getCapability(document)}`;
    // spaces become plus signs, as a command reads best in an address
    const hint = command === undefined ? "" : `#run:${encodeURI(command.replaceAll(" ", "+"))}`;
    return `${baseUrl()}${page}${file === "" ? "" : `/${file}`}${hint}`;
  }

  /** What the path of an address says, or undefined when it is none. */
  parse(pathname: string): PageAddress | undefined {
    const [, word = "", server = "", id = "", capability = "", file = ""] = path.exec(pathname) ?? [];
    const kind = kinds.get(word);
    const [decodedId, decodedFile] = [decode(id), decode(file)];
    if (kind === undefined || decodedId === undefined || decodedFile === undefined) return undefined;
    return { server, kind, id: decodedId, capability, file: decodedFile };
  }

  /** 128 bits in hex that nobody can guess who does not know the secret. */
  getCapability({ server, account, kind, id }: DocumentKey): string {
    const { secret } = this.#options;
    // JSON keeps the parts apart; hashing twice keeps the end from being lengthened
    return sha256Hex(secret + sha256Hex(secret + JSON.stringify([server, account, kind, id]))).slice(0, 32);
  }
}

/** Half a pair of UTF-16, which callers do send, has no form in an address. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
