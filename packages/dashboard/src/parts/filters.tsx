import { type ReactNode, useId } from "react";
import { useText } from "../i18n/use-text.ts";

export interface SelectFilterProps {
  label: string;
  value: string;
  /** Value and name; an option without a name is its own. */
  options: readonly (readonly [value: string, name?: string])[];
  onChange(value: string): void;
  /** What stands for no choice; its value is empty. @default "Any" */
  any?: string | undefined;
}

/** Narrows a list down to one of a few. */
export function SelectFilter({ label, value, options, onChange, any }: SelectFilterProps) {
  const { t } = useText();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{any ?? t("any")}</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name ?? each}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface TextFilterProps {
  label: string;
  value: string;
  placeholder?: string | undefined;
  onChange(value: string): void;
  /** Offered while one types. */
  suggestions?: readonly string[] | undefined;
}

/** Narrows a list down by what one types. */
export function TextFilter({ label, value, placeholder, onChange, suggestions }: TextFilterProps) {
  const [id, list] = [useId(), useId()];
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={value}
        placeholder={placeholder}
        {...(suggestions === undefined ? {} : { list })}
        onChange={({ target }) => onChange(target.value)}
      />
      {suggestions === undefined ? null : (
        <datalist id={list}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </div>
  );
}

/** The filters of a list, in a row above it. */
export function Filters({ children }: { children: ReactNode }) {
  return <search className="filters">{children}</search>;
}
