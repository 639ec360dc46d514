//! A board to tell stories on, and what stands in it.

use chrono::{DateTime, NaiveDate, Utc};
use pledgeboard_domain::{
    Access, AccessKind, AgeBand, AgendaItem, ItemKind, Meeting, MeetingKind, MeetingState, Purpose, Share,
    Speaker, Theme, Voice,
    id::{AgendaItemId, EntryId, MeetingId, ThemeId, VoiceId},
};
use pledgeboard_store::{Stamp, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Board {
    pub store: Store,
    pub folder: TempDir,
}

/// With the engine that the stories are told with.
pub async fn board() -> Board {
    let folder = tempfile::tempdir().unwrap();
    let store =
        Store::create(&pledgeboard_test_place::for_a_board(folder.path(), "anytown.pledgeboard").await)
            .await
            .unwrap();
    Board { store, folder }
}

/// For what only a file can do.
pub async fn board_in_a_file() -> Board {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("anytown.pledgeboard")).await.unwrap();
    Board { store, folder }
}

pub fn stamp() -> Stamp {
    let at: DateTime<Utc> = "2026-11-22T10:00:00.123456789Z".parse().unwrap();
    Stamp { entry: EntryId(Uuid::now_v7()), at, person: None }
}

pub fn theme(name: &str) -> Theme {
    Theme {
        id: ThemeId(Uuid::now_v7()),
        version: 0,
        name: name.into(),
        child_name: String::new(),
        icon: "house".into(),
        colour: "teal".into(),
        keywords: vec!["moved".into()],
        principles: vec![],
        questions: vec![],
        position: 1,
        retired_on: None,
    }
}

pub fn voice(theme: &Theme, words: &str) -> Voice {
    Voice {
        id: VoiceId(Uuid::now_v7()),
        version: 0,
        words: words.into(),
        is_quote: true,
        heard_on: NaiveDate::from_ymd_opt(2026, 11, 18).unwrap(),
        event_id: None,
        source: "survey".into(),
        theme_id: theme.id,
        cohort_id: None,
        age_band: Some(AgeBand::From11To15),
        share: Share::Anywhere,
        sensitive: false,
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        id: MeetingId(Uuid::now_v7()),
        version: 0,
        date: NaiveDate::from_ymd_opt(2026, 12, 3).unwrap(),
        starts: "17:30:00".parse().unwrap(),
        ends: None,
        place: "Youth Hub".into(),
        kind: MeetingKind::Themed,
        title: String::new(),
        in_public: true,
        themes: vec![],
        chair_id: None,
        state: MeetingState::Planned,
        started_at: None,
        ended_at: None,
        current_item_id: None,
        entitled: vec![],
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: String::new(),
        chair_comments: "for the chair".into(),
    }
}

pub fn item(meeting: &Meeting, voices: Vec<VoiceId>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::now_v7()),
        version: 0,
        meeting_id: meeting.id,
        position: 1,
        number: String::new(),
        title: "One home's inspection".into(),
        public_title: "A home".into(),
        kind: ItemKind::Report,
        purpose: Purpose::Lead,
        presenting_minutes: 5,
        discussing_minutes: 5,
        presented_by: Speaker::Officer,
        lead_id: None,
        lead_words: "Head of Placements".into(),
        access: Access {
            access: AccessKind::Exempt,
            paragraphs: vec![1, 2],
            access_reason: "It names a home.".into(),
        },
        summary: String::new(),
        plain_summary: String::new(),
        questions: vec!["Would this be good enough for my child?".into()],
        background: vec![],
        papers: vec![],
        voices,
        promises: vec![],
        actions: vec![],
        internal_notes: "ask about staffing".into(),
        since_version: 0,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
        topic_id: None,
    }
}

pub fn refused(error: StoreError) -> pledgeboard_domain::Refusal {
    error.into_refusal()
}
