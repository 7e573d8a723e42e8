/**
 * Whether a retrained classifier is put to use, and why. It may not be worse than the built-in one on the corpus, which nobody
 * outside can change, nor worse than the one in use on tickets that people decided and no training saw. The second only counts
 * where people confirmed some of them: on nothing but corrections the classifier in use is wrong by construction.
 */
export type GateScores = {
  /** Shares from 0 to 1; null where no decided ticket was held out. */
  candidate: { heldOut: number | null; dev: number };
  inUse: { heldOut: number | null; dev: number };
  builtIn: { dev: number };
  heldOut: {
    /** Held-out tickets on which people agreed with triage. */
    confirmed: number;
    /** Decided fields that only the candidate has right, and that only the classifier in use has right. */
    gained: number;
    lost: number;
  };
};

export type Verdict = { adopted: boolean; reason: string };

/** Ordinary tickets may lose this much to what a team teaches about its own. */
const DEV_TOLERANCE = 0.01;

export function verdictOn({ candidate, builtIn, heldOut }: GateScores): Verdict {
  const onCorpus = `On the corpus it is right in ${percent(candidate.dev)}, the built-in classifier in ${percent(builtIn.dev)}.`;
  if (candidate.dev < builtIn.dev - DEV_TOLERANCE) return { adopted: false, reason: onCorpus };
  if (heldOut.confirmed === 0)
    return { adopted: true, reason: `${onCorpus} No confirmed ticket was held out to compare it on.` };
  const { gained, lost } = heldOut;
  const onHeldOut = `On held-out decisions it gains ${gained} and loses ${lost}.`;
  // One standard error of the difference: less is chance.
  return { adopted: lost - gained <= Math.sqrt(gained + lost), reason: `${onHeldOut} ${onCorpus}` };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
