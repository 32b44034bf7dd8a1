import type { Id } from "#ground";

export const contactChannels = ["call", "form", "chat", "mail", "letter", "visit"] as const;
export type ContactChannel = (typeof contactChannels)[number];
export type ContactDirection = "in" | "out";

/** Échange : one time that someone was listened to, written to or called. The person may stay unknown: nobody has to say who they are. */
export interface Contact {
  readonly id: Id<"Contact">;
  readonly channel: ContactChannel;
  readonly direction: ContactDirection;
  readonly personId: Id<"Person"> | undefined;
  readonly staffId: Id<"Staff"> | undefined;
  readonly startedAt: Date;
  readonly endedAt: Date | undefined;
}
