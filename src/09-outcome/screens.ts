export { OutcomeForm } from "./OutcomeForm.screen.tsx";
export { Gains } from "./Gains.screen.tsx";
