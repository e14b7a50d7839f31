import { useCallback, useState } from "react";
import { Router } from "wouter";

import { ApiProvider } from "./api-provider.tsx";
import { useHashLocation } from "./hash-location.ts";
import { Shell } from "./shell.tsx";
import { SignIn } from "./sign-in.tsx";
import { useSession } from "./use-session.ts";

/** Signs in, then shows the screens. */
export function App() {
  const { session, problem, signedIn, signedOut } = useSession();
  const [hasEnded, setHasEnded] = useState(false);
  const end = useCallback(() => {
    setHasEnded(true);
    signedOut();
  }, [signedOut]);

  if (session === "unknown") return null;
  if (session === undefined) return <SignIn problem={problem} hasEnded={hasEnded} onSignedIn={signedIn} />;
  return (
    <ApiProvider key={session.csrf} session={session} onSignedOut={end}>
      <Router hook={useHashLocation}>
        <Shell />
      </Router>
    </ApiProvider>
  );
}
