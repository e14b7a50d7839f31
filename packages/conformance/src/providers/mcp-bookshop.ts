import { Server } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";

/** A small MCP server of somebody else's: one tool reads, one sells, one never responds. */
export function createBookshop(): Server {
  const server = new Server({ name: "bookshop", version: "1" }, { capabilities: { tools: {} } });
  const isbn = { type: "object" as const, properties: { isbn: { type: "string" } }, required: ["isbn"] };
  server.setRequestHandler("tools/list", async () => ({
    tools: [
      {
        name: "find_book",
        description: "Finds a book by its ISBN.",
        inputSchema: isbn,
        annotations: { readOnlyHint: true },
      },
      { name: "buy_book", description: "Buys a book.", inputSchema: isbn },
      { name: "order_book", description: "Orders a book, and never responds.", inputSchema: isbn },
    ],
  }));
  server.setRequestHandler("tools/call", async ({ params }) => {
    const wanted = String(params.arguments?.isbn);
    if (params.name === "order_book") return new Promise(() => {});
    if (wanted === "0") return { content: [{ type: "text", text: "There is no such book." }], isError: true };
    const book = { isbn: wanted, title: "Dom Casmurro", bought: params.name === "buy_book" };
    return { content: [{ type: "text", text: JSON.stringify(book) }], structuredContent: book };
  });
  return server;
}

if (process.argv[1] === import.meta.filename) serveStdio(createBookshop);
