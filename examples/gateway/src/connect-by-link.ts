import { strict as assert } from "node:assert";

/** What a person's browser does with a connect link: open it once, fill in the form, send it. */
export async function connectByLink(link: string, credentials: Record<string, string>): Promise<void> {
  const { origin, hash } = new URL(link);
  const opened = await fetch(`${origin}/connect/open`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    // the secret is in the fragment, which a browser sends to nobody by itself
    body: JSON.stringify({ token: hash.slice(1) }),
  });
  const cookie = opened.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const page = await (await fetch(`${origin}/connect/form`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const fields = Object.entries(credentials).map(([name, value]) => [`field.${name}`, value]);
  const sent = await fetch(`${origin}/connect/form`, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ csrf, ...Object.fromEntries(fields) }),
  });
  assert.equal(sent.status, 200, await sent.text());
}
