import { Suspense, useEffect, useRef, useState } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { useApi } from "../api/use-api.ts";
import { useText } from "../i18n/use-text.ts";
import { ErrorBoundary } from "../parts/error-boundary.tsx";
import { LocaleSelect } from "../parts/locale-select.tsx";
import { type Screen, screens } from "../screens/screens.ts";
import {
  mostCounted,
  useApprovalNotifications,
  useWaitingApprovals,
} from "../waiting/use-waiting-approvals.ts";

/** The frame around the screens: the menu beside them, or above them where there is little room. */
export function Shell() {
  const { t } = useText();
  const { session, signOut } = useApi();
  const waiting = useWaitingApprovals().approvals.length;
  useApprovalNotifications();
  const [location] = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = screens.filter(({ sandboxOnly }) => sandboxOnly !== true || session.sandbox);
  const current = shown.find(({ path }) => isAt(path, location));
  const title = current === undefined ? t("notfound.title") : t(current.title);
  const place = current?.path;
  const lastPlace = useRef(place);

  useEffect(() => {
    document.title = `${waiting === 0 ? "" : `(${waiting}) `}${title} · CodeSpar`;
  }, [title, waiting]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever leads to another address closes the menu
  useEffect(() => setIsOpen(false), [location]);

  useEffect(() => {
    // whoever reads by ear hears the new screen; at the first one the focus stays where it is
    if (lastPlace.current !== place) main.current?.focus();
    lastPlace.current = place;
  }, [place]);

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t("skip")}
      </button>
      <header className="top">
        <button
          type="button"
          className="quiet menu-button"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t("menu")}
        </button>
        <span className="brand">CodeSpar</span>
        {session.sandbox ? (
          <span className="badge info">
            {t("sandbox")}
            <span className="only-wide">{t("sandbox.mark")}</span>
          </span>
        ) : (
          <span className={session.livemode ? "badge good" : "badge warn"}>
            {t(session.livemode ? "mode.live" : "mode.test")}
            <span className="only-wide">{t(session.livemode ? "mode.live.mark" : "mode.test.mark")}</span>
          </span>
        )}
      </header>
      <nav id="menu" className={isOpen ? "menu is-open" : "menu"} aria-label={t("menu")}>
        {groupsOf(shown).map(([group, members]) => (
          <div key={group}>
            <p className="menu-group">{t(group)}</p>
            <ul>
              {members.map(({ path, title: name }) => (
                <li key={path}>
                  <Link href={path} aria-current={path === place ? "page" : undefined}>
                    {t(name)}
                    {path === "/approvals" && waiting > 0 ? (
                      <span className="count">
                        {waiting === mostCounted ? `${waiting}+` : waiting}
                        <span className="hidden"> {t("attention.approvals")}</span>
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="menu-foot">
          <LocaleSelect />
          <button type="button" className="quiet" onClick={signOut}>
            {t("signout")}
          </button>
        </div>
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={place}>
          <Suspense fallback={<p className="muted loading">{t("loading")}</p>}>
            <Switch>
              {shown.map(({ path, component }) => (
                <Route key={path} path={path === "/" ? "/" : `${path}/:id?`} component={component} />
              ))}
              <Route>
                <h1>{t("notfound.title")}</h1>
                <p>{t("notfound.text")}</p>
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function isAt(path: string, location: string): boolean {
  return path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
}

function groupsOf(shown: readonly Screen[]): [Screen["group"], Screen[]][] {
  const groups = new Map<Screen["group"], Screen[]>();
  for (const screen of shown) groups.set(screen.group, [...(groups.get(screen.group) ?? []), screen]);
  return [...groups];
}
