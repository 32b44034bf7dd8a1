import { z } from "zod";
import { THRESHOLD } from "#engines/numbers";
import { masked, small } from "./count.ts";

// The shape of an edition, as it is kept and as it is given. A number under 11 is not a value of this shape.
const Count = z.union([z.int().min(THRESHOLD), z.literal(small), z.literal(masked)]);
const Part = z.number().min(0).max(1);
const Rate = z.object({
  persons: Count,
  /** Of all the persons of the month, or of what is said; absent when `persons` is a mark. With its interval at 95 %. */
  share: Part.optional(),
  low: Part.optional(),
  high: Part.optional(),
});
const Change = z.object({ difference: z.number(), low: z.number(), high: z.number(), isEstablished: z.boolean() });
const Moving = Rate.extend({
  /** Against the month before; absent when one of the two months is a mark. */
  change: Change.optional(),
  previous: Part.optional(),
});

export const FiguresContract = z.object({
  version: z.literal(1),
  month: z.string(),
  isDemonstration: z.boolean(),
  taxonomy: z.string(),
  persons: Count,
  situations: Count,
  /** How many organisations listened; never which. */
  organisations: z.union([z.int().min(3), z.literal("moins de 3")]),
  severalThemes: Moving,
  somethingDetected: Moving,
  needs: z.array(
    Moving.extend({ need: z.string(), theme: z.string(), label: z.string(), rank: z.int().optional(), expressed: Count, detected: Count }),
  ),
  emotions: z.array(Moving.extend({ emotion: z.string(), label: z.string(), strong: Rate })),
  populations: z.array(Rate.extend({ population: z.string(), label: z.string() })),
  places: z.array(
    Rate.extend({ level: z.enum(["departement", "region", "france"]), code: z.string(), name: z.string(), includes: z.array(z.string()) }),
  ),
  referred: Rate,
  outcomeKnown: Rate,
  withoutSolution: Rate.extend({ needs: z.array(z.object({ need: z.string(), label: z.string(), persons: Count })) }),
});

/** Chiffres du mois : what an edition says, protected. Numbers are persons, save `situations` and `organisations`. */
export type Figures = z.infer<typeof FiguresContract>;
export type RateFigure = z.infer<typeof Rate>;
export type MovingFigure = z.infer<typeof Moving>;
export type NeedFigure = Figures["needs"][number];
export type EmotionFigure = Figures["emotions"][number];
export type PlaceFigure = Figures["places"][number];
