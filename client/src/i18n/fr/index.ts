import appeal from './appeal.js';
import chairing from './chairing.js';
import cities from './cities.js';
import discussion from './discussion.js';
import first from './first.js';
import forms from './forms.js';
import forum from './forum.js';
import identity from './identity.js';
import manage from './manage.js';
import people from './people.js';
import planning from './planning.js';
import program from './program.js';
import proposals from './proposals.js';
import proxies from './proxies.js';
import results from './results.js';
import terms from './terms.js';
import voting from './voting.js';
import writing from './writing.js';

/** All texts of the language: for types and tests. The pages load parts of them. */
export default {
  ...first,
  ...appeal,
  ...chairing,
  ...cities,
  ...discussion,
  ...forum,
  ...identity,
  ...manage,
  ...people,
  ...planning,
  ...program,
  ...proposals,
  ...proxies,
  ...forms,
  ...results,
  ...terms,
  ...voting,
  ...writing,
};
