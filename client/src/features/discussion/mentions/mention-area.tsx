import './mentions.css';
import { Suspense, useRef, useState } from 'react';
import { ApiError } from '../../../lib/api-error.js';
import { TextArea, type TextAreaProps } from '../../../ui/field.js';
import { lazily } from '../../../ui/lazily.js';
import type { Picked } from './picking.js';

const Mentioner = lazily(() => import('./mentioner.js'), 'mentioning');

/** A text with those who are mentioned in it. */
export interface Mentioning {
  readonly body: string;
  readonly picked: readonly Picked[];
}

/** What makes HTML of a text: it comes with the focus, and is there when somebody has written. */
const loadBody = () => import('./body-of.js');

/** What was written as HTML, with its mentions. */
export async function htmlOf(written: Mentioning): Promise<string> {
  const { bodyOf } = await loadBody().catch(() => {
    throw new ApiError('client.offline', 0);
  });
  return bodyOf(written);
}

type Props = Omit<TextAreaProps, 'value' | 'onChange' | 'area'> & {
  readonly slug: string;
  readonly value: Mentioning;
  readonly onChange: (value: Mentioning) => void;
};

/** A box for several lines in which an @ offers people and delegations. What does that comes when the box has the focus. */
export function MentionArea({ slug, value, onChange, ...props }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState(false);
  return (
    <div className="mention-area">
      <TextArea
        {...props}
        value={value.body}
        onChange={(body) => onChange({ ...value, body })}
        area={{
          ref: box,
          onFocus: () => {
            setBegun(true);
            loadBody().catch(() => undefined);
          },
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
        }}
      />
      {begun && (
        <Suspense>
          <Mentioner slug={slug} box={box} value={value} onChange={onChange} />
        </Suspense>
      )}
    </div>
  );
}
