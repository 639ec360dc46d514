//! One step of a trail: its records, and what is missing.

use chrono::NaiveDate;
use serde::Serialize;

use crate::id::{ActionId, AgendaItemId, GroupId, MeetingId, PrintedDocumentId, PromiseId, VoiceId};

crate::text_enum! {
    LoopStep {
        YouSaid = "you_said" => "You said",
        WeWill = "we_will" => "We will",
        HowWillWeKnow = "how_will_we_know" => "How will we know?",
        WeDid = "we_did" => "We did",
        WeToldYou = "we_told_you" => "We told you",
    }
}

crate::text_enum! {
    StepState {
        Whole = "whole" => "complete",
        UnderWay = "under_way" => "under way",
        Missing = "missing" => "nothing yet",
        /// An answer that asks for nothing more has nothing to do or to measure.
        NotNeeded = "not_needed" => "not needed",
    }
}

crate::text_enum! {
    /// What stands on a trail.
    TrailKind {
        Voice = "voice" => "voice",
        Request = "request" => "request",
        Item = "item" => "agenda item",
        Decision = "decision" => "decision",
        Promise = "promise" => "promise",
        Commitment = "commitment" => "commitment",
        Answer = "answer" => "answer",
        Action = "action" => "action",
        Measure = "measure" => "measure",
        Check = "check" => "check",
        Told = "told" => "told back",
        Printed = "printed" => "printed",
    }
}

crate::text_enum! {
    RecordState {
        /// It stands; nothing of it is awaited.
        Stands = "stands" => "stands",
        Open = "open" => "open",
        Late = "late" => "late",
        Done = "done" => "done",
    }
}

/// Where a record on a trail can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "page", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Opens {
    Voice {
        id: VoiceId,
    },
    Promise {
        id: PromiseId,
    },
    Action {
        id: ActionId,
    },
    /// An item of an agenda that is to come.
    Agenda {
        meeting: MeetingId,
        item: AgendaItemId,
    },
    /// An item of a meeting that was held, in its minutes.
    Minutes {
        meeting: MeetingId,
        item: AgendaItemId,
    },
    /// The group that asked.
    Group {
        id: GroupId,
    },
    /// The voices that stood in a document.
    Printed {
        id: PrintedDocumentId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrailRecord {
    pub kind: TrailKind,
    /// Empty when the reader may not have them here.
    pub words: String,
    /// True when words are left out: not to be shared, sensitive, or born of an item that is not open.
    pub guarded: bool,
    /// A child's own words.
    pub is_quote: bool,
    /// "Secondary age · Pizza night", "owned by Helen Marsh, due 12 January 2027".
    pub detail: String,
    pub on: Option<NaiveDate>,
    pub state: RecordState,
    /// "Exempt · paragraph 1"; none when it is open.
    pub marking: Option<String>,
    pub opens: Option<Opens>,
}

impl TrailRecord {
    pub(super) fn new(kind: TrailKind, words: impl Into<String>) -> Self {
        Self {
            kind,
            words: words.into(),
            guarded: false,
            is_quote: false,
            detail: String::new(),
            on: None,
            state: RecordState::Stands,
            marking: None,
            opens: None,
        }
    }

    /// Takes the words away when the reader may not have them.
    pub(super) fn guarded_when(mut self, guarded: bool) -> Self {
        if guarded {
            self.guarded = true;
            self.words = String::new();
        }
        self
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrailStep {
    pub step: LoopStep,
    pub state: StepState,
    pub records: Vec<TrailRecord>,
    /// What is missing, each in one sentence.
    pub gaps: Vec<String>,
}

impl TrailStep {
    pub(super) fn new(step: LoopStep, records: Vec<TrailRecord>, gaps: Vec<String>) -> Self {
        let state = match (records.is_empty(), gaps.is_empty()) {
            (false, true) => StepState::Whole,
            (false, false) => StepState::UnderWay,
            (true, false) => StepState::Missing,
            (true, true) => StepState::NotNeeded,
        };
        Self { step, state, records, gaps }
    }
}
