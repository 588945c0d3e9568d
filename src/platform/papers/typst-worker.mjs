// A thread of its own: typesetting takes tenths of a second, in which votes must go on being counted.
// Plain JavaScript, since a worker begins from a file as Node reads it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { template, inputs, timestamp, standards } = workerData;
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/amiri/package.json'));
const compiler = NodeCompiler.create({
  workspace: dirname(template),
  fontArgs: [
    {
      fontPaths: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) =>
        join(fonts, face),
      ),
    },
  ],
});

for (const data of inputs) {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { data } });
  const document = compiled.result;
  if (!document) {
    const faults = compiler.fetchDiagnostics(compiled.takeDiagnostics());
    throw new Error(`the PDF could not be set: ${JSON.stringify(faults)}`);
  }
  for (const standard of standards) parentPort.postMessage(new Uint8Array(pdfOf(document, standard)));
}

/** A sign that no font has is shown as an empty box, in a PDF that then claims no standard: better than no PDF. */
function pdfOf(document, standard) {
  const options = { pdfTags: true, creationTimestamp: timestamp };
  try {
    return compiler.pdf(document, { ...options, pdfStandard: standard });
  } catch (error) {
    if (!/could not be displayed/.test(`${error.code} ${error.message}`)) throw error;
    return compiler.pdf(document, options);
  }
}
