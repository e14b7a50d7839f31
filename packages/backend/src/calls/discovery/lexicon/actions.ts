import type { Lexicon } from "./lexicon.ts";

export const actions: Lexicon = {
  create:
    "creat*, criar, cria, crie, criando, crear, crea, cree, creando, new, novo, nova, nuevo, nueva, ger*, gener*, emit*, emis*, issu*, registr*, regist*, cadastr*, add, adicion*, agreg*, abrir, faz*, hacer, make, agend*, schedul*, programar, emitir, guardar, salvar, save",
  get: "get, read*, ver, veja, see, view, show, mostr*, muestr*, consult*, obter, obten*, fetch, retriev*, detalh*, detall*, detail*, saber, confer*, revis*, ler, leer, baix*, descarg*, download*, segunda, ~check, ~buscar, ~busca",
  list: "list*, todos, todas, all, histori*, history, quais, cuales",
  search: "search*, procur*, find, encontr*, pesquis*, busc*",
  cancel: "cancel*, anul*, void*, ~delet*, ~remov*, ~exclu*, ~elimin*, ~revo*",
  delete: "delet*, remov*, exclu*, elimin*, apag*, borr*",
  revoke: "revog*, revoc*, revok*",
  update: "updat*, atualiz*, actualiz*, alter*, edit*, modific*, mudar, change, cambiar",
  capture: "captur*",
  confirm: "confirm*, commit*, finaliz*, conclu*",
  close: "close*, closing, encerr*, cerrar, cierre, fech*",
  authorize: "autoriz*, authoriz*",
  validate: "validat*, valid*, ~verific*, ~check",
  check: "check, checar, conferir, verific*, comprob*",
  send: "send*, enviar, envia, envie, enviando, ~envio, mand*, dispar*",
  print: "print*, imprim*, impres*",
  status: "status, estado, situac*, situation",
};
