import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What stands after the dash in the document's title: the forum, or the product. */
export const PlaceContext = createContext<string | null>(null);

/** True only while the very first page of this visit is being shown: nobody asked for the focus to move yet. */
let firstPage = true;

interface PageProps {
  readonly title: string;
  /** Language of the title where it is a contribution's own. */
  readonly titleLang?: string;
  /** Stands above the title: where one is. */
  readonly above?: ReactNode;
  /** Stands beside the title: what one can do here. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `reading` keeps lines short; `wide` uses the room. */
  readonly width?: 'reading' | 'wide';
}

/** One page: names the document and takes the focus to its heading when it was navigated to. */
export function Page({ title, titleLang, above, actions, children, width = 'reading' }: PageProps) {
  const { t } = useTranslation();
  const place = use(PlaceContext) ?? t('app.name');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = t('app.title', { page: title, place });
  }, [title, place, t]);

  useEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);

  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        {above && <div className="page-above">{above}</div>}
        <h1 ref={heading} tabIndex={-1} lang={titleLang} dir={titleLang ? 'auto' : undefined}>
          {title}
        </h1>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with its own heading. */
export function Section({
  title,
  link,
  children,
}: {
  readonly title: string;
  readonly link?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {link}
      </div>
      {children}
    </section>
  );
}
