import DataLoader from 'dataloader';
import type { Caller } from '../../caller.js';
import type { Delivery } from './delivery.js';
import type { DeliveryService } from './delivery.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function deliveryLoaders(caller: Caller, deliveries: DeliveryService) {
  return {
    deliveries: new DataLoader<string, Delivery[]>(async (keys) => {
      const found = await deliveries.ofReplies(caller, keys);
      return keys.map((key) => found.get(key) ?? []);
    }),
  };
}
