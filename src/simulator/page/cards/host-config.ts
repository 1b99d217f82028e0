import { HostConfig } from 'adaptivecards';

const color = (normal: string, subtle: string) => ({
  default: `var(--${normal})`,
  subtle: `var(--${subtle})`,
  highlightColors: { default: 'var(--colorNeutralBackground5)', subtle: 'var(--colorNeutralBackground4)' },
});

const foregroundColors = {
  default: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  dark: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  light: color('colorNeutralForeground2', 'colorNeutralForeground2'),
  accent: color('cardAccent', 'cardAccent'),
  good: color('cardGood', 'cardGood'),
  warning: color('cardWarning', 'cardWarning'),
  attention: color('cardAttention', 'cardAttention'),
};

const style = (background: string) => ({
  backgroundColor: `var(--${background})`,
  borderColor: 'var(--colorNeutralStroke2)',
  foregroundColors,
});

/**
 * Cards in Fluent's colours and sizes. Colours are variables of the surrounding theme (cards.css has those that Fluent
 * lacks), so that a card follows the theme without being redrawn.
 */
export const fluentHostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 4, default: 10, medium: 12, large: 20, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  imageSizes: { small: 32, medium: 64, large: 128 },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: style('cardBackground'),
    emphasis: style('colorNeutralBackground3'),
    accent: style('cardAccentBackground'),
    good: style('cardGoodBackground'),
    warning: style('cardWarningBackground'),
    attention: style('cardAttentionBackground'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', size: 'small', spacing: 'small' },
  },
});
