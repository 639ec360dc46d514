//! One thing said, and its answers: the loop's two ends.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    access::Audience,
    cohort::AgeBand,
    id::{ActionId, AgendaItemId, AnswerId, CohortId, CommitmentId, EventId, PersonId, ThemeId, VoiceId},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    /// May it be shared?
    Share {
        No = "no" => "with nobody",
        BoardOnly = "board_only" => "with the board only",
        Anywhere = "anywhere" => "anywhere",
    }
}

/// One thing said: words, broad group and age band, never a name.
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
        !self.sensitive
            && match self.share {
                Share::No => false,
                Share::BoardOnly => matches!(audience, Audience::Members | Audience::Chair),
                Share::Anywhere => true,
            }
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
        match (self.told_on, self.told_how) {
            (Some(day), _) if day > today => Err(Refusal::field(
                "told_on",
                "This day has not come yet. Record it once children were told.",
            )),
            (Some(day), _) if day < self.answered_on => {
                Err(Refusal::field("told_on", "Children were told before it was answered? Check the date."))
            }
            (Some(_), None) => Err(Refusal::field("told_how", "Choose how children were told.")),
            _ => Ok(()),
        }
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

    #[test]
    fn a_no_has_a_reason_and_nobody_was_told_tomorrow() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut answer = Answer {
            id: AnswerId(Uuid::nil()),
            version: 1,
            voice_id: VoiceId(Uuid::nil()),
            kind: AnswerKind::NoBecause,
            plain_text: String::new(),
            action_id: None,
            commitment_id: None,
            agenda_item_id: None,
            answered_on: today,
            answered_by: None,
            told_on: None,
            told_how: None,
            told_by: None,
        };
        assert_eq!(answer.check(today).unwrap_err().field, Some("plain_text"));
        answer.plain_text = "The law does not let us.".into();
        assert!(answer.check(today).is_ok());
        answer.told_on = today.succ_opt();
        assert_eq!(answer.check(today).unwrap_err().field, Some("told_on"));
        answer.told_on = Some(today);
        assert_eq!(answer.check(today).unwrap_err().field, Some("told_how"));
    }
}
