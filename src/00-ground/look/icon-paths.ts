/**
 * Tracés des pictogrammes : drawn by us on a square of 24, in one stroke of 1.9, round ends, no fill but where `full` says so.
 * Each icon is one or more paths, separated so that a part may be filled.
 */
export interface Drawing {
  /** Paths drawn as a stroke. */
  readonly strokes: string;
  /** Paths filled with the colour of the text. */
  readonly full?: string;
}

/** The fifteen themes of `taxonomie.json`, in the order in which they are shown. */
export const domainDrawings = {
  emploi: { strokes: "M3 8h18v11H3zM9 8V5h6v3M3 13h18" },
  retraite: { strokes: "M4 20h16M6 20c0-6 2-9 6-9s6 3 6 9M12 3v3M5.5 6.5l2 2M18.5 6.5l-2 2" },
  budget: { strokes: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M15.5 8.6A4.6 4.6 0 0 0 8.6 12a4.6 4.6 0 0 0 6.9 3.4M6.8 10.7h5.7M6.8 13.3h5.7" },
  droits: { strokes: "M6 3h8l4 4v14H6zM14 3v4h4M9 14l2 2 4-4" },
  logement: { strokes: "M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6" },
  essentiels: { strokes: "M13 2 5 13.5h5.5L10 22l8.5-12H13z" },
  sante: { strokes: "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z" },
  psy: { strokes: "M6.5 18.5A5 5 0 0 1 5 9a6.5 6.5 0 0 1 12.6-1.2A4.8 4.8 0 0 1 17.5 17c-1 0-1.7-.2-2.5-.6M9 21l3-6M13 21l1.6-3.2" },
  handicap: { strokes: "M9.2 4a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M11 7.5v6h5l2.5 5.5M11 10h4.5M8.3 11.2a5 5 0 1 0 6 6.6" },
  autonomie: { strokes: "M7.5 4.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M9.5 8v6l-2 7M9.5 14l3 3v4M9.5 10l4 2M17 21v-9a2 2 0 0 0-3.5-1.2" },
  famille: {
    strokes:
      "M5.4 6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M15 10a2 2 0 1 0 4 0a2 2 0 1 0-4 0M3 20v-3a5 5 0 0 1 10 0v3M14 20v-2.5a3 3 0 0 1 6 0V20",
  },
  lien: { strokes: "M3.5 12a5 5 0 1 0 10 0a5 5 0 1 0-10 0M10.5 12a5 5 0 1 0 10 0a5 5 0 1 0-10 0" },
  numerique: { strokes: "M9 2.5h6a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM10.5 18.2h3" },
  mobilite: {
    strokes: "M6 4h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM4 11h16M7.5 17v3M16.5 17v3M7.5 14h.01M16.5 14h.01",
  },
  securite: { strokes: "M12 2.5 4.5 5.5v6c0 5 3.2 8.2 7.5 10 4.3-1.8 7.5-5 7.5-10v-6z" },
} as const satisfies Record<string, Drawing>;

const circle = "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0";

/** State glyphs: shape says the state, so that colour never says it alone. */
const stateDrawings = {
  todo: { strokes: circle },
  half: { strokes: circle, full: "M12 4a8 8 0 0 0 0 16z" },
  disc: { strokes: circle, full: circle },
  full: { strokes: "M5 5h14v14H5z", full: "M5 5h14v14H5z" },
  done: { strokes: "m5 12.5 4.5 4.5L19 7.5" },
  dash: { strokes: "M6 12h12" },
  alert: { strokes: "M12 4v10M12 19v.1" },
  triangle: { strokes: "M12 4 3 20h18z", full: "M12 4 3 20h18z" },
  "triangle-down": { strokes: "M12 20 3 4h18z", full: "M12 20 3 4h18z" },
  diamond: { strokes: "M12 3.5 20.5 12 12 20.5 3.5 12z" },
} as const satisfies Record<string, Drawing>;

/** Things one does, and things one names. */
const actionDrawings = {
  phone: { strokes: "M5 3h4l2 5-2.5 1.7a12 12 0 0 0 5.8 5.8L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z" },
  "phone-back": {
    strokes: "M5 5h3.5l1.8 4.5L8 11a11 11 0 0 0 5 5l1.5-2.300L19 15.500V19a2 2 0 0 1-2 2A14 14 0 0 1 3 7a2 2 0 0 1 2-2zM21 4l-6 6M15 5v5h5",
  },
  microphone: { strokes: "M12 2.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.500V21" },
  "microphone-off": {
    strokes: "M12 2.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.500V21M3.5 3.500l17 17",
  },
  pause: { strokes: "M8 5v14M16 5v14" },
  play: { strokes: "M7 4.5 19 12 7 19.500z" },
  transfer: { strokes: "M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4" },
  danger: { strokes: "M12 3 2.5 20h19zM12 10v4.500M12 17.400v.1" },
  speech: { strokes: "M4 5h16v11H10l-4 4v-4H4z" },
  eye: { strokes: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.4 12a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0" },
  turn: { strokes: "M4 12a8 8 0 0 1 14-5.300L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.300L4 15M4 20v-5h5" },
  search: { strokes: "M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M16 16l5 5" },
  plus: { strokes: "M12 5v14M5 12h14" },
  cross: { strokes: "M6 6l12 12M18 6 6 18" },
  "arrow-left": { strokes: "M20 12H4M10 6l-6 6 6 6" },
  "arrow-right": { strokes: "M4 12h16M14 6l6 6-6 6" },
  "chevron-down": { strokes: "m6 9 6 6 6-6" },
  "chevron-right": { strokes: "m9 6 6 6-6 6" },
  calendar: { strokes: "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4" },
  clock: { strokes: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3.5 2" },
  mail: { strokes: "M3 5h18v14H3zM3 7l9 6.500L21 7" },
  message: { strokes: "M4 4h16v12H9l-5 4zM8 9h8M8 12h5" },
  pin: { strokes: "M12 21.500s7-6.3 7-12a7 7 0 0 0-14 0c0 5.7 7 12 7 12zM9.5 9.500a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0" },
  person: { strokes: "M8 7.500a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21v-1a8 6 0 0 1 16 0v1" },
  building: { strokes: "M5 21V4h9v17M14 10h5v11M3 21h18M8 8h3M8 12h3M8 16h3" },
  lock: { strokes: "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3" },
  key: { strokes: "M4 15a4 4 0 1 0 8 0a4 4 0 1 0-8 0M11 12l9-9M16 7l3 3" },
  print: { strokes: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z" },
  download: { strokes: "M12 3v11M7.5 10l4.5 4.500L16.5 10M4 20h16" },
  upload: { strokes: "M12 15V4M7.5 8.5 12 4l4.5 4.500M4 20h16" },
  document: { strokes: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" },
  pencil: { strokes: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4" },
  flag: { strokes: "M5 21V4h13l-3 4.5 3 4.500H5" },
  help: { strokes: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9.3 9.500a2.7 2.7 0 1 1 4 2.400c-.9.5-1.3 1-1.3 2M12 17v.1" },
  info: { strokes: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v6M12 7.500v.1" },
  merge: { strokes: "M6 3v4c0 4 6 5 6 9v5M18 3v4c0 4-6 5-6 9M9 18l3 3 3-3" },
  list: { strokes: "M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01" },
  map: { strokes: "M9 4 3 6.500v13.500l6-2.5 6 2.5 6-2.500V4l-6 2.500zM9 4v13.500M15 6.500V20" },
  "no-network": {
    strokes:
      "M3 9a13 13 0 0 1 5-2.800M12 5a13 13 0 0 1 9 4M6.5 13a8 8 0 0 1 4-2.200M15 11.500a8 8 0 0 1 2.5 1.500M12 18.500v.1M3.5 3.500l17 17",
  },
  leave: { strokes: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4" },
  shield: { strokes: domainDrawings.securite.strokes },
  heart: { strokes: "M12 20.500C5 16 3 12.5 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3.5-2 7-9 11.500z" },
  link: {
    strokes: "M10 14a4 4 0 0 0 5.7 0l3.5-3.500a4 4 0 0 0-5.7-5.700L12 6.300M14 10a4 4 0 0 0-5.7 0l-3.5 3.500a4 4 0 0 0 5.7 5.700l1.5-1.5",
  },
  filter: { strokes: "M3 5h18l-7 8v6l-4 2v-8z" },
  settings: { strokes: "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0" },
} as const satisfies Record<string, Drawing>;

export const iconDrawings = { ...stateDrawings, ...actionDrawings } as const;

/** Thème de vie, as `taxonomie.json` names it. */
export type DomainId = keyof typeof domainDrawings;
export type IconName = keyof typeof iconDrawings;

export const domainIds = Object.keys(domainDrawings) as readonly DomainId[];
export const iconNames = Object.keys(iconDrawings) as readonly IconName[];
