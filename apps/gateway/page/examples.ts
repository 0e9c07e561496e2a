/** What the page shows at first; a test runs them against a gateway. */
export const examples = [
  `# What happened, newest first. Ctrl-Enter runs it.
query Timeline {
  timeline(first: 20) {
    nodes {
      occurredAt { day precision instant zone }
      headline
      case { caption docketNumber court { code name } }
      ... on DocketEntryEvent { number text documentUrl }
    }
    pageInfo { hasNextPage endCursor }
    feedCursor
  }
}
`,
  `# Every change from now on, as it happens. With \`after:\` it goes on from a cursor.
subscription Changes {
  timelineChanged {
    ... on TimelineChange {
      kind
      cursor
      event { headline occurredAt { day } case { caption docketNumber } }
      previous { headline }
    }
    ... on StreamCaughtUp { cursor }
    ... on StreamReset { reason }
  }
}
`,
  `# What proves an event: the statements and the pages that make them.
query Evidence {
  timeline(first: 3, orderBy: RECORDED_AT) {
    nodes {
      headline
      evidence {
        source
        statement
        first { url capturedAt sha256 simulator }
      }
      revisions { n recordedFrom content { headline } }
    }
  }
}
`,
  `# The feed of a court, watched every five minutes.
mutation Watch {
  addWatch(input: { target: { court: "cacd" }, every: "PT5M" }) {
    watch { id target { id title every } }
    userErrors { code message field wayOut }
  }
}
`,
] as const;
