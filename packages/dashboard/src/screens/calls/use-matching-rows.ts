import type { ToolCall } from "@codespar/contract";
import { useEffect, useRef, useState } from "react";
import { textMatcher } from "./call-filter.ts";
import { filterRows } from "./filter-rows.ts";

/** Those of the rows that hold a text; all of them without one. What was looked at before is not looked at again. */
export function useMatchingRows(rows: readonly ToolCall[], text: string | undefined): readonly ToolCall[] {
  const [found, setFound] = useState<readonly ToolCall[]>(rows);
  const seen = useRef<{ text: string; verdicts: WeakMap<ToolCall, boolean> }>(undefined);

  useEffect(() => {
    if (text === undefined) return;
    if (seen.current?.text !== text) seen.current = { text, verdicts: new WeakMap() };
    const { verdicts } = seen.current;
    const holdsText = textMatcher(text);
    let isFirst = true;
    return filterRows(rows, {
      matches(row) {
        const known = verdicts.get(row);
        if (known !== undefined) return known;
        const verdict = holdsText(row);
        verdicts.set(row, verdict);
        return verdict;
      },
      onFound(now, isDone) {
        // what fills the window, then all of it: the list is not laid out anew for each slice
        if (!isDone && !(isFirst && now.length >= 50)) return;
        isFirst = false;
        setFound(now);
      },
    });
  }, [rows, text]);

  return text === undefined ? rows : found;
}
