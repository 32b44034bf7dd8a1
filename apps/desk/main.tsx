import "../../src/00-ground/look/tokens.css";
import "../../src/00-ground/look/charts.css";
import "../../src/00-ground/look/desk.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Desk } from "./Desk.screen.tsx";

const place = document.getElementById("desk");
if (!place) throw new Error("index.html has no #desk");
createRoot(place).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
