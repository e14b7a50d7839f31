import {
  type CheckoutPage,
  PageActionRefused,
  type PaymentPage,
  type Sandbox,
  type SandboxPage,
} from "@codespar/sandbox-core";
import { baseHeaders } from "./files/response.ts";
import { serveFile } from "./files/serve-file.ts";
import { actOnCheckout } from "./html/act-on-checkout.ts";
import { type CheckoutStep, checkoutHtml, checkoutState } from "./html/checkout-html.ts";
import { html } from "./html/html.ts";
import { invoiceHtml } from "./html/invoice-html.ts";
import { layout } from "./html/layout.ts";
import { pageScript } from "./html/page-script.ts";
import { pageStyle } from "./html/page-style.ts";
import { paymentHtml, paymentState } from "./html/payment-html.ts";
import { shipmentState, trackingHtml } from "./html/tracking-html.ts";
import { words } from "./html/words.ts";

const prefix = "/pages/";
/** Largest form that a page takes, in bytes. */
const maxBytes = 10_000;

const assets: Readonly<Record<string, { type: string; body: string }>> = {
  "/pages/assets/page.css": { type: "text/css; charset=utf-8", body: pageStyle },
  "/pages/assets/page.js": { type: "text/javascript; charset=utf-8", body: pageScript },
};

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Serves what the addresses in results lead to: pages on which one pays, papers, XML, pictures. Anybody with an address may
 * open it, from any machine; what it carries cannot be guessed. Undefined for what is none of these addresses.
 */
export function servePages(sandbox: Pick<Sandbox, "pages">) {
  return async function serve(request: Request): Promise<Response | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(prefix)) return undefined;
    const asset = assets[pathname];
    if (asset !== undefined) return assetResponse(asset);
    const page = await sandbox.pages.find(pathname);
    if (page === undefined) return notFound();
    if (request.method === "POST") return (await act(page, request, pathname)) ?? notAllowed();
    if (request.method !== "GET" && request.method !== "HEAD") return notAllowed();
    const response = await show(page, pathname, searchParams);
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
}

async function show(page: SandboxPage, pathname: string, query: URLSearchParams): Promise<Response> {
  const { file } = page;
  const path = file === "" ? pathname : pathname.slice(0, pathname.lastIndexOf("/"));
  if (file === "state") {
    return Response.json({ state: getState(page) }, { headers: baseHeaders });
  }
  switch (page.kind) {
    case "payment":
      if (file === "") return htmlResponse(200, await paymentHtml(page, path));
      break;
    case "checkout":
      if (file === "") return htmlResponse(200, await checkoutHtml(page, getStep(page, query)));
      break;
    case "invoice":
      if (["", "consulta", "verificacion"].includes(file))
        return htmlResponse(200, await invoiceHtml(page, path));
      break;
    case "shipment":
      if (file === "" || file === "tracking")
        return htmlResponse(200, await trackingHtml(page, `${path}/label.pdf`));
      break;
    case "plan_invoice":
      break;
    default:
      page satisfies never;
  }
  return (await serveFile(page)) ?? notFound();
}

function getState(page: SandboxPage): string {
  switch (page.kind) {
    case "payment":
      return paymentState(page);
    case "checkout":
      return checkoutState(page);
    case "shipment":
      return shipmentState(page);
    case "plan_invoice":
      return page.invoice.status;
    case "invoice":
      return page.document.family === "sped" ? "" : page.document.status;
    default:
      return page satisfies never;
  }
}

/** The card form is a link, so that the way back is the browser's own. */
function getStep({ checkout }: CheckoutPage, query: URLSearchParams): CheckoutStep {
  const method = query.get("method");
  if (method !== "credit_card" && method !== "debit_card") return {};
  const isOffered = checkout.status === "open" && checkout.methods.includes(method);
  return isOffered && checkout.chosen === undefined ? { card: method } : {};
}

/** Undefined when nothing can be done there. */
async function act(page: SandboxPage, request: Request, pathname: string): Promise<Response | undefined> {
  if (page.file !== "" || (page.kind !== "payment" && page.kind !== "checkout")) return undefined;
  const text = await readText(request);
  if (text === undefined) return htmlResponse(413, await problemHtml("413"));
  const form = new URLSearchParams(text);
  // a shop's form may bring a customer here: Webpay's posts the token, and asks for nothing else
  if (!form.has("action")) return show(page, pathname, new URLSearchParams());
  try {
    if (page.kind === "payment") await actOnPayment(page, form);
    else {
      const step = await actOnCheckout(page, form);
      if (step !== undefined) return htmlResponse(422, await checkoutHtml(page, step));
    }
  } catch (error) {
    // what was paid or has expired meanwhile is shown as it is
    if (!(error instanceof PageActionRefused)) throw error;
  }
  // by its own address: a page that is loaded again does nothing twice
  return new Response(null, { status: 303, headers: { ...baseHeaders, location: pathname } });
}

async function actOnPayment(page: PaymentPage, form: URLSearchParams): Promise<void> {
  await (form.get("action") === "reject" ? page.reject() : page.pay());
}

async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return undefined;
  const text = await request.text();
  return text.length > maxBytes ? undefined : text;
}

function assetResponse({ type, body }: { type: string; body: string }): Response {
  return new Response(body, {
    headers: { "content-type": type, "cache-control": "max-age=300", "x-content-type-options": "nosniff" },
  });
}

async function notFound(): Promise<Response> {
  return htmlResponse(404, await problemHtml("404"));
}

async function notAllowed(): Promise<Response> {
  const response = htmlResponse(405, await problemHtml("405"));
  response.headers.set("allow", "GET, HEAD, POST");
  return response;
}

function problemHtml(status: string): Promise<string> {
  const both = [words.pt, words.es];
  const body = html`${both.map(
    ({ notFoundTitle, notFoundHelp, htmlLanguage }, index) =>
      html`<section class="card" lang="${htmlLanguage}">${
        index === 0 ? html`<h1>${notFoundTitle}</h1>` : html`<h2>${notFoundTitle}</h2>`
      }<p>${notFoundHelp}</p></section>`,
  )}`;
  return layout({ words: words.pt, title: status, body });
}

function htmlResponse(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: {
      ...baseHeaders,
      "cross-origin-resource-policy": "same-origin",
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy,
    },
  });
}
