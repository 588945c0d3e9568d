/** A long discussion in its own sentences. */
export default {
  'summary.title': 'In its own words',
  'summary.what':
    'The sentences that say most of what was said, from as many cities as speak here. Each leads to its post.',
  'summary.to-post': 'To the post',
} as const;
