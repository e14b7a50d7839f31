import type {
  BackendRequest,
  BackendResponse,
  BillingService,
  CheckoutOffer,
  PortalView,
} from "@codespar/backend";
import { plans } from "@codespar/contract";
import { dollars, escapeHtml, type Page, pageHtml } from "./page-html.ts";
import { goodCard, type SimulatedStripe } from "./simulated-stripe.ts";

export interface BillingPagesOptions {
  service: BillingService;
  stripe: SimulatedStripe;
}

const path = /^\/billing\/(checkout|portal)\/([\w.-]{1,200})$/;
const declinedCard = "4000000000000002";

/**
 * Stripe's checkout and customer portal, as two small pages. Programs may post the same forms: `action=pay` and
 * `action=cancel` to a checkout. Returns undefined for what is none of its paths.
 */
export function billingPages({ service, stripe }: BillingPagesOptions) {
  return async function response(request: BackendRequest): Promise<BackendResponse | undefined> {
    const [, page, token = ""] = path.exec(request.path.split("?", 1)[0] ?? "") ?? [];
    if (page === undefined) return undefined;
    if (request.method !== "GET" && request.method !== "POST") {
      // HEAD as well: it must not use up a link that works once
      const refused = htmlResponse(405, {
        title: "Not possible",
        body: "<p>The page is read, or its form is sent.</p>",
      });
      return { ...refused, headers: { ...refused.headers, allow: "GET, POST" } };
    }
    const form = new URLSearchParams(request.method === "POST" ? (request.body ?? "") : "");
    return page === "checkout" ? checkout(token, form) : portal(token, form);
  };

  async function checkout(token: string, form: URLSearchParams): Promise<BackendResponse> {
    const offer = await service.readCheckout(token);
    if (offer === undefined) return goneResponse("checkout");
    switch (form.get("action")) {
      case "cancel":
        return (await service.cancelCheckout(token)) === undefined
          ? goneResponse("checkout")
          : htmlResponse(200, {
              title: "Cancelled",
              body: "<p>Nothing was paid, and the plan stays as it was.</p>",
            });
      case "pay":
        return pay(token, offer, form.get("card") ?? goodCard);
      default:
        return htmlResponse(200, checkoutPage(token, offer, undefined));
    }
  }

  async function pay(token: string, offer: CheckoutOffer, card: string): Promise<BackendResponse> {
    if (!stripe.isApproved(card)) {
      return htmlResponse(402, checkoutPage(token, offer, "The card was declined. Choose another one."));
    }
    const customer = stripe.saveCustomer(card, offer.customerId);
    const paid = customer === undefined ? undefined : await service.completeCheckout(token, customer);
    if (paid === undefined) return goneResponse("checkout");
    const body = `<p>You paid <strong>${dollars(paid.amountCents)}</strong>. The plan is ${plans[paid.to].name} now.</p>`;
    return htmlResponse(200, { title: "Paid", body });
  }

  async function portal(token: string, form: URLSearchParams): Promise<BackendResponse> {
    const view = await viewAfter(token, form);
    return view === undefined ? goneResponse("portal") : htmlResponse(200, portalPage(view));
  }

  async function viewAfter(token: string, form: URLSearchParams): Promise<PortalView | undefined> {
    switch (form.get("action")) {
      case "cancel_plan":
        return service.act(token, { type: "cancel_plan" });
      case "keep_plan":
        return service.act(token, { type: "keep_plan" });
      case "change_card": {
        const card = form.get("card") ?? goodCard;
        return service.act(token, {
          type: "change_card",
          customer: (customerId) => stripe.saveCustomer(card, customerId),
        });
      }
      default:
        return service.openPortal(token);
    }
  }
}

function checkoutPage(
  token: string,
  { from, to, amountCents }: CheckoutOffer,
  problem: string | undefined,
): Page {
  const warning = problem === undefined ? "" : `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>`;
  const price = dollars(plans[to].price_cents ?? 0);
  return {
    title: `${plans[to].name} plan`,
    body: `${warning}
<p>From ${plans[from].name} to ${plans[to].name}, ${price} a month.
Due now, for the days that are left of this month: <strong>${dollars(amountCents)}</strong>.</p>
<form method="post" action="/billing/checkout/${escapeHtml(token)}">
${cardSelect()}
<button name="action" value="pay">Pay ${dollars(amountCents)}</button>
<button name="action" value="cancel">Cancel</button>
</form>`,
  };
}

function portalPage(view: PortalView): Page {
  const { plan, pendingPlan, pendingPlanAt, paymentMethod, status, token } = view;
  const change =
    pendingPlan === null || pendingPlanAt === null
      ? ""
      : `<p>It changes to ${plans[pendingPlan].name} on ${new Date(pendingPlanAt).toISOString().slice(0, 10)}.</p>`;
  const card = paymentMethod === null ? "none" : `${paymentMethod.brand} ending in ${paymentMethod.last4}`;
  const owes =
    status === "past_due" ? '<p role="alert">An invoice is not paid. Change the card to pay it.</p>' : "";
  const button =
    pendingPlan === null
      ? '<button name="action" value="cancel_plan">Cancel the plan at the end of the month</button>'
      : '<button name="action" value="keep_plan">Keep the plan</button>';
  return {
    title: "Billing",
    body: `${owes}<p>Plan: <strong>${plans[plan].name}</strong>.</p>${change}<p>Card: ${escapeHtml(card)}.</p>
<form method="post" action="/billing/portal/${escapeHtml(token)}">
${cardSelect()}
<button name="action" value="change_card">Change the card</button>
${plan === "hobby" ? "" : button}
</form>`,
  };
}

function cardSelect(): string {
  return `<label>Card <select name="card">
<option value="${goodCard}">4242 4242 4242 4242, pays</option>
<option value="${declinedCard}">4000 0000 0000 0002, is declined</option>
</select></label>`;
}

function goneResponse(page: "checkout" | "portal"): BackendResponse {
  const again = page === "checkout" ? "POST /v1/billing/checkout" : "POST /v1/billing/portal";
  return htmlResponse(410, {
    title: "This link does not work any more",
    body: `<p>It was used, or its time is up. Ask for a new one with <code>${again}</code>.</p>`,
  });
}

function htmlResponse(status: number, page: Page): BackendResponse {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      // the path is the secret: it must not travel on in a referrer, nor be framed and clicked
      "referrer-policy": "no-referrer",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    },
    body: pageHtml(page),
  };
}
