//! An agenda is a set of items, not a document; the same items become the minutes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    access::Access,
    board::Standing,
    id::{
        ActionId, AgendaItemId, AgendaTemplateId, AgendaVersionId, MeetingId, PaperId, PersonId, PromiseId,
        TopicId, VoiceId,
    },
    meeting::Meeting,
    pack::PackNumbers,
    refusal::{Checked, Refusal},
    running_clock::{Slot, Speaker},
    text,
};

crate::text_enum! {
    /// What the item is, so that the app can fill it and print it.
    ItemKind {
        Welcome = "welcome" => "welcome and apologies",
        Interests = "interests" => "declarations of interest",
        /// Of the chair or vice-chair, at the first meeting of the municipal year.
        Election = "election" => "election of chair or vice-chair",
        LastMinutes = "last_minutes" => "minutes of the last meeting",
        PublicQuestions = "public_questions" => "public questions",
        ChildrenTold = "children_told" => "what children told us",
        /// What a group asks for, or the progress that it owes.
        FromGroup = "from_group" => "from a group",
        Theme = "theme" => "theme",
        Promise = "promise" => "promise",
        Actions = "actions" => "actions",
        WorkProgramme = "work_programme" => "work programme",
        Report = "report" => "report",
        /// The resolution to exclude the public, before the items that need it.
        Exclusion = "exclusion" => "exclusion of the public",
        Other = "other" => "other business",
    }
}

crate::text_enum! {
    Purpose {
        Listen = "listen" => "listen",
        Lead = "lead" => "lead",
        Check = "check" => "check",
        Decide = "decide" => "decide",
        Note = "note" => "note",
        Business = "business" => "business",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaItem {
    pub id: AgendaItemId,
    pub version: i64,
    pub meeting_id: MeetingId,
    /// The order on the night; numbers do not follow it once published.
    pub position: i64,
    /// Given when the agenda is published, and kept: "4", "4a".
    pub number: String,
    pub title: String,
    /// The title the public reads; empty means the title itself, and for an item that is not open it must stand.
    pub public_title: String,
    pub kind: ItemKind,
    pub purpose: Purpose,
    pub presenting_minutes: i64,
    pub discussing_minutes: i64,
    pub presented_by: Speaker,
    pub lead_id: Option<PersonId>,
    /// The lead in words, where it is no person of the board: "Director · Housing · NHS".
    pub lead_words: String,
    #[serde(flatten)]
    pub access: Access,
    /// What it is about, for members; restricted as the item is.
    pub summary: String,
    /// What it is about, for children.
    pub plain_summary: String,
    pub questions: Vec<String>,
    /// Background papers (Local Government Act 1972, section 100D).
    pub background: Vec<String>,
    pub papers: Vec<PaperId>,
    pub voices: Vec<VoiceId>,
    pub promises: Vec<PromiseId>,
    pub actions: Vec<ActionId>,
    /// For the chair and democratic services only.
    pub internal_notes: String,
    /// The agenda version that brought it in; 0 while the agenda is a draft.
    pub since_version: i64,
    /// The chair's reason for urgency, for a late item (section 100B(4)(b)).
    pub urgency_reason: String,
    /// Why it was taken off a published agenda.
    pub withdrawn_reason: String,
    /// The meeting to which it was put off on the night.
    pub deferred_to_id: Option<MeetingId>,
    /// The meeting whose minutes this item approves (kind `last_minutes`).
    pub minutes_of_id: Option<MeetingId>,
    /// The topic of the work programme that it takes up.
    #[serde(default)]
    pub topic_id: Option<TopicId>,
}

impl AgendaItem {
    /// A new item of a draft, from a line of a template: open, unnumbered, last.
    pub fn begin(id: AgendaItemId, meeting_id: MeetingId, line: &TemplateLine) -> Self {
        Self {
            id,
            version: 0,
            meeting_id,
            position: 0,
            number: String::new(),
            title: line.title.clone(),
            public_title: String::new(),
            kind: line.kind,
            purpose: line.purpose,
            presenting_minutes: line.presenting_minutes,
            discussing_minutes: line.discussing_minutes,
            presented_by: line.presented_by,
            lead_id: None,
            lead_words: line.lead_words.clone(),
            access: Access::open(),
            summary: String::new(),
            plain_summary: String::new(),
            questions: vec![],
            background: vec![],
            papers: vec![],
            voices: vec![],
            promises: vec![],
            actions: vec![],
            internal_notes: String::new(),
            since_version: 0,
            urgency_reason: String::new(),
            withdrawn_reason: String::new(),
            deferred_to_id: None,
            minutes_of_id: None,
            topic_id: None,
        }
    }

    pub fn check(&self, standing: Standing) -> Checked {
        text::required("title", "a title", &self.title, text::SHORT)?;
        text::optional("public_title", "the public title", &self.public_title, text::SHORT)?;
        text::optional("summary", "the summary", &self.summary, text::LONG)?;
        text::optional("plain_summary", "the summary for children", &self.plain_summary, text::MEDIUM)?;
        text::optional("lead_words", "the lead", &self.lead_words, text::SHORT)?;
        text::optional("internal_notes", "the notes", &self.internal_notes, text::LONG)?;
        text::optional("urgency_reason", "the reason for urgency", &self.urgency_reason, text::MEDIUM)?;
        text::lines("questions", "a question", &self.questions, text::MEDIUM)?;
        text::lines("background", "a background paper", &self.background, text::SHORT)?;
        minutes("presenting_minutes", self.presenting_minutes)?;
        minutes("discussing_minutes", self.discussing_minutes)?;
        self.access.check(standing)?;
        if !self.access.is_open() && self.public_title.trim().is_empty() {
            return Err(Refusal::field(
                "public_title",
                "Enter the title that the public may read. It must give nothing away.",
            ));
        }
        Ok(())
    }

    /// The title anyone may read.
    pub fn title_for_the_public(&self) -> &str {
        if self.public_title.trim().is_empty() && self.access.is_open() {
            &self.title
        } else {
            &self.public_title
        }
    }

    /// Whether an item that is not open shows the public its whole title, as many councils do: worth a look before
    /// it is published.
    pub fn shows_its_whole_title(&self) -> bool {
        !self.access.is_open() && self.public_title.trim().eq_ignore_ascii_case(self.title.trim())
    }

    pub fn minutes(&self) -> i64 {
        self.presenting_minutes + self.discussing_minutes
    }

    pub fn is_withdrawn(&self) -> bool {
        !self.withdrawn_reason.is_empty()
    }

    /// What the running clock needs of it; a withdrawn item takes no time.
    pub fn slot(&self) -> Slot {
        if self.is_withdrawn() {
            return Slot { presenting: 0, discussing: 0, purpose: self.purpose, speaker: self.presented_by };
        }
        Slot {
            presenting: u32::try_from(self.presenting_minutes).unwrap_or(0),
            discussing: u32::try_from(self.discussing_minutes).unwrap_or(0),
            purpose: self.purpose,
            speaker: self.presented_by,
        }
    }
}

/// A title never copies a voice's words (rule 5): whether six words or more in a row, or the whole of a shorter voice, do.
pub fn title_copies_a_voice(title: &str, voice: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (title, voice) = (words(title), words(voice));
    let run = voice.len().min(6);
    run >= 4 && voice.windows(run).any(|said| title.windows(run).any(|titled| titled == said))
}

/// A paper as a published agenda lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PublishedPaper {
    pub paper_id: PaperId,
    pub title: String,
    pub pages: i64,
    #[serde(flatten)]
    pub access: Access,
}

/// An item with everything its agenda prints of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PublishedItem {
    pub item: AgendaItem,
    /// The lead as printed: "Cllr Sam Okafor with two young representatives".
    pub lead: String,
    pub papers: Vec<PublishedPaper>,
}

/// The content of one agenda: built afresh while it is a draft, frozen when published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaContent {
    pub meeting: Meeting,
    pub themes: Vec<String>,
    pub items: Vec<PublishedItem>,
    /// The page numbers of its packs; none while it is a draft.
    #[serde(default)]
    pub pack: PackNumbers,
}

/// A numbered, frozen version of a published agenda. Versions are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaVersion {
    pub id: AgendaVersionId,
    pub version: i64,
    pub meeting_id: MeetingId,
    /// 1, 2, …
    pub number: i64,
    pub published_on: NaiveDate,
    /// Why this version follows the one before; empty for the first.
    pub reason: String,
    /// Why it came out after the deadline; empty when it did not.
    pub late_reason: String,
    pub content: AgendaContent,
}

/// Items to begin an agenda with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaTemplate {
    pub id: AgendaTemplateId,
    pub version: i64,
    pub name: String,
    pub lines: Vec<TemplateLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TemplateLine {
    pub title: String,
    pub kind: ItemKind,
    pub purpose: Purpose,
    pub presenting_minutes: i64,
    pub discussing_minutes: i64,
    pub presented_by: Speaker,
    /// Who leads it, in words: "Young people; adults are called in".
    #[serde(default)]
    pub lead_words: String,
}

impl TemplateLine {
    /// The same item again, without what belonged to its own meeting.
    pub fn of(item: &AgendaItem) -> Self {
        Self {
            title: item.title.clone(),
            kind: item.kind,
            purpose: item.purpose,
            presenting_minutes: item.presenting_minutes,
            discussing_minutes: item.discussing_minutes,
            presented_by: item.presented_by,
            lead_words: String::new(),
        }
    }

    pub fn check(&self) -> Checked {
        text::required("title", "a title", &self.title, text::SHORT)?;
        text::optional("lead_words", "the lead", &self.lead_words, text::SHORT)?;
        minutes("presenting_minutes", self.presenting_minutes)?;
        minutes("discussing_minutes", self.discussing_minutes)
    }

    /// What the running clock needs of it.
    pub fn slot(&self) -> Slot {
        Slot {
            presenting: u32::try_from(self.presenting_minutes).unwrap_or(0),
            discussing: u32::try_from(self.discussing_minutes).unwrap_or(0),
            purpose: self.purpose,
            speaker: self.presented_by,
        }
    }
}

/// The most items that a template holds; no evening has room for more.
const MOST_LINES: usize = 60;

impl AgendaTemplate {
    pub fn check(&self) -> Checked {
        text::required("name", "the template's name", &self.name, text::SHORT)?;
        if self.lines.is_empty() {
            return Err(Refusal::field("lines", "A template holds at least one item. Add one."));
        }
        if self.lines.len() > MOST_LINES {
            return Err(Refusal::field("lines", format!("A template holds at most {MOST_LINES} items.")));
        }
        self.lines.iter().try_for_each(TemplateLine::check)
    }
}

fn minutes(field: &'static str, minutes: i64) -> Checked {
    if (0..=480).contains(&minutes) {
        return Ok(());
    }
    Err(Refusal::field(field, "Minutes must be between 0 and 480."))
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    /// An open item of ten minutes, five of them an officer's.
    pub(crate) fn item(kind: ItemKind) -> AgendaItem {
        let line = TemplateLine {
            title: kind.words().into(),
            kind,
            purpose: Purpose::Business,
            presenting_minutes: 5,
            discussing_minutes: 5,
            presented_by: Speaker::Officer,
            lead_words: String::new(),
        };
        AgendaItem::begin(Uuid::nil().into(), Uuid::nil().into(), &line)
    }

    #[test]
    fn a_title_never_copies_a_voice() {
        let voice = "I moved three times and nobody told my school why I was tired.";
        assert!(title_copies_a_voice("“I moved three times and nobody told my school”", voice));
        assert!(!title_copies_a_voice("Telling schools when children move", voice));
        assert!(title_copies_a_voice(
            "My PA actually rings me back now",
            "My PA actually rings me back now."
        ));
        assert!(!title_copies_a_voice("Food", "The food."));
    }
}
