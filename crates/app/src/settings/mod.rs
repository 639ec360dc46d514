//! The board's settings: what it is called, how it numbers, its half-terms, annual meetings and bank holidays.

mod calendar;
mod logo;
mod numbering;
mod show;

use pledgeboard_domain::{
    AnnualMeeting, Board, HalfTerm,
    id::{AnnualMeetingId, BankHolidayChangeId, BoardId, HalfTermId},
};

use crate::{
    command::{Nothing, commands},
    context::{Context, Written},
    error::Outcome,
};

use calendar::{AddYear, BankHolidayWish, CalendarPage, NewAnnualMeeting, Remove};
use logo::KeepLogo;
use numbering::{Examples, NumberingWish};
use show::SettingsPage;

commands! {
    read "settings.show" => show::show, Nothing => SettingsPage;
    read "settings.examples" => numbering::examples, NumberingWish => Examples;
    write "settings.save_board" => save_board, Board => BoardId;
    write "settings.keep_logo" => logo::keep, KeepLogo => BoardId;
    read "settings.calendar" => calendar::show, Nothing => CalendarPage;
    write "settings.add_year" => calendar::add_year, AddYear => i32;
    write "settings.save_half_term" => calendar::save_half_term, HalfTerm => HalfTermId;
    write "settings.add_annual_meeting" => calendar::add_annual_meeting, NewAnnualMeeting => AnnualMeetingId;
    write "settings.save_annual_meeting" => calendar::save_annual_meeting, AnnualMeeting => AnnualMeetingId;
    write "settings.remove_annual_meeting" => calendar::remove_annual_meeting, Remove => Nothing;
    write "settings.change_bank_holiday" => calendar::change_bank_holiday, BankHolidayWish => BankHolidayChangeId;
    write "settings.remove_bank_holiday_change" => calendar::remove_bank_holiday_change, Remove => Nothing;
}

async fn save_board(cx: &Context, mut board: Board) -> Outcome<Written<BoardId>> {
    board.check()?;
    let mut write = cx.write("change the board's settings").await?;
    write.update(&mut board).await?;
    cx.done(write, board.id).await
}
