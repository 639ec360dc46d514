//! Every voice with what became of it.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgeBand, Answer, AnswerKind, AnswerPromise, Audience, Cohort, Event, HalfTerm, PrintedDocument, Share,
    Theme, Voice,
    cycle::half_term_of_voice,
    half_term::recent,
    id::{EventId, HalfTermId, PrintedDocumentId, ThemeId, VoiceId},
    voice::{Became, became, untold_since},
    wording,
};
use pledgeboard_store::Arg;
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

/// Which voices: those of the last two years and all that wait, when nothing is said.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct ListVoices {
    /// Heard on this day or later; those that wait come too.
    pub since: Option<NaiveDate>,
    /// Every voice there is.
    pub all: bool,
    /// Only those that stood in this document.
    pub printed: Option<PrintedDocumentId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceList {
    /// Those that have waited longer than promised come first, the longest waiting before the others; then the newest.
    pub voices: Vec<VoiceLine>,
    /// By when the board promises itself to answer: "the end of the next half-term".
    pub promised: String,
    /// The document that the list was asked for: "What happened at the meeting?, 20 November 2026".
    pub printed: Option<String>,
    /// Older voices are left out unless they wait; none when nothing is.
    pub since: Option<NaiveDate>,
}

/// Two years of half-terms.
const LOOKED_BACK: usize = 12;

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoiceLine {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
    pub heard_on: NaiveDate,
    pub theme_id: ThemeId,
    pub theme: String,
    pub cohort: Option<String>,
    pub age_band: Option<AgeBand>,
    pub event_id: Option<EventId>,
    /// That of the event at which it was heard, or of its day.
    pub half_term_id: Option<HalfTermId>,
    /// The event's title, or where else it was heard.
    pub from: String,
    pub share: Share,
    pub sensitive: bool,
    /// Whether a list that leaves the app for members may carry the words (rule 6).
    pub may_leave: bool,
    pub became: Became,
    pub answer: Option<AnswerKind>,
    pub answered_on: Option<NaiveDate>,
    pub told_on: Option<NaiveDate>,
    /// Whole days without an answer; none once it has one.
    pub waiting_days: Option<i64>,
    /// The day by which the board answers, as it promises itself.
    pub answer_by: Option<NaiveDate>,
    pub late: bool,
    /// Whole days since an answer that children have not been told; none before it and none after.
    pub untold_days: Option<i64>,
}

pub(crate) async fn list(cx: &Context, request: ListVoices) -> Outcome<VoiceList> {
    let mut read = cx.read().await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let window = recent(LOOKED_BACK, cx.today(), &half_terms);
    let since = match request.since {
        Some(since) => Some(since),
        None if request.all || window.len() < LOOKED_BACK => None,
        None => window.last().map(|it| it.starts),
    };
    let printed = match request.printed {
        Some(id) => Some(read.one::<PrintedDocument>(id).await?),
        None => None,
    };
    let since = since.filter(|_| printed.is_none());
    let (mut voices, answers) = match since {
        None => (read.all::<Voice>().await?, read.all::<Answer>().await?),
        Some(since) => {
            let since = [Arg::Date(since)];
            (read.find::<Voice>(SINCE_OR_WAITING, &since).await?, read.find::<Answer>(THEIRS, &since).await?)
        }
    };
    if let Some(document) = &printed {
        voices.retain(|voice| document.voices.contains(&voice.id));
    }
    let mut by_voice: HashMap<VoiceId, Vec<&Answer>> = HashMap::new();
    for answer in &answers {
        by_voice.entry(answer.voice_id).or_default().push(answer);
    }
    let answer_promise = AnswerPromise::of(&read.board().await?);
    let names = Names {
        answer_promise,
        themes: read.all::<Theme>().await?.into_iter().map(|it| (it.id, it.name)).collect(),
        cohorts: read.all::<Cohort>().await?.into_iter().map(|it| (it.id, it.name)).collect(),
        events: read.all::<Event>().await?.into_iter().map(|it| (it.id, it)).collect(),
        half_terms,
    };
    let none = vec![];
    let mut voices: Vec<VoiceLine> = voices
        .into_iter()
        .map(|voice| {
            let answers = by_voice.get(&voice.id).unwrap_or(&none);
            names.line(voice, answers, cx.today())
        })
        .collect();
    voices.sort_by_key(|line| (!line.late, line.late.then_some(line.heard_on)));
    Ok(VoiceList {
        voices,
        since,
        promised: answer_promise.words(),
        printed: printed.map(|it| format!("{}, {}", it.title, wording::date_without_weekday(it.on))),
    })
}

const SINCE_OR_WAITING: &str =
    "t.heard_on >= $1 OR NOT EXISTS (SELECT 1 FROM answer AS a WHERE a.voice_id = t.id)";
const THEIRS: &str = "t.voice_id IN (SELECT v.id FROM voice AS v WHERE v.heard_on >= $1)";

struct Names {
    answer_promise: AnswerPromise,
    themes: HashMap<ThemeId, String>,
    cohorts: HashMap<pledgeboard_domain::id::CohortId, String>,
    events: HashMap<EventId, Event>,
    half_terms: Vec<HalfTerm>,
}

impl Names {
    fn line(&self, voice: Voice, answers: &[&Answer], today: NaiveDate) -> VoiceLine {
        let became = became(answers);
        let waits = became == Became::Waiting;
        let answer_by = self.answer_promise.answer_by(voice.heard_on, &self.half_terms);
        let latest = answers.last();
        let event = voice.event_id.and_then(|id| self.events.get(&id));
        VoiceLine {
            id: voice.id,
            theme: self.themes.get(&voice.theme_id).cloned().unwrap_or_default(),
            cohort: voice.cohort_id.and_then(|id| self.cohorts.get(&id).cloned()),
            from: match voice.event_id {
                Some(_) => event.map(|it| it.title.clone()).unwrap_or_default(),
                None => voice.source.clone(),
            },
            half_term_id: half_term_of_voice(&voice, event, &self.half_terms),
            may_leave: voice.may_be_printed_for(Audience::Members),
            words: voice.words,
            is_quote: voice.is_quote,
            heard_on: voice.heard_on,
            theme_id: voice.theme_id,
            age_band: voice.age_band,
            event_id: voice.event_id,
            share: voice.share,
            sensitive: voice.sensitive,
            became,
            answer: latest.map(|it| it.kind),
            answered_on: latest.map(|it| it.answered_on),
            told_on: answers.iter().filter_map(|it| it.told_on).max(),
            waiting_days: waits.then(|| (today - voice.heard_on).num_days().max(0)),
            late: waits && answer_by.is_some_and(|day| day < today),
            untold_days: untold_since(answers).map(|day| (today - day).num_days().max(0)),
            answer_by,
        }
    }
}
