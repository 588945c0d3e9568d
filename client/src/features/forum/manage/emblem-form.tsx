import { type ChangeEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '../../../../../src/forum/forum.contract.js';
import { put } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { useToast } from '../../../ui/toast.js';

/** Kinds that the file dialog offers; the server looks at the content itself. */
const PICTURES = 'image/png,image/jpeg,image/webp';

/** The picture that stands on badges and at the head of the forum. */
export function EmblemForm({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const toast = useToast();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const send = useWrite(
    (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return put(`/forums/${forum.slug}/emblem`, body);
    },
    ['forum'],
    () => toast(t('do.saved')),
  );
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) send.mutate(file);
    // The same file may be chosen again after a refusal.
    event.target.value = '';
  };
  return (
    <div className="stack">
      <div className="emblem-row">
        {forum.emblem ? (
          <img src={forum.emblem} alt={t('settings.emblem-alt')} className="emblem-large" />
        ) : (
          <p className="muted">{t('manage.no-emblem')}</p>
        )}
        <div className="stack stack-tight">
          <input
            ref={input}
            type="file"
            accept={PICTURES}
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('settings.emblem')}
            aria-describedby={id}
            onChange={chosen}
          />
          <div className="actions">
            <Button isPending={send.isPending} onPress={() => input.current?.click()}>
              {t(forum.emblem ? 'settings.change-emblem' : 'settings.choose-emblem')}
            </Button>
          </div>
          <p id={id} className="hint">
            {t('settings.emblem-hint')}
          </p>
        </div>
      </div>
      <Refusal error={send.error} />
    </div>
  );
}
