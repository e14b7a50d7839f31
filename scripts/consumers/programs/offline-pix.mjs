import net from "node:net";
import { inspect } from "node:util";

net.Socket.prototype.connect = () => {
  throw new Error("Something asked for the network.");
};

const { CodeSpar, TimeoutError } = await import("@codespar/sdk");
const shown = inspect(new TimeoutError(1)).split(":", 1)[0];
if (shown !== "TimeoutError") throw new Error(`A TimeoutError is shown as ${shown}.`);
const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});
if (!result.data?.pix?.qr_code.startsWith("000201")) throw new Error(JSON.stringify(result));
console.log(result.data.payment_id);
