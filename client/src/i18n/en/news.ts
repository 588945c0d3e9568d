/** The first page of a forum: what goes on, and what is new. */
export default {
  'now.running': 'In session',
  'now.next': 'Next',
  'now.program': 'The whole programme',
  'now.quiet': 'No session at the moment',
  'now.quiet-text': 'As soon as a session or a vote begins, you will see it here.',
  'now.news': 'Latest news',
  'now.no-news': 'Nothing new yet',
  'now.no-news-text': 'Discussions, proposals and decisions will appear here.',
  'now.kind-appeal': 'Appeal',
  'now.kind-poll': 'Decision',
  'now.kind-proposal': 'Proposal',
  'now.kind-thread': 'Discussion',
} as const;
