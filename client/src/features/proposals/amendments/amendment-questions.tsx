import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { type AskedOfAmendment, DecisionQuestion } from './decision-question.js';
import { useMoveAmendment } from './move-amendment.js';

/** What is asked before an amendment is decided or taken back. */
export default function AmendmentQuestion(props: {
  readonly asked: AskedOfAmendment;
  readonly amendment: AmendmentView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asked, amendment, onClose } = props;
  const act = useMoveAmendment(amendment, onClose);
  return (
    <DecisionQuestion
      asked={asked}
      number={amendment.number}
      text={t(`amending.${asked}-text`)}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onMove={act.mutate}
    />
  );
}
