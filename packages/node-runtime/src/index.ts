export { keepTestKey } from "./keys/load-or-create-test-key.ts";
export { answerBrokenRequests } from "./listener/client-errors.ts";
export { httpProblem } from "./listener/error-body.ts";
export { gracefulClose } from "./listener/graceful-close.ts";
export { isLoopbackAddress, isLoopbackHost } from "./listener/is-loopback.ts";
