import { cleanPastedHtml, cleanPastedText } from '../src/ui/editor/paste.js';

describe('what is pasted', () => {
  it('of Word becomes paragraphs and lists, and says what went', () => {
    const { paragraphs, gone } = cleanPastedHtml(`
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head><body>
      <!--StartFragment-->
      <h1>Our <i>waters</i></h1>
      <p class="MsoNormal"><b style='mso-bidi-font-weight:normal'>Every   quarter</b>
        keeps a <span style='color:red;font-family:"Arial"'>fountain</span><o:p></o:p></p>
      <p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>old ones</p>
      <p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><![if !supportLists]><span style="mso-list:Ignore">1.<span> </span></span><![endif]>new ones</p>
      <p>See the map<a class="msocomanchor" href="#_msocom_1">[A1]</a>.<img src="file:///C:/map.png"></p>
      <table><tr><td><p>Fez</p></td><td><p>3</p></td></tr><tr><td>Dakar</td><td>4</td></tr></table>
      <p><o:p>&nbsp;</o:p></p>
      <!--EndFragment--></body></html>`);
    expect(paragraphs).toEqual([
      { kind: 'text', html: 'Our <em>waters</em>' },
      { kind: 'text', html: '<strong>Every quarter</strong> keeps a fountain' },
      { kind: 'bullet', html: 'old ones' },
      { kind: 'number', html: 'new ones' },
      { kind: 'text', html: 'See the map.' },
      { kind: 'text', html: 'Fez | 3' },
      { kind: 'text', html: 'Dakar | 4' },
    ]);
    expect(gone.toSorted()).toEqual(['comments', 'headings', 'pictures', 'styles', 'tables']);
  });

  it('of a browser keeps lists, quotes and allowed links', () => {
    const { paragraphs, gone } = cleanPastedHtml(`
      <b style="font-weight:normal" id="docs-internal-guid-1"><p>One<br>two <a href="https://example.org/?a&b">there</a></p>
      <ul><li>a<ul><li><p>b</p></li></ul></li></ul><ol><li>c</li></ol>
      <blockquote><p>said</p><p>twice</p></blockquote>
      <a href="javascript:alert(1)">click</a> <span style="font-weight:700">bold</span><script>alert(1)</script></b>`);
    expect(paragraphs).toEqual([
      {
        kind: 'text',
        html: 'One<br />two <a href="https://example.org/?a&amp;b" rel="nofollow noopener">there</a>',
      },
      { kind: 'bullet', html: 'a' },
      { kind: 'bullet', html: 'b' },
      { kind: 'number', html: 'c' },
      { kind: 'quote', html: 'said' },
      { kind: 'quote', html: 'twice' },
      { kind: 'text', html: 'click <strong>bold</strong>' },
    ]);
    expect(gone.toSorted()).toEqual(['links', 'lists']);
  });

  it('as plain text parts at blank lines, and loses signs that turn the direction of what follows', () => {
    const { paragraphs, gone } = cleanPastedText('One\r\ntwo\r\n\r\n- a\r\n- \u202eb\u202c\n\n\n<b>ج</b>\n');
    expect(paragraphs).toEqual([
      { kind: 'text', html: 'One<br />two' },
      { kind: 'bullet', html: 'a' },
      { kind: 'bullet', html: 'b' },
      { kind: 'text', html: '&lt;b&gt;ج&lt;/b&gt;' },
    ]);
    expect(gone).toEqual(['signs']);
  });

  it('keeps the marks and joiners that Arabic and Persian need', () => {
    const text = 'می\u200cخواهم \u200fقرأ\u200e';
    expect(cleanPastedText(text)).toEqual({ paragraphs: [{ kind: 'text', html: text.trim() }], gone: [] });
  });

  it.each(['', ' \n ', '<p> </p>', '<img>'])('that holds no words is no paragraph: %j', (html) => {
    expect(cleanPastedHtml(html).paragraphs).toEqual([]);
  });
});
