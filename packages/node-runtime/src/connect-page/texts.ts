import { readLanguage } from "../link-pages/read-language.ts";

/** What the page says, in one language. */
export interface Texts {
  language: string;
  title(provider: string): string;
  opening: string;
  needsScript: string;
  lead(provider: string): string;
  leadConsent(provider: string): string;
  live: string;
  test: string;
  optional: string;
  submit: string;
  consent(provider: string): string;
  or: string;
  kept: string;
  refused: string;
  refusedBy(provider: string): string;
  unreachable(provider: string): string;
  missing(field: string): string;
  denied(provider: string): string;
  doneTitle(provider: string): string;
  done: string;
  goneTitle: string;
  gone: string;
}

const en: Texts = {
  language: "en",
  title: (provider) => `Connect ${provider}`,
  opening: "Opening your link…",
  needsScript:
    "This page needs JavaScript, so that your link stays out of every log. Switch it on and reload.",
  lead: (provider) =>
    `Enter the credentials of your ${provider} account. They are checked with ${provider}, encrypted, and never shown again.`,
  leadConsent: (provider) => `You sign in at ${provider} and decide there what may be done for you.`,
  live: "Live account: real money",
  test: "Test account: no real money",
  optional: "optional",
  submit: "Check and connect",
  consent: (provider) => `Continue at ${provider}`,
  or: "Or enter credentials yourself",
  kept: "The sender of this link does not see what you enter.",
  refused: "These credentials do not work:",
  refusedBy: (provider) =>
    `${provider} does not accept these credentials. Check that they are complete and of this account.`,
  unreachable: (provider) => `${provider} could not be reached, so nothing was saved. Try again in a moment.`,
  missing: (field) => `${field} is missing.`,
  denied: (provider) => `${provider} did not give its consent, so nothing was connected. You can try again.`,
  doneTitle: (provider) => `${provider} is connected`,
  done: "You can close this page.",
  goneTitle: "This link does not work any more",
  gone: "A link opens once and within 30 minutes. Ask for a new one where you got it.",
};

const pt: Texts = {
  language: "pt-BR",
  title: (provider) => `Conectar ${provider}`,
  opening: "Abrindo o seu link…",
  needsScript:
    "Esta página precisa de JavaScript para que o seu link não apareça em nenhum registro. Ative-o e recarregue.",
  lead: (provider) =>
    `Informe as credenciais da sua conta ${provider}. Elas são verificadas no ${provider}, criptografadas e nunca mais exibidas.`,
  leadConsent: (provider) => `Você entra no ${provider} e decide lá o que pode ser feito em seu nome.`,
  live: "Conta de produção: dinheiro real",
  test: "Conta de teste: sem dinheiro real",
  optional: "opcional",
  submit: "Verificar e conectar",
  consent: (provider) => `Continuar no ${provider}`,
  or: "Ou informe as credenciais",
  kept: "Quem enviou este link não vê o que você digita.",
  refused: "Estas credenciais não funcionam:",
  refusedBy: (provider) =>
    `${provider} não aceita estas credenciais. Confira se estão completas e são desta conta.`,
  unreachable: (provider) =>
    `Não foi possível falar com ${provider}, e nada foi salvo. Tente de novo em instantes.`,
  missing: (field) => `Falta ${field}.`,
  denied: (provider) =>
    `${provider} não deu o consentimento, e nada foi conectado. Você pode tentar de novo.`,
  doneTitle: (provider) => `${provider} está conectado`,
  done: "Você já pode fechar esta página.",
  goneTitle: "Este link não funciona mais",
  gone: "Um link abre uma única vez, em até 30 minutos. Peça outro a quem o enviou.",
};

const es: Texts = {
  language: "es",
  title: (provider) => `Conectar ${provider}`,
  opening: "Abriendo su enlace…",
  needsScript:
    "Esta página necesita JavaScript para que su enlace no quede en ningún registro. Actívelo y recargue.",
  lead: (provider) =>
    `Ingrese las credenciales de su cuenta de ${provider}. Se verifican con ${provider}, se cifran y nunca vuelven a mostrarse.`,
  leadConsent: (provider) =>
    `Usted inicia sesión en ${provider} y decide allí qué se puede hacer en su nombre.`,
  live: "Cuenta productiva: dinero real",
  test: "Cuenta de prueba: sin dinero real",
  optional: "opcional",
  submit: "Verificar y conectar",
  consent: (provider) => `Continuar en ${provider}`,
  or: "O ingrese las credenciales",
  kept: "Quien le envió este enlace no ve lo que usted escribe.",
  refused: "Estas credenciales no funcionan:",
  refusedBy: (provider) =>
    `${provider} no acepta estas credenciales. Revise que estén completas y sean de esta cuenta.`,
  unreachable: (provider) =>
    `No se pudo contactar a ${provider}, y no se guardó nada. Inténtelo de nuevo en un momento.`,
  missing: (field) => `Falta ${field}.`,
  denied: (provider) =>
    `${provider} no dio su consentimiento, y no se conectó nada. Puede intentarlo de nuevo.`,
  doneTitle: (provider) => `${provider} está conectado`,
  done: "Ya puede cerrar esta página.",
  goneTitle: "Este enlace ya no funciona",
  gone: "Un enlace se abre una sola vez y dentro de 30 minutos. Pida otro a quien se lo envió.",
};

/** The texts of the language that a browser asks for first, among those that there are; English otherwise. */
export function textsFor(acceptLanguage: string | null): Texts {
  return { en, pt, es }[readLanguage(acceptLanguage)];
}
