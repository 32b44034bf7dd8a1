export { chanceFrom, chanceOf, drawFrom, shuffle, type Chance } from "./chance.ts";
