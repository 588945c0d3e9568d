import { address, readProblem } from './api.js';
import { ApiError } from './api-error.js';

interface Options {
  /** Told how much of it has gone, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Gives it up: then nothing is answered or thrown that anybody waits for. */
  readonly signal: AbortSignal;
}

/**
 * Sends one file as the field `file` and gives the parsed answer. By XMLHttpRequest, since `fetch` does not tell how
 * much has gone. Throws ApiError and nothing else.
 */
export function upload<T>(path: string, file: File, { onProgress, signal }: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new ApiError('client.offline', 0));
    request.open('POST', address(path));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-nidaa', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.onabort = fail;
    request.ontimeout = fail;
    request.onload = () => {
      const text = request.responseText;
      if (request.status >= 300) return reject(readProblem(request.status, text));
      try {
        resolve(JSON.parse(text) as T);
      } catch {
        reject(new ApiError('client.unreadable', request.status));
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
