import { buildWhatIsStale } from '../../../api/scripts/build.mjs';

/** The tests drive what a person would run: the built server and the built client, as the sources stand now. */
export default buildWhatIsStale;
