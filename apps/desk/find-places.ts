import { PlacesContract } from "#directory";
import { ask } from "#ground/screens";

/** Lieux for a typed name or postal code: the one that it names alone, else the six likeliest. */
export const findPlaces = async (typed: string) => {
  const answer = await ask(`/api/places?q=${encodeURIComponent(typed)}`, PlacesContract);
  if (answer.kind !== "done") return [];
  return answer.value.exact ? [answer.value.exact] : answer.value.places.slice(0, 6);
};
