import { useState } from "react";
import { z } from "zod";
import { modeOf, noModes, withMode, type KeptModes, type ListeningMode } from "../mode.ts";

const place = "tu:modes";
const Mode = z.enum(["brief", "listening"]);
const KeptModesContract = z.object({ last: z.record(z.string(), Mode), exchanges: z.array(z.tuple([z.string(), Mode])) });

/** What was kept by another version of the desk, or by hand, is as if nothing had been. */
const readKept = (): KeptModes => {
  try {
    const read = KeptModesContract.safeParse(JSON.parse(window.localStorage.getItem(place) ?? ""));
    return read.success ? read.data : noModes;
  } catch {
    return noModes;
  }
};

/** The mode of an exchange, kept in this browser: for each member of staff, and for each exchange. */
export const useMode = (staffId: string, contactId: string): readonly [ListeningMode, (mode: ListeningMode) => void] => {
  const [mode, setMode] = useState(() => modeOf(readKept(), staffId, contactId));
  return [
    mode,
    (chosen) => {
      window.localStorage.setItem(place, JSON.stringify(withMode(readKept(), staffId, contactId, chosen)));
      setMode(chosen);
    },
  ];
};
