//! The loop closes: the chair answers a voice that waits, children are told, and the way is walked both ways.

use anyhow::Result;
use pledgeboard_tests::User;

use crate::screen::check_screen;

const SAID: &str = "My stuff came in bin bags";
const COMMITMENT: &str = "Tell school the same day";
const ANSWER: &str = "We tell your school on the day. We bring you real bags too.";

pub async fn by_an_answer_in_words(user: &User) -> Result<()> {
    user.follow("Voices").await?;
    user.see_heading("Voices").await?;
    user.choose("What became of it", "Waiting for an answer").await?;
    user.follow(SAID).await?;
    user.see_heading("A voice that waits").await?;
    user.see("Waiting 4 days.").await?;
    user.see("There is nothing to tell them before it is answered.").await?;

    user.tick("No, because").await?;
    user.click("Answer").await?;
    user.see("Enter the reason, in plain words.").await?;
    user.fill("The answer in plain words", "There is no money for bags.").await?;
    user.click("Answer").await?;
    user.see("No meeting has taken this voice yet. Put it on an agenda").await?;

    user.tick("A commitment in a promise").await?;
    user.choose("Commitment", &format!("Promise 2 · {COMMITMENT}")).await?;
    user.fill("The answer in plain words", ANSWER).await?;
    user.click("Answer").await?;
    user.see_heading("A voice that was answered").await?;
    user.see("Nobody has told them the answer yet.").await
}

pub async fn when_children_are_told(user: &User) -> Result<()> {
    user.click("We told them").await?;
    user.tick("A visit").await?;
    user.click("Record it").await?;
    user.see_heading("A voice that was answered and told").await?;
    user.see("By a visit").await?;
    check_screen(user, "a voice and its way").await
}

/// From the voice to the promise that answers it, and from the promise back to the voice.
pub async fn and_is_walked_both_ways(user: &User) -> Result<()> {
    user.follow(COMMITMENT).await?;
    user.see_heading("2 · A home that stays").await?;
    user.see("From what children said to what they were told").await?;
    user.see(ANSWER).await?;
    check_screen(user, "a promise and its way").await?;
    user.follow(SAID).await?;
    user.see_heading("A voice that was answered and told").await
}

/// One letter tells everybody whose answer was still to be told.
pub async fn for_several_voices_at_once(user: &User) -> Result<()> {
    user.follow("Voices").await?;
    user.choose("What became of it", "Answered, not told yet").await?;
    user.tick("Tick all shown").await?;
    user.click("We told them").await?;
    user.tick("A letter").await?;
    user.click("Record it for all").await?;
    user.see("No voice fits these filters.").await
}
