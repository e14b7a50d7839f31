import type { Server } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { Control } from "../../api/control.ts";
import { useApi } from "../../api/use-api.ts";
import type { MessageKey } from "../../i18n/messages.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { FormField } from "../../parts/form-field.tsx";

interface SetFault {
  server: string;
  fault: Record<string, unknown>;
}

/** Each kind of fault as the control takes it. */
const kinds: readonly { name: MessageKey; value: string; fault: object }[] = [
  { value: "down", name: "fault.down", fault: { down: true } },
  { value: "unauthorized", name: "fault.unauthorized", fault: { unauthorized: true } },
  { value: "error", name: "fault.error", fault: { error_before_processing: true } },
  { value: "flaky", name: "fault.flaky", fault: { flaky: 2 } },
  { value: "slow", name: "fault.slow", fault: { slow_ms: 5000 } },
  { value: "lost", name: "fault.lost", fault: { timeout_before_commit: true } },
  { value: "committed", name: "fault.committed", fault: { commit_then_timeout: true } },
  { value: "forgets", name: "fault.forgets", fault: { commit_then_timeout: true, forget: true } },
];

/** Which providers misbehave, and how. */
export function FaultPanel({ control }: { control: Control }) {
  const { codespar } = useApi();
  const { t } = useText();
  const [server, kind] = [useRef<HTMLSelectElement>(null), useRef<HTMLSelectElement>(null)];
  const servers = useQuery({
    queryKey: ["servers"],
    queryFn: async ({ signal }): Promise<Server[]> => (await codespar.servers.list({}, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const faults = useQuery({
    queryKey: ["faults"],
    queryFn: async () => (await control.get<{ data: SetFault[] }>("faults")).data,
    meta: { live: true },
  });
  return (
    <section className="panel" aria-labelledby="faults-title">
      <h2 id="faults-title">{t("faults")}</h2>
      {faults.data?.length === 0 ? <p className="muted">{t("faults.none")}</p> : null}
      <ul className="stack">
        {faults.data?.map(({ server: id, fault }) => (
          <li key={id} className="timeline-head">
            <span>
              <strong>{id}</strong> <span className="mono">{JSON.stringify(fault)}</span>
            </span>
            <ActionButton onRun={() => control.post("faults", { server: id, fault: null })}>
              {t("faults.repair")}
              <span className="hidden"> {id}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
      <div className="filters">
        <FormField label={t("provider")}>
          {(field) => (
            <select {...field} ref={server}>
              {servers.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t("faults.kind")}>
          {(field) => (
            <select {...field} ref={kind}>
              {kinds.map(({ value, name }) => (
                <option key={value} value={value}>
                  {t(name)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <ActionButton
          onRun={() =>
            control.post("faults", {
              server: server.current?.value,
              fault: kinds.find(({ value }) => value === kind.current?.value)?.fault,
            })
          }
        >
          {t("faults.set")}
        </ActionButton>
      </div>
    </section>
  );
}
