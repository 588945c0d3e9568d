import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { TextField } from './field.js';

/** Words to look for. Sent by Enter or the button, not at every letter: a hall that types is a hall that asks. */
export function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState(props.value);
  useEffect(() => setWords(props.value), [props.value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSearch(words.trim());
  };
  return (
    <form className="search-box" onSubmit={submit}>
      <TextField label={props.label} type="search" value={words} onChange={setWords} maxLength={200} />
      <Button type="submit">{t('do.search')}</Button>
    </form>
  );
}
