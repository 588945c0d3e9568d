/** The page that checks a release in the reader’s browser. What it finds is worded by the check itself. */
export default {
  'verify.title': 'Check a release',
  'verify.what':
    'A release of an appeal, or the record of a vote, is checked from its files alone: signature, checksums, every vote counted again, every quote in the contribution that it names, the draft compiled again.',
  'verify.local': 'This happens in your browser. What you choose does not leave your device.',
  'verify.key': 'Key or fingerprint that you trust',
  'verify.key-hint': 'The publisher gives it elsewhere: on paper, on its own site, in the hall.',
  'verify.choose': 'What is to be checked',
  'verify.file': 'Choose a zip or a record',
  'verify.folder': 'Choose a folder',
  'verify.from-site': 'Take the release of this server',
  'verify.checking': 'Checking. A long appeal takes some seconds.',
  'verify.failed': 'The check could not be run in this browser.',
  'verify.no-release': 'This is neither a release nor the record of a vote.',
  'verify.of-release': 'Release of the appeal {{slug}}',
  'verify.of-record': 'Record of a vote',
  'verify.holds': 'Everything holds.',
  'verify.holds-not': 'It does not hold.',
  'verify.faults': 'What does not hold',
  'verify.found': 'What holds',
  'verify.unknown-key':
    'The key is not known to you. Compare this fingerprint with what the publisher gives elsewhere:',
} as const;
