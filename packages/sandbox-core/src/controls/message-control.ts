import {
  messageKind,
  readMessage,
  type SimulatedProvider,
  type SimulationState,
} from "@codespar/providers/simulated";

/** What the person does who got a message, done by the test. */
export interface MessageControl {
  /** They read it now; resolves once CodeSpar knows. Throws when there is no such message, or it has not arrived. */
  read(messageId: string): Promise<void>;
}

export function messageControl(world: {
  state: SimulationState;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
}): MessageControl {
  return {
    async read(messageId) {
      const found = world.state.findById(messageKind, messageId);
      const provider = found === undefined ? undefined : world.provider(found.key.server);
      if (found === undefined || provider === undefined) {
        throw new Error(
          `There is no message ${messageId} in this sandbox. Pass the message_id of codespar_notify.`,
        );
      }
      const read = provider.within(found.key.account, (context) => readMessage(context, messageId));
      if (read === undefined) {
        throw new Error(
          `Message ${messageId} is ${found.document.status}; only a delivered one can be read.`,
        );
      }
      await world.settle();
    },
  };
}
