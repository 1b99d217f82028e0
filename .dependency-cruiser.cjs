/** The architecture as rules; docs/architecture.md explains the picture they protect. */
module.exports = {
  forbidden: [
    {
      name: 'suites-take-their-store-from-one-place',
      comment:
        'test/servers knows which server a run is about (MONGODB_TEST_URI); only the embedded store’s own suites start it themselves.',
      severity: 'error',
      from: {
        path: '^test/',
        pathNot: '^test/(servers/|unit/embedded-store/|integration/cli/data-directory\\.test\\.ts$)',
      },
      to: { path: '^src/embedded-store/start-embedded-store\\.ts$' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other, even if only for types, are one concept in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'cards-know-no-forms',
      comment: 'A form is drawn with the parts of cards; a card only has the button that opens one.',
      severity: 'error',
      from: { path: '^src/adapters/teams/cards/' },
      to: { path: '^src/adapters/teams/forms/' },
    },
    {
      name: 'no-circles-of-folders',
      comment:
        'Folders that need each other are one folder in two places: neither can be read or replaced alone.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'folders-do-not-reach-up',
      comment:
        'A folder is assembled by the files above it, so it must not need them; what both need has its own folder. Files directly in src/domain, src/simulator and src/adapters are for everything below.',
      severity: 'error',
      from: {
        path: '^(src/.+)/[^/]+/[^/]+$',
        pathNot: '^src/(domain/(ticket|organisation)|adapters/teams/inbound)/',
      },
      to: { path: '^$1/[^/]+$', pathNot: '^src/(domain/instant|simulator/page-api|adapters/logging)\\.ts$' },
    },
    {
      name: 'domain-in-layers',
      comment:
        'The calendar counts time, reactions use it, an organisation has calendars, and a ticket refers to all three.',
      severity: 'error',
      from: { path: '^src/domain/(service-calendar|reaction|organisation)/' },
      to: { path: '^src/domain/ticket/' },
    },
    {
      name: 'calendar-below-reaction-below-organisation',
      comment: 'So that each can be read and tested without the next.',
      severity: 'error',
      from: { path: '^src/domain/(service-calendar|reaction)/' },
      to: { path: '^src/domain/organisation/' },
    },
    {
      name: 'app-in-layers',
      comment:
        'Messages define what is announced; ports refer to messages; queries use ports; the use cases above join them. None knows its users.',
      severity: 'error',
      from: { path: '^src/app/(messages|ports)/' },
      to: { path: '^src/app/queries/' },
    },
    {
      name: 'messages-know-no-port',
      comment: 'What is announced is data, whoever stores or sends it.',
      severity: 'error',
      from: { path: '^src/app/messages/' },
      to: { path: '^src/app/ports/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The process must be readable and testable without any technology; luxon and feiertagejs provide zones and holidays, semver the order of versions.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        pathNot: [
          '^src/(domain/|(defined|same-value)\\.ts$)',
          'node_modules/(luxon|@types/luxon|feiertagejs|semver|@types/semver)/',
        ],
      },
    },
    {
      name: 'app-knows-only-domain',
      comment:
        'Use cases talk to ports; what is behind a port is chosen in the composition root. exponential-backoff does the retries.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: {
        pathNot: ['^src/(app/|domain/|(defined|same-value)\\.ts$)', 'node_modules/exponential-backoff/'],
      },
    },
    {
      name: 'adapters-do-not-import-each-other',
      comment: 'Each adapter can be replaced alone (the Bot Framework SDK first of all); main.ts joins them.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/([^/]+)/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'sdk-stays-in-its-adapter',
      comment: 'botbuilder is archived; when it is replaced, only this folder changes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/teams|simulator)/' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'database-stays-in-its-adapter',
      comment: 'mongoose schemas say how state is stored, not what the process is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/mongo/' },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'embedded-store-knows-nothing-of-the-product',
      comment: 'It is a database server; it must not know what it stores.',
      severity: 'error',
      from: { path: '^src/embedded-store/' },
      to: { path: '^src/', pathNot: '^src/(embedded-store/|defined\\.ts$)' },
    },
    {
      name: 'simulator-is-not-the-product',
      comment: 'Only local mode and tests may use the simulated Teams.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(simulator|local-mode)/' },
      to: { path: '^src/simulator/' },
    },
    {
      name: 'local-mode-is-started-by-main',
      comment:
        'It joins the bot and the simulator, since neither may know the other; main.ts loads it only without an app id.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts|local-mode/)' },
      to: { path: '^src/local-mode/' },
    },
    {
      name: 'simulator-talks-over-http',
      comment:
        'The strict Teams must not share code with the bot it tests (src/defined.ts knows neither); like everything else, the host has its German sentences in src/texts.',
      severity: 'error',
      from: { path: '^src/simulator/(connector|people|host|page|page-api)' },
      to: {
        path: '^src/',
        pathNot: '^src/(simulator/|defined\\.ts$|texts/(simulator|sample-month|sample-words)\\.de)',
      },
    },
    {
      name: 'page-is-a-browser-program',
      comment:
        'The page runs in a browser and talks to its host over HTTP: it knows the shared types and its packages, but nothing of the bot or of Node.',
      severity: 'error',
      from: { path: '^src/simulator/page/' },
      to: {
        pathNot: [
          '^src/simulator/page/',
          '^src/simulator/page-api\\.ts$',
          'node_modules/(react|react-dom|@types/react|@types/react-dom|@fluentui/react-[a-z-]+|adaptivecards|markdown-it|@types/markdown-it)/',
        ],
      },
    },
    {
      name: 'page-types-are-alone',
      comment: 'What page and host share must load in both, so it must not depend on either.',
      severity: 'error',
      from: { path: '^src/simulator/page-api\\.ts$' },
      to: {},
    },
    {
      name: 'nobody-imports-the-page',
      comment:
        'The page is built and served as files; it cannot run in Node. The named files need no browser and are tested without one.',
      severity: 'error',
      from: { path: '^(src|test|bench)/', pathNot: '^src/simulator/page/' },
      to: {
        path: '^src/simulator/page/',
        pathNot:
          '^src/simulator/page/.*/(suggestions|message-link|german-time|typed-time|prepare-card|markdown)\\.ts$',
      },
    },
    {
      name: 'only-the-build-loads-the-builder',
      comment: 'The page ships built: an installation has no vite, and only npm run page may load it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/simulator/page-build/build\\.ts$' },
      to: { path: 'node_modules/(vite|rolldown)/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships does not need test code.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment:
        'npm ci --omit=dev must be able to run it; the page ships built, and the Playground is only spawned.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/simulator/(page/|page-build/build\\.ts$)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
