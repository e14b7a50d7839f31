import { z } from "zod";
import { type NotifyInput, type NotifyOutput, notifyChannels } from "../meta-tools/notify.ts";
import { email, openEnum, phone, provider, text } from "./fields.ts";

export const notifyInputSchema = z
  .strictObject({
    channel: z.enum(notifyChannels),
    to: text(254),
    message: text(10_000).optional(),
    template: text(200).optional(),
    variables: z.array(z.string().max(1000)).max(50).optional(),
    subject: text(200).optional(),
    provider: provider.optional(),
  })
  .superRefine(checkNotify) satisfies z.ZodType<NotifyInput>;

function checkNotify(input: NotifyInput, context: z.RefinementCtx): void {
  const issue = (path: keyof NotifyInput, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (input.channel === "email" && !email.safeParse(input.to).success) {
    issue("to", "to must be an e-mail address for channel email.");
  }
  if (input.channel !== "email" && !phone.safeParse(input.to).success) {
    issue(
      "to",
      `to must be in E.164 for channel ${input.channel}: + and country code, such as +55 and eleven digits.`,
    );
  }
  if (input.message === undefined && input.template === undefined) {
    issue("message", "message is required, or template instead.");
  }
  if (input.template !== undefined && input.channel === "sms") {
    issue("template", "template goes with whatsapp and email. Send message.");
  }
  if (input.variables !== undefined && input.template === undefined) {
    issue("variables", "variables go with template.");
  }
  if (input.subject !== undefined && input.channel !== "email") {
    issue("subject", `subject goes with email, not ${input.channel}. Leave it out.`);
  }
}

export const notifyOutputSchema = z.looseObject({
  message_id: z.string(),
  status: openEnum(["queued", "sent", "delivered", "read", "failed"]),
  channel: openEnum(notifyChannels),
  to: z.string(),
}) satisfies z.ZodType<NotifyOutput>;
