export function cutOff(text: string): string | null;
