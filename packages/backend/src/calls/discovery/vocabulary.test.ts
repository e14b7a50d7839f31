import { describe, expect, it } from "vitest";
import { Vocabulary } from "./vocabulary.ts";

const vocabulary = new Vocabulary([
  { refund: "reembols*, estorn*, money back", label: "etiqueta, guia", shipment: "~guia", ship: "ship" },
  { charge: "carg*, pix charge", cargo: "cargo", pix: "pix" },
]);

function getConcepts(text: string, tolerant = true): string[][] {
  return vocabulary.read(text, { tolerant }).map(({ meanings }) => meanings.map(({ concept }) => concept));
}

describe("Vocabulary", () => {
  it("knows a word by its stem, whatever it ends in", () => {
    expect(getConcepts("reembolso estornar reembolsado")).toEqual([["refund"], ["refund"], ["refund"]]);
  });

  it("takes a word's own entry before a stem's", () => {
    expect(getConcepts("cargo carga")).toEqual([["cargo"], ["charge"]]);
  });

  it("takes a phrase before its words, over stop words", () => {
    expect(getConcepts("pix charge")).toEqual([["charge"]]);
    expect(getConcepts("money for the back")).toEqual([["refund"]]);
  });

  it("keeps all that a word can mean, the lesser ones with less weight", () => {
    expect(vocabulary.read("guía")).toEqual([
      {
        text: "guia",
        meanings: [
          { concept: "label", weight: 1 },
          { concept: "shipment", weight: 0.7 },
        ],
      },
    ]);
  });

  it("knows what is cut short or misspelt when it is asked to be tolerant", () => {
    expect(getConcepts("etiq reenbolso etqueta")).toEqual([["label"], ["refund"], ["label"]]);
    expect(getConcepts("etiq reenbolso etqueta", false)).toEqual([[], [], []]);
  });

  it("allows short words no mistakes", () => {
    expect(getConcepts("pox sip")).toEqual([[], []]);
  });

  it("leaves stop words out", () => {
    expect(vocabulary.read("como faço para o que é de the")).toEqual([{ text: "faco", meanings: [] }]);
  });
});
