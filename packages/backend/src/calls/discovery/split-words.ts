const marks = /\p{M}/gu;

/** Lower-case words without accents: "Cobrança via NF-e" is cobranca, via, nf, e. */
export function splitWords(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(marks, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
