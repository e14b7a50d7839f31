import type { Tool } from "@codespar/contract";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { JsonBlock } from "../../parts/code-block.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { sampleOf } from "./sample-of.ts";

/** Calls a tool with arguments that one writes; it counts like any other call. */
export function TryTool({ sessionId, tool }: { sessionId: string; tool: Tool }) {
  const { clientFor } = useApi();
  const { t } = useText();
  const input = useRef<HTMLTextAreaElement>(null);
  const [result, setResult] = useState<{ tool_call_id: string }>();

  async function call(): Promise<void> {
    const client = await clientFor("tools:execute", t("servers.try.why"));
    if (client === undefined) return;
    const args: unknown = JSON.parse(input.current?.value ?? "{}");
    if (typeof args !== "object" || args === null || Array.isArray(args))
      throw new Error(t("servers.try.object"));
    const session = await client.sessions.get(sessionId);
    setResult(await session.execute({ name: tool.name, arguments: { ...args } }));
  }

  return (
    <div className="stack">
      <FormField label={t("call.arguments")}>
        {(field) => (
          <textarea
            {...field}
            ref={input}
            className="mono"
            rows={6}
            spellCheck={false}
            defaultValue={JSON.stringify(sampleOf(tool.input_schema), null, 2)}
          />
        )}
      </FormField>
      <div className="actions">
        <ActionButton kind="primary" onRun={call}>
          {t("servers.try")}
        </ActionButton>
      </div>
      {result === undefined ? null : (
        <>
          <p>
            <Link href={`/calls/${result.tool_call_id}`}>{t("servers.try.open")}</Link>
          </p>
          <JsonBlock title={t("call.result")} value={result} />
        </>
      )}
    </div>
  );
}
