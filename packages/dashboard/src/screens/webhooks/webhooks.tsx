import type { Trigger } from "@codespar/contract";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { SecretOnce } from "../../parts/secret-once.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { CreateTrigger } from "./create-trigger.tsx";
import { TestReceiver } from "./test-receiver.tsx";
import { TriggerDetail } from "./trigger-detail.tsx";

/** Who is told of what, and what became of each delivery. */
export function Webhooks() {
  const { codespar, session } = useApi();
  const { t, format } = useText();
  const [isCreating, setIsCreating] = useState(false);
  /** The one time that it can be seen. */
  const [secret, setSecret] = useState<string>();
  const list = useLiveList<Trigger>("triggers", (page, options) => codespar.triggers.list(page, options));

  return (
    <ListScreen
      title={t("webhooks")}
      path="/webhooks"
      list={list}
      beside={
        <button type="button" onClick={() => setIsCreating(true)}>
          {t("webhooks.create")}
        </button>
      }
      empty={
        <Empty title={t("webhooks.empty")}>
          <p>{t("webhooks.empty.next")}</p>
        </Empty>
      }
      columns={[
        { name: t("name"), width: "minmax(120px, 1fr)", place: "title", cell: (row) => row.name },
        {
          name: t("status"),
          width: "90px",
          place: "end",
          cell: (row) => <StatusBadge status={row.status} />,
        },
        {
          name: t("type"),
          width: "minmax(110px, 0.8fr)",
          place: "corner",
          className: "mono",
          cell: (row) => (row.event === "*" ? t("webhooks.all") : row.event),
        },
        {
          name: t("address"),
          width: "minmax(140px, 1.6fr)",
          place: "under",
          className: "mono",
          cell: (row) => row.webhook_url,
        },
        { name: t("created"), width: "212px", cell: (row) => format.moment(row.created_at) },
      ]}
      below={
        <>
          {session.sandbox ? <TestReceiver onSecret={setSecret} /> : null}
          {isCreating ? (
            <CreateTrigger
              onClose={() => setIsCreating(false)}
              onCreated={(made) => {
                setIsCreating(false);
                setSecret(made);
                void list.refresh();
              }}
            />
          ) : null}
          {secret === undefined ? null : (
            <SecretOnce title={t("webhooks.secret")} secret={secret} onClose={() => setSecret(undefined)} />
          )}
        </>
      }
      renderDetail={(id) => (
        <TriggerDetail key={id} id={id} onSecret={setSecret} onDeleted={() => void list.restart()} />
      )}
    />
  );
}
