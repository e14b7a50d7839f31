/** Text that is safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export interface Page {
  title: string;
  /** Escaped already. */
  body: string;
}

/** A small page that says that no money moves here. */
export function pageHtml({ title, body }: Page): string {
  const heading = escapeHtml(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · CodeSpar sandbox</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
form { margin: 1rem 0; }
button, select { font: inherit; padding: 0.4rem 0.8rem; }
footer { color: #666; font-size: 0.9rem; border-top: 1px solid #ccc; margin-top: 2rem; }
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
<footer><p>Sandbox: this page stands for Stripe's. No card is charged and no money moves.</p></footer>
</body>
</html>
`;
}

/** US cents as people write them. */
export function dollars(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(cents) / 100).toLocaleString("en-US");
  return `${sign}$${whole}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}
