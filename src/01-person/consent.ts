export const consentPurposes = ["keep_file", "share_referral", "share_party", "recording", "sms", "mail", "register_check", "survey", "panel", "verbatim_observatory"] as const;
/** Finalité d'un accord. One purpose at a time: consent to one never counts for another. */
export type ConsentPurpose = (typeof consentPurposes)[number];
