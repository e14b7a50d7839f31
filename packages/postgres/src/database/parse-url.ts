/** A database as messages name it: without user and password. */
export function parseUrl(text: string): { url: URL; name: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "postgres:" && url.protocol !== "postgresql:")) {
    // the text itself may hold a password, so it is not repeated
    throw new Error(
      "DATABASE_URL is not the address of a PostgreSQL database. It looks like postgres://user:password@host:5432/database.",
    );
  }
  return { url, name: `${url.host === "" ? "localhost" : url.host}${url.pathname}` };
}
