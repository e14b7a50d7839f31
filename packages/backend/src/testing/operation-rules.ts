/**
 * The rules of docs/decisions/operation.md, each with the cases of the store's suite that hold every store to it. The rules by
 * their first words there; the transitions as `from > to`.
 */
export const operationRules: Readonly<Record<string, readonly string[]>> = {
  "(none) > queued (send), running (execute), dispatched (execute that is dispatched as it begins)": [
    "send starts queued and charged, due at once",
    "a new key starts a running operation under its first lease",
    "a call may begin dispatched, where the store says so",
  ],
  "queued > running": ["queued operations are taken once and run"],
  "running > dispatched": ["dispatching records the attempt and extends the lease"],
  "running > refused": [
    "rule: what does not fit never leaves, is never noted as if it did, and costs nothing",
  ],
  "running > failed, key free again": [
    "failed frees the key, and the row stays",
    "failure gives everything back",
  ],
  "running > running under a new lease: tried again, ten times; then failed": [
    "a lease that still runs is not taken, one that ran out is",
    "rule: work that goes wrong each time is given up after ten leases, if no provider was asked",
  ],
  "dispatched > succeeded, refused, failed, unknown": [
    "settling writes state, response, attempt, events and documents together",
    "the same key and fingerprint join the operation in every state that keeps the key",
  ],
  "dispatched > running, next provider": [
    "a refusal before processing makes it running again, with the attempt ended",
  ],
  "dispatched > the provider is asked by find, then settled": [
    "a lease that still runs is not taken, one that ran out is",
    "rule: after a restart what was queued is made, and what was dispatched is found out",
  ],
  "dispatched > queued, a new attempt under a new id": [
    "a sent call that surely did not happen waits in the queue again (attack 6)",
  ],
  "unknown > dispatched, then as above": [
    "of many who ask for an unknown operation one gets it",
    "an unknown operation is due when it is to be asked about again",
  ],
  "unknown > succeeded or failed": [
    "rule: a person ends the doubt, of an unknown call alone, and what they said is kept",
  ],
  "A key joins": [
    "the same key and fingerprint join the operation in every state that keeps the key",
    "another fingerprint under the key is a conflict, and takes nothing",
    "a hundred begins with one key make one operation",
    "rule: who joins a running call waits for its end, and nobody is asked a second time",
    "rule: a repetition of an unknown call asks the provider what became of it, and pays nothing",
  ],
  "A lease fences": [
    "who lost the lease can neither dispatch, extend, go back nor settle",
    "once settled, the lease that settled it is worth nothing",
  ],
  "The first final state wins": ["the first final state wins, and only its events are written"],
  "Settling is one transaction": [
    "settling writes state, response, attempt, events and documents together",
    "an end and an event bring their jobs, an event that is there already brings none",
  ],
  "`failed` frees the key": [
    "failed frees the key, and the row stays",
    "a key still stands after 23 hours and is free after 25",
    "a key stands for a day from the final state, however long that took (attack 1)",
    "an unknown operation keeps its key for as long as it is unknown",
  ],
  "`send` is a promise": [
    "a sent call that surely did not happen waits in the queue again (attack 6)",
    "rule: a sent call that surely did not happen is tried again under an id of its own, ten times more",
  ],
  "`find` is a fence too": [
    "rule: what the provider promises never to do is a failure, and the key is free for another",
  ],
  "The account is part of the question": [
    "how a provider was asked is kept until the end is known (attack 7)",
    "rule: the account is part of the question: with other credentials nobody is asked",
  ],
  "The request is part of the question": [
    "how a provider was asked is kept until the end is known (attack 7)",
    "rule: the request is part of the question, encrypted until the end is known",
  ],
  "A person may end the doubt": [
    "rule: a person ends the doubt, of an unknown call alone, and what they said is kept",
  ],
  "An end that could not be written is no failure": [
    "rule: an end that could not be written is no failure: nobody knows, and it is found out",
    "rule: a beginning of which nothing was heard is no failure either",
  ],
  "What does not fit never leaves": [
    "rule: what does not fit never leaves, is never noted as if it did, and costs nothing",
  ],
  "A mistake of our own is no lost response": [
    "rule: a mistake of our own is no lost response, and opens no circuit",
  ],
  "The effect is found, the rest is repeated": [
    "rule: the effect is found and not repeated, reads are made again",
  ],
  "`unknown` is charged": [
    "unknown keeps its reservation and its charge until it is settled",
    "unknown that turns out well is charged once",
  ],
  "After a restart there is nothing special to do": [
    "rule: after a restart what was queued is made, and what was dispatched is found out",
  ],
};
