import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { BrowserRouter } from 'react-router';
import { setLang, useLang } from '../i18n/i18n.js';
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
        <Spoken>
          <ToastProvider>
            <SignedOutNote />
            <BrowserRouter>
              <PageRoutes />
            </BrowserRouter>
          </ToastProvider>
        </Spoken>
      </RealtimeContext>
    </QueryClientProvider>
  );
}

/** The language chosen here wins; without a choice, the account's. */
function Spoken({ children }: { readonly children: ReactNode }) {
  const { locale } = useLang();
  const accountLang = useMe().data?.account?.locale;
  useEffect(() => {
    if (accountLang && !chosenLang()) void setLang(accountLang);
  }, [accountLang]);
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
