import { describe, expect, it } from '@jest/globals';
import { TriageSource } from '../../../tickets/write/triage-port.js';
import { localClassification } from '../local-engine.js';
import { loadBuiltInClassifier } from './local-classifier.js';
import { isReadable } from './readable.js';

const ofText = (description: string) => isReadable({ title: '', description });

describe('isReadable', () => {
  it.each([
    'The invoice is wrong',
    'счёт неверный',
    'الفاتورة خاطئة',
    'बिल गलत है',
    '請求書が間違っています',
    '发票有误',
    '청구서가 잘못되었습니다',
    'ok',
    'The page says Η εφαρμογή and stays empty',
  ])('reads "%s"', (text) => expect(ofText(text)).toBe(true));

  it.each([
    'Δεν μπορεί να συνδεθεί κανείς',
    'אף אחד לא יכול להתחבר',
    'ไม่มีใครเข้าสู่ระบบได้',
    'ვერავინ შედის სისტემაში',
    'யாராலும் உள்நுழைய முடியவில்லை',
    'Relaydesk δεν λειτουργεί για κανέναν',
    '48151623420000',
    '12 000 / 7-7-7 ??? !!!',
    '🔥🔥🔥',
    'ann@desk.example https://desk.example/abc',
    '',
  ])('does not read "%s"', (text) => expect(ofText(text)).toBe(false));
});

describe('the classification of what cannot be read', () => {
  it.each(['Δεν μπορεί να συνδεθεί κανείς', '99999999999'])('of "%s" is the default, and says so', (description) => {
    expect(localClassification(loadBuiltInClassifier(), { title: '', description })).toMatchObject({
      source: TriageSource.DEFAULT,
      category: { value: 'general', confidence: 0 },
      priority: { value: 'medium', confidence: 0 },
    });
  });
});
