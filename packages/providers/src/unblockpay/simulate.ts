import { marketPrice } from "../engines/crypto/crypto-market.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { unblockpayTools } from "./tools.ts";

/** UnblockPay (docs.unblockpay.com): snake_case, decimals as numbers, `sender` and `receiver` on each transaction. */
export const unblockpaySimulation = defineSimulation({
  id: "unblockpay",
  tools: unblockpayTools,
  handlers: {
    unblockpay_get_exchange_rate(args, { now }) {
      const from = textAt(args, "from") ?? "";
      const to = textAt(args, "to") ?? "";
      const price = marketPrice(from, to);
      if (price === undefined)
        return new Refusal("invalid_request", `There is no rate from ${from} to ${to}.`);
      return {
        from,
        to,
        rate: price.last,
        buy_rate: price.ask,
        sell_rate: price.bid,
        updated_at: new Date(now).toISOString(),
      };
    },
  },
});
