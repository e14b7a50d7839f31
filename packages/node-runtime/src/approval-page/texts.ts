import type { Language } from "../link-pages/read-language.ts";

/** What the page says, in one language. */
export interface ApprovalTexts {
  language: string;
  title: string;
  opening: string;
  needsScript: string;
  live: string;
  test: string;
  will: string;
  risk: string;
  risks: Readonly<Record<string, string>>;
  tenant: string;
  user: string;
  arguments: string;
  by: string;
  decidedBy: string;
  reason: string;
  optional: string;
  approve: string;
  deny: string;
  missing: string;
  left(minutes: number): string;
  states: Readonly<Record<"approved" | "denied" | "expired" | "used", string>>;
  goneTitle: string;
  gone: string;
}

const en: ApprovalTexts = {
  language: "en",
  title: "A call waits for you",
  opening: "Opening your link…",
  needsScript:
    "This page needs JavaScript, so that your link stays out of every log. Switch it on and reload.",
  live: "Live: real money",
  test: "Test: no real money",
  will: "Once approved, this is called:",
  risk: "Risk",
  risks: {
    read: "reads",
    quote: "asks for prices",
    send: "sends a message",
    moves_money: "moves money",
    fiscal: "issues a fiscal document",
  },
  tenant: "Tenant",
  user: "User",
  arguments: "Arguments",
  by: "Your name or e-mail",
  decidedBy: "Decided by",
  reason: "Reason",
  optional: "optional",
  approve: "Approve",
  deny: "Deny",
  missing: "Say who decides, in up to 200 characters.",
  left: (minutes) => `It can be decided for another ${minutes} min. Whoever has this link can decide.`,
  states: {
    approved: "Approved. The call goes through when it is repeated.",
    denied: "Denied. The call is not made.",
    expired: "The time to decide is over. The call was not made.",
    used: "Approved, and the call was made.",
  },
  goneTitle: "This link does not work any more",
  gone: "Another link was made since, or the call is forgotten. Ask for a new one where you got it.",
};

const pt: ApprovalTexts = {
  language: "pt-BR",
  title: "Uma chamada espera por você",
  opening: "Abrindo o seu link…",
  needsScript:
    "Esta página precisa de JavaScript para que o seu link não apareça em nenhum registro. Ative-o e recarregue.",
  live: "Produção: dinheiro real",
  test: "Teste: sem dinheiro real",
  will: "Depois de aprovada, esta é a chamada:",
  risk: "Risco",
  risks: {
    read: "consulta",
    quote: "pede preços",
    send: "envia uma mensagem",
    moves_money: "move dinheiro",
    fiscal: "emite um documento fiscal",
  },
  tenant: "Cliente final",
  user: "Usuário",
  arguments: "Argumentos",
  by: "Seu nome ou e-mail",
  decidedBy: "Decidido por",
  reason: "Motivo",
  optional: "opcional",
  approve: "Aprovar",
  deny: "Negar",
  missing: "Diga quem decide, em até 200 caracteres.",
  left: (minutes) => `Pode ser decidida por mais ${minutes} min. Quem tiver este link pode decidir.`,
  states: {
    approved: "Aprovada. A chamada é feita quando for repetida.",
    denied: "Negada. A chamada não é feita.",
    expired: "O prazo para decidir acabou. A chamada não foi feita.",
    used: "Aprovada, e a chamada foi feita.",
  },
  goneTitle: "Este link não funciona mais",
  gone: "Outro link foi criado depois, ou a chamada já foi esquecida. Peça um novo a quem o enviou.",
};

const es: ApprovalTexts = {
  language: "es",
  title: "Una llamada espera por usted",
  opening: "Abriendo su enlace…",
  needsScript:
    "Esta página necesita JavaScript para que su enlace no quede en ningún registro. Actívelo y recargue.",
  live: "Producción: dinero real",
  test: "Prueba: sin dinero real",
  will: "Una vez aprobada, esta es la llamada:",
  risk: "Riesgo",
  risks: {
    read: "consulta",
    quote: "pide precios",
    send: "envía un mensaje",
    moves_money: "mueve dinero",
    fiscal: "emite un documento fiscal",
  },
  tenant: "Cliente final",
  user: "Usuario",
  arguments: "Argumentos",
  by: "Su nombre o correo",
  decidedBy: "Decidido por",
  reason: "Motivo",
  optional: "opcional",
  approve: "Aprobar",
  deny: "Rechazar",
  missing: "Diga quién decide, en hasta 200 caracteres.",
  left: (minutes) => `Se puede decidir durante ${minutes} min más. Quien tenga este enlace puede decidir.`,
  states: {
    approved: "Aprobada. La llamada se hace cuando se repita.",
    denied: "Rechazada. La llamada no se hace.",
    expired: "El plazo para decidir terminó. La llamada no se hizo.",
    used: "Aprobada, y la llamada se hizo.",
  },
  goneTitle: "Este enlace ya no funciona",
  gone: "Se creó otro enlace después, o la llamada ya se olvidó. Pida uno nuevo a quien se lo envió.",
};

export function textsFor(language: Language): ApprovalTexts {
  return { en, pt, es }[language];
}
