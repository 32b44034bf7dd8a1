import { detectTwins } from "#directory/server";
import type { Command } from "./command.ts";

/** Looks for twins in the directory: whatever changed since the last time. */
export const directoryTwinsDetect: Command = {
  name: "directory twins-detect",
  summary: "Cherche dans l’annuaire ce que plusieurs sources décrivent : réunit ce qui est sûr, laisse le reste au référent.",
  arguments: "",
  options: [],
  examples: ["directory twins-detect"],
  run: async (run) => {
    const began = performance.now();
    const ground = await run.openGround();
    const { compared, found, waiting } = await detectTwins(ground, {
      onProgress: ({ compared: done, left }) => {
        run.say(`${done} structures comparées, il en reste ${left}`);
      },
    });
    return {
      compared,
      places: found.place,
      structures: found.structure,
      services: found.service,
      waiting,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      maxMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  },
};
