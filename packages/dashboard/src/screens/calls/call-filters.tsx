import type { ToolCall } from "@codespar/contract";
import { type FormEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { useApi } from "../../api/use-api.ts";
import type { MessageKey } from "../../i18n/messages.ts";
import { useText } from "../../i18n/use-text.ts";
import { useAction } from "../../parts/use-action.ts";
import type { CallFilter } from "./call-filter.ts";

const metaTools = [
  "codespar_discover",
  "codespar_checkout",
  "codespar_pay",
  "codespar_invoice",
  "codespar_ship",
  "codespar_notify",
];
const statuses = ["queued", "running", "succeeded", "refused", "failed", "unknown"] as const;
const statusKeys: Readonly<Record<(typeof statuses)[number], MessageKey>> = {
  queued: "status.queued",
  running: "status.running",
  succeeded: "status.succeeded",
  refused: "status.refused",
  failed: "status.failed",
  unknown: "status.unknown",
};

export interface CallFiltersProps {
  filter: CallFilter;
  /** What is loaded: its tools, providers and tenants are offered. */
  rows: readonly ToolCall[];
  onChange(filter: CallFilter): void;
}

/** Narrows the log down; each change is in the address, so that it can be shared. */
export function CallFilters({ filter, rows, onChange }: CallFiltersProps) {
  const { t } = useText();
  const { codespar } = useApi();
  const [, navigate] = useLocation();
  const { run, error } = useAction();
  const [hasFound, setHasFound] = useState(true);

  /** What is not among the loaded rows may be an id of whatever age, or one that a provider gave. */
  async function find(event: FormEvent): Promise<void> {
    event.preventDefault();
    const text = filter.text?.trim() ?? "";
    if (text === "") return;
    await run(async () => {
      const [found] = (await codespar.search(text)).data;
      setHasFound(found !== undefined);
      if (found?.type === "tool_call") navigate(`/calls/${found.id}`);
      if (found?.type === "session") navigate(`/sessions/${found.id}`);
    });
  }

  const [textId, toolId, providerId, statusId, tenantId, tenants] = [
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
  ];
  const recent = rows.slice(0, 500);
  const tools = unique([...metaTools, filter.tool, ...recent.map(({ tool }) => tool)]);
  const providers = unique([filter.provider, ...recent.map(({ provider }) => provider)]);
  const set = (name: keyof CallFilter) => (value: string) =>
    onChange({ ...filter, [name]: value === "" ? undefined : value });

  return (
    <search className="filters">
      <form onSubmit={(event) => void find(event)}>
        <label htmlFor={textId}>{t("search")}</label>
        <input
          id={textId}
          type="search"
          value={filter.text ?? ""}
          placeholder={t("calls.search")}
          onChange={({ target }) => {
            setHasFound(true);
            set("text")(target.value);
          }}
        />
        {hasFound && error === undefined ? null : (
          <span role="status">{error === undefined ? t("search.nothing") : error.message}</span>
        )}
      </form>
      <div>
        <label htmlFor={statusId}>{t("status")}</label>
        <select
          id={statusId}
          value={filter.status ?? ""}
          onChange={({ target }) => set("status")(target.value)}
        >
          <option value="">{t("any")}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(statusKeys[status])}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={toolId}>{t("tool")}</label>
        <select id={toolId} value={filter.tool ?? ""} onChange={({ target }) => set("tool")(target.value)}>
          <option value="">{t("any")}</option>
          {tools.map((tool) => (
            <option key={tool}>{tool}</option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={providerId}>{t("provider")}</label>
        <select
          id={providerId}
          value={filter.provider ?? ""}
          onChange={({ target }) => set("provider")(target.value)}
        >
          <option value="">{t("any")}</option>
          {providers.map((provider) => (
            <option key={provider}>{provider}</option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={tenantId}>{t("tenant")}</label>
        <input
          id={tenantId}
          list={tenants}
          value={filter.tenant ?? ""}
          onChange={({ target }) => set("tenant")(target.value)}
        />
        <datalist id={tenants}>
          {unique(recent.map(({ metadata }) => metadata.tenant_id)).map((tenant) => (
            <option key={tenant} value={tenant} />
          ))}
        </datalist>
      </div>
      {filter.session_id === undefined ? null : (
        <button type="button" onClick={() => set("session_id")("")}>
          {t("calls.session", { session: filter.session_id })} ✕
        </button>
      )}
    </search>
  );
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null && text !== undefined);
}
