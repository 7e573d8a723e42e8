/**
 * Who may call whom. Three rings, one direction: assembly → features → foundations; among features the later extends
 * the earlier. What an import statement cannot show (who reads the environment, who runs a query) is in biome.json.
 */
const assembly =
  '^api/src/(main|serve|workers|app|auth|schema|context|figures|access-kinds|access-rules|rest-access-rules|http-app|rest-features|ticket-lists|upkeep)\\.ts$';
const foundations =
  '^api/src/(database|feed|jobs|http|relay|graphql|rest|files)/|^api/src/(caller|errors|logger|config|config-identity|config-mail|config-variables)\\.ts$';
/** Earliest first. */
const features = [
  'identity',
  'people',
  'teams',
  'tickets',
  'views',
  'trail',
  'conversation',
  'mail',
  'stats',
  'triage',
  'imports',
  'samples',
  'live',
  'notifications',
  'webhooks',
  'direct',
];
const feature = `^api/src/(${features.join('|')})/`;
const edge = '\\.(resolver|mutations|routes)\\.ts$';
const test = '\\.test\\.tsx?$';
/** The rings of the client, innermost first; folders of one ring that are named together may import each other. */
const clientRings = [
  'ui|time',
  'apollo|keyboard',
  'frame|drafts|files',
  'tickets',
  'stats|submit|triage',
  'manage',
  'explorer|reference',
  'shell',
];

/** What is started rather than imported. */
const programs = [
  '^api/src/main\\.ts$',
  '-worker\\.ts$',
  '^api/scripts/',
  '^client/src/((explorer|reference)/)?main\\.tsx$',
];

const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbidden(
      'no-cycle',
      'Files that need each other are one decision in two places. Types may.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbidden(
      'assembly-is-on-top',
      'Only assembly knows assembly.',
      { path: '^api/src/', pathNot: [assembly, test] },
      { path: assembly, dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'context-is-for-resolvers',
      'A resolver names the type of its context; nobody else learns what there is around it.',
      { path: '^api/src/', pathNot: [assembly, '\\.(resolver|mutations)\\.ts$', test] },
      { path: assembly },
    ),
    forbidden(
      'foundations-know-no-feature',
      'What every feature stands on must not lean on one.',
      { path: foundations },
      { path: feature },
    ),
    ...features.map((name, index) =>
      forbidden(
        `${name}-knows-no-later-feature`,
        'The later feature extends the earlier one, which never learns of it.',
        { path: `^api/src/${name}/` },
        { path: `^api/src/(${features.slice(index + 1).join('|') || '(?!)'})/` },
      ),
    ),
    forbidden(
      'edges-are-for-assembly',
      'Resolvers and routes translate; what two of them share stands elsewhere.',
      { path: '^api/', pathNot: [assembly, test] },
      { path: edge },
    ),
    forbidden(
      'rows-are-bytes-in-one-place',
      'Answers from the bytes of rows are one decision, which only assembly can put in or leave out.',
      { path: '^api/src/', pathNot: [assembly, '^api/src/(direct|database)/', test] },
      { path: '^api/src/(direct/|database/(reads/(raw-rows|row-bytes|statement-bytes)|server/raw-connection)\\.ts$)' },
    ),
    forbidden(
      'services-know-no-transport',
      'A service is called by GraphQL, by REST and by scripts alike.',
      { path: '\\.service\\.ts$' },
      { path: '(^|/)node_modules/(type-graphql|graphql|fastify|@apollo/server)/' },
    ),
    forbidden(
      'one-file-talks-to-the-model',
      "The vendor's library is behind one door.",
      { pathNot: ['^api/src/triage/engines/llm/chat-client\\.ts$'] },
      { path: '(^|/)node_modules/openai/' },
    ),
    forbidden(
      'one-file-talks-to-the-mail-server',
      'What a letter may become on the wire is decided once.',
      { path: '^api/(src|scripts)/', pathNot: ['^api/src/mail/out/smtp\\.ts$'] },
      { path: '(^|/)node_modules/nodemailer/' },
    ),
    forbidden(
      'one-file-takes-mail-by-smtp',
      'Who may hand over what is decided once.',
      {
        path: '^api/(src|scripts)/',
        pathNot: ['^api/src/mail/in/mail-listener\\.ts$', '^api/scripts/mail-demo/mail-sink\\.ts$'],
      },
      { path: '(^|/)node_modules/smtp-server/' },
    ),
    forbidden(
      'one-file-opens-a-mailbox',
      'How the desk is let in is decided once.',
      { path: '^api/(src|scripts)/', pathNot: ['^api/src/mail/in/mailbox-connection\\.ts$'] },
      { path: '(^|/)node_modules/imapflow/' },
    ),
    forbidden(
      'product-knows-no-scripts-or-tests',
      'Scripts and tests use the product, never the other way round.',
      { path: '^(api|client)/src/', pathNot: test },
      { path: '^(api/(scripts|test|bench)|client/(e2e|bench))/' },
    ),
    forbidden(
      'commands-know-no-tests',
      'The image has the built commands, and no folder for tests or measurements.',
      { path: '^api/(src|scripts)/', pathNot: test },
      { path: '^api/(test|bench|chaos)/' },
    ),
    forbidden(
      'api-and-client-are-apart',
      'They share the schema, and nothing else.',
      { path: '^(api|client)/src/' },
      { path: '^(api|client)/', pathNot: '^$1/' },
    ),
    ...clientRings
      .slice(0, -1)
      .map((ring, index) =>
        forbidden(
          `client-${ring.replaceAll('|', '-and-')}-knows-no-outer-ring`,
          'What is shown everywhere leans on nothing that is shown in one place.',
          { path: `^client/src/(${ring})/`, pathNot: test },
          { path: `^client/src/(${clientRings.slice(index + 1).join('|')})/` },
        ),
      ),
    forbidden(
      'ui-knows-no-graphql',
      'A component of ui/ is given what it shows.',
      { path: '^client/src/ui/', pathNot: test },
      { path: ['^client/src/(gql|apollo)/', '(^|/)node_modules/(@apollo/client|graphql)/'] },
    ),
    forbidden(
      'no-dead-module',
      'What no program reaches is dead, whatever its tests say.',
      { path: programs },
      { path: '^(api|client)/src/', pathNot: [test, '\\.d\\.ts$', ...programs], reachable: false },
    ),
  ],
  options: {
    // TypeScript 7 offers no parser to other programs; swc, which runs the tests, reads the same language.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/src/gql/|^api/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
