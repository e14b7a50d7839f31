import type { ToolCall } from "@codespar/contract";
import { type FormEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Filters, SelectFilter, TextFilter } from "../../parts/filters.tsx";
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

  const textId = useId();
  const recent = rows.slice(0, 500);
  const tools = unique([...metaTools, filter.tool, ...recent.map(({ tool }) => tool)]);
  const providers = unique([filter.provider, ...recent.map(({ provider }) => provider)]);
  const set = (name: keyof CallFilter) => (value: string) =>
    onChange({ ...filter, [name]: value === "" ? undefined : value });

  return (
    <Filters>
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
      <SelectFilter
        label={t("status")}
        value={filter.status ?? ""}
        options={statuses.map((status) => [status, t(`status.${status}`)])}
        onChange={set("status")}
      />
      <SelectFilter
        label={t("tool")}
        value={filter.tool ?? ""}
        options={tools.map((tool) => [tool])}
        onChange={set("tool")}
      />
      <SelectFilter
        label={t("provider")}
        value={filter.provider ?? ""}
        options={providers.map((provider) => [provider])}
        onChange={set("provider")}
      />
      <TextFilter
        label={t("tenant")}
        value={filter.tenant ?? ""}
        suggestions={unique(recent.map(({ metadata }) => metadata.tenant_id))}
        onChange={set("tenant")}
      />
      {filter.session_id === undefined ? null : (
        <button type="button" onClick={() => set("session_id")("")}>
          {t("calls.session", { session: filter.session_id })} ✕
        </button>
      )}
    </Filters>
  );
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null && text !== undefined);
}
