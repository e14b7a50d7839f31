import type { ToolCall } from "@codespar/contract";
import { useDocuments } from "../../api/queries.ts";
import { useText } from "../../i18n/use-text.ts";
import { type MadeData, MadeDetail, objectOf, textOf } from "../made/made-detail.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { TrackingLine, type TrackingStop } from "./tracking-line.tsx";

/** Parcels on their way, each with its label and where it has been. */
export function Parcels() {
  const { t } = useText();
  return (
    <MadeScreen
      title={t("parcels")}
      path="/parcels"
      tool="codespar_ship"
      isMaker={isLabel}
      hasAmount={false}
      types={["shipment.created", "shipment.in_transit", "shipment.delivered"]}
      example={`await session.execute({ name: "codespar_ship", arguments: { action: "label", … } })`}
      kind="shipment"
      describe={describeParcel}
      renderDetail={(id, backTo) => <ParcelDetail key={id} id={id} backTo={backTo} />}
    />
  );
}

/** Quotes and looks at a parcel are calls too; those that made one have an event. */
function isLabel({ status }: ToolCall, state: string | undefined): boolean {
  return state !== undefined || status === "unknown";
}

function describeParcel(parcel: MadeData): string {
  const { name, city } = {
    name: textOf(objectOf(parcel, "recipient"), "name"),
    city: textOf(objectOf(parcel, "destination"), "city"),
  };
  return [name ?? textOf(parcel, "trackingCode"), city].filter(Boolean).join(", ");
}

function ParcelDetail({ id, backTo }: { id: string; backTo: string }) {
  const { t } = useText();
  const parcels = useDocuments("shipment").data ?? [];
  return (
    <MadeDetail
      id={id}
      backTo={backTo}
      title={(data) => <span className="mono">{textOf(data, "tracking_code") ?? t("parcels.one")}</span>}
      facts={(data) => [
        [t("parcels.carrier"), textOf(data, "carrier")],
        [t("parcels.service"), textOf(data, "service")],
        [t("parcels.id"), textOf(data, "shipment_id")],
        [t("parcels.due"), textOf(data, "estimated_delivery")],
      ]}
    >
      {(_data, call) => {
        // by the call that made it: its result is not kept as long
        const parcel = parcels.find(({ document }) => document.operationId === call.id);
        return parcel === undefined ? null : <TrackingLine stops={stopsOf(parcel.document.events)} />;
      }}
    </MadeDetail>
  );
}

function stopsOf(events: unknown): TrackingStop[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: Readonly<Record<string, unknown>>) =>
    typeof event.at === "number"
      ? [
          {
            at: event.at,
            status: String(event.status),
            text: String(event.description),
            place: textOf(event, "place"),
          },
        ]
      : [],
  );
}
