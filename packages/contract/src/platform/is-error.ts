/**
 * Whether this is an error, of whichever realm: under Jest and in frames, those of Node and of the page are of another realm than
 * the program's `Error`, so that `instanceof` does not hold.
 */
export function isError(value: unknown): value is Error {
  return (
    typeof value === "object" && value !== null && "message" in value && typeof value.message === "string"
  );
}
