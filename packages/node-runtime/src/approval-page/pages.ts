import type { ApprovalLinkView } from "@codespar/backend";
import { type Currency, readableJson } from "@codespar/contract";
import { html } from "hono/html";
import type { Html } from "../link-pages/respond.ts";
import type { ApprovalTexts } from "./texts.ts";

/** The page that the link opens; it goes on by itself. */
export function openingPage(texts: ApprovalTexts): Html {
  const body = html`<p>${texts.opening}</p><noscript><p class="alert">${texts.needsScript}</p></noscript>
<form method="post" action="/approve/open"><input type="hidden" name="token"></form>`;
  return layout(texts, "CodeSpar", body, html`<script src="/approve/open.js" defer></script>`);
}

export interface DecidePage extends ApprovalLinkView {
  token: string;
  /** How numbers are written, such as `es-MX`. */
  locale: string;
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  /** What is wrong with what was sent. */
  problem?: string | undefined;
  by?: string | undefined;
  reason?: string | undefined;
}

/** Exactly what will happen, and the decision about it; or what was decided. */
export function decidePage(texts: ApprovalTexts, page: DecidePage): Html {
  const { approval, livemode, token, locale, now, problem, by = "", reason = "" } = page;
  const { amount, currency, tool, status, metadata, user_id: user } = approval;
  const lead = amount === null || currency === null ? tool : formatMoney(amount, currency, locale);
  const minutes = Math.max(0, Math.round((Date.parse(approval.expires_at) - now) / 60_000));
  const facts: [string, string | null | undefined][] = [
    [texts.risk, texts.risks[approval.risk] ?? approval.risk],
    [texts.tenant, metadata.tenant_id],
    [texts.user, user],
    [texts.decidedBy, approval.decided_by],
    [texts.reason, approval.reason],
  ];
  const body = html`<p><span class="environment ${livemode ? "live" : "test"}">${livemode ? texts.live : texts.test}</span></p>
<p class="amount">${lead}</p>
<p>${texts.will} <span class="tool">${tool}</span></p>
<dl>${facts.map(([name, value]) => (value === null || value === undefined ? "" : html`<dt>${name}</dt><dd dir="auto">${value}</dd>`))}</dl>
<h2 id="arguments">${texts.arguments}</h2>
<pre tabindex="0" role="group" aria-labelledby="arguments">${readableJson(approval.arguments)}</pre>
${
  status === "pending"
    ? html`${problem === undefined ? "" : html`<p class="alert" role="alert">${problem}</p>`}
<form method="post" action="/approve/decide">
<input type="hidden" name="token" value="${token}">
<label for="by">${texts.by}</label>
<input id="by" name="by" value="${by}" autocomplete="email" required maxlength="200">
<label for="reason">${texts.reason} <small>(${texts.optional})</small></label>
<textarea id="reason" name="reason" rows="2" maxlength="1000">${reason}</textarea>
<div class="choice">
<button name="decision" value="approve">${texts.approve}</button>
<button name="decision" value="deny" class="deny">${texts.deny}</button>
</div>
</form>
<p class="quiet">${texts.left(minutes)}</p>`
    : html`<p role="status"><strong>${texts.states[status]}</strong></p>`
}`;
  return layout(texts, texts.title, body);
}

export function gonePage(texts: ApprovalTexts): Html {
  return layout(texts, texts.goneTitle, html`<p>${texts.gone}</p>`);
}

/** Currencies that have no smaller unit. Intl says so of COP as well, whose amounts have two decimals everywhere here. */
const whole: ReadonlySet<string> = new Set<Currency>(["CLP"]);

/** An amount in minor units as a person reads it; exactly what is charged, with nothing rounded. */
function formatMoney(amount: number, currency: string, locale: string): string {
  const decimals = whole.has(currency) ? 0 : 2;
  const digits = String(amount).padStart(decimals + 1, "0");
  const end = digits.length - decimals;
  // as text, digits and a point: as a number a large amount would lose its last centavos
  const exact = decimals === 0 ? digits : `${digits.slice(0, end)}.${digits.slice(end)}`;
  try {
    const format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return format.format(exact as Intl.StringNumericLiteral);
  } catch {
    // a currency that Intl does not know
    return `${amount} ${currency}`;
  }
}

function layout(texts: ApprovalTexts, title: string, body: Html, head: Html | string = ""): Html {
  return html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/approve/page.css">
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
