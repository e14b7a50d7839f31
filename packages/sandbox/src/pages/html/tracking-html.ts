import { publicTrackingCode } from "@codespar/providers/simulated";
import type { ShipmentPage } from "@codespar/sandbox-core";
import { dayFirst } from "../documents/format-paper.ts";
import { pageTime, shorten } from "./format-page.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { words as allWords, getLanguage } from "./words.ts";

export function shipmentState({ shipment }: ShipmentPage): string {
  return `${shipment.status} ${shipment.events.length}`;
}

/** Where a parcel is, newest first. */
export function trackingHtml(page: ShipmentPage, labelPath: string): Promise<string> {
  const { shipment } = page;
  const words = allWords[getLanguage(shipment.currency)];
  const body = html`<h1>${words.tracking} ${publicTrackingCode(shipment)}</h1>
<section class="card"><dl>
<div><dt>${shipment.carrier}</dt><dd>${shipment.serviceName}</dd></div>
<div><dt>${words.delivery}</dt><dd>${dayFirst(shipment.deliveryDate)}</dd></div>
<div><dt>${words.receiver}</dt><dd><bdi>${shorten(shipment.recipient.name ?? "", 80)}</bdi></dd></div>
</dl></section>
<section class="card"><ol class="way">${shipment.events.toReversed().map(
    ({ description, at, place }) => html`<li><strong>${description}</strong><br>
<span class="quiet">${pageTime(at, shipment.currency)}${place === undefined ? "" : ` · ${place}`}</span></li>`,
  )}</ol></section>
<a class="button plain" href="${labelPath}">${words.label}</a>`;
  return layout({ words, title: publicTrackingCode(shipment), body, state: shipmentState(page) });
}
