import type { Commune } from "#engines/places";
import type { PlaceShown } from "./place.contract.ts";

export const placeShown = ({ code, name, departement, postalCodes, point }: Commune): PlaceShown => ({
  code,
  name,
  departement,
  postalCodes: [...postalCodes],
  latitude: point.latitude,
  longitude: point.longitude,
});
