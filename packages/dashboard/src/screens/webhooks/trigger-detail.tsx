import type { Delivery } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";

export interface TriggerDetailProps {
  id: string;
  onSecret(secret: string): void;
  onDeleted(): void;
}

/** One subscription, and its last deliveries with every attempt. */
export function TriggerDetail({ id, onSecret, onDeleted }: TriggerDetailProps) {
  const { codespar, clientFor } = useApi();
  const { t, format } = useText();
  const [, navigate] = useLocation();
  const trigger = useQuery({
    queryKey: ["trigger", id],
    queryFn: ({ signal }) => codespar.triggers.get(id, { signal }),
    meta: { live: true },
  });
  const deliveries = useQuery({
    queryKey: ["deliveries", id],
    queryFn: async ({ signal }): Promise<Delivery[]> =>
      (await codespar.triggers.deliveries(id, { limit: 50 }, { signal })).data,
    meta: { live: true },
  });
  const write = () => clientFor("triggers:write", t("webhooks.change.why"));
  const { data } = trigger;
  const isPaused = data?.status === "paused";

  return (
    <Detail title={data?.name ?? id} backTo="/webhooks">
      {trigger.error === null ? null : (
        <Problem error={trigger.error} onRetry={() => void trigger.refetch()} />
      )}
      {data === undefined ? null : (
        <>
          <Facts
            rows={[
              [t("status"), <StatusBadge key="status" status={data.status} />],
              [
                t("type"),
                <span key="type" className="mono">
                  {data.event}
                </span>,
              ],
              [
                t("address"),
                <span key="url" className="mono">
                  {data.webhook_url}
                </span>,
              ],
              [t("server"), data.server_id],
              [
                t("webhooks.oldsecret"),
                data.previous_secret_expires_at === null
                  ? null
                  : format.moment(data.previous_secret_expires_at),
              ],
            ]}
          />
          <div className="actions">
            <ActionButton
              onRun={async () => {
                await (await write())?.triggers.update(id, { status: isPaused ? "active" : "paused" });
              }}
            >
              {isPaused ? t("webhooks.resume") : t("webhooks.pause")}
            </ActionButton>
            <ActionButton
              onRun={async () => {
                const rotated = await (await write())?.triggers.rotateSecret(id);
                if (rotated !== undefined) onSecret(rotated.secret);
              }}
            >
              {t("webhooks.rotate")}
            </ActionButton>
            <ActionButton
              kind="danger"
              onRun={async () => {
                const client = await write();
                if (client === undefined) return;
                await client.triggers.delete(id);
                onDeleted();
                navigate("/webhooks");
              }}
            >
              {t("delete")}
            </ActionButton>
          </div>
          <p className="muted">{t("webhooks.signature")}</p>
        </>
      )}
      <section className="stack" aria-labelledby="deliveries-title">
        <h3 id="deliveries-title">{t("deliveries")}</h3>
        {deliveries.data?.length === 0 ? <p className="muted">{t("deliveries.empty")}</p> : null}
        <ol className="deliveries">
          {deliveries.data?.map((delivery) => (
            <li key={delivery.id}>
              <DeliveryRow
                delivery={delivery}
                onReplay={async () => (await write())?.triggers.replay(delivery.id)}
              />
            </li>
          ))}
        </ol>
      </section>
    </Detail>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay(): Promise<unknown> }) {
  const { t, format } = useText();
  return (
    <article aria-label={`${delivery.event_type} ${delivery.id}`}>
      <div className="timeline-head">
        <Link href={`/events/${delivery.event_id}`} className="mono">
          {delivery.event_type}
        </Link>
        <StatusBadge status={delivery.status} />
      </div>
      <ol className="attempts">
        {delivery.attempts.map(({ at, status_code, error, duration_ms }) => (
          <li key={at} className={status_code !== null && status_code < 300 ? "good" : "bad"}>
            <time dateTime={at}>{format.moment(at)}</time> · {status_code ?? error ?? "–"} ·{" "}
            {format.duration(duration_ms)}
          </li>
        ))}
      </ol>
      {delivery.next_attempt_at === null ? null : (
        <p className="muted">{t("deliveries.next", { time: format.moment(delivery.next_attempt_at) })}</p>
      )}
      {delivery.status === "dead" ? (
        <div className="actions">
          <ActionButton onRun={onReplay}>{t("deliveries.replay")}</ActionButton>
        </div>
      ) : null}
    </article>
  );
}
