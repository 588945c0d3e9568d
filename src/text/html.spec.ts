import { plainText, tidy } from './html.js';

describe('plainText', () => {
  it('parts paragraphs, list items and lines', () => {
    expect(plainText('<p>Un</p><p>Deux<br>trois</p><ul><li>a</li><li>b</li></ul>')).toBe(
      'Un\n\nDeux\ntrois\n\n- a\n- b',
    );
  });

  it('decodes entities once and drops what no reader sees', () => {
    expect(plainText('&amp;lt; &eacute;t&#233; &#x627; <script>x</script><!-- y -->fin &#xd800;')).toBe(
      '&lt; été ا fin \ufffd',
    );
    expect(plainText('a &unknown; <3 b')).toBe('a &unknown; <3 b');
  });

  it('strips direction overrides and control signs but keeps joiners', () => {
    expect(tidy('a\u202eb\u0000\u200bc \r\n\r\n\r\n d می\u200cخواهم')).toBe('abc\n\nd می\u200cخواهم');
  });
});
