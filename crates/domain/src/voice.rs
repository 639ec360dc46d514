//! One thing said, and its answers: the loop's two ends.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    access::Audience,
    cohort::AgeBand,
    id::{ActionId, AgendaItemId, AnswerId, CohortId, CommitmentId, EventId, PersonId, ThemeId, VoiceId},
    refusal::{Checked, Refusal},
    text, wording,
};

crate::text_enum! {
    /// May it be shared?
    Share {
        No = "no" => "with nobody",
        BoardOnly = "board_only" => "with the board only",
        Anywhere = "anywhere" => "anywhere",
    }
}

impl Share {
    /// Whether words that may be shared so may stand in a document for `audience` (rule 6).
    pub fn may_be_printed_for(self, audience: Audience) -> bool {
        match self {
            Self::No => false,
            Self::BoardOnly => matches!(audience, Audience::Members | Audience::Chair),
            Self::Anywhere => true,
        }
    }
}

/// One thing said: words, broad cohort and age band, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Voice {
    pub id: VoiceId,
    pub version: i64,
    pub words: String,
    /// True for their own words, false for a summary.
    pub is_quote: bool,
    pub heard_on: NaiveDate,
    pub event_id: Option<EventId>,
    /// Where it was heard when not at an event: "survey", "complaint", "Children in Care Council".
    pub source: String,
    pub theme_id: ThemeId,
    pub cohort_id: Option<CohortId>,
    pub age_band: Option<AgeBand>,
    pub share: Share,
    pub sensitive: bool,
}

impl Voice {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("words", "what was said", &self.words, text::MEDIUM)?;
        text::optional("source", "where it was heard", &self.source, text::SHORT)?;
        if self.heard_on > today {
            return Err(Refusal::field("heard_on", "This day has not come yet."));
        }
        Ok(())
    }

    /// Whether the words may stand in a document for `audience` (rule 6): no consent or sensitive means in none at all.
    pub fn may_be_printed_for(&self, audience: Audience) -> bool {
        !self.sensitive && self.share.may_be_printed_for(audience)
    }
}

crate::text_enum! {
    /// How a voice was answered.
    AnswerKind {
        Action = "action" => "an action",
        Commitment = "commitment" => "a commitment in a promise",
        AlreadyHappens = "already_happens" => "this already happens, here is how",
        NoBecause = "no_because" => "no, because…",
    }
}

crate::text_enum! {
    /// How children were told.
    ToldHow {
        Visit = "visit" => "a visit",
        Letter = "letter" => "a letter",
        Poster = "poster" => "a poster",
        Report = "report" => "a child-friendly report",
        Group = "group" => "at their group",
    }
}

impl ToldHow {
    /// "By a visit", "At their group".
    pub fn by(self) -> String {
        match self {
            Self::Group => "At their group".into(),
            _ => format!("By {self}"),
        }
    }
}

/// An answer to a voice, and when and how it was told back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Answer {
    pub id: AnswerId,
    pub version: i64,
    pub voice_id: VoiceId,
    pub kind: AnswerKind,
    /// The answer in words a ten-year-old can read.
    pub plain_text: String,
    pub action_id: Option<ActionId>,
    pub commitment_id: Option<CommitmentId>,
    /// The item at which the board decided it; its access is inherited.
    pub agenda_item_id: Option<AgendaItemId>,
    pub answered_on: NaiveDate,
    pub answered_by: Option<PersonId>,
    pub told_on: Option<NaiveDate>,
    pub told_how: Option<ToldHow>,
    pub told_by: Option<PersonId>,
}

impl Answer {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::optional("plain_text", "the answer", &self.plain_text, text::MEDIUM)?;
        match self.kind {
            AnswerKind::Action if self.action_id.is_none() => {
                return Err(Refusal::field("action_id", "Choose the action that answers it."));
            }
            AnswerKind::Commitment if self.commitment_id.is_none() => {
                return Err(Refusal::field("commitment_id", "Choose the commitment that answers it."));
            }
            AnswerKind::AlreadyHappens => {
                text::required(
                    "plain_text",
                    "how it already happens, in plain words",
                    &self.plain_text,
                    text::MEDIUM,
                )?;
            }
            AnswerKind::NoBecause => {
                text::required("plain_text", "the reason, in plain words", &self.plain_text, text::MEDIUM)?;
            }
            _ => {}
        }
        told_soundly((self.told_on, self.told_how), self.answered_on, today)
    }
}

/// Telling back comes after the answer, not before its day, and says how.
pub(crate) fn told_soundly(
    told: (Option<NaiveDate>, Option<ToldHow>),
    answered_on: NaiveDate,
    today: NaiveDate,
) -> Checked {
    match told {
        (Some(day), _) if day > today => {
            Err(Refusal::field("told_on", "This day has not come yet. Record it once children were told."))
        }
        (Some(day), _) if day < answered_on => {
            Err(Refusal::field("told_on", "Children were told before it was answered? Check the date."))
        }
        (Some(_), None) => Err(Refusal::field("told_how", "Choose how children were told.")),
        _ => Ok(()),
    }
}

impl Answer {
    /// An answer has words that children can be told: its own, or those of the action or commitment that it points to.
    pub fn has_words(&self, of_what_answers: &str) -> Checked {
        if self.plain_text.trim().is_empty() && of_what_answers.trim().is_empty() {
            return Err(Refusal::field(
                "plain_text",
                "Write the answer in plain words, so that children can be told.",
            ));
        }
        Ok(())
    }

    /// An answer after which nothing more is done closes the voice, and that is the board's to say.
    ///
    /// `seen`: a meeting that was held or is under way took the voice, or the answer was given at one.
    pub fn may_close(&self, seen: bool, without_the_board: bool) -> Checked {
        let closes = matches!(self.kind, AnswerKind::AlreadyHappens | AnswerKind::NoBecause);
        if closes && !seen && !without_the_board {
            return Err(Refusal::field(
                "without_the_board",
                "No meeting has taken this voice yet. Put it on an agenda, or tick that it is answered without the board.",
            ));
        }
        Ok(())
    }

    /// Telling back is never undone: what children were told stands, and a new answer corrects it (rule 10).
    pub fn may_change(&self) -> Checked {
        match self.told_on {
            None => Ok(()),
            Some(day) => Err(Refusal::rule(format!(
                "Children were told this on {}, so it stays as it is. Add a new answer to correct it.",
                wording::date(day)
            ))),
        }
    }

    /// Records when and how children were told.
    pub fn tell(&mut self, on: NaiveDate, how: ToldHow, by: Option<PersonId>, today: NaiveDate) -> Checked {
        self.may_change()?;
        let told = Self { told_on: Some(on), told_how: Some(how), told_by: by, ..self.clone() };
        told.check(today)?;
        *self = told;
        Ok(())
    }
}

crate::text_enum! {
    /// Why a voice is taken back: it vanishes from the lists, and the history says why.
    TakenBack {
        Twice = "twice" => "it was written down twice",
        Mistake = "mistake" => "it was written down by mistake",
        Asked = "asked" => "the child asked us to take it back",
    }
}

crate::text_enum! {
    /// What became of a voice.
    Became {
        Waiting = "waiting" => "waiting for an answer",
        Answered = "answered" => "answered, not told yet",
        Told = "told" => "told",
    }
}

/// The first day since which an answer waits to be told, where children have been told none.
pub fn untold_since(answers: &[&Answer]) -> Option<NaiveDate> {
    (became(answers) == Became::Answered).then(|| answers.iter().map(|it| it.answered_on).min()).flatten()
}

/// What became of a voice, from its own answers. A later answer that children have not heard yet leaves it told.
pub fn became(answers: &[&Answer]) -> Became {
    if answers.is_empty() {
        Became::Waiting
    } else if answers.iter().any(|answer| answer.told_on.is_some()) {
        Became::Told
    } else {
        Became::Answered
    }
}

/// The sentence every form for voices shows: what to do when a child may be at risk (rule 6).
pub const AT_RISK: &str = "If a child may be at risk, tell the duty team at once. Do not write it here.";

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn voice(share: Share, sensitive: bool) -> Voice {
        Voice {
            id: VoiceId(Uuid::nil()),
            version: 1,
            words: "I moved three times.".into(),
            is_quote: true,
            heard_on: NaiveDate::from_ymd_opt(2026, 11, 18).unwrap(),
            event_id: None,
            source: String::new(),
            theme_id: ThemeId(Uuid::nil()),
            cohort_id: None,
            age_band: None,
            share,
            sensitive,
        }
    }

    #[test]
    fn consent_and_sensitivity_decide_who_may_read() {
        for audience in [Audience::Public, Audience::Members, Audience::Chair, Audience::Children] {
            assert!(!voice(Share::No, false).may_be_printed_for(audience));
            assert!(!voice(Share::Anywhere, true).may_be_printed_for(audience));
            assert!(voice(Share::Anywhere, false).may_be_printed_for(audience));
        }
        assert!(voice(Share::BoardOnly, false).may_be_printed_for(Audience::Members));
        assert!(!voice(Share::BoardOnly, false).may_be_printed_for(Audience::Public));
        assert!(!voice(Share::BoardOnly, false).may_be_printed_for(Audience::Children));
    }

    fn no(answered_on: NaiveDate) -> Answer {
        Answer {
            id: AnswerId(Uuid::nil()),
            version: 1,
            voice_id: VoiceId(Uuid::nil()),
            kind: AnswerKind::NoBecause,
            plain_text: String::new(),
            action_id: None,
            commitment_id: None,
            agenda_item_id: None,
            answered_on,
            answered_by: None,
            told_on: None,
            told_how: None,
            told_by: None,
        }
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn what_became_of_a_voice_follows_from_its_answers() {
        let answered = Answer { plain_text: "The law does not let us.".into(), ..no(day(11, 2)) };
        let mut told = answered.clone();
        told.tell(day(11, 3), ToldHow::Visit, None, day(11, 22)).unwrap();
        assert_eq!(became(&[]), Became::Waiting);
        assert_eq!((untold_since(&[]), untold_since(&[&answered])), (None, Some(day(11, 2))));
        assert_eq!(untold_since(&[&told, &answered]), None);
        assert_eq!(became(&[&answered]), Became::Answered);
        assert_eq!(became(&[&told, &answered]), Became::Told);
    }

    #[test]
    fn what_children_were_told_stays_as_it_was() {
        let mut answer = Answer { plain_text: "The law does not let us.".into(), ..no(day(11, 2)) };
        assert_eq!(
            answer.tell(day(11, 1), ToldHow::Visit, None, day(11, 22)).unwrap_err().field,
            Some("told_on"),
            "before it was answered"
        );
        assert_eq!(answer.told_on, None, "a refusal changes nothing");
        answer.tell(day(11, 3), ToldHow::Visit, None, day(11, 22)).unwrap();
        let again = answer.tell(day(11, 4), ToldHow::Poster, None, day(11, 22)).unwrap_err();
        assert_eq!(
            again.message,
            "Children were told this on Tuesday 3 November 2026, so it stays as it is. Add a new answer to correct it."
        );
    }

    #[test]
    fn an_answer_has_words_of_its_own_or_of_what_answers() {
        let mut answer = Answer { kind: AnswerKind::Action, ..no(day(11, 2)) };
        assert_eq!(answer.has_words(" ").unwrap_err().field, Some("plain_text"));
        assert!(answer.has_words("We ring your school.").is_ok());
        answer.plain_text = "We ring your school.".into();
        assert!(answer.has_words("").is_ok());
    }

    #[test]
    fn only_the_board_closes_a_voice_unless_somebody_says_otherwise() {
        let no = no(day(11, 2));
        assert_eq!(no.may_close(false, false).unwrap_err().field, Some("without_the_board"));
        assert!(no.may_close(true, false).is_ok() && no.may_close(false, true).is_ok());
        let action = Answer { kind: AnswerKind::Action, ..no };
        assert!(action.may_close(false, false).is_ok(), "an action stays before the board");
    }

    #[test]
    fn a_no_has_a_reason_and_nobody_was_told_tomorrow() {
        let today = day(11, 22);
        let mut answer = no(today);
        assert_eq!(answer.check(today).unwrap_err().field, Some("plain_text"));
        answer.plain_text = "The law does not let us.".into();
        assert!(answer.check(today).is_ok());
        answer.told_on = today.succ_opt();
        assert_eq!(answer.check(today).unwrap_err().field, Some("told_on"));
        answer.told_on = Some(today);
        assert_eq!(answer.check(today).unwrap_err().field, Some("told_how"));
    }
}
