import { type ReactNode, useId } from "react";

export interface FormFieldProps {
  label: string;
  hint?: string | undefined;
  children(ids: { id: string; "aria-describedby": string | undefined }): ReactNode;
}

/** A field with its label above and its hint below, tied together for whoever hears them. */
export function FormField({ label, hint, children }: FormFieldProps) {
  const [id, hintId] = [useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": hint === undefined ? undefined : hintId })}
      {hint === undefined ? null : (
        <p id={hintId} className="muted">
          {hint}
        </p>
      )}
    </div>
  );
}
