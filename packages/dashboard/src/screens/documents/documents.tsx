import { useText } from "../../i18n/use-text.ts";
import { MadeDetail } from "../made/made-detail.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { textOf } from "../made/read-data.ts";
import { describeDocument, isDocument } from "./describe-document.ts";

/** Fiscal documents, each with its papers and what the authority said. */
export function Documents() {
  const { t } = useText();
  return (
    <MadeScreen
      title={t("documents")}
      path="/documents"
      tool="codespar_invoice"
      isMaker={isDocument}
      hasAmount={false}
      types={["invoice.authorized", "invoice.rejected", "invoice.cancelled"]}
      example={`await session.execute({ name: "codespar_invoice", arguments: { type: "nfe", customer: { name: "Ana Souza", document: "529.982.247-25", address: { postal_code: "01310-100", number: "1578" } }, items: [{ description: "Café", quantity: 1, unit_amount: 6490 }] } })`}
      kind="invoice"
      describe={describeDocument}
      renderDetail={(id, backTo) => (
        <MadeDetail
          key={id}
          id={id}
          backTo={backTo}
          title={(data) => (
            <>
              {textOf(data, "type")?.toUpperCase() ?? t("documents.one")} {String(data.number ?? "")}
            </>
          )}
          facts={(data) => [
            [t("documents.key"), textOf(data, "access_key")],
            ["Folio fiscal (UUID)", textOf(data, "uuid")],
            [t("documents.protocol"), textOf(data, "protocol")],
            [t("documents.id"), textOf(data, "invoice_id")],
          ]}
        />
      )}
    />
  );
}
