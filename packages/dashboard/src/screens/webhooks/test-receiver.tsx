import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { CodeBlock } from "../../parts/code-block.tsx";

/** A webhook as it came in, and whether its signature holds. */
interface Received {
  id: number;
  at: string;
  headers: Record<string, string>;
  body: string;
}

interface Receiver {
  url: string;
  status: number;
  data: Received[];
}

/** A receiver in the sandbox itself: shows each webhook as it was sent, and answers as it is told. */
export function TestReceiver({ onSecret }: { onSecret(secret: string): void }) {
  const { clientFor, codespar, control } = useApi();
  const { t, format } = useText();
  /** Kept for checking signatures while the page is open. */
  const secret = useRef<string>(undefined);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, boolean>>(new Map());
  const { data } = useQuery({
    queryKey: ["receiver"],
    async queryFn() {
      const receiver = await control?.get<Receiver>("receiver");
      if (receiver !== undefined && secret.current !== undefined) {
        const own = secret.current;
        const checked = await Promise.all(
          receiver.data.map(async ({ id, headers, body }) => {
            try {
              // when it was sent is told by a clock that may stand still
              await codespar.webhooks.unwrap({ body, headers }, own, {
                toleranceSeconds: Number.MAX_SAFE_INTEGER,
              });
              return [id, true] as const;
            } catch {
              return [id, false] as const;
            }
          }),
        );
        setVerdicts(new Map(checked));
      }
      return receiver ?? null;
    },
    meta: { live: true },
  });
  if (control === undefined || data === undefined || data === null) return null;
  const isFailing = data.status !== 200;

  return (
    <details className="panel receiver">
      <summary>
        <strong>{t("receiver")}</strong> ({format.number(data.data.length)})
      </summary>
      <p className="muted">{t("receiver.what")}</p>
      <p className="mono">{data.url}</p>
      <div className="actions">
        <ActionButton
          onRun={async () => {
            const client = await clientFor("triggers:write", t("webhooks.create.why"));
            const made = await client?.triggers.create({
              name: t("receiver"),
              event: "*",
              webhook_url: data.url,
            });
            if (made === undefined) return;
            secret.current = made.secret;
            onSecret(made.secret);
          }}
        >
          {t("receiver.subscribe")}
        </ActionButton>
        <ActionButton onRun={() => control.post("receiver", { status: isFailing ? 200 : 503 })}>
          {isFailing ? t("receiver.accept") : t("receiver.fail")}
        </ActionButton>
      </div>
      {isFailing ? <p className="note warn">{t("receiver.failing")}</p> : null}
      <ol className="deliveries">
        {data.data.map(({ id, at, headers, body }) => (
          <li key={id}>
            <div className="timeline-head">
              <time dateTime={at}>{format.moment(at)}</time>
              {verdicts.get(id) === undefined ? null : (
                <span className={`badge ${verdicts.get(id) ? "good" : "bad"}`}>
                  {verdicts.get(id) ? t("receiver.valid") : t("receiver.invalid")}
                </span>
              )}
            </div>
            <CodeBlock
              title={t("receiver.headers")}
              text={Object.entries(headers)
                .map(([name, value]) => `${name}: ${value}`)
                .join("\n")}
            />
            <CodeBlock title={t("events.body")} text={body} />
          </li>
        ))}
      </ol>
    </details>
  );
}
