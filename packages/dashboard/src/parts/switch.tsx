import type { ReactNode } from "react";
import { useAction } from "./use-action.ts";

export interface SwitchProps {
  isOn: boolean;
  onChange(isOn: boolean): Promise<unknown>;
  children: ReactNode;
}

/** Something that is on or off, and is switched at once. */
export function Switch({ isOn, onChange, children }: SwitchProps) {
  const { run, isRunning, error } = useAction();
  return (
    <span className="action">
      <button
        type="button"
        role="switch"
        className="switch quiet"
        aria-checked={isOn}
        aria-busy={isRunning}
        onClick={() => void run(() => onChange(!isOn))}
      >
        <span className="switch-track" aria-hidden="true" />
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
