import type { ToolCallDetail } from "@codespar/contract";
import { useDocuments } from "../../api/queries.ts";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { type MadeData, MadeDetail, textOf } from "../made/made-detail.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { Phone } from "./phone.tsx";

/** Messages, each as its recipient sees it. */
export function Messages() {
  const { t } = useText();
  return (
    <MadeScreen
      title={t("messages")}
      path="/messages"
      tool="codespar_notify"
      isMaker={every}
      hasAmount={false}
      types={["message.sent", "message.delivered", "message.read"]}
      example={`await session.execute({ name: "codespar_notify", arguments: { channel: "whatsapp", to: "+5511987654321", message: "Olá!" } })`}
      renderDetail={(id) => (
        <MadeDetail
          key={id}
          id={id}
          backTo="/messages"
          title={(data) => (
            <>
              {textOf(data, "channel") ?? t("messages.one")}{" "}
              <span className="mono">{textOf(data, "to")}</span>
            </>
          )}
          facts={(data) => [[t("messages.id"), textOf(data, "message_id")]]}
        >
          {(data, call, state) => <Received data={data} call={call} state={state} />}
        </MadeDetail>
      )}
    />
  );
}

function every(): boolean {
  return true;
}

function Received({ data, call, state }: { data: MadeData; call: ToolCallDetail; state: string }) {
  const { t } = useText();
  const { control } = useApi();
  // by the call that made it: its result is not kept as long
  const found = useDocuments("message").data?.find(({ document }) => document.operationId === call.id);
  const kept = found?.document ?? {};
  const messageId = textOf(data, "message_id") ?? found?.id;
  const asked: MadeData = call.arguments ?? {};
  // the sandbox knows the template filled in; elsewhere what was asked for is what there is
  const text = textOf(kept, "text") ?? textOf(asked, "message") ?? textOf(asked, "template");
  return (
    <>
      <Phone
        channel={textOf(data, "channel") ?? textOf(asked, "channel") ?? "sms"}
        to={textOf(data, "to") ?? textOf(asked, "to") ?? ""}
        subject={textOf(kept, "subject") ?? textOf(asked, "subject")}
        text={text ?? t("erased")}
        at={call.called_at}
        state={state}
      />
      {control === undefined || messageId === undefined || state !== "delivered" ? null : (
        <div className="actions">
          <ActionButton onRun={() => control.post(`messages/${encodeURIComponent(messageId)}/read`)}>
            {t("messages.read")}
          </ActionButton>
        </div>
      )}
    </>
  );
}
