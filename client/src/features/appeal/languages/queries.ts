import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GlossaryView, LanguagesView } from '../../../../../src/appeal/languages/languages.contract.js';
import { get } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';

const languagesKey = (appealId: string) => ['appeal', appealId, 'languages'];
const glossaryKey = (slug: string) => ['glossary', slug];

/** The texts of an appeal side by side. */
export function useLanguages(appealId: string) {
  return useQuery({
    queryKey: languagesKey(appealId),
    queryFn: ({ signal }) => get<LanguagesView>(`/appeals/${appealId}/languages`, undefined, signal),
  });
}

/** A write that is answered with the languages as they then stand. */
export function useLanguageEdit<Input>(appealId: string, write: (input: Input) => Promise<LanguagesView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (view) => {
      client.setQueryData(languagesKey(appealId), view);
      void client.invalidateQueries({ queryKey: ['appeal', appealId], exact: true });
    },
    onError: (error) => {
      if (codeOf(error) === 'object.changed')
        void client.invalidateQueries({ queryKey: languagesKey(appealId) });
    },
  });
}

export function useGlossary(slug: string) {
  return useQuery({
    queryKey: glossaryKey(slug),
    queryFn: ({ signal }) => get<GlossaryView>(`/forums/${slug}/glossary`, undefined, signal),
  });
}

/** A change of the glossary: every warning is asked for anew. */
export function useGlossaryEdit<Input>(slug: string, write: (input: Input) => Promise<GlossaryView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (view) => {
      client.setQueryData(glossaryKey(slug), view);
      void client.invalidateQueries({ queryKey: ['appeal'] });
    },
  });
}
