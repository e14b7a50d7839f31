/** A JSON Schema, as far as the page looks at it. */
interface Schema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** The page that says what each type of event holds, from the contract's schemas. */
export function describeEventData(schemas: readonly (readonly [type: string, schema: Schema])[]): string {
  return `# What webhook events hold

Written by \`packages/conformance/src/webhooks/event-data.test.ts\` from the contract's schemas, which holds every event of the sandbox
to them. In TypeScript, \`event.type\` says what \`event.data\` is. Amounts are integers in minor units; fields with \`?\` are there when
they are known. New fields may come at any time.

Every event: \`id\`, \`type\`, \`created_at\` (when it happened; in the sandbox by its own clock), \`livemode\`, \`session_id\`,
\`tool_call_id\`, \`metadata\` (the session's) and \`data\`:

| type | \`data\` |
|---|---|
${schemas.map(([type, schema]) => `| \`${type}\` | ${getFields(schema)} |`).join("\n")}

**Respond to a duplicate** with 2xx, as to the first: it was handled. \`unwrap\` with \`seen\` throws a \`WebhookError\` whose \`status\`
says so (200; 400 for what must not be acted on), so one line does for all: \`return new Response(null, { status: error.status })\`.
`;
}

function getFields({ properties = {}, required = [] }: Schema): string {
  return Object.keys(properties)
    .map((name) => `\`${name}${required.includes(name) ? "" : "?"}\``)
    .join(" ");
}
