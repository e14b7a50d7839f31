/** A block with the mark `file=path` shows that file as it is. Returns the Markdown with each such block as the file is now. */
export function showFiles(markdown: string, read: (path: string) => string): string {
  return markdown.replaceAll(
    /^(```\w+ file=(\S+)\n)[\s\S]*?^```$/gm,
    (_block, opening: string, path: string) => `${opening}${read(path)}\`\`\``,
  );
}
