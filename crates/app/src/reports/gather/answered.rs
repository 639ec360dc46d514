//! Voices that were answered in a span of days, with their answers.

use chrono::NaiveDate;
use pledgeboard_documents::content::{AnsweredVoice, Deed, DeedOf};
use pledgeboard_domain::{Action, ActionState, Answer, Commitment, Theme, Voice};
use pledgeboard_store::{Arg, Reading};

use super::actions::Inherited;
use crate::error::Outcome;

/// Oldest answer first; both days are included.
pub(super) async fn between(
    read: &mut Reading,
    from: NaiveDate,
    to: NaiveDate,
) -> Outcome<Vec<AnsweredVoice>> {
    let span = [Arg::Date(from), Arg::Date(to)];
    let answers = read.find::<Answer>("t.answered_on BETWEEN $1 AND $2", &span).await?;
    let voices = read
        .find::<Voice>("t.id IN (SELECT voice_id FROM answer WHERE answered_on BETWEEN $1 AND $2)", &span)
        .await?;
    let actions = read
        .find::<Action>("t.id IN (SELECT action_id FROM answer WHERE answered_on BETWEEN $1 AND $2)", &span)
        .await?;
    let commitments = read
        .find::<Commitment>(
            "t.id IN (SELECT commitment_id FROM answer WHERE answered_on BETWEEN $1 AND $2)",
            &span,
        )
        .await?;
    let themes = read.all::<Theme>().await?;
    let inherited = Inherited::read(read).await?;
    let answered = answers.into_iter().filter_map(|mut answer| {
        let voice = voices.iter().find(|voice| voice.id == answer.voice_id)?.clone();
        let theme = themes.iter().find(|theme| theme.id == voice.theme_id)?.clone();
        let action = actions.iter().find(|it| Some(it.id) == answer.action_id);
        let commitment = commitments.iter().find(|it| Some(it.id) == answer.commitment_id);
        // An answer born of a closed item stays closed, and so does the action that it points to.
        let own = inherited.of(answer.agenda_item_id);
        let access =
            if own.is_open() { inherited.of(action.and_then(|action| action.agenda_item_id)) } else { own };
        if answer.plain_text.trim().is_empty() {
            // Where the answer says nothing of its own, the plain words of what answers it do.
            let words = action.map(|it| &it.plain_text).or(commitment.map(|it| &it.plain_text));
            answer.plain_text = words.cloned().unwrap_or_default();
        }
        let deed = deed(action, commitment);
        Some(AnsweredVoice { voice, answer, theme, access, deed })
    });
    Ok(answered.collect())
}

/// What was done, once the action or the commitment that answers the voice is.
fn deed(action: Option<&Action>, commitment: Option<&Commitment>) -> Option<Deed> {
    let of_action = action.filter(|it| matches!(it.state, ActionState::Done | ActionState::Closed));
    let of_action = of_action.and_then(|it| {
        let plain_text = it.done_plain.clone();
        Some(Deed { of: DeedOf::Action(it.id), version: it.version, on: it.done_on?, plain_text })
    });
    of_action.or_else(|| {
        let it = commitment?;
        let plain_text = it.done_plain.clone();
        Some(Deed { of: DeedOf::Commitment(it.id), version: it.version, on: it.done_on?, plain_text })
    })
}
