import type { Approval, ApprovalLink } from "@codespar/contract";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { QrCode } from "../../parts/qr-code.tsx";

/** Makes a link with which one person decides on this one call, on a phone or wherever they are. */
export function PhoneLink({ approval }: { approval: Approval }) {
  const { clientFor } = useApi();
  const { t, format } = useText();
  const [link, setLink] = useState<ApprovalLink>();
  return (
    <>
      <ActionButton
        onRun={async () => {
          const client = await clientFor("approvals:write", t("approvals.link.why"));
          const made = await client?.approvals.link(approval.id);
          if (made !== undefined) setLink(made);
        }}
      >
        {t("approvals.link")}
      </ActionButton>
      {link === undefined ? null : (
        <Dialog title={t("approvals.link")} onClose={() => setLink(undefined)}>
          <div className="stack">
            <QrCode text={link.url} label={t("approvals.link.qr")} />
            <p>{t("approvals.link.what", { time: format.minute(link.expires_at) })}</p>
            <p className="secret mono">{link.url}</p>
            <div className="actions">
              <CopyButton text={link.url} />
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
