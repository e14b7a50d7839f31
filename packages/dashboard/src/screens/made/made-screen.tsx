import type { ToolCall, WebhookEventType } from "@codespar/contract";
import { type ReactNode, useMemo } from "react";
import { type DocumentKind, type SimulatedDocument, useDocuments } from "../../api/queries.ts";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { type Text, useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import type { Column } from "../../parts/virtual-list.tsx";
import { useOutcomes } from "./use-outcomes.ts";

export interface MadeScreenProps {
  title: string;
  /** The screen's own address. */
  path: string;
  tool: string;
  /** Which of the tool's calls made something; `state` is what the events tell, if they tell anything. */
  isMaker(call: ToolCall, state: string | undefined): boolean;
  /** Whether what is made has an amount. */
  hasAmount: boolean;
  /** The events that tell how it goes. */
  types: readonly WebhookEventType[];
  /** What the sandbox keeps of it, and what a person knows it by. */
  kind: DocumentKind;
  describe(document: SimulatedDocument["document"], t: Text["t"]): string;
  /** What one types to have something here. */
  example: string;
  /** Beside the title, such as a choice between two lists. */
  choice?: ReactNode;
  renderDetail(id: string, backTo: string): ReactNode;
}

/** What calls of one tool made, newest first, with the state that it has by now, and one of them opened. */
export function MadeScreen(props: MadeScreenProps) {
  const { title, path, tool, isMaker, hasAmount, types, kind, describe, example, choice, renderDetail } =
    props;
  const { codespar } = useApi();
  const { t, format } = useText();
  const states = useOutcomes(types);
  const documents = useDocuments(kind).data;
  const list = useLiveList<ToolCall>(tool, (page, options) =>
    codespar.toolCalls.list({ ...page, tool }, options),
  );
  const rows = useMemo(
    () => list.rows.filter((call) => isMaker(call, states.get(call.id))),
    [list.rows, isMaker, states],
  );
  const subjects = useMemo(
    () => new Map(documents?.map(({ document }) => [document.operationId, describe(document, t)])),
    [documents, describe, t],
  );

  const columns: Column<ToolCall>[] = [
    {
      name: t("made.what"),
      width: "minmax(170px, 1.6fr)",
      place: "title",
      // outside the sandbox what was made is known once it is opened; until then, who made it
      cell: (row) => subjects.get(row.id) || (row.provider ?? row.id),
    },
    {
      name: t("status"),
      width: "130px",
      place: "corner",
      cell: (row) => <StatusBadge status={stateOf(row, states.get(row.id))} />,
    },
    {
      name: t("time"),
      width: "212px",
      place: "under",
      cell: (row) => <time dateTime={row.called_at}>{format.moment(row.called_at)}</time>,
    },
    {
      name: t("provider"),
      width: "minmax(90px, 1fr)",
      ...(hasAmount ? {} : { place: "end" as const }),
      cell: (row) => row.provider ?? "–",
    },
    { name: t("tenant"), width: "minmax(70px, 1fr)", cell: (row) => row.metadata.tenant_id ?? "–" },
  ];
  if (hasAmount) {
    columns.push({
      name: t("amount"),
      width: "120px",
      place: "end",
      className: "number",
      cell: (row) =>
        row.amount === null || row.currency === null ? "–" : format.money(row.amount, row.currency),
    });
  }

  return (
    <ListScreen
      title={title}
      path={path}
      isLive
      list={list}
      rows={rows}
      beside={choice}
      columns={columns}
      empty={
        <Empty title={t("made.empty")}>
          <pre>{example}</pre>
        </Empty>
      }
      renderDetail={renderDetail}
    />
  );
}

/** What was made by a call that ended well waits for what happens next. */
function stateOf({ status }: ToolCall, state: string | undefined): string {
  return state ?? (status === "succeeded" ? "pending" : status);
}
