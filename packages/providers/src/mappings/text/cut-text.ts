const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The beginning of a text that a provider takes: at most `length` UTF-16 units, so that it fits however the provider
 * counts, and never half a character. A first character that is longer than that is cut between its code points.
 */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : cutCodePoints(text, length);
}

function cutCodePoints(text: string, length: number): string {
  let end = 0;
  for (const point of text) {
    if (end + point.length > length) break;
    end += point.length;
  }
  return text.slice(0, end);
}
