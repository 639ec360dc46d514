//! How the tables of meetings are written down.

use pledgeboard_domain::{
    AttendanceStatus, InterestKind, ItemKind, MeetingKind, MeetingState, Purpose, Speaker, VoteWay,
};

/// One meeting.
#[derive(Clone, Copy)]
pub(in crate::sample) struct Sitting {
    pub key: &'static str,
    /// Weeks after the next meeting, or before it when negative.
    pub weeks: i64,
    pub kind: MeetingKind,
    pub title: &'static str,
    pub place: &'static str,
    pub themes: &'static [&'static str],
    pub state: MeetingState,
    /// Hour and minute at which it starts, and how many minutes it may take.
    pub starts: (u32, u32),
    pub minutes: i64,
    /// How many minutes after its planned end it ended; for a meeting that was held.
    pub overran: i64,
    pub items: &'static [Item],
    /// Those who were not simply present.
    pub attendance: &'static [Came],
    /// The meeting that approved its minutes.
    pub approved_at: &'static str,
    pub plain: &'static str,
    pub comments: &'static str,
    /// Working days before the deadline on which the agenda came out.
    pub early: u32,
    /// The reason for a second version of the agenda.
    pub second_version: &'static str,
}

#[derive(Clone, Copy)]
pub(in crate::sample) struct Item {
    pub key: &'static str,
    /// `{third}` stands for the day of the meeting with that key.
    pub title: &'static str,
    pub kind: ItemKind,
    pub purpose: Purpose,
    pub presenting: i64,
    pub discussing: i64,
    pub by: Speaker,
    pub lead: &'static str,
    pub lead_words: &'static str,
    /// Paragraphs, public title, public reason.
    pub exempt: Option<(&'static [u8], &'static str, &'static str)>,
    pub summary: &'static str,
    pub plain: &'static str,
    pub questions: &'static [&'static str],
    pub voices: &'static [&'static str],
    pub promises: &'static [u32],
    pub papers: &'static [&'static str],
    pub notes: &'static str,
    /// The reason for urgency of an item that the second version brought in.
    pub urgency: &'static str,
    pub minutes_of: &'static str,
    pub minute: &'static str,
    pub minute_plain: &'static str,
    pub private: &'static str,
    pub officer_summary: &'static str,
    pub resolved: &'static [Resolved],
}

#[derive(Clone, Copy)]
pub(in crate::sample) struct Resolved {
    pub text: &'static str,
    pub plain: &'static str,
    pub mover: &'static str,
    pub seconder: &'static str,
    pub votes: &'static [(&'static str, VoteWay)],
}

#[derive(Clone, Copy)]
pub(in crate::sample) struct Came {
    pub who: &'static str,
    pub status: AttendanceStatus,
    /// Whom a substitute stood in for.
    pub instead_of: &'static str,
    /// The item at which they came in.
    pub from: &'static str,
    /// Item, kind, nature, and whether they left the room.
    pub interest: Option<(&'static str, InterestKind, &'static str, bool)>,
}

pub(super) const fn came(who: &'static str, status: AttendanceStatus) -> Came {
    Came { who, status, instead_of: "", from: "", interest: None }
}

impl Came {
    pub const fn instead_of(mut self, who: &'static str) -> Self {
        self.instead_of = who;
        self
    }

    pub const fn from(mut self, item: &'static str) -> Self {
        self.from = item;
        self
    }

    pub const fn interest(
        mut self,
        item: &'static str,
        kind: InterestKind,
        nature: &'static str,
        left: bool,
    ) -> Self {
        self.interest = Some((item, kind, nature, left));
        self
    }
}

pub(super) const fn resolved(
    text: &'static str,
    plain: &'static str,
    mover: &'static str,
    seconder: &'static str,
) -> Resolved {
    Resolved { text, plain, mover, seconder, votes: &[] }
}

impl Resolved {
    pub const fn recorded(mut self, votes: &'static [(&'static str, VoteWay)]) -> Self {
        self.votes = votes;
        self
    }
}

/// An item: key, title, kind, purpose, minutes for presenting and discussing, who presents, lead.
pub(super) const fn item(
    key: &'static str,
    title: &'static str,
    kind: ItemKind,
    purpose: Purpose,
    (presenting, discussing): (i64, i64),
    by: Speaker,
    lead: &'static str,
) -> Item {
    Item {
        key,
        title,
        kind,
        purpose,
        presenting,
        discussing,
        by,
        lead,
        lead_words: "",
        exempt: None,
        summary: "",
        plain: "",
        questions: &[],
        voices: &[],
        promises: &[],
        papers: &[],
        notes: "",
        urgency: "",
        minutes_of: "",
        minute: "",
        minute_plain: "",
        private: "",
        officer_summary: "",
        resolved: &[],
    }
}

macro_rules! with {
    ($($name:ident: $field:ident: $type:ty),+ $(,)?) => {$(
        pub const fn $name(mut self, value: $type) -> Self {
            self.$field = value;
            self
        }
    )+};
}

impl Item {
    with! {
        led_by: lead_words: &'static str,
        about: summary: &'static str,
        plainly: plain: &'static str,
        ask: questions: &'static [&'static str],
        said: voices: &'static [&'static str],
        promised: promises: &'static [u32],
        with_papers: papers: &'static [&'static str],
        noted: notes: &'static str,
        late: urgency: &'static str,
        approves: minutes_of: &'static str,
        resolving: resolved: &'static [Resolved],
    }

    pub const fn exempt(
        mut self,
        paragraphs: &'static [u8],
        public_title: &'static str,
        reason: &'static str,
    ) -> Self {
        self.exempt = Some((paragraphs, public_title, reason));
        self
    }

    /// Its minute, and the same for children.
    pub const fn minuted(mut self, text: &'static str, plain: &'static str) -> Self {
        self.minute = text;
        self.minute_plain = plain;
        self
    }

    /// The part of the minute that is not public, and the proper officer's summary in its place.
    pub const fn privately(mut self, text: &'static str, officer_summary: &'static str) -> Self {
        self.private = text;
        self.officer_summary = officer_summary;
        self
    }
}
