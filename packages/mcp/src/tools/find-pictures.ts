import type { Json } from "@codespar/sdk/agent";

/** A picture or sound as a block of a result. */
export interface Media {
  type: "image" | "audio";
  /** In base64. */
  data: string;
  mimeType: string;
}

const dataUrl = /^data:((image|audio)\/[\w.+-]+);base64,([A-Za-z0-9+/]+={0,2})$/;

/** More in one result would be a gallery. */
const mostPictures = 4;

/** The pictures that a result has as data URLs, in order and each once. */
export function findPictures(data: Json): Media[] {
  const urls = [...new Set(getTexts(data))];
  return urls.flatMap(toMedia).slice(0, mostPictures);
}

function* getTexts(value: Json): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) yield* getTexts(item);
}

function toMedia(url: string): Media[] {
  const [, mimeType, type, data] = dataUrl.exec(url) ?? [];
  if (mimeType === undefined || data === undefined) return [];
  return [{ type: type === "audio" ? "audio" : "image", data, mimeType }];
}
