// A thread of its own: a long text takes seconds, in which votes must go on being counted.
// Plain JavaScript, since a worker begins from a file as Node reads it. `workerData.file` is a WordFile.
import { parentPort, workerData } from 'node:worker_threads';
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  UnderlineType,
} from 'docx';

const { file } = workerData;

/** No XML bears these, and Word refuses a file that has them. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const printable = (text) => text.toWellFormed().replace(UNFIT, '');

let last = 0;
/** A revision under a number of its own. */
const tracked = ({ author, date }) => ({ id: ++last, author: printable(author), date });

const AROUND = {
  title: { heading: HeadingLevel.TITLE },
  heading: { heading: HeadingLevel.HEADING_1 },
  subheading: { heading: HeadingLevel.HEADING_2 },
  plain: {},
  muted: { style: 'Muted' },
};
function styleOf(style, list) {
  if (style in AROUND) return AROUND[style];
  if (style === 'quote') return { style: 'ProposalQuote' };
  if (style === 'text') return { style: 'ProposalText' };
  return {
    style: 'ProposalItem',
    numbering: { reference: style, level: 0, instance: style === 'number' ? list : 0 },
  };
}

function look({ strong, em }, rtl) {
  return { bold: strong, boldComplexScript: strong, italics: em, italicsComplexScript: em, rightToLeft: rtl };
}

/** The lines of a run, since a break parts them; each is tracked by itself. */
function runs({ text, op, by, was, href, ...run }, rtl) {
  return printable(text)
    .split('\n')
    .map((line, at) => {
      const options = {
        ...look(run, rtl),
        ...(href && { style: 'Hyperlink' }),
        ...(at > 0 && { break: 1 }),
        text: line,
      };
      if (op === 'insert' && by) return new InsertedTextRun({ ...options, ...tracked(by) });
      if (op === 'delete' && by) return new DeletedTextRun({ ...options, ...tracked(by) });
      if (op === 'insert')
        return new TextRun({ ...options, underline: { type: UnderlineType.SINGLE }, color: '1F5F3A' });
      if (op === 'delete') return new TextRun({ ...options, strike: true, color: '9C1C1C' });
      return new TextRun({ ...options, ...(was && { revision: { ...look(was, rtl), ...tracked(by) } }) });
    });
}

function paragraph({ style, rtl, list, op, by, was, runs: all }) {
  return new Paragraph({
    ...styleOf(style, list),
    bidirectional: rtl,
    ...(op !== 'keep' && { run: { [op === 'insert' ? 'insertion' : 'deletion']: tracked(by) } }),
    ...(was && { revision: { ...styleOf(was.style, list), bidirectional: rtl, ...tracked(was.by) } }),
    children: all.flatMap((run) => {
      const children = runs(run, rtl);
      return run.href ? [new ExternalHyperlink({ link: printable(run.href), children })] : children;
    }),
  });
}

const FONT = 'Times New Roman';
const item = (format, text) => ({
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { start: 560, hanging: 360 } } },
    },
  ],
});
const spacing = { after: 160, line: 300 };

const document = new Document({
  title: printable(file.title),
  creator: printable(file.creator),
  lastModifiedBy: printable(file.creator),
  created: new Date(file.at),
  modified: new Date(file.at),
  styles: {
    default: {
      document: { run: { font: FONT, size: 23, sizeComplexScript: 26 } },
      title: {
        run: { size: 40, sizeComplexScript: 44, bold: true, color: '16306B' },
        paragraph: { spacing },
      },
      heading1: {
        run: { size: 30, sizeComplexScript: 34, bold: true, color: '16306B' },
        paragraph: { spacing: { before: 360, after: 160 } },
      },
      heading2: {
        run: { size: 24, sizeComplexScript: 28, bold: true, color: '16306B' },
        paragraph: { spacing: { before: 280, after: 120 } },
      },
    },
    paragraphStyles: [
      { id: 'ProposalText', name: 'Proposal Text', basedOn: 'Normal', paragraph: { spacing } },
      { id: 'ProposalItem', name: 'Proposal Item', basedOn: 'Normal', paragraph: { spacing } },
      {
        id: 'ProposalQuote',
        name: 'Proposal Quote',
        basedOn: 'Normal',
        paragraph: { spacing, indent: { start: 560, end: 560 } },
      },
      {
        id: 'Muted',
        name: 'Muted',
        basedOn: 'Normal',
        run: { color: '565E70', size: 20, sizeComplexScript: 22 },
        paragraph: { spacing: { after: 120 } },
      },
    ],
  },
  numbering: {
    config: [
      { reference: 'bullet', ...item(LevelFormat.BULLET, '•') },
      { reference: 'number', ...item(LevelFormat.DECIMAL, '%1.') },
    ],
  },
  sections: [{ children: file.paragraphs.map(paragraph) }],
});

parentPort.postMessage(new Uint8Array(await Packer.toBuffer(document)));
