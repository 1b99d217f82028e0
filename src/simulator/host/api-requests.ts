import { z } from 'zod';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';

/** As much as one can type in Teams; a card's own limits are lower. */
const maxMessage = 28_000;
const maxInputs = 200;

const times = z.int().min(1).max(100);

const action = z.object({
  action: z.string().max(500),
  inputs: z.record(z.string(), z.string()).refine((inputs) => Object.keys(inputs).length <= maxInputs),
});

const messageId = z.string().regex(/^\d{1,16}$/);

/** What the page's GET requests ask for in their query. */
export const apiQueries = {
  threads: z.object({
    threads: z.coerce.number().int().min(1).max(1_000_000).optional(),
    message: messageId.optional(),
  }),
};

/** The bodies of the page's POST requests; page-api.ts says what they mean. */
export const apiRequests = {
  write: z.object({
    text: z
      .string()
      .refine((text) => text.trim() !== '', simulatorTexts.emptyMessage)
      .max(maxMessage, simulatorTexts.longMessage(maxMessage)),
    rootId: z.string().optional(),
  }),
  seen: z.object({ messageId }),
  action,
  press: action.extend({ cardVersion: z.string().max(100) }),
  clock: z.object({ move: z.enum(['hour', 'nextOpening', 'nextDeadline', 'real']) }),
  misbehaviour: z.object({
    throttle: z.boolean().optional(),
    delayMs: z.int().min(0).max(30_000).optional(),
    fail: z
      .object({ status: z.int().min(400).max(599), times })
      .nullable()
      .optional(),
    loseAnswers: z.object({ times }).nullable().optional(),
  }),
  nothing: z.object({}),
};

/** Reads a body or a query, or refuses it saying what is wrong. Undefined fields are omitted. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const reading = shape.safeParse(body);
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  const ours = [simulatorTexts.emptyMessage, simulatorTexts.longMessage(maxMessage)] as string[];
  if (issue !== undefined && ours.includes(issue.message)) throw new ApiRefusal(400, issue.message);
  const fields = reading.error.issues.map(({ path }) => path.join('.') || 'JSON').join(', ');
  throw new ApiRefusal(400, simulatorTexts.badRequest(fields));
}
