import { environments, reproducibilities } from '../../../domain/ticket/fault-report';
import { reportingWays } from '../../../domain/ticket/on-behalf';
import {
  partSchema,
  requiredFlag,
  requiredInstant,
  requiredOneOf,
  requiredText,
  text,
} from './strict-schema';

export const faultReportSchema = partSchema({
  title: requiredText,
  description: requiredText,
  since: text,
  moduleVersion: text,
  environment: requiredOneOf(environments),
  reproducible: requiredOneOf(reproducibilities),
  workaround: text,
  firstAndSecondLevelDone: requiredFlag,
});

export const onBehalfSchema = partSchema({
  way: requiredOneOf(reportingWays),
  saidBy: requiredText,
  at: requiredInstant,
});
