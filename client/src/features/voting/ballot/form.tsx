import './ballot-forms.css';
import './ranking.css';
import type { ComponentType } from 'react';
import type { Method } from '../../../../../src/voting/counting/counting.contract.js';
import { ChoicesForm } from './choices-form.js';
import type { FormProps } from './content.js';
import { MotionForm } from './motion-form.js';
import { RankingForm } from './ranking-form.js';
import { ScoreForm } from './score-form.js';

const FORMS: Readonly<Record<Method, ComponentType<FormProps>>> = {
  'yes-no-abstain': MotionForm,
  plurality: ChoicesForm,
  approval: ChoicesForm,
  score: ScoreForm,
  borda: RankingForm,
  irv: RankingForm,
  stv: RankingForm,
  schulze: RankingForm,
  'ranked-pairs': RankingForm,
};

/** The form of the poll's method. */
export function BallotForm(props: FormProps) {
  const Form = FORMS[props.terms.method];
  return <Form {...props} />;
}
