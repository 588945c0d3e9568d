import { type ChangeEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api-error.js';
import { Button } from '../../ui/button.js';
import type { Asked } from './protocol.js';

/** As `nidaa verify` has it: more than any release has. */
const BYTES_MAX = 200 * 1024 * 1024;

/** Chooses a zip, a record, or a folder of unpacked files. They are read here and given on; nothing is sent. */
export function FilePicker(props: {
  readonly isDisabled: boolean;
  readonly onFiles: (given: Asked['given']) => void;
  readonly onProblem: (error: unknown) => void;
}) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (
    event: ChangeEvent<HTMLInputElement>,
    read: (files: readonly File[]) => Promise<Asked['given']>,
  ) => {
    const files = [...(event.target.files ?? [])];
    // The same file may be chosen again after it was changed.
    event.target.value = '';
    if (files.length === 0) return;
    if (files.reduce((sum, { size }) => sum + size, 0) > BYTES_MAX)
      props.onProblem(new ApiError('request.too-large', 413));
    else read(files).then(props.onFiles, props.onProblem);
  };
  const input = (
    ref: RefObject<HTMLInputElement | null>,
    label: string,
    read: Parameters<typeof chosen>[1],
    more: object,
  ) => (
    <input
      ref={ref}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-label={label}
      onChange={(event) => chosen(event, read)}
      {...more}
    />
  );
  return (
    <div className="actions">
      {input(file, t('verify.file'), readFile, { accept: '.zip,.json,application/zip,application/json' })}
      {input(folder, t('verify.folder'), readFolder, { webkitdirectory: '' })}
      <Button look="primary" isDisabled={props.isDisabled} onPress={() => file.current?.click()}>
        {t('verify.file')}
      </Button>
      <Button isDisabled={props.isDisabled} onPress={() => folder.current?.click()}>
        {t('verify.folder')}
      </Button>
    </div>
  );
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

async function readFile([file]: readonly File[]): Promise<Asked['given']> {
  const { name } = file as File;
  return { kind: 'file', name, bytes: await bytesOf(file as File) };
}

/** Paths below the folder that was chosen, whose own name is none of theirs. */
async function readFolder(files: readonly File[]): Promise<Asked['given']> {
  const read = files.map(
    async (file): Promise<[string, Uint8Array]> => [
      file.webkitRelativePath.split('/').slice(1).join('/'),
      await bytesOf(file),
    ],
  );
  return { kind: 'folder', files: await Promise.all(read) };
}
