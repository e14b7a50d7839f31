import {
  admittedLookup,
  isPrivateAddress,
  isThisMachine,
  type OutgoingDelivery,
  type ResolveName,
} from "@codespar/backend";

/**
 * Posts a webhook and returns its status; the response's body is not read. A redirect is a response like any other, so it
 * counts as failed. A name that stands for a private address is refused where the connection is made, so that it cannot
 * stand for another a moment later. This machine's own names are not looked at: whether they may be named is decided before.
 */
export function deliverOnNode(
  { url, headers, body, signal }: OutgoingDelivery,
  resolveName: ResolveName = process.getBuiltinModule("node:dns").lookup,
): Promise<{ status: number }> {
  const target = new URL(url);
  // asked for when they are needed, so that bundlers for browsers never see them
  const https = process.getBuiltinModule("node:https");
  const http = process.getBuiltinModule("node:http");
  const post = target.protocol === "https:" ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = post(
      target,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal,
        agent: false,
        lookup: admittedLookup(
          resolveName,
          (address) => isThisMachine(target.hostname) || !isPrivateAddress(address),
          refused,
        ),
      },
      (response) => {
        response.destroy();
        resolve({ status: response.statusCode ?? 0 });
      },
    );
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    // such as one that wants to speak another protocol from now on
    request.on("close", () => reject(new Error("The receiver closed the connection without a response.")));
    request.end(body);
  });
}

function refused(hostname: string): Error {
  return new Error(`${hostname} stands for a private address, where no webhook is sent.`);
}
