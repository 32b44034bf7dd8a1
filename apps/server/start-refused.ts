/** The start cannot go on for a reason that the administrator can put right: she reads one sentence, and nothing else. */
export class StartRefused extends Error {}
