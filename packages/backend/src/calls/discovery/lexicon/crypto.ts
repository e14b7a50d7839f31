import type { Lexicon } from "./lexicon.ts";

export const crypto: Lexicon = {
  crypto: "crypto*, cripto*, bitcoin*, btc, eth, ethereum, usdc, usdt, stablecoin*, blockchain",
  ticker: "ticker*, ~price*, ~prec*, ~cotac*, ~cotiz*",
  orderbook: "orderbook*, order book, livro ofertas, libro ordenes",
  trade:
    "trade, trades, trading, buy, sell, comprar, compra, vender, negoci*, ~comprar cripto, ~vender cripto, ~buy crypto, ~sell crypto",
  onramp: "onramp, ramp, comprar cripto, buy crypto, comprar usdc, comprar stablecoin, comprar stablecoins",
  offramp:
    "offramp, off ramp, vender cripto, sell crypto, vender usdc, vender stablecoin, vender stablecoins",
};
