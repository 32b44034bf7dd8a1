export { ServiceFinder } from "./ServiceFinder.screen.tsx";
export { FoundServices, NearbyServices } from "./NearbyServices.screen.tsx";
export { ServiceCard } from "./ServiceCard.screen.tsx";
export { GapButton } from "./GapButton.screen.tsx";
