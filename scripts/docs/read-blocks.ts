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
}

/** The code blocks of a Markdown file, in their order. */
export function readBlocks(file: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: (CodeBlock & { fence: string; indent: number; lines: string[] }) | undefined;
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const [, indent = "", fence = "", info = ""] = /^( *)(`{3,}|~{3,})\s*(.*)$/.exec(text) ?? [];
    if (open === undefined) {
      if (fence === "") continue;
      const [language = "", ...marks] = info.split(/\s+/);
      open = { file, line: index + 1, language, marks, code: "", fence, indent: indent.length, lines: [] };
    } else if (fence.startsWith(open.fence) && info === "") {
      const { fence: _fence, indent: _indent, lines, ...block } = open;
      blocks.push({ ...block, code: `${lines.join("\n")}\n` });
      open = undefined;
    } else {
      const { indent: depth } = open;
      open.lines.push(text.slice(Math.min(depth, text.length - text.trimStart().length)));
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: the code block does not end.`);
  return blocks;
}
