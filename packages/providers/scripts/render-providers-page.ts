import { existsSync, globSync, readFileSync } from "node:fs";
import type { ProviderDefinition } from "../src/catalogue/define-provider.ts";
import type { ConnectorDefinition } from "../src/connect/connector-definition.ts";
import type { WebhookDefinition } from "../src/webhooks/webhook-definition.ts";
import type { Confidence } from "../src/wire/source.ts";

export interface ProvidersPage {
  definitions: readonly ProviderDefinition[];
  connectors: ReadonlyMap<string, ConnectorDefinition>;
  webhooks: ReadonlyMap<string, WebhookDefinition>;
  /** Ids of those whose own HTTP the sandbox speaks. */
  emulated: ReadonlySet<string>;
  /** What a provider's responses and requests are held against, in few words. */
  judgesOf(id: string): readonly string[];
}

const confidences: readonly Confidence[] = ["spec", "doc", "recording", "community", "unverified"];

/** The text of `docs/providers.md`: what is known of each provider, and how well. */
export function renderProvidersPage(page: ProvidersPage): string {
  const { definitions, connectors, emulated } = page;
  const live = definitions.filter(({ id }) => connectors.has(id));
  const rest = definitions.filter(({ id }) => !connectors.has(id));
  const answered = live.flatMap((definition) => Object.values(countTools(page, definition.id)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const sure = sum(live.map(({ id }) => sureTools(countTools(page, id))));
  const tools = sum(definitions.map((definition) => Object.keys(definition.tools).length));
  return [
    "# The providers",
    "",
    "Generated from the provider folders by `pnpm generate`. Do not edit.",
    "",
    `${definitions.length} providers with ${tools} native tools stand in the catalogue. ${live.length} of them are on their own wire: they can`,
    `be called for real, and ${emulated.size} are emulated. Of the tools ${sum(answered)} have a wire, ${sure} of them by a specification, an official`,
    "client or official documentation; the others are marked below. Nothing here was tried against a live account of a provider.",
    "",
    "`spec` official specification or client · `doc` official documentation · `recording` the real service's own response ·",
    "`community` another's client or plugin · `unverified` inferred: try it before you trust it.",
    "",
    "## On their own wire",
    "",
    "| provider | tools on the wire, by what is known of them | without a wire | credentials | hosts | after a lost response | webhooks | held against |",
    "|---|---|---|---|---|---|---|---|",
    ...live.map((definition) => row(page, definition)),
    "",
    "A credential in brackets is optional. *After a lost response* says what becomes of an effect whose response did not arrive: `repeat`",
    "sends it again under the provider's own key, `look up` searches for our reference, `none` leaves it unknown until a webhook or a",
    "person ends it. *Webhooks*: a signed one may state what is true, one with a token only has us look.",
    "",
    "## Simulated alone",
    "",
    "These speak their dialect in the sandbox and have no connector yet.",
    "",
    "| provider | tools |",
    "|---|---|",
    ...rest.map(
      ({ id, name, tools: own, noPublicApi }) =>
        `| ${name} (\`${id}\`)${noPublicApi === undefined ? "" : `: ${noPublicApi}`} | ${Object.keys(own).length} |`,
    ),
    "",
  ].join("\n");
}

function row(page: ProvidersPage, { id, name, tools }: ProviderDefinition): string {
  const connector = page.connectors.get(id);
  if (connector === undefined) throw new TypeError(`${id} has no connector.`);
  const counts = countTools(page, id);
  const known = confidences.filter((each) => counts[each] > 0).map((each) => `${counts[each]} ${each}`);
  const without = Object.keys(tools).filter((tool) => connector.wire.tools[tool] === undefined);
  const fields = connector.credentials.map(({ name: field, required = true }) =>
    required ? `\`${field}\`` : `[\`${field}\`]`,
  );
  const { live, test } = connector.hosts;
  const finds = [...new Set(Object.values(connector.effects).map(({ find }) => find.find))];
  const webhook = page.webhooks.get(id);
  const told =
    webhook === undefined
      ? "not read"
      : `${webhook.trust === "signed" ? "signed" : "a hint"} (${webhook.confidence})`;
  const cells = [
    `${name} (\`${id}\`)`,
    known.join(", "),
    without.map((tool) => `\`${tool}\``).join(", "),
    fields.join(" "),
    live === test ? `\`${live}\`` : `\`${live}\` test \`${test}\``,
    finds.join(", "),
    told,
    page.judgesOf(id).join("; "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function countTools({ connectors }: ProvidersPage, id: string): Record<Confidence, number> {
  const counts = { spec: 0, doc: 0, recording: 0, community: 0, unverified: 0 };
  const wire = connectors.get(id)?.wire;
  for (const entry of Object.values(wire?.tools ?? {}))
    counts[entry.confidence ?? wire?.confidence ?? "unverified"] += 1;
  return counts;
}

function sureTools({ spec, doc, recording }: Record<Confidence, number>): number {
  return spec + doc + recording;
}

const providers = new URL("../src/", import.meta.url);
const judges = new URL("../../conformance/src/providers/", import.meta.url);

/** Read from the tree: fixtures by their confidence, suites by their name and by what they open. */
export function readJudges(id: string): string[] {
  const found: string[] = [];
  const suites = globSync("*.test.ts", { cwd: judges }).map((file) =>
    readFileSync(new URL(file, judges), "utf8"),
  );
  if (existsSync(new URL(`${id}-client.test.ts`, judges))) found.push("the official client");
  if (suites.some((text) => text.includes(`specs/${id}.openapi.json`)))
    found.push("the official specification");
  // all banks speak the Banco Central's API, and Efí has a client of it
  if (suites.some((text) => text.includes("specs/bacen-pix.openapi.json") && text.includes(`["${id}", "/`)))
    found.push("the Banco Central's specification, Efí's client (Pix)");
  if (existsSync(new URL(`${id}-recordings.test.ts`, judges))) found.push("recordings");
  const fields = readFileSync(new URL("../../../docs/provider-fields.md", import.meta.url), "utf8");
  if (fields.includes(`\n| ${id} |`)) found.push("[fields counted](provider-fields.md)");
  const fixtures = globSync(`${id}/fixtures/*.json`, { cwd: providers }).length;
  if (fixtures > 0) found.push(`${fixtures} fixtures`);
  return found;
}
