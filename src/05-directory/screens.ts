export { ServiceFinder } from "./search/ServiceFinder.screen.tsx";
export { FoundServices, NearbyServices } from "./search/NearbyServices.screen.tsx";
export { ServiceCard } from "./search/ServiceCard.screen.tsx";
export { GapButton } from "./gap/GapButton.screen.tsx";
export { TwinBench } from "./twins/TwinBench.screen.tsx";
export { Merges } from "./twins/Merges.screen.tsx";
