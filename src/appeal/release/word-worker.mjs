// A thread of its own: a long appeal takes tenths of a second, in which votes must go on being counted.
// Plain JavaScript, since a worker begins from a file as Node reads it. `workerData.files` are WordFiles.
import { parentPort, workerData } from 'node:worker_threads';
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** No XML bears these, and Word refuses a file that has them. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const printable = (text) => text.toWellFormed().replace(UNFIT, '');

const FONT = 'Times New Roman';
const INK = '16306B';
const spacing = { after: 160, line: 300 };
const LOCALES = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB' };

const STYLES = {
  title: { heading: HeadingLevel.TITLE },
  heading: { heading: HeadingLevel.HEADING_1 },
  topic: { heading: HeadingLevel.HEADING_2 },
  quote: { style: 'Quoted' },
  clause: { style: 'Clause' },
  joining: { style: 'Joining' },
  muted: { style: 'Muted' },
};

const run = (text, rtl) => new TextRun({ text: printable(text), rightToLeft: rtl });

function documentOf({ lang, title, creator, paragraphs }) {
  const footnotes = {};
  const children = paragraphs.map(({ style, number, text, rtl, notes }) => {
    const runs = [run(number === null ? text : `${number}. ${text}`, rtl)];
    if (notes.length > 0) {
      const id = Object.keys(footnotes).length + 1;
      footnotes[id] = {
        children: notes.map(
          (note) => new Paragraph({ bidirectional: note.rtl, children: [run(note.text, note.rtl)] }),
        ),
      };
      runs.push(new FootnoteReferenceRun(id));
    }
    return new Paragraph({
      ...STYLES[style],
      bidirectional: rtl,
      alignment: AlignmentType.START,
      children: runs,
    });
  });
  const rtl = lang === 'ar';
  return new Document({
    title: printable(title),
    creator: printable(creator),
    lastModifiedBy: printable(creator),
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: 23,
            sizeComplexScript: 26,
            language: { value: LOCALES[rtl ? 'en' : lang], bidirectional: LOCALES.ar },
          },
        },
        title: { run: { size: 44, sizeComplexScript: 48, bold: true, color: INK }, paragraph: { spacing } },
        heading1: {
          run: { size: 30, sizeComplexScript: 34, bold: true, color: INK },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { size: 25, sizeComplexScript: 28, bold: true, color: INK },
          paragraph: { spacing: { before: 240, after: 120 } },
        },
      },
      paragraphStyles: [
        { id: 'Clause', name: 'Clause', basedOn: 'Normal', paragraph: { spacing } },
        {
          id: 'Quoted',
          name: 'Quoted',
          basedOn: 'Normal',
          paragraph: { spacing, indent: { start: 567 } },
        },
        {
          id: 'Joining',
          name: 'Joining',
          basedOn: 'Normal',
          run: { italics: !rtl, color: '565E70' },
          paragraph: { spacing },
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
    footnotes,
    sections: [{ children }],
  });
}

/** The time of making is not the appeal's: it would give other bytes each time. */
function timeless(bytes, at) {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml']);
  const dated = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.slice(0, 19)}Z`);
  files['docProps/core.xml'] = strToU8(dated);
  const paths = Object.keys(files).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  );
  const ordered = Object.fromEntries(paths.map((path) => [path, files[path]]));
  return zipSync(ordered, { level: 9, mtime: new Date(1980, 0, 1), os: 0, attrs: 0 });
}

for (const file of workerData.files)
  parentPort.postMessage(timeless(new Uint8Array(await Packer.toBuffer(documentOf(file))), file.at));
