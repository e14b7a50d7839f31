import type { ReactNode } from "react";
import { useAction } from "./use-action.ts";

export interface ActionButtonProps {
  children: ReactNode;
  onRun(): Promise<unknown>;
  kind?: "primary" | "danger" | undefined;
}

/** A button that does something at the server, and says beside itself what went wrong. */
export function ActionButton({ children, onRun, kind }: ActionButtonProps) {
  const { run, isRunning, error } = useAction();
  return (
    <span className="action">
      <button
        type="button"
        className={kind}
        aria-disabled={isRunning}
        aria-busy={isRunning}
        onClick={() => void run(onRun)}
      >
        {children}
      </button>
      {error === undefined ? null : (
        <span role="alert" className="action-error">
          {error.message}
        </span>
      )}
    </span>
  );
}
