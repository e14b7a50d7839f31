import type { ToolCallDetail } from "@codespar/contract";
import { useDocuments } from "../../api/queries.ts";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { MadeDetail } from "../made/made-detail.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { type MadeData, textOf } from "../made/read-data.ts";
import { channelName } from "./channel-name.ts";
import { Phone, type PhoneReply } from "./phone.tsx";
import { Recipient } from "./recipient.tsx";

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
      kind="message"
      describe={describeMessage}
      renderDetail={(id, backTo) => (
        <MadeDetail
          key={id}
          id={id}
          backTo={backTo}
          title={(data) => (
            <>
              {channelName(textOf(data, "channel") ?? t("messages.one"))} {textOf(data, "to")}
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

function describeMessage(message: MadeData): string {
  return [textOf(message, "to"), textOf(message, "text")].filter(Boolean).join(" · ");
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
        replies={repliesOf(kept.replies)}
      />
      {control === undefined || messageId === undefined ? null : (
        <Recipient control={control} id={messageId} state={state} />
      )}
    </>
  );
}

function repliesOf(replies: unknown): PhoneReply[] {
  if (!Array.isArray(replies)) return [];
  return replies.flatMap(({ id, text, at }: Readonly<Record<string, unknown>>) =>
    typeof at === "number" ? [{ id: String(id), text: String(text), at }] : [],
  );
}
