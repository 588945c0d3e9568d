import type { TestApp } from './app.js';
import { endorse, makeProposal, makeThread, makeVote } from './contributions.js';
import { makeHall } from './people.js';

/** A hall in which something was said: an adopted proposal in three languages, an open one, a discussion. */
export async function makeDebate(test: TestApp) {
  const hall = await makeHall(test);
  const [delegate, other] = [hall.delegate, hall.otherDelegate];
  const adopted = await makeProposal(
    test,
    hall,
    delegate,
    {
      fr: {
        title: 'Budget participatif',
        text: 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.',
      },
      ar: { title: 'ميزانية تشاركية', text: 'نلتزم بأن نعهد إلى السكان بجزء من ميزانية كل مدينة من مدننا.' },
      en: {
        title: 'Participatory budget',
        text: 'We undertake to entrust residents with a part of the budget of every city.',
      },
    },
    { state: 'adopted', number: 1 },
  );
  const poll = await makeVote(test, hall, adopted, [
    { voter: delegate, choice: 'yes' },
    { voter: other, choice: 'yes' },
  ]);
  const open = await makeProposal(
    test,
    hall,
    other,
    {
      fr: {
        title: 'Jumelages',
        text: 'Créer un fonds commun pour les échanges de jeunes entre les villes jumelées.',
      },
    },
    { number: 2 },
  );
  await endorse(test, hall.forum.id, open, delegate);
  for (const [i, state] of ['draft', 'submitted', 'returned'].entries())
    await makeProposal(
      test,
      hall,
      other,
      { fr: { title: 'Secret', text: 'Créer un brouillon que personne ne doit voir avant le temps.' } },
      { state, number: 3 + i },
    );
  const posts = await makeThread(test, hall, 'Le patrimoine', [
    {
      author: delegate,
      lang: 'fr',
      text: 'Le patrimoine des médinas est une richesse pour toutes les générations\u00a0: gardons-le.',
    },
    { author: other, lang: 'fr', text: 'Bonjour à tous, merci !' },
  ]);
  const [{ threadId }] = await test.db.query('SELECT thread_id AS "threadId" FROM post WHERE id = $1', [
    posts[0],
  ]);
  return {
    hall,
    adopted,
    open,
    posts,
    threadId: threadId as string,
    poll,
    path: `/api/v1/forums/${hall.forum.slug}/appeals`,
  };
}

export type Debate = Awaited<ReturnType<typeof makeDebate>>;
