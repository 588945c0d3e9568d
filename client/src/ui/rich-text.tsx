import { directionOf } from '../i18n/locale.js';

/**
 * Shows HTML that the server sanitised before it stored it: this file is the only one of the client that trusts
 * markup, and it takes nothing but bodies of contributions.
 */
export function RichText({ html, lang }: { readonly html: string; readonly lang: string }) {
  return (
    <div
      className="rich-text"
      lang={lang}
      dir={directionOf(lang)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server, and the policy forbids scripts and styles
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** The words of one paragraph, in an element that has their language and direction. */
export function RichWords({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server, and the policy forbids scripts and styles
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
