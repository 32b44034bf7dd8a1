export const letterKinds = ["request", "appeal", "reasons", "delay"] as const;
/** Courrier : asking for a right; contesting a refusal; asking for its reasons; asking for an answer that does not come. */
export type LetterKind = (typeof letterKinds)[number];

/** Lettre : its blocks as they are typed and printed, each in lines. */
export interface Letter {
  /** Who writes: her name, her address, what she is known by. */
  readonly sender: string;
  /** To whom: the name of the body, and its address, which the counsellor types. */
  readonly addressee: string;
  readonly place: string;
  /** AAAA-MM-JJ. */
  readonly on: string;
  readonly subject: string;
  readonly text: string;
}
