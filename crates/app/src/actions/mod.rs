//! The action log: open until the board closes it.

mod add;
mod bulk;
mod escalate;
mod list;
mod one;
mod progress;

use crate::command::commands;
use add::{NewAction, SaveAction};
use bulk::UpdateActions;
use escalate::{EscalateAction, ReplyToEscalation};
use one::ShowAction;
use progress::{CloseAction, NoteAction, ReportDone, ReportNotDone, WithdrawAction};

commands! {
    read "actions.list" => list::list, crate::Nothing => list::ActionList;
    read "actions.show" => one::show, ShowAction => one::ActionPage;
    write "actions.add" => add::add, NewAction => add::AddedAction;
    write "actions.save" => add::save, SaveAction => crate::Nothing;
    write "actions.note" => progress::note, NoteAction => pledgeboard_domain::id::ActionUpdateId;
    write "actions.done" => progress::done, ReportDone => crate::Nothing;
    write "actions.not_done" => progress::not_done, ReportNotDone => crate::Nothing;
    write "actions.close" => progress::close, CloseAction => crate::Nothing;
    write "actions.withdraw" => progress::withdraw, WithdrawAction => crate::Nothing;
    write "actions.update_many" => bulk::update_many, UpdateActions => crate::Nothing;
    write "actions.escalate" => escalate::escalate, EscalateAction => pledgeboard_domain::id::EscalationId;
    write "actions.reply" => escalate::reply, ReplyToEscalation => crate::Nothing;
}
