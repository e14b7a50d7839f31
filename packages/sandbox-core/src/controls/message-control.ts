import {
  messageKind,
  readMessage,
  replyToMessage,
  type SimulatedProvider,
  type SimulationContext,
  type SimulationState,
} from "@codespar/providers/simulated";

/** What the person does who got a message, done by the test. */
export interface MessageControl {
  /** They read it now; resolves once CodeSpar knows. Throws when there is no such message, or it has not arrived. */
  read(messageId: string): Promise<void>;
  /** They write back; resolves once CodeSpar knows. Throws when there is no such message, or it has not arrived. */
  reply(messageId: string, text: string): Promise<void>;
}

export function messageControl(world: {
  state: SimulationState;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
}): MessageControl {
  /** Does it at the provider, and waits until CodeSpar knows. */
  async function change(
    messageId: string,
    work: (context: SimulationContext) => object | undefined,
    wanted: string,
  ): Promise<void> {
    const found = world.state.findById(messageKind, messageId);
    const provider = found === undefined ? undefined : world.provider(found.key.server);
    if (found === undefined || provider === undefined) {
      throw new Error(
        `There is no message ${messageId} in this sandbox. Pass the message_id of codespar_notify.`,
      );
    }
    if (provider.within(found.key.account, work) === undefined) {
      throw new Error(
        `Message ${messageId} is ${found.document.status}; only a delivered one can be ${wanted}.`,
      );
    }
    await world.settle();
  }

  return {
    read: (messageId) => change(messageId, (context) => readMessage(context, messageId), "read"),
    reply: (messageId, text) =>
      change(
        messageId,
        (context) => {
          const id = `reply_${context.nextNumber("control reply")}`;
          return replyToMessage(context, messageId, { id, text });
        },
        "replied to",
      ),
  };
}
