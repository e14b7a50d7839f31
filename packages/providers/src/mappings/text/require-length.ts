import { ProviderRefusal } from "@codespar/backend/ports";

/** What a provider takes of a field, in characters (code points). */
export interface LengthLimit {
  /** Name as messages print it. */
  provider: string;
  /** Field of the meta-tool. */
  field: string;
  length: number;
}

/** Returns the text; throws ProviderRefusal when it is too long to be sent whole and means something else when cut. */
export function requireLength(text: string, { provider, field, length }: LengthLimit): string {
  const size = [...text].length;
  if (size <= length) return text;
  throw new ProviderRefusal({
    code: "invalid_request",
    message: `${provider} takes at most ${length} characters of ${field}, not ${size}. Shorten ${field}.`,
  });
}
