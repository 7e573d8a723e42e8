import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import type { SubscriptionState } from './following/ticket-subscription.js';
import type { TicketSubscriptionService } from './following/ticket-subscription.service.js';
import type { Notification } from './notification.js';
import type { NotificationService } from './notification.service.js';

type NotificationServices = {
  readonly notifications: NotificationService;
  readonly ticketSubscriptions: TicketSubscriptionService;
};

/** Fresh for every request: what one request read must not answer another. */
export function notificationLoaders(caller: Caller, { notifications, ticketSubscriptions }: NotificationServices) {
  return {
    notification: new DataLoader<string, Notification | null>(async (keys) => {
      const found = await notifications.getMany(caller, keys);
      return keys.map((key) => found.get(key) ?? null);
    }),
    ticketSubscription: new DataLoader<number, SubscriptionState | null>(async (numbers) => {
      const found = await ticketSubscriptions.statesOf(caller, numbers);
      return numbers.map((number) => found.get(number) ?? null);
    }),
  };
}
