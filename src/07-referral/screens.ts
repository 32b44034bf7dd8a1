export { GiveContact } from "./GiveContact.screen.tsx";
export { HandOver } from "./HandOver.screen.tsx";
export { ReferralList } from "./ReferralList.screen.tsx";
export { ReferralPage } from "./ReferralPage.screen.tsx";
export { ProviderList } from "./ProviderList.screen.tsx";
export { QuickAnswer } from "./QuickAnswer.screen.tsx";
