export { contactChannels, type Contact, type ContactChannel, type ContactDirection } from "./contact.ts";
export { callbackStates, lateMinutes, postponeReasons, type Callback, type CallbackState, type PostponeReason } from "./callback.ts";
export { dayInWords, slotInWords, type Slot } from "./slot.ts";
export { anotherWillCallText, lostLinkText, promisedText, unreachedText } from "./text-message.ts";
export { followUpAddress, linkDays } from "./follow-up-link.ts";
export type { FollowUpStep } from "./follow-up-step.ts";
export type { Communes } from "./communes.ts";
export {
  ContactContract,
  NewContactContract,
  OpenedContactContract,
  PersonContactsContract,
  type ContactView,
} from "./contact.contract.ts";
export { UnreadWordsContract, type UnreadWords } from "./word.contract.ts";
export {
  CallbackContract,
  CallbackOpenedContract,
  CallbackPromisedContract,
  CallbacksContract,
  CallbackSettledContract,
  SlotsContract,
  type CallbackView,
} from "./callback.contract.ts";
