import type { Lexicon } from "./lexicon.ts";

export const messaging: Lexicon = {
  message:
    "messag*, mensag*, mensaj*, text, texto*, txt, msg, avis*, notif*, alert*, recado*, tell, warn, inform",
  whatsapp: "whatsapp*, whats, whatsap, wasap, guasap, zap, zapzap, wpp, wsp, wapp",
  sms: "sms, torpedo*",
  email: "email*, mail*, correo*, correo electronico, mails",
  template: "template*, plantill*, modelo*, hsm",
  image: "image*, imag*, foto*, photo*, picture*, media, midia, video*",
  document: "document*, arquiv*, archiv*, pdf, file*, anex*, adjunt*",
  location: "location*, localizac*, ubicac*, mapa",
  poll: "poll*, enquete*, encuest*, survey*",
  button: "button*, button list, boton*, botao, botoes",
  contact: "contact*, contat*",
  number: "number*, numero*, telefon*, phone*, celular*, movil",
  verification:
    "verification*, verificac*, otp, 2fa, codigo verificac*, codigo verificacao, codigo verificacion",
  thread: "thread*, conversa*, conversac*, chat*",
  instance: "instanc*",
  suppression: "suppress*, descadastr*, unsubscri*, opt out, bloquear, block",
  report: "report*, relatori*, informe*, reporte*, delivery report",
  channel: "channel*, canal, canais, canales",
};
