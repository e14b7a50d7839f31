/** A result with the response that brought it. */
export interface WithResponse<Data> {
  data: Data;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Quote it when you ask for help. */
  request_id: string | undefined;
}

/** A promise of the result; `.withResponse()` also gives status, headers and request id. */
export interface ApiPromise<Data> extends Promise<Data> {
  withResponse(): Promise<WithResponse<Data>>;
}

/** Makes a native promise (they are awaited fastest) that can also give the response. */
export function apiPromise<Data>(outcome: Promise<WithResponse<Data>>): ApiPromise<Data> {
  const promise = outcome.then(dataOf);
  return Object.assign(promise, {
    withResponse() {
      // This one handles the failure here, so the other is not an unhandled rejection.
      promise.catch(() => {});
      return outcome;
    },
  });
}

function dataOf<Data>({ data }: WithResponse<Data>): Data {
  return data;
}
