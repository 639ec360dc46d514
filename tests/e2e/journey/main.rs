//! The main job on the real app, the window, the bridge, the use cases and the board's file together: from what
//! children said to a published agenda, minutes, actions and reports that children can read.

mod again;
mod agenda;
mod champion;
mod closing;
mod documents;
mod evening;
mod event;
mod groups;
mod minutes;
mod next_meeting;
mod people;
mod promise;
mod screen;
mod start;
mod years_later;

use std::path::Path;

use anyhow::Result;
use pledgeboard_tests::{User, tell};

use people::MEMBERS;
use screen::check_screen;

#[tokio::test]
async fn from_what_children_said_to_what_they_are_told() -> Result<()> {
    tell(the_main_job).await
}

async fn the_main_job(home: &Path) -> Result<()> {
    // A Monday in the second half-term of autumn, three weeks and a half before the board meets.
    let user = User::on(home, "2026-11-09").await?;
    start::our_board_in_five_steps(&user).await?;
    champion::is_assigned_to_a_theme(&user).await?;
    event::is_logged_with_three_voices(&user).await?;

    let user = user.later(home, "2026-11-17").await?;
    agenda::is_begun_for_the_theme(&user).await?;
    agenda::is_proposed_from_what_children_said(&user).await?;
    agenda::is_put_in_order_by_keys(&user).await?;
    agenda::is_put_in_order_by_mouse(&user).await?;
    agenda::runs_its_clock(&user).await?;
    agenda::keeps_an_item_private(&user).await?;
    agenda::gets_a_paper(&user, home).await?;
    agenda::is_checked_and_published(&user).await?;

    let user = user.later(home, "2026-12-01").await?;
    agenda::takes_a_late_item(&user).await?;

    let user = user.later(home, "2026-12-03").await?;
    evening::begins(&user, agenda::MEETING).await?;
    evening::takes_attendance_by_keys(&user, MEMBERS.len()).await?;
    evening::watches_the_quorum(&user).await?;
    evening::hears_an_interest(&user).await?;
    let user = evening::survives_a_power_cut(user, home, "2026-12-03", agenda::MEETING).await?;
    evening::decides_and_acts(&user).await?;
    evening::goes_private(&user).await?;
    evening::ends(&user, agenda::MEETING).await?;
    minutes::are_finished(&user).await?;

    let user = user.later(home, "2027-01-18").await?;
    promise::is_checked_through_three_lenses(&user).await?;
    promise::is_put_on_the_next_agenda(&user).await?;
    next_meeting::has_its_agenda(&user).await?;

    let user = user.later(home, "2027-02-04").await?;
    evening::begins(&user, next_meeting::MEETING).await?;
    evening::takes_attendance_by_keys(&user, MEMBERS.len()).await?;
    next_meeting::closes_the_action(&user).await?;
    minutes::are_approved_and_locked(&user).await?;
    documents::hold_what_was_entered(&user, home).await?;

    let user = user.later(home, "2027-02-05").await?;
    again::finds_everything(&user).await?;

    user.close().await
}

#[tokio::test]
async fn the_sample_board_opens_on_a_full_year() -> Result<()> {
    tell(the_sample_board).await
}

async fn the_sample_board(home: &Path) -> Result<()> {
    let user = User::at(home).await?;
    user.see("Open the sample board").await?;
    user.see("Start our board").await?;
    user.see("Open an existing board").await?;
    check_screen(&user, "the first screen").await?;
    start::the_sample_board(&user).await?;
    user.close().await
}

#[tokio::test]
async fn the_loop_closes_and_is_walked_both_ways() -> Result<()> {
    tell(the_loop_closes).await
}

async fn the_loop_closes(home: &Path) -> Result<()> {
    let user = User::on(home, "2026-11-23").await?;
    start::the_sample_board(&user).await?;
    closing::by_an_answer_in_words(&user).await?;
    closing::when_children_are_told(&user).await?;
    closing::and_is_walked_both_ways(&user).await?;
    closing::for_several_voices_at_once(&user).await?;
    groups::put_a_request_on_the_agenda(&user).await?;
    groups::are_missed_on_the_voice_map(&user).await?;

    let user = user.later(home, "2034-01-09").await?;
    years_later::what_is_past_its_years_goes(&user).await?;
    years_later::what_is_held_about_somebody_is_written_down(&user, home).await?;
    user.close().await
}
