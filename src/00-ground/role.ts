/** Rôle : what someone may do for one commissioner. */
export const roles = ["counsellor", "referent", "supervisor", "quality-auditor", "data-referent", "commissioner-viewer"] as const;
export type Role = (typeof roles)[number];

/** What a role opens. Read as a law: a deed that is not written beside a role is refused to it. */
const deeds = {
  counsellor: ["listen", "read-file", "hand-over", "search"],
  referent: ["listen", "read-file", "hand-over", "search"],
  supervisor: [
    "listen",
    "read-file",
    "hand-over",
    "search",
    "close-anyway",
    "settle-dispute",
    "manage-providers",
    "review-masking",
    "keep-benefits",
    "keep-card-models",
  ],
  "quality-auditor": ["read-file", "search", "settle-dispute", "review-masking"],
  "data-referent": ["search", "import-directory", "settle-error-report", "merge-twins", "keep-benefits"],
  "commissioner-viewer": ["read-figures"],
} as const satisfies Record<Role, readonly string[]>;

export type Deed = (typeof deeds)[Role][number];

/** Whether one of these roles allows a deed. */
export const mayDo = (held: readonly Role[], deed: Deed): boolean => held.some((role) => (deeds[role] as readonly string[]).includes(deed));
