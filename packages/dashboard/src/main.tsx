import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/screens.css";
import { App } from "./app/app.tsx";
import { TextProvider } from "./i18n/text-provider.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <TextProvider>
      <App />
    </TextProvider>
  </StrictMode>,
);
