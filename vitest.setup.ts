import fc from "fast-check";

// The same cases in every run: a red run is about the change, not about luck. `PROPERTY_SEED=$RANDOM pnpm test` looks for new ones.
// biome-ignore lint/suspicious/noUndeclaredEnvVars: turbo builds; it runs no tests
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261121) });
