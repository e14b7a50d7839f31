import net from "node:net";

net.Socket.prototype.connect = () => {
  throw new Error("Something asked for the network.");
};

const { CodeSpar } = await import("@codespar/sdk");
const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});
if (!result.data?.pix?.qr_code.startsWith("000201")) throw new Error(JSON.stringify(result));
console.log(result.data.payment_id);
