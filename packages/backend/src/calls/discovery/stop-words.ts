/** Words that say nothing about a tool, in Portuguese, Spanish and English, as `splitWords` leaves them. */
export const stopWords: ReadonlySet<string> = new Set(
  `
  a ao aos as o os um uma uns umas de da das do dos em na nas no nos num numa e ou que se com sem por pelo pela para
  pra pro eu ele ela meu meus minha minhas seu seus sua suas este esta isso isto esse essa como quero queria preciso
  precisa gostaria posso pode poder tenho favor algum alguma vai ir ser foi quando via ate entre cada mais muito
  el la los las un una unos unas del al en y con sin mi mis tu tus su sus lo le les quiero quisiera necesito necesita
  puedo puede debo este esto ese eso hay por favor desde hasta cada muy
  the an of to in on at and or for from with without by i my your his her its our their it is are be do does can could
  would should want wants need needs please how what which we you us this that these those through using use when
  quanto quantos cuanto cuantos dados datos pesos voce voces vc usted ustedes
  ferramenta ferramentas herramienta herramientas tool tools
  `
    .trim()
    .split(/\s+/),
);
