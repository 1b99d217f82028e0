import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const clockReads = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is data: take it from the Clock port (src/adapters/clock.ts is the only reader).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is data: take it from the Clock port (src/adapters/clock.ts is the only reader).',
  },
  {
    selector:
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]",
    message: 'Time is data: take it from the Clock port (src/adapters/clock.ts is the only reader).',
  },
];

const emptyObject = (branch) => `[${branch}.type='ObjectExpression'][${branch}.properties.length=0]`;
const missingFields = {
  selector: ['===', '!==']
    .map((operator) => [operator, operator === '===' ? 'consequent' : 'alternate'])
    .map(
      ([operator, branch]) =>
        `ConditionalExpression[test.operator='${operator}'][test.right.type='Identifier'][test.right.name='undefined']${emptyObject(branch)}`,
    )
    .join(', '),
  message:
    "A field that may be missing is given by defined({ field }) of src/defined.ts: one way to say 'not there'.",
};

const writableFields = {
  selector: 'TSPropertySignature[readonly!=true]',
  message: 'Fields are readonly; what changes in place is listed in eslint.config.mjs.',
};

const german =
  /[äöüÄÖÜß„“]|(^|[^A-Za-z])(und|oder|nicht|wird|werden|ist|sind|der|das|ein|eine|kein|keine|noch|mit|von|auf|bei|nach|vor|zum|zur|Bitte|Ihre|Uhr|Tage?|Bild|Fehler|Weitere|Aktionen)([^A-Za-z]|$)/
    .source;
const germanElsewhere = {
  selector: [
    `Literal[value=/${german}/]`,
    `TemplateElement[value.raw=/${german}/]`,
    `JSXText[value=/${german}/]`,
  ].join(', '),
  message: 'What people read stands in src/texts, or for the page in its texts.',
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'data/**', 'coverage/**', 'dist/**', 'src/simulator/page/dist*/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/simulator/page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // What is taken apart to leave some fields out names them.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // One import statement per module: types are inline; `import type` only where nothing else is imported.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': ['error', ...clockReads, missingFields],
      // One spelling for everything that holds a value; page components are named as React requires.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase'], leadingUnderscore: 'allow' },
        // Names given by packages and the environment.
        { selector: 'variable', modifiers: ['destructured'], format: null },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
    },
  },
  {
    // Only the clock adapter reads the machine's time; process.env belongs to config.ts.
    files: ['src/adapters/clock.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: [
      'src/adapters/clock.ts',
      'src/texts/**',
      'src/simulator/page/texts/**',
      // These hold state that changes in place: a buffer that grows, a catalogue, a world of accounts and messages.
      'src/adapters/http/server.ts',
      'src/domain/service-calendar/span-list.ts',
      'src/embedded-store/plan.ts',
      'src/embedded-store/index-entries.ts',
      'src/simulator/connector/teams-accounts.ts',
      'src/simulator/connector/messages.ts',
      'src/simulator/host/sample-data/play-step.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...clockReads, missingFields, writableFields, germanElsewhere],
    },
  },
  {
    files: ['src/texts/**', 'src/simulator/page/texts/**'],
    rules: { 'no-restricted-syntax': ['error', ...clockReads, missingFields, writableFields] },
  },
  {
    // React recognises components and contexts by their capital letter.
    files: ['src/simulator/page/**'],
    rules: {
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase', 'PascalCase'] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config.ts', 'src/main.ts', 'src/simulator/playground/**', 'src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', 'fc.check'] }],
      'jest/no-conditional-expect': 'off',
      'jest/no-standalone-expect': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['bench/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', missingFields] },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
