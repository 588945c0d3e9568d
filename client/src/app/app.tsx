import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { setLang } from '../i18n/i18n.js';
import { chosenLang } from '../i18n/locale.js';
import { useMe } from '../lib/me.js';
import { newQueryClient } from '../lib/query-client.js';
import { Realtime } from '../lib/realtime.js';
import { RealtimeContext } from '../lib/realtime-context.js';
import { ToastProvider } from '../ui/toast.js';
import { PageRoutes } from './routes.js';
import { SignedOutNote } from './signed-out-note.js';

/** Everything: data, live line, language, notes, routes. */
export function App() {
  const [client] = useState(newQueryClient);
  const [realtime] = useState(() => new Realtime(client));
  return (
    <QueryClientProvider client={client}>
      <RealtimeContext value={realtime}>
        <ToastProvider>
          <AccountLang />
          <SignedOutNote />
          <BrowserRouter>
            <PageRoutes />
          </BrowserRouter>
        </ToastProvider>
      </RealtimeContext>
    </QueryClientProvider>
  );
}

/** The language chosen here wins; without a choice, the account's. */
function AccountLang() {
  const accountLang = useMe().data?.account?.locale;
  useEffect(() => {
    if (accountLang && !chosenLang()) void setLang(accountLang);
  }, [accountLang]);
  return null;
}
