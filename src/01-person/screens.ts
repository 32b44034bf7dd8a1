export { PersonSearch } from "./PersonSearch.screen.tsx";
export { PersonCard, ProtectedBand } from "./PersonCard.screen.tsx";
export { ConsentList } from "./ConsentList.screen.tsx";
export { PersonHeader } from "./PersonHeader.screen.tsx";
export { EditPerson } from "./EditPerson.screen.tsx";
export { ContactPoints } from "./ContactPoints.screen.tsx";
export { ReadersOfFile } from "./ReadersOfFile.screen.tsx";
export { EntitlementLists } from "./EntitlementLists.screen.tsx";
