import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { applyTheme, chosenTheme } from './app/theme.js';
import { setLang } from './i18n/i18n.js';
import { firstLang } from './i18n/locale.js';

applyTheme(chosenTheme());
const root = createRoot(document.getElementById('root') as HTMLElement);
// Not awaited: the texts import from this file, and would wait for its end as it for theirs.
void setLang(firstLang()).then(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
