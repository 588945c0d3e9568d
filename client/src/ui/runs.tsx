import { Fragment, type ReactNode } from 'react';
import type { Run } from '../../../src/text/marked-text.js';

/** Words as they look: emphasis, links and line breaks, without trusting any markup. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have nothing but their place
    <Fragment key={at}>{looking(run)}</Fragment>
  ));
}

function looking({ text, strong, em, href }: Run): ReactNode {
  let words: ReactNode = text.includes('\n') ? broken(text) : text;
  if (em) words = <em>{words}</em>;
  if (strong) words = <strong>{words}</strong>;
  return href ? (
    <a href={href} rel="nofollow noopener">
      {words}
    </a>
  ) : (
    words
  );
}

const broken = (text: string): ReactNode =>
  text.split('\n').map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
