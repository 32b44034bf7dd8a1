/** Famille d'émotions : to suffer, to fight back, to find one's feet again. Three colours, never ten. */
export type EmotionFamily = "subir" | "lutter" | "reprendre";

export interface EmotionPlace {
  readonly label: string;
  readonly family: EmotionFamily;
  /** From -1, unpleasant, to 1, pleasant. */
  readonly valence: number;
  /** Hold on events, from -1, suffered, to 1, fought. */
  readonly hold: number;
}

/** Places of the ten emotions of `taxonomie.json`. They never move: the eye finds an emotion again from one month to the next. */
export const emotionPlaces = {
  peur: { label: "Peur", family: "subir", valence: -0.54, hold: -0.2 },
  colere: { label: "Colère", family: "lutter", valence: -0.52, hold: 0.8 },
  frustration: { label: "Frustration", family: "lutter", valence: -0.2, hold: 0.36 },
  tristesse: { label: "Tristesse", family: "subir", valence: -0.8, hold: -0.82 },
  honte: { label: "Honte", family: "subir", valence: -0.97, hold: -0.34 },
  epuisement: { label: "Épuisement", family: "subir", valence: -0.3, hold: -0.88 },
  desarroi: { label: "Désarroi", family: "subir", valence: -0.19, hold: -0.36 },
  injustice: { label: "Injustice", family: "lutter", valence: -0.93, hold: 0.46 },
  soulagement: { label: "Soulagement", family: "reprendre", valence: 0.62, hold: -0.36 },
  espoir: { label: "Espoir", family: "reprendre", valence: 0.66, hold: 0.58 },
} as const satisfies Record<string, EmotionPlace>;

export type EmotionId = keyof typeof emotionPlaces;

/** The map: 640 wide, its axis at two thirds, since eight emotions of ten are unpleasant. */
export const emotionMap = { width: 640, height: 540, axisX: 448, axisY: 270, greatestRadius: 57 } as const;

/** Centre of an emotion on the map, in its units. */
export const emotionCentre = (id: EmotionId): { readonly x: number; readonly y: number } => {
  const { valence, hold } = emotionPlaces[id];
  const reach = valence < 0 ? 386 : 190;
  return { x: Math.round(emotionMap.axisX + valence * reach), y: Math.round(emotionMap.axisY - hold * 212) };
};
