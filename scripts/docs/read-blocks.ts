/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  /** Path of the file, from the repository's root. */
  file: string;
  /** Line of the opening fence, from 1. */
  line: number;
  language: string;
  /** The words behind the language, such as `no-run`. */
  marks: string[];
  code: string;
  /** What an HTML comment `<!-- given … -->` right before the block declares for it; the reader does not see it. */
  given: string;
}

/** The code blocks of a Markdown file, in their order. */
export function readBlocks(file: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: (CodeBlock & { fence: string; indent: number; lines: string[] }) | undefined;
  let given = "";
  let isInGiven = false;
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    if (open === undefined && (isInGiven || text === "<!-- given")) {
      if (isInGiven && text !== "-->") given += `${text}\n`;
      isInGiven = text !== "-->";
      continue;
    }
    const [, indent = "", fence = "", info = ""] = /^( *)(`{3,}|~{3,})\s*(.*)$/.exec(text) ?? [];
    if (open === undefined) {
      if (fence === "") {
        if (text.trim() !== "") given = "";
        continue;
      }
      const [language = "", ...marks] = info.split(/\s+/);
      open = {
        file,
        line: index + 1,
        language,
        marks,
        code: "",
        given,
        fence,
        indent: indent.length,
        lines: [],
      };
    } else if (fence.startsWith(open.fence) && info === "") {
      const { fence: _fence, indent: _indent, lines, ...block } = open;
      blocks.push({ ...block, code: `${lines.join("\n")}\n` });
      open = undefined;
      given = "";
    } else {
      const { indent: depth } = open;
      open.lines.push(text.slice(Math.min(depth, text.length - text.trimStart().length)));
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: the code block does not end.`);
  return blocks;
}
