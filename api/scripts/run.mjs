/**
 * `node api/scripts/run.mjs COMMAND …`: runs one of the built commands. It needs nothing that only development needs, so it
 * works in the image and in an install without dev dependencies too; where the build tools are, stale files are built first.
 */
import './environment.mjs';

const commands = {
  backup: 'backup',
  restore: 'backup',
  import: 'import',
  seed: 'seed',
  'stats:verify': 'stats-verify',
  'llm:doctor': 'llm-doctor',
  'mail:in': 'mail-in',
  'mail:doctor': 'mail-doctor',
  'mail:demo': 'mail-demo',
  'triage:eval': 'triage-eval',
  'triage:models': 'triage-models',
  users: 'users',
};

const [command] = process.argv.splice(2, 1);
if (command === undefined || !Object.hasOwn(commands, command)) {
  console.error(`Name a command: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
const { buildStaleApi, buildWhatIsStale } = await import('./build.mjs');
// The demonstration is a whole desk, with its web client.
if (command === 'mail:demo') buildWhatIsStale();
else buildStaleApi();
// One program for both: which of them is meant is its first word.
if (commands[command] === 'backup') process.argv.splice(2, 0, command);
await import(new URL(`../dist/scripts/${commands[command]}.js`, import.meta.url).href);
