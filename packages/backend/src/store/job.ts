/** A piece of work that falls due: a provider's webhook to take in, an event to deliver. */
export interface Job {
  id: string;
  kind: string;
  dueAt: number;
  attempts: number;
  payload: string;
  /** Whom it is for, such as the endpoint of a delivery, where `takeJobs` is to be fair between several. */
  group?: string | undefined;
}
