/**
 * Which language model is asked, worked out from what the environment says. A provider that is named wins; without a
 * name a base URL with a key of its own, else the first provider in the table whose key is there. A choice that cannot
 * work is no reason for the desk not to start: it is reported, and the local classifier answers.
 */
import type { TriageConfig } from '../../../config.js';

/** What of the configuration decides which model is asked. */
export type ModelSettings = Pick<TriageConfig, 'provider' | 'baseUrl' | 'model' | 'geminiModel' | 'keys'>;

export type ProviderName = 'openai' | 'groq' | 'gemini' | 'ollama' | 'custom';

export type ModelTarget = { provider: ProviderName; baseUrl: string; model: string; apiKey: string | null };

/** The target, or null; and in words how the choice came about. */
export type ModelChoice = { target: ModelTarget | null; reason: string };

const PROVIDERS = {
  openai: { baseUrl: 'https://api.openai.com/v1', model: 'gpt-6-luna', keyName: 'OPENAI_API_KEY' },
  groq: { baseUrl: 'https://api.groq.com/openai/v1', model: 'openai/gpt-oss-20b', keyName: 'GROQ_API_KEY' },
  gemini: {
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/',
    model: 'gemini-3.8-flash',
    keyName: 'GEMINI_API_KEY',
  },
  ollama: { baseUrl: 'http://localhost:11434/v1/', model: 'gpt-oss:20b', keyName: null },
  custom: { baseUrl: null, model: null, keyName: null },
} as const satisfies Record<ProviderName, { baseUrl: string | null; model: string | null; keyName: string | null }>;

/** The keys that people already have, in the order in which they are looked for. */
const KEYED_PROVIDERS = ['openai', 'groq', 'gemini'] as const;

export function chooseModel(settings: ModelSettings): ModelChoice {
  if (settings.provider === 'none') return { target: null, reason: 'LLM_PROVIDER is none' };
  const { provider, reason } = settings.provider
    ? { provider: settings.provider, reason: `LLM_PROVIDER is ${settings.provider}` }
    : findProvider(settings);
  return provider ? targetOf(provider, settings, reason) : { target: null, reason };
}

function findProvider(settings: ModelSettings): { provider: ProviderName | null; reason: string } {
  if (settings.baseUrl && settings.keys.custom)
    return { provider: 'custom', reason: 'LLM_BASE_URL and LLM_API_KEY are set' };
  const provider = KEYED_PROVIDERS.find((name) => settings.keys[name]);
  if (provider) return { provider, reason: `${PROVIDERS[provider].keyName} is set` };
  if (settings.baseUrl) return { provider: 'custom', reason: 'LLM_BASE_URL is set' };
  return { provider: null, reason: 'no provider and no key is set' };
}

function targetOf(provider: ProviderName, settings: ModelSettings, reason: string): ModelChoice {
  const { keyName, ...defaults } = PROVIDERS[provider];
  const apiKey = provider === 'ollama' ? null : (settings.keys[provider] ?? settings.keys.custom);
  const baseUrl = settings.baseUrl ?? defaults.baseUrl;
  const model = settings.model ?? (provider === 'gemini' ? settings.geminiModel : null) ?? defaults.model;
  if (keyName && !apiKey) return { target: null, reason: `${reason}, but ${keyName} is not set` };
  if (!baseUrl) return { target: null, reason: `${reason}, but LLM_BASE_URL is not set` };
  if (!model) return { target: null, reason: `${reason}, but LLM_MODEL is not set` };
  return { target: { provider, baseUrl, model, apiKey }, reason };
}
