import type { FastifyPluginAsync } from 'fastify';
import { resource } from '../rest/resource.js';
import type { StatsService } from './stats.service.js';

/** GET /api/tickets/stats/ */
export function statsRoutes({ stats }: { stats: StatsService }): FastifyPluginAsync {
  return async (rest) => {
    resource(rest, '/tickets/stats', {
      async GET({ caller }) {
        const summary = await stats.summary(caller);
        return {
          total_tickets: summary.total,
          open_tickets: summary.open,
          avg_tickets_per_day: summary.averagePerDay,
          priority_breakdown: summary.byPriority,
          category_breakdown: summary.byCategory,
          status_breakdown: summary.byStatus,
        };
      },
    });
  };
}
