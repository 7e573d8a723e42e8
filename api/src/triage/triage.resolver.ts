import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { InvalidInputError } from '../errors.js';
import { answer } from '../relay/payload.js';
import { TicketStats } from '../stats/stats.types.js';
import { longestWindow } from '../stats/stats-window.js';
import {
  TriageClassifier,
  UseTriageClassifierInput,
  UseTriageClassifierPayload,
} from './learning/triage-classifier.js';
import { TriageCorrection, TriageReportGroup, TriageReportGrouping } from './report/report-groups.js';
import { lastDays } from './report/report-period.js';
import { TriageReplay } from './report/triage-replay.js';
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

const mostCorrections = 100;

@Resolver()
export class TriageClassifierResolver {
  @Query(() => [TriageClassifier], {
    description: 'The local classifiers: the latest that were trained here, the newest first, then the built-in one.',
  })
  triageClassifiers(@Ctx() { caller, services }: Context): Promise<TriageClassifier[]> {
    return services.triage.classifiers.list(caller);
  }

  @Mutation(() => UseTriageClassifierPayload, {
    description:
      'Have another local classifier answer, on all processes within seconds. The next training may put a better one to use.',
  })
  useTriageClassifier(
    @Arg('input', () => UseTriageClassifierInput, { description: 'Which.' }) { version }: UseTriageClassifierInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UseTriageClassifierPayload> {
    const { classifiers } = services.triage;
    return answer(new UseTriageClassifierPayload(), async () => {
      await classifiers.use(caller, version);
      return { classifiers: await classifiers.list(caller) };
    });
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
  @Query(() => TriageReport, { description: 'What became of what triage suggested.' })
  triageReport(
    @Arg('days', () => Int, {
      nullable: true,
      description: 'Only of suggestions that were made in the last so many days, 1–366. Left out: ever.',
    })
    days: number | null,
  ): TriageReport {
    if (days != null && (days < 1 || days > longestWindow)) throw outOfRange('days', longestWindow);
    return Object.assign(new TriageReport(), lastDays(days ?? null));
  }

  @FieldResolver(() => TriageReportGroup, { description: 'All suggestions together.' })
  total(@Root() report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageReportGroup> {
    return services.triage.report.total(caller, report);
  }

  @FieldResolver(() => [TriageReportGroup], { description: 'The same by what they have in common, the largest first.' })
  groups(
    @Root() report: TriageReport,
    @Arg('by', () => TriageReportGrouping, { description: 'What they have in common.' }) by: TriageReportGrouping,
    @Ctx() { caller, services }: Context,
  ): Promise<TriageReportGroup[]> {
    return services.triage.report.groups(caller, report, by);
  }

  @FieldResolver(() => [TriageCorrection], {
    description:
      'What people changed suggestions to, the most frequent first: what the team has taught, and where a rule may be missing.',
  })
  corrections(
    @Root() report: TriageReport,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 1–100.' })
    first: number | null,
    @Ctx() { caller, services }: Context,
  ): Promise<TriageCorrection[]> {
    const most = first ?? 10;
    if (most < 1 || most > mostCorrections) throw outOfRange('first', mostCorrections);
    return services.triage.report.corrections(caller, report, most);
  }

  @FieldResolver(() => TriageReplay, {
    description:
      'Reviewed tickets answered again by the local classifiers. It is worked out each time, which takes about a second.',
  })
  replay(@Root() report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageReplay> {
    return services.triage.report.replay(caller, report);
  }

  @FieldResolver(() => [TriageOutcomeCount], { description: 'Outcomes per field, source and version.' })
  outcomes(@Root() report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageOutcomeCount[]> {
    return services.triage.report.outcomes(caller, report);
  }

  @FieldResolver(() => [TriageConfusionCell], {
    description: 'Suggested values against the values that the tickets have now.',
  })
  confusion(@Root() report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageConfusionCell[]> {
    return services.triage.report.confusion(caller, report);
  }

  @FieldResolver(() => [TriageCalibrationBucket], {
    description: 'Ten ranges of confidence per field, empty ones included.',
  })
  calibration(@Root() report: TriageReport, @Ctx() { caller, services }: Context): Promise<TriageCalibrationBucket[]> {
    return services.triage.report.calibration(caller, report);
  }
}

function outOfRange(argument: string, most: number): InvalidInputError {
  const message = `Ensure this value is between 1 and ${most}.`;
  return new InvalidInputError([{ path: [argument], code: 'invalid', message }]);
}
