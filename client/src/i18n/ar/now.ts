/** The vote that is shown on every page of a forum, and what several of its first pages say. */
export default {
  'thread.posts_zero': 'لا مداخلات',
  'thread.posts_one': 'مداخلة واحدة',
  'thread.posts_two': 'مداخلتان',
  'thread.posts_few': '{{count, number}} مداخلات',
  'thread.posts_many': '{{count, number}} مداخلة',
  'thread.posts_other': '{{count, number}} مداخلة',

  'forums.join': 'الانضمام برمز',

  'forum.sample': 'معطيات نموذجية',

  'result.adopted': 'اعتُمد',
  'result.rejected': 'رُفض',
  'result.not-quorate': 'لم يكتمل النصاب',
  'result.chosen': 'المختار',
  'result.elected': 'انتُخب',
  'result.tied': 'تعادل',

  'poll.banner': 'تصويت جارٍ:',
  'poll.go-vote': 'التصويت',
  'poll.go-follow': 'متابعة التصويت',
  'poll.vote': 'تصويت',
  'poll.turnout': 'المشاركة',
  'poll.turnout-words': '{{cast, number}} من {{entitled, number}}',
  'poll.closes-in': 'يُغلق بعد',
  'poll.closes-at': 'يُغلق في الساعة {{time}}',
  'poll.time-up': 'انتهى الوقت: يجري إغلاق التصويت.',
  'poll.minutes-left_zero': 'لم يبق وقت للتصويت',
  'poll.minutes-left_one': 'بقيت دقيقة واحدة للتصويت',
  'poll.minutes-left_two': 'بقيت دقيقتان للتصويت',
  'poll.minutes-left_few': 'بقيت {{count, number}} دقائق للتصويت',
  'poll.minutes-left_many': 'بقيت {{count, number}} دقيقة للتصويت',
  'poll.minutes-left_other': 'بقيت {{count, number}} دقيقة للتصويت',
  'poll.seconds-left_zero': 'لم يبق وقت للتصويت',
  'poll.seconds-left_one': 'بقيت ثانية واحدة للتصويت',
  'poll.seconds-left_two': 'بقيت ثانيتان للتصويت',
  'poll.seconds-left_few': 'بقيت {{count, number}} ثوانٍ للتصويت',
  'poll.seconds-left_many': 'بقيت {{count, number}} ثانية للتصويت',
  'poll.seconds-left_other': 'بقيت {{count, number}} ثانية للتصويت',

  'ballot.received': 'تمّ تسجيل صوتكم.',
} as const;
