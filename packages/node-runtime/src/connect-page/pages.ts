import { html } from "hono/html";
import type { Html } from "../link-pages/respond.ts";
import type { ConnectableProvider, ConnectField } from "./connectable-provider.ts";
import type { Texts } from "./texts.ts";

/** The page that the link opens; it goes on by itself. */
export function openingPage(texts: Texts): Html {
  const body = html`<p>${texts.opening}</p><noscript><p class="alert">${texts.needsScript}</p></noscript>`;
  return layout(texts, "CodeSpar", body, html`<script src="/connect/open.js" defer></script>`);
}

export interface FormPage {
  provider: ConnectableProvider;
  livemode: boolean;
  csrf: string;
  /** What is wrong with what was sent. */
  problem?:
    | {
        lead: string;
        /** In English, as errors are. */
        detail?: string | undefined;
      }
    | undefined;
  /** What was typed into fields that are no secret. */
  values?: Readonly<Record<string, string>> | undefined;
}

/** The provider's fields, or the way to its consent, or both. */
export function formPage(texts: Texts, { provider, livemode, csrf, problem, values = {} }: FormPage): Html {
  const { name, fields, consent } = provider;
  const alert =
    problem === undefined
      ? ""
      : html`<p class="alert" role="alert">${problem.lead}${problem.detail === undefined ? "" : html` <span lang="en">${problem.detail}</span>`}</p>`;
  const consentForm =
    consent === undefined
      ? ""
      : html`<p>${texts.leadConsent(name)}</p>
<form method="post" action="/connect/consent">
<input type="hidden" name="csrf" value="${csrf}">
<button>${texts.consent(name)}</button>
</form>
<hr class="or">
<h2>${texts.or}</h2>`;
  return layout(
    texts,
    texts.title(name),
    html`<p><span class="environment ${livemode ? "live" : "test"}">${livemode ? texts.live : texts.test}</span></p>
${alert}
${consentForm}
<p>${texts.lead(name)}</p>
<form method="post" action="/connect/form" autocomplete="off">
<input type="hidden" name="csrf" value="${csrf}">
${fields.map((field) => getInput(texts, field, values[field.name]))}
<button>${texts.submit}</button>
</form>
<p class="quiet">${texts.kept}</p>`,
  );
}

function getInput(texts: Texts, { name, label, required, secret }: ConnectField, value = ""): Html {
  const mark = required ? "" : html` <small>(${texts.optional})</small>`;
  return html`<label for="${name}">${label}${mark}</label>
<input id="${name}" name="field.${name}" type="${secret ? "password" : "text"}" value="${secret ? "" : value}" autocomplete="off" autocapitalize="none" spellcheck="false"${required ? html` required` : ""}>`;
}

export function donePage(texts: Texts, provider: string): Html {
  return layout(texts, texts.doneTitle(provider), html`<p>${texts.done}</p>`);
}

export function gonePage(texts: Texts): Html {
  return layout(texts, texts.goneTitle, html`<p>${texts.gone}</p>`);
}

function layout(texts: Texts, title: string, body: Html, head: Html | string = ""): Html {
  return html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/connect/page.css">
${head}
</head>
<body>
<main>
<div class="card">
<h1>${title}</h1>
${body}
</div>
</main>
</body>
</html>
`;
}
