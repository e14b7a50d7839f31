import type { ReactNode } from "react";

/** A list that takes the height of the window, and what is opened beside it; in its place where there is little room. */
export function Split({ list, detail }: { list: ReactNode; detail: ReactNode | undefined }) {
  return (
    <div className={detail === undefined ? "screen split" : "screen split is-open"}>
      <div className="split-list">{list}</div>
      {detail}
    </div>
  );
}
