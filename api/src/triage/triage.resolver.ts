import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { TicketStats } from '../stats/stats.types.js';
import {
  TriageCalibrationBucket,
  TriageConfusionCell,
  TriageOutcomeCount,
  TriageReport,
} from './report/triage-report.js';
import { TriageStatus } from './report/triage-status.js';

@Resolver()
export class TriageStatusResolver {
  @Query(() => TriageStatus, { description: 'What triage runs on right now.' })
  triageStatus(@Ctx() { caller, services }: Context): Promise<TriageStatus> {
    return services.triage.status(caller);
  }
}

/** Triage adds its report card to the desk's figures. */
@Resolver(() => TicketStats)
export class TicketStatsTriageResolver {
  @FieldResolver(() => TriageReport, { description: "Triage's report card, over all time." })
  triage(): TriageReport {
    return new TriageReport();
  }
}

/** Each part is one statement, run only when it is selected. */
@Resolver(() => TriageReport)
export class TriageReportResolver {
  @FieldResolver(() => [TriageOutcomeCount], { description: 'Outcomes per field, source and version.' })
  outcomes(@Root() _report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageOutcomeCount[]> {
    return services.triage.report.outcomes(caller);
  }

  @FieldResolver(() => [TriageConfusionCell], {
    description: 'Suggested values against the values that the tickets have now.',
  })
  confusion(@Root() _report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageConfusionCell[]> {
    return services.triage.report.confusion(caller);
  }

  @FieldResolver(() => [TriageCalibrationBucket], {
    description: 'Ten ranges of confidence per field, empty ones included.',
  })
  calibration(@Root() _report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageCalibrationBucket[]> {
    return services.triage.report.calibration(caller);
  }
}
