import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityView, ForumView } from '../../../../../src/forum/forum.contract.js';
import { patch } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Refusal } from '../../../ui/feedback.js';
import { useToast } from '../../../ui/toast.js';
import { CityForm } from './city-form.js';
import { CityPicker } from './city-picker.js';
import { NamesInAll } from './names-in-all.js';

/** The city that receives the others. */
export function HostCity({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [open, setOpen] = useState<'pick' | 'enter' | null>(null);
  const [typed, setTyped] = useState('');
  const choose = useWrite(
    (city: CityView) => patch(`/forums/${forum.slug}`, { hostCityId: city.id, version: forum.version }),
    ['forum'],
    () => {
      toast(t('do.saved'));
      setOpen(null);
    },
  );
  return (
    <div className="card managed-row">
      {forum.hostCity ? (
        <NamesInAll name={forum.hostCity.name} />
      ) : (
        <p className="muted">{t('settings.no-host')}</p>
      )}
      <div className="actions">
        <Button onPress={() => setOpen('pick')}>
          {t(forum.hostCity ? 'settings.change-host' : 'settings.choose-host')}
        </Button>
      </div>
      {open && (
        <Dialog
          title={t(open === 'pick' ? 'settings.choose-host' : 'cities.enter')}
          isOpen
          onClose={() => setOpen(null)}
        >
          <Refusal error={choose.error} />
          {open === 'pick' ? (
            <CityPicker
              taken={[]}
              onPick={(city) => choose.mutate(city)}
              onEnter={(text) => {
                setTyped(text);
                setOpen('enter');
              }}
            />
          ) : (
            <CityForm begin={typed} onMade={(city) => choose.mutate(city)} onBack={() => setOpen('pick')} />
          )}
        </Dialog>
      )}
    </div>
  );
}
