import { readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** What an XML document has that its schema (a file, with those beside it that it names) does not allow. */
export function schemaFaults(xml: Uint8Array, schemaPath: string): string[] {
  xmlRegisterFsInputProviders();
  using schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: schemaPath });
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromBuffer(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message, line }) => `line ${line}: ${message}`);
  }
}

/** The text of each element that an XPath finds. */
export function textsIn(xml: Uint8Array, path: string): string[] {
  using document = XmlDocument.fromBuffer(xml);
  return document.root.find(path).map((node) => node.content.replace(/\d+$/, ''));
}
