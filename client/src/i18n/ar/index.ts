import adopting from './adopting.js';
import amending from './amending.js';
import appeal from './appeal.js';
import chairing from './chairing.js';
import cities from './cities.js';
import commenting from './commenting.js';
import comparing from './comparing.js';
import discussion from './discussion.js';
import exporting from './exporting.js';
import files from './files.js';
import first from './first.js';
import forms from './forms.js';
import forum from './forum.js';
import handling from './handling.js';
import identity from './identity.js';
import languages from './languages.js';
import manage from './manage.js';
import mentioning from './mentioning.js';
import merging from './merging.js';
import news from './news.js';
import notifications from './notifications.js';
import people from './people.js';
import planning from './planning.js';
import program from './program.js';
import proposals from './proposals.js';
import proxies from './proxies.js';
import reading from './reading.js';
import recompiling from './recompiling.js';
import results from './results.js';
import reviewing from './reviewing.js';
import story from './story.js';
import summed from './summed.js';
import terms from './terms.js';
import threads from './threads.js';
import verify from './verify.js';
import voting from './voting.js';
import writing from './writing.js';

/** All texts of the language: for types and tests. The pages load parts of them. */
export default {
  ...first,
  ...adopting,
  ...amending,
  ...appeal,
  ...chairing,
  ...cities,
  ...commenting,
  ...comparing,
  ...discussion,
  ...exporting,
  ...files,
  ...forum,
  ...story,
  ...handling,
  ...identity,
  ...manage,
  ...mentioning,
  ...merging,
  ...news,
  ...notifications,
  ...people,
  ...planning,
  ...program,
  ...proposals,
  ...reading,
  ...languages,
  ...reviewing,
  ...recompiling,
  ...summed,
  ...threads,
  ...proxies,
  ...forms,
  ...results,
  ...terms,
  ...verify,
  ...voting,
  ...writing,
};
