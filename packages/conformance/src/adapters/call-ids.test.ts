import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import type { ModelMessage, Turn } from "./channels/channel.ts";
import { channels } from "./channels/index.ts";
import type { ScriptedCall } from "./failure-cases.ts";

const pay = (id: string, amount = 5000): ScriptedCall => ({
  id,
  name: "codespar_pay",
  arguments: JSON.stringify({ method: "pix", amount, currency: "BRL" }),
});

const getPayments = (modelMessages: readonly (readonly ModelMessage[])[]) =>
  modelMessages.flat().map(({ text }) => String(JSON.parse(text).payment_id));

/** As Kimi counts them in each message, as Gemini leaves them empty, as many servers count, and as OpenAI and Anthropic make them. */
const habits = {
  "start again each turn": () => "codespar_pay:0",
  "are empty": () => "",
  "are the tool's name": () => "codespar_pay",
  "are counted": (turn: number, index: number) => `call_${turn * 10 + index}`,
  "are made by chance": (turn: number, index: number) => `call_8dQ1xT9vZcPqk2M7s0Lw${turn}${index}`,
} as const;

/** The purchases of a conversation, by turn, under one habit. */
const purchases = (getId: (turn: number, index: number) => string, amounts: number[][]): Turn[] =>
  amounts.map((turn, at) => turn.map((amount, index) => pay(getId(at, index), amount)));

// A restarted process knows scope and messages, not what the dead process knew.
describe.each(channels)("$name", (channel) => {
  const isMcp = channel.name.startsWith("MCP");
  const endsAtRepeated = channel.ids?.rule === "ends at a repeated one";

  describe.each(Object.entries(habits))("ids that %s", (habit, getId) => {
    const repeats = getId(0, 0) === getId(1, 0);
    const runs = !(endsAtRepeated && repeats);
    const isFilledIn = habit === "are empty" && channel.ids?.rule === "fills in an empty one";

    it.runIf(!runs)("end the run where they are repeated, with one payment at most", async () => {
      const world = await openAdapterWorld();
      const converse = await channel.open(world);
      await expect(converse(purchases(getId, [[5000], [9900]]))).rejects.toThrow();
      expect(countEffects(world)).toBeLessThanOrEqual(1);
    });

    it.runIf(runs)("lose no purchase with other arguments in a later turn", async () => {
      const world = await openAdapterWorld();
      const modelMessages = await (await channel.open(world))(purchases(getId, [[5000], [9900]]));
      expect(new Set(getPayments(modelMessages)).size).toBe(2);
      expect(countEffects(world)).toBe(2);
    });

    it.runIf(runs)("lose no equal purchase in a later turn", async () => {
      const world = await openAdapterWorld();
      const modelMessages = await (await channel.open(world))(purchases(getId, [[5000], [5000], [5000]]));
      expect(new Set(getPayments(modelMessages)).size).toBe(3);
      expect(countEffects(world)).toBe(3);
    });

    it.runIf(runs && !isMcp && !isFilledIn)(
      "pay once when the conversation is played again by another process",
      async () => {
        const world = await openAdapterWorld();
        const turns = purchases(getId, [[5000], [9900], [5000]]);
        const first = await (await channel.open(world))(turns);
        const again = await (await channel.open(world))(turns);
        expect(getPayments(again)).toEqual(getPayments(first));
        expect(countEffects(world)).toBe(3);
      },
    );

    const { replay } = channel;
    it.runIf(runs && replay !== undefined)(
      "pay once when only the last message is handled again",
      async () => {
        const world = await openAdapterWorld();
        const turns = purchases(getId, [[5000], [5000], [9900, 5000]]);
        const modelMessages = await (await channel.open(world))(turns);
        expect(countEffects(world)).toBe(4);
        const again = await replay?.(world, turns);
        expect(getPayments([again ?? []])).toEqual(getPayments(modelMessages.slice(2)));
        expect(countEffects(world)).toBe(4);
      },
    );

    it.runIf(runs)("read again what only reads", async () => {
      const world = await openAdapterWorld();
      const converse = await channel.open(world);
      const modelMessages = await converse([[pay(getId(0, 0))]]);
      const [id = ""] = getPayments(modelMessages);
      const get = {
        id: getId(1, 0),
        name: "codespar_pay",
        arguments: JSON.stringify({ action: "get", payment_id: id }),
      };
      expect((await converse([[get]])).flat()[0]?.text).toContain('"status":"pending"');
      await world.sandbox.payments.confirm(id);
      expect((await converse([[get]])).flat()[0]?.text).toContain('"status":"paid"');
    });
  });

  const pairs: [string, ScriptedCall, ScriptedCall][] = [
    ["alike but for their ids", pay("call_1"), pay("call_2")],
    ["with empty ids and other arguments", pay(""), pay("", 9900)],
    ["with one id and other arguments", pay("call_1"), pay("call_1", 9900)],
    ["with empty ids, alike", pay(""), pay("")],
  ];

  it.each(pairs)("makes both calls of one message, %s", async (_, ...turn) => {
    const [first, second] = turn;
    if (endsAtRepeated && first.id === second.id) return;
    const world = await openAdapterWorld();
    const modelMessages = await (await channel.open(world))([turn]);
    expect(countEffects(world)).toBe(2);
    expect(new Set(getPayments(modelMessages)).size).toBe(2);
  });
});
