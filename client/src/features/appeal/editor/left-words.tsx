import { useState } from 'react';
import { useMe } from '../../../lib/me.js';
import { drop, keptWordsOf, lastReadings } from './unsent-words.js';
import { UntakenWords } from './untaken-words.js';

/** What was written on this device and not sent, of a text that is no longer written in. */
export function LeftWords({ appealId }: { readonly appealId: string }) {
  const account = useMe().data?.account;
  const [, setGivenUp] = useState(false);
  if (!account) return null;
  const left = keptWordsOf(account.id, appealId);
  const readings = lastReadings(left.flatMap((each) => each.readings)).filter(({ text }) => text);
  const giveUp = () => {
    for (const each of left) drop(each);
    setGivenUp(true);
  };
  return <UntakenWords refused={null} readings={readings} onGiveUp={giveUp} />;
}
