//! Is a board sound? The file, the records, and the records against each other.

use pledgeboard_domain::MeetingState;

use super::export::all_of_it;
use super::{Records, between_records, of_records};
use crate::{context::Context, error::Outcome};

/// Everything that is wrong with a board, each in one sentence; empty when it is sound.
///
/// Findings name kinds and ids, never what a record says: they may be sent to whoever helps.
///
/// # Errors
/// When whoever asks does not see all of a shared board.
pub async fn check(cx: &Context) -> Outcome<Vec<String>> {
    all_of_it(&cx.store)?;
    let mut found: Vec<String> =
        cx.store.integrity().await?.into_iter().map(|it| format!("The file: {it}.")).collect();
    let mut read = cx.read().await?;
    let records = Records::read(&mut read).await?;
    found.extend(of_records(&records, cx.today()));
    found.extend(between_records(&records, cx.today()));
    for meeting in &records.meetings {
        let frozen = records.approved_minutes.iter().filter(|it| it.meeting_id == meeting.id).count();
        if frozen != usize::from(meeting.state == MeetingState::MinutesApproved) {
            found.push(format!(
                "meeting {} of {}: its state does not fit the minutes that are kept as they were signed.",
                meeting.id, meeting.date
            ));
        }
    }
    for paper in &records.papers {
        if read.file(&paper.hash).await?.is_none() {
            found.push(format!("paper {}: its file is not in the board.", paper.id));
        }
    }
    Ok(found)
}
