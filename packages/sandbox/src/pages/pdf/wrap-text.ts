/** How wide a text is, in the unit of `width`. */
export type MeasureText = (text: string) => number;

/** No area on paper holds more; measuring beyond it would cost seconds. */
const mostCharacters = 4000;

/** Breaks a text into at most `lines` lines that fit a width; what is left over ends in an ellipsis. */
export function wrapText(text: string, width: number, lines: number, measure: MeasureText): string[] {
  const wrapped: string[] = [];
  let rest = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  while (rest !== "" && wrapped.length < lines) {
    const isLast = wrapped.length === lines - 1;
    const fitting = longestFit(rest, width, measure);
    if (fitting === rest.length) {
      wrapped.push(rest);
      return wrapped;
    }
    if (isLast) {
      wrapped.push(ellipsize(rest, width, measure));
      return wrapped;
    }
    const space = rest.lastIndexOf(" ", fitting);
    // a word that is longer than the line is cut
    const end = space > 0 ? space : Math.max(1, fitting);
    wrapped.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return wrapped;
}

function ellipsize(text: string, width: number, measure: MeasureText): string {
  const fitting = longestFit(text, width, (part) => measure(`${part}…`));
  return `${text.slice(0, fitting).trimEnd()}…`;
}

/** How many characters of the text fit, by bisection: the width grows with the length. */
function longestFit(text: string, width: number, measure: MeasureText): number {
  if (measure(text) <= width) return text.length;
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(text.slice(0, middle)) <= width) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
