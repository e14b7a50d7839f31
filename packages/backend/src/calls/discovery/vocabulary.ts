import { editDistance } from "@codespar/formats";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { splitWords } from "./split-words.ts";
import { stopWords } from "./stop-words.ts";

/** One thing that a word can mean, 0 < weight <= 1. */
export interface Meaning {
  concept: string;
  weight: number;
}

/** A word or phrase of a text, with all that it can mean; nothing when it is unknown. */
export interface Term {
  text: string;
  meanings: readonly Meaning[];
}

interface Entry {
  text: string;
  isStem: boolean;
  letters: number;
  meanings: Meaning[];
}

const lesserWeight = 0.7;
const beginningWeight = 0.85;
const typoWeight = 0.8;
const longestPhrase = 4;

/** Knows words by their letters: exactly, by their stem, by how they begin, or nearly. */
export class Vocabulary {
  readonly #words = new Map<string, Entry>();
  readonly #stems = new Map<string, Entry>();
  readonly #entries: Entry[] = [];

  constructor(lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) {
      for (const [concept, terms] of Object.entries(lexicon)) {
        for (const term of terms.split(",")) this.add(term, concept);
      }
    }
  }

  /** Adds a term, written as in a `Lexicon`. */
  add(term: string, concept: string): void {
    const text = meaningfulWords(term).join(" ");
    const entries = term.trimEnd().endsWith("*") ? this.#stems : this.#words;
    const isStem = entries === this.#stems;
    let entry = entries.get(text);
    if (entry === undefined) {
      entry = { text, isStem, letters: getLetters(text), meanings: [] };
      entries.set(text, entry);
      this.#entries.push(entry);
    }
    const weight = term.trimStart().startsWith("~") ? lesserWeight : 1;
    if (!entry.meanings.some((meaning) => meaning.concept === concept)) {
      entry.meanings.push({ concept, weight });
    }
  }

  /** Whether the vocabulary has this very word, or its stem. */
  knows(word: string): boolean {
    return this.#exactly(word) !== undefined;
  }

  /** The text's terms, phrases before words. With `tolerant`, words that are cut short or misspelt are known too. */
  read(text: string, { tolerant = false }: { tolerant?: boolean } = {}): Term[] {
    const words = meaningfulWords(text);
    const terms: Term[] = [];
    for (let start = 0; start < words.length; ) {
      const term = this.#longestTerm(words, start, tolerant);
      terms.push(term);
      start += term.text.split(" ").length;
    }
    return terms;
  }

  #longestTerm(words: readonly string[], start: number, tolerant: boolean): Term {
    for (let length = Math.min(longestPhrase, words.length - start); length > 1; length--) {
      const text = words.slice(start, start + length).join(" ");
      const entry = this.#words.get(text);
      if (entry !== undefined) return { text, meanings: entry.meanings };
    }
    const word = words[start] ?? "";
    const meanings = this.#exactly(word) ?? (tolerant ? this.#nearly(word) : undefined);
    return { text: word, meanings: meanings ?? [] };
  }

  #exactly(word: string): Meaning[] | undefined {
    const exact = this.#words.get(word);
    const stem = this.#longestStem(word);
    if (exact === undefined) return stem?.meanings;
    // a word is an exception to a shorter stem: "cargo" is not "carg*" and nothing else
    return stem?.text === word ? mergeMeanings([exact, stem]) : exact.meanings;
  }

  #longestStem(word: string): Entry | undefined {
    for (let length = word.length; length > 1; length--) {
      const stem = this.#stems.get(word.slice(0, length));
      if (stem !== undefined) return stem;
    }
    return undefined;
  }

  #nearly(word: string): Meaning[] | undefined {
    if (word.length < 4) return undefined;
    const begun = this.#entries.filter(({ text }) => text.startsWith(word));
    if (begun.length > 0) return mergeMeanings(begun, beginningWeight);
    const near = this.#nearest(word);
    return near.length > 0 ? mergeMeanings(near, typoWeight) : undefined;
  }

  #nearest(word: string): Entry[] {
    const letters = getLetters(word);
    let least = Number.POSITIVE_INFINITY;
    let nearest: Entry[] = [];
    for (const entry of this.#entries) {
      const most = Math.min(least, typosAllowed(entry, word));
      if (!mayBeNear(entry, word, letters, most)) continue;
      const distance = editDistance(word, entry.text, most, { asStem: entry.isStem });
      if (distance > most) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(entry);
    }
    return nearest;
  }
}

function meaningfulWords(text: string): string[] {
  return splitWords(text).filter((word) => !stopWords.has(word));
}

/** What is short has too many neighbours, and a short stem even more. */
function typosAllowed({ text, isStem }: Entry, word: string): number {
  const length = Math.min(text.length, word.length);
  if (length < (isStem ? 5 : 4)) return 0;
  return length < 8 ? 1 : 2;
}

/** Cheap and never wrong: each edit changes at most two of the letters that a word has. */
function mayBeNear(
  { text, isStem, letters }: Entry,
  word: string,
  wordLetters: number,
  most: number,
): boolean {
  if (most === 0 || text.length > word.length + most) return false;
  if (isStem) return countBits(letters & ~wordLetters) <= most;
  return word.length <= text.length + most && countBits(letters ^ wordLetters) <= 2 * most;
}

function getLetters(text: string): number {
  let letters = 0;
  for (const letter of text) {
    const index = letter.charCodeAt(0) - 97;
    if (index >= 0 && index < 26) letters |= 1 << index;
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function mergeMeanings(entries: readonly Entry[], factor = 1): Meaning[] {
  const best = new Map<string, number>();
  for (const { meanings } of entries) {
    for (const { concept, weight } of meanings) {
      best.set(concept, Math.max(best.get(concept) ?? 0, weight * factor));
    }
  }
  return [...best].map(([concept, weight]) => ({ concept, weight }));
}
