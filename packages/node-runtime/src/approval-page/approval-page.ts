import type { ApprovalLinks, ApprovalLinkView, Clock } from "@codespar/backend";
import { readLocale } from "../link-pages/read-language.ts";
import { readForm } from "../link-pages/read-request.ts";
import { assetResponse, pageResponse } from "../link-pages/respond.ts";
import { script, stylesheet } from "./assets.ts";
import { decidePage, gonePage, openingPage } from "./pages.ts";
import { textsFor } from "./texts.ts";

export interface ApprovalPageOptions {
  links: ApprovalLinks;
  clock: Pick<Clock, "now">;
}

/** Characters of a name and of a reason, as the API takes them. */
const [longestName, longestReason] = [200, 1000];

/**
 * The pages under `/approve`: a link's fragment becomes a form's field, and whoever has it sees what will happen and decides.
 * There is no cookie and no session: what a request may do is in its body, which no log, proxy or referrer keeps.
 */
export function approvalPage({ links, clock }: ApprovalPageOptions) {
  return async function serve(request: Request): Promise<Response> {
    const { language, locale } = readLocale(request.headers.get("accept-language"));
    const texts = textsFor(language);
    const { pathname } = new URL(request.url);
    const method = request.method === "HEAD" ? "GET" : request.method;
    switch (`${method} ${pathname}`) {
      case "GET /approve":
        return pageResponse(openingPage(texts));
      case "GET /approve/page.css":
        return assetResponse("text/css", stylesheet);
      case "GET /approve/open.js":
        return assetResponse("text/javascript", script);
      case "POST /approve/open": {
        const token = (await readForm(request))?.get("token") ?? "";
        const view = await links.read(token);
        return view === undefined ? gone() : show(view, token);
      }
      case "POST /approve/decide":
        return decide((await readForm(request)) ?? new URLSearchParams());
      default:
        return pageResponse(gonePage(texts), { status: 404 });
    }

    async function decide(form: URLSearchParams): Promise<Response> {
      const token = form.get("token") ?? "";
      const by = form.get("by")?.trim() ?? "";
      const reason = form.get("reason")?.trim() ?? "";
      const view = await links.read(token);
      if (view === undefined) return gone();
      if (view.approval.status !== "pending") return show(view, token);
      const decision = { approve: "approved", deny: "denied" }[form.get("decision") ?? ""];
      if (decision !== "approved" && decision !== "denied") return show(view, token, { status: 422 });
      if (by === "" || by.length > longestName || reason.length > longestReason) {
        return show(view, token, { status: 422, problem: texts.missing, by, reason });
      }
      try {
        const decided = await links.decide(token, {
          decision,
          by,
          ...(reason === "" ? {} : { reason }),
        });
        return decided === undefined ? gone() : show(decided, token);
      } catch {
        // somebody was faster, or it ran out meanwhile: the page says how it is now
        const now = await links.read(token);
        return now === undefined ? gone() : show(now, token);
      }
    }

    function show(
      view: ApprovalLinkView,
      token: string,
      { status = 200, ...shown }: { status?: number; problem?: string; by?: string; reason?: string } = {},
    ): Promise<Response> {
      return pageResponse(decidePage(texts, { ...view, token, locale, now: clock.now(), ...shown }), {
        status,
      });
    }

    function gone(): Promise<Response> {
      return pageResponse(gonePage(texts), { status: 410 });
    }
  };
}
