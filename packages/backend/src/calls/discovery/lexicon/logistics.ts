import type { Lexicon } from "./lexicon.ts";

export const logistics: Lexicon = {
  logistics: "logist*",
  freight:
    "frete*, flete*, freight, shipping, envio, envios, ~entreg*, ~deliver*, ~ship, enviar paquete, enviar pacote, enviar encomenda, enviar pedido, enviar produto, enviar producto, mandar paquete, mandar pacote, send package, send parcel",
  quote:
    "quot*, cotac*, cotiz*, cotar, cote, calcul*, rate, rates, tarifa*, tarif*, much, simul*, options, ~estimat*, ~cost, ~costs, ~costo*, ~custo*, ~custa*, ~cuest*",
  shipment:
    "ship, ships, shipped, shipment*, package*, parcel, parcels, pacote*, paquete*, encomend*, envio, envios, ~enviar, ~envia, ~send, remess*, despach*, enviar paquete, enviar pacote, enviar encomenda, enviar pedido, enviar produto, enviar producto, mandar paquete, mandar pacote, send package, send parcel, ~guia, ~guias, ~guide",
  label:
    "label*, etiqu*, guia, guias, guide, rotul*, waybill*, guia envio, guias envio, etiqueta envio, etiquetas envio, etiqueta frete, shipping label, shipping labels, comprar etiqueta, comprar guia, buy label",
  cart: "cart, carrinho*, carrito*, comprar etiqueta, buy label",
  track:
    "track*, rastr*, seguimiento, acompanh*, localizar, paradero, where, onde, donde, cade, tracking number, tracking code, codigo rastreio, codigo rastreamento, numero rastreio, numero guia, numero seguimiento",
  delivery_time:
    "delivery time, prazo*, plazo*, prazo entrega, tiempo entrega, tempo entrega, plazo entrega, eta, dias",
  pickup: "pickup*, pick up, colet*, recolec*, recog*, collection",
  reverse:
    "reverse, revers*, logistica reversa, devolver produto, devolver producto, return product, ~devoluc*, ~return*, ~troca*",
  points:
    "pickup points, drop off points, drop off, agenc*, sucursal*, branch*, pontos coleta, ponto coleta, ponto retirada, pontos retirada, puntos entrega, punto entrega, point, points, ponto*, punto*",
  carrier: "carrier*, transportador*, paqueter*, courier*, mensajer*",
  coverage: "coverage, coverage areas, cobertura, cities, ciudades, cidades, areas",
  service: "servic*, servico*",
  cep: "cep, codigo postal, zip, zip code, postal code, enderec*, direccion*, ~address*",
};
