import { useText } from "../i18n/use-text.ts";

/** What went wrong, with a way to try again. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useText();
  return (
    <div role="alert" className="problem">
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {onRetry === undefined ? null : (
        <button type="button" onClick={onRetry}>
          {t("retry")}
        </button>
      )}
    </div>
  );
}
