import type { ApiKey } from "@codespar/contract";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Problem } from "../../parts/problem.tsx";
import { SecretOnce } from "../../parts/secret-once.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { CreateKey } from "./create-key.tsx";

/** API keys by their last four characters; each is shown whole once. */
export function Keys() {
  const { codespar, clientFor } = useApi();
  const { t, format } = useText();
  const [isCreating, setIsCreating] = useState(false);
  const [secret, setSecret] = useState<string>();
  const list = useLiveList<ApiKey>("keys", (page, options) => codespar.apiKeys.list(page, options));

  return (
    <div className="screen">
      <div className="title-row">
        <h1>{t("keys")}</h1>
        <button type="button" onClick={() => setIsCreating(true)}>
          {t("keys.create")}
        </button>
      </div>
      <p className="muted">{t("keys.what")}</p>
      {list.error === undefined ? null : <Problem error={list.error} onRetry={() => void list.refresh()} />}
      <ul className="cards">
        {list.rows.map((key) => (
          <li key={key.id} className="panel">
            <div className="timeline-head">
              <h2>{key.name}</h2>
              <StatusBadge status={key.status} />
            </div>
            <p className="mono">
              {key.prefix}…{key.last4}
            </p>
            <p className="muted">
              {t("created")} {format.moment(key.created_at)}
              {" · "}
              {key.last_used_at === null
                ? t("keys.unused")
                : t("keys.used", { time: format.moment(key.last_used_at) })}
            </p>
            <p>
              {key.scopes.length === 0 ? (
                t("keys.everything")
              ) : (
                <span className="mono">{key.scopes.join(" ")}</span>
              )}
            </p>
            {key.previous_key_expires_at === null ? null : (
              <p className="note warn">
                {t("keys.overlap", { time: format.moment(key.previous_key_expires_at) })}
              </p>
            )}
            {key.status === "revoked" ? null : (
              <div className="actions">
                <ActionButton
                  onRun={async () => {
                    const client = await clientFor("keys:write", t("keys.rotate.why", { name: key.name }));
                    const rotated = await client?.apiKeys.rotate(key.id);
                    if (rotated !== undefined) setSecret(rotated.key);
                  }}
                >
                  {t("keys.rotate")}
                  <span className="hidden"> {key.name}</span>
                </ActionButton>
                <ActionButton
                  kind="danger"
                  onRun={async () => {
                    const client = await clientFor("keys:write", t("keys.revoke.why", { name: key.name }));
                    await client?.apiKeys.revoke(key.id);
                  }}
                >
                  {t("keys.revoke")}
                  <span className="hidden"> {key.name}</span>
                </ActionButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.hasMore && list.rows.length > 0 ? (
        <button type="button" onClick={() => void list.loadMore()}>
          {t("more")}
        </button>
      ) : null}
      {isCreating ? (
        <CreateKey
          onClose={() => setIsCreating(false)}
          onCreated={(key) => {
            setIsCreating(false);
            setSecret(key);
            void list.refresh();
          }}
        />
      ) : null}
      {secret === undefined ? null : (
        <SecretOnce title={t("keys.secret")} secret={secret} onClose={() => setSecret(undefined)} />
      )}
    </div>
  );
}
