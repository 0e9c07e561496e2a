/** The shapes of answers, as if everything had been asked: a test reads only what it asked for. */

export interface Data {
  readonly timeline: TimelineData;
  readonly case: CaseData | null;
  readonly cases: ConnectionData<CaseData>;
  readonly court: CourtData | null;
  readonly courts: readonly CourtData[];
  readonly watches: readonly WatchData[];
  readonly targets: readonly TargetData[];
  readonly node: NodeData | null;
  readonly nodes: readonly (NodeData | null)[];
  readonly addWatch: PayloadData;
  readonly pauseWatch: PayloadData;
  readonly resumeWatch: PayloadData;
  readonly removeWatch: PayloadData;
  readonly checkNow: PayloadData;
  readonly quarantineTarget: PayloadData;
  readonly releaseTarget: PayloadData;
  readonly conflicts: ConnectionData<ConflictData>;
  readonly settleConflict: PayloadData & { readonly conflict: ConflictData | null };
}

export interface NodeData {
  readonly __typename: string;
  readonly id: string;
}

export interface ConnectionData<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface TimelineData extends ConnectionData<EventData> {
  readonly feedCursor: string;
  readonly totalCount: { readonly atLeast: number; readonly exact: boolean };
}

export interface EventData extends NodeData {
  readonly headline: string;
  readonly case: CaseData;
  readonly evidence: readonly { readonly first: { readonly capturedAt: string } }[];
  readonly revisions: readonly RevisionData[];
}

export interface RevisionData {
  readonly what: readonly string[];
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
  readonly states: readonly { readonly capturedAt: string; readonly content: { readonly headline: string } }[];
}

export interface CaseData extends NodeData {
  readonly caption: string | null;
  readonly pacerCaseId: string | null;
  readonly court: CourtData;
  readonly timeline: TimelineData;
  readonly coverage: readonly CoverageData[];
  readonly coverageLimits: readonly LimitData[];
  readonly unseenEntries: readonly unknown[];
}

export interface CoverageData {
  readonly state: string;
  readonly target: { readonly source: string };
}

export interface LimitData {
  readonly reason: string;
  readonly message: string;
  readonly entryTypes: readonly string[];
}

export interface ConflictData extends NodeData {
  readonly settledAs: string | null;
  readonly holder: CaseData;
  readonly apart: CaseData;
}

export interface CourtData extends NodeData {
  readonly code: string;
  readonly coverageLimits: readonly LimitData[];
  readonly feed: {
    readonly status: string;
    readonly statement: string;
    readonly url: string | null;
    readonly entryTypes: readonly string[];
  };
  readonly targets: readonly TargetData[];
  readonly coverage: readonly unknown[];
}

export interface TargetData extends NodeData {
  readonly every: string | null;
}

export interface WatchData extends NodeData {
  readonly label: string | null;
  readonly pausedAt: string | null;
  readonly removedAt: string | null;
  readonly target: TargetData;
}

export interface PayloadData {
  readonly watch: WatchData | null;
  readonly target: TargetData | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** What a subscription tells. */
export interface ItemData {
  readonly __typename: 'TimelineChange' | 'StreamCaughtUp' | 'StreamReset';
  readonly cursor: string;
  readonly kind: string;
  readonly what: readonly string[];
  readonly inFilter: boolean;
  readonly eventId: string;
  readonly event: EventData | null;
}

/** An error as it is told. */
export interface ErrorData {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly wayOut: string; readonly errorId?: string };
}
