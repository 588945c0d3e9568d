import signing from './signing.js';

/** The way of the appeal to its adoption, and its signatures. */
export default {
  ...signing,
  'adoption.title': 'From the draft to the publication',
  'adoption.steps': 'Steps of the appeal',
  'adoption.about.drafting':
    'The drafting committee works on the text. When it is laid before the delegations, they can amend it.',
  'adoption.about.reviewing':
    'The delegations read the draft and amend it. It is put to adoption once somebody stands for every clause in each language.',
  'adoption.about.adopting':
    'The text stands still. Clauses may be voted on by themselves first; then the forum votes on the whole.',
  'adoption.about.adopted':
    'The forum has adopted the text. The heads of delegation sign it, and it is published.',
  'adoption.about.publishing': 'The publication is being made.',
  'adoption.about.published': 'The appeal is published. Its signatures stand in it.',
  'adoption.about.superseded': 'A correction has taken the place of this appeal.',
  'adoption.missing.adoption': 'Before it is put to adoption:',
  'adoption.missing.publication': 'Before publishing:',
  'adoption.ready.adoption': 'Nothing is missing: the text can be put to adoption.',
  'adoption.ready.publication': 'Nothing is missing: the appeal can be published.',
  'adoption.do.review': 'Open the review',
  'adoption.sure.review': 'Lay the draft before the delegations?',
  'adoption.sure-text.review':
    'Everybody with a seat can amend it from now on. The text as it stands is kept as a version, to compare with.',
  'adoption.do.adoption': 'Put to adoption',
  'adoption.sure.adoption': 'Put the text to adoption?',
  'adoption.sure-text.adoption': 'From now on nobody changes it: what is voted on is what everybody reads.',
  'adoption.do.publish': 'Publish the appeal',
  'adoption.sure.publish': 'Publish the appeal for good?',
  'adoption.sure-text.publish':
    'The publication is sealed and signed: the text, its sources and the votes change no more. Anybody will be able to read and check it.',
  'adoption.redraft': 'Back to the draft',
  'adoption.redraft-sure': 'Take the text back to the draft?',
  'adoption.redraft-text':
    'It can be written in again. What was adopted and signed stays so if the words come back to the same, to the letter.',
  'adoption.redraft-reason': 'Reason',
  'adoption.hash': 'Checksum of the text in its three languages:',
  'adoption.polls': 'Votes on the appeal',
  'adoption.vote': 'Put to the vote',
  'adoption.vote-about': 'What is voted on',
  'adoption.vote-about-hint': 'A clause that is not kept goes out of the text. The whole comes last.',
  'adoption.whole': 'The whole text',
  'adoption.prepare-vote': 'Prepare the vote',
  'adoption.vote-hint': 'Opening it is a further step, in front of everybody.',
  'adoption.recital': 'Recital',
} as const;
