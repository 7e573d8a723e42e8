/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query DescriptionPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      version\n      description\n      ...useUpdateTicket_ticket\n    }\n  }\n": typeof types.DescriptionPageDocument,
    "\n  query ManagePage($filter: TicketFilter, $orderBy: TicketOrder, $first: Int!, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          ...ManageRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ManagePageDocument,
    "\n  fragment ManageRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    updatedAt\n    resolvedAt\n    suggestion {\n      id\n      source\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n  }\n": typeof types.ManageRow_TicketFragmentDoc,
    "\n  mutation DeleteTickets($input: DeleteTicketsInput!) {\n    deleteTickets(input: $input) {\n      deletedTicketIds\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteTicketsDocument,
    "\n  query ShellPage {\n    ticketStats(days: 1) {\n      openCount\n    }\n    triageStatus {\n      ...TriageState_triage\n    }\n  }\n": typeof types.ShellPageDocument,
    "\n  fragment TriageState_triage on TriageStatus {\n    source\n    engine\n    answering\n    message\n  }\n": typeof types.TriageState_TriageFragmentDoc,
    "\n  query PalettePage($search: String!, $number: Int!, $byNumber: Boolean!) {\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      ...PaletteTicket_ticket\n    }\n    unfinished: tickets(filter: { search: $search, status: [OPEN, IN_PROGRESS] }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    tickets(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.PalettePageDocument,
    "\n  fragment PaletteTicket_ticket on Ticket {\n    id\n    number\n    title\n    status\n    createdAt\n  }\n": typeof types.PaletteTicket_TicketFragmentDoc,
    "\n  fragment BacklogAge_stats on TicketStats {\n    backlogAge {\n      label\n      from\n      to\n      count\n      byPriority {\n        priority\n        count\n      }\n    }\n  }\n": typeof types.BacklogAge_StatsFragmentDoc,
    "\n  fragment Breakdown_stats on TicketStats {\n    period {\n      from\n      to\n      byPriority {\n        priority\n        count\n      }\n      byCategory {\n        category\n        count\n      }\n      byStatus {\n        status\n        count\n      }\n    }\n  }\n": typeof types.Breakdown_StatsFragmentDoc,
    "\n  query DashboardPage($days: Int!, $timeZone: String!) {\n    ticketStats(days: $days, timeZone: $timeZone) {\n      ...Headline_stats @unmask\n      ...FlowChart_stats @unmask\n      ...Breakdown_stats @unmask\n      ...BacklogAge_stats @unmask\n      triage {\n        ...TriageReport_report @unmask\n        ...TriageAccuracy_report @unmask\n      }\n    }\n  }\n": typeof types.DashboardPageDocument,
    "\n  fragment FlowChart_stats on TicketStats {\n    openingBacklog\n    perDay {\n      from\n      to\n      created\n      resolved\n      partial\n    }\n  }\n": typeof types.FlowChart_StatsFragmentDoc,
    "\n  fragment Headline_stats on TicketStats {\n    totalCount\n    openCount\n    averagePerDay\n    openingBacklog\n    byStatus {\n      status\n      count\n    }\n    period {\n      from\n      to\n      created\n      resolved\n      medianHoursToResolve\n    }\n    previousPeriod {\n      created\n      resolved\n      medianHoursToResolve\n    }\n  }\n": typeof types.Headline_StatsFragmentDoc,
    "\n  fragment TriageAccuracy_report on TriageReport {\n    confusion {\n      field\n      suggested\n      final\n      count\n    }\n    calibration {\n      field\n      from\n      to\n      count\n      meanConfidence\n      accepted\n    }\n  }\n": typeof types.TriageAccuracy_ReportFragmentDoc,
    "\n  fragment TriageReport_report on TriageReport {\n    outcomes {\n      field\n      source\n      version\n      suggested\n      kept\n      confirmed\n      overridden\n    }\n  }\n": typeof types.TriageReport_ReportFragmentDoc,
    "\n  fragment SuggestionCard_suggestion on TriageSuggestion {\n    id\n    source\n    engine\n    version\n    rationale\n    category {\n      value\n      confidence\n      belowThreshold\n    }\n    priority {\n      value\n      confidence\n      belowThreshold\n    }\n    learnedFrom {\n      id\n      number\n    }\n  }\n": typeof types.SuggestionCard_SuggestionFragmentDoc,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        path\n        message\n      }\n    }\n  }\n": typeof types.CreateTicketDocument,
    "\n  mutation SuggestForDraft($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        quote\n        category {\n          value\n          evidence\n        }\n        priority {\n          value\n          evidence\n        }\n        ...SuggestionCard_suggestion\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.SuggestForDraftDocument,
    "\n  mutation DeleteTicket($input: DeleteTicketInput!) {\n    deleteTicket(input: $input) {\n      deletedTicketId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteTicketDocument,
    "\n  fragment useUpdateTicket_ticket on Ticket {\n    id\n    number\n    title\n    category\n    priority\n    status\n    version\n    updatedAt\n  }\n  fragment useUpdateTicket_words on Ticket {\n    id\n    description\n  }\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        ...useUpdateTicket_ticket @unmask\n        ...useUpdateTicket_words @unmask\n        ...TicketRow_ticket\n        ...ManageRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        code\n        path\n        message\n      }\n    }\n  }\n": typeof types.UseUpdateTicket_TicketFragmentDoc,
    "\n  fragment useUpdateTickets_ticket on Ticket {\n    id\n    category\n    priority\n    status\n  }\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      results {\n        id\n        ticket {\n          ...useUpdateTickets_ticket\n          ...TicketRow_ticket\n          ...ManageRow_ticket\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UseUpdateTickets_TicketFragmentDoc,
    "\n  query CountTickets($filter: TicketFilter) {\n    tickets(filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.CountTicketsDocument,
    "\n  query InboxPage(\n    $filter: TicketFilter\n    $orderBy: TicketOrder\n    $first: Int!\n    $after: String\n    $number: Int!\n    $byNumber: Boolean!\n  ) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          number\n          createdAt\n          ...useUpdateTicket_ticket\n          ...TicketRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      createdAt\n      ...useUpdateTicket_ticket\n      ...TicketRow_ticket\n    }\n  }\n": typeof types.InboxPageDocument,
    "\n  fragment TicketRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    ...useUpdateTicket_ticket\n  }\n": typeof types.TicketRow_TicketFragmentDoc,
    "\n  mutation AddSampleTickets($input: AddSampleTicketsInput!) {\n    addSampleTickets(input: $input) {\n      createdCount\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.AddSampleTicketsDocument,
    "\n  mutation RemoveSampleTickets {\n    removeSampleTickets {\n      removedCount\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RemoveSampleTicketsDocument,
    "\n  fragment SuggestionCard_ticket on Ticket {\n    id\n    suggestion {\n      id\n      source\n      engine\n      version\n      latencyMs\n      rationale\n      quote\n      category {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      priority {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      learnedFrom {\n        id\n        number\n      }\n    }\n  }\n": typeof types.SuggestionCard_TicketFragmentDoc,
    "\n  fragment TicketActionBar_ticket on Ticket {\n    id\n    status\n  }\n": typeof types.TicketActionBar_TicketFragmentDoc,
    "\n  fragment TicketAside_ticket on Ticket {\n    id\n    status\n    priority\n    category\n    createdAt\n    resolvedAt\n  }\n": typeof types.TicketAside_TicketFragmentDoc,
    "\n  fragment TicketBar_ticket on Ticket {\n    id\n    number\n    title\n  }\n": typeof types.TicketBar_TicketFragmentDoc,
    "\n  fragment TicketDetails_ticket on Ticket {\n    id\n    status\n    suggestion {\n      id\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n    ...TicketBar_ticket\n    ...TicketHeading_ticket\n    ...TicketText_ticket\n    ...TicketEditor_ticket\n    ...TicketProperties_ticket\n    ...TicketAside_ticket\n    ...TicketActionBar_ticket\n    ...SuggestionCard_ticket\n    ...TicketTrail_ticket\n  }\n": typeof types.TicketDetails_TicketFragmentDoc,
    "\n  fragment TicketEditor_ticket on Ticket {\n    id\n    ...useUpdateTicket_ticket\n    ...useUpdateTicket_words\n  }\n": typeof types.TicketEditor_TicketFragmentDoc,
    "\n  fragment TicketHeading_ticket on Ticket {\n    id\n    title\n    createdAt\n    updatedAt\n    version\n  }\n": typeof types.TicketHeading_TicketFragmentDoc,
    "\n  query TicketPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      number\n      title\n      ...TicketDetails_ticket\n    }\n  }\n": typeof types.TicketPageDocument,
    "\n  fragment TicketProperties_ticket on Ticket {\n    id\n    status\n    priority\n    category\n  }\n": typeof types.TicketProperties_TicketFragmentDoc,
    "\n  fragment TicketText_ticket on Ticket {\n    id\n    version\n    description\n    suggestion {\n      id\n      quote\n      category {\n        evidence\n      }\n      priority {\n        evidence\n      }\n    }\n  }\n": typeof types.TicketText_TicketFragmentDoc,
    "\n  fragment TicketTrail_ticket on Ticket {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          type\n          field\n          from\n          to\n          source\n          byWebClient\n          actor\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.TicketTrail_TicketFragmentDoc,
    "\n  mutation AcceptSuggestion($input: ConfirmSuggestionInput!) {\n    confirmSuggestion(input: $input) {\n      ticket {\n        ...TicketRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.AcceptSuggestionDocument,
    "\n  mutation SuggestAgain($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        ticket {\n          id\n          ...SuggestionCard_ticket\n          ...TicketText_ticket\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SuggestAgainDocument,
};
const documents: Documents = {
    "\n  query DescriptionPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      version\n      description\n      ...useUpdateTicket_ticket\n    }\n  }\n": types.DescriptionPageDocument,
    "\n  query ManagePage($filter: TicketFilter, $orderBy: TicketOrder, $first: Int!, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          ...ManageRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.ManagePageDocument,
    "\n  fragment ManageRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    updatedAt\n    resolvedAt\n    suggestion {\n      id\n      source\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n  }\n": types.ManageRow_TicketFragmentDoc,
    "\n  mutation DeleteTickets($input: DeleteTicketsInput!) {\n    deleteTickets(input: $input) {\n      deletedTicketIds\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteTicketsDocument,
    "\n  query ShellPage {\n    ticketStats(days: 1) {\n      openCount\n    }\n    triageStatus {\n      ...TriageState_triage\n    }\n  }\n": types.ShellPageDocument,
    "\n  fragment TriageState_triage on TriageStatus {\n    source\n    engine\n    answering\n    message\n  }\n": types.TriageState_TriageFragmentDoc,
    "\n  query PalettePage($search: String!, $number: Int!, $byNumber: Boolean!) {\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      ...PaletteTicket_ticket\n    }\n    unfinished: tickets(filter: { search: $search, status: [OPEN, IN_PROGRESS] }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    tickets(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.PalettePageDocument,
    "\n  fragment PaletteTicket_ticket on Ticket {\n    id\n    number\n    title\n    status\n    createdAt\n  }\n": types.PaletteTicket_TicketFragmentDoc,
    "\n  fragment BacklogAge_stats on TicketStats {\n    backlogAge {\n      label\n      from\n      to\n      count\n      byPriority {\n        priority\n        count\n      }\n    }\n  }\n": types.BacklogAge_StatsFragmentDoc,
    "\n  fragment Breakdown_stats on TicketStats {\n    period {\n      from\n      to\n      byPriority {\n        priority\n        count\n      }\n      byCategory {\n        category\n        count\n      }\n      byStatus {\n        status\n        count\n      }\n    }\n  }\n": types.Breakdown_StatsFragmentDoc,
    "\n  query DashboardPage($days: Int!, $timeZone: String!) {\n    ticketStats(days: $days, timeZone: $timeZone) {\n      ...Headline_stats @unmask\n      ...FlowChart_stats @unmask\n      ...Breakdown_stats @unmask\n      ...BacklogAge_stats @unmask\n      triage {\n        ...TriageReport_report @unmask\n        ...TriageAccuracy_report @unmask\n      }\n    }\n  }\n": types.DashboardPageDocument,
    "\n  fragment FlowChart_stats on TicketStats {\n    openingBacklog\n    perDay {\n      from\n      to\n      created\n      resolved\n      partial\n    }\n  }\n": types.FlowChart_StatsFragmentDoc,
    "\n  fragment Headline_stats on TicketStats {\n    totalCount\n    openCount\n    averagePerDay\n    openingBacklog\n    byStatus {\n      status\n      count\n    }\n    period {\n      from\n      to\n      created\n      resolved\n      medianHoursToResolve\n    }\n    previousPeriod {\n      created\n      resolved\n      medianHoursToResolve\n    }\n  }\n": types.Headline_StatsFragmentDoc,
    "\n  fragment TriageAccuracy_report on TriageReport {\n    confusion {\n      field\n      suggested\n      final\n      count\n    }\n    calibration {\n      field\n      from\n      to\n      count\n      meanConfidence\n      accepted\n    }\n  }\n": types.TriageAccuracy_ReportFragmentDoc,
    "\n  fragment TriageReport_report on TriageReport {\n    outcomes {\n      field\n      source\n      version\n      suggested\n      kept\n      confirmed\n      overridden\n    }\n  }\n": types.TriageReport_ReportFragmentDoc,
    "\n  fragment SuggestionCard_suggestion on TriageSuggestion {\n    id\n    source\n    engine\n    version\n    rationale\n    category {\n      value\n      confidence\n      belowThreshold\n    }\n    priority {\n      value\n      confidence\n      belowThreshold\n    }\n    learnedFrom {\n      id\n      number\n    }\n  }\n": types.SuggestionCard_SuggestionFragmentDoc,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        path\n        message\n      }\n    }\n  }\n": types.CreateTicketDocument,
    "\n  mutation SuggestForDraft($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        quote\n        category {\n          value\n          evidence\n        }\n        priority {\n          value\n          evidence\n        }\n        ...SuggestionCard_suggestion\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.SuggestForDraftDocument,
    "\n  mutation DeleteTicket($input: DeleteTicketInput!) {\n    deleteTicket(input: $input) {\n      deletedTicketId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteTicketDocument,
    "\n  fragment useUpdateTicket_ticket on Ticket {\n    id\n    number\n    title\n    category\n    priority\n    status\n    version\n    updatedAt\n  }\n  fragment useUpdateTicket_words on Ticket {\n    id\n    description\n  }\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        ...useUpdateTicket_ticket @unmask\n        ...useUpdateTicket_words @unmask\n        ...TicketRow_ticket\n        ...ManageRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        code\n        path\n        message\n      }\n    }\n  }\n": types.UseUpdateTicket_TicketFragmentDoc,
    "\n  fragment useUpdateTickets_ticket on Ticket {\n    id\n    category\n    priority\n    status\n  }\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      results {\n        id\n        ticket {\n          ...useUpdateTickets_ticket\n          ...TicketRow_ticket\n          ...ManageRow_ticket\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.UseUpdateTickets_TicketFragmentDoc,
    "\n  query CountTickets($filter: TicketFilter) {\n    tickets(filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n": types.CountTicketsDocument,
    "\n  query InboxPage(\n    $filter: TicketFilter\n    $orderBy: TicketOrder\n    $first: Int!\n    $after: String\n    $number: Int!\n    $byNumber: Boolean!\n  ) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          number\n          createdAt\n          ...useUpdateTicket_ticket\n          ...TicketRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      createdAt\n      ...useUpdateTicket_ticket\n      ...TicketRow_ticket\n    }\n  }\n": types.InboxPageDocument,
    "\n  fragment TicketRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    ...useUpdateTicket_ticket\n  }\n": types.TicketRow_TicketFragmentDoc,
    "\n  mutation AddSampleTickets($input: AddSampleTicketsInput!) {\n    addSampleTickets(input: $input) {\n      createdCount\n      userErrors {\n        message\n      }\n    }\n  }\n": types.AddSampleTicketsDocument,
    "\n  mutation RemoveSampleTickets {\n    removeSampleTickets {\n      removedCount\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RemoveSampleTicketsDocument,
    "\n  fragment SuggestionCard_ticket on Ticket {\n    id\n    suggestion {\n      id\n      source\n      engine\n      version\n      latencyMs\n      rationale\n      quote\n      category {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      priority {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      learnedFrom {\n        id\n        number\n      }\n    }\n  }\n": types.SuggestionCard_TicketFragmentDoc,
    "\n  fragment TicketActionBar_ticket on Ticket {\n    id\n    status\n  }\n": types.TicketActionBar_TicketFragmentDoc,
    "\n  fragment TicketAside_ticket on Ticket {\n    id\n    status\n    priority\n    category\n    createdAt\n    resolvedAt\n  }\n": types.TicketAside_TicketFragmentDoc,
    "\n  fragment TicketBar_ticket on Ticket {\n    id\n    number\n    title\n  }\n": types.TicketBar_TicketFragmentDoc,
    "\n  fragment TicketDetails_ticket on Ticket {\n    id\n    status\n    suggestion {\n      id\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n    ...TicketBar_ticket\n    ...TicketHeading_ticket\n    ...TicketText_ticket\n    ...TicketEditor_ticket\n    ...TicketProperties_ticket\n    ...TicketAside_ticket\n    ...TicketActionBar_ticket\n    ...SuggestionCard_ticket\n    ...TicketTrail_ticket\n  }\n": types.TicketDetails_TicketFragmentDoc,
    "\n  fragment TicketEditor_ticket on Ticket {\n    id\n    ...useUpdateTicket_ticket\n    ...useUpdateTicket_words\n  }\n": types.TicketEditor_TicketFragmentDoc,
    "\n  fragment TicketHeading_ticket on Ticket {\n    id\n    title\n    createdAt\n    updatedAt\n    version\n  }\n": types.TicketHeading_TicketFragmentDoc,
    "\n  query TicketPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      number\n      title\n      ...TicketDetails_ticket\n    }\n  }\n": types.TicketPageDocument,
    "\n  fragment TicketProperties_ticket on Ticket {\n    id\n    status\n    priority\n    category\n  }\n": types.TicketProperties_TicketFragmentDoc,
    "\n  fragment TicketText_ticket on Ticket {\n    id\n    version\n    description\n    suggestion {\n      id\n      quote\n      category {\n        evidence\n      }\n      priority {\n        evidence\n      }\n    }\n  }\n": types.TicketText_TicketFragmentDoc,
    "\n  fragment TicketTrail_ticket on Ticket {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          type\n          field\n          from\n          to\n          source\n          byWebClient\n          actor\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.TicketTrail_TicketFragmentDoc,
    "\n  mutation AcceptSuggestion($input: ConfirmSuggestionInput!) {\n    confirmSuggestion(input: $input) {\n      ticket {\n        ...TicketRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.AcceptSuggestionDocument,
    "\n  mutation SuggestAgain($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        ticket {\n          id\n          ...SuggestionCard_ticket\n          ...TicketText_ticket\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SuggestAgainDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DescriptionPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      version\n      description\n      ...useUpdateTicket_ticket\n    }\n  }\n"): (typeof documents)["\n  query DescriptionPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      version\n      description\n      ...useUpdateTicket_ticket\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ManagePage($filter: TicketFilter, $orderBy: TicketOrder, $first: Int!, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          ...ManageRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ManagePage($filter: TicketFilter, $orderBy: TicketOrder, $first: Int!, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          ...ManageRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ManageRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    updatedAt\n    resolvedAt\n    suggestion {\n      id\n      source\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n  }\n"): (typeof documents)["\n  fragment ManageRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    updatedAt\n    resolvedAt\n    suggestion {\n      id\n      source\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTickets($input: DeleteTicketsInput!) {\n    deleteTickets(input: $input) {\n      deletedTicketIds\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTickets($input: DeleteTicketsInput!) {\n    deleteTickets(input: $input) {\n      deletedTicketIds\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellPage {\n    ticketStats(days: 1) {\n      openCount\n    }\n    triageStatus {\n      ...TriageState_triage\n    }\n  }\n"): (typeof documents)["\n  query ShellPage {\n    ticketStats(days: 1) {\n      openCount\n    }\n    triageStatus {\n      ...TriageState_triage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TriageState_triage on TriageStatus {\n    source\n    engine\n    answering\n    message\n  }\n"): (typeof documents)["\n  fragment TriageState_triage on TriageStatus {\n    source\n    engine\n    answering\n    message\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PalettePage($search: String!, $number: Int!, $byNumber: Boolean!) {\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      ...PaletteTicket_ticket\n    }\n    unfinished: tickets(filter: { search: $search, status: [OPEN, IN_PROGRESS] }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    tickets(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PalettePage($search: String!, $number: Int!, $byNumber: Boolean!) {\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      ...PaletteTicket_ticket\n    }\n    unfinished: tickets(filter: { search: $search, status: [OPEN, IN_PROGRESS] }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    tickets(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...PaletteTicket_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaletteTicket_ticket on Ticket {\n    id\n    number\n    title\n    status\n    createdAt\n  }\n"): (typeof documents)["\n  fragment PaletteTicket_ticket on Ticket {\n    id\n    number\n    title\n    status\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BacklogAge_stats on TicketStats {\n    backlogAge {\n      label\n      from\n      to\n      count\n      byPriority {\n        priority\n        count\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment BacklogAge_stats on TicketStats {\n    backlogAge {\n      label\n      from\n      to\n      count\n      byPriority {\n        priority\n        count\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Breakdown_stats on TicketStats {\n    period {\n      from\n      to\n      byPriority {\n        priority\n        count\n      }\n      byCategory {\n        category\n        count\n      }\n      byStatus {\n        status\n        count\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Breakdown_stats on TicketStats {\n    period {\n      from\n      to\n      byPriority {\n        priority\n        count\n      }\n      byCategory {\n        category\n        count\n      }\n      byStatus {\n        status\n        count\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardPage($days: Int!, $timeZone: String!) {\n    ticketStats(days: $days, timeZone: $timeZone) {\n      ...Headline_stats @unmask\n      ...FlowChart_stats @unmask\n      ...Breakdown_stats @unmask\n      ...BacklogAge_stats @unmask\n      triage {\n        ...TriageReport_report @unmask\n        ...TriageAccuracy_report @unmask\n      }\n    }\n  }\n"): (typeof documents)["\n  query DashboardPage($days: Int!, $timeZone: String!) {\n    ticketStats(days: $days, timeZone: $timeZone) {\n      ...Headline_stats @unmask\n      ...FlowChart_stats @unmask\n      ...Breakdown_stats @unmask\n      ...BacklogAge_stats @unmask\n      triage {\n        ...TriageReport_report @unmask\n        ...TriageAccuracy_report @unmask\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FlowChart_stats on TicketStats {\n    openingBacklog\n    perDay {\n      from\n      to\n      created\n      resolved\n      partial\n    }\n  }\n"): (typeof documents)["\n  fragment FlowChart_stats on TicketStats {\n    openingBacklog\n    perDay {\n      from\n      to\n      created\n      resolved\n      partial\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Headline_stats on TicketStats {\n    totalCount\n    openCount\n    averagePerDay\n    openingBacklog\n    byStatus {\n      status\n      count\n    }\n    period {\n      from\n      to\n      created\n      resolved\n      medianHoursToResolve\n    }\n    previousPeriod {\n      created\n      resolved\n      medianHoursToResolve\n    }\n  }\n"): (typeof documents)["\n  fragment Headline_stats on TicketStats {\n    totalCount\n    openCount\n    averagePerDay\n    openingBacklog\n    byStatus {\n      status\n      count\n    }\n    period {\n      from\n      to\n      created\n      resolved\n      medianHoursToResolve\n    }\n    previousPeriod {\n      created\n      resolved\n      medianHoursToResolve\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TriageAccuracy_report on TriageReport {\n    confusion {\n      field\n      suggested\n      final\n      count\n    }\n    calibration {\n      field\n      from\n      to\n      count\n      meanConfidence\n      accepted\n    }\n  }\n"): (typeof documents)["\n  fragment TriageAccuracy_report on TriageReport {\n    confusion {\n      field\n      suggested\n      final\n      count\n    }\n    calibration {\n      field\n      from\n      to\n      count\n      meanConfidence\n      accepted\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TriageReport_report on TriageReport {\n    outcomes {\n      field\n      source\n      version\n      suggested\n      kept\n      confirmed\n      overridden\n    }\n  }\n"): (typeof documents)["\n  fragment TriageReport_report on TriageReport {\n    outcomes {\n      field\n      source\n      version\n      suggested\n      kept\n      confirmed\n      overridden\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SuggestionCard_suggestion on TriageSuggestion {\n    id\n    source\n    engine\n    version\n    rationale\n    category {\n      value\n      confidence\n      belowThreshold\n    }\n    priority {\n      value\n      confidence\n      belowThreshold\n    }\n    learnedFrom {\n      id\n      number\n    }\n  }\n"): (typeof documents)["\n  fragment SuggestionCard_suggestion on TriageSuggestion {\n    id\n    source\n    engine\n    version\n    rationale\n    category {\n      value\n      confidence\n      belowThreshold\n    }\n    priority {\n      value\n      confidence\n      belowThreshold\n    }\n    learnedFrom {\n      id\n      number\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        path\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        path\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuggestForDraft($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        quote\n        category {\n          value\n          evidence\n        }\n        priority {\n          value\n          evidence\n        }\n        ...SuggestionCard_suggestion\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SuggestForDraft($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        quote\n        category {\n          value\n          evidence\n        }\n        priority {\n          value\n          evidence\n        }\n        ...SuggestionCard_suggestion\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTicket($input: DeleteTicketInput!) {\n    deleteTicket(input: $input) {\n      deletedTicketId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTicket($input: DeleteTicketInput!) {\n    deleteTicket(input: $input) {\n      deletedTicketId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment useUpdateTicket_ticket on Ticket {\n    id\n    number\n    title\n    category\n    priority\n    status\n    version\n    updatedAt\n  }\n  fragment useUpdateTicket_words on Ticket {\n    id\n    description\n  }\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        ...useUpdateTicket_ticket @unmask\n        ...useUpdateTicket_words @unmask\n        ...TicketRow_ticket\n        ...ManageRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        code\n        path\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment useUpdateTicket_ticket on Ticket {\n    id\n    number\n    title\n    category\n    priority\n    status\n    version\n    updatedAt\n  }\n  fragment useUpdateTicket_words on Ticket {\n    id\n    description\n  }\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        ...useUpdateTicket_ticket @unmask\n        ...useUpdateTicket_words @unmask\n        ...TicketRow_ticket\n        ...ManageRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        code\n        path\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment useUpdateTickets_ticket on Ticket {\n    id\n    category\n    priority\n    status\n  }\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      results {\n        id\n        ticket {\n          ...useUpdateTickets_ticket\n          ...TicketRow_ticket\n          ...ManageRow_ticket\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment useUpdateTickets_ticket on Ticket {\n    id\n    category\n    priority\n    status\n  }\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      results {\n        id\n        ticket {\n          ...useUpdateTickets_ticket\n          ...TicketRow_ticket\n          ...ManageRow_ticket\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountTickets($filter: TicketFilter) {\n    tickets(filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query CountTickets($filter: TicketFilter) {\n    tickets(filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxPage(\n    $filter: TicketFilter\n    $orderBy: TicketOrder\n    $first: Int!\n    $after: String\n    $number: Int!\n    $byNumber: Boolean!\n  ) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          number\n          createdAt\n          ...useUpdateTicket_ticket\n          ...TicketRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      createdAt\n      ...useUpdateTicket_ticket\n      ...TicketRow_ticket\n    }\n  }\n"): (typeof documents)["\n  query InboxPage(\n    $filter: TicketFilter\n    $orderBy: TicketOrder\n    $first: Int!\n    $after: String\n    $number: Int!\n    $byNumber: Boolean!\n  ) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          number\n          createdAt\n          ...useUpdateTicket_ticket\n          ...TicketRow_ticket\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    ticket(number: $number) @include(if: $byNumber) {\n      id\n      number\n      createdAt\n      ...useUpdateTicket_ticket\n      ...TicketRow_ticket\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    ...useUpdateTicket_ticket\n  }\n"): (typeof documents)["\n  fragment TicketRow_ticket on Ticket {\n    id\n    number\n    title\n    preview\n    category\n    priority\n    status\n    createdAt\n    ...useUpdateTicket_ticket\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSampleTickets($input: AddSampleTicketsInput!) {\n    addSampleTickets(input: $input) {\n      createdCount\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddSampleTickets($input: AddSampleTicketsInput!) {\n    addSampleTickets(input: $input) {\n      createdCount\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSampleTickets {\n    removeSampleTickets {\n      removedCount\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSampleTickets {\n    removeSampleTickets {\n      removedCount\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SuggestionCard_ticket on Ticket {\n    id\n    suggestion {\n      id\n      source\n      engine\n      version\n      latencyMs\n      rationale\n      quote\n      category {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      priority {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      learnedFrom {\n        id\n        number\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SuggestionCard_ticket on Ticket {\n    id\n    suggestion {\n      id\n      source\n      engine\n      version\n      latencyMs\n      rationale\n      quote\n      category {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      priority {\n        value\n        confidence\n        belowThreshold\n        evidence\n        outcome\n      }\n      learnedFrom {\n        id\n        number\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketActionBar_ticket on Ticket {\n    id\n    status\n  }\n"): (typeof documents)["\n  fragment TicketActionBar_ticket on Ticket {\n    id\n    status\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketAside_ticket on Ticket {\n    id\n    status\n    priority\n    category\n    createdAt\n    resolvedAt\n  }\n"): (typeof documents)["\n  fragment TicketAside_ticket on Ticket {\n    id\n    status\n    priority\n    category\n    createdAt\n    resolvedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketBar_ticket on Ticket {\n    id\n    number\n    title\n  }\n"): (typeof documents)["\n  fragment TicketBar_ticket on Ticket {\n    id\n    number\n    title\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketDetails_ticket on Ticket {\n    id\n    status\n    suggestion {\n      id\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n    ...TicketBar_ticket\n    ...TicketHeading_ticket\n    ...TicketText_ticket\n    ...TicketEditor_ticket\n    ...TicketProperties_ticket\n    ...TicketAside_ticket\n    ...TicketActionBar_ticket\n    ...SuggestionCard_ticket\n    ...TicketTrail_ticket\n  }\n"): (typeof documents)["\n  fragment TicketDetails_ticket on Ticket {\n    id\n    status\n    suggestion {\n      id\n      category {\n        outcome\n      }\n      priority {\n        outcome\n      }\n    }\n    ...useUpdateTicket_ticket\n    ...TicketBar_ticket\n    ...TicketHeading_ticket\n    ...TicketText_ticket\n    ...TicketEditor_ticket\n    ...TicketProperties_ticket\n    ...TicketAside_ticket\n    ...TicketActionBar_ticket\n    ...SuggestionCard_ticket\n    ...TicketTrail_ticket\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketEditor_ticket on Ticket {\n    id\n    ...useUpdateTicket_ticket\n    ...useUpdateTicket_words\n  }\n"): (typeof documents)["\n  fragment TicketEditor_ticket on Ticket {\n    id\n    ...useUpdateTicket_ticket\n    ...useUpdateTicket_words\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketHeading_ticket on Ticket {\n    id\n    title\n    createdAt\n    updatedAt\n    version\n  }\n"): (typeof documents)["\n  fragment TicketHeading_ticket on Ticket {\n    id\n    title\n    createdAt\n    updatedAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      number\n      title\n      ...TicketDetails_ticket\n    }\n  }\n"): (typeof documents)["\n  query TicketPage($number: Int!) {\n    ticket(number: $number) {\n      id\n      number\n      title\n      ...TicketDetails_ticket\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketProperties_ticket on Ticket {\n    id\n    status\n    priority\n    category\n  }\n"): (typeof documents)["\n  fragment TicketProperties_ticket on Ticket {\n    id\n    status\n    priority\n    category\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketText_ticket on Ticket {\n    id\n    version\n    description\n    suggestion {\n      id\n      quote\n      category {\n        evidence\n      }\n      priority {\n        evidence\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TicketText_ticket on Ticket {\n    id\n    version\n    description\n    suggestion {\n      id\n      quote\n      category {\n        evidence\n      }\n      priority {\n        evidence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketTrail_ticket on Ticket {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          type\n          field\n          from\n          to\n          source\n          byWebClient\n          actor\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TicketTrail_ticket on Ticket {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          type\n          field\n          from\n          to\n          source\n          byWebClient\n          actor\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptSuggestion($input: ConfirmSuggestionInput!) {\n    confirmSuggestion(input: $input) {\n      ticket {\n        ...TicketRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptSuggestion($input: ConfirmSuggestionInput!) {\n    confirmSuggestion(input: $input) {\n      ticket {\n        ...TicketRow_ticket\n        ...TicketDetails_ticket\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuggestAgain($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        ticket {\n          id\n          ...SuggestionCard_ticket\n          ...TicketText_ticket\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SuggestAgain($input: SuggestTriageInput!) {\n    suggestTriage(input: $input) {\n      suggestion {\n        id\n        ticket {\n          id\n          ...SuggestionCard_ticket\n          ...TicketText_ticket\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;