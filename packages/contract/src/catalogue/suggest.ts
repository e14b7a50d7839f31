import { editDistance } from "@codespar/formats";

/** The candidates that are nearest to what was typed, best first; none when nothing is near, one when only case or separators differ. */
export function suggest(input: string, candidates: Iterable<string>, limit = 3): string[] {
  // Longer than any name here: measuring it would only cost time.
  if (input.length > 64) return [];
  const wanted = normalise(input);
  if (wanted === "") return [];
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = score(wanted, normalise(candidate));
    if (distance <= tolerance(wanted)) scored.push({ candidate, distance });
  }
  const exact = scored.filter(({ distance }) => distance === 0);
  return (exact.length > 0 ? exact : scored)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Separators and case are what people get wrong most, so they do not count. */
function normalise(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

function tolerance(wanted: string): number {
  return Math.max(1, Math.floor(wanted.length / 3));
}

function score(wanted: string, candidate: string): number {
  // A name that was cut short, such as "nuvem" for "nuvem-fiscal", is nearer than its letters say.
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return candidate === wanted ? 0 : 0.5;
  return editDistance(wanted, candidate, tolerance(wanted));
}
