import type { DfeModel } from "@codespar/formats";
import type { FiscalKind } from "./fiscal-document.ts";

const HOUR_MS = 3_600_000;

export interface FiscalRules {
  /** As messages print it. */
  title: string;
  /** Absent for NFS-e, which has a key of its own. */
  model?: DfeModel | undefined;
  authorized: { code: string; message: string };
  /** Milliseconds after authorisation in which it may be cancelled; absent: no limit. */
  cancelWithinMs?: number | undefined;
  cancelTooLate: { code: string; message: string };
  cancelAgain: { code: string; message: string };
  /** Whether a correction letter (CC-e) exists. */
  correctable: boolean;
}

const TOO_LATE = "Rejeicao: Prazo de cancelamento superior ao previsto na Legislacao";

/**
 * What differs between the models. Windows: NF-e 24 h and NFC-e 30 min (Ajuste SINIEF 07/05 and 19/16), CT-e 7 days
 * (Ajuste SINIEF 09/07), MDF-e 24 h (Ajuste SINIEF 21/10). Codes: MOC NF-e 7.0 rule 2P12-14, MOC CT-e, MOC MDF-e, ABRASF.
 */
export const fiscalRules: Readonly<Record<FiscalKind, FiscalRules>> = {
  nfe: {
    title: "NF-e",
    model: "55",
    authorized: { code: "100", message: "Autorizado o uso da NF-e" },
    cancelWithinMs: 24 * HOUR_MS,
    cancelTooLate: { code: "501", message: TOO_LATE },
    cancelAgain: { code: "420", message: "Rejeicao: Cancelamento para NF-e ja cancelada" },
    correctable: true,
  },
  nfce: {
    title: "NFC-e",
    model: "65",
    authorized: { code: "100", message: "Autorizado o uso da NF-e" },
    cancelWithinMs: HOUR_MS / 2,
    cancelTooLate: { code: "501", message: TOO_LATE },
    cancelAgain: { code: "420", message: "Rejeicao: Cancelamento para NF-e ja cancelada" },
    correctable: false,
  },
  cte: {
    title: "CT-e",
    model: "57",
    authorized: { code: "100", message: "Autorizado o uso do CT-e" },
    cancelWithinMs: 168 * HOUR_MS,
    cancelTooLate: { code: "220", message: TOO_LATE },
    cancelAgain: { code: "218", message: "Rejeicao: CT-e ja esta cancelado na base de dados da SEFAZ" },
    correctable: true,
  },
  mdfe: {
    title: "MDF-e",
    model: "58",
    authorized: { code: "100", message: "Autorizado o uso do MDF-e" },
    cancelWithinMs: 24 * HOUR_MS,
    cancelTooLate: { code: "220", message: TOO_LATE },
    cancelAgain: { code: "218", message: "Rejeicao: MDF-e ja esta cancelado na base de dados da SEFAZ" },
    correctable: false,
  },
  nfse: {
    title: "NFS-e",
    authorized: { code: "100", message: "NFS-e gerada" },
    // municipalities differ; the sandbox sets no limit
    cancelTooLate: { code: "E78", message: "NFS-e fora do prazo de cancelamento" },
    cancelAgain: { code: "E79", message: "Essa NFS-e ja esta cancelada" },
    correctable: false,
  },
};
