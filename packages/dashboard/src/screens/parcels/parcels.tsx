import { useDocuments } from "../../api/queries.ts";
import { useText } from "../../i18n/use-text.ts";
import { MadeDetail } from "../made/made-detail.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { textOf } from "../made/read-data.ts";
import { describeParcel, isLabel, stopsOf } from "./describe-parcel.ts";
import { TrackingLine } from "./tracking-line.tsx";

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
