import type { Trigger } from "@codespar/contract";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Problem } from "../../parts/problem.tsx";
import { SecretOnce } from "../../parts/secret-once.tsx";
import { Split } from "../../parts/split.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { CreateTrigger } from "./create-trigger.tsx";
import { TestReceiver } from "./test-receiver.tsx";
import { TriggerDetail } from "./trigger-detail.tsx";

/** Who is told of what, and what became of each delivery. */
export function Webhooks() {
  const { codespar, session } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const [isCreating, setIsCreating] = useState(false);
  /** The one time that it can be seen. */
  const [secret, setSecret] = useState<string>();
  const list = useLiveList<Trigger>("triggers", {
    idOf: (trigger) => trigger.id,
    async fetchPage(cursor, signal) {
      const page = await codespar.triggers.list(
        { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
        { signal },
      );
      return { rows: page.data, next: page.next_cursor };
    },
  });

  return (
    <Split
      list={
        <>
          <div className="title-row">
            <h1>{t("webhooks")}</h1>
            <button type="button" onClick={() => setIsCreating(true)}>
              {t("webhooks.create")}
            </button>
          </div>
          {list.error === undefined ? null : (
            <Problem error={list.error} onRetry={() => void list.refresh()} />
          )}
          {list.rows.length === 0 && !list.hasMore ? (
            <Empty title={t("webhooks.empty")}>
              <p>{t("webhooks.empty.next")}</p>
            </Empty>
          ) : (
            <VirtualList
              label={t("webhooks")}
              className="webhooks"
              rows={list.rows}
              rowKey={(row) => row.id}
              columns={[t("name"), t("status"), t("type"), t("address"), t("created")]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-name">
                    <Link
                      href={`/webhooks/${row.id}`}
                      className="row-link"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      {row.name}
                    </Link>
                  </div>
                  <div role="cell" className="c-status">
                    <StatusBadge status={row.status} />
                  </div>
                  <div role="cell" className="c-type mono">
                    {row.event}
                  </div>
                  <div role="cell" className="c-url mono">
                    {row.webhook_url}
                  </div>
                  <div role="cell" className="c-created">
                    {format.moment(row.created_at)}
                  </div>
                </>
              )}
            />
          )}
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
      detail={
        id === undefined ? undefined : (
          <TriggerDetail key={id} id={id} onSecret={setSecret} onDeleted={() => void list.restart()} />
        )
      }
    />
  );
}
