import type { FoundCommune } from "#engines/places";
import type { PlaceShown } from "./place.contract.ts";

export const placeShown = ({ code, name, departement, postalCodes, point, foundAs }: FoundCommune): PlaceShown => ({
  code,
  name,
  departement,
  postalCodes: [...postalCodes],
  latitude: point.latitude,
  longitude: point.longitude,
  ...(foundAs === undefined ? {} : { formerName: foundAs }),
});
