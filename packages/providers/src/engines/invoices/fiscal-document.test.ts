import { nativeToolNames } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enotasSimulation } from "../../enotas/simulate.ts";
import { facturamaSimulation } from "../../facturama/simulate.ts";
import { facturapiSimulation } from "../../facturapi/simulate.ts";
import { focusNfeSimulation } from "../../focus-nfe/simulate.ts";
import { nfeIoSimulation } from "../../nfe-io/simulate.ts";
import { nuvemFiscalSimulation } from "../../nuvem-fiscal/simulate.ts";
import { plugnotasSimulation } from "../../plugnotas/simulate.ts";
import { sefazSimulation } from "../../sefaz/simulate.ts";
import { type CallContext, Refusal, type SimulatedServer } from "../../simulation/provider-definition.ts";
import { simulate } from "../../testing/simulate.ts";
import { cancelDocument, closeManifest, correctDocument } from "./document-events.ts";
import type { FiscalDocument, FiscalKind, FiscalStatus } from "./fiscal-document.ts";
import { fiscalRules } from "./fiscal-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "./issue-document.ts";

const REASON = "Motivo com mais de quinze letras";

/** The engine alone: each tool does one thing to the document and returns its status. */
const engine: SimulatedServer = {
  id: "nuvem-fiscal",
  tools: {
    nuvem_fiscal_create_nfe: {
      description: "issue",
      input: { type: "object" },
      handle: (args, context) => {
        // the test sends only kinds
        const kind = args.kind as FiscalKind;
        const description = String(args.description);
        const items = [{ description, quantity: 1, unitPrice: 10 }];
        const receiver = { document: "11144477735" };
        const { id, status } = issueDocument({ kind, items, receiver }, context);
        return { id, status };
      },
    },
    nuvem_fiscal_cancel_nfe: act((document, context) => cancelDocument(document, REASON, context)),
    nuvem_fiscal_create_correction_letter: act((document, context) =>
      correctDocument(document, REASON, context),
    ),
    nuvem_fiscal_close_mdfe: act(closeManifest),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
};

function act(change: (document: FiscalDocument, context: CallContext) => FiscalDocument | Refusal) {
  return {
    description: "act",
    input: { type: "object" as const },
    risk: "fiscal" as const,
    handle(args: { id?: unknown }, context: CallContext) {
      const document = context.get<FiscalDocument>("invoice", String(args.id));
      if (document === undefined) return new Refusal("not_found", "no");
      const changed = change(document, context);
      return changed instanceof Refusal ? changed : { id: changed.id, status: changed.status };
    },
  };
}

type Step = "cancel" | "correct" | "close" | "minute" | "day" | "week";
const TOOLS = {
  cancel: "nuvem_fiscal_cancel_nfe",
  correct: "nuvem_fiscal_create_correction_letter",
  close: "nuvem_fiscal_close_mdfe",
} as const;
const WAITS = { minute: 60_000, day: 86_400_000, week: 7 * 86_400_000 } as const;

describe("the life of a fiscal document", () => {
  const steps = fc.array(fc.constantFrom<Step>("cancel", "correct", "close", "minute", "day", "week"), {
    maxLength: 30,
  });
  const kinds = fc.constantFrom<FiscalKind>("nfe", "nfce", "nfse", "cte", "mdfe");
  const descriptions = fc.constantFrom("Item", "sandbox:reject:301", "sandbox:processing");

  it("only ever moves along its lines, whatever is done to it in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(kinds, descriptions, steps, async (kind, description, path) => {
        const simulation = simulate(engine);
        const read = (id: string) =>
          // as the engine put it
          simulation.state.findById("invoice", id)?.document as unknown as FiscalDocument;
        const issued = await simulation.call("nuvem_fiscal_create_nfe", { kind, description });
        const id = issued.ok ? String(issued.data.id) : "";
        let before = read(id);
        for (const step of path) {
          const isEvent = step === "cancel" || step === "correct" || step === "close";
          const response = isEvent ? await simulation.call(TOOLS[step], { id }) : undefined;
          if (!isEvent) simulation.advance(WAITS[step]);
          const after = read(id);
          if (response?.ok === false) expect(after).toEqual(before);
          expectTransition(before, after);
          if (response?.ok) expectAllowed(step, before, simulation.now());
          before = after;
        }
        const told = simulation.webhooks.map((webhook) => webhook.type);
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1)).toBe(LAST_NOTICE[before.status]);
      }),
      { numRuns: 200 },
    );
  });

  it("reports its stages in order while it is issued", async () => {
    const simulation = simulate(engine);
    const stages: string[] = [];
    await simulation.provider.execute({
      operationId: "tc_1",
      tool: "nuvem_fiscal_create_nfe",
      arguments: { kind: "nfe", description: "Item" },
      account: "org_test",
      signal: new AbortController().signal,
      emit: (update) => stages.push(update.type === "progress" ? update.stage : update.type),
    });
    expect(stages).toEqual(["validating", "signing", "transmitting", "authorizing"]);
  });

  it("counts each model and series of each account by itself", async () => {
    const simulation = simulate(engine);
    const readNumber = async (kind: FiscalKind) => {
      const response = await simulation.call("nuvem_fiscal_create_nfe", { kind, description: "Item" });
      return simulation.state.findById("invoice", response.ok ? String(response.data.id) : "")?.document
        .number;
    };
    expect([await readNumber("nfe"), await readNumber("nfe"), await readNumber("cte")]).toEqual([1, 2, 1]);
  });
});

const LAST_NOTICE: Record<FiscalStatus, string | undefined> = {
  processing: undefined,
  authorized: "invoice.authorized",
  closed: "invoice.authorized",
  cancelled: "invoice.cancelled",
  rejected: "invoice.rejected",
};
const NEXT: Record<FiscalStatus, readonly FiscalStatus[]> = {
  processing: ["authorized"],
  authorized: ["cancelled", "closed"],
  rejected: [],
  cancelled: [],
  closed: [],
};

function expectTransition(before: FiscalDocument, after: FiscalDocument): void {
  if (after.status !== before.status) expect(NEXT[before.status]).toContain(after.status);
  for (const field of ["id", "accessKey", "number", "series", "amount", "issuedAt"] as const) {
    expect(after[field]).toBe(before[field]);
  }
  const isValid = after.status !== "rejected" && after.status !== "processing";
  expect(after.verdict?.protocol !== undefined).toBe(isValid);
  expect(after.corrections.map((letter) => letter.sequence)).toEqual(
    Array.from({ length: after.corrections.length }, (_, index) => index + 1),
  );
  expect(after.corrections.length).toBeLessThanOrEqual(20);
}

function expectAllowed(
  step: "cancel" | "correct" | "close" | string,
  before: FiscalDocument,
  now: number,
): void {
  expect(before.status).toBe("authorized");
  const { cancelWithinMs = Number.POSITIVE_INFINITY, correctable } = fiscalRules[before.kind];
  if (step === "cancel") expect(now - (before.verdict?.at ?? 0)).toBeLessThanOrEqual(cancelWithinMs);
  if (step === "correct") expect(correctable).toBe(true);
  if (step === "close") expect(before.kind).toBe("mdfe");
}

it.each([
  nuvemFiscalSimulation,
  focusNfeSimulation,
  nfeIoSimulation,
  enotasSimulation,
  plugnotasSimulation,
  sefazSimulation,
  facturapiSimulation,
  facturamaSimulation,
])("$id has every native tool of the catalogue and no other", ({ id, tools }) => {
  expect(Object.keys(tools).sort()).toEqual(nativeToolNames(id).sort());
  for (const tool of Object.values(tools)) {
    expect(tool.description.length).toBeGreaterThan(10);
    expect(tool.input.type).toBe("object");
  }
});

it.each(["__PROTO__", "11222333000182", "0"])(
  "rejects a document of %j, which issues nothing (SEFAZ 207)",
  async (CNPJ) => {
    const response = await simulate(nuvemFiscalSimulation).call("nuvem_fiscal_create_nfe", {
      ambiente: "homologacao",
      infNFe: {
        ide: {},
        emit: { CNPJ },
        det: [{ prod: { xProd: "Camiseta", qCom: 1, vUnCom: 10 } }],
        total: {},
        transp: {},
        pag: {},
      },
    });
    expect(response).toMatchObject({
      ok: true,
      data: { status: "rejeitado", autorizacao: { codigo_status: 207 } },
    });
  },
);
