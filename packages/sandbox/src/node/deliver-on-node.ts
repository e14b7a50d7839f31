import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { isLoopback, isPrivateAddress, type OutgoingDelivery } from "@codespar/backend";

/**
 * Posts a webhook and answers its status; the answer's body is not read. A redirect is an answer like any other, so it
 * counts as failed. A name that stands for a private address is refused where the connection is made, so that it cannot
 * stand for another a moment later.
 */
export function deliverOnNode({ url, headers, body, signal }: OutgoingDelivery): Promise<{ status: number }> {
  const target = new URL(url);
  const post = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = post(
      target,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal,
        agent: false,
        ...(isLoopback(target.hostname) ? {} : { lookup: publicLookup }),
      },
      (response) => {
        response.destroy();
        resolve({ status: response.statusCode ?? 0 });
      },
    );
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    request.end(body);
  });
}

/** The system's resolver, without the addresses that are not the public internet's. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "", 0);
    const [first, ...others] = addresses.filter(({ address }) => !isPrivateAddress(address));
    if (first === undefined) return callback(refused(hostname), "", 0);
    // Node asks for all of them, or for one
    if (options.all === true) return callback(null, [first, ...others] satisfies LookupAddress[]);
    callback(null, first.address, first.family);
  });
};

function refused(hostname: string): Error {
  return new Error(`${hostname} stands for a private address, where no webhook is sent.`);
}
