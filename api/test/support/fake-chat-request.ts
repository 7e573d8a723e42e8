/**
 * What the fake model server accepts as a chat completion request. Keys are checked against the `openai` package's own
 * types when this compiles, and every request against this schema when tests run: an unknown key, a tool, a second
 * system message or a schema that strict mode would refuse fails the test.
 */
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';

const strictJsonSchema = z
  .strictObject({
    type: z.literal('object'),
    properties: z.record(z.string(), z.record(z.string(), z.unknown())),
    required: z.array(z.string()),
    additionalProperties: z.literal(false),
  })
  .refine(({ properties, required }) => Object.keys(properties).every((key) => required.includes(key)), {
    error: 'strict mode requires every property',
  });

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      strict: z.literal(true),
      schema: strictJsonSchema,
    }),
  }),
  z.strictObject({ type: z.literal('json_object') }),
]);

const shape = {
  model: z.string().min(1),
  messages: z.union([
    z.tuple([
      z.strictObject({ role: z.literal('system'), content: z.string().min(1) }),
      z.strictObject({ role: z.literal('user'), content: z.string().min(1) }),
    ]),
    z.tuple([z.strictObject({ role: z.literal('user'), content: z.string().min(1) })]),
  ]),
  max_completion_tokens: z.int().positive().optional(),
  max_tokens: z.int().positive().optional(),
  temperature: z.number().min(0).max(2).optional(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).optional(),
  response_format: responseFormat.optional(),
} satisfies Partial<Record<keyof ChatCompletionCreateParamsNonStreaming, z.ZodType>>;

export const chatRequest = z
  .strictObject(shape)
  .refine((request) => request.max_tokens === undefined || request.max_completion_tokens === undefined, {
    error: 'max_tokens and max_completion_tokens exclude each other',
  }) satisfies z.ZodType<ChatCompletionCreateParamsNonStreaming>;

export type ChatRequest = z.infer<typeof chatRequest>;
